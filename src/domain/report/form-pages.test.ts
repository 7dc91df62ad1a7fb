import { consolidatePeriod } from '../../app/consolidate-period';
import type { Sheet } from '../../workbook/sheet';
import { READABLE_WIDTH } from '../page/page';
import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { BUILTIN_FORMS } from '../plan/builtin-forms';
import type { Plan } from '../plan/plan';
import { statLook } from './printed-money';
import { asPrinted } from './print-set';
import { RECIPIENTS, SIGNED } from './report-foot';

/** The tables of statistics forms on paper: wide ones stand on several pages side by side. */

const OPTIONS = { acceptIncomplete: false, asOf: null };
const tra: Plan = { ...builtinPlan('tra-cu-2023')!, forms: [...BUILTIN_FORMS] };
const cchc = builtinPlan('cchc-mau-2026')!;

function tablesOf(plan: Plan, period: string): Sheet[] {
  const { tables } = consolidatePeriod(plan, [], periodOf(period), OPTIONS);
  return tables.filter(({ name }) => /^(Biểu (?!đồ)|Theo dòng )/.test(name));
}

const made = [...tablesOf(tra, '2023-Q3'), ...tablesOf(cchc, '2026-Q2')];
/** In the workbook, and as they are bound: without the columns that are not shown. */
const sheets = [...made, ...made.map(asPrinted)];

/** The columns of each page; those of names stand on all. */
function pagesOf({ page }: Sheet): number[][] {
  const { printArea, columnBreaks = [], titleColumns } = page!;
  const names = (titleColumns?.last ?? -1) + 1;
  const begins = [names, ...columnBreaks, printArea!.right + 1];
  const of = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => from + index);
  return begins.slice(1).map((end, index) => [...of(0, names), ...of(begins[index], end)]);
}

it('there are tables by agency and by row, narrow and wide', () => {
  const wide = sheets.filter((sheet) => pagesOf(sheet).length > 1);
  expect(sheets.length).toBeGreaterThan(wide.length);
  expect(wide.length).toBeGreaterThan(0);
});

const named = sheets.map((sheet, index) => {
  const of = index < made.length ? 'in the workbook' : 'as it is bound';
  return [`${sheet.name} ${of}`, sheet] as const;
});
describe.each(named)('%s', (_, sheet) => {
  it('has pages that are read, and nothing is cut between two of them', () => {
    const pages = pagesOf(sheet);
    expect(pages.map(({ length }) => length > (sheet.page!.titleColumns?.last ?? -1) + 1)).toEqual(
      pages.map(() => true),
    );
    for (const page of pages) {
      const seen = page.filter((column) => !sheet.hiddenColumns.has(column));
      const widths = seen.map((column) => sheet.columnWidths.get(column) ?? 9);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(READABLE_WIDTH);
    }
    const right = sheet.page!.printArea!.right;
    for (const area of sheet.merges.filter(({ left }) => left <= right))
      expect([
        area,
        pages.some((page) => page.includes(area.left) && page.includes(area.right)),
      ]).toEqual([area, true]);
  });

  it('is signed under its last page, where a signature has room', () => {
    const at = (text: string) =>
      [...sheet.rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { value }]) => (value === text ? [{ row, column }] : [])),
      );
    const [[recipients], [signed]] = [at(RECIPIENTS), at(SIGNED)];
    const last = pagesOf(sheet).at(-1)!;
    expect(last).toContain(recipients.column);
    expect(sheet.hiddenColumns.has(recipients.column)).toBe(false);
    const { left, right } = sheet.merges.find(
      ({ top, left: own }) => top === signed.row && own === signed.column,
    )!;
    expect(last).toEqual(expect.arrayContaining([left, right]));
    let width = 0;
    for (let c = left; c <= right; c++)
      if (!sheet.hiddenColumns.has(c)) width += sheet.columnWidths.get(c) ?? 9;
    expect(width).toBeGreaterThan(SIGNED.length);
  });

  it('has a title that is not written over the line below it', () => {
    const title = [...sheet.rows].find(
      ([row, cells]) =>
        row < 6 && [...cells.values()].some(({ value }) => /^BIỂU /.test(`${value}`)),
    )!;
    const [column, { value }] = [...title[1]][0];
    const area = sheet.merges.find(({ top, left }) => top === title[0] && left === column)!;
    let width = 0;
    for (let c = area.left; c <= area.right; c++) width += sheet.columnWidths.get(c)!;
    const lines = Math.ceil(`${value}`.length / width);
    expect(sheet.rowHeights.get(title[0]) ?? 20).toBeGreaterThanOrEqual(lines * 18);
  });

  it('has no letter under ten points', () => {
    const { scale = 100, printArea } = sheet.page!;
    for (const cells of sheet.rows.values())
      for (const [column, { value, style }] of cells)
        if (value !== null && value !== '' && column <= printArea!.right)
          expect([value, ((style?.fontSize ?? 12) * scale) / 100 >= 10]).toEqual([value, true]);
  });
});

it('a percentage that was divided out has two decimals, one that was typed as many as it has', () => {
  const look = (value: number, unit = '%') => statLook({ unit }, value).format;
  expect([look(200 / 3), look(67.5), look(33.125), look(200 / 3, 'ngày')]).toEqual([
    '0.00',
    '#,##0.0#####',
    '#,##0.0#####',
    '#,##0.0#####',
  ]);
});
