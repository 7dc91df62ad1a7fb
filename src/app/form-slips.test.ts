import type { StatForm } from '../domain/plan/stat-form';
import { figureKey } from '../domain/ledger/in-force';
import type { Observation } from '../domain/submission/submission';
import { columnSlips } from './form-slips';

const FORM: StatForm = {
  code: 'VB',
  title: 'VĂN BẢN',
  rowHeading: 'Bộ phận',
  columns: ['3', '4', '5'].map((code) => ({
    code,
    group: '',
    name: `Cột ${code}`,
    unit: 'văn bản',
    overTime: 'flow' as const,
  })),
  rows: ['1', '2'].map((key) => ({ key, group: '', name: `Phòng ${key}` })),
  identities: [],
  filledBy: [{ level: 'xa' }],
};
const USUAL = [
  [120, 80, 40],
  [60, 50, 30],
];

/** What is found where the form says so many times what it said in the two periods before. */
function slips(times: readonly (readonly number[])[]): string[] {
  const cells = USUAL.flatMap((row, r) =>
    row.map((usual, c): Observation & { usual: number } => ({
      of: 'form',
      code: 'VB',
      row: String(r + 1),
      measure: String(c + 3),
      value: usual * times[r][c],
      raw: '',
      sheet: 'Biểu VB',
      cell: `${'DEF'[c]}${r + 10}`,
      state: 'ok',
      usual,
    })),
  );
  const before = new Map(cells.map((one) => [figureKey(one), one.usual]));
  return columnSlips(FORM, cells, [before, before]).map(
    ({ observation, times: power }) => `${observation.cell} ${power}`,
  );
}

const rows = (...columns: number[]) => [columns, columns];

describe('a statistics form beside what it was', () => {
  it.each([10, 100, 1000])('is named once where all of it is %p times as large', (times) => {
    expect(slips(rows(times, times, times))).toEqual([`D10 ${times}`]);
  });

  it('is named at the column that slipped alone', () => {
    expect(slips(rows(1, 100, 1.1))).toEqual(['E10 100']);
  });

  it('is silent in a busy month, and where columns grew each its own way', () => {
    expect(slips(rows(4, 5, 4.5))).toEqual([]);
    expect(slips(rows(10, 4, 5))).toEqual([]);
  });
});
