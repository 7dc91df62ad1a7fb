import { unzipSync } from 'fflate';
import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { noteChased } from '../../src/app/chase';
import type { Progress } from '../../src/app/ports';
import { annexesToPrint, reportToWrite, valuesOnlyReport } from '../../src/app/report-copy';
import { periodOf } from '../../src/domain/period/period';
import { OFFERED_PLANS } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { sentName } from '../../src/domain/report/sent-name';
import { checkHere } from '../../src/intake/check-here';
import { fieldValues } from '../../src/locale/report-fields';
import { writtenReport } from '../../src/locale/written-report';
import { fillTemplate } from '../../src/word/template';
import { writeDocument } from '../../src/word/write';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';
import { runsOf, template } from '../word-files';

/** What leaves the office: what it is called, and that nothing of the office goes with it. */

const JANUARY = periodOf('2024-01');
const quiet: Progress = { step: () => undefined, cancelled: false };
const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);

/** People of the office, where files came from, and what the ledger knows them by. */
const SECRETS = ['Nguyễn Thị Mật', 'Trần Văn Kín', 'C:/Users', 'thu-muc-rieng', 'lượt-bí-mật'];
/** Sheets of the office; their names in a formula, a name or a link tell of them too. */
const SHEETS = ['Bản nộp', 'Sổ số liệu', 'Số liệu tổng hợp', 'Kiểm soát', 'Đôn đốc', 'Mục lục'];

async function office(): Promise<MemoryWorkbook> {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const files = await Promise.all(
    ['SNV', '842'].map(async (agency) => {
      const form = new Form(plan, agency, '2024-01').fill(30, 40);
      if (agency === '842') form.type('K01', 'numerator', -1);
      const path = `C:/Users/thu-muc-rieng/${agency}.xlsx`;
      const bytes = await writeWorkbook(form.workbook);
      return { path, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: JANUARY, received: '2024-01-18', run: 'lượt-bí-mật' };
  await receive(port, files, checkHere, drop, { check: quiet, write: quiet });
  const agency = plan.agencies.find(({ code }) => code === '842')!;
  const by = { who: 'Trần Văn Kín', at: '2024-01-19 08:00:00' };
  await noteChased(port, JANUARY, [{ row: { agency }, reason: 'returned' } as never], by);
  const actor = { who: 'Nguyễn Thị Mật', at: '2024-01-20 08:00:00' };
  await consolidateInto(port, JANUARY, { acceptIncomplete: false, asOf: null }, actor, quiet);
  return port;
}

function told(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const text = `${name}\n${new TextDecoder().decode(part)}`.normalize('NFC');
    return [...SECRETS, ...SHEETS]
      .filter((one) => text.includes(one))
      .map((one) => `${name}: ${one}`);
  });
}

it('nothing of the office travels in what is sent: every part of it is opened', async () => {
  const port = await office();
  // What is looked for is in the workbook all this comes from.
  const whole = told(await writeWorkbook(port.workbook)).join();
  for (const one of [...SECRETS, ...SHEETS]) expect(whole).toContain(one);
  const books = [await valuesOnlyReport(port, JANUARY), await annexesToPrint(port, JANUARY)];
  for (const { workbook } of books) {
    const bytes = await writeWorkbook(workbook);
    expect(told(bytes)).toEqual([]);
    const parts = Object.keys(unzipSync(bytes));
    expect(parts.filter((name) => /externalLink|comments|custom|connections/i.test(name))).toEqual(
      [],
    );
    const read = readWorkbook(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.sheets.filter(({ visibility }) => visibility !== 'visible')).toEqual([]);
    for (const { rows } of read.value.sheets)
      for (const cells of rows.values())
        for (const { formula } of cells.values()) expect(formula).toBeUndefined();
  }
  const { facts } = await reportToWrite(port, JANUARY);
  expect(told(await writeDocument(writtenReport(facts)))).toEqual([]);
  const asked = template(runsOf('{{ky}} {{K01.giatri}}') + runsOf('{{bang:chi-tieu}}'));
  const filled = await fillTemplate(asked, fieldValues(facts));
  if (!filled.ok) throw new Error(filled.refusal.code);
  expect(told(filled.value.bytes)).toEqual([]);
});

it('a file that is sent is called by its period, what it is and who sends it', () => {
  const name = (id: string, ...more: [string, 'report' | 'annexes', string]) =>
    sentName(
      OFFERED_PLANS.find((one) => one.id === id)!,
      ...more,
    );
  expect(name('tra-vinh-2024', '2024-03', 'report', 'docx')).toBe(
    '2024-03 Báo cáo TTHC - UBND tinh Tra Vinh.docx',
  );
  expect(name('vinh-long-2023', '2023-Q2', 'annexes', 'xlsx')).toBe(
    '2023-Q2 Phụ lục báo cáo CCHC - UBND tinh Vinh Long.xlsx',
  );
  expect(name('vinh-chap-2024', '2024', 'report', 'docx')).toBe(
    '2024 Báo cáo TTHC - UBND xa Vinh Chap.docx',
  );
  for (const plan of OFFERED_PLANS)
    expect(sentName(plan, '2026-Q1', 'values', 'xlsx')).toMatch(
      /^2026-Q1 .* - \S[^<>:"/\\|?*]*\.xlsx$/,
    );
});
