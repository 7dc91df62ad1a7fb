import { knownAt } from '../../known/known';
import type { Sheet } from '../../workbook/sheet';
import { cellName } from '../../workbook/address';
import { LOOK, heightFor, input } from '../page/page';
import { measureOf, type Measure, type PartName, type Problem } from '../measure/measure';
import { cutOff, figureUnit, type Indicator, type Target } from '../plan/plan';
import { assessOf, isAssessed, targetFor } from '../plan/target';
import { figureInputLook } from './figure-look';
import { INDICATOR_COLUMNS, type IndicatorColumn } from './columns';
import { closeForm, HEADER_ROW, type FormRequest, type Parts } from './form-frame';
import { writeFormHeader } from './form-header';
import type { FormLine } from './form-lines';
import { warnWhere } from './live-check';

const COLUMN = Object.fromEntries(
  INDICATOR_COLUMNS.map((column, index) => [column.key, index]),
) as Record<IndicatorColumn, number>;

/** After a split nothing of before belongs to one agency. */
const NOT_COMPARABLE = 'không so sánh được';

export const NOT_APPLICABLE_WORD = 'Không phát sinh';

/** Group titles, an input row for each indicator and under it what to count. */
export function indicatorLines(indicators: readonly Indicator[]): FormLine[] {
  let group = '';
  let heading = '';
  const title = (text: string): FormLine[] =>
    text === '' ? [] : [{ kind: 'title', code: '', text }];
  return indicators.flatMap((indicator): FormLine[] => {
    const isNewGroup = indicator.group !== group;
    const isNewHeading = indicator.heading !== (isNewGroup ? '' : heading);
    ({ group, heading } = indicator);
    return [
      ...(isNewGroup ? title(group) : []),
      ...(isNewHeading ? title(heading) : []),
      { kind: 'input', code: indicator.code, text: indicator.name },
      { kind: 'definition', code: '', text: measureOf(indicator).definition },
    ];
  });
}

export function writeIndicatorRows(
  sheet: Sheet,
  request: FormRequest,
  indicators: Indicator[],
): void {
  writeFormHeader(sheet, INDICATOR_COLUMNS, HEADER_ROW);
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  let row = HEADER_ROW + 3;
  for (const { kind, code, text } of indicatorLines(indicators)) {
    if (kind === 'title') titleRow(sheet, row++, text);
    else if (kind === 'definition') definitionRow(sheet, row++, text);
    else inputRow(sheet, row++, request, knownAt(byCode, code));
  }
  warnWhere(sheet, {
    top: HEADER_ROW + 3,
    bottom: row - 1,
    left: COLUMN.numerator,
    right: COLUMN.check,
  });
  // Where nothing has parts, columns for parts would only be passed over.
  if (indicators.every(({ denominator }) => denominator === null))
    for (const key of OF_PARTS) sheet.hiddenColumns.add(COLUMN[key]);
  closeForm(sheet, row, COLUMN.judgement, COLUMN.coordinating);
}

const OF_PARTS = [
  'numerator',
  'denominator',
  'lastNumerator',
  'lastDenominator',
  'cumulativeNumerator',
  'cumulativeDenominator',
  'previousNumerator',
  'previousDenominator',
] as const;

function titleRow(sheet: Sheet, row: number, text: string): void {
  INDICATOR_COLUMNS.forEach((_, c) =>
    sheet.put(row, c, c === COLUMN.name ? text : null, LOOK.group),
  );
  sheet.merges.push({ top: row, bottom: row, left: COLUMN.name, right: COLUMN.judgement });
}

function definitionRow(sheet: Sheet, row: number, text: string): void {
  INDICATOR_COLUMNS.forEach((_, c) =>
    sheet.put(row, c, c === COLUMN.name ? text : null, LOOK.definition),
  );
  sheet.rowHeights.set(row, heightFor([[text, INDICATOR_COLUMNS[COLUMN.name].width, 10]]));
}

function inputRow(sheet: Sheet, row: number, request: FormRequest, indicator: Indicator): void {
  const { plan, agency } = request;
  const measure = measureOf(indicator);
  const at = (key: IndicatorColumn) => cellName(row, COLUMN[key]);
  const target = targetFor(plan, indicator.code, { agency, level: agency.level });
  const level = target?.raw ?? '';
  const owner = indicator.implementing || indicator.lead;
  const text = (
    key: IndicatorColumn,
    value: string,
    style = LOOK.text as
      | typeof LOOK.text
      | typeof LOOK.textCentre
      | typeof LOOK.code
      | typeof LOOK.asWritten,
  ) => sheet.put(row, COLUMN[key], value, style);
  text('code', indicator.code, LOOK.code);
  text('stt', indicator.stt, LOOK.asWritten);
  text('name', indicator.name);
  text('unit', figureUnit(indicator), LOOK.textCentre);
  text('target', level, LOOK.asWritten);
  text('implementing', owner);
  text('coordinating', indicator.coordinating);

  const lookOf = (part: PartName) => {
    if (measure.answers.length > 0) return LOOK.textCentre;
    const unit = indicator[part]?.unit ?? '';
    return figureInputLook(unit, measure.places, measure.isReadWhole(part));
  };
  const asked = measure.hasParts ? PARTS : ALONE;
  if (!measure.hasParts)
    for (const key of OF_PARTS) sheet.put(row, COLUMN[key], null, LOOK.notAsked);
  for (const part of asked) {
    const key = columnOf(IN_PERIOD, part, measure);
    sheet.put(row, COLUMN[key], null, input(lookOf(part)));
    addValidation(sheet, row, COLUMN[key], part, measure, indicator[part]?.unit ?? '');
    sheet.putFormula(
      row,
      COLUMN[columnOf(CUMULATIVE, part, measure)],
      measure.cumulative(part, at(key), at(columnOf(PREVIOUS, part, measure))),
      '',
      lookOf(part),
    );
  }
  if (measure.hasParts) quotients(sheet, row, request, indicator);
  judgement(sheet, row, request, indicator, target);
  sheet.put(row, COLUMN.note, null, input(LOOK.text));
  sheet.putFormula(row, COLUMN.check, check(row, measure), 'Chưa nhập', LOOK.textCentre);
  const known = request.previous?.get(indicator.code);
  const before = (set: PartColumns, parts: Parts | null | undefined, isAsked: boolean) => {
    const isUnlike = isAsked && request.isSplit;
    for (const part of asked) {
      const known = parts?.[part] ?? null;
      const said = measure.answers.find(({ value }) => value === known)?.word ?? known;
      const isSaid = isUnlike && part === 'numerator';
      const column = COLUMN[columnOf(set, part, measure)];
      sheet.put(row, column, isSaid ? NOT_COMPARABLE : said, lookOf(part));
    }
  };
  before(LAST, known?.last, true);
  before(PREVIOUS, known?.cumulative, measure.isSummed);
  sheet.rowHeights.set(
    row,
    heightFor([
      [indicator.name, INDICATOR_COLUMNS[COLUMN.name].width, 12],
      [level, INDICATOR_COLUMNS[COLUMN.target].width, 12],
      [owner, INDICATOR_COLUMNS[COLUMN.implementing].width, 12],
      [indicator.coordinating, INDICATOR_COLUMNS[COLUMN.coordinating].width, 12],
    ]),
  );
}

/** What is typed is divided here; what is known is told, and seen before anything is calculated. */
function quotients(
  sheet: Sheet,
  row: number,
  { previous, isSplit = false }: FormRequest,
  indicator: Indicator,
): void {
  const measure = measureOf(indicator);
  const known = previous?.get(indicator.code);
  const quotient = (parts: Parts | null | undefined, isUnlike: boolean): number | null => {
    const [numerator, denominator] = [parts?.numerator ?? null, parts?.denominator ?? null];
    if (isUnlike || numerator === null || denominator === null) return null;
    return measure.value(numerator, denominator);
  };
  for (const { ratio, numerator, denominator } of [IN_PERIOD, CUMULATIVE])
    sheet.putFormula(
      row,
      COLUMN[ratio],
      measure.formulaOfTyped(cellName(row, COLUMN[numerator]), cellName(row, COLUMN[denominator])),
      '',
      LOOK.percent,
    );
  sheet.put(row, COLUMN.lastRatio, quotient(known?.last, isSplit), LOOK.percent);
  const soFar = quotient(known?.cumulative, measure.isSummed && isSplit);
  sheet.put(row, COLUMN.previousRatio, soFar, LOOK.percent);
}

/** Where parts stand and what is made of them, for one span of time. */
type PartColumns = Record<'numerator' | 'denominator' | 'ratio', IndicatorColumn>;

const IN_PERIOD: PartColumns = {
  numerator: 'numerator',
  denominator: 'denominator',
  ratio: 'ratio',
};
const LAST: PartColumns = {
  numerator: 'lastNumerator',
  denominator: 'lastDenominator',
  ratio: 'lastRatio',
};
const CUMULATIVE: PartColumns = {
  numerator: 'cumulativeNumerator',
  denominator: 'cumulativeDenominator',
  ratio: 'cumulativeRatio',
};
const PREVIOUS: PartColumns = {
  numerator: 'previousNumerator',
  denominator: 'previousDenominator',
  ratio: 'previousRatio',
};

const PARTS: readonly PartName[] = ['numerator', 'denominator'];
const ALONE: readonly PartName[] = ['numerator'];

/** A figure without parts is a result: it is no Tử of anything. */
function columnOf(set: PartColumns, part: PartName, measure: Measure): IndicatorColumn {
  return measure.hasParts ? set[part] : set.ratio;
}

const PROBLEMS: Record<Problem, string> = {
  negative: 'Số âm',
  fraction: 'Cần số nguyên',
  'exceeds-whole': 'Tử lớn hơn mẫu',
  'no-answer': 'Không có trong các câu trả lời',
};

/**
 * What the form itself says of a row, the gravest first; blank is no fault before the period ends.
 */
function check(row: number, measure: Measure): string {
  const own = {
    numerator: cellName(row, COLUMN[columnOf(IN_PERIOD, 'numerator', measure)]),
    denominator: cellName(row, COLUMN.denominator),
  };
  const cells = measure.hasParts ? [own.numerator, own.denominator] : [own.numerator];
  const isWord = (cell: string) =>
    `AND(ISTEXT(${cell}),NOT(EXACT(${cell},"${NOT_APPLICABLE_WORD}")))`;
  const found = measure
    .cellTests(own)
    .map(({ problem, test }) =>
      problem === 'no-answer'
        ? ([
            `AND(${test},NOT(EXACT(${own.numerator},"${NOT_APPLICABLE_WORD}")))`,
            PROBLEMS[problem],
          ] as const)
        : ([test, PROBLEMS[problem]] as const),
    );
  const isOfBoth = (word: string) => word === PROBLEMS['exceeds-whole'];
  const isAnswered = measure.answers.length > 0;
  const tests = [
    ...(isAnswered ? [] : [[`OR(${cells.map(isWord).join(',')})`, 'Không phải số'] as const]),
    ...found.filter(([, word]) => !isOfBoth(word)),
    [`COUNTA(${cells.join(',')})<${cells.length}`, 'Thiếu một ô'] as const,
    ...found.filter(([, word]) => isOfBoth(word)),
  ];
  const judged = tests.reduceRight((rest, [test, word]) => `IF(${test},"${word}",${rest})`, '"Đủ"');
  return `IF(COUNTA(${cells.join(',')})=0,"Chưa nhập",${judged})`;
}

const WORD: Record<PartName, string> = { numerator: 'Tử số', denominator: 'Mẫu số' };

/** The native hint; whether the cell holds a usable figure is decided by our check. */
function addValidation(
  sheet: Sheet,
  row: number,
  column: number,
  part: PartName,
  measure: Measure,
  unit: string,
): void {
  const cell = cellName(row, column);
  const isFigure = measure.cellFits(part, cell);
  if (measure.answers.length > 0) {
    const said = `${measure.answers.map(({ word }) => word).join('; ')}`;
    sheet.validations.push({
      area: { top: row, bottom: row, left: column, right: column },
      rule: { formula: `OR(${isFigure},EXACT(${cell},"${NOT_APPLICABLE_WORD}"))` },
      prompt: { title: 'Câu trả lời', text: `Ghi một trong: ${said}.`.slice(0, 250) },
      error: { title: 'Câu trả lời chưa đúng', text: `Đề nghị ghi: ${said}.`.slice(0, 220) },
    });
    return;
  }
  sheet.validations.push({
    area: { top: row, bottom: row, left: column, right: column },
    rule: { formula: `IF(ISNUMBER(${cell}),${isFigure},EXACT(${cell},"${NOT_APPLICABLE_WORD}"))` },
    prompt: {
      title: measure.hasParts ? WORD[part] : 'Kết quả',
      text: `Đơn vị tính: ${unit}. Có phát sinh nhưng kết quả là 0: ghi 0. Trong kỳ không phát sinh: ghi “${NOT_APPLICABLE_WORD}”.`,
    },
    error: {
      title: 'Số liệu chưa đúng',
      text: `Đề nghị ghi ${measure.isWhole(part) ? 'số nguyên' : 'số'}${measure.mayBeNegative ? '' : ' không âm'}, hoặc “${NOT_APPLICABLE_WORD}”.`,
    },
  });
}

/**
 * Đánh giá: a live comparison where the target can be judged in this period, else the reason why
 * not.
 */
function judgement(
  sheet: Sheet,
  row: number,
  request: FormRequest,
  indicator: Indicator,
  target: Target | null,
): void {
  const words = judgementWord(request, indicator, target);
  if (words !== null || !target || target.value === null || !indicator.denominator) {
    sheet.put(row, COLUMN.judgement, words, LOOK.textCentre);
    return;
  }
  const numerator = cellName(row, COLUMN.numerator);
  const denominator = cellName(row, COLUMN.denominator);
  const held = (operator: string, value: number) =>
    measureOf(indicator).test(numerator, operator, value, denominator);
  const test =
    target.operator === 'between'
      ? `AND(${held('>=', target.value)},${held('<=', target.to!)})`
      : held(target.operator, target.value);
  const ratio = cellName(row, COLUMN.ratio);
  sheet.putFormula(
    row,
    COLUMN.judgement,
    `IF(ISNUMBER(${ratio}),IF(${test},"Đạt","Không đạt"),"")`,
    '',
    LOOK.textCentre,
  );
}

function judgementWord(
  { plan, period }: FormRequest,
  indicator: Indicator,
  target: Target | null,
): string | null {
  if (!target) return 'Không có mức giao';
  const { comparedWith, compared } = measureOf(indicator).choices;
  if (target.operator === 'increase') return 'So với kỳ trước';
  if (compared !== null)
    return comparedWith === 'last-year' ? 'So với cùng kỳ năm trước' : 'So với kỳ trước';
  if (!target.confirmed || (target.operator === 'between' && target.to === undefined))
    return 'Cần xác nhận mức giao';
  // The year's figure is more than a form of one period holds.
  const assess = assessOf(indicator, target);
  if (assess === 'whole-year')
    return target.until === undefined ? 'Đánh giá cuối năm' : 'Chưa đến hạn đánh giá';
  if (assess === 'pace') return 'Đánh giá theo tiến độ năm';
  return isAssessed(plan, indicator, target, cutOff(plan, period)) ? null : 'Chưa đến hạn đánh giá';
}
