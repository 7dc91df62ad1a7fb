import { builtinPlan } from '../plan/builtin';
import type { Indicator } from '../plan/plan';
import type { Observation } from '../submission/submission';
import type { Compared } from './last-figures';
import { slipsOf } from './slips';

const SHARE = builtinPlan('tra-cu-2023')!.indicators.find(({ code }) => code === 'K01')!;

/** A row of 40 of 60 in each of three periods, now so many times that. */
function row(code: string, times: number, overTime: Indicator['overTime'] = 'flow'): Compared {
  const indicator: Indicator = { ...SHARE, code, overTime };
  const figure = (measure: 'numerator' | 'denominator', value: number): Observation => ({
    of: 'indicator',
    code,
    measure,
    value,
    raw: String(value),
    sheet: 'Biểu chỉ tiêu',
    cell: `${measure === 'numerator' ? 'H' : 'I'}${code}`,
    state: 'ok',
  });
  return {
    indicator,
    numerator: figure('numerator', 40 * times),
    denominator: figure('denominator', 60 * times),
    value: null,
    last: { numerator: 40, denominator: 60 },
    previous: { numerator: 120, denominator: 180 },
  };
}
const said = (...indicators: Compared[]) =>
  slipsOf({ periodsBefore: 3, indicators }).map(({ observation, times, others }) =>
    [observation.cell, times, ...(others > 0 ? [`+${others}`] : [])].join(' '),
  );
const found = (...times: number[]) =>
  said(...times.map((one, index) => row(String(index + 10), one)));

it('ten times more of everything is one thing to say; a hundred times is said of every row', () => {
  expect(found(10, 10, 10, 10)).toEqual(['I10 10 +3']);
  expect(found(10, 10, 4, 4)).toEqual(['I10 10 +1']);
  expect(found(10, 4, 4, 4)).toEqual(['I10 10']);
  expect(found(100, 100, 100)).toEqual(['I10 100', 'I11 100', 'I12 100']);
  expect(found(10, 1, 1, 1)).toEqual(['I10 10']);
  expect(found(4, 5, 4, 4)).toEqual([]);
});

it('a slip is told from what the other rows say of the period: after an idle month all of them grow', () => {
  expect(found(8, 2, 2, 2)).toEqual([]);
  expect(found(20, 2, 2, 2)).toEqual(['I10 10']);
  expect(found(5, 0.5, 0.5, 0.5)).toEqual(['I10 10']);
  expect(found(10, 2, 2)).toEqual(['I10 10']);
});

it('what there is to review is no more in a busy month: ten times of it is said beside', () => {
  const standing = row('20', 10, 'stock');
  expect(said(row('10', 10), row('11', 10), row('12', 10), standing)).toEqual([
    'I10 10 +2',
    'I20 10',
  ]);
});

it('a share that rose by a hair is no campaign where its whole is just ten times what it was', () => {
  const slipped = (own: readonly [number, number]): Compared => {
    const one = row('10', 1);
    one.numerator!.value = own[0];
    one.denominator!.value = own[1];
    return {
      ...one,
      last: { numerator: 371, denominator: 377 },
      previous: { numerator: 966, denominator: 1008 },
    };
  };
  expect(said(slipped([3720, 3800]))).toEqual(['I10 10']);
  expect(said(slipped([4700, 4800]))).toEqual([]);
});
