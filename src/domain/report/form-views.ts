import { knownAt, theOne } from '../../known/known';
import { absoluteName, areaName, cellName, quoteSheet } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Consolidation, FormField, FormResult } from '../consolidation/consolidation';
import { figureLook, heightFor, input, LOOK, writeTableHead } from '../page/page';
import type { Period } from '../period/period';
import { LEVELS, type Agency } from '../agency/agency';
import { findAgency, type Plan } from '../plan/plan';
import { blocksOf, cellOf, hasSums, totalOf, type StatCell } from '../plan/stat-cells';
import { formulaOf, isLinear } from '../plan/stat-expression';
import { columnFormula, type StatColumn, type StatForm, type StatRow } from '../plan/stat-form';
import { formatDate } from '../../text/date';
import type { FormColumn } from '../template/columns';
import { headerHeight, OF_REPORT, writeFormHeader } from '../template/form-header';
import { pickerText } from '../template/identity';
import { hasUnits } from '../template/stat-columns';
import { formOf } from '../plan/assigned';
import type { FormFigures } from './form-figures';
import { writeReportFoot } from './report-foot';
import { statHeading, statLook, statUnit } from './printed-money';
import { headOf, type TableTitle } from './report-head';
import { setWidths, sideBySide, underOne } from './side-by-side';
import { finishTable } from './table-frame';
import { LEVEL_GROUP, ROMAN } from './words';
import { writeNote } from './write-note';

/**
 * The province's result of a form whose rows have choices of their own, three times: by agency, a
 * line for each with every cell of the form side by side; by row, the form itself; and of one
 * agency that is picked. The second and third take their figures from the first, which takes them
 * from the sheet of figures.
 */
export interface FormViews {
  byAgency: Sheet;
  byRow: Sheet;
  ofOne: Sheet;
}

export interface FormViewRequest {
  names: { table: string; byRow: string; ofOne: string };
  /** Of each table by itself. */
  titles: Record<keyof FormViews, TableTitle>;
  plan: Plan;
  form: StatForm;
  period: Period;
  result: Consolidation;
  own: FormResult;
  figures: FormFigures;
}

export function writeFormViews(request: FormViewRequest): FormViews {
  const lines = writeByAgency(request);
  return {
    byAgency: lines.sheet,
    byRow: writeByRow(request, lines),
    ofOne: writeOfOne(request, lines),
  };
}

const CELL_WIDTH = 13;

/** A cell of the form as a column of the table by agency. */
interface Place {
  row: StatRow;
  column: StatColumn;
  cell: StatCell;
}

/** The table by agency, and where things stand in it. */
interface Lines {
  sheet: Sheet;
  columnOf: ReadonlyMap<string, number>;
  first: number;
  last: number;
  total: number;
  picker: number;
  agencies: readonly Agency[];
}

const atKey = (row: string, column: string) => `${row}\u0000${column}`;

function placesOf(form: StatForm): Place[] {
  return form.rows.flatMap((row) =>
    form.columns.flatMap((column) => {
      const cell = cellOf(form, row, column);
      return cell.isBlank ? [] : [{ row, column, cell }];
    }),
  );
}

function writeByAgency({
  names,
  titles,
  plan,
  form,
  period,
  result,
  own,
  figures,
}: FormViewRequest): Lines {
  const sheet = new Sheet(names.table);
  const places = placesOf(form);
  const isSingle = form.columns.length === 1;
  const columns: FormColumn<string>[] = [
    { key: 'stt', top: 'STT', sub: '', number: '', width: 6 },
    { key: 'agency', top: 'Đơn vị', sub: '', number: '', width: 40 },
    ...places.map(({ row, column, cell }) => ({
      key: atKey(row.key, column.code),
      top: headingOf(row, cell),
      sub: isSingle ? '' : `(${column.code}) ${column.name}`,
      number: '',
      width: CELL_WIDTH,
    })),
    { key: 'coverage', top: 'Số kỳ báo cáo (n/N)', sub: '', number: '', width: 11 },
  ];
  const last = columns.length - 1;
  const picker = last + 1;
  places.forEach((place, index) => {
    if (place.cell.typed !== 'text') return;
    sheet.columnsByContent.add(2 + index);
    if (isSilent(place, own)) sheet.hiddenColumns.add(2 + index);
  });
  const seen = seenColumns(sheet, columns);
  const pages = sideBySide(seen.map(underOne), 2, { isSigned: true });
  const { left, right } = pages.first;
  setWidths(sheet, columns);
  const head = headOf(plan, period, result, titles.byAgency);
  const top = writeTableHead(sheet, head, left, right);
  writeFormHeader(sheet, numbered(columns), top, OF_REPORT);
  sheet.put(top + 2, picker, `(${picker + 1})`, LOOK.numbering);
  const columnOf = new Map(
    places.map((place, index) => [atKey(place.row.key, place.column.code), 2 + index]),
  );
  const agencies = LEVELS.flatMap((level) =>
    plan.agencies.filter(
      (agency) => agency.level === level && own.rows.some(({ key }) => key === agency.code),
    ),
  );
  const first = top + 3;
  let row = first;
  let groups = 0;
  for (const level of LEVELS) {
    const some = agencies.filter((agency) => agency.level === level);
    if (some.length === 0) continue;
    for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.group);
    sheet.put(row, 0, ROMAN[groups++], LOOK.group);
    sheet.put(row++, 1, LEVEL_GROUP[level], LOOK.group);
    some.forEach((agency, index) => {
      const one = theOne(own.rows, ({ key }) => key === agency.code);
      sheet.put(row, 0, index + 1, LOOK.textCentre);
      sheet.put(row, 1, agency.name, LOOK.text);
      for (const place of places) {
        const field = theOne(one.fields, ({ key }) => key === place.row.key);
        const at = row;
        const asked = isAskedOf(form, agency, place.row);
        putAgencyCell(
          sheet,
          at,
          columnOf,
          place,
          field,
          asked ? figures.cells(agency.code, place.row.key, place.column.code) : [],
        );
      }
      sheet.put(row, last, `${one.reported}/${one.expected}`, LOOK.textCentre);
      sheet.put(row, picker, pickerText(agency), LOOK.code);
      const height = heightFor([[agency.name, 40, 12]]);
      sheet.rowHeights.set(row, Math.max(height, heightOfTexts(sheet, row, 2, last)));
      row++;
    });
  }
  const end = row - 1;
  for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.total);
  sheet.put(row, 1, 'TOÀN TỈNH', LOOK.total);
  for (const place of places)
    putProvinceCell({ sheet, form, own, columnOf, agencies, first, end, row }, place);
  sheet.rowHeights.set(row, heightOfTexts(sheet, row, 2, last));
  sheet.put(row, last, `${own.reported}/${own.expected}`, { ...LOOK.textCentre, bold: true });
  const total = row;
  const missing = Object.keys(own.missingMonths).map(
    (code) => findAgency(plan, code)?.name ?? code,
  );
  const line = `Đơn vị chưa báo cáo đủ: ${missing.join('; ') || 'Không'} (${own.reported}/${own.expected} lượt báo cáo).`;
  const width = seen.slice(left, right + 1).reduce((sum, column) => sum + column.width, 0);
  row = writeNote(sheet, row + 1, line, { left, right, width });
  sheet.hiddenColumns.add(picker);
  const lastRow = writeReportFoot(sheet, plan, row + 1, pages.last);
  finishTable(sheet, { top, headingRows: 3, lastRow, lastColumn: last, frozenColumns: 2, pages });
  return { sheet, columnOf, first, last: end, total, picker, agencies };
}

/** A column that is not shown takes no room on a page. */
function seenColumns<Column extends { width: number }>(
  { hiddenColumns }: Sheet,
  columns: readonly Column[],
): Column[] {
  return columns.map((column, index) =>
    hiddenColumns.has(index) ? { ...column, width: 0 } : column,
  );
}

/** A column of remarks in which nobody remarked anything has no place on paper. */
function isSilent({ row, column }: Place, { rows }: FormResult): boolean {
  return rows.every(
    ({ fields }) => theOne(fields, ({ key }) => key === row.key).texts?.[column.code] === undefined,
  );
}

/** What the answers and remarks of a row need: each stands in a column of its own. */
function heightOfTexts(sheet: Sheet, row: number, first: number, last: number): number {
  const texts = [...(sheet.rows.get(row) ?? [])].flatMap(([column, { value }]) =>
    typeof value === 'string' && column >= first && column <= last
      ? [[value, sheet.columnWidths.get(column) ?? CELL_WIDTH, 12] as const]
      : [],
  );
  return heightFor(texts);
}

/**
 * Columns of a table of the report are numbered as they stand: by that it is seen whether somebody
 * moved one.
 */
export function numbered(columns: readonly FormColumn<string>[]): FormColumn<string>[] {
  return columns.map((column, index) => ({ ...column, number: `(${index + 1})` }));
}

function headingOf({ key, name }: StatRow, cell: StatCell): string {
  const unit = statUnit(cell);
  return `${key}. ${name}${unit ? ` (${unit})` : ''}`;
}

function isAskedOf(form: StatForm, agency: Agency, row: StatRow): boolean {
  return formOf(form, agency).rows.some(({ key }) => key === row.key);
}

function putAgencyCell(
  sheet: Sheet,
  row: number,
  columnOf: ReadonlyMap<string, number>,
  { row: own, column, cell }: Place,
  field: FormField,
  sources: readonly string[],
): void {
  const at = knownAt(columnOf, atKey(own.key, column.code));
  const value = field.columns[column.code] ?? null;
  const text = field.texts?.[column.code];
  if (cell.typed !== 'number') {
    // A chosen answer stands between figures: at the left it would touch the one before it.
    const look = cell.typed === 'choice' ? LOOK.textCentre : LOOK.text;
    sheet.put(row, at, text === undefined ? null : shownText(cell, text), look);
    return;
  }
  if (value === null) {
    sheet.put(row, at, null, LOOK.count);
    return;
  }
  const formula = cell.formula
    ? madeOf(cell, own, column, (key, code) => cellName(row, knownAt(columnOf, atKey(key, code))))
    : `SUM(${sources.join(',')})`;
  sheet.putFormula(row, at, formula, value, statLook(cell, value));
}

/** What a cell is made of, where the parts stand in cells of one line. */
function madeOf(
  { formula }: StatCell,
  row: StatRow,
  column: StatColumn,
  refer: (row: string, column: string) => string,
): string {
  const { along, expression } = formula!;
  return formulaOf(expression, (term) =>
    along === 'row' ? refer(row.key, term.column) : refer(term.column, column.code),
  );
}

function putProvinceCell(
  table: {
    sheet: Sheet;
    form: StatForm;
    own: FormResult;
    columnOf: ReadonlyMap<string, number>;
    agencies: readonly Agency[];
    first: number;
    end: number;
    row: number;
  },
  { row, column, cell }: Place,
): void {
  const { sheet, form, own, columnOf, agencies, first, end } = table;
  const at = knownAt(columnOf, atKey(row.key, column.code));
  const field = theOne(own.fields, ({ key }) => key === row.key);
  const value = field.columns[column.code] ?? null;
  if (cell.typed === 'choice') {
    sheet.put(table.row, at, answersOf(cell, field, column), { ...LOOK.textCentre, bold: true });
    return;
  }
  if (cell.typed !== 'number' || value === null) return;
  const look: Style = { ...statLook(cell, value), bold: true };
  const range = areaName({ top: first, bottom: end, left: at, right: at });
  const refer = (key: string, code: string) =>
    cellName(table.row, knownAt(columnOf, atKey(key, code)));
  // One agency alone says it: a sum over the others is its own figure.
  const isOne = agencies.filter((agency) => isAskedOf(form, agency, row)).length === 1;
  const way = isOne ? 'added' : cell.overAgencies;
  const over = way === 'largest' ? 'MAX' : way === 'smallest' ? 'MIN' : 'SUM';
  sheet.putFormula(
    table.row,
    at,
    cell.formula ? madeOf(cell, row, column, refer) : `${over}(${range})`,
    value,
    look,
  );
}

function answersOf(cell: StatCell, { answers }: FormField, { code }: StatColumn): string {
  return Object.entries(answers?.[code] ?? {})
    .filter(([, count]) => count > 0)
    .map(([value, count]) => `${shownText(cell, value)}: ${count}`)
    .join('; ');
}

/** An answer as the form lists it, a day as people write it. */
export function shownText(cell: StatCell, value: string): string {
  if (cell.typed === 'date') return formatDate(value);
  return cell.answers.find((answer) => answer.value === value)?.said.at(-1) ?? value;
}

// ------------------------------------------------------------------------------------
// by row

/** What stands in a cell of the form, as the table by agency has it. */
interface Shown {
  value: number | string | null;
  /** Null where no formula leads to it. */
  formula: string | null;
}

function writeByRow(
  { names, titles, plan, form, period, result, own }: FormViewRequest,
  lines: Lines,
): Sheet {
  const sheet = new Sheet(names.byRow);
  const there = quoteSheet(names.table);
  const fieldOf = (row: StatRow) => theOne(own.fields, ({ key }) => key === row.key);
  const show = (row: StatRow, column: StatColumn): Shown => {
    const at = lines.columnOf.get(atKey(row.key, column.code));
    if (at === undefined) return { value: null, formula: null };
    const value = lines.sheet.value(lines.total, at);
    return typeof value === 'number' || typeof value === 'string'
      ? { value, formula: `${there}!${absoluteName(lines.total, at)}` }
      : { value: null, formula: null };
  };
  const note = (row: StatRow): string => {
    const { overAgencies } = fieldOf(row);
    const isApart = Object.values(overAgencies ?? {}).some(
      (way) => way === 'each' || way === 'owner',
    );
    return isApart && Object.values(fieldOf(row).columns).includes(null)
      ? 'Không cộng các đơn vị'
      : '';
  };
  const coverage = (row: StatRow) => `${fieldOf(row).reported}/${fieldOf(row).expected}`;
  const head = headOf(plan, period, result, titles.byRow);
  const columns = tableColumns(form);
  const lastColumn = columns.length - 1;
  // What agencies remark is read beside each of them: the province's own cell has none.
  form.columns.forEach((column, index) => {
    if (!form.rows.every((row) => cellOf(form, row, column).typed === 'text')) return;
    sheet.columnsByContent.add(FIRST + index);
    sheet.hiddenColumns.add(FIRST + index);
  });
  const pages = sideBySide(seenColumns(sheet, columns).map(underOne), FIRST, { isSigned: true });
  const { left, right } = pages.first;
  setWidths(sheet, columns);
  const top = writeTableHead(sheet, head, left, right);
  const end = writeRows({ sheet, form, top, show, coverage, note });
  const lastRow = writeReportFoot(sheet, plan, end + 2, pages.last);
  const headingRows = headerHeight(columns);
  return finishTable(sheet, { top, headingRows, lastRow, lastColumn, frozenColumns: 2, pages });
}

/** The form of one agency, as it counts: which is picked in a cell. */
function writeOfOne(
  { names, titles, plan, form, period, result, own }: FormViewRequest,
  lines: Lines,
): Sheet {
  const sheet = new Sheet(names.ofOne);
  const there = quoteSheet(names.table);
  const last = tableColumns(form, true).length - 1;
  const head = writeTableHead(sheet, headOf(plan, period, result, titles.ofOne), 0, last);
  const hasReported = ({ code }: Agency) =>
    own.rows.some(({ key, reported }) => key === code && reported > 0);
  const agency = lines.agencies.find(hasReported) ?? lines.agencies[0];
  const column = (at: number) =>
    `${there}!${absoluteName(lines.first, at)}:${absoluteName(lines.last, at)}`;
  sheet.put(head, 0, 'Đơn vị:', LOOK.bold);
  sheet.put(head, 1, pickerText(agency), input({ ...LOOK.text, bold: true, format: '@' }));
  // Titles of levels stand between the agencies: they have nothing to be picked by.
  sheet.validations.push({
    area: { top: head, bottom: head, left: 1, right: 1 },
    rule: { source: column(lines.picker) },
    prompt: { title: 'Đơn vị', text: 'Vui lòng chọn đơn vị cần xem.' },
    error: { title: 'Đơn vị chưa đúng', text: 'Đề nghị chọn một đơn vị trong danh sách.' },
  });
  const isPicked = (row: number) => lines.sheet.value(row, lines.picker) === pickerText(agency);
  const rows = Array.from(
    { length: lines.last - lines.first + 1 },
    (_, index) => lines.first + index,
  );
  const picked = rows.find(isPicked) ?? lines.first;
  const number = absoluteName(head, 2);
  const match = `MATCH(${absoluteName(head, 1)},${column(lines.picker)},0)`;
  sheet.putFormula(head, 2, match, picked - lines.first + 1, {
    ...LOOK.fine,
    fontColor: '#FFFFFF',
  });
  const show = (row: StatRow, of: StatColumn): Shown => {
    const at = lines.columnOf.get(atKey(row.key, of.code));
    if (at === undefined) return { value: null, formula: null };
    const value = lines.sheet.value(picked, at);
    const index = `INDEX(${column(at)},${number})`;
    return {
      value: typeof value === 'number' || typeof value === 'string' ? value : '',
      formula: `IF(${index}="","",${index})`,
    };
  };
  const top = head + 1;
  const end = writeRows({
    sheet,
    form,
    top,
    show,
    coverage: () => '',
    note: () => '',
    isOfOne: true,
  });
  const lastRow = writeReportFoot(sheet, plan, end + 2, { left: 0, right: last });
  return finishTable(sheet, {
    top,
    headingRows: headerHeight(tableColumns(form)),
    lastRow,
    lastColumn: last,
    frozenColumns: 2,
  });
}

function tableColumns(form: StatForm, isOfOne = false): FormColumn<string>[] {
  return [
    { key: 'stt', top: 'STT', sub: '', number: '', width: 8 },
    { key: 'name', top: form.rowHeading, sub: '', number: '', width: 46 },
    { key: 'unit', top: 'ĐVT', sub: '', number: '', width: 12 },
    ...form.columns.map((column) => ({
      key: column.code,
      ...(column.over ? { over: column.over } : {}),
      top: column.group || statHeading(column),
      sub: column.group ? statHeading(column) : '',
      number: '',
      width: CELL_WIDTH,
    })),
    ...(isOfOne
      ? []
      : [{ key: 'coverage', top: 'Số kỳ báo cáo (n/N)', sub: '', number: '', width: 11 }]),
    { key: 'note', top: 'Ghi chú', sub: '', number: '', width: 20 },
  ];
}

/** The unit of a row as it is printed; several where its columns are printed otherwise. */
function unitOf(form: StatForm, row: StatRow): string | null {
  if (!row.unit) return null;
  const cells = form.columns.map((column) => cellOf(form, row, column));
  const own = cells.filter(({ unit, typed }) => unit === row.unit && typed === 'number');
  return [...new Set(own.map(statUnit))].join('; ') || row.unit;
}

interface RowsRequest {
  sheet: Sheet;
  form: StatForm;
  top: number;
  show(row: StatRow, column: StatColumn): Shown;
  coverage(row: StatRow): string;
  note(row: StatRow): string;
  isOfOne?: boolean;
}

/** The rows of the form under its headings, with its own totals; returns the last row. */
function writeRows({ sheet, form, top, show, coverage, note, isOfOne }: RowsRequest): number {
  const columns = tableColumns(form, isOfOne);
  writeFormHeader(sheet, numbered(columns), top, OF_REPORT);
  const last = columns.length - 1;
  const shown = new Map(form.rows.map(({ key }) => [key, new Map<string, number | null>()]));
  let row = top + headerHeight(columns);
  const first = row;
  const sums: number[] = [];
  const total = (name: string, rows: readonly StatRow[], add: (column: number) => string) => {
    for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.total);
    sheet.put(row, 1, name, LOOK.total);
    const sums = totalOf(form, rows, shown);
    form.columns.forEach(({ code }, index) => {
      const value = knownAt(sums, code);
      const made = columnFormula(form, code);
      const at = (own: string) =>
        cellName(row, FIRST + form.columns.findIndex((one) => one.code === own));
      const isRate = made !== null && !isLinear(made);
      const formula = isRate ? formulaOf(made, ({ column }) => at(column)) : add(FIRST + index);
      // Under figures that are printed alike it is printed as they are.
      const cells = rows.map((one) => cellOf(form, one, form.columns[index]));
      const isAlike = cells.every((cell) => statUnit(cell) === statUnit(cells[0]));
      const look = isAlike ? statLook(cells[0], value) : figureLook(value);
      if (value !== null)
        sheet.putFormula(row, FIRST + index, formula, value, { ...look, bold: true });
    });
    row++;
  };
  blocksOf(form).forEach(({ group, rows }) => {
    if (group !== '') {
      for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.group);
      sheet.put(row++, 1, group, LOOK.group);
    }
    const from = row;
    rows.forEach((one, index) => {
      sheet.put(row, 0, hasUnits(form) ? one.key : String(index + 1), LOOK.asWritten);
      sheet.put(row, 1, one.name, one.formula ? { ...LOOK.text, bold: true } : LOOK.text);
      sheet.put(row, 2, unitOf(form, one), LOOK.textCentre);
      form.columns.forEach((column, at) => {
        const { value, formula } = show(one, column);
        knownAt(shown, one.key).set(column.code, typeof value === 'number' ? value : null);
        const look =
          typeof value === 'number'
            ? statLook(cellOf(form, one, column), value)
            : typeof value === 'string' && value !== ''
              ? LOOK.text
              : LOOK.number;
        if (formula === null) sheet.put(row, FIRST + at, value, look);
        else sheet.putFormula(row, FIRST + at, formula, value ?? '', look);
      });
      if (!isOfOne) sheet.put(row, last - 1, coverage(one), LOOK.textCentre);
      sheet.put(row, last, note(one) || null, LOOK.text);
      sheet.rowHeights.set(row, heightOfTexts(sheet, row, 1, last));
      row++;
    });
    if (group === '' || !hasSums(form, rows)) return;
    const to = row - 1;
    sums.push(row);
    total('Cộng', rows, (c) => `SUM(${areaName({ top: from, bottom: to, left: c, right: c })})`);
  });
  if (form.rows.length > 1 && hasSums(form, form.rows)) {
    const end = row - 1;
    total('TỔNG SỐ', form.rows, (c) =>
      sums.length > 0
        ? sums.map((one) => cellName(one, c)).join('+')
        : `SUM(${areaName({ top: first, bottom: end, left: c, right: c })})`,
    );
  }
  return row - 1;
}

/** Where the form's first column stands in its rows. */
const FIRST = 3;
