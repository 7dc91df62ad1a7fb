import type { PeriodId } from '../period/period';
import type { Observation, Submission } from '../submission/submission';
import { withSettledDays } from './settled-days';

/**
 * The submissions that count: of each agency and period, the latest version that was accepted, wholly or in part, with what was
 * adjusted after it laid over it. A version handed in after an adjustment takes the place of both.
 */
export class InForce {
  private readonly byKey = new Map<string, Submission>();
  private readonly received = new Map<string, Submission[]>();
  private readonly years = new Set<string>();
  /** Figures that were laid over what an agency sent. */
  private readonly adjusted = new Map<Observation, Submission>();

  constructor(submissions: Iterable<Submission>) {
    const adjustments: Submission[] = [];
    for (const submission of submissions) {
      const key = keyOf(submission.agency, submission.period);
      const versions = this.received.get(key);
      if (versions) versions.push(submission);
      else this.received.set(key, [submission]);
      this.years.add(submission.period.slice(0, 4));
      if (submission.accepted === 'none') continue;
      if (submission.origin === 'adjustment') {
        adjustments.push(submission);
        continue;
      }
      const before = this.byKey.get(key);
      if (!before || before.version < submission.version) this.byKey.set(key, submission);
    }
    for (const one of adjustments.sort((a, b) => a.version - b.version)) this.layOver(one);
    for (const settled of withSettledDays(this.byKey.values()))
      this.byKey.set(keyOf(settled.agency, settled.period), settled);
  }

  private layOver(adjustment: Submission): void {
    const key = keyOf(adjustment.agency, adjustment.period);
    const under = this.byKey.get(key);
    if (under && under.version > adjustment.version) return;
    for (const one of adjustment.observations) this.adjusted.set(one, adjustment);
    const changed = new Set(adjustment.observations.map(figureKey));
    const kept = under?.observations.filter((one) => !changed.has(figureKey(one))) ?? [];
    this.byKey.set(key, { ...(under ?? adjustment), observations: [...kept, ...adjustment.observations] });
  }

  of(agency: string, period: PeriodId): Submission | undefined {
    return this.byKey.get(keyOf(agency, period));
  }

  /** The submission a figure of {@link of} stands in: the agency's own, or an adjustment of it. */
  sourceOf(submission: Submission, observation: Observation | null | undefined): Submission {
    return (observation && this.adjusted.get(observation)) ?? submission;
  }

  /** Whether anything was received, accepted or not. */
  hasReceived(agency: string, period: PeriodId): boolean {
    return this.received.has(keyOf(agency, period));
  }

  /** All that was received of an agency for a period, by version. */
  versionsOf(agency: string, period: PeriodId): readonly Submission[] {
    return [...(this.received.get(keyOf(agency, period)) ?? [])].sort((a, b) => a.version - b.version);
  }

  /** Whether anything of a year is there: an earlier one comes from another ledger (Nhập sổ). */
  hasYear(year: number): boolean {
    return this.years.has(String(year));
  }

  all(): Iterable<Submission> {
    return this.byKey.values();
  }
}

/** Two observations of one figure have the same key, whatever cell they come from. */
export function figureKey({ of, code, row, measure }: Observation): string {
  return `${of} ${code}\u0000${row ?? ''} ${measure}`;
}

function keyOf(agency: string, period: PeriodId): string {
  return `${agency} ${period}`;
}
