import { knownAt } from '../../known/known';
import type { PeriodId } from '../period/period';
import type { Observation, Submission } from '../submission/submission';
import { partOf } from '../reading/form-parts';
import { withSettledDays } from './settled-days';

/** A month that is told by the report of its quarter: what it says of the month, and the report. */
export interface DerivedMonth {
  submission: Submission;
  quarter: Submission;
}

/**
 * The submissions that count: of each agency and period, the latest version that was accepted,
 * wholly or in part, with what was adjusted after it laid over it, and what came in files that hold
 * only some of its sheets. A version handed in after an adjustment takes the place of both. A month
 * nobody sent a form for may be derived from its quarter's report; what is adjusted of it lies over
 * that.
 */
export class InForce {
  private readonly byKey = new Map<string, Submission>();
  private readonly received = new Map<string, Submission[]>();
  private readonly years = new Set<string>();
  /** Agency and period of everything received that is not an adjustment. */
  private readonly forms = new Set<string>();
  private readonly blanks = new Set<string>();
  /**
   * Where a figure stands that is not in the agency's own form of the period: an adjustment, or the
   * quarter's report.
   */
  private readonly sources = new Map<Observation, Submission>();
  private readonly derived = new Set<Observation>();
  /** A submission is asked for each indicator, and looked through once. */
  private readonly indicators = new WeakMap<Submission, Map<string, IndicatorTold>>();
  /** The report a derived month comes from, by agency and month. */
  private readonly quarters = new Map<string, Submission>();

  constructor(submissions: Iterable<Submission>, derived: readonly DerivedMonth[] = []) {
    const over: Submission[] = [];
    for (const submission of submissions) {
      const key = keyOf(submission.agency, submission.period);
      if (submission.isBlank) {
        this.blanks.add(key);
        continue;
      }
      const versions = this.received.get(key);
      if (versions) versions.push(submission);
      else this.received.set(key, [submission]);
      this.years.add(submission.period.slice(0, 4));
      if (submission.origin === 'adjustment') {
        if (submission.accepted !== 'none') over.push(submission);
        continue;
      }
      this.forms.add(key);
      if (submission.accepted === 'none') continue;
      if (submission.part !== undefined) {
        over.push(submission);
        continue;
      }
      const before = this.byKey.get(key);
      if (!before || before.version < submission.version) this.byKey.set(key, submission);
    }
    const inOrder = over.sort((a, b) => a.version - b.version || (a.part ?? 0) - (b.part ?? 0));
    // Of a quarter first what its agency sent: the month derived from it says in which file each
    // figure stands.
    const quarters = new Set(derived.map(({ quarter }) => keyOf(quarter.agency, quarter.period)));
    const isQuarters = ({ agency, period }: Submission) => quarters.has(keyOf(agency, period));
    for (const one of inOrder.filter(isQuarters)) this.layOver(one);
    for (const month of derived) this.derive(month);
    for (const one of inOrder.filter((own) => !isQuarters(own))) this.layOver(one);
    for (const settled of withSettledDays(this.byKey.values()))
      this.byKey.set(keyOf(settled.agency, settled.period), settled);
  }

  private derive({ submission, quarter }: DerivedMonth): void {
    const key = keyOf(submission.agency, submission.period);
    if (this.forms.has(key)) return;
    this.received.set(key, [...(this.received.get(key) ?? []), quarter]);
    this.quarters.set(key, quarter);
    this.byKey.set(key, submission);
    const told = new Map(
      this.byKey
        .get(keyOf(quarter.agency, quarter.period))
        ?.observations.map((one) => [figureKey(one), one]),
    );
    for (const one of submission.observations) {
      this.derived.add(one);
      const part = this.sources.get(knownAt(told, figureKey(one)));
      this.sources.set(one, part?.part === undefined ? quarter : part);
    }
  }

  /**
   * A file with some sheets of the form takes the place of those sheets; an adjustment of its own
   * figures.
   */
  private layOver(one: Submission): void {
    if (one.part === undefined) this.adjust(one);
    else this.layPart(one);
  }

  private layPart(part: Submission): void {
    const key = keyOf(part.agency, part.period);
    const under = this.byKey.get(key);
    if (under && under.part === undefined && under.version > part.version) return;
    for (const one of part.observations) this.sources.set(one, part);
    const held = new Set(part.observations.map(partOf));
    const kept = under?.observations.filter((one) => !held.has(partOf(one))) ?? [];
    this.byKey.set(key, {
      ...(under ?? part),
      observations: [...kept, ...part.observations],
      explanations: [...(under?.explanations ?? []), ...part.explanations],
      accepted: part.accepted === 'partial' || under?.accepted === 'partial' ? 'partial' : 'all',
      sample: part.sample || under?.sample === true,
    });
  }

  private adjust(adjustment: Submission): void {
    const key = keyOf(adjustment.agency, adjustment.period);
    const under = this.byKey.get(key);
    // A derived month has the version of its quarter's report, which says nothing of what came
    // first.
    if (under && under.version > adjustment.version && !this.quarters.has(key)) return;
    for (const one of adjustment.observations) this.sources.set(one, adjustment);
    const changed = new Set(adjustment.observations.map(figureKey));
    const kept = under?.observations.filter((one) => !changed.has(figureKey(one))) ?? [];
    this.byKey.set(key, {
      ...(under ?? adjustment),
      observations: [...kept, ...adjustment.observations],
    });
  }

  of(agency: string, period: PeriodId): Submission | undefined {
    return this.byKey.get(keyOf(agency, period));
  }

  /** What a submission of {@link of} says of an indicator, by measure. */
  indicatorIn(submission: Submission, code: string): IndicatorTold | undefined {
    let told = this.indicators.get(submission);
    if (!told) this.indicators.set(submission, (told = indicatorsOf(submission)));
    return told.get(code);
  }

  /**
   * The submission a figure of {@link of} stands in: the agency's own, an adjustment of it, or the
   * quarter's report.
   */
  sourceOf(submission: Submission, observation: Observation | null | undefined): Submission {
    return (observation && this.sources.get(observation)) ?? submission;
  }

  /** Whether a figure of {@link of} was made from the quarter's report, not sent for the month. */
  isDerived(observation: Observation | null | undefined): boolean {
    return !!observation && this.derived.has(observation);
  }

  /** The quarter's report that tells a derived month; undefined for any other. */
  quarterOf(agency: string, month: PeriodId): Submission | undefined {
    return this.quarters.get(keyOf(agency, month));
  }

  /** Whether a form was received, accepted or not; an adjustment alone is none. */
  hasForm(agency: string, period: PeriodId): boolean {
    return this.forms.has(keyOf(agency, period));
  }

  /** Whether a blank form stands for the agency, and nothing else. */
  hasOnlyBlank(agency: string, period: PeriodId): boolean {
    return this.blanks.has(keyOf(agency, period)) && !this.hasReceived(agency, period);
  }

  /**
   * The form that counts, handed in by the agency or derived from its quarter's report; figures
   * entered for it alone are none.
   */
  formOf(agency: string, period: PeriodId): Submission | undefined {
    const found = this.of(agency, period);
    return found?.origin === 'adjustment' ? undefined : found;
  }

  /** Whether the agency handed in, accepted or not; a month that is derived counts as handed in. */
  hasReceived(agency: string, period: PeriodId): boolean {
    return this.hasForm(agency, period) || this.quarterOf(agency, period) !== undefined;
  }

  /** All that was received of an agency for a period, by version. */
  versionsOf(agency: string, period: PeriodId): readonly Submission[] {
    return [...(this.received.get(keyOf(agency, period)) ?? [])].sort(
      (a, b) => a.version - b.version,
    );
  }

  /** Whether anything of a year is there: an earlier one comes from another ledger (Nhập sổ). */
  hasYear(year: number): boolean {
    return this.years.has(String(year));
  }

  all(): Iterable<Submission> {
    return this.byKey.values();
  }
}

type IndicatorTold = Partial<Record<string, Observation>>;

function indicatorsOf({ observations }: Submission): Map<string, IndicatorTold> {
  const told = new Map<string, IndicatorTold>();
  for (const one of observations) {
    if (one.of !== 'indicator') continue;
    const own = told.get(one.code);
    if (!own) told.set(one.code, { [one.measure]: one });
    else own[one.measure] ??= one;
  }
  return told;
}

/** Two observations of one figure have the same key, whatever cell they come from. */
export function figureKey({
  of,
  code,
  row,
  measure,
}: Pick<Observation, 'of' | 'code' | 'row' | 'measure'>): string {
  return `${of} ${code}\u0000${row ?? ''} ${measure}`;
}

/**
 * One form of one file, or one entry: two rows of the ledger with the same key are the same
 * submission.
 */
export function submissionKey({
  hash,
  agency,
  period,
}: Pick<Submission, 'hash' | 'agency' | 'period'>): string {
  return `${hash} ${agency} ${period}`;
}

function keyOf(agency: string, period: PeriodId): string {
  return `${agency} ${period}`;
}
