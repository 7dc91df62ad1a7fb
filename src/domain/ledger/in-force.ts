import type { PeriodId } from '../period/period';
import type { Submission } from '../submission/submission';

/** The submissions that count: of each agency and period, the latest version that was accepted, wholly or in part. */
export class InForce {
  private readonly byKey = new Map<string, Submission>();
  private readonly received = new Set<string>();

  constructor(submissions: Iterable<Submission>) {
    for (const submission of submissions) {
      const key = keyOf(submission.agency, submission.period);
      this.received.add(key);
      if (submission.accepted === 'none') continue;
      const before = this.byKey.get(key);
      if (!before || before.version < submission.version) this.byKey.set(key, submission);
    }
  }

  of(agency: string, period: PeriodId): Submission | undefined {
    return this.byKey.get(keyOf(agency, period));
  }

  /** Whether anything was received, accepted or not. */
  hasReceived(agency: string, period: PeriodId): boolean {
    return this.received.has(keyOf(agency, period));
  }

  all(): Iterable<Submission> {
    return this.byKey.values();
  }
}

function keyOf(agency: string, period: PeriodId): string {
  return `${agency} ${period}`;
}
