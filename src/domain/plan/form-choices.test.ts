import type { CellValue } from '../../workbook/cell';
import { emptyWorkbook } from '../../workbook/workbook';
import { cellName } from '../../workbook/address';
import { builtinPlan } from './builtin';
import type { Plan } from './plan';
import { PLAN_SHEETS } from './plan-sheets';
import { writePlan } from './plan-tables';
import { readPlanTables } from './read-plan';

const plan = builtinPlan('cchc-mau-2026')!;

/** The plan's tables with other words in the row of a code; where they stand. */
function tables(code: string, said: Record<string, CellValue>) {
  const workbook = emptyWorkbook(writePlan(plan as Plan));
  const sheet = workbook.sheets.find(({ name }) => name === PLAN_SHEETS.forms)!;
  const columnOf = (heading: string) =>
    [...sheet.rows.get(0)!].find(([, { value }]) => value === heading)![0];
  const [row] = [...sheet.rows].find(
    ([at]) =>
      sheet.value(at, columnOf('Mã')) === code && sheet.value(at, columnOf('Loại dòng')) === 'Dòng',
  )!;
  for (const [heading, value] of Object.entries(said)) sheet.put(row, columnOf(heading), value);
  const cell = (heading: string) => cellName(row, columnOf(heading));
  return { workbook, cell };
}

it.each<[string, string, Record<string, CellValue>, string, string]>([
  [
    'a row that adds itself',
    '3.1',
    { 'Công thức': '3.1 + 3.1.1' },
    'Công thức',
    'không nhắc lại dòng 3.1',
  ],
  [
    'a sum of other units',
    '3.1',
    { 'Công thức': '3.1.1 + 6.1' },
    'Công thức',
    'cùng ĐVT (dòng 6.1: triệu đồng; dòng 3.1: thủ tục)',
  ],
  ['a sum of an answer', '3.1', { 'Công thức': '1.4 + 3.1.1' }, 'Công thức', 'dòng 1.4 không phải'],
  [
    'ranks that are added up',
    '5.3',
    { 'Cộng theo đơn vị': 'Cộng các đơn vị', 'Đơn vị điền số liệu': null },
    'Cộng theo đơn vị',
    'Từng đơn vị / Số của đơn vị chủ trì',
  ],
])('%s is a fault at its cell, with what is allowed', (_, code, said, at, allowed) => {
  const { workbook, cell } = tables(code, said);
  const found = readPlanTables(workbook).faults.map(({ finding: one }) => [
    ...[one.code, one.cell],
    'expected' in one.facts ? one.facts.expected : '',
  ]);
  expect(found).toEqual([['plan-fault-bad-cell', cell(at), expect.stringContaining(allowed)]]);
});

it('a share, and a sum that says how its units go together, are none', () => {
  for (const formula of ['100 * 3.1.1 / 1.1.1', '3.1.1 + 6.1 * [0]']) {
    const { workbook } = tables('3.1', { 'Công thức': formula });
    expect(readPlanTables(workbook).faults).toEqual([]);
  }
});
