import { consolidatePeriod } from '../../app/consolidate-period';
import type { Sheet } from '../../workbook/sheet';
import { heightFor } from '../page/page';
import { measureOf } from '../measure/measure';
import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { isFilledBy, type Plan } from '../plan/plan';
import { asPrinted } from './print-set';
import { RECIPIENTS } from './report-foot';

/** Where the pages of the annexes end, and that what stands on them is read whole. */

const OPTIONS = { acceptIncomplete: false, asOf: null };
const PERIODS: Record<string, string> = {
  'tra-vinh-2024': '2024-Q1',
  'vinh-long-2023': '2023-Q2',
  'tra-cu-2023': '2023-Q3',
  'vinh-chap-2024': '2024',
  'hai-duong-2024': '2024-Q4',
  'ktxh-mau-2026': '2026-Q1',
  'cchc-mau-2026': '2026-Q2',
};
const tablesOf = (plan: Plan, period: string): Sheet[] => {
  const { tables, annexes } = consolidatePeriod(plan, [], periodOf(period), OPTIONS);
  return tables.filter(({ name }) => annexes.includes(name));
};
const sheets = Object.entries(PERIODS).flatMap(([id, period]) =>
  tablesOf(builtinPlan(id)!, period).map((sheet) => [`${id} ${sheet.name}`, sheet] as const),
);

/** So many indicators with long names that no page has room for them under its head. */
const longPlan = builtinPlan('vinh-long-2023')!;
const more = longPlan.indicators.slice(0, 3).map((one) => ({ ...one, code: `${one.code}b` }));
const long = { ...longPlan, indicators: [...longPlan.indicators, ...more] };
const longCharts = tablesOf(long, '2023-Q2').filter(({ name }) => name.startsWith('Biểu đồ'));
sheets.push(...longCharts.map((sheet) => [`many long names ${sheet.name}`, sheet] as const));

const hasBorder = (sheet: Sheet, row: number) =>
  [...(sheet.rows.get(row)?.values() ?? [])].some(({ style }) => style?.border === true);

const remarkColumns = (sheet: Sheet) =>
  [...sheet.rows.values()].flatMap((cells) =>
    [...cells].flatMap(([column, { value }]) => (`${value}`.includes('Ghi chú') ? [column] : [])),
  );

describe.each(sheets)('%s', (_, sheet) => {
  const { page, charts } = sheet;
  const { titleRows, printArea } = page!;
  const breaks = page!.rowBreaks ?? [];

  it('ends with rows of its table before a total or a signature', () => {
    if (!titleRows || breaks.length === 0) return;
    const rows = [...sheet.rows.keys()].filter((row) => row <= printArea!.bottom);
    const own = rows.filter((row) => row >= Math.max(...breaks) && hasBorder(sheet, row));
    const names = rows.filter((row) => row >= Math.max(...breaks) && !hasBorder(sheet, row));
    // A list of names that fills pages has its last page to itself.
    const isList = names.some((row) => `${sheet.value(row, 0)}`.length > 400);
    // Two rows before a total, one where what stands with them takes half a page.
    let height = 0;
    for (let row = Math.max(...breaks); row <= printArea!.bottom; row++)
      height += sheet.rowHeights.get(row) ?? 17;
    const isEnough = own.length >= 3 || (own.length === 2 && height > 250);
    expect([breaks, isList || isEnough]).toEqual([breaks, true]);
    expect(rows.some((row) => row >= Math.max(...breaks) && sheet.value(row, 0) === RECIPIENTS))
      // A table of agencies goes with the province's and is not signed by itself.
      .toBe([...sheet.rows.keys()].some((row) => sheet.value(row, 0) === RECIPIENTS));
  });

  it('has rows that hold what is written in them', () => {
    const widthOf = (left: number, right: number) => {
      let sum = 0;
      for (let c = left; c <= right; c++)
        if (!sheet.hiddenColumns.has(c)) sum += sheet.columnWidths.get(c) ?? 9;
      return sum;
    };
    for (const [row, cells] of sheet.rows) {
      if (row > printArea!.bottom) continue;
      for (const [column, { value, style }] of cells) {
        if (typeof value !== 'string' || value === '' || !style?.wrap) continue;
        if (column > printArea!.right || sheet.hiddenColumns.has(column)) continue;
        const merge = sheet.merges.find(({ top, left }) => top === row && left === column);
        const last = merge?.bottom ?? row;
        let height = 0;
        for (let r = row; r <= last; r++) height += sheet.rowHeights.get(r) ?? 20;
        const width = widthOf(column, merge?.right ?? column);
        const needed = Math.min(heightFor([[value, width, style.fontSize ?? 12]]), 1000);
        // A last line of a heading may touch the border, never more.
        expect([value, width, height >= needed - 4]).toEqual([value, width, true]);
        expect([value, needed < 409]).toEqual([value, true]);
      }
    }
  });

  it('has charts with names of their own and words for whoever does not see them', () => {
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
    expect(charts.filter(({ description }) => !description)).toEqual([]);
  });

  it('cuts no table over a chart in two', () => {
    if (charts.length === 0) return;
    for (const row of breaks) {
      const [before, after] = [row - 1, row].map((one) => hasBorder(sheet, one));
      expect([row, before && after]).toEqual([row, false]);
    }
  });
});

it('has no column on paper in which a plan names nothing', () => {
  const [, tasks] = sheets.find(([name]) => name.startsWith('hai-duong-2024 Nhiệm vụ'))!;
  expect([...tasks.hiddenColumns]).toEqual([2, 3, 4]);
  const [, form] = sheets.find(([name]) => name.startsWith('cchc-mau-2026 Biểu'))!;
  const remarks = remarkColumns(form);
  expect(remarks.length).toBeGreaterThan(0);
  for (const column of remarks) expect(form.hiddenColumns.has(column)).toBe(true);
  const [, byRow] = sheets.find(([name]) => name.startsWith('cchc-mau-2026 Theo dòng'))!;
  // The form's own; beside it the office's, which says what is not added up.
  const [own, office] = remarkColumns(byRow);
  expect([own, office].map((column) => byRow.hiddenColumns.has(column))).toEqual([true, false]);
});

it('shows no column of agencies that holds nothing: a count has one, a ratio three', () => {
  const [, live] = sheets.find(([name]) => name.startsWith('ktxh-mau-2026 Theo đơn vị'))!;
  const plan = builtinPlan('ktxh-mau-2026')!;
  const isOfSeveral = plan.indicators.map(
    (one) => plan.agencies.filter((agency) => agency.reports && isFilledBy(one, agency)).length > 1,
  );
  // Formulas of people name the cells by where they stand.
  const hidden = plan.indicators.flatMap((one, at) =>
    [0, 1, 2].flatMap((part) =>
      isOfSeveral[at] && (part === 0 || measureOf(one).hasParts) ? [] : [3 * at + 2 + part],
    ),
  );
  const indicators = plan.indicators.filter((_, at) => isOfSeveral[at]);
  const isRatio = indicators.map((one) => measureOf(one).hasParts);
  expect([...live.hiddenColumns]).toEqual(hidden);
  const matrix = asPrinted(live);
  const [row, numbers] = [...matrix.rows].find(([, cells]) => cells.get(0)?.value === '(1)')!;
  expect([...numbers.values()].map(({ value }) => value)).toEqual(
    [...numbers.keys()].map((_, at) => `(${at + 1})`),
  );
  const heads = [...numbers.keys()].slice(2).map((column) => matrix.value(row - 1, column));
  expect(heads.filter((head) => !head)).toEqual([]);
  expect(heads).toHaveLength(indicators.length + 2 * isRatio.filter(Boolean).length);
});

it('what one agency alone reports is said by the province’s table, and takes no pages of agencies', () => {
  const plan = builtinPlan('tra-vinh-2024')!;
  const [first, ...rest] = plan.indicators;
  const single = rest.map((one) => ({ ...one, filledBy: [{ agency: plan.consolidator }] }));
  const period = '2024-03';
  const [table] = tablesOf({ ...plan, indicators: [first, ...single] }, period).filter(({ name }) =>
    name.startsWith('Theo đơn vị'),
  );
  const shown = [...Array(3 * plan.indicators.length + 2).keys()].filter(
    (column) => !table.hiddenColumns.has(column),
  );
  expect(shown).toEqual([0, 1, 2, 3, 4]);
  expect(table.page!.columnBreaks ?? []).toEqual([]);
  // The head stands over the whole of so narrow a table.
  const title = [...table.rows].find(([, cells]) =>
    [...cells.values()].some(({ value }) => value === 'KẾT QUẢ CHỈ TIÊU THEO ĐƠN VỊ'),
  )!;
  const across = table.merges.find(({ top }) => top === title[0])!;
  expect([across.left, across.right]).toEqual([0, 3 * plan.indicators.length + 1]);
  expect(table.rowHeights.get(title[0]) ?? 0).toBeLessThan(30);
  const texts = [...table.rows.values()].map((cells) => `${cells.get(0)?.value ?? ''}`);
  expect(texts).toContain(
    `${single.length} chỉ tiêu do một đơn vị báo cáo: xem bảng kết quả thực hiện chỉ tiêu.`,
  );
  // What another reported earlier in the year is of several.
  const [moved, ...others] = single;
  const [earlier] = plan.agencies.filter(
    ({ code, reports }) => reports && code !== plan.consolidator,
  );
  const before = [{ until: '2024-02-14', filledBy: [{ agency: earlier.code }] }];
  const changed = [first, { ...moved, filledBefore: before }, ...others];
  const ofBoth = consolidatePeriod(
    { ...plan, indicators: changed },
    [],
    periodOf('2024-Q1'),
    OPTIONS,
  ).tables.find(({ name }) => name.startsWith('Theo đơn vị'))!;
  expect([5, 6, 7].some((column) => ofBoth.hiddenColumns.has(column))).toBe(false);
  // Where there is no other, each is shown.
  const all = { ...plan, indicators: single };
  const [whole] = tablesOf(all, period).filter(({ name }) => name.startsWith('Theo đơn vị'));
  const ofRatios = [...whole.hiddenColumns].filter((column) => (column - 2) % 3 === 0);
  expect(ofRatios).toEqual([]);
});

it('a list of a hundred names goes on in the next row', () => {
  const [, table] = sheets.find(([name]) => name.startsWith('tra-vinh-2024 Chỉ tiêu'))!;
  const texts = [...table.rows.values()].map((cells) => `${cells.get(0)?.value ?? ''}`);
  const said = texts.filter((text) => text.includes('Ủy ban nhân dân')).join(' ');
  for (const { name } of builtinPlan('tra-vinh-2024')!.agencies) expect(said).toContain(name);
});
