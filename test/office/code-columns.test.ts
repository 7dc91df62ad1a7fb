import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { putPlan } from '../../src/app/put-plan';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { typedValue } from '../../src/workbench/host/typing';
import { cellName } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { openExcel } from './office-window';

/**
 * Codes, ordinals and periods that read as a figure or a date stay what they are when somebody
 * types them again.
 */

const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const plan = builtinPlan(PLAN)!;
const port = new ExcelWorkbook();
const quiet = { step: () => undefined, cancelled: false };
let model: WorkbookModel;

async function take(index: number): Promise<void> {
  const form = Form.of(plan.agencies[index].code, MONTH, PLAN).fill();
  const bytes = await writeWorkbook(form.workbook);
  const file = {
    path: form.fileName,
    modified: null,
    size: bytes.length,
    bytes: async () => bytes,
  };
  const drop = { period: periodOf(MONTH), received: '2024-03-18', run: '2024-03' };
  await receive(port, [file], checkHere, drop, { check: quiet, write: quiet });
}

beforeAll(async () => {
  ({ model } = await openExcel(emptyWorkbook([new Sheet('Ghi chú')]), { platform: 'windows' }));
  await putPlan(port, PLAN);
  await take(0);
  // Below the first: its rows are added.
  await take(1);
  const said = { who: '12-2024', at: '2024-04-01 08:00:00' };
  await consolidateInto(
    port,
    periodOf(MONTH),
    { acceptIncomplete: false, asOf: null },
    said,
    quiet,
  );
});

it('no text of a sheet of ours turns into something else when it is typed again', () => {
  const turned = model.workbook.sheets.flatMap((sheet) =>
    [...sheet.rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value, formula, style }]) => {
        if (typeof value !== 'string' || formula !== undefined || style?.format === '@') return [];
        const isTurned = (['en-US', 'vi-VN'] as const).some(
          (locale) => typedValue(value, locale) !== null,
        );
        return isTurned ? [`${sheet.name} ${cellName(row, column)}: ${value}`] : [];
      }),
    ),
  );
  expect(turned).toEqual([]);
});

it('the pane gives the same number formats as the command line', () => {
  const differ = writePlan(plan).flatMap((sheet) => {
    const written = findSheet(model.workbook, sheet.name)!;
    return [...sheet.rows].flatMap(([row, cells]) =>
      [...cells]
        .filter(([column, { style }]) => written.cell(row, column)?.style?.format !== style?.format)
        .map(([column]) => `${sheet.name} ${cellName(row, column)}`),
    );
  });
  expect(differ).toEqual([]);
});

it('rows that are added have the formats of those above', () => {
  for (const name of Object.values(LEDGER_SHEETS)) {
    const sheet = findSheet(model.workbook, name)!;
    const [first, last] = [1, sheet.usedArea()!.bottom];
    for (const [column, { style }] of sheet.rows.get(first)!) {
      const below = sheet.cell(last, column);
      if (below && below.value !== null)
        expect(`${name} ${column} ${below.style?.format}`).toBe(
          `${name} ${column} ${style?.format}`,
        );
    }
  }
});
