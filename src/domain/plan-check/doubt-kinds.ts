import { bySeverity, type Finding } from '../finding/finding';

/** Doubts that an owner settles by saying yes to what the plan's tables propose for a row. */
export const SETTLED_BY_YES = [
  'plan-target-unconfirmed',
  'plan-operator-not-written',
  'plan-operator-contradicts',
  'plan-scope-open',
  'plan-year-open',
  'plan-rate-added',
  'plan-two-paths',
  'plan-definition-proposed',
] as const;

export type SettledByYes = (typeof SETTLED_BY_YES)[number];

/**
 * What is to be done about something found in a plan, whatever its severity:
 *
 * - `fault`: a table cannot be read as it stands.
 * - `confirm` (cần xác nhận): it waits for somebody's yes.
 * - `review` (điểm cần xem lại, theo văn bản): the decision itself is so; nobody here can say yes.
 * - `note` (để biết): understood in a way that is said.
 */
export type DoubtKind = 'fault' | 'confirm' | 'review' | 'note';

/** The one place that says what waits for a yes; every count and every button asks it. */
export function kindOf({ code, severity }: Pick<Finding, 'code' | 'severity'>): DoubtKind {
  if (code.startsWith('plan-fault-')) return 'fault';
  if (code === 'plan-confirmation-open' || (SETTLED_BY_YES as readonly string[]).includes(code))
    return 'confirm';
  return severity === 'fixed' ? 'note' : 'review';
}

/** As they are listed: first what waits for somebody. */
export const DOUBT_ORDER: readonly DoubtKind[] = ['fault', 'confirm', 'review', 'note'];

/** Those of one kind, the gravest first. */
export function ofKind<Found extends { finding: Finding }>(
  found: readonly Found[],
  kind: DoubtKind,
): Found[] {
  return found
    .filter(({ finding }) => kindOf(finding) === kind)
    .sort((a, b) => bySeverity(a.finding, b.finding));
}

export type DoubtCounts = Readonly<Record<DoubtKind, number>>;

export function countKinds(
  found: Iterable<Pick<Finding, 'code' | 'severity'>>,
): Record<DoubtKind, number> {
  const counts = { fault: 0, confirm: 0, review: 0, note: 0 };
  for (const one of found) counts[kindOf(one)]++;
  return counts;
}
