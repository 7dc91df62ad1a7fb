import { matchKey, tidy } from '../../text/normal-form';
import { areaName, cellName, contains } from '../../workbook/address';
import type { Cell, CellValue } from '../../workbook/cell';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { Plan } from '../plan/plan';
import { cellText } from '../plan/table';
import {
  INDICATOR_COLUMNS,
  INDICATOR_FORM,
  TASK_COLUMNS,
  TASK_FORM,
  type FormColumn,
  type IndicatorColumn,
  type TaskColumn,
} from '../template/columns';
import { finding, type Finding } from '../rules/finding';
import { inputColumns, type StatForm } from '../plan/stat-form';
import { HEADER_ROW } from '../template/form-frame';
import { columnKey, statColumns, statSheetName, type StatKey } from '../template/stat-columns';
import { blocksOf, subtotalCode, TOTAL_CODE } from '../template/stat-rows';

/** Finds what a filled form says, by content: sheets by their headings, columns by heading, rows by code, then label. */

/** One row of a form matched with the plan. */
export interface AlignedRow<Key extends string> {
  code: string;
  sheet: Sheet;
  row: number;
  /** Where a column of this row stands; every column we ask for exists once a form is aligned. */
  place(key: Key): { sheet: string; cell: string };
  cell(key: Key): Cell | undefined;
}

export interface AlignedForm<Key extends string> {
  rows: AlignedRow<Key>[];
  /** Codes whose row is not certain (twice, merged, beside another row's text): nothing of them counts. */
  doubtful: Set<string>;
  /** Rows that add up others, by their code: only compared. */
  sums: AlignedRow<Key>[];
  findings: Finding[];
  found: boolean;
}

interface FormKind<Key extends string> {
  name: string;
  columns: readonly FormColumn<Key>[];
  /** Columns whose absence makes the form unreadable. */
  needed: readonly Key[];
  labelColumn: Key;
  /** Columns people fill: a row without a known code that has something there is reported. */
  inputs: readonly Key[];
}

const INDICATOR_KIND: FormKind<IndicatorColumn> = {
  name: INDICATOR_FORM,
  columns: INDICATOR_COLUMNS,
  needed: ['code', 'numerator', 'denominator'],
  labelColumn: 'name',
  inputs: ['numerator', 'denominator'],
};

const TASK_KIND: FormKind<TaskColumn> = {
  name: TASK_FORM,
  columns: TASK_COLUMNS,
  needed: ['code', 'result', 'date', 'status'],
  labelColumn: 'text',
  inputs: ['result', 'date', 'status'],
};

export interface ExpectedRow {
  code: string;
  label: string;
}

export function alignIndicators(workbook: Workbook, plan: Plan, expected: ExpectedRow[]): AlignedForm<IndicatorColumn> {
  const known = plan.indicators.map((indicator) => indicator.code);
  return align(workbook, INDICATOR_KIND, expected, new Set(known));
}

export function alignTasks(workbook: Workbook, plan: Plan, expected: ExpectedRow[]): AlignedForm<TaskColumn> {
  return align(workbook, TASK_KIND, expected, new Set(plan.tasks.map((task) => task.code)));
}

/** A statistics form: its columns are what the plan says, its sums are passed over. */
export function alignStatForm(workbook: Workbook, form: StatForm): AlignedForm<StatKey> {
  // Forms may have the same headings (II.06a, II.06b): a sheet whose title names another form is that one's.
  const own = workbook.sheets.filter((sheet) => [null, form.code].includes(formInTitle(sheet)));
  const kind: FormKind<StatKey> = {
    name: statSheetName(form),
    columns: statColumns(form),
    needed: ['code', ...inputColumns(form).map(({ code }) => columnKey(code))],
    labelColumn: 'name',
    inputs: inputColumns(form).map(({ code }) => columnKey(code)),
  };
  const sums = [TOTAL_CODE, ...blocksOf(form).map((_, index) => subtotalCode(index))];
  const expected = form.rows.map(({ key, name }) => ({ code: key, label: name }));
  return align({ ...workbook, sheets: own }, kind, expected, new Set(), new Set(sums));
}

/** Whether any sheet has the headings of one of our forms. */
export function holdsForm(workbook: Workbook): boolean {
  return workbook.sheets.some(isFormSheet);
}

export function isFormSheet(sheet: Sheet): boolean {
  return findHeader(sheet, INDICATOR_KIND) !== null || findHeader(sheet, TASK_KIND) !== null;
}

/** "BIỂU II.06a – TÌNH HÌNH…": the form a sheet's title names; null where no title does. */
function formInTitle(sheet: Sheet): string | null {
  for (const [row, cells] of sheet.rows) {
    if (row >= HEADER_ROW) continue;
    for (const { value } of cells.values()) {
      const code = typeof value === 'string' ? /^\s*BIỂU (\S+) [–-] /.exec(value.normalize('NFC'))?.[1] : undefined;
      if (code !== undefined) return code;
    }
  }
  return null;
}

interface Header<Key extends string> {
  sheet: Sheet;
  /** First row that can hold data. */
  firstRow: number;
  columns: Map<Key, number>;
}

const SEARCHED_ROWS = 60;

function findHeader<Key extends string>(sheet: Sheet, kind: FormKind<Key>): Header<Key> | null {
  const rows = [...sheet.rows.keys()].filter((row) => row < SEARCHED_ROWS).sort((a, b) => a - b);
  const label = matchKey(kind.columns.find((column) => column.key === kind.labelColumn)!.top);
  for (const row of rows) {
    if (!says(sheet, row, label)) continue;
    const columns = matchColumns(sheet, row, kind.columns);
    const inputs = kind.inputs.filter((key) => columns.has(key)).length;
    if (columns.has(kind.labelColumn) && inputs > 0 && columns.size >= kind.columns.length / 2) {
      const hasSubs = kind.columns.some((column) => column.sub !== '');
      return { sheet, firstRow: row + (hasSubs ? 2 : 1), columns };
    }
  }
  return null;
}

/** Whether a cell of the row is this heading; a heading is never as long as a sentence. */
function says(sheet: Sheet, row: number, heading: string): boolean {
  for (const { value } of sheet.rows.get(row)?.values() ?? []) {
    if (typeof value === 'string' && value.length < 3 * heading.length && matchKey(value) === heading) return true;
  }
  return false;
}

/** Columns whose headings stand at this row (and, for grouped ones, the row under it). */
function matchColumns<Key extends string>(
  sheet: Sheet,
  row: number,
  wanted: readonly FormColumn<Key>[],
): Map<Key, number> {
  const tops = headings(sheet, row);
  const subs = headings(sheet, row + 1);
  const found = new Map<Key, number>();
  for (const column of wanted) {
    if (column.sub === '') {
      const at = tops.find(([, text]) => text === matchKey(column.top));
      if (at) found.set(column.key, at[0]);
      continue;
    }
    const start = tops.find(([, text]) => text === matchKey(column.top))?.[0];
    if (start === undefined) continue;
    const end = tops.find(([c]) => c > start)?.[0] ?? Infinity;
    const at = subs.find(([c, text]) => c >= start && c < end && text === matchKey(column.sub));
    if (at) found.set(column.key, at[0]);
  }
  return found;
}

function headings(sheet: Sheet, row: number): [number, string][] {
  return [...(sheet.rows.get(row) ?? [])]
    .filter(([, cell]) => typeof cell.value === 'string' && cell.value.trim() !== '')
    .map(([column, cell]): [number, string] => [column, matchKey(cell.value as string)])
    .sort((a, b) => a[0] - b[0]);
}

function align<Key extends string>(
  workbook: Workbook,
  kind: FormKind<Key>,
  expected: ExpectedRow[],
  known: Set<string>,
  sums: ReadonlySet<string> = new Set(),
): AlignedForm<Key> {
  const none = (findings: Finding[]): AlignedForm<Key> => ({
    rows: [],
    sums: [],
    doubtful: new Set(),
    findings,
    found: false,
  });
  const headers = workbook.sheets.map((sheet) => findHeader(sheet, kind)).filter((header) => header !== null);
  if (headers.length === 0) {
    return none(expected.length === 0 ? [] : [finding('sheet-missing', 'error', null, { form: kind.name })]);
  }
  if (headers.length > 1) {
    const [first, second] = headers;
    const place = { sheet: second.sheet.name, cell: cellName(second.firstRow, 0) };
    return none([finding('sheet-duplicate', 'warning', place, { form: kind.name, other: first.sheet.name })]);
  }
  const [header] = headers;
  const findings: Finding[] = [];
  const top = { sheet: header.sheet.name, cell: cellName(header.firstRow - 1, 0) };
  if (matchKey(header.sheet.name) !== matchKey(kind.name)) {
    findings.push(finding('sheet-renamed', 'fixed', top, { found: header.sheet.name, form: kind.name }));
  }
  const missing = kind.needed.filter((key) => !header.columns.has(key));
  if (missing.length > 0) {
    for (const key of missing) findings.push(finding('column-missing', 'error', top, { column: headingOf(kind, key) }));
    return none(findings);
  }
  return { ...matchRows(header, kind, expected, known, sums, findings), findings, found: true };
}

function headingOf<Key extends string>(kind: FormKind<Key>, key: Key): string {
  const column = kind.columns.find((candidate) => candidate.key === key)!;
  return column.sub === '' ? column.top : `${column.top} – ${column.sub}`;
}

function matchRows<Key extends string>(
  header: Header<Key>,
  kind: FormKind<Key>,
  expected: ExpectedRow[],
  known: Set<string>,
  sums: ReadonlySet<string>,
  findings: Finding[],
): { rows: AlignedRow<Key>[]; sums: AlignedRow<Key>[]; doubtful: Set<string> } {
  const { sheet, columns } = header;
  const byKey = new Map(expected.map((row) => [matchKey(row.code), row.code]));
  const byLabel = uniqueLabels(expected);
  const rows: AlignedRow<Key>[] = [];
  const sumRows: AlignedRow<Key>[] = [];
  const first = new Map<string, AlignedRow<Key>>();
  const doubtful = new Set<string>();
  const numbers = [...sheet.rows.keys()].filter((row) => row >= header.firstRow).sort((a, b) => a - b);
  let isBelow = false;
  for (const row of numbers) {
    isBelow ||= isFoot(sheet, row);
    const said = (key: Key) => sheet.value(row, columns.get(key) ?? -1);
    const text = (key: Key) => tidy(cellText(said(key)));
    const filled = kind.inputs.some((key) => !isBlank(said(key)));
    const written = text('code' as Key);
    const label = labelKey(said(kind.labelColumn));
    // Under the signatures only a row with a code can be data.
    if (isBelow && written === '') continue;
    const code = byKey.get(matchKey(written)) ?? (written === '' && filled ? byLabel.get(label) : undefined);
    const place = (key: Key) => ({ sheet: sheet.name, cell: cellName(row, columns.get(key) ?? 0) });
    const cell = (key: Key) => (columns.has(key) ? sheet.cell(row, columns.get(key)!) : undefined);
    if (sums.has(written)) {
      sumRows.push({ code: written, sheet, row, place, cell });
      continue;
    }
    if (code === undefined) {
      if (isNumbering(written, label) || !filled) continue;
      if (known.has(written))
        findings.push(finding('row-unassigned', 'warning', place(kind.inputs[0]), { code: written }));
      else {
        const facts = { row: row + 1, text: (text(kind.labelColumn) || written).slice(0, 80) };
        findings.push(finding('row-extra', 'warning', place(kind.labelColumn), facts));
      }
      continue;
    }
    const aligned: AlignedRow<Key> = {
      code,
      sheet,
      row,
      place,
      cell,
    };
    const before = first.get(code);
    if (before) {
      doubtful.add(code);
      const facts = { code, first: before.place('code' as Key).cell };
      findings.push(finding('row-duplicate', 'error', place('code' as Key), facts));
      continue;
    }
    first.set(code, aligned);
    rows.push(aligned);
    const other = label === '' ? undefined : byLabel.get(label);
    if (other !== undefined && other !== code) {
      doubtful.add(code).add(other);
      findings.push(finding('row-label-differs', 'error', place('code' as Key), { code, other }));
    }
    for (const merge of sheet.merges) {
      if (!kind.inputs.some((key) => columns.has(key) && contains(merge, row, columns.get(key)!))) continue;
      doubtful.add(code);
      findings.push(finding('cells-merged', 'error', place(kind.inputs[0]), { area: areaName(merge) }));
    }
  }
  for (const row of expected) {
    if (!first.has(row.code)) {
      const place = { sheet: sheet.name, cell: cellName(header.firstRow, 0) };
      findings.push(finding('row-missing', 'error', place, { code: row.code, name: row.label.slice(0, 120) }));
    }
  }
  return { rows, sums: sumRows, doubtful };
}

function labelKey(value: CellValue): string {
  return typeof value === 'string' ? matchKey(value) : matchKey(cellText(value));
}

/** The row of column numbers "(1) (2) …" under the headings. */
function isNumbering(code: string, label: string): boolean {
  return code === '' && /^\(\d+\)/.test(label);
}

const FOOT = 'người lập biểu';

/** The signatures under a form: nothing below them is data. */
function isFoot(sheet: Sheet, row: number): boolean {
  const cells = [...(sheet.rows.get(row)?.values() ?? [])];
  return cells.some(({ value }) => typeof value === 'string' && value.length < 40 && matchKey(value) === FOOT);
}

function uniqueLabels(expected: ExpectedRow[]): Map<string, string> {
  const labels = new Map<string, string>();
  const twice = new Set<string>();
  for (const row of expected) {
    const key = matchKey(row.label);
    if (labels.has(key)) twice.add(key);
    labels.set(key, row.code);
  }
  for (const key of twice) labels.delete(key);
  return labels;
}
