import { builtinPlan } from '../../plan/builtin';
import type { Indicator } from '../../plan/plan';
import type { Observation } from '../../submission/submission';
import type { Compared, ComparedForm } from '../last-figures';
import { cumulativeAsPeriod } from './cumulative-as-period';

const SHARE = builtinPlan('tra-cu-2023')!.indicators.find(({ code }) => code === 'K01')!;

type Parts = readonly [numerator: number, denominator: number];

/** A share that came in a period, beside that of the last one and of all so far. */
function row(code: string, own: Parts, last: Parts, soFar: Parts): Compared {
  const indicator: Indicator = { ...SHARE, code, overTime: 'flow' };
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
  const parts = ([numerator, denominator]: Parts) => ({ numerator, denominator });
  return {
    indicator,
    numerator: figure('numerator', own[0]),
    denominator: figure('denominator', own[1]),
    value: null,
    last: parts(last),
    previous: parts(soFar),
  };
}

function said(periodsBefore: number, indicators: Compared[]): string[] {
  const found: string[] = [];
  const form: ComparedForm = { periodsBefore, indicators };
  cumulativeAsPeriod.check(form, ({ cell, facts }) => {
    found.push([cell, ...Object.values(facts as Record<string, number>)].join(' '));
  });
  return found;
}

/** 80 of 100 in every period so far. */
const usual = (code: string, own: Parts, periods: number) =>
  row(code, own, [80, 100], [80 * periods, 100 * periods]);

describe('a whole form of cumulative figures', () => {
  it('is said once in the fourth period, also where counts are small or hardly anything came', () => {
    const rows = [
      row('10', [31, 39], [8, 10], [24, 30]),
      row('11', [268, 330], [80, 100], [240, 300]),
      row('12', [250, 312], [80, 100], [240, 300]),
    ];
    expect(said(3, rows)).toEqual(['H10 31 24 2']);
  });

  it('and in the eighth', () => {
    const rows = [10, 11, 12].map((code) => usual(String(code), [570, 712], 7));
    expect(said(7, rows)).toEqual(['H10 570 560 2']);
  });

  it('is none where all there was came in the last period', () => {
    const rows = [10, 11, 12].map((code) => row(String(code), [85, 105], [80, 100], [80, 100]));
    expect(said(3, rows)).toEqual([]);
  });

  it('is none where one row is of the period', () => {
    const rows = [
      row('10', [31, 39], [8, 10], [24, 30]),
      row('11', [246, 305], [80, 100], [240, 300]),
      usual('12', [90, 120], 3),
    ];
    expect(said(3, rows)).toEqual([]);
  });
});

describe('one row beside others that tell what the period was like', () => {
  const others = (own: Parts, periods: number) => [
    usual('20', own, periods),
    usual('21', own, periods),
  ];

  it('is seen in a quiet period', () => {
    const rows = [usual('10', [584, 730], 7), ...others([24, 30], 7)];
    expect(said(7, rows)).toEqual(['H10 584 560 0']);
  });

  it('is seen in the fourth', () => {
    const rows = [usual('10', [320, 400], 3), ...others([80, 100], 3)];
    expect(said(3, rows)).toEqual(['H10 320 240 0']);
  });

  it('is a campaign where what is left is unlike the period of the others', () => {
    expect(said(3, [usual('10', [368, 460], 3), ...others([80, 100], 3)])).toEqual([]);
  });

  it('is no more than they are where most of them hold all that came before as well', () => {
    const busy = (code: string, times: number) => usual(code, [80 * times, 100 * times], 3);
    const rows = [busy('10', 4), busy('11', 4.2), busy('12', 7), usual('13', [90, 112], 3)];
    expect(said(3, rows)).toEqual([]);
    expect(said(3, [busy('10', 4), busy('11', 1), busy('12', 1.1)])).toEqual(['H10 320 240 0']);
    expect(said(3, [busy('10', 4)])).toEqual(['H10 320 240 0']);
  });

  it('is a campaign where the share of what is left is unlike the usual one', () => {
    expect(said(3, [usual('10', [337, 400], 3), ...others([80, 100], 3)])).toEqual([]);
  });
});

describe('one row after one period or two, of the form alone', () => {
  const other = row('20', [66, 81], [70, 90], [145, 180]);

  it('is said where it is all that came before and nothing more', () => {
    const idle = row('10', [160, 200], [75, 110], [160, 200]);
    expect(said(2, [idle, other])).toEqual(['H10 160 160 0']);
    expect(said(2, [row('10', [161, 200], [75, 110], [160, 200]), other])).toEqual([]);
  });

  it('is none where it is January’s again and February brought nothing', () => {
    expect(said(2, [row('10', [40, 50], [0, 0], [40, 50]), other])).toEqual([]);
  });

  it('is none in the second period, where it is the last figure again', () => {
    expect(said(1, [row('10', [80, 100], [80, 100], [80, 100])])).toEqual([]);
  });

  it('is said beside another row that was the same figure so far', () => {
    const twin = row('20', [70, 120], [70, 100], [70, 100]);
    expect(said(1, [row('10', [178, 220], [80, 100], [80, 100]), twin])).toEqual(['H10 178 80 0']);
    expect(said(1, [row('10', [178, 221], [80, 100], [80, 100]), twin])).toEqual([]);
  });

  it('is none where a campaign brought about as much', () => {
    expect(said(2, [row('10', [250, 300], [80, 100], [160, 200]), other])).toEqual([]);
  });
});
