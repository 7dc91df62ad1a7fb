import type { InForce } from '../domain/ledger/in-force';
import type { Period } from '../domain/period/period';
import type { Agency } from '../domain/agency/agency';
import type { Indicator } from '../domain/plan/plan';
import { figureKey } from '../domain/ledger/in-force';
import type { Observation, Submission } from '../domain/submission/submission';

export interface Parts {
  numerator: number;
  denominator: number;
}

/**
 * The figures in force by what they are: each submission is gone through once, however often it is
 * asked.
 */
export class LedgerFigures {
  private readonly bySubmission = new Map<Submission, ReadonlyMap<string, number>>();

  constructor(private readonly inForce: InForce) {}

  of(agency: Agency, period: Period): ReadonlyMap<string, number> | undefined {
    const submission = this.inForce.of(agency.code, period.id);
    if (!submission) return undefined;
    let known = this.bySubmission.get(submission);
    if (!known) {
      known = figuresIn(submission.observations);
      this.bySubmission.set(submission, known);
    }
    return known;
  }
}

export function figuresIn(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (const one of observations) {
    if (one.of !== 'task' && one.state === 'ok' && typeof one.value === 'number')
      figures.set(figureKey(one), one.value);
  }
  return figures;
}

/** Both parts of an indicator; of a count its figure over 0. Null where a part is not there. */
export function partsIn(
  figures: ReadonlyMap<string, number>,
  { code, denominator: whole }: Indicator,
): Parts | null {
  const of = (measure: string) => figures.get(figureKey({ of: 'indicator', code, measure }));
  const numerator = of(whole ? 'numerator' : 'value');
  const denominator = whole ? of('denominator') : 0;
  return numerator === undefined || denominator === undefined ? null : { numerator, denominator };
}
