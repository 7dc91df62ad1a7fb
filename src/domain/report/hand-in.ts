import { lastOf } from '../../known/known';
import type { CivilDate } from '../../text/date';
import type { InForce } from '../ledger/in-force';
import { askedAgencies } from '../plan/assigned';
import { endsWith, parsePeriod, type Period } from '../period/period';
import type { Agency } from '../agency/agency';
import { dueDateOf, expectedTiles, type Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';

/** Where one agency stands in a period: what the board and the hand-in table (layout E) show. */
export type HandInState =
  | 'accepted'
  | 'partial'
  | 'waiting'
  | 'returned'
  | 'missing'
  | 'incomplete';

export interface HandIn {
  agency: Agency;
  state: HandInState;
  /** Base periods owed and received. */
  owed: number;
  received: number;
  due: CivilDate;
  /** The latest submission of the last base period handed in; null when there is none. */
  latest: Submission | null;
}

export function handIns(
  plan: Plan,
  period: Period,
  submissions: readonly Submission[],
  inForce: InForce,
): HandIn[] {
  const latest = new Map<string, Submission>();
  for (const submission of submissions) {
    if (submission.origin === 'adjustment' || submission.isBlank) continue;
    const key = `${submission.agency} ${submission.period}`;
    const before = latest.get(key);
    if (!before || before.version < submission.version) latest.set(key, submission);
  }
  const waits = new Set(
    submissions
      .filter((one) => one.awaits && endsIn(plan, period, one))
      .map(({ agency }) => agency),
  );
  const owed = new Map<Agency, Period[]>();
  for (const part of expectedTiles(plan, period)) {
    for (const agency of askedAgencies(plan, part))
      owed.set(agency, [...(owed.get(agency) ?? []), part]);
  }
  // Of a month that is told by its quarter's report, that report.
  const latestOf = ({ code }: Agency, part: Period) => {
    const told = inForce.quarterOf(code, part.id)?.period ?? part.id;
    return latest.get(`${code} ${told}`) ?? null;
  };
  return [...owed].map(([agency, parts]) => {
    const received = parts.filter((part) => inForce.hasReceived(agency.code, part.id));
    const last = received.at(-1);
    return {
      agency,
      state: waits.has(agency.code) ? 'waiting' : stateOf(agency, parts, received.length, inForce),
      owed: parts.length,
      received: received.length,
      due: dueDateOf(plan, lastOf(parts)),
      latest: last ? latestOf(agency, last) : null,
    };
  });
}

/**
 * The day it came; null where nothing came or nobody said when: a file's own time is nobody's word.
 */
export function saidDay({ latest }: HandIn): CivilDate | null {
  return latest?.received && (latest.late !== null || latest.origin !== undefined)
    ? latest.received
    : null;
}

/**
 * Whether a submission is of a base period of the period, or of a longer one that ends with such a
 * base period.
 */
function endsIn(plan: Plan, period: Period, submission: Submission): boolean {
  const own = parsePeriod(submission.period);
  return own !== null && expectedTiles(plan, period).some((part) => endsWith(own, part));
}

function stateOf(
  agency: Agency,
  parts: readonly Period[],
  received: number,
  inForce: InForce,
): HandInState {
  if (received === 0) return 'missing';
  const inForceNow = parts.map((part) => inForce.formOf(agency.code, part.id));
  if (parts.some((part, i) => !inForceNow[i] && inForce.hasReceived(agency.code, part.id)))
    return 'returned';
  if (received < parts.length) return 'incomplete';
  return inForceNow.some((submission) => submission?.accepted === 'partial')
    ? 'partial'
    : 'accepted';
}
