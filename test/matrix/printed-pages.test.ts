import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { consolidatePeriod, reportBook } from '../../src/app/consolidate-period';
import { issueTemplates } from '../../src/app/issue-templates';
import { takeIn } from '../../src/app/take-in';
import { fillForm } from '../../src/cli/sample/fill-form';
import { OFFERED_PLANS } from '../../src/domain/plan/builtin';
import {
  baseKind,
  consolidablePeriods,
  reportingAgencies,
  scheduledPeriods,
  type Plan,
} from '../../src/domain/plan/plan';
import { compareEnds, type Period } from '../../src/domain/period/period';
import { annexNumbers } from '../../src/domain/report/report-head';
import { printSet } from '../../src/domain/report/print-set';
import { reportFacts } from '../../src/domain/written-report/facts';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { writtenReport } from '../../src/locale/written-report';
import { writeDocument } from '../../src/word/write';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';

/**
 * What comes out of the printer, by LibreOffice: of a report only its annexes (and the index), at
 * ten points or more, headings on every page, pages numbered from 1 in each annex and not on its
 * first. Three plans; with PRINTED=<folder> the quarter and the year of all of them by all
 * agencies, left there to be looked at page by page.
 */

const folder = scratch();
afterAll(folder.remove);
const kept = process.env.PRINTED;
const quiet = { cancelled: false, step: () => undefined };
const OPTIONS = { acceptIncomplete: false, asOf: null };
/** So many agencies are enough to see how a page is filled. */
const SOME = 12;

const plans = kept
  ? OFFERED_PLANS
  : OFFERED_PLANS.filter(({ id }) =>
      ['vinh-long-2023', 'vinh-chap-2024', 'cchc-mau-2026'].includes(id),
    );

async function played(plan: Plan, periods: readonly Period[]): Promise<Submission[]> {
  let ledger: Submission[] = [];
  for (const period of periods) {
    const asked = reportingAgencies(plan, period).map(({ code }) => code);
    const issued = issueTemplates(plan, period.id, kept ? asked : asked.slice(0, SOME), ledger);
    if (!issued.ok) throw new Error(issued.refusal.code);
    const files = [];
    for (const { agency, fileName, make } of issued.value) {
      const form = make();
      fillForm(form, plan, agency, period);
      const bytes = await writeWorkbook(form);
      files.push({ path: fileName, modified: null, size: bytes.length, bytes: async () => bytes });
    }
    const drop = { period, partial: false, received: null, upTo: null, run: period.id };
    ledger = (await takeIn(plan, ledger, files, checkHere, drop, quiet)).ledger;
  }
  return ledger;
}

function toPdf(name: string, bytes: Uint8Array): string {
  const out = kept ?? join(folder.path, 'out');
  mkdirSync(out, { recursive: true });
  const source = join(out, name);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, source], {
    stdio: 'ignore',
  });
  return join(out, basename(source).replace(/\.\w+$/, '.pdf'));
}

/** The lines of each page. */
function pagesOf(pdf: string): string[][] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const pages = text.split('\f').slice(0, -1);
  return pages.map((page) =>
    page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

/** The height of the lowest line of text on the first pages, in points. */
function smallest(pdf: string, pages: number): number {
  const xml = execFileSync('pdftotext', ['-bbox-layout', '-l', String(pages), pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const heights = [...xml.matchAll(/<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g)].map(
    ([, top, bottom]) => Number(bottom) - Number(top),
  );
  return Math.min(...heights);
}

/** Of a line of ten points the letters of Times New Roman reach over eleven. */
const TEN_POINTS = 11;

describe.each(plans.map((plan) => [plan.id, plan] as const))('%s', (id, plan) => {
  const periods = consolidablePeriods(plan);
  // Of a plan by quarters the second: it has one before it.
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  const quarter = quarters[baseKind(plan.schedule) === 'quarter' ? 1 : 0] ?? quarters[0];
  const year = periods.findLast(({ kind }) => kind === 'year');
  const base = scheduledPeriods(plan).filter(({ kind }) => kind === baseKind(plan.schedule));
  // The whole year of a plan that few agencies fill.
  const isWhole = kept !== undefined && plan.agencies.length < 60;
  let ledger: Submission[] = [];
  beforeAll(async () => {
    ledger = await played(
      plan,
      base.filter((one) => isWhole || compareEnds(one, quarter) <= 0),
    );
  });

  it('prints its annexes, numbered and readable, and nothing of the office', async () => {
    for (const period of year && kept ? [quarter, year] : [quarter]) {
      const report = consolidatePeriod(plan, ledger, period, OPTIONS);
      const set = printSet(report.tables, report.annexes);
      const pdf = toPdf(`${id}-${period.id}.xlsx`, await writeWorkbook(emptyWorkbook(set)));
      const pages = pagesOf(pdf);
      expect(pages.length).toBeGreaterThanOrEqual(set.length);
      let number = 0;
      const seen: string[] = [];
      // The letters of a chart are the program's own.
      const charts = pages.findIndex((lines) => lines.includes('BIỂU ĐỒ KẾT QUẢ'));
      for (const [index, lines] of pages.entries()) {
        const top = lines.slice(0, 3);
        // Of a table over several pages side by side the head may stand on each, under the number.
        const isNumbered = /^\d+$/.test(top[0]);
        const head = isNumbered ? undefined : top.find((line) => /^Phụ lục( [IVX]+)?$/.test(line));
        number = head ? 1 : number + 1;
        if (head) seen.push(head);
        // Where a chart begins a page, its words are read with the number in one line.
        const isChart = charts >= 0 && index > charts;
        const isSaid = isChart || lines.includes(String(number));
        expect({ number, isSaid }).toEqual({ number, isSaid: head === undefined });
      }
      expect(seen).toEqual(annexNumbers(set.length));
      expect(smallest(pdf, charts < 0 ? pages.length : charts)).toBeGreaterThanOrEqual(TEN_POINTS);
      const book = reportBook(plan, report, { tables: [], acts: [] });
      const whole = toPdf(
        `${id}-${period.id}-ca-so.xlsx`,
        await writeWorkbook(emptyWorkbook(book)),
      );
      const printed = pagesOf(whole).length;
      // The index is one page before them.
      expect(printed).toBe(pages.length + 1);
      if (!kept) continue;
      const document = await writeDocument(writtenReport(reportFacts(report.context)));
      writeFileSync(join(kept, `${id}-${period.id}-bao-cao.docx`), document);
    }
  });
});
