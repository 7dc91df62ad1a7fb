import { areaName, cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { heightFor, input, LOOK } from '../page/page';
import {
  checkedIdentities,
  partsOf,
  type StatForm,
  type StatIdentity,
  type StatRow,
  type StatTerm,
} from '../plan/stat-form';
import { isCounted } from '../measure/units';
import { closeForm, HEADER_ROW, type FormRequest } from './form-frame';
import { writeFormHeader } from './form-header';
import type { FormLine } from './form-lines';
import { warnWhere } from './live-check';
import { columnKey, previousColumns, previousKey, statColumns, type StatKey } from './stat-columns';

/** Codes of the rows that add up others: never read, always recomputed. */
export const TOTAL_CODE = 'Σ';
const SUBTOTAL = 'Cộng';
const TOTAL = 'TỔNG SỐ';
export const subtotalCode = (index: number) => `Σ${index + 1}`;

/** Where the rows of a statistics sheet stand and which of its columns is where. */
interface Place {
  sheet: Sheet;
  form: StatForm;
  column: ReadonlyMap<StatKey, number>;
}

/** A statistics form: an input row for each row of the form, a subtotal for each block, and the total. */
export function writeStatRows(sheet: Sheet, request: FormRequest, form: StatForm): void {
  const columns = statColumns(form);
  writeFormHeader(sheet, columns, HEADER_ROW);
  const place: Place = { sheet, form, column: new Map(columns.map(({ key }, index) => [key, index])) };
  let row = HEADER_ROW + 3;
  const first = row;
  const sums: number[] = [];
  for (const [index, block] of blocksOf(form).entries()) {
    const isNamed = block.group !== '';
    if (isNamed) titleRow(place, row++, block.group);
    const from = row;
    block.rows.forEach((one, at) => inputRow(place, row++, String(at + 1), one, request));
    if (!isNamed) continue;
    sumRow(place, row, subtotalCode(index), SUBTOTAL, (c) => rangeSum(from, row - 1, c));
    sums.push(row++);
  }
  if (form.rows.length > 1) {
    const add = (c: number) => (sums.length > 0 ? cellSum(sums, c) : rangeSum(first, row - 1, c));
    sumRow(place, row, TOTAL_CODE, TOTAL, add);
    row++;
  }
  warnWhere(sheet, { top: first, bottom: row - 1, left: 3, right: place.column.get('check')! });
  closeForm(sheet, row, place.column.get('check')!);
}

/** A statistics form from the row under its headings down to its total. */
export function statLines(form: StatForm): FormLine[] {
  const lines = blocksOf(form).flatMap(({ group, rows }, index): FormLine[] => {
    const inputs = rows.map(({ key, name }): FormLine => ({ kind: 'input', code: key, text: name }));
    if (group === '') return inputs;
    const sum: FormLine = { kind: 'sum', code: subtotalCode(index), text: SUBTOTAL };
    return [{ kind: 'title', code: '', text: group }, ...inputs, sum];
  });
  return form.rows.length > 1 ? [...lines, { kind: 'sum', code: TOTAL_CODE, text: TOTAL }] : lines;
}

export function blocksOf(form: StatForm): { group: string; rows: StatRow[] }[] {
  const blocks: { group: string; rows: StatRow[] }[] = [];
  for (const row of form.rows) {
    const last = blocks.at(-1);
    if (last && last.group === row.group) last.rows.push(row);
    else blocks.push({ group: row.group, rows: [row] });
  }
  return blocks;
}

/** Keys of the rows a total adds up, by its code: all of them, or those of its block. */
export function keysUnder(form: StatForm, code: string): string[] {
  if (code === TOTAL_CODE) return form.rows.map(({ key }) => key);
  return (blocksOf(form).find((_, index) => subtotalCode(index) === code)?.rows ?? []).map(({ key }) => key);
}

function titleRow({ sheet, column }: Place, row: number, text: string): void {
  for (const [key, c] of column) sheet.put(row, c, key === 'name' ? text : null, LOOK.group);
}

function inputRow(place: Place, row: number, stt: string, one: StatRow, request: FormRequest): void {
  const { sheet, form, column } = place;
  sheet.put(row, column.get('code')!, one.key, LOOK.code);
  sheet.put(row, column.get('stt')!, stt, LOOK.asWritten);
  sheet.put(row, column.get('name')!, one.name, LOOK.text);
  for (const { code, unit, overTime } of form.columns) {
    const c = column.get(columnKey(code))!;
    const look = isCounted(unit) ? LOOK.count : LOOK.number;
    if (overTime === 'computed') sheet.putFormula(row, c, computed(place, code, row), '', look);
    else {
      sheet.put(row, c, null, input(look));
      addValidation(sheet, row, c, code, unit);
    }
  }
  for (const code of previousColumns(form)) {
    const value = request.previousForms?.get(previousFigureKey(form.code, one.key, code)) ?? null;
    sheet.put(row, column.get(previousKey(code))!, value, LOOK.count);
  }
  sheet.putFormula(row, column.get('check')!, check(place, row), CHECK.blank, LOOK.text);
  sheet.rowHeights.set(row, heightFor([[one.name, 34, 12]]));
}

/** Under which a form finds a figure of the period before. */
export function previousFigureKey(form: string, row: string, column: string): string {
  return `${form}\u0000${row}\u0000${column}`;
}

function sumRow(place: Place, row: number, code: string, name: string, formula: (column: number) => string): void {
  const { sheet, form, column } = place;
  for (const c of column.values()) sheet.put(row, c, null, LOOK.total);
  sheet.put(row, column.get('code')!, code, LOOK.code);
  sheet.put(row, column.get('name')!, name, LOOK.total);
  for (const { code: own } of form.columns) {
    const c = column.get(columnKey(own))!;
    sheet.putFormula(row, c, formula(c), '', { ...LOOK.count, bold: true });
  }
}

/** Blank while a part is: a total of some would look like all. */
function rangeSum(first: number, last: number, column: number): string {
  const range = areaName({ top: first, bottom: last, left: column, right: column });
  return `IF(COUNT(${range})=ROWS(${range}),SUM(${range}),"")`;
}

function cellSum(rows: readonly number[], column: number): string {
  const cells = rows.map((row) => cellName(row, column));
  return `IF(COUNT(${cells.join(',')})=${cells.length},${cells.join('+')},"")`;
}

function computed(place: Place, code: string, row: number): string {
  const parts = partsOf(place.form, code).map((part) => cellName(row, place.column.get(columnKey(part))!));
  return `IF(COUNT(${parts.join(',')})=${parts.length},${parts.join('+')},"")`;
}

/** What the check cell of a row says, with or without the add-in. */
const CHECK = { blank: 'Chưa nhập', some: 'Còn ô trống', matches: 'Khớp' };

/** One formula: blank, partly blank, the first identity that does not hold, or that all do. */
function check(place: Place, row: number): string {
  const inputs = place.form.columns
    .filter(({ overTime }) => overTime !== 'computed')
    .map(({ code }) => cellName(row, place.column.get(columnKey(code))!));
  const broken = checkedIdentities(place.form).reduceRight(
    (rest, identity) => `IF(${holds(place, identity, row)},${rest},"Chưa khớp: ${identity.text.replace(/"/g, '')}")`,
    `"${CHECK.matches}"`,
  );
  const impossible = `IF(OR(${inputs.map((cell) => `${cell}<0`).join(',')}),"Có số âm",${broken})`;
  const counted = `COUNT(${inputs.join(',')})`;
  const whole = `IF(${counted}<${inputs.length},"${CHECK.some}",${impossible})`;
  return `IF(COUNTA(${inputs.join(',')})=0,"${CHECK.blank}",${whole})`;
}

/** Against figures of the period before, only where these are known. */
function holds(place: Place, { left, relation, right }: StatIdentity, row: number): string {
  const cell = ({ column, isPrevious }: StatTerm) =>
    cellName(row, place.column.get(isPrevious ? previousKey(column) : columnKey(column))!);
  const side = (terms: readonly StatTerm[]) => terms.map(cell).join('+');
  const compare = `${side(left)}${relation}${side(right)}`;
  const before = [...left, ...right].filter(({ isPrevious }) => isPrevious).map(cell);
  return before.length === 0 ? compare : `IF(COUNT(${before.join(',')})=${before.length},${compare},TRUE)`;
}

function addValidation(sheet: Sheet, row: number, column: number, code: string, unit: string): void {
  const cell = cellName(row, column);
  const whole = isCounted(unit);
  const kind = whole ? 'số nguyên' : 'số';
  const isFigure = whole ? `${cell}=INT(${cell})` : 'TRUE';
  sheet.validations.push({
    area: { top: row, bottom: row, left: column, right: column },
    rule: { formula: `IF(ISNUMBER(${cell}),AND(${cell}>=0,${isFigure}),FALSE)` },
    prompt: {
      title: `Cột (${code})`,
      text: `Đơn vị tính: ${unit || 'như tên cột'}. Không phát sinh thì ghi 0, không để trống.`,
    },
    error: { title: 'Số liệu chưa đúng', text: `Đề nghị ghi ${kind} không âm; không có thì ghi 0.` },
  });
}
