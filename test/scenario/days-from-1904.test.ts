import { annotated } from '../../src/app/annotate';
import { showReceived, VIEW_SHEET } from '../../src/app/received-file';
import { readLedger, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { checkPlan, type PlanFinding } from '../../src/domain/plan-check/check-plan';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { readPlan, readPlanTables } from '../../src/domain/plan/read-plan';
import { identify } from '../../src/domain/reading/identify';
import { readHead } from '../../src/domain/reading/form-head';
import type { CheckedFile, Submission } from '../../src/domain/submission/submission';
import { dateToSerial } from '../../src/text/date';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../../src/workbook/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';

/**
 * A workbook that older Excel for Mac saved counts days from 1904: every day in it is the one that
 * it shows.
 */

const plan = builtinPlan('tra-vinh-2024')!;

/** The same workbook as it is where days count from 1904. */
function by1904(workbook: Workbook): Workbook {
  for (const sheet of workbook.sheets)
    for (const cells of sheet.rows.values())
      for (const cell of cells.values())
        if (typeof cell.value === 'number' && /y/.test(cell.style?.format ?? ''))
          cell.value -= 1462;
  workbook.date1904 = true;
  return workbook;
}

it('a month typed as a date in the head of a form is that month', () => {
  const form = new Form(plan, plan.agencies.find(({ reports }) => reports)!.code, '2024-03').fill();
  for (const sheet of form.workbook.sheets)
    for (const [row, cells] of sheet.rows)
      for (const [column, { value }] of cells)
        if (typeof value === 'string' && /^Kỳ báo cáo/.test(value)) {
          sheet.put(row, column, 'Kỳ báo cáo:');
          sheet.put(row, column + 1, dateToSerial('2024-03-01'), { format: 'mm/yyyy' });
        }
  const [sheet] = by1904(form.workbook).sheets;
  expect(readHead(sheet, true).period?.period?.id).toBe('2024-03');
  const { findings } = identify(form.workbook, plan, form.fileName, periodOf('2024-03'));
  expect(findings.map(({ code }) => code)).not.toContain('other-period-in-head');
  expect(findings.find(({ code }) => code === 'month-as-date')).toMatchObject({
    facts: { year: 2024, month: 3 },
  });
});

it('a plan is read with the days it shows, and what is doubtful in it at its cell', () => {
  const dated = {
    ...plan,
    indicators: plan.indicators.map((one) => ({ ...one, from: '2024-02-15' })),
    agencies: plan.agencies.map((one) => ({
      ...one,
      validFrom: '2024-01-15',
      validTo: '2024-12-20',
    })),
  };
  const workbook = by1904(emptyWorkbook(writePlan(dated)));
  const read = readPlan(workbook);
  expect(read).toEqual(readPlan(emptyWorkbook(writePlan(dated))));
  const places = (found: readonly PlanFinding[]) =>
    found.map(({ row, finding }) => ({ row, finding }));
  expect(places(checkPlan(readPlanTables(workbook).plan!, workbook))).toEqual(
    places(checkPlan(dated, emptyWorkbook(writePlan(dated)))),
  );
});

it('a ledger tells the day a form came', () => {
  const [agency] = plan.agencies;
  const form: Submission = {
    ...{
      hash: 'a',
      file: 'a.xlsx',
      agency: agency.code,
      period: '2024-03',
      version: 1,
      received: '2024-03-16',
    },
    ...{
      late: 0,
      verdict: 'clean',
      accepted: 'all',
      sample: false,
      errors: 0,
      warnings: 0,
      run: 'x',
    },
    ...{ observations: [], explanations: [] },
  };
  const workbook = by1904(emptyWorkbook(writeLedger(plan, [form])));
  expect(findSheet(workbook, LEDGER_SHEETS.submissions)).toBeDefined();
  const read = readLedger(workbook, plan);
  expect(read.ok && read.value.submissions[0].received).toBe('2024-03-16');
});

describe('what is copied out of such a file shows the same days', () => {
  const received = (): Workbook => {
    const sheet = new Sheet('Biểu');
    sheet.put(0, 0, dateToSerial('2024-03-15') - 1462, { format: 'dd/mm/yyyy' });
    sheet.put(1, 0, 0.5, { format: 'hh:mm' });
    sheet.put(2, 0, 42_000, { format: '#,##0' });
    return { ...emptyWorkbook([sheet]), date1904: true };
  };
  const column = (sheet: Sheet) => [0, 1, 2].map((row) => sheet.value(row, 0));
  const meant = [dateToSerial('2024-03-15'), 0.5, 42_000];

  it('in a marked copy', () => {
    const copy = annotated(
      received(),
      { file: 'a.xlsx', findings: [] } as unknown as CheckedFile,
      () => '',
    );
    expect(column(findSheet(copy, 'Biểu')!)).toEqual(meant);
  });

  it('in the sheet that is shown', async () => {
    const port = new MemoryWorkbook();
    const read = async () =>
      ({ ok: true, value: { workbook: received(), converted: null } }) as never;
    await showReceived(port, { file: 'a.xlsx' }, new Uint8Array(), read, {
      sheet: 'Biểu',
      cell: 'A1',
    });
    expect(column(findSheet(port.workbook, VIEW_SHEET)!)).toEqual(meant);
  });
});
