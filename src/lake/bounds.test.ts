import { handedIn } from '../../test/handed-in';
import { smallPlan } from '../../test/small-plan';
import type { Indicator, Plan, Target } from '../domain/plan/plan';
import type { Observation, Submission } from '../domain/submission/submission';
import { provinceTables } from './province-tables';

/**
 * Sums that are in no table and that an engine makes all the same: of a level whose agencies are
 * judged each, of the months of one agency, of a year at its pace. Past what DECIMAL(28,10) holds
 * DuckDB stops and others go on with another number, so nothing is written.
 */
const AGENCIES = ['SNV', '842'];
const small = smallPlan('tra-vinh-2024', AGENCIES);
const HUGE = 9e17;

function tablesOf(
  change: Partial<Indicator>,
  target: Partial<Target>,
  figures: [number, number?][],
) {
  const indicator = { ...small.indicators.find(({ code }) => code === 'K07')!, ...change };
  const one: Target = {
    ...{ indicator: indicator.code, level: null, agency: null, raw: '>= 50', operator: '>=' },
    ...{ value: 50, confirmed: true, ...target },
  };
  const plan: Plan = { ...small, indicators: [indicator], targets: [one], tasks: [], forms: [] };
  const submissions = figures.map(([numerator, denominator], index): Submission => {
    const cell = { of: 'indicator', code: indicator.code, sheet: 'S', cell: 'A1', state: 'ok' };
    const of = (measure: string, value: number) =>
      ({ ...cell, measure, value, raw: String(value) }) as Observation;
    const observations =
      denominator === undefined
        ? [of('value', numerator)]
        : [of('numerator', numerator), of('denominator', denominator)];
    const month = `2024-0${1 + Math.floor(index / AGENCIES.length)}`;
    return handedIn(AGENCIES[index % AGENCIES.length], month, { observations });
  });
  return [...provinceTables({ plan, submissions, signed: [] })];
}

const REFUSED = expect.objectContaining({
  refusal: expect.objectContaining({ code: 'lake-total-range' }) as unknown,
});

const COUNT: Partial<Indicator> = { denominator: null };

it.each([
  ['agencies are judged each', { ...COUNT, kind: 'each-unit' } as const, {}, [[HUGE], [HUGE]]],
  [
    'what one agency adds another takes away',
    { ...COUNT, kind: 'count', sign: 'any' } as const,
    {},
    [[HUGE], [-HUGE], [-HUGE], [HUGE]],
  ],
  [
    'a year at its pace is twelve times a month',
    { assess: 'pace' } as const,
    {},
    [
      [1, HUGE / 4],
      [1, 2],
    ],
  ],
  [
    'a target asks for the pace',
    {},
    { assess: 'pace' } as const,
    [
      [1, HUGE / 4],
      [1, 2],
    ],
  ],
] as [string, Partial<Indicator>, Partial<Target>, [number, number?][]][])(
  'more than a sum can hold is refused where %s',
  (_what, change, target, figures) => {
    expect(() => tablesOf(change, target, figures)).toThrow(REFUSED);
    const less = figures.map((row) => row.map((one = 0) => one / 1e4)) as [number, number?][];
    expect(tablesOf(change, target, less).length).toBeGreaterThan(0);
  },
);

it.each([
  ['too large', 2e9, 2e9],
  ['of six decimals', 0.123456, 2],
])('a change of parts %s is refused by name, what has the digits is not', (_what, part, whole) => {
  const change = { compared: 'before-percent' } as const;
  const refused = { refusal: expect.objectContaining({ code: 'lake-target-compared' }) as unknown };
  const year = (numerator: number, denominator: number): [number, number][] =>
    Array.from({ length: 4 }, () => [numerator, denominator]);
  expect(() => tablesOf(change, {}, year(part, whole))).toThrow(expect.objectContaining(refused));
  expect(tablesOf(change, {}, year(1234.12345, 2e6)).length).toBeGreaterThan(0);
  expect(tablesOf({}, {}, year(part, whole)).length).toBeGreaterThan(0);
});
