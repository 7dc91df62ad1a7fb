import type { Sentence } from '../sentence';

export const vi: Sentence<'ratio-over-whole'> = ({ given }, at, n) =>
  `${at}tỷ lệ ghi ${n(given, 2)}%; chỉ tiêu này không vượt quá 100%. Đề nghị kiểm tra tử số, mẫu số.`;

export const en: Sentence<'ratio-over-whole'> = ({ given }, at, n) =>
  `${at}the ratio says ${n(given, 2)}%; this indicator cannot exceed 100%. Please check numerator and denominator.`;
