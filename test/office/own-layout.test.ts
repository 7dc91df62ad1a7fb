import { provinceTable } from '../province-table';
import { keptFilling } from '../../src/app/acts/undo-fill';
import { keptActs, undoKept } from '../../src/app/acts/undo-kept';
import { readDesk } from '../../src/app/desk';
import { consolidateInto } from '../../src/app/consolidate-into';
import {
  bindCells,
  fillLayouts,
  previewFill,
  proposeCell,
  proposeLayout,
} from '../../src/app/own-layout';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { smallPlan } from '../small-plan';
import { openExcel } from './office-window';

/**
 * The province's own table in Excel: merges are not told there, sheets that are replaced take
 * references with them.
 */

const port = new ExcelWorkbook();
const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const period = periodOf('2024-03');
const said = { who: 'An', at: '2024-03-18 09:00:00' };
const quiet = { step: () => undefined, cancelled: false };
const OWN = 'Biểu số 1';
const nameOf = (code: string) => plan.indicators.find((one) => one.code === code)!.name;
const report = () =>
  consolidateInto(port, period, { acceptIncomplete: false, asOf: null }, said, quiet);
const fillAll = async () =>
  fillLayouts(port, period, {
    keepsTyped: false,
    shown: (await previewFill(port, period)).edits,
    by: said,
  });

let model: WorkbookModel;
const own = (cell: [number, number]) => findSheet(model.workbook, OWN)!.cell(...cell);
/** Đánh giá of K07. */
const STATUS: [number, number] = [9, 12];

beforeAll(async () => {
  const table = provinceTable([
    ['1', nameOf('K07')],
    ['2', nameOf('K01')],
  ]);
  table.put(...STATUS, null, { format: '@' });
  ({ model } = await openExcel(emptyWorkbook([table, ...writePlan(plan)]), { version: '1.12' }));
  await report();
});

it('binds the active table, and the selected cell', async () => {
  await port.goTo(OWN, 'A1');
  const { cells } = await proposeLayout(port);
  expect(cells).toHaveLength(18);
  await bindCells(port, cells, said);
  await port.goTo(OWN, 'N10');
  expect(await port.selectedCell()).toEqual({ sheet: OWN, cell: 'N10' });
  const cell = await proposeCell(port, { of: 'task', code: 'T1', measure: 'status' });
  await bindCells(port, [cell], said);
});

it('fills with references that Excel calculates, also in a cell of text, and takes them back', async () => {
  expect(await port.readFormats([{ sheet: OWN, cell: 'M10' }])).toEqual(['@']);
  const { filled, undo } = await fillAll();
  model.recalculate();
  expect(filled).toBe(3);
  expect(own(STATUS)).toMatchObject({
    value: 'Chưa báo cáo',
    formula: expect.stringMatching(/^'Chỉ tiêu 2024-03'!O\d+$/),
  });
  expect(await port.readFormats([{ sheet: OWN, cell: 'M10' }])).toEqual(['General']);
  await undo();
  expect(own(STATUS)?.formula).toBeUndefined();
  expect(await port.readFormats([{ sheet: OWN, cell: 'M10' }])).toEqual(['@']);
});

it('after another consolidation the references stand on the tables that were made again', async () => {
  await fillAll();
  await report();
  expect(own(STATUS)!.formula).toMatch(/^'Chỉ tiêu 2024-03'!O\d+$/);
  const { edits } = await previewFill(port, period);
  expect(edits.filter(({ isOverwrite }) => isOverwrite)).toEqual([]);
  await fillAll();
  expect(own(STATUS)!.formula).toMatch(/^'Chỉ tiêu 2024-03'!O\d+$/);
});

describe('filling is taken back after rows were put in', () => {
  /** A typed figure in each row; nothing was received, so filling leaves all of them blank. */
  const typed = async () => {
    await report();
    const sheet = findSheet(model.workbook, OWN)!;
    sheet.put(9, 4, 77);
    sheet.put(10, 4, 11);
    return (await fillAll()).undo;
  };

  it('each figure comes back into the row it stood in', async () => {
    const undo = await typed();
    const sheet = findSheet(model.workbook, OWN)!;
    expect([own([9, 4])?.value ?? null, own([10, 4])?.value ?? null]).toEqual([null, null]);
    model.shift(sheet, {
      kind: 'insert',
      axis: 'rows',
      area: { top: 10, bottom: 10, left: 0, right: 16_383 },
    });
    await undo();
    expect([own([9, 4])?.value, own([10, 4])?.value ?? null, own([11, 4])?.value]).toEqual([
      77,
      null,
      11,
    ]);
    // Once more says the same.
    await undo();
    expect([own([9, 4])?.value, own([10, 4])?.value ?? null, own([11, 4])?.value]).toEqual([
      77,
      null,
      11,
    ]);
  });

  it('so it does from what the workbook keeps, as after it was opened again', async () => {
    await typed();
    const sheet = findSheet(model.workbook, OWN)!;
    expect(own([9, 4])?.value ?? null).toBeNull();
    model.shift(sheet, {
      kind: 'insert',
      axis: 'rows',
      area: { top: 9, bottom: 9, left: 0, right: 16_383 },
    });
    const kept = keptActs(await readDesk(port), await keptFilling(port)).find(
      ({ of }) => of === 'filling',
    )!;
    expect(kept).toMatchObject({ ...said, period: period.id });
    await undoKept(port, kept);
    expect([own([9, 4])?.value ?? null, own([10, 4])?.value]).toEqual([null, 77]);
    expect(await keptFilling(port)).toBeNull();
    await expect(undoKept(port, kept)).rejects.toMatchObject({ refusal: { code: 'undo-gone' } });
  });
});
