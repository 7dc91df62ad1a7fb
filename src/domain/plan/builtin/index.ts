import type { Plan } from '../plan';
import traVinh from './tra-vinh-2024.json';
import vinhChap from './vinh-chap-2024.json';

/**
 * The plans that come with the product, texts verbatim from the decisions.
 * Kinds, units and definitions of numerator and denominator are our reading, open to the owner's correction.
 */
export const BUILTIN_PLANS: readonly Plan[] = [traVinh as Plan, vinhChap as Plan];

export function builtinPlan(id: string): Plan | undefined {
  return BUILTIN_PLANS.find((plan) => plan.id === id);
}
