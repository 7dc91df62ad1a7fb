import { checkOpenForm, stampForm } from '../../src/app/sender';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { parseCell } from '../../src/workbook/address';
import { Form } from '../forms';
import { openExcel } from './office-window';

/**
 * Excel calculates only when it is asked to (Tùy chọn tính toán: Thủ công): totals on the sheet are
 * those of before.
 */

const port = new ExcelWorkbook();

async function totals() {
  const sheet = new Sheet('Bảng');
  sheet.put(0, 0, 1);
  sheet.put(1, 0, 2);
  sheet.putFormula(2, 0, 'SUM(A1:A2)', 3);
  const opened = await openExcel(emptyWorkbook([sheet]));
  manual(opened.model);
  opened.model.edit(1, 0, { value: 10 });
  expect(sheet.value(2, 0)).toBe(3);
  return opened;
}
function manual(model: WorkbookModel): void {
  model.recalculate();
  model.calculationMode = 'Manual';
}
const AREA = { top: 0, left: 0, bottom: 2, right: 0 };

it.each<[string, () => Promise<unknown>]>([
  ['sheets', async () => (await port.readSheets(['Bảng'])).sheets[0].value(2, 0)],
  ['the whole workbook', async () => (await port.readWhole()).sheets[0].value(2, 0)],
  ['the open sheet', async () => (await port.readActiveSheet()).sheets[0].value(2, 0)],
  ['ranges', async () => (await port.readAreas([{ sheet: 'Bảng', area: AREA }]))[0]!.value(2, 0)],
])('%s are read as they are calculated now', async (_, read) => {
  const { host } = await totals();
  expect(await read()).toBe(11);
  host.keepsCalculating = true;
  await expect(read()).rejects.toMatchObject({ refusal: { code: 'calculation-pending' } });
});

it('nothing is calculated twice where Excel does it by itself', async () => {
  const { host, model } = await totals();
  model.calculationMode = 'Automatic';
  host.traffic.reset();
  await port.readWhole();
  expect(host.traffic.lines().join()).not.toContain('calculate()');
});

it('tables that are written show their totals', async () => {
  const { model } = await totals();
  const table = new Sheet('Tổng');
  table.putFormula(0, 0, 'Bảng!A3*2', null);
  await port.replaceSheets([table]);
  expect(findSheet(model.workbook, 'Tổng')!.value(0, 0)).toBe(22);
});

it('a form is checked and stamped by the totals of its figures', async () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  const form = Form.of(plan.agencies[0].code, '2024-03', plan.id).fill();
  const { model } = await openExcel(form.workbook);
  manual(model);
  const before = (await checkOpenForm(port, plan)).file;
  const [first] = form.plan.indicators.filter(
    ({ code, denominator }) => form.has(code) && denominator,
  );
  const { row, column } = parseCell(form.cell(first.code, 'ratio'))!;
  const ratio = () => form.workbook.sheets[0].value(row, column);
  form.type(first.code, 'numerator', 1).type(first.code, 'denominator', 2);
  model.outdate();
  // The form still shows the ratio of before, which is not that of its parts.
  expect(ratio()).toBe(75);
  const { file } = await checkOpenForm(port, plan);
  expect(ratio()).toBe(50);
  expect(file.findings).toEqual(before.findings);
  expect(file.observations).not.toEqual(before.observations);
  form.type(first.code, 'numerator', 2);
  model.outdate();
  expect(ratio()).toBe(50);
  const stamped = await stampForm(port, plan, { who: 'An', at: '2024-03-15 08:00:00' });
  // A ratio other than its parts give would be a warning.
  expect(stamped).toMatchObject({ stamp: { warnings: 0 } });
  expect(ratio()).toBe(100);
});
