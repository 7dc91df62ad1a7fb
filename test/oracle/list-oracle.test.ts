import { consolidate } from '../../src/domain/consolidation/consolidate';
import type { FormResult } from '../../src/domain/consolidation/consolidation';
import { listRows, parseStatIdentity, type StatForm } from '../../src/domain/plan/stat-form';
import type { Observation, ObservationState } from '../../src/domain/submission/submission';
import { differences } from './differences';
import { listOracle } from './list-oracle';
import { basesOf } from './form-oracle';
import { randomProvince } from './province';

/** Lists of variable length: what was listed, how many lines, and sums where the form asks them. */
const SEEDS = Number(process.env.FORM_ORACLE_SEEDS ?? 100);
const OPTIONS = { acceptIncomplete: false, asOf: null };
const NONE = 'Không phát sinh';

const typed = (code: string, how?: 'text' | 'date') => ({
  ...{ code, group: '', name: `Cột ${code}`, unit: how ? '' : 'trang' },
  ...(how ? { typed: how } : {}),
});

function listOf(dice: (below: number) => number): StatForm {
  const hasSum = dice(2) === 0;
  return {
    ...{ code: 'VB', title: 'Văn bản', rowHeading: 'STT', lines: 4, rows: listRows(4) },
    columns: [
      { ...typed('3', 'text'), overTime: 'none' },
      { ...typed('4', 'date'), overTime: 'none' },
      { ...typed('5'), overTime: 'flow' },
      { ...typed('6'), overTime: dice(2) === 0 ? 'flow' : 'stock' },
      ...(hasSum ? [{ ...typed('7'), overTime: 'computed' as const }] : []),
    ],
    identities: hasSum ? [parseStatIdentity('7 = 5 + 6')!] : [],
    ...(dice(3) === 0 ? {} : { totals: dice(3) === 0 ? 'no' : 'yes' }),
    filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
  };
}

function cell(row: number, measure: string, value: Observation['value'], state?: ObservationState) {
  const at = { sheet: 'VB', cell: 'C9', raw: String(value) };
  return {
    of: 'form' as const,
    code: 'VB',
    row: String(row),
    measure,
    value,
    ...at,
    state: state ?? 'ok',
  };
}

function sheetOf(dice: (below: number) => number): Observation[] {
  if (dice(6) === 0) return [];
  if (dice(6) === 0) return [cell(1, '3', NONE)];
  const cells: Observation[] = [];
  // More lines than stood ready, some left out.
  for (let line = 1, last = dice(7); line <= last; line++) {
    if (dice(5) === 0) continue;
    if (dice(3) > 0) cells.push(cell(line, '3', `Văn bản ${line}`));
    if (dice(3) > 0) cells.push(cell(line, '4', `2024-0${1 + dice(9)}-1${dice(9)}`));
    if (dice(8) > 0) cells.push(cell(line, '5', dice(50)));
    if (dice(8) > 0) cells.push(cell(line, '6', dice(500) / 10));
    if (dice(15) === 0) cells.push(cell(line, '5', null, 'withheld'));
    if (dice(20) === 0) cells.push(cell(line, '5', 'mười', 'undecided'));
  }
  return cells;
}

function dieOf(seed: number): (below: number) => number {
  let state = (seed + 7) * 2654435761;
  return (below) => {
    for (const [left, by] of [
      [true, 13],
      [false, 17],
      [true, 5],
    ] as const)
      state ^= left ? state << by : state >>> by;
    return (state >>> 0) % below;
  };
}

it(`agree with the independent oracle on ${SEEDS} random provinces`, () => {
  const found: string[] = [];
  const seen: FormResult[] = [];
  for (let seed = 0; seed < SEEDS && found.length < 10; seed++) {
    const dice = dieOf(seed);
    const province = randomProvince(seed);
    const form = listOf(dice);
    const plan = { ...province.plan, indicators: [], targets: [], tasks: [], forms: [form] };
    const submissions = province.submissions.map((one) => ({
      ...one,
      observations: sheetOf(dice),
    }));
    for (const period of [province.period, `${plan.year}`]) {
      if (basesOf(plan, form, period).length === 0) continue;
      const theirs = listOracle(plan, form, submissions, period);
      const { forms } = consolidate(plan, submissions, period, OPTIONS);
      found.push(...differences(forms, [theirs], `seed ${seed} ${period}`));
      seen.push(theirs);
    }
  }
  expect(found).toEqual([]);
  const share = (isSuch: (result: FormResult) => boolean) =>
    seen.filter(isSuch).length / seen.length;
  expect(share(({ listed }) => listed! > 5)).toBeGreaterThan(0.3);
  expect(share(({ total }) => total['5'] !== null)).toBeGreaterThan(0.2);
  expect(share(({ reported, complete }) => reported > 0 && !complete)).toBeGreaterThan(0.2);
});
