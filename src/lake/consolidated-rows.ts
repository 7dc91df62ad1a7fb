import { consolidate } from '../domain/consolidation/consolidate';
import {
  askedOf,
  denominatorsOf,
  figuresOf,
  placesOf,
  reportedOf,
  type Entry,
  type Parts,
} from '../domain/consolidation/coverage';
import type { Figure, FormColumns, IndicatorResult } from '../domain/consolidation/consolidation';
import type { SignedFigure } from '../domain/consolidation/signed-figures';
import { exactSum, type Decimal } from '../domain/decimal/decimal';
import { grouped } from '../domain/grouped';
import { measureOf } from '../domain/measure/measure';
import { findIndicator, type Indicator, type Plan } from '../domain/plan/plan';
import type { Submission } from '../domain/submission/submission';
import { numberOf, unscaled } from './decimals';
import { isPlain } from './plain-form';
import { mustBeComparable } from './comparable';
import type { Asked, Coverages } from './plan-rows';
import { LakeRefused } from './refused';
import type { Row } from './tables';

const BLANK: Row = {
  ...{ form_row: '', form_column: '', level: '', numerator: null, denominator: null, value: null },
  ...{
    expected: 0,
    reported: 0,
    status: '',
    units_met: null,
    units_judged: null,
    units_not_met: null,
  },
  ...{ cumulative_numerator: null, cumulative_denominator: null, cumulative_value: null },
  ...{ previous_numerator: null, previous_denominator: null, previous_value: null },
};

/** Parts of a sum, exactly; a quotient is nowhere, whoever wants one divides. */
interface Sums {
  numerator: bigint | null;
  denominator: bigint | null;
  value: bigint | null;
}

const NOTHING: Sums = { numerator: null, denominator: null, value: null };

/** The core's own answers in a period: what any engine has to come to from the other tables. */
export function consolidatedRows(
  plan: Plan,
  submissions: readonly Submission[],
  { period, indicators }: Asked,
): Row[] {
  const result = consolidate(plan, submissions, period.id, {
    acceptIncomplete: false,
    asOf: null,
  });
  const plain = new Set(plan.forms.filter(isPlain).map(({ code }) => code));
  const rows: Row[] = [
    {
      ...{ of: 'hand-in', code: '', expected: result.expected, reported: result.received },
      numerator: digitsOf(result.accepted, plan, period.id, ''),
    },
    ...indicators.flatMap(({ indicator, entries }, index) =>
      indicatorRows(plan, period.id, indicator, entries, result.indicators[index]),
    ),
    ...result.tasks.map(({ code, assigned, done, status }) => {
      return { of: 'task', code, expected: assigned, reported: done, status };
    }),
    ...result.forms
      .filter(({ form }) => plain.has(form))
      .flatMap((form) => {
        const cells = (columns: FormColumns, where: Row): Row[] =>
          Object.entries(columns).map(([column, value]) => ({
            ...{ of: 'form', code: form.form, form_column: column, ...where },
            value: value === null ? null : digitsOf(value, plan, period.id, form.form),
          }));
        return [
          { of: 'form', code: form.form, expected: form.expected, reported: form.reported },
          ...cells(form.total, {}),
          ...form.fields.flatMap(({ key, columns }) => cells(columns, { form_row: key })),
          ...form.levels.flatMap(({ level, columns }) => cells(columns, { level })),
        ];
      }),
  ];
  return rows.map((row) => ({ ...BLANK, period: period.id, ...row }));
}

function indicatorRows(
  plan: Plan,
  period: string,
  indicator: Indicator,
  { own, year, before, lastYear, lastYearToDate }: Coverages,
  result: IndicatorResult,
): Row[] {
  const { code } = indicator;
  const sum = (entries: readonly Entry[], figures: readonly Parts[], held: Figure | null) =>
    sumsOf(plan, period, indicator, entries, figures, held);
  const whole = (entries: readonly Entry[], held: Figure | null) => {
    const figures = figuresOf(entries);
    mustBeSummable(plan, period, indicator, figures);
    return sum(entries, figures, held);
  };
  const total = whole(own, result);
  const cumulative = whole(year, result.cumulative);
  const previous = whole(before, result.previous);
  for (const entries of [lastYear, lastYearToDate])
    mustBeSummable(plan, period, indicator, figuresOf(entries));
  mustBeComparable(plan, period, indicator, {
    now: [own, year],
    base: lastYear.length > 0 || lastYearToDate.length > 0 ? [lastYear, lastYearToDate] : [before],
  });
  const province = {
    ...{ of: 'indicator', code, ...total, status: result.status },
    ...{ expected: result.expected, reported: result.reported },
    units_met: result.unitsMet ?? null,
    units_judged: result.unitsJudged ?? null,
    units_not_met: result.notMet.length,
    ...{
      cumulative_numerator: cumulative.numerator,
      cumulative_denominator: cumulative.denominator,
    },
    ...{ cumulative_value: cumulative.value, previous_numerator: previous.numerator },
    ...{ previous_denominator: previous.denominator, previous_value: previous.value },
  };
  const ofLevel = grouped(own, ({ agency }) => agency.level);
  const levels = result.levels.map((held) => {
    const entries = ofLevel.get(held.level) ?? [];
    const sums = sum(entries, figuresOf(entries), held);
    return {
      ...{ of: 'indicator', code, level: held.level, ...sums, status: held.status },
      ...{ expected: placesOf(askedOf(entries)), reported: placesOf(reportedOf(entries)) },
    };
  });
  return [province, ...levels];
}

/** A little under what DECIMAL(28,10) holds, for the magnitudes are added up as doubles. */
const MOST = 1e18 * (1 - 1e-9);

/**
 * An engine also sums what the core never does (of a level whose agencies are judged each, of one
 * agency's months, twelve times a month for a year at its pace) and multiplies it: where all the
 * magnitudes together fit, every such sum does.
 */
function mustBeSummable(
  plan: Plan,
  period: string,
  { code, assess }: Indicator,
  figures: readonly Parts[],
): void {
  const isAtPace =
    assess === 'pace' ||
    plan.targets.some((target) => target.indicator === code && target.assess === 'pace');
  let [numerators, denominators] = [0, 0];
  for (const { numerator, denominator } of figures) {
    numerators += Math.abs(numerator);
    denominators += Math.abs(denominator ?? 0);
  }
  if (Math.max(numerators, denominators) * (isAtPace ? 12 : 1) >= MOST)
    throw new LakeRefused({ code: 'lake-total-range', facts: { plan: plan.id, period, code } });
}

/**
 * The sums the core has, before they are rounded to a double; that they are the same is made sure
 * of here.
 */
function sumsOf(
  plan: Plan,
  period: string,
  indicator: Indicator,
  entries: readonly Entry[],
  figures: readonly Parts[],
  held: Figure | null,
): Sums {
  const measure = measureOf(indicator);
  if (!measure.isTotalled || figures.length === 0) return NOTHING;
  const fit = (values: readonly number[]) =>
    digitsOf(exactSum(values), plan, period, indicator.code);
  const numerators = figures.map((figure) => figure.numerator);
  const numerator = digitsOf(measure.combine(numerators), plan, period, indicator.code);
  const sums = measure.hasParts
    ? { numerator, denominator: fit(denominatorsOf(indicator, entries)), value: null }
    : { numerator: null, denominator: null, value: numerator };
  const same = (own: bigint | null, core: number | null) =>
    (own === null ? null : numberOf(own)) === core;
  if (
    held &&
    !(
      same(sums.numerator, held.numerator) &&
      same(sums.denominator, held.denominator) &&
      (measure.hasParts || same(sums.value, held.value))
    )
  )
    throw new Error(`${plan.id} ${period} ${indicator.code}: the lake's sums are not the core's`);
  return sums;
}

function digitsOf(value: number | Decimal, plan: Plan, period: string, code: string): bigint {
  const digits = unscaled(value);
  if (typeof digits === 'bigint') return digits;
  throw new LakeRefused({ code: 'lake-total-range', facts: { plan: plan.id, period, code } });
}

/** What was locked; of a quotient only its parts. */
export function lockedRows(plan: Plan, signed: readonly SignedFigure[]): Row[] {
  return signed
    .filter(({ edited }) => edited === undefined)
    .map(({ period, lock, of, code, column, numerator, denominator, value, status, method }) => {
      const fit = (one: number | null) => (one === null ? null : digitsOf(one, plan, period, code));
      const indicator = of === 'indicator' ? findIndicator(plan, code) : undefined;
      const isQuotient = indicator ? measureOf(indicator).hasParts : denominator !== null;
      return {
        ...{ period, lock_number: lock, of, code, form_column: column, numerator: fit(numerator) },
        ...{ denominator: fit(denominator), value: isQuotient ? null : fit(value), status, method },
      };
    });
}
