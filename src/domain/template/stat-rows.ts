import { knownAt, lastOf } from '../../known/known';
import { areaName, cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { madeOnce } from '../made-once';
import { heightFor, input, LOOK } from '../page/page';
import type { Style } from '../../workbook/cell';
import {
  addsUp,
  appliesDown,
  appliesTo,
  blocksOf,
  cellOf,
  hasSums,
  isNeeded,
  isShownWhole,
  isWholeCell,
  placesOf,
  typedCells,
  type StatCell,
} from '../plan/stat-cells';
import { cellFormula, divisorsOf, formulaOf, isLinear } from '../plan/stat-expression';
import {
  checkedIdentities,
  columnFormula,
  rowPartsOf,
  sidesOf,
  slackOf,
  type StatColumn,
  type StatForm,
  type StatIdentity,
  type StatRow,
  type StatTerm,
} from '../plan/stat-form';
import { closeForm, HEADER_ROW, type FormRequest } from './form-frame';
import { headerHeight, writeFormHeader } from './form-header';
import { topParts } from './form-top';
import type { FormLine } from './form-lines';
import { figureInputLook } from './figure-look';
import { warnWhere } from './live-check';
import {
  columnKey,
  hasUnits,
  previousColumns,
  previousKey,
  statColumns,
  type StatKey,
} from './stat-columns';

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
  /** By the key of a row. */
  row: ReadonlyMap<string, number>;
}

/**
 * A statistics form: an input row for each row of the form, and where rows add up a subtotal for
 * each block and the total.
 */
export function writeStatRows(sheet: Sheet, request: FormRequest, form: StatForm): void {
  const columns = statColumns(form);
  writeFormHeader(sheet, columns, HEADER_ROW);
  const first = HEADER_ROW + headerHeight(columns);
  const lines = statLines(form);
  const place: Place = {
    sheet,
    form,
    column: new Map(columns.map(({ key }, index) => [key, index])),
    row: new Map(lines.map(({ code }, index) => [code, first + index])),
  };
  const blocks = blocksOf(form);
  let row = first;
  const sums: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const isNamed = block.group !== '';
    if (isNamed) titleRow(place, row++, block.group);
    const from = row;
    block.rows.forEach((one, at) => inputRow(place, row++, String(at + 1), one, request));
    if (!isNamed || !hasSums(form, block.rows)) continue;
    sumRow(place, row, subtotalCode(index), SUBTOTAL, block.rows, (c) =>
      rangeSum(from, row - 1, c),
    );
    sums.push(row++);
  }
  if (hasTotal(form)) {
    const last = row - 1;
    const add = (c: number) =>
      // Of a list nobody knows how many lines there are.
      form.lines
        ? `SUM(${areaName({ top: first, bottom: last, left: c, right: c })})`
        : sums.length > 0
          ? cellSum(sums, c)
          : rangeSum(first, last, c);
    sumRow(place, row, TOTAL_CODE, TOTAL, form.rows, add);
    row++;
  }
  warnWhere(sheet, { top: first, bottom: row - 1, left: 3, right: knownAt(place.column, 'check') });
  // The head of a narrow table reaches over its edge, and is printed whole.
  closeForm(sheet, row, Math.max(knownAt(place.column, 'check'), topParts(columns).right.last));
}

/** A statistics form from the row under its headings down to its total. */
export function statLines(form: StatForm): FormLine[] {
  const lines = blocksOf(form).flatMap(({ group, rows }, index): FormLine[] => {
    const inputs = rows.map(({ key, name, formula }): FormLine => ({
      kind: formula ? 'sum' : 'input',
      code: key,
      text: name,
    }));
    if (group === '') return inputs;
    const title: FormLine = { kind: 'title', code: '', text: group };
    const sum: FormLine = { kind: 'sum', code: subtotalCode(index), text: SUBTOTAL };
    return [title, ...inputs, ...(hasSums(form, rows) ? [sum] : [])];
  });
  return hasTotal(form) ? [...lines, { kind: 'sum', code: TOTAL_CODE, text: TOTAL }] : lines;
}

function hasTotal(form: StatForm): boolean {
  return form.rows.length > 1 && hasSums(form, form.rows);
}

/**
 * Keys of the rows a total adds up, by its code: all of them, those of its block, or what a row is
 * made of.
 */
export function keysUnder(form: StatForm, code: string): string[] {
  if (code === TOTAL_CODE) return form.rows.map(({ key }) => key);
  const own = rowPartsOf(form, code);
  if (own.length > 0) return own;
  return (blocksOf(form).find((_, index) => subtotalCode(index) === code)?.rows ?? []).map(
    ({ key }) => key,
  );
}

function titleRow({ sheet, column }: Place, row: number, text: string): void {
  for (const [key, c] of column) sheet.put(row, c, key === 'name' ? text : null, LOOK.group);
}

function inputRow(
  place: Place,
  row: number,
  stt: string,
  one: StatRow,
  request: FormRequest,
): void {
  const { sheet, form, column } = place;
  sheet.put(row, knownAt(column, 'code'), one.key, LOOK.code);
  sheet.put(row, knownAt(column, 'stt'), hasUnits(form) ? one.key : stt, LOOK.asWritten);
  sheet.put(row, knownAt(column, 'name'), one.name, LOOK.text);
  if (column.has('unit'))
    sheet.put(row, knownAt(column, 'unit'), one.unit ?? null, LOOK.textCentre);
  for (const own of form.columns) {
    const c = knownAt(column, columnKey(own.code));
    const cell = cellOf(form, one, own);
    if (cell.formula)
      sheet.putFormula(row, c, computed(place, cell.formula, own, row), '', lookOf(cell));
    else if (cell.isBlank) sheet.put(row, c, null, LOOK.text);
    else {
      sheet.put(row, c, null, input(lookOf(cell)));
      addValidation(sheet, row, c, own.code, cell);
    }
  }
  for (const code of previousColumns(form)) {
    const value = request.previousForms?.get(previousFigureKey(form.code, one.key, code)) ?? null;
    const before = form.columns.find((own) => own.code === code);
    const look = before ? lookOf(cellOf(form, one, before)) : LOOK.count;
    sheet.put(row, knownAt(column, previousKey(code)), value, look);
  }
  sheet.putFormula(
    row,
    knownAt(column, 'check'),
    checkOf(place, one, row),
    one.formula || form.lines ? '' : CHECK.blank,
    LOOK.text,
  );
  sheet.rowHeights.set(row, heightFor([[one.name, 34, 12]]));
}

const DAY_LOOK: Style = { ...LOOK.textCentre, format: 'dd/mm/yyyy' };

/** A quotient shows two decimals where nobody chose how many, not all it has. */
function lookOf(cell: StatCell): Style {
  if (cell.typed === 'text') return LOOK.text;
  if (cell.typed === 'date') return DAY_LOOK;
  if (cell.typed === 'choice') return LOOK.textCentre;
  const look = figureInputLook(cell.unit, placesOf(cell), isShownWhole(cell));
  const isQuotient = cell.formula !== null && !isLinear(cell.formula.expression);
  return isQuotient && look === LOOK.number ? LOOK.percent : look;
}

/** Under which a form finds a figure of the period before. */
export function previousFigureKey(form: string, row: string, column: string): string {
  return `${form}\u0000${row}\u0000${column}`;
}

function sumRow(
  place: Place,
  row: number,
  code: string,
  name: string,
  rows: readonly StatRow[],
  formula: (column: number) => string,
): void {
  const { sheet, form, column } = place;
  for (const c of column.values()) sheet.put(row, c, null, LOOK.total);
  sheet.put(row, knownAt(column, 'code'), code, LOOK.code);
  sheet.put(row, knownAt(column, 'name'), name, LOOK.total);
  for (const own of form.columns) {
    const c = knownAt(column, columnKey(own.code));
    if (!addsUp(form, rows, own)) continue;
    const made = columnFormula(form, own.code);
    const isRate = made !== null && !isLinear(made);
    const text = isRate
      ? computed(place, { along: 'row', expression: made }, own, row)
      : formula(c);
    sheet.putFormula(row, c, text, '', isRate ? TOTAL_LOOK.share : TOTAL_LOOK.amount);
  }
}

const TOTAL_LOOK: Record<'share' | 'amount', Style> = {
  share: { ...LOOK.percent, bold: true },
  amount: { ...LOOK.count, bold: true },
};

/** Blank while a part is: a total of some would look like all. */
function rangeSum(first: number, last: number, column: number): string {
  const range = areaName({ top: first, bottom: last, left: column, right: column });
  return `IF(COUNT(${range})=ROWS(${range}),SUM(${range}),"")`;
}

function cellSum(rows: readonly number[], column: number): string {
  const cells = rows.map((row) => cellName(row, column));
  return `IF(COUNT(${cells.join(',')})=${cells.length},${cells.join('+')},"")`;
}

/** How a cell follows from those beside it, or from the rows above and below. */
function computed(
  { column, row: rows }: Place,
  { along, expression }: NonNullable<StatCell['formula']>,
  own: StatColumn,
  row: number,
): string {
  return cellFormula(expression, (term) =>
    along === 'row'
      ? cellName(row, knownAt(column, columnKey(term.column)))
      : cellName(knownAt(rows, term.column), knownAt(column, columnKey(own.code))),
  );
}

/** What the check cell of a row says, with or without the add-in. */
const CHECK = { blank: 'Chưa nhập', some: 'Còn ô trống', matches: 'Khớp' };

/** The forms of a province ask the same in the same rows. */
const CHECKS = new WeakMap<StatForm, Map<string, string>>();

function checkOf(place: Place, one: StatRow, row: number): string {
  const known = madeOnce(CHECKS, place.form, () => new Map<string, string>());
  return madeOnce(known, `${row} ${one.key}`, () => check(place, one, row));
}

/** One formula: blank, partly blank, the first identity that does not hold, or that all do. */
function check(place: Place, one: StatRow, row: number): string {
  const { form, column } = place;
  const at = (code: string) => cellName(row, knownAt(column, columnKey(code)));
  const typed = typedCells(form, one).filter(({ cell }) => isNeeded(cell));
  const inputs = typed.map((each) => at(each.column.code));
  const blank = form.lines ? '' : CHECK.blank;
  const own = checkedIdentities(form).filter((identity) => appliesTo(form, identity, one));
  const tests = [
    ...own.map((identity) => ({ identity, test: holds(place, identity, row) })),
    ...(form.rowIdentities ?? [])
      .filter(({ left, right }) => [...left, ...right][0].column === one.key)
      .map((identity) => ({ identity, test: holdsDown(place, identity) })),
  ];
  const matches = (last: string) =>
    tests.reduceRight(
      (rest, { identity, test }) =>
        `IF(${test},${rest},"Chưa khớp: ${identity.text.replace(/"/g, '')}")`,
      last,
    );
  // Of a row that is made of others, and of remarks, there is nothing to be filled.
  if (inputs.length === 0) return matches('""');
  const broken = matches(`"${CHECK.matches}"`);
  const figures = typed
    .filter(({ cell }) => cell.typed === 'number')
    .map((each) => at(each.column.code));
  const bounded = typed
    .filter(({ cell }) => cell.typed === 'number' && !cell.mayBeNegative)
    .map((each) => `${at(each.column.code)}<0`);
  const impossible =
    bounded.length === 0 ? broken : `IF(OR(${bounded.join(',')}),"Có số âm",${broken})`;
  const counted =
    figures.length === inputs.length ? `COUNT(${inputs.join(',')})` : countOf(inputs, figures);
  const whole = `IF(${counted}<${inputs.length},"${CHECK.some}",${impossible})`;
  return `IF(COUNTA(${inputs.join(',')})=0,"${blank}",${whole})`;
}

/** Figures have to be numbers, an answer may be a word. */
function countOf(inputs: readonly string[], figures: readonly string[]): string {
  const answers = inputs.filter((cell) => !figures.includes(cell));
  return [
    `COUNTA(${answers.join(',')})`,
    ...(figures.length > 0 ? [`COUNT(${figures.join(',')})`] : []),
  ].join('+');
}

/** Against figures of the period before, only where these are known. */
function holds(place: Place, identity: StatIdentity, row: number): string {
  const cell = ({ column, isPrevious }: StatTerm) =>
    cellName(row, knownAt(place.column, isPrevious ? previousKey(column) : columnKey(column)));
  const compare = compareFormula(identity, cell);
  const terms = [...identity.left, ...identity.right];
  // A part that is made of others is blank where it cannot be made.
  const isMade = ({ column, isPrevious }: StatTerm) => {
    const made = isPrevious ? null : columnFormula(place.form, column);
    return made !== null && !isLinear(made);
  };
  const needed = terms.filter((term) => term.isPrevious || isMade(term)).map(cell);
  return needed.length === 0
    ? compare
    : `IF(COUNT(${needed.join(',')})=${needed.length},${compare},TRUE)`;
}

/** What has to agree between rows, in every column of figures as far as it is filled. */
function holdsDown({ form, column, row }: Place, identity: StatIdentity): string {
  const tests = form.columns
    .filter((own) => appliesDown(form, identity, own))
    .map((own) => {
      const cell = ({ column: key }: StatTerm) =>
        cellName(knownAt(row, key), knownAt(column, columnKey(own.code)));
      const cells = [...identity.left, ...identity.right].map(cell);
      return `IF(COUNT(${cells.join(',')})=${cells.length},${compareFormula(identity, cell)},TRUE)`;
    });
  return tests.length === 0 ? 'TRUE' : tests.length === 1 ? tests[0] : `AND(${tests.join(',')})`;
}

function compareFormula(identity: StatIdentity, cell: (term: StatTerm) => string): string {
  const { left, right } = sidesOf(identity);
  const [a, b] = [formulaOf(left, cell), formulaOf(right, cell)];
  const slack = slackOf(identity);
  if (slack === 0) return `${a}${identity.relation}${b}`;
  const zeros = [...divisorsOf(left, cell), ...divisorsOf(right, cell)].map(
    (divisor) => `${divisor}=0`,
  );
  const near = {
    '=': `ABS(${a}-(${b}))<=${slack}`,
    '<=': `${a}-(${b})<=${slack}`,
    '>=': `${b}-(${a})<=${slack}`,
  };
  const test =
    identity.relation in near
      ? near[identity.relation as keyof typeof near]
      : `${a}${identity.relation}${b}`;
  return zeros.length === 0 ? test : `IF(OR(${zeros.join(',')}),TRUE,${test})`;
}

function addValidation(
  sheet: Sheet,
  row: number,
  column: number,
  code: string,
  cell: StatCell,
): void {
  const at = cellName(row, column);
  const area = { top: row, bottom: row, left: column, right: column };
  const title = `Cột (${code})`;
  if (cell.typed === 'text') return;
  if (cell.typed === 'choice') {
    const said = cell.answers.map((answer) => lastOf(answer.said));
    const isAnswer = cell.answers
      .flatMap((answer) => answer.said)
      .map((one) => `TRIM(${at}&"")="${one.replace(/"/g, '""')}"`);
    sheet.validations.push({
      area,
      rule: { formula: `OR(${isAnswer.join(',')})` },
      prompt: { title, text: `Ghi một trong các câu trả lời: ${said.join('; ')}.`.slice(0, 250) },
      error: {
        title: 'Câu trả lời chưa đúng',
        text: `Đề nghị ghi: ${said.join('; ')}.`.slice(0, 220),
      },
    });
    return;
  }
  if (cell.typed === 'date') {
    sheet.validations.push({
      area,
      rule: { formula: `IF(ISNUMBER(${at}),${at}>=32874,FALSE)` },
      prompt: { title, text: 'Ghi ngày, tháng, năm: 15/3/2026.' },
      error: { title: 'Ngày chưa đúng', text: 'Đề nghị ghi ngày, tháng, năm: 15/3/2026.' },
    });
    return;
  }
  const whole = isWholeCell(cell);
  const kind = whole ? 'số nguyên' : 'số';
  const isFigure = whole ? `${at}=INT(${at})` : 'TRUE';
  const sign = cell.mayBeNegative ? 'TRUE' : `${at}>=0`;
  sheet.validations.push({
    area,
    rule: { formula: `IF(ISNUMBER(${at}),AND(${sign},${isFigure}),FALSE)` },
    prompt: {
      title,
      text: `Đơn vị tính: ${cell.unit || 'như tên cột'}. Không có thì ghi 0, không để trống.`,
    },
    error: {
      title: 'Số liệu chưa đúng',
      text: `Đề nghị ghi ${kind}${cell.mayBeNegative ? '' : ' không âm'}; không có thì ghi 0.`,
    },
  });
}
