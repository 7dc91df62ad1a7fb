import { absoluteName, areaName, parseCell, quoteSheet } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { countsIn, formEntries, type FormEntry } from '../consolidation/form-result';
import { derivedWord } from '../consolidation/quarter-reports';
import { standingTiles } from '../consolidation/coverage';
import type { InForce } from '../ledger/in-force';
import { REPORT_PAGE, figureLook, LOOK } from '../page/page';
import type { Period } from '../period/period';
import type { Plan } from '../plan/plan';
import { inputColumns, type StatColumn, type StatForm } from '../plan/stat-form';

/**
 * The figures a form's table adds up: a row for each agency, base period and row of the form, in
 * that order, so that every total is a SUM over one contiguous range, and every figure names the
 * file, sheet and cells it came from.
 */
export interface FormFigures {
  sheet: Sheet;
  /**
   * The range of a typed column over an agency's rows that count in the period; "" when none does.
   */
  range(agency: string, column: string): string;
  /**
   * The cells of an agency that make the figure of one row and column in the period; empty where
   * none does.
   */
  cells(agency: string, row: string, column: string): string[];
}

/** Of a list a line of a period. */
export function lineKey(period: string, line: string): string {
  return `${period}/${line}`;
}

const FRONT: readonly [string, number][] = [
  ['Mã đơn vị', 10],
  ['Đơn vị', 40],
  ['Kỳ', 10],
  ['Mã dòng', 9],
  ['Nội dung', 34],
];
const BACK: readonly [string, number][] = [
  ['Trạng thái', 18],
  ['Tệp nguồn', 48],
  ['Trang tính', 16],
  ['Các ô', 12],
  ['Lần nộp', 8],
];

/** The sheet of a form's figures, followed by its code and the period. */
export const FORM_FIGURES_WORD = 'Số liệu';

export function writeFormFigures(
  name: string,
  plan: Plan,
  form: StatForm,
  period: Period,
  inForce: InForce,
): FormFigures {
  const sheet = new Sheet(name);
  sheet.frozenRows = 1;
  sheet.page = { ...REPORT_PAGE, titleRows: { first: 0, last: 0 } };
  const inputs = inputColumns(form);
  const headings = [...FRONT, ...inputs.map(({ code }) => [`(${code})`, 10] as const), ...BACK];
  headings.forEach(([heading, width], column) => {
    sheet.put(0, column, heading, LOOK.heading);
    sheet.columnWidths.set(column, width);
  });
  const tiles = standingTiles(plan, form, period);
  const ranges = new Map<string, { first: number; last: number }>();
  const single = new Map<string, number[]>();
  let row = 1;
  for (const entry of byAgency(formEntries(plan, form, period, inForce))) {
    const first = row;
    const added = () => row > first;
    for (const one of entry.asked.rows) {
      if (one.formula || (form.lines !== undefined && !entry.rows.has(one.key))) continue;
      for (const column of inputs) {
        const line = form.lines === undefined ? one.key : lineKey(entry.period.id, one.key);
        const at = [entry.agency.code, line, column.code].join('\u0000');
        if (countsIn(form, one, column, entry.period, tiles))
          single.set(at, [...(single.get(at) ?? []), row]);
      }
      writeRow(sheet, row++, form, entry, one.key, one.name, inForce);
    }
    for (const column of inputs) {
      if (!added() || !isCounted(form, column, entry, tiles)) continue;
      const at = `${entry.agency.code}\u0000${column.code}`;
      ranges.set(at, { first: ranges.get(at)?.first ?? first, last: row - 1 });
    }
  }
  return {
    sheet,
    range(agency, column) {
      const own = ranges.get(`${agency}\u0000${column}`);
      if (!own) return '';
      const at = FRONT.length + inputs.findIndex(({ code }) => code === column);
      return `${quoteSheet(name)}!${absoluteName(own.first, at)}:${absoluteName(own.last, at)}`;
    },
    cells(agency, row, column) {
      const at = FRONT.length + inputs.findIndex(({ code }) => code === column);
      const rows = single.get([agency, row, column].join('\u0000')) ?? [];
      return rows.map((one) => `${quoteSheet(name)}!${absoluteName(one, at)}`);
    },
  };
}

/** Of a form whose rows have no choices of their own every row of a column goes alike over time. */
function isCounted(
  form: StatForm,
  column: StatColumn,
  { asked, period }: FormEntry,
  tiles: readonly Period[],
): boolean {
  return asked.rows.some((row) => countsIn(form, row, column, period, tiles));
}

/** Agencies by code, each with its base periods in order: contiguous for every sum. */
function byAgency(entries: readonly FormEntry[]): FormEntry[] {
  return [...entries].sort(
    (a, b) => compare(a.agency.code, b.agency.code) || a.period.lastMonth - b.period.lastMonth,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeRow(
  sheet: Sheet,
  row: number,
  form: StatForm,
  entry: FormEntry,
  key: string,
  text: string,
  inForce: InForce,
): void {
  const { agency, period, submission, rows } = entry;
  const front = [agency.code, agency.name, period.id, key, text];
  front.forEach((value, column) =>
    sheet.put(row, column, value, column % 2 === 0 && column < 4 ? LOOK.code : LOOK.text),
  );
  const own = rows.get(key) ?? new Map<string, number | null>();
  const texts = entry.texts.get(key);
  const inputs = inputColumns(form);
  inputs.forEach(({ code }, index) => {
    const said = texts?.get(code);
    const value = said ?? own.get(code) ?? null;
    sheet.put(
      row,
      FRONT.length + index,
      value,
      typeof value === 'string' ? LOOK.text : figureLook(value),
    );
  });
  const seen = submission?.observations.filter(
    (one) => one.of === 'form' && one.code === form.code && one.row === key,
  );
  const values = [...own.values()];
  // A row that was entered for the agency is so as a whole.
  const first = seen?.[0];
  const source = submission && inForce.sourceOf(submission, first);
  const back = [
    stateWord(
      values.includes(null) || seen === undefined,
      submission !== undefined,
      inForce.isDerived(first),
    ),
    source?.file ?? null,
    first?.sheet ?? null,
    cellsOf(seen?.map(({ cell }) => cell) ?? []),
    source?.version ?? null,
  ];
  back.forEach((value, index) =>
    sheet.put(row, FRONT.length + inputs.length + index, value, LOOK.text),
  );
}

function stateWord(isOpen: boolean, isReported: boolean, isDerived: boolean): string {
  if (isDerived) return derivedWord(!isOpen);
  if (!isOpen) return 'Được tính';
  return isReported ? 'Chưa đủ số liệu' : 'Chưa báo cáo';
}

/** "D12:N12": the cells of a row are side by side. */
function cellsOf(cells: readonly string[]): string | null {
  const places = cells.flatMap((cell) => parseCell(cell) ?? []);
  if (places.length === 0) return null;
  const columns = places.map(({ column }) => column);
  const rows = places.map(({ row }) => row);
  return areaName({
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  });
}
