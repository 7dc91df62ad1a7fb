import { takeIn } from '../../src/app/take-in';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { consolidablePeriods, type Plan } from '../../src/domain/plan/plan';
import { LOOK } from '../../src/domain/page/page';
import { periodOf } from '../../src/domain/period/period';
import { annexNumbers } from '../../src/domain/report/report-head';
import { valuesOnly } from '../../src/domain/report/locked-copy';
import { printSet } from '../../src/domain/report/print-set';
import { sameCell, tableChanges } from '../../src/domain/report/table-changes';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import type { Cell } from '../../src/workbook/cell';
import type { Sheet } from '../../src/workbook/sheet';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { smallPlan } from '../small-plan';

/** What is signed: the annexes, by Nghị định 30/2020/NĐ-CP and at a size that is read. */

const OPTIONS = { acceptIncomplete: false, asOf: null };
const textsOf = (sheet: Sheet) =>
  [...sheet.rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value));
const rowWith = (sheet: Sheet, text: string) =>
  [...sheet.rows].find(([, cells]) => [...cells.values()].some(({ value }) => value === text))![0];

function annexes(plan: Plan, ledger: readonly Submission[], id: string): Sheet[] {
  const { tables, annexes: names } = consolidatePeriod(plan, ledger, periodOf(id), OPTIONS);
  return printSet(tables, names);
}

/**
 * A letter of column width is 6 points; between the margins a page has 252 mm lying, 165 mm
 * standing.
 */
function smallestPrinted(sheet: Sheet): number {
  const { printArea, pagesWide = 1, landscape } = sheet.page!;
  let width = 0;
  for (let column = printArea!.left; column <= printArea!.right; column++)
    width += sheet.columnWidths.get(column) ?? 9;
  const perPage = width / pagesWide;
  const page = ((landscape ? 252 : 165) * 72) / 25.4 / 6;
  const sizes = [...sheet.rows.values()].flatMap((cells) =>
    [...cells.values()].flatMap(({ value, style }) =>
      value === null || value === '' ? [] : (style?.fontSize ?? 12),
    ),
  );
  return Math.min(...sizes) * Math.min(1, page / perPage);
}

it.each(BUILTIN_PLANS)(
  'the annexes of $id stand by themselves, numbered, at 10 points or more',
  (plan) => {
    for (const { id } of consolidablePeriods(plan).slice(-3)) {
      const set = annexes(plan, [], id);
      expect(set.length).toBeGreaterThan(1);
      expect(set.map((sheet) => sheet.value(2, textColumn(sheet)))).toEqual(
        annexNumbers(set.length),
      );
      for (const sheet of set) {
        expect({ id, name: sheet.name, size: smallestPrinted(sheet) >= 10 }).toEqual({
          id,
          name: sheet.name,
          size: true,
        });
        expect(
          textsOf(sheet).filter((text) => /CỘNG HÒA XÃ HỘI|^Σ|^Kiểm tra:/.test(String(text))),
        ).toEqual([]);
        expect(sheet.page).toMatchObject({ bareFirstPage: true, firstPageNumber: 1 });
        expect(sheet.page!.titleRows ?? sheet.charts.length).toBeTruthy();
        // A code of ours says nothing to whoever reads it on paper.
        const codes = new Set(plan.indicators.map(({ code }) => code));
        const isCode = (text: unknown) =>
          String(text)
            .split(/[^\p{L}\d]+/u)
            .some((word) => codes.has(word));
        expect(textsOf(sheet).filter(isCode)).toEqual([]);
        expect(aloneAtFoot(sheet)).toEqual([]);
        expect([sheet.name, signsTable(sheet)]).toEqual([sheet.name, true]);
      }
    }
  },
);

/** Headings of groups that are the last row of a page. */
function aloneAtFoot(sheet: Sheet): unknown[] {
  return (sheet.page!.rowBreaks ?? []).flatMap((row) => {
    const cells = [...(sheet.rows.get(row - 1)?.values() ?? [])];
    const isHeading = cells.length > 0 && cells.every(({ style }) => style === LOOK.group);
    return isHeading ? [cells.find(({ value }) => value)?.value] : [];
  });
}

/**
 * The page of the signature holds a row of the table: under headings alone it signs nothing. Where
 * what stands between them takes more than a page, it follows the last of the notes.
 */
function signsTable(sheet: Sheet): boolean {
  const { rowBreaks = [], scale = 100, printArea, titleRows } = sheet.page!;
  const rowsWith = (is: (cell: Cell) => boolean) =>
    [...sheet.rows].filter(([, cells]) => [...cells.values()].some(is)).map(([row]) => row);
  const [foot] = rowsWith(({ value }) => value === 'Nơi nhận:');
  const begins = rowBreaks.filter((row) => row <= (foot ?? 0)).at(-1);
  if (foot === undefined || begins === undefined) return true;
  const last = Math.max(...rowsWith(({ style }) => style?.border === true));
  if (last >= begins) return true;
  const rows = [titleRows!.first, titleRows!.first + 1, titleRows!.last];
  for (let row = last; row <= printArea!.bottom; row++) rows.push(row);
  const height = rows.reduce((sum, row) => sum + (sheet.rowHeights.get(row) ?? 16.5), 0);
  const isLong = (height * scale) / 100 > 430;
  // A note that names a hundred agencies takes a page of its own.
  const longest = Math.max(...rows.slice(3).map((row) => sheet.rowHeights.get(row) ?? 0));
  return isLong && (longest > 250 || rowsWith(({ value }) => !!value).includes(begins));
}

it('a long table of agencies has pages of its own, and no level begins at the foot of one', () => {
  const set = annexes(BUILTIN_PLANS[0], [], '2024-Q1');
  const { page } = set.find(({ name }) => name.startsWith('Theo đơn vị'))!;
  expect(page!.columnBreaks!.length).toBeGreaterThan(0);
  expect(page!.rowBreaks!.length).toBeGreaterThan(3);
});

it('a name that a chart has no room for ends with a word', () => {
  const plan = BUILTIN_PLANS.find(({ id }) => id === 'vinh-long-2023')!;
  const charts = annexes(plan, [], '2023-Q2').at(-1)!;
  const cut = textsOf(charts).filter((text): text is string => /…$/.test(String(text)));
  expect(cut.length).toBeGreaterThan(0);
  const names = plan.indicators.map(({ name }) => name.toLowerCase());
  for (const text of cut) {
    const begun = text.slice(0, -1).toLowerCase();
    expect(names.find((name) => name.startsWith(`${begun} `))).toBeDefined();
  }
});

/** Where the head stands: in the first column, or beside those that are repeated. */
function textColumn(sheet: Sheet): number {
  return [...sheet.rows.get(2)!].find(([, { value }]) => value !== null && value !== '')![0];
}

it('one annex alone has no number', () => {
  expect(annexNumbers(1)).toEqual(['Phụ lục']);
  expect(annexNumbers(9).slice(3)).toEqual(
    ['IV', 'V', 'VI', 'VII', 'VIII', 'IX'].map((one) => `Phụ lục ${one}`),
  );
});

describe('a quarter', () => {
  const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
  let ledger: Submission[];
  beforeAll(async () => {
    const forms = ['2024-01', '2024-02'].flatMap((month) =>
      ['SNV', '842', '29461'].map((agency, index) =>
        new Form(plan, agency, month)
          .fill(30 + index, 40)
          .type('K03', 'denominator', 6_380_250_000),
      ),
    );
    const files = await Promise.all(
      forms.map(async (form) => {
        const bytes = await writeWorkbook(form.workbook);
        return {
          path: form.fileName,
          modified: null,
          size: bytes.length,
          bytes: async () => bytes,
        };
      }),
    );
    const drop = { period: null, partial: false, received: '2024-03-20', upTo: null, run: 'tay' };
    ledger = (
      await takeIn(plan, [], files, checkHere, drop, { cancelled: false, step: () => undefined })
    ).ledger;
  });

  it('is printed as values, and nothing that is not printed is in the set', () => {
    const { tables, annexes: names } = consolidatePeriod(
      plan,
      ledger,
      periodOf('2024-02'),
      OPTIONS,
    );
    const live = tables[0];
    expect(live.hiddenColumns.has(1)).toBe(true);
    const set = printSet(tables, names);
    expect(set.map(({ name }) => name)).toEqual(names);
    expect(names.some((name) => /^(Không tính|Đối chiếu|Vướng mắc|Số liệu)/.test(name))).toBe(
      false,
    );
    for (const sheet of set) {
      expect(sheet.hiddenColumns.size).toBe(0);
      const { printArea } = sheet.page!;
      for (const [row, cells] of sheet.rows)
        for (const [column, { formula }] of cells) {
          expect(formula).toBeUndefined();
          expect(row <= printArea!.bottom && column <= printArea!.right).toBe(true);
        }
      expect(smallestPrinted(sheet)).toBeGreaterThanOrEqual(10);
    }
    const [indicators] = set;
    expect(textsOf(indicators)).not.toContain('Mã');
    // No gap in the numbers under the headings, and figures as they stand in the table.
    const numbers = [...indicators.rows.get(rowWith(indicators, '(1)'))!.values()].map(
      ({ value }) => value,
    );
    expect(numbers).toEqual(numbers.map((_, index) => `(${index + 1})`));
    const row = rowWith(live, 'K03');
    expect(textsOf(indicators)).toContain(live.value(row, 6));
  });

  it('is held against its sources for each unit by itself, on a sheet of the office', () => {
    const { tables, control } = consolidatePeriod(plan, ledger, periodOf('2024-02'), OPTIONS);
    const [live] = tables;
    const sheet = control({ tables: [], acts: [] });
    const controls = [...sheet.rows].filter(([, cells]) =>
      String(cells.get(1)?.value).startsWith('Kiểm tra: tổng theo đơn vị'),
    );
    const units = new Set(
      plan.indicators.flatMap(({ numerator, denominator }) => [numerator.unit, denominator!.unit]),
    );
    expect(units.has('đồng')).toBe(true);
    expect(controls).toHaveLength(units.size);
    expect(tables).not.toContain(sheet);
    for (const [row] of controls) {
      for (const column of [2, 3]) {
        expect(sheet.value(row, column)).toBe(sheet.value(row + 1, column));
        const verdict = sheet.value(row, column) === null ? null : 'Khớp';
        expect(sheet.value(row + 2, column)).toBe(verdict);
      }
    }
    const money = controls.find(([, cells]) => String(cells.get(1)!.value).endsWith(', đồng'))!;
    const [k03, k06] = ['K03', 'K06'].map((code) => live.value(rowWith(live, code), 6) as number);
    expect(money[1].get(3)!.value).toBe(k03 + k06);
  });
});

it('tables of before, whose columns bore codes, are compared column by column', () => {
  const [plan] = BUILTIN_PLANS;
  const now = consolidatePeriod(plan, [], periodOf('2024-Q1'), OPTIONS).tables.find(({ name }) =>
    name.startsWith('Theo đơn vị'),
  )!;
  const before = valuesOnly(now);
  const [heads] = [...now.rows].find(([, cells]) => cells.get(0)?.value === 'STT')!;
  plan.indicators.forEach(({ code, name }, index) => {
    const said = `${code}. ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    for (let part = 0; part < 3; part++)
      before.put(heads, 2 + index * 3 + part, part === 0 ? said : null);
  });
  expect(tableChanges(before, now)).toEqual([]);
  const column = 2 + 2 * 3;
  expect(sameCell(before, { row: heads + 4, column }, now)).toEqual({ row: heads + 4, column });
});
