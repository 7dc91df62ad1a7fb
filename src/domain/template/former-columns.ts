import {
  CUMULATIVE,
  IN_PERIOD,
  LAST,
  PREVIOUS,
  type FormColumn,
  type IndicatorColumn,
  type TaskColumn,
} from './columns';

/**
 * The columns of forms of format 1 (“TH1/…”), as they were issued: such forms are taken in for
 * ever, and read by where their columns stood. Nothing writes them any more.
 */
export const FORMER_INDICATOR_COLUMNS: readonly FormColumn<IndicatorColumn>[] = [
  { key: 'code', top: 'Mã', sub: '', number: '', width: 9 },
  { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 5 },
  { key: 'name', top: 'Chỉ tiêu', sub: '', number: '(2)', width: 46 },
  { key: 'unit', top: 'ĐVT', sub: '', number: '(3)', width: 6 },
  { key: 'target', top: 'Mức giao', sub: '', number: '(4)', width: 11 },
  { key: 'implementing', top: 'Cơ quan thực hiện', sub: '', number: '(5)', width: 20 },
  { key: 'coordinating', top: 'Cơ quan phối hợp', sub: '', number: '(6)', width: 15 },
  { key: 'numerator', top: IN_PERIOD, sub: 'Tử', number: '(7)', width: 13 },
  { key: 'denominator', top: IN_PERIOD, sub: 'Mẫu', number: '(8)', width: 13 },
  { key: 'ratio', top: IN_PERIOD, sub: 'Tỷ lệ', number: '(9)', width: 12 },
  { key: 'cumulativeNumerator', top: CUMULATIVE, sub: 'Tử', number: '(10)', width: 13 },
  { key: 'cumulativeDenominator', top: CUMULATIVE, sub: 'Mẫu', number: '(11)', width: 13 },
  { key: 'cumulativeRatio', top: CUMULATIVE, sub: 'Tỷ lệ', number: '(12)', width: 12 },
  { key: 'judgement', top: 'Đánh giá', sub: '', number: '(13)', width: 13 },
  { key: 'note', top: 'Ghi chú', sub: '', number: '(14)', width: 16 },
  { key: 'check', top: 'Kiểm tra', sub: '', number: '', width: 16 },
  { key: 'lastNumerator', top: LAST, sub: 'Tử', number: '', width: 11 },
  { key: 'lastDenominator', top: LAST, sub: 'Mẫu', number: '', width: 11 },
  { key: 'previousNumerator', top: PREVIOUS, sub: 'Tử', number: '', width: 11 },
  { key: 'previousDenominator', top: PREVIOUS, sub: 'Mẫu', number: '', width: 11 },
];

export const FORMER_TASK_COLUMNS: readonly FormColumn<TaskColumn>[] = [
  { key: 'code', top: 'Mã', sub: '', number: '', width: 7 },
  { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 5 },
  { key: 'text', top: 'Nhiệm vụ', sub: '', number: '(2)', width: 56 },
  { key: 'lead', top: 'Cơ quan chủ trì', sub: '', number: '(3)', width: 17 },
  { key: 'coordinating', top: 'Cơ quan phối hợp', sub: '', number: '(4)', width: 15 },
  { key: 'product', top: 'Sản phẩm', sub: '', number: '(5)', width: 14 },
  { key: 'deadline', top: 'Thời gian hoàn thành', sub: '', number: '(6)', width: 16 },
  { key: 'result', top: 'Kết quả (số, ngày văn bản)', sub: '', number: '(7)', width: 22 },
  { key: 'date', top: 'Ngày hoàn thành', sub: '', number: '(8)', width: 12 },
  { key: 'status', top: 'Tình trạng', sub: '', number: '(9)', width: 14 },
  { key: 'difficulty', top: 'Khó khăn, vướng mắc', sub: '', number: '(10)', width: 18 },
];
