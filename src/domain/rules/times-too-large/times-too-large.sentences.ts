import type { Sentence } from '../sentence';

export const vi: Sentence<'times-too-large'> = ({ value, times, last, others = 0 }, at, n) =>
  `${at}${n(value)} gấp khoảng ${n(times)} lần kỳ trước (${n(last)})${others > 0 ? `; ${n(others)} dòng khác của biểu cũng vậy` : ''}. Đề nghị kiểm tra.`;

export const en: Sentence<'times-too-large'> = ({ value, times, last, others = 0 }, at, n) =>
  `${at}${n(value)} is about ${n(times)} times last period (${n(last)})${others > 0 ? `; other rows of the form like it: ${n(others)}` : ''}. Please check.`;
