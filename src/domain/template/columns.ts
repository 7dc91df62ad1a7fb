/**
 * Columns of the two forms: headings as printed (top, sub) and the number under them. What an
 * agency fills comes right after what it is asked, so that it is in view beside a pane on a small
 * screen; what is only to be known stands to the right of it.
 */

export type IndicatorColumn =
  | 'code'
  | 'stt'
  | 'name'
  | 'unit'
  | 'target'
  | 'implementing'
  | 'coordinating'
  | 'numerator'
  | 'denominator'
  | 'ratio'
  | 'cumulativeNumerator'
  | 'cumulativeDenominator'
  | 'cumulativeRatio'
  | 'judgement'
  | 'note'
  | 'check'
  | 'lastNumerator'
  | 'lastDenominator'
  | 'lastRatio'
  | 'previousNumerator'
  | 'previousDenominator'
  | 'previousRatio';

export interface FormColumn<Key extends string> {
  key: Key;
  /** Heading over several of those that stand over several columns; absent when none. */
  over?: string;
  /** Heading over several columns, or the whole heading. */
  top: string;
  sub: string;
  number: string;
  width: number;
}

export const IN_PERIOD = 'Trong kỳ';
export const CUMULATIVE = 'Lũy kế từ đầu năm';
export const LAST = 'Kỳ trước';
export const PREVIOUS = 'Lũy kế kỳ trước';

export const INDICATOR_FORM = 'Biểu chỉ tiêu';
export const TASK_FORM = 'Biểu nhiệm vụ';

/**
 * The one figure of an indicator without parts is typed under “Kết quả”, where a ratio's is
 * calculated: a count is no Tử.
 */
export const INDICATOR_COLUMNS: readonly FormColumn<IndicatorColumn>[] = [
  { key: 'code', top: 'Mã', sub: '', number: '', width: 9 },
  { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 6 },
  { key: 'name', top: 'Chỉ tiêu', sub: '', number: '(2)', width: 38 },
  { key: 'unit', top: 'ĐVT', sub: '', number: '(3)', width: 7 },
  { key: 'target', top: 'Mức giao', sub: '', number: '(4)', width: 11 },
  { key: 'numerator', top: IN_PERIOD, sub: 'Tử', number: '(5)', width: 12 },
  { key: 'denominator', top: IN_PERIOD, sub: 'Mẫu', number: '(6)', width: 12 },
  { key: 'ratio', top: IN_PERIOD, sub: 'Kết quả', number: '(7)', width: 12 },
  { key: 'check', top: 'Kiểm tra', sub: '', number: '', width: 14 },
  { key: 'note', top: 'Ghi chú', sub: '', number: '(8)', width: 13 },
  { key: 'judgement', top: 'Đánh giá', sub: '', number: '(9)', width: 13 },
  { key: 'lastNumerator', top: LAST, sub: 'Tử', number: '', width: 11 },
  { key: 'lastDenominator', top: LAST, sub: 'Mẫu', number: '', width: 11 },
  { key: 'lastRatio', top: LAST, sub: 'Kết quả', number: '', width: 11 },
  { key: 'cumulativeNumerator', top: CUMULATIVE, sub: 'Tử', number: '(10)', width: 12 },
  { key: 'cumulativeDenominator', top: CUMULATIVE, sub: 'Mẫu', number: '(11)', width: 12 },
  { key: 'cumulativeRatio', top: CUMULATIVE, sub: 'Kết quả', number: '(12)', width: 12 },
  { key: 'implementing', top: 'Cơ quan thực hiện', sub: '', number: '(13)', width: 20 },
  { key: 'coordinating', top: 'Cơ quan phối hợp', sub: '', number: '(14)', width: 15 },
  { key: 'previousNumerator', top: PREVIOUS, sub: 'Tử', number: '', width: 11 },
  { key: 'previousDenominator', top: PREVIOUS, sub: 'Mẫu', number: '', width: 11 },
  { key: 'previousRatio', top: PREVIOUS, sub: 'Kết quả', number: '', width: 11 },
];

export type TaskColumn =
  | 'code'
  | 'stt'
  | 'text'
  | 'lead'
  | 'coordinating'
  | 'product'
  | 'deadline'
  | 'result'
  | 'date'
  | 'status'
  | 'difficulty';

export const TASK_COLUMNS: readonly FormColumn<TaskColumn>[] = [
  { key: 'code', top: 'Mã', sub: '', number: '', width: 7 },
  { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 6 },
  { key: 'text', top: 'Nhiệm vụ', sub: '', number: '(2)', width: 44 },
  { key: 'deadline', top: 'Thời gian hoàn thành', sub: '', number: '(3)', width: 14 },
  { key: 'result', top: 'Kết quả (số, ngày văn bản)', sub: '', number: '(4)', width: 22 },
  { key: 'date', top: 'Ngày hoàn thành', sub: '', number: '(5)', width: 12 },
  { key: 'status', top: 'Tình trạng', sub: '', number: '(6)', width: 14 },
  { key: 'difficulty', top: 'Khó khăn, vướng mắc', sub: '', number: '(7)', width: 18 },
  { key: 'lead', top: 'Cơ quan chủ trì', sub: '', number: '(8)', width: 17 },
  { key: 'coordinating', top: 'Cơ quan phối hợp', sub: '', number: '(9)', width: 15 },
  { key: 'product', top: 'Sản phẩm', sub: '', number: '(10)', width: 14 },
];
