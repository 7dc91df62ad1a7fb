import { knownAt } from '../../known/known';
import { cellName } from '../../workbook/address';
import { isBlank, type Cell, type CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { matchKey } from '../../text/normal-form';
import type { StatForm } from '../plan/stat-form';
import type { Plan } from '../plan/plan';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';
import type { IndicatorColumn, TaskColumn } from '../template/columns';
import {
  FORM_FORMAT,
  formatOf,
  formatOn,
  isMetaSheet,
  type FormFormat,
} from '../template/identity';
import { FORMER_HEADER_ROW, HEADER_ROW } from '../template/form-frame';
import { headerHeight } from '../template/form-header';
import type { FormLine } from '../template/form-lines';
import type { StatKey } from '../template/stat-columns';
import { blocksOf } from '../plan/stat-cells';
import { statLines, subtotalCode, TOTAL_CODE } from '../template/stat-rows';
import { columnDrift, linesBetween, linesByText, rowDrift, type FoundLine } from './drift';
import {
  findHeader,
  headingsAsIssued,
  nearHeadings,
  readHeadings,
  type FindHeader,
  type Header,
  type HeadingsRead,
} from './find-header';
import {
  headingOf,
  INDICATOR_KIND,
  INDICATOR_KINDS,
  statKind,
  TASK_KIND,
  TASK_KINDS,
  type FormKind,
} from './form-kind';
import { figuresTwice, withFigureAlone } from './figure-alone';
import { firstSeen, isFoot, matchRows, type AlignedRow, type ExpectedRow } from './match-rows';
import { isTyped } from './typed-ratio';

export type { AlignedRow, ExpectedRow } from './match-rows';

/**
 * Finds what a filled form says, by content: sheets by their headings, columns by heading, rows by
 * code, then label. What stands elsewhere than it was issued and is certain all the same is said in
 * one line; what is not certain counts nothing until it is asked.
 */
export interface AlignedForm<Key extends string> {
  rows: AlignedRow<Key>[];
  /**
   * Codes whose row is not certain (twice, merged, beside another row's text): nothing of them
   * counts.
   */
  doubtful: Set<string>;
  /** Rows that add up others, by their code: only compared. */
  sums: AlignedRow<Key>[];
  /**
   * Why a cell of the form does not count whatever it says, null where it does; of most forms every
   * cell does, and there is nothing to ask.
   */
  stateOf: ((row: number, column: number) => 'undecided' | 'withheld' | null) | null;
  /** The headings as they were found; null where the form was not. */
  header: Header<Key> | null;
  /** Titles and lines that say what to count and are not as issued, each where it stands now. */
  lines: readonly { text: string; found: CellValue; place: { sheet: string; cell: string } }[];
  findings: Finding[];
  found: boolean;
  /** In which it was issued. */
  format: FormFormat;
}

export function alignIndicators(
  workbook: Workbook,
  plan: Plan,
  expected: readonly ExpectedRow[],
  lines: readonly FormLine[] = [],
  find: FindHeader = findHeader,
): AlignedForm<IndicatorColumn> {
  const known = new Set(plan.indicators.map(({ code }) => code));
  const alone = plan.indicators.filter(({ denominator }) => denominator === null);
  const codes = new Set(alone.map(({ code }) => code));
  const isAsked = expected.some(({ code }) => codes.has(code));
  const needed = (format: FormFormat): IndicatorColumn[] =>
    format !== 1 && isAsked ? ['ratio'] : [];
  const wanted = { expected, lines, known, needed };
  const aligned = align(workbook, workbook.sheets, INDICATOR_KINDS, wanted, find);
  const { format, header, rows } = aligned;
  if (format === 1 || header === null) return aligned;
  const twice = figuresTwice(rows, header.columns, codes);
  return {
    ...aligned,
    rows: withFigureAlone(rows, header.columns, codes),
    doubtful: new Set([...aligned.doubtful, ...twice.map(({ code }) => code)]),
    findings: [...aligned.findings, ...twice.map(({ finding: found }) => found)],
  };
}

export function alignTasks(
  workbook: Workbook,
  plan: Plan,
  expected: readonly ExpectedRow[],
  lines: readonly FormLine[] = [],
  find: FindHeader = findHeader,
): AlignedForm<TaskColumn> {
  const known = new Set(plan.tasks.map(({ code }) => code));
  return align(workbook, workbook.sheets, TASK_KINDS, { expected, lines, known }, find);
}

/** A statistics form; its sums are passed over. */
export function alignStatForm(
  workbook: Workbook,
  form: StatForm,
  find: FindHeader = findHeader,
): AlignedForm<StatKey> {
  // Forms may have the same headings (II.06a, II.06b): a sheet whose title names another form is
  // that one's.
  const own = workbook.sheets.filter((sheet) => [null, form.code].includes(formInTitle(sheet)));
  const lines = statLines(form);
  // A form that was out before its totals went is still read by them.
  const totals = [TOTAL_CODE, ...blocksOf(form).map((_, index) => subtotalCode(index))];
  const sums = new Set([
    ...totals,
    ...lines.filter(({ kind }) => kind === 'sum').map(({ code }) => code),
  ]);
  const expected = form.rows.flatMap(({ key, name, formula }) =>
    formula ? [] : [{ code: key, label: name }],
  );
  const kind = statKind(form);
  const isList = form.lines !== undefined;
  const wanted = { expected, lines, known: new Set<string>(), sums, isList };
  return align(workbook, own, { 1: kind, 2: kind }, wanted, find);
}

/** Whether any sheet has the headings of one of our forms. */
export function holdsForm(workbook: Workbook, find: FindHeader = findHeader): boolean {
  return workbook.sheets.some((sheet) => isFormSheet(sheet, find));
}

export function isFormSheet(sheet: Sheet, find: FindHeader = findHeader): boolean {
  return find(sheet, INDICATOR_KIND) !== null || find(sheet, TASK_KIND) !== null;
}

/**
 * Which kind of form a sheet is, by its headings or the form its title names; null for any other
 * sheet.
 */
export function kindOfSheet(sheet: Sheet, find: FindHeader = findHeader): string | null {
  if (find(sheet, INDICATOR_KIND)) return INDICATOR_KIND.name;
  if (find(sheet, TASK_KIND)) return TASK_KIND.name;
  return formInTitle(sheet);
}

/** The title of a form stands in one of so many rows. */
const TITLE_ROWS = 8;

const HEADER_ROWS: Record<FormFormat, number> = { 1: FORMER_HEADER_ROW, 2: HEADER_ROW };

/** "BIỂU II.06a – TÌNH HÌNH…": the form a sheet's title names; null where no title does. */
function formInTitle(sheet: Sheet): string | null {
  for (const [row, cells] of sheet.rows) {
    if (row >= TITLE_ROWS) continue;
    for (const { value } of cells.values()) {
      const code =
        typeof value === 'string'
          ? /^\s*BIỂU (\S+) [–-] /.exec(value.normalize('NFC'))?.[1]
          : undefined;
      if (code !== undefined) return code;
    }
  }
  return null;
}

/** What the rows of a form are matched with. */
interface Wanted<Key extends string> {
  expected: readonly ExpectedRow[];
  /** Every line of the form as issued; none where only its rows are looked for. */
  lines: readonly FormLine[];
  /** Codes of the plan that are not asked here. */
  known: ReadonlySet<string>;
  sums?: ReadonlySet<string>;
  /** Each agency has as many rows as it fills. */
  isList?: boolean;
  /** Columns some row asked here cannot do without, in a form of that format. */
  needed?: (format: FormFormat) => readonly Key[];
}

/** Copies of the form beside the sheet that is read, and another name than its own. */
function sheetChanged(
  sheet: Sheet,
  others: readonly { sheet: Sheet }[],
  form: string,
  top: { sheet: string; cell: string },
): Finding[] {
  const found: Finding[] = [];
  if (others.length > 0) {
    const other = others.map((one) => one.sheet.name).join('”, “');
    found.push(finding('sheet-copy-set-aside', top, { form, other }));
  }
  if (matchKey(sheet.name) !== matchKey(form))
    found.push(finding('sheet-renamed', top, { found: sheet.name, form }));
  return found;
}

/** The columns its rows cannot do without that are not there. */
function columnsMissing<Key extends string>(
  { sheet, row, columns }: Header<Key>,
  kind: FormKind<Key>,
  top: { sheet: string; cell: string },
  needed: readonly Key[],
): Finding[] {
  const missing = [...kind.needed, ...needed].filter((key) => !columns.has(key));
  if (missing.length === 0) return [];
  const read = headingFacts(readHeadings(sheet, row, kind, columns));
  return missing.map((key) =>
    finding('column-missing', top, { column: headingOf(kind, key), ...read }),
  );
}

function columnsRenamed<Key extends string>(
  { sheet, row, columns, renamed }: Header<Key>,
  kind: FormKind<Key>,
): Finding[] {
  return [...renamed].map(([key, found]) => {
    const place = { sheet: sheet.name, cell: cellName(row, knownAt(columns, key)) };
    return finding('column-renamed', place, { found, column: headingOf(kind, key) });
  });
}

function align<Key extends string>(
  workbook: Workbook,
  sheets: readonly Sheet[],
  kinds: Record<FormFormat, FormKind<Key>>,
  wanted: Wanted<Key>,
  find: FindHeader,
): AlignedForm<Key> {
  const ofWorkbook = formatOf(workbook);
  const usual = ofWorkbook ?? FORM_FORMAT;
  const formatOfForm = (header: Header<Key>): FormFormat =>
    formatOn(header.sheet) ?? ofWorkbook ?? formatByHeadings(header, kinds, find);
  const none = (findings: Finding[]): AlignedForm<Key> => ({
    rows: [],
    sums: [],
    doubtful: new Set(),
    stateOf: null,
    header: null,
    lines: [],
    findings,
    found: false,
    format: usual,
  });
  // Headings of both formats are much alike: a sheet is known by either for what it is.
  const headers = sheets
    .map((sheet) => find(sheet, kinds[usual]))
    .filter((header) => header !== null)
    .map((header) => find(header.sheet, kinds[formatOfForm(header)]) ?? header);
  if (headers.length === 0) {
    const kind = kinds[usual];
    return none(wanted.expected.length > 0 ? [sheetMissing(sheets, kind, find)] : []);
  }
  const { header, others } = theOneOf(headers, (one) => kinds[formatOfForm(one)]);
  if (!header) {
    const [first, second] = headers;
    const place = { sheet: second.sheet.name, cell: firstSeen(second.sheet, second.firstRow) };
    const form = kinds[usual].name;
    return none([finding('sheet-duplicate', place, { form, other: first.sheet.name })]);
  }
  const format = formatOfForm(header);
  const kind = kinds[format];
  const { sheet } = header;
  const findings: Finding[] = [];
  const top = { sheet: sheet.name, cell: firstSeen(sheet, header.firstRow - 1) };
  findings.push(...sheetChanged(sheet, others, kind.name, top));
  const missing = columnsMissing(header, kind, top, wanted.needed?.(format) ?? []);
  if (missing.length > 0) return none([...findings, ...missing]);
  findings.push(...columnsRenamed(header, kind));
  const { expected, lines, known, sums = new Set<string>(), isList } = wanted;
  const matched = matchRows(header, kind, expected, lines, known, sums, findings, isList);
  const certain = matched.found
    .filter(({ line }) => !matched.doubtful.has(lines[line].code))
    .sort((a, b) => a.line - b.line);
  const rows = rowDrift(header, lines, certain, matched.isForeign, {
    row: HEADER_ROWS[format],
    height: headerHeight(kind.columns),
  });
  if (rows.disordered.length > 0) {
    const codes = rows.disordered.map((index) => lines[certain[index].line].code);
    const place = { sheet: sheet.name, cell: firstSeen(sheet, certain[rows.disordered[0]].row) };
    findings.push(finding('rows-reordered', place, { codes: codes.join(', ') }));
  }
  const drifts = [...(lines.length > 0 ? columnDrift(header, kind) : []), ...rows.drifts];
  if (drifts.length > 0) findings.push(finding('realigned', top, { drifts }));
  const hidden = hiddenFigures(header, kind, matched.rows, matched.hidden);
  if (hidden) findings.push(hidden.finding);
  return {
    ...matched,
    stateOf:
      matched.shifted.size === 0 && !hidden
        ? null
        : (row, column) => {
            if (matched.shifted.has(column)) return 'withheld';
            return hidden?.holds(row, column) ? 'undecided' : null;
          },
    header,
    lines: linesOf(header, kind, lines, certain, rows.disordered.length > 0),
    findings,
    found: true,
    format,
  };
}

/**
 * The format of a form that lost every word of what it is, by its own headings: those of either are
 * known for much, so the one that says more of them as they were issued. A statistics form has one
 * kind of headings, and stands where it was issued.
 */
function formatByHeadings<Key extends string>(
  { sheet, row }: Header<Key>,
  kinds: Record<FormFormat, FormKind<Key>>,
  find: FindHeader,
): FormFormat {
  if (kinds[1] === kinds[2]) return row === FORMER_HEADER_ROW ? 1 : FORM_FORMAT;
  const issued = (format: FormFormat) => {
    const header = find(sheet, kinds[format]);
    return header ? headingsAsIssued(header, kinds[format]) : 0;
  };
  return issued(1) > issued(2) ? 1 : FORM_FORMAT;
}

function linesOf<Key extends string>(
  header: Header<Key>,
  kind: FormKind<Key>,
  lines: readonly FormLine[],
  found: readonly FoundLine[],
  isDisordered: boolean,
): AlignedForm<Key>['lines'] {
  const column = header.columns.get(kind.labelColumn);
  // A sheet may have lost the very column in which they stand.
  if (column === undefined) return [];
  const { sheet } = header;
  const textAt = (row: number) => matchKey(cellText(sheet.value(row, column)));
  const isFilled = (row: number) =>
    [...(sheet.rows.get(row)?.values() ?? [])].some(({ value }) => !isBlank(value));
  const placed = isDisordered
    ? linesByText(textAt, header.firstRow, lines, found)
    : linesBetween(header, lines, found, textAt, isFilled);
  return placed
    .filter(({ text, row }) => sheet.value(row, column) !== text)
    .map(({ text, row }) => ({
      text,
      found: sheet.value(row, column),
      place: { sheet: sheet.name, cell: cellName(row, column) },
    }));
}

/**
 * No sheet is the form; where one has some of its headings, which of them were understood and which
 * not.
 */
function sheetMissing<Key extends string>(
  sheets: readonly Sheet[],
  kind: FormKind<Key>,
  find: FindHeader,
): Finding {
  const near = sheets
    .filter((sheet) => !isMetaSheet(sheet) && !isFormSheet(sheet, find))
    .flatMap((sheet) => {
      const read = nearHeadings(sheet, kind);
      return read ? [{ sheet, read }] : [];
    })
    .sort((a, b) => b.read.count - a.read.count)[0];
  if (!near) return finding('sheet-missing', null, { form: kind.name });
  const place = { sheet: near.sheet.name, cell: firstSeen(near.sheet, near.read.row) };
  return finding('sheet-missing', place, { form: kind.name, ...headingFacts(near.read) });
}

/** So many are named. */
const NAMED_HEADINGS = 5;

function headingFacts({ row, taken, unclear }: HeadingsRead): { taken?: string; unclear?: string } {
  if (unclear.length === 0) return {};
  const cut = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
  const said = (at: number, column: number, written: string) =>
    `“${cut(written)}” (${cellName(at, column)})`;
  const first = <T>(all: readonly T[]) => all.slice(0, NAMED_HEADINGS);
  return {
    unclear: first(unclear.map((one) => said(one.row, one.column, one.written))).join(', '),
    ...(taken.length === 0
      ? {}
      : {
          taken: first(
            taken.map((one) => `${said(row, one.column, one.written)} = “${one.own}”`),
          ).join(', '),
        }),
  };
}

/**
 * The sheet that is meant where several are of one kind: the only one with other figures than the
 * first, or with any at all.
 */
function theOneOf<Key extends string>(
  headers: readonly Header<Key>[],
  kindOf: (header: Header<Key>) => FormKind<Key>,
): { header: Header<Key> | null; others: readonly Header<Key>[] } {
  if (headers.length === 1) return { header: headers[0], others: [] };
  const filled = headers.map((header) => ({ header, figures: figuresIn(header, kindOf(header)) }));
  const different = filled.filter(
    ({ figures }, index) =>
      figures !== '' && filled.findIndex((one) => one.figures === figures) === index,
  );
  const candidates = different.length > 0 ? different : filled.slice(0, 1);
  if (candidates.length > 1) return { header: null, others: [] };
  const { header } = candidates[0];
  return { header, others: headers.filter((one) => one !== header) };
}

/** Under “Kết quả” a ratio's formula is ours, and no input. */
function isInput(row: number, cell: Cell | undefined, key: string): boolean {
  return key === 'ratio' ? cell !== undefined && isTyped(row, cell) : !isBlank(cell?.value);
}

/** All that stands in the input columns, by the label of the row: equal in a copy of a sheet. */
function figuresIn<Key extends string>(
  { sheet, firstRow, columns }: Header<Key>,
  kind: FormKind<Key>,
): string {
  const label = knownAt(columns, kind.labelColumn);
  const figures: string[] = [];
  const feet = [...sheet.rows.keys()].filter((row) => row >= firstRow && isFoot(sheet, row));
  const foot = feet.reduce((before, row) => Math.min(before, row), Infinity);
  for (const [row, cells] of sheet.rows) {
    if (row < firstRow || row >= foot || /^\(\d+\)$/.test(cellText(sheet.value(row, label))))
      continue;
    const values = kind.inputs.map((key) => {
      const cell = cells.get(columns.get(key) ?? -1);
      return isInput(row, cell, key) ? cell!.value : null;
    });
    if (!values.every(isBlank))
      figures.push(JSON.stringify([cellText(sheet.value(row, label)), values]));
  }
  return figures.sort().join('\n');
}

/**
 * Figures nobody sees: in hidden rows or columns, or on a hidden sheet (defect 53). Whether they
 * count is asked.
 */
function hiddenFigures<Key extends string>(
  { sheet, columns }: Header<Key>,
  kind: FormKind<Key>,
  rows: readonly AlignedRow<Key>[],
  hiddenRows: readonly number[],
): { finding: Finding; holds(row: number, column: number): boolean } | null {
  const isFilled = (key: Key) => rows.some((row) => isInput(row.row, row.cell(key), key));
  const hiddenKeys = kind.inputs.filter(
    (key) => sheet.hiddenColumns.has(columns.get(key) ?? -1) && isFilled(key),
  );
  const isSheetHidden = sheet.visibility !== 'visible' && kind.inputs.some(isFilled);
  if (hiddenRows.length === 0 && hiddenKeys.length === 0 && !isSheetHidden) return null;
  const hiddenColumns = new Set(hiddenKeys.map((key) => knownAt(columns, key)));
  const place = {
    sheet: sheet.name,
    cell: cellName(
      hiddenRows[0] ?? rows[0].row,
      [...hiddenColumns][0] ?? knownAt(columns, kind.inputs[0]),
    ),
  };
  const facts = {
    rows: hiddenRows.map((row) => row + 1),
    columns: hiddenKeys.map((key) => headingOf(kind, key)).join(', '),
    isSheetHidden,
  };
  return {
    finding: finding('hidden-figures', place, facts),
    holds: (row, column) => isSheetHidden || hiddenColumns.has(column) || hiddenRows.includes(row),
  };
}
