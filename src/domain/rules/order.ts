import type { PastRule, Rule } from './rule';

/** Rules as they are run; of two with one place, in the order of their codes. */
export function inOrder(rules: readonly Rule[]): Rule[] {
  return [...rules].sort((a, b) => a.order - b.order);
}

export function isPast(rule: Rule): rule is PastRule {
  return 'isPast' in rule;
}
