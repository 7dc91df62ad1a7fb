import type { Plan } from '../plan';
import { EXAMPLE_PLANS } from './examples';
import haiDuong from './hai-duong-2024.json';
import traCu from './tra-cu-2023.json';
import traVinh from './tra-vinh-2024.json';
import vinhChap from './vinh-chap-2024.json';
import vinhLong from './vinh-long-2023.json';

/**
 * The plans that come with the product, texts verbatim from the decisions.
 * Kinds, units and definitions of numerator and denominator are our reading, open to the owner's
 * correction; so are the registers where a plan names its agencies only together ("các phòng, ban,
 * ngành huyện") and the schedule of Hải Dương, which names none.
 */
export const BUILTIN_PLANS: readonly Plan[] = [
  traVinh,
  vinhLong,
  traCu,
  vinhChap,
  haiDuong,
] as Plan[];

export { EXAMPLE_PLANS };

/**
 * All that can be written into a workbook by its id: the decisions, and the examples that nobody
 * issued.
 */
export const OFFERED_PLANS: readonly Plan[] = [...BUILTIN_PLANS, ...EXAMPLE_PLANS];

export function builtinPlan(id: string): Plan | undefined {
  return OFFERED_PLANS.find((plan) => plan.id === id);
}
