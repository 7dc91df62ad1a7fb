import type { Sheet } from '../../workbook/sheet';
import { cellName } from '../../workbook/address';
import { LOOK, heightFor, input } from '../page/page';
import { cutOff, isSummed, type Indicator, type Target } from '../plan/plan';
import { isCounted } from '../plan/units';
import { isAssessed, targetFor } from '../plan/target';
import { INDICATOR_COLUMNS, type IndicatorColumn } from './columns';
import { closeForm, HEADER_ROW, type FormRequest, type Parts } from './form-frame';
import { writeFormHeader } from './form-header';
import type { FormLine } from './form-lines';
import { warnWhere } from './live-check';

const COLUMN = Object.fromEntries(INDICATOR_COLUMNS.map((column, index) => [column.key, index])) as Record<
  IndicatorColumn,
  number
>;

/** After a split nothing of before belongs to one agency. */
const NOT_COMPARABLE = 'không so sánh được';

export const NOT_APPLICABLE_WORD = 'Không phát sinh';

/** Layout A: group titles, an input row for each indicator and under it what to count. */
export function indicatorLines(indicators: readonly Indicator[]): FormLine[] {
  let group = '';
  let heading = '';
  const title = (text: string): FormLine[] => (text === '' ? [] : [{ kind: 'title', code: '', text }]);
  return indicators.flatMap((indicator): FormLine[] => {
    const isNewGroup = indicator.group !== group;
    const isNewHeading = indicator.heading !== (isNewGroup ? '' : heading);
    ({ group, heading } = indicator);
    return [
      ...(isNewGroup ? title(group) : []),
      ...(isNewHeading ? title(heading) : []),
      { kind: 'input', code: indicator.code, text: indicator.name },
      { kind: 'definition', code: '', text: definition(indicator) },
    ];
  });
}

export function writeIndicatorRows(sheet: Sheet, request: FormRequest, indicators: Indicator[]): void {
  writeFormHeader(sheet, INDICATOR_COLUMNS, HEADER_ROW);
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  let row = HEADER_ROW + 3;
  for (const { kind, code, text } of indicatorLines(indicators)) {
    if (kind === 'title') titleRow(sheet, row++, text);
    else if (kind === 'definition') definitionRow(sheet, row++, text);
    else inputRow(sheet, row++, request, byCode.get(code)!);
  }
  warnWhere(sheet, { top: HEADER_ROW + 3, bottom: row - 1, left: COLUMN.numerator, right: COLUMN.check });
  closeForm(sheet, row, COLUMN.note);
}

function titleRow(sheet: Sheet, row: number, text: string): void {
  INDICATOR_COLUMNS.forEach((_, c) => sheet.put(row, c, c === COLUMN.name ? text : null, LOOK.group));
  sheet.merges.push({ top: row, bottom: row, left: COLUMN.name, right: COLUMN.note });
}

function definitionRow(sheet: Sheet, row: number, text: string): void {
  INDICATOR_COLUMNS.forEach((_, c) => sheet.put(row, c, c === COLUMN.name ? text : null, LOOK.definition));
  sheet.rowHeights.set(row, heightFor([[text, INDICATOR_COLUMNS[COLUMN.name].width, 10]]));
}

/** What to count, and over which time. */
function definition(indicator: Indicator): string {
  const when = {
    flow: '',
    'flow-of-constant': ' Tử ghi số trong kỳ, mẫu ghi số giao cả năm.',
    stock: ' Ghi số cuối kỳ.',
    cumulative: ' Ghi lũy kế đến cuối kỳ.',
    'from-tasks': '',
  }[indicator.overTime];
  const { numerator, denominator } = indicator;
  if (!denominator) return `Ghi: ${numerator.name} (${numerator.unit}).${when}`;
  return `Tử: ${numerator.name} (${numerator.unit}). Mẫu: ${denominator.name} (${denominator.unit}).${when}`;
}

function inputRow(sheet: Sheet, row: number, request: FormRequest, indicator: Indicator): void {
  const { plan, agency } = request;
  const at = (key: IndicatorColumn) => cellName(row, COLUMN[key]);
  const target = targetFor(plan, indicator.code, { agency, level: agency.level });
  const text = (
    key: IndicatorColumn,
    value: string,
    style = LOOK.text as typeof LOOK.text | typeof LOOK.textCentre | typeof LOOK.code | typeof LOOK.asWritten,
  ) => sheet.put(row, COLUMN[key], value, style);
  text('code', indicator.code, LOOK.code);
  text('stt', indicator.stt, LOOK.asWritten);
  text('name', indicator.name);
  text('unit', indicator.unit, LOOK.textCentre);
  text('target', target?.raw ?? '', LOOK.asWritten);
  text('implementing', indicator.implementing || indicator.lead);
  text('coordinating', indicator.coordinating);

  const numberLook = isCounted(indicator.numerator.unit) ? LOOK.count : LOOK.number;
  sheet.put(row, COLUMN.numerator, null, input(numberLook));
  addValidation(sheet, row, COLUMN.numerator, indicator, indicator.numerator.unit);
  if (indicator.denominator) {
    sheet.put(row, COLUMN.denominator, null, input(numberLook));
    addValidation(sheet, row, COLUMN.denominator, indicator, indicator.denominator.unit);
  } else sheet.put(row, COLUMN.denominator, null, LOOK.text);

  const divide = (numerator: string, denominator: string) => {
    const scaled = indicator.kind === 'duration' ? `${numerator}/${denominator}` : `100*${numerator}/${denominator}`;
    return `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),IF(${denominator}=0,"",${scaled}),"")`;
  };
  const ratio = (key: IndicatorColumn, numerator: IndicatorColumn, denominator: IndicatorColumn) => {
    if (indicator.denominator)
      sheet.putFormula(row, COLUMN[key], divide(at(numerator), at(denominator)), '', LOOK.percent);
    else sheet.put(row, COLUMN[key], null, LOOK.text);
  };
  ratio('ratio', 'numerator', 'denominator');
  const cumulative = (key: IndicatorColumn, own: IndicatorColumn, previous: IndicatorColumn) => {
    // A figure of the year does not grow with its periods.
    const grows = key === 'cumulativeNumerator' ? isSummed(indicator) : indicator.overTime === 'flow';
    const formula = grows
      ? `IF(AND(ISNUMBER(${at(previous)}),ISNUMBER(${at(own)})),${at(previous)}+${at(own)},"")`
      : `IF(ISNUMBER(${at(own)}),${at(own)},"")`;
    sheet.putFormula(row, COLUMN[key], formula, '', numberLook);
  };
  cumulative('cumulativeNumerator', 'numerator', 'previousNumerator');
  cumulative('cumulativeDenominator', 'denominator', 'previousDenominator');
  ratio('cumulativeRatio', 'cumulativeNumerator', 'cumulativeDenominator');
  judgement(sheet, row, request, indicator, target);
  sheet.put(row, COLUMN.note, null, input(LOOK.text));
  sheet.putFormula(row, COLUMN.check, check(row, indicator), 'Chưa nhập', LOOK.textCentre);
  const known = request.previous?.get(indicator.code);
  const before = (parts: Parts | null | undefined, numerator: number, column: number, isAsked: boolean) => {
    const isUnlike = isAsked && request.isSplit;
    sheet.put(row, numerator, isUnlike ? NOT_COMPARABLE : (parts?.numerator ?? null), numberLook);
    sheet.put(row, column, indicator.denominator ? (parts?.denominator ?? null) : null, numberLook);
  };
  before(known?.last, COLUMN.lastNumerator, COLUMN.lastDenominator, true);
  before(known?.cumulative, COLUMN.previousNumerator, COLUMN.previousDenominator, isSummed(indicator));
  sheet.rowHeights.set(
    row,
    heightFor([
      [indicator.name, INDICATOR_COLUMNS[COLUMN.name].width, 12],
      [target?.raw ?? '', INDICATOR_COLUMNS[COLUMN.target].width, 12],
      [indicator.implementing || indicator.lead, INDICATOR_COLUMNS[COLUMN.implementing].width, 12],
      [indicator.coordinating, INDICATOR_COLUMNS[COLUMN.coordinating].width, 12],
    ]),
  );
}

/** What the form itself says of a row, in functions of Excel 2010 (AND looks at all it is given: INT of a word is an error): the gravest first; blank is no fault before the period ends. */
function check(row: number, indicator: Indicator): string {
  const numerator = cellName(row, COLUMN.numerator);
  const denominator = cellName(row, COLUMN.denominator);
  const cells = indicator.denominator ? [numerator, denominator] : [numerator];
  const isWord = (cell: string) => `AND(ISTEXT(${cell}),NOT(EXACT(${cell},"${NOT_APPLICABLE_WORD}")))`;
  const units = [indicator.numerator.unit, indicator.denominator?.unit ?? ''];
  const whole = cells.filter((_, index) => isWhole(indicator, units[index]));
  const tests: [string, string][] = [
    [`OR(${cells.map(isWord).join(',')})`, 'Không phải số'],
    [`OR(${cells.map((cell) => `AND(ISNUMBER(${cell}),${cell}<0)`).join(',')})`, 'Số âm'],
    ...((whole.length > 0
      ? [[`OR(${whole.map((cell) => `IF(ISNUMBER(${cell}),${cell}<>INT(${cell}),FALSE)`).join(',')})`, 'Cần số nguyên']]
      : ([] as [string, string][])) as [string, string][]),
    [`COUNTA(${cells.join(',')})<${cells.length}`, 'Thiếu một ô'],
    ...((indicator.denominator && indicator.partOfWhole
      ? [[`AND(COUNT(${cells.join(',')})=2,${numerator}>${denominator})`, 'Tử lớn hơn mẫu']]
      : []) as [string, string][]),
  ];
  const judged = tests.reduceRight((rest, [test, word]) => `IF(${test},"${word}",${rest})`, '"Đủ"');
  return `IF(COUNTA(${cells.join(',')})=0,"Chưa nhập",${judged})`;
}

/** Of things that are counted no fraction is a figure, as the rule `fraction` says. */
function isWhole({ partOfWhole, denominator }: Indicator, unit: string): boolean {
  return (partOfWhole || denominator === null) && isCounted(unit);
}

/** The native hint; whether the cell holds a usable figure is decided by our check. */
function addValidation(sheet: Sheet, row: number, column: number, indicator: Indicator, unit: string): void {
  const cell = cellName(row, column);
  const whole = isWhole(indicator, unit);
  const isFigure = whole
    ? `AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell}))`
    : `AND(ISNUMBER(${cell}),${cell}>=0)`;
  sheet.validations.push({
    area: { top: row, bottom: row, left: column, right: column },
    rule: { formula: `IF(ISNUMBER(${cell}),${isFigure},EXACT(${cell},"${NOT_APPLICABLE_WORD}"))` },
    prompt: {
      title: column === COLUMN.numerator ? 'Tử số' : 'Mẫu số',
      text: `Đơn vị tính: ${unit}. Bằng 0 thì ghi 0; không có trường hợp nào thì ghi “${NOT_APPLICABLE_WORD}”.`,
    },
    error: {
      title: 'Số liệu chưa đúng',
      text: `Đề nghị ghi ${whole ? 'số nguyên' : 'số'} không âm, hoặc “${NOT_APPLICABLE_WORD}”.`,
    },
  });
}

/** Đánh giá: a live comparison where the target can be judged in this period, else the reason why not. */
function judgement(sheet: Sheet, row: number, request: FormRequest, indicator: Indicator, target: Target | null): void {
  const words = judgementWord(request, indicator, target);
  if (words !== null || !target || target.value === null || !indicator.denominator) {
    sheet.put(row, COLUMN.judgement, words, LOOK.textCentre);
    return;
  }
  const numerator = cellName(row, COLUMN.numerator);
  const denominator = cellName(row, COLUMN.denominator);
  const scaled = indicator.kind === 'duration' ? numerator : `100*${numerator}`;
  const test = `${scaled}${target.operator}${target.value}*${denominator}`;
  const ratio = cellName(row, COLUMN.ratio);
  sheet.putFormula(
    row,
    COLUMN.judgement,
    `IF(ISNUMBER(${ratio}),IF(${test},"Đạt","Không đạt"),"")`,
    '',
    LOOK.textCentre,
  );
}

function judgementWord({ plan, period }: FormRequest, indicator: Indicator, target: Target | null): string | null {
  if (!target) return 'Không có mức giao';
  if (target.operator === 'increase') return 'So với kỳ trước';
  if (!target.confirmed) return 'Cần xác nhận mức giao';
  return isAssessed(plan, indicator, cutOff(plan, period)) ? null : 'Chưa đến hạn đánh giá';
}
