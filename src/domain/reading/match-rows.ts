import { knownAt } from '../../known/known';
import { matchKey, remembered, tidy } from '../../text/normal-form';
import { readNumber } from '../../text/number';
import { areaName, cellName, contains, type Area } from '../../workbook/address';
import type { Cell, CellValue } from '../../workbook/cell';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';
import type { FormLine } from '../template/form-lines';
import type { FoundLine } from './drift';
import type { Header } from './find-header';
import type { FormKind } from './form-kind';
import { rowsInOrder } from './rows-in-order';

/** One row of a form matched with the plan. */
export interface AlignedRow<Key extends string> {
  code: string;
  /** The row as its sender knows it: code and name. */
  label: string;
  sheet: Sheet;
  row: number;
  /** Where a column of this row stands; every column we ask for exists once a form is aligned. */
  place(key: Key): { sheet: string; cell: string };
  cell(key: Key): Cell | undefined;
}

export interface MatchedRows<Key extends string> {
  rows: AlignedRow<Key>[];
  /** Rows that add up others, by their code: only compared. */
  sums: AlignedRow<Key>[];
  /**
   * Codes whose row is not certain (twice, merged, beside another row's text): nothing of them
   * counts.
   */
  doubtful: Set<string>;
  /** Input columns in which figures stand between the rows of the form: nothing of them counts. */
  shifted: Set<number>;
  /** Rows of the sheet that are hidden and hold something. */
  hidden: number[];
  found: FoundLine[];
  /** Whether a row of the sheet is none of the form's. */
  isForeign(row: number): boolean;
}

export interface ExpectedRow {
  code: string;
  label: string;
}

/** A figure in a row that never holds one may be a slip; from so many on the column has moved. */
const SHIFTED = 2;

/** The rows of a form by what they are known by. */
interface WantedRows {
  byKey: ReadonlyMap<string, string>;
  byLabel: ReadonlyMap<string, string>;
  /** A row as its sender knows it: code and name. */
  labels: ReadonlyMap<string, string>;
}

/** Its lines: of those with a code where they stand, of the others the texts. */
interface WantedLines {
  lineOf: ReadonlyMap<string, number>;
  ownTexts: ReadonlySet<string>;
}

const WANTED_ROWS = new WeakMap<readonly ExpectedRow[], WantedRows>();
const WANTED_LINES = new WeakMap<readonly FormLine[], WantedLines>();

/** Prepared once for all forms that are asked the same. */
function wantedRows(expected: readonly ExpectedRow[]): WantedRows {
  const before = WANTED_ROWS.get(expected);
  if (before) return before;
  const wanted = {
    byKey: new Map(expected.map((row) => [matchKey(row.code), row.code])),
    byLabel: uniqueLabels(expected),
    labels: new Map(
      expected.map(({ code, label }) => [code, [code, label].filter(Boolean).join(' – ')]),
    ),
  };
  WANTED_ROWS.set(expected, wanted);
  return wanted;
}

function wantedLines(lines: readonly FormLine[]): WantedLines {
  const before = WANTED_LINES.get(lines);
  if (before) return before;
  const wanted = {
    lineOf: new Map(lines.map(({ code }, index) => [code, index])),
    ownTexts: new Set(lines.filter(({ code }) => code === '').map(({ text }) => matchKey(text))),
  };
  WANTED_LINES.set(lines, wanted);
  return wanted;
}

/**
 * Matches the rows of a sheet with those of a form: by code, then by label, never by position. Of a
 * list (`isList`) every line that is filled is one of its lines, also those that were put in.
 */
export function matchRows<Key extends string>(
  header: Header<Key>,
  kind: FormKind<Key>,
  expected: readonly ExpectedRow[],
  lines: readonly FormLine[],
  known: ReadonlySet<string>,
  sums: ReadonlySet<string>,
  findings: Finding[],
  isList = false,
): MatchedRows<Key> {
  const { sheet, columns } = header;
  const { byKey, byLabel, labels } = wantedRows(expected);
  // Asked for only where a row lost its code.
  let written: ReadonlySet<string> | null = null;
  const { lineOf, ownTexts } = wantedLines(lines);
  const matched: MatchedRows<Key> = {
    rows: [],
    sums: [],
    doubtful: new Set(),
    shifted: new Set(),
    hidden: [],
    found: [],
    isForeign: (row) =>
      !ownTexts.has(labelAt(row)) && !matched.found.some((one) => one.row === row),
  };
  const labelAt = (row: number) => labelKey(sheet.value(row, knownAt(columns, kind.labelColumn)));
  const first = new Map<string, AlignedRow<Key>>();
  const between: { row: number; key: Key }[] = [];
  const skipped: number[] = [];
  const shared = sheet.merges.filter((merge) => saysNothingOccurred(sheet, merge));
  const inputColumns = kind.inputs.flatMap((key) => columns.get(key) ?? []);
  // A form has merged titles, and hardly ever merged cells for figures.
  const merged = sheet.merges.filter(
    (merge) =>
      !shared.includes(merge) && inputColumns.some((column) => contains(merge, merge.top, column)),
  );
  const numbers = rowsInOrder(sheet, header.firstRow, Infinity);
  const said = (row: number, key: Key) => sheet.value(row, columns.get(key) ?? -1);
  const text = (row: number, key: Key) => tidy(cellText(said(row, key)));
  const placeOf = (row: number, key: Key) => {
    const column = columns.get(key) ?? 0;
    const isHidden = key === 'code' && sheet.hiddenColumns.has(column);
    return { sheet: sheet.name, cell: isHidden ? firstSeen(sheet, row) : cellName(row, column) };
  };
  const cellOf = (row: number, key: Key) => {
    const column = columns.get(key);
    if (column === undefined) return undefined;
    const whole = shared.find((merge) => contains(merge, row, column));
    return whole ? sheet.cell(whole.top, whole.left) : sheet.cell(row, column);
  };
  const rowOf = (row: number, code: string, label: string): AlignedRow<Key> => ({
    code,
    label,
    sheet,
    row,
    place: (key) => placeOf(row, key),
    cell: (key) => cellOf(row, key),
  });
  let isBelow = false;
  let putIn = 0;
  for (const row of numbers) {
    isBelow ||= isFoot(sheet, row);
    const filledKeys = kind.inputs.filter((key) => !isBlank(said(row, key)));
    const filled = filledKeys.length > 0;
    const own = text(row, 'code' as Key);
    const label = labelAt(row);
    // Under the signatures only a row with a code can be data.
    if (isBelow && own === '') continue;
    const issued = byKey.get(matchKey(own)) ?? codeByLabel(own, label);
    const isData = filled && !sums.has(own) && !isNumbering(own, label);
    const isPutIn = isList && isData && !isTotal(row) && isOfNoLine(own, issued);
    const code = isPutIn ? String(expected.length + ++putIn) : issued;
    if (sums.has(own)) {
      matched.sums.push(rowOf(row, own, text(row, kind.labelColumn)));
      if (lineOf.has(own)) matched.found.push({ line: knownAt(lineOf, own), row });
      continue;
    }
    if (code !== undefined) {
      if (isFirst(row, code)) take(row, code, label, filled);
    } else if (filled && !isNumbering(own, label)) leave(row, own, label, filledKeys);
  }
  reportBetween();
  reportSkipped();
  reportMissing();
  return matched;

  /** A row that is none of the form's, with figures. */
  function leave(row: number, own: string, label: string, filledKeys: readonly Key[]): void {
    if (own === '' && ownTexts.has(label)) between.push(...filledKeys.map((key) => ({ row, key })));
    else if (known.has(own))
      findings.push(finding('row-unassigned', placeOf(row, kind.inputs[0]), { code: own }));
    else if (own === '' && isHeading(text(row, kind.labelColumn) || text(row, 'stt' as Key)))
      skipped.push(row);
    else findings.push(rowExtra(row));
  }

  /** Of two rows of one code neither is sure. */
  function isFirst(row: number, code: string): boolean {
    const before = first.get(code);
    if (!before) return true;
    matched.doubtful.add(code);
    const facts = { code, first: before.place('code' as Key).cell };
    findings.push(finding('row-duplicate', placeOf(row, 'code' as Key), facts));
    return false;
  }

  function take(row: number, code: string, label: string, filled: boolean): void {
    const aligned = rowOf(row, code, labels.get(code) ?? code);
    first.set(code, aligned);
    matched.rows.push(aligned);
    if (lineOf.has(code)) matched.found.push({ line: knownAt(lineOf, code), row });
    if (sheet.hiddenRows.has(row) && filled) matched.hidden.push(row);
    const other = label === '' ? undefined : byLabel.get(label);
    if (other !== undefined && other !== code) {
      matched.doubtful.add(code).add(other);
      findings.push(finding('row-label-differs', placeOf(row, 'code' as Key), { code, other }));
    }
    for (const merge of merged) {
      if (!inputColumns.some((column) => contains(merge, row, column))) continue;
      matched.doubtful.add(code);
      findings.push(
        finding('cells-merged', placeOf(row, kind.inputs[0]), { area: areaName(merge) }),
      );
    }
  }

  function reportSkipped(): void {
    if (skipped.length === 0) return;
    const cell = cellName(skipped[0], knownAt(columns, kind.labelColumn));
    const facts = { rows: skipped.map((row) => row + 1) };
    findings.push(finding('headings-skipped', { sheet: sheet.name, cell }, facts));
  }

  function reportMissing(): void {
    for (const { code, label } of expected.filter((row) => !first.has(row.code))) {
      const place = { sheet: sheet.name, cell: firstSeen(sheet, header.firstRow) };
      findings.push(finding('row-missing', place, { code, name: label.slice(0, 120) }));
    }
  }

  /** A total or a remark people put under a list, with its word wherever there is room for it. */
  function isTotal(row: number): boolean {
    const isWord = (key: Key) => NO_LINE.test(matchKey(text(row, key)));
    const label = text(row, kind.labelColumn) || text(row, 'stt' as Key);
    return isHeading(label) || kind.inputs.some(isWord);
  }

  /** Neither a line that was issued nor a title; a line copied with its number is one more. */
  function isOfNoLine(own: string, issued: string | undefined): boolean {
    if (issued !== undefined) return first.has(issued);
    return own === '' || /^\d+$/.test(own);
  }

  /**
   * A row without its code, or with one nobody knows, is the row of its name where that is certain.
   */
  function codeByLabel(own: string, label: string): string | undefined {
    const code = byLabel.get(label);
    if (code === undefined || known.has(own)) return undefined;
    written ??= writtenCodes(header, byKey);
    return written.has(code) ? undefined : code;
  }

  function rowExtra(row: number): Finding {
    const facts = {
      row: row + 1,
      text: (text(row, kind.labelColumn) || text(row, 'code' as Key)).slice(0, 80),
    };
    return finding(
      'row-extra',
      { sheet: sheet.name, cell: cellName(row, knownAt(columns, kind.labelColumn)) },
      facts,
    );
  }

  /**
   * Figures in rows that only explain: a cell came in above and pushed its column down, or one
   * figure was typed a row too low.
   */
  function reportBetween(): void {
    const said = new Set<number>();
    for (const key of kind.inputs) {
      const own = between.filter((one) => one.key === key);
      if (own.length === 0) continue;
      const place = { sheet: sheet.name, cell: cellName(own[0].row, knownAt(columns, key)) };
      if (own.length < SHIFTED) {
        if (!said.has(own[0].row)) findings.push(rowExtra(own[0].row));
        said.add(own[0].row);
      } else {
        matched.shifted.add(knownAt(columns, key));
        findings.push(finding('cells-shifted', place, { count: own.length }));
      }
    }
  }
}

/** "Tổng cộng: 3 cơ sở", "Cộng", "TC (…)", "Ghi chú: …"; not "Tổng công ty", "Cộng đồng dân cư". */
const NO_LINE = /^(?:(?:tổng (?:cộng|số)|ghi chú)(?!\p{L})|(?:tổng|cộng|tc)\s*(?:[:(]|$))/u;

/** The first cell of a row that is in sight: the codes of a form's rows are hidden. */
export function firstSeen({ hiddenColumns }: Sheet, row: number): string {
  let column = 0;
  while (hiddenColumns.has(column)) column++;
  return cellName(row, column);
}

/** One “Không phát sinh” over several cells is said of each of them. */
function saysNothingOccurred(sheet: Sheet, { top, left }: Area): boolean {
  const value = sheet.value(top, left);
  return typeof value === 'string' && isNotApplicable(value);
}

/** The titles of a form are merged as well, and the same in every form. */
const isNotApplicable = remembered(
  (text) => readNumber(text, { counted: true }).kind === 'not-applicable',
);

/** The codes that stand in the sheet as they should. */
function writtenCodes<Key extends string>(
  { sheet, columns }: Header<Key>,
  byKey: ReadonlyMap<string, string>,
): Set<string> {
  const column = columns.get('code' as Key);
  const codes = new Set<string>();
  if (column === undefined) return codes;
  for (const cells of sheet.rows.values()) {
    const code = byKey.get(matchKey(tidy(cellText(cells.get(column)?.value ?? null))));
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

function labelKey(value: CellValue): string {
  return typeof value === 'string' ? matchKey(value) : matchKey(cellText(value));
}

/** The row of column numbers "(1) (2) …" under the headings. */
function isNumbering(code: string, label: string): boolean {
  return code === '' && /^\(\d+\)/.test(label);
}

/** Totals and titles people put between the rows: "TỔNG CỘNG", "I. Sở, ban, ngành". */
function isHeading(text: string): boolean {
  return (
    /^(tổng( cộng| số| hợp)?|cộng)(?![\p{L}])/u.test(matchKey(text)) ||
    /^([IVX]+|[A-Z])[.)]\s/.test(text)
  );
}

const FOOT = 'người lập biểu';

/** The signatures under a form: nothing below them is data. */
export function isFoot(sheet: Sheet, row: number): boolean {
  for (const { value } of sheet.rows.get(row)?.values() ?? [])
    if (
      typeof value === 'string' &&
      value.length >= FOOT.length &&
      value.length < 40 &&
      matchKey(value) === FOOT
    )
      return true;
  return false;
}

function uniqueLabels(expected: readonly ExpectedRow[]): Map<string, string> {
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
