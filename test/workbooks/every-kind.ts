import { unzipSync } from 'fflate';
import { annotated } from '../../src/app/annotate';
import { archivePeriod } from '../../src/app/archive-period';
import { checkFile } from '../../src/app/check-file';
import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { readDesk } from '../../src/app/desk';
import { issueTemplates } from '../../src/app/issue-templates';
import { bindCells, fillLayouts, previewFill, proposeLayout } from '../../src/app/own-layout';
import { lockPeriod } from '../../src/app/period-acts';
import { valuesOnlyReport } from '../../src/app/report-copy';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan, BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { scheduledPeriods, type Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { makeCommonForm } from '../../src/domain/template/common-form';
import { coveringList } from '../../src/domain/template/covering-list';
import { checkHere } from '../../src/intake/check-here';
import { openToShow } from '../../src/intake/open-received';
import { findingSentence } from '../../src/locale/sentence';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { stampedWriter } from '../../src/xlsx/stamp/stamped-writer';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { provinceTable } from '../province-table';

/**
 * One file of every kind of workbook the product writes, as it writes it; for whoever judges our
 * files.
 */

const quiet = { cancelled: false, step: () => undefined };
const said = { who: 'Nguyễn Văn An', at: '2024-11-01 08:00:00.000' };
const MARCH = periodOf('2024-03');
const AGENCIES = ['SNV', '842', '29461'];
const whole = builtinPlan('tra-vinh-2024')!;
const withForms: Plan = { ...whole, forms: [...BUILTIN_FORMS] };

type Kind = [kind: string, bytes: Uint8Array];

export async function everyKind(): Promise<Kind[]> {
  const kinds: Kind[] = [...(await plansAndForms()), ...(await offices())];
  const book = writeWorkbook(emptyWorkbook([foreignSheet()]));
  const opened = readForEditing(await book);
  if (!opened.ok) throw new Error(opened.refusal.code);
  kinds.push(['what our page saves', await writeWorkbook(opened.value.workbook)]);
  kinds.push(['an annotated copy', await annotatedCopy()]);
  return kinds;
}

async function plansAndForms(): Promise<Kind[]> {
  const write = stampedWriter(writeWorkbook);
  const kinds: Kind[] = [];
  for (const plan of BUILTIN_PLANS) {
    kinds.push([`the plan ${plan.id}`, await writeWorkbook(emptyWorkbook(writePlan(plan)))]);
    const period = scheduledPeriods(plan)[1] ?? scheduledPeriods(plan)[0];
    const issued = issueTemplates(plan, period.id, [], null);
    if (!issued.ok) throw new Error(issued.refusal.code);
    // The first and the last agency: departments and communes have forms of their own.
    for (const one of [issued.value[0], issued.value.at(-1)!])
      kinds.push([`the form ${one.fileName}`, await write(one.make())]);
  }
  kinds.push([
    'a form with statistics',
    await write(new Form(withForms, '29461', '2024-03').fill().workbook),
  ]);
  kinds.push(['a common form', await writeWorkbook(makeCommonForm(withForms, MARCH))]);
  const issued = issueTemplates(whole, '2024-03', [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  kinds.push(['the covering list', await writeWorkbook(coveringList(whole, MARCH, issued.value))]);
  return kinds;
}

/** The consolidator's workbook over a month, and what leaves it. */
async function offices(): Promise<Kind[]> {
  const plan = {
    ...withForms,
    agencies: whole.agencies.map((agency) => ({
      ...agency,
      reports: AGENCIES.includes(agency.code),
    })),
  };
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  port.workbook.sheets.push(
    provinceTable(whole.indicators.map(({ name }, index) => [`${index + 1}`, name])),
  );
  const files = await Promise.all(
    AGENCIES.map(async (agency, index) => {
      const form = new Form(plan, agency, '2024-03').fill(30 + index, 40);
      const bytes = await writeWorkbook(form.workbook);
      return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: MARCH, received: '2024-03-18', run: 'lượt' };
  await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
  await consolidateInto(port, MARCH, { acceptIncomplete: true, asOf: null }, said, quiet);
  port.active = 'Biểu số 1';
  await bindCells(port, (await proposeLayout(port)).cells, said);
  const { edits } = await previewFill(port, MARCH);
  await fillLayouts(port, MARCH, { keepsTyped: false, shown: edits, by: said });
  const kinds: Kind[] = [
    ['a values-only copy', await writeWorkbook((await valuesOnlyReport(port, MARCH)).workbook)],
    ['an own layout, filled, and the whole workbook around it', await writeWorkbook(port.workbook)],
  ];
  await lockPeriod(port, MARCH.id, said, quiet);
  const archive = await archivePeriod(
    port,
    MARCH,
    files,
    writeWorkbook,
    '2024-11-01 08:00:01.000',
    quiet,
  );
  for (const [name, bytes] of Object.entries(unzipSync(archive.bytes)))
    if (name.endsWith('.xlsx') && !name.startsWith('ban-goc/'))
      kinds.push([`of an archive: ${name}`, bytes]);
  const { ledger } = await readDesk(port);
  kinds.push(['a ledger', await writeWorkbook(emptyWorkbook(writeLedger(plan, ledger)))]);
  const { sheets } = consolidatePeriod(plan, ledger, MARCH, { acceptIncomplete: true, asOf: null });
  kinds.push(['a report', await writeWorkbook(emptyWorkbook(sheets))]);
  return kinds;
}

async function annotatedCopy(): Promise<Uint8Array> {
  const form = new Form(whole, 'SNV', '2024-03')
    .fill()
    .type('K01', 'numerator', 61)
    .type('K02', 'numerator', '=1+1');
  const bytes = await writeWorkbook(form.workbook);
  const opened = await openToShow(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const file = checkFile(whole, 'biểu.xlsx', 'x', opened, { period: null, partial: false });
  return writeWorkbook(
    annotated(opened.value.workbook, file, (found) => findingSentence(found, 'vi')),
  );
}

/** A sheet of somebody's with whatever our page can hold. */
function foreignSheet(): Sheet {
  const sheet = new Sheet('Trang của tôi');
  sheet.put(0, 0, 'Mục');
  sheet.put(0, 1, 'Số');
  for (let row = 1; row < 6; row++) {
    sheet.put(
      row,
      0,
      row === 1 ? '=1+1' : `Dòng ${row}`,
      row % 2 ? { bold: true, fontColor: '#C00000' } : undefined,
    );
    sheet.put(row, 1, row * 1.5, {
      format: '#,##0.00',
      fontName: 'Arial',
      fontSize: 10,
      fontColor: '#0000FF',
    });
  }
  sheet.putFormula(6, 1, 'SUM(B2:B6)', 22.5, {
    italic: true,
    underline: true,
    strikethrough: true,
  });
  sheet.put(7, 0, { error: '#N/A' });
  sheet.put(7, 1, true);
  sheet.put(8, 0, 'Ghép', { border: true, indent: 1, align: 'left', wrap: true });
  sheet.merges.push({ top: 8, bottom: 8, left: 0, right: 1 });
  sheet.notes.push({ row: 1, column: 0, text: 'Ghi chú', author: 'Tôi' });
  sheet.links.push({ row: 2, column: 0, sheet: sheet.name, cell: 'B2' });
  const area = { top: 1, bottom: 5, left: 1, right: 1 };
  const style = { bold: true, fontColor: '#9C0006', fill: '#FFC7CE' };
  sheet.validations.push(
    {
      area,
      rule: { kind: 'decimal', operator: 'greaterThan', first: '0' },
      prompt: { title: 'Số', text: 'Số dương' },
    },
    {
      area: { ...area, left: 2, right: 2 },
      rule: { list: ['Có', 'Không'] },
      error: { title: 'Sai', text: 'Chọn' },
    },
  );
  sheet.conditionalFormats.push(
    { area, rule: { operator: 'greaterThan', first: '3' }, style, stopIfTrue: true },
    { area, rule: { contains: 'a' }, style },
    { area, rule: { formula: 'B2>4' }, style },
  );
  const place = { top: 10, bottom: 20, left: 0, right: 5 };
  const series = [
    { name: "'Trang của tôi'!$B$1", values: "'Trang của tôi'!$B$2:$B$6", categories: '' },
  ];
  for (const kind of ['column', 'bar', 'line', 'pie'] as const)
    sheet.charts.push({ name: kind, kind, title: 'Biểu đồ', series, place });
  sheet.tables.push({
    name: 'Bang',
    area: { top: 0, bottom: 5, left: 0, right: 1 },
    style: 'TableStyleLight1',
    hasTotals: false,
    showsFilter: true,
  });
  sheet.names.set('Rieng', "'Trang của tôi'!$A$1");
  sheet.rowHeights.set(3, 30);
  sheet.hiddenRows.add(4);
  sheet.hiddenColumns.add(3);
  sheet.columnWidths.set(0, 30);
  sheet.tabColor = '#00B050';
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
  sheet.showGridlines = false;
  sheet.isProtected = true;
  sheet.protectionOptions = { allowSort: true, allowFormatCells: true };
  sheet.page = {
    landscape: true,
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    titleRows: { first: 0, last: 0 },
    printArea: area,
    footer: '&P/&N',
    bareFirstPage: true,
  };
  return sheet;
}
