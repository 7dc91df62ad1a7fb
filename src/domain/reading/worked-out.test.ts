import type { CellValue } from '../../workbook/cell';
import { workedOut } from './worked-out';

const CELLS: Record<string, CellValue> = { F22: 90, G22: 100, F8: 0, G8: null, A1: 'Mã' };
const of = (formula: string) => workedOut(formula, (cell) => CELLS[cell] ?? null);

it.each([
  ['100*G22/F22', 100 / 0.9],
  ['=G22/F22*100', 100 / 0.9],
  ['IF(F22=0,"",100*$G$22/$F$22)', 100 / 0.9],
  ['IF(AND(ISNUMBER(F22),ISNUMBER(G22)),IF(G22=0,"",100*F22/G22),"")', 90],
  ['IF(G8=0,"",100*F8/G8)', ''],
  ['IFERROR(F8/G8, 0)', 0],
  ['ROUND(F22/G22;1)', 0.9],
  ['-F22+2^3%', -90 + 2 ** 0.03],
  ['(F22>=90)*1', null],
  ['F22=90', null],
  ['F8/G8', null],
  ['SUM(F22:G22)', null],
  ["'[số.xlsx]Trang'!F22/G22", null],
  ['SoLieu', null],
  ['100*F22/', null],
  ['A1*2', null],
  // A blank cell: 0 to a sum, “” to a text, and no number.
  ['IF(G8="","",F22/G22)', ''],
  ['IF(ISNUMBER(G8),1,2)', 2],
  ['IF(G8=0,1,2)', 1],
  ['G8+1', 1],
  ['G8', 0],
  ['IF(A1="mã",1,2)', 1],
])('%s', (formula, value) => {
  if (typeof value === 'number') expect(of(formula)).toBeCloseTo(value, 9);
  else expect(of(formula)).toBe(value);
});

it('ends with any text in the time of its length', () => {
  expect(of('('.repeat(400))).toBeNull();
  expect(of(`${'-'.repeat(399)}1`)).toBe(-1);
  expect(of('IFERROR('.repeat(40) + 'A1*2')).toBeNull();
});
