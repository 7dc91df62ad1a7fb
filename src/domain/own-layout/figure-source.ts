import { matchKey } from '../../text/normal-form';
import { levelWords } from '../plan/words';
import { Words } from '../table/words';
import type { Level } from '../agency/agency';

/**
 * Which figure of a period's report a bound cell shows. The period itself is said when the sheet is
 * filled.
 */
export type FigureSource = IndicatorSource | TaskSource | FormSource;

export interface IndicatorSource {
  of: 'indicator';
  code: string;
  scope: Scope;
  span: Span;
  measure: IndicatorMeasure;
}

/** Tasks are counted over the whole province. */
export interface TaskSource {
  of: 'task';
  code: string;
  measure: TaskMeasure;
}

/** A cell of a statistics form; `row` is "" where the rows of a form are added up. */
export interface FormSource {
  of: 'form';
  code: string;
  row: string;
  column: string;
  scope: Scope;
}

export type Scope =
  | { kind: 'province' }
  | { kind: 'level'; level: Level }
  | { kind: 'agency'; agency: string };
export type Span = 'period' | 'cumulative' | 'previous' | 'same-period-last-year';
export type IndicatorMeasure = 'numerator' | 'denominator' | 'value' | 'change' | 'status';
export type TaskMeasure = 'assigned' | 'done' | 'status';

/** The words of the stored table and of the pane. */
export const OF_WORDS: Record<FigureSource['of'], string> = {
  indicator: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  form: 'Biểu thống kê',
};

export const SPAN_WORDS: Record<Span, string> = {
  period: 'Trong kỳ',
  cumulative: 'Lũy kế',
  previous: 'Kỳ trước',
  'same-period-last-year': 'Cùng kỳ năm trước',
};

export const MEASURE_WORDS: Record<IndicatorMeasure, string> = {
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  value: 'Kết quả',
  change: 'Tăng/giảm',
  status: 'Đánh giá',
};

export const TASK_MEASURE_WORDS: Record<TaskMeasure, string> = {
  assigned: 'Số lượt được giao',
  done: 'Đã hoàn thành',
  status: 'Tình trạng',
};

const PROVINCE = 'Toàn tỉnh';
const LEVEL = 'Cấp ';
const AGENCY = 'Đơn vị ';

/** "Toàn tỉnh", "Cấp Huyện", "Đơn vị 842". */
export function writeScope(scope: Scope): string {
  if (scope.kind === 'province') return PROVINCE;
  return scope.kind === 'level' ? LEVEL + levelWords.write(scope.level) : AGENCY + scope.agency;
}

/** Null when the words are not understood. */
export function readScope(text: string): Scope | null {
  const key = matchKey(text);
  if (key === matchKey(PROVINCE)) return { kind: 'province' };
  // A code is kept to the letter, whichever way the word before it is spelled.
  for (const said of [text, text.normalize('NFC')]) {
    const code = said.slice(AGENCY.length);
    if (matchKey(said.slice(0, AGENCY.length)) === matchKey(AGENCY) && code !== '')
      return { kind: 'agency', agency: code };
  }
  const ofLevel = matchKey(LEVEL);
  const level = key.startsWith(`${ofLevel} `)
    ? levelWords.read(key.slice(ofLevel.length + 1))
    : undefined;
  return level ? { kind: 'level', level } : null;
}

/** The value that is written with this word, in whatever spelling; null when none is. */
export function wordOf<T extends string>(words: Record<T, string>, text: string): T | null {
  return new Words(words).read(text) ?? null;
}

const ROW = 'dòng ';
const COLUMN = 'cột ';

/** "dòng 1.1, cột 3"; of a form whose rows are added up "cột 3". */
export function writeFormCell({ row, column }: Pick<FormSource, 'row' | 'column'>): string {
  return `${row === '' ? '' : `${ROW}${row}, `}${COLUMN}${column}`;
}

/** Null when the words are not understood. */
export function readFormCell(text: string): Pick<FormSource, 'row' | 'column'> | null {
  const said = text.normalize('NFC').trim();
  const at = said.lastIndexOf(COLUMN);
  if (at < 0) return null;
  const [before, column] = [said.slice(0, at).trim(), said.slice(at + COLUMN.length).trim()];
  const isAll = before === '';
  if (column === '' || !(isAll || (before.startsWith(ROW) && before.endsWith(',')))) return null;
  return { row: isAll ? '' : before.slice(ROW.length, -1).trim(), column };
}

/** "K07 – Toàn tỉnh – Lũy kế – Kết quả", for people. */
export function describeSource(source: FigureSource): string {
  const { code } = source;
  if (source.of === 'task') return [code, TASK_MEASURE_WORDS[source.measure]].join(' – ');
  if (source.of === 'form')
    return [code, writeScope(source.scope), writeFormCell(source)].join(' – ');
  const { scope, span } = source;
  return [code, writeScope(scope), SPAN_WORDS[span], MEASURE_WORDS[source.measure]].join(' – ');
}
