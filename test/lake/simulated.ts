import {
  compareEnds,
  month,
  parsePeriod,
  periodOf,
  type Period,
} from '../../src/domain/period/period';
import { measureOf } from '../../src/domain/measure/measure';
import {
  cutOff,
  expectedTiles,
  isFilledBy,
  reportingAgencies,
  scheduledPeriods,
  yearToDate,
  type Plan,
} from '../../src/domain/plan/plan';
import { planFor } from '../../src/domain/plan/plan-for';
import { inputColumns } from '../../src/domain/plan/stat-form';
import type {
  Observation,
  ObservationState,
  Submission,
} from '../../src/domain/submission/submission';

/**
 * A year of a plan as agencies might hand it in, from a seed: the same seed gives the same ledger.
 */
export interface Habits {
  /**
   * Chances: a form is not sent; is returned; a figure is no plain number; somebody adjusts it; it
   * came as parts; again.
   */
  missing: number;
  returned: number;
  trouble: number;
  adjusted: number;
  inParts: number;
  again: number;
}

export const TIDY: Habits = {
  missing: 0,
  returned: 0,
  trouble: 0,
  adjusted: 0,
  inParts: 0,
  again: 0,
};
export const UNTIDY: Habits = {
  missing: 0.04,
  returned: 0.05,
  trouble: 0.06,
  adjusted: 0.08,
  inParts: 0.08,
  again: 0.1,
};

/** mulberry32. */
export function diceOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function simulatedYear(plan: Plan, seed: number, habits: Habits, until = 12): Submission[] {
  const next = diceOf(seed);
  const whole = (most: number) => Math.floor(next() * (most + 1));
  const chance = (probability: number) => next() < probability;
  const submissions: Submission[] = [];
  const bases = yearToDate(plan, periodOf(String(plan.year))).filter(
    ({ lastMonth }) => lastMonth <= until,
  );
  const quarters = plan.schedule.quarterReplacesLastMonth
    ? scheduledPeriods(plan).filter(
        ({ kind, lastMonth }) => kind === 'quarter' && lastMonth <= until,
      )
    : [];

  const stateOf = (): ObservationState => {
    if (!chance(habits.trouble)) return 'ok';
    return (['undecided', 'withheld', 'not-applicable'] as const)[whole(2)];
  };
  const one = (
    of: Observation['of'],
    code: string,
    measure: string,
    value: number | string | null,
    row?: string,
  ): Observation => {
    const state = of === 'task' ? 'ok' : stateOf();
    const said = state === 'ok' ? value : null;
    const raw = value === null ? 'Không' : String(value);
    return {
      of,
      code,
      ...(row === undefined ? {} : { row }),
      measure,
      value: said,
      raw,
      sheet: 'Biểu',
      cell: 'E10',
      state,
    };
  };
  const amount = () => (chance(0.1) ? whole(99999) / 100 : whole(500));

  const observationsOf = (agencyCode: string, base: Period): Observation[] => {
    const own = planFor(plan, base);
    const agency = plan.agencies.find(({ code }) => code === agencyCode)!;
    const day = cutOff(own, base);
    return [
      ...own.indicators
        .filter(
          (indicator) => !measureOf(indicator).isFromTasks && isFilledBy(indicator, agency, day),
        )
        .flatMap((indicator): Observation[] => {
          if (chance(habits.trouble))
            return chance(0.5) ? [] : [one('indicator', indicator.code, 'value', 80)];
          if (!measureOf(indicator).hasParts)
            return [one('indicator', indicator.code, 'value', amount())];
          const denominator = amount();
          const numerator = indicator.partOfWhole
            ? Math.floor(next() * (denominator + 1))
            : amount();
          return [
            one('indicator', indicator.code, 'numerator', numerator),
            one('indicator', indicator.code, 'denominator', denominator),
          ];
        }),
      ...own.tasks
        .filter((task) => isFilledBy(task, agency))
        .flatMap((task): Observation[] => {
          if (chance(habits.trouble)) return [];
          const state = (['done', 'in-progress', 'not-started'] as const)[whole(2)];
          const date = `${base.year}-${String(base.lastMonth).padStart(2, '0')}-0${1 + whole(8)}`;
          return [
            one('task', task.code, 'status', state),
            ...(state === 'done' ? [one('task', task.code, 'date', date)] : []),
          ];
        }),
      ...own.forms
        .filter((form) => isFilledBy(form, agency, day))
        .flatMap((form) =>
          form.rows.flatMap(({ key }) =>
            inputColumns(form).map(({ code }) => one('form', form.code, code, amount(), key)),
          ),
        ),
    ];
  };
  const put = (agency: string, period: Period, more: Partial<Submission>): void => {
    const { version = 1, part = 0, origin = '' } = more;
    const file = `${period.id}_${agency}_${version}_${part}${origin}.xlsx`;
    submissions.push({
      ...{
        hash: hashOf(`${plan.id} ${file}`),
        file,
        agency,
        period: period.id,
        version: 1,
        received: cutOff(plan, period),
      },
      ...{
        late: 0,
        verdict: 'clean',
        accepted: 'all',
        sample: false,
        errors: 0,
        warnings: 0,
        run: 'mô phỏng',
      },
      ...{ observations: [], explanations: [] },
      ...more,
    });
  };

  for (const base of bases)
    for (const { code } of reportingAgencies(plan, base)) {
      if (chance(habits.missing)) continue;
      const isToldByQuarter =
        quarters.some((quarter) => compareEnds(quarter, base) === 0) && chance(0.7);
      if (isToldByQuarter) continue;
      let version = 1;
      const observations = observationsOf(code, base);
      if (chance(habits.inParts)) {
        const kinds = ['indicator', 'task', 'form'] as const;
        kinds.forEach((kind, index) =>
          put(code, base, {
            version,
            part: index + 1,
            observations: observations.filter(({ of }) => of === kind),
          }),
        );
      } else {
        const accepted = chance(habits.returned) ? 'none' : chance(0.1) ? 'partial' : 'all';
        put(code, base, { version, observations, accepted });
      }
      if (chance(habits.adjusted)) {
        const some = observationsOf(code, base).filter(() => chance(0.1));
        const grounds = { reason: 'nhập hộ', document: '', who: 'Nguyễn Văn A' };
        put(code, base, { version: ++version, origin: 'adjustment', observations: some, grounds });
      }
      if (chance(habits.again)) {
        const isPart = chance(0.3);
        const later = observationsOf(code, base).filter(({ of }) => !isPart || of === 'indicator');
        put(code, base, {
          version: ++version,
          ...(isPart ? { part: 1 } : {}),
          observations: later,
          accepted: chance(0.8) ? 'all' : 'none',
        });
      }
      if (chance(habits.adjusted)) {
        const some = observationsOf(code, base).filter(() => chance(0.05));
        put(code, base, { version: ++version, origin: 'adjustment', observations: some });
      }
    }
  for (const quarter of quarters)
    for (const { code } of reportingAgencies(plan, quarter))
      if (expectedTiles(plan, quarter).length === 3 && !chance(habits.missing))
        put(code, quarter, {
          observations: observationsOf(code, quarter).map((each) =>
            typeof each.value === 'number'
              ? { ...each, value: Math.round(each.value * 300 + 200_000) / 100 }
              : each,
          ),
        });
  // December of the year before, entered by hand: what an increase is held against.
  if (habits.adjusted > 0) {
    const december =
      parsePeriod(
        plan.schedule.kinds.includes('month') ? `${plan.year - 1}-12` : `${plan.year - 1}-Q4`,
      ) ?? month(plan.year - 1, 12);
    for (const { code } of plan.agencies.slice(0, 12))
      put(code, december, {
        origin: 'opening',
        observations: observationsOf(code, bases[0]).filter(({ of }) => of === 'indicator'),
      });
  }
  return submissions;
}

/** Sixty-four hexadecimal digits; no cryptography. */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (const char of text) {
    a = Math.imul(a ^ char.codePointAt(0)!, 0x01000193) >>> 0;
    b = Math.imul(b + char.codePointAt(0)!, 0x85ebca6b) >>> 0;
  }
  return [a, b, a ^ b, Math.imul(a, b) >>> 0]
    .map((one) => (one >>> 0).toString(16).padStart(8, '0'))
    .join('')
    .repeat(2);
}
