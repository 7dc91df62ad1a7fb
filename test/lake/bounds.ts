import type { Indicator, Operator, Plan, Target } from '../../src/domain/plan/plan';
import type { Province } from '../../src/lake/province-tables';
import type { Observation, Submission } from '../../src/domain/submission/submission';
import { handedIn } from '../handed-in';
import { smallPlan } from '../small-plan';
import { diceOf } from './simulated';

/**
 * Figures at both ends of what a lake takes, held against targets they reach, miss by the last
 * digit, or pass by it: every operator × way of judging × measure. A product an engine rounds, or
 * that runs over, is another status than the core's.
 */
const AGENCIES = ['SNV', '842'];
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04'];
/** All of a year at its pace still fits: src/lake/consolidated-rows.ts. */
const LARGEST = 1e18 / 12 / (AGENCIES.length * MONTHS.length) - 1e6;
/** Products of two sums of such parts still fit: src/lake/comparable.ts. */
const LARGEST_COMPARED = 8e7;

const OPERATORS: Operator[] = ['>=', '<=', '=', '>', '<', 'between', 'increase'];
const ASSESSED = ['every-period', 'whole-year', 'pace'] as const;
const MEASURES: Partial<Indicator>[] = [
  { kind: 'ratio' },
  { kind: 'per-ten-thousand', scale: 10000 },
  { kind: 'ratio', overTime: 'flow-of-constant' },
  { kind: 'count', denominator: null },
  { kind: 'count', denominator: null, overTime: 'stock' },
  { kind: 'each-unit', denominator: null },
  { kind: 'count', denominator: null, sign: 'any' },
  { kind: 'ratio', compared: 'before-percent' },
  { kind: 'ratio', compared: 'last-year-difference' },
  { kind: 'count', denominator: null, sign: 'any', compared: 'last-year-percent' },
  { kind: 'count', denominator: null, compared: 'before-difference' },
];
/** By how much a figure changes where it does as its target says, to the last digit. */
const CHANGES = [0, 10, -50, 12.5, 33.3333333333];

export function atTheBounds(seed: number): Province {
  const next = diceOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)];
  const base = smallPlan('tra-vinh-2024', AGENCIES);
  const ratio = base.indicators.find(({ code }) => code === 'K07')!;
  const rows = OPERATORS.flatMap((operator) =>
    ASSESSED.flatMap((assess) =>
      MEASURES.map((measure, index) => ({
        operator,
        indicator: {
          ...ratio,
          ...measure,
          ...{ assess, code: `${OPERATORS.indexOf(operator)}-${assess}-${index}`, sameAs: '' },
        } as Indicator,
      })),
    ),
  );
  const observations: Observation[][] = AGENCIES.flatMap(() => MONTHS.map(() => []));
  const targets: Target[] = [];
  for (const { operator, indicator } of rows) {
    const { code, scale = 100 } = indicator;
    const isCompared = indicator.compared !== undefined;
    const isRatio = indicator.denominator !== null;
    const size =
      isCompared && isRatio ? pick([LARGEST_COMPARED, 1]) : pick([LARGEST, 1e9, 1, 1e-8]);
    const places = isCompared && isRatio ? 5 : 10;
    const isWhole = size >= LARGEST_COMPARED;
    const amount = () => {
      const any = size * (0.5 + next() / 2);
      return isWhole ? Math.floor(any) : Number(any.toFixed(places));
    };
    const aim = pick([50, 33.3333333333, 0.0000000001, 99.9999999999, 100]);
    const change = pick(CHANGES);
    const target = isCompared ? change : isRatio ? aim : amount();
    const nudge = pick([-1, 0, 0, 1]);
    for (const month of observations) {
      const cell = { of: 'indicator', code, sheet: 'S', cell: 'A1', state: 'ok' };
      const put = (measure: string, value: number) =>
        month.push({ ...cell, measure, value, raw: String(value) } as Observation);
      if (!isRatio) {
        const sign = indicator.sign === 'any' ? pick([-1, 1]) : 1;
        put('value', sign * pick([isCompared ? amount() : target, amount()]));
        continue;
      }
      const under = amount();
      const exact = (under * aim) / scale;
      const last = isWhole ? Math.max(1, exact * 2 ** -52) : 1e-10;
      const over = exact + nudge * last;
      put('numerator', isWhole ? Math.floor(over) : Number(over.toFixed(places)));
      put('denominator', under);
    }
    targets.push({
      ...{ indicator: code, level: null, agency: null, raw: '', confirmed: true, operator },
      value: operator === 'increase' ? null : target,
      ...(operator === 'between' ? { to: target } : {}),
    });
  }
  const submissions = AGENCIES.flatMap((agency, who): Submission[] =>
    MONTHS.flatMap((period, when) => [
      handedIn(agency, period, { observations: observations[who * MONTHS.length + when] }),
      // Last year had the figures of the months in another order.
      handedIn(agency, period.replace('2024', '2023'), {
        observations: observations[who * MONTHS.length + ((when + 1) % MONTHS.length)],
        origin: 'opening',
      }),
    ]),
  );
  const plan: Plan = {
    ...{ ...base, id: `bounds-${seed}`, tasks: [], forms: [], confirmations: [] },
    ...{ indicators: rows.map(({ indicator }) => indicator), targets },
  };
  return { plan, submissions, signed: [] };
}
