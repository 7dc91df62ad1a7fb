import type { Sentence } from '../sentence';

export const vi: Sentence<'numerator-exceeds-denominator'> = ({ numerator, denominator }, at, n) =>
  `${at}tử số (${n(numerator)}) lớn hơn mẫu số (${n(denominator)}). Đề nghị kiểm tra cả hai số.`;

export const en: Sentence<'numerator-exceeds-denominator'> = ({ numerator, denominator }, at, n) =>
  `${at}the numerator (${n(numerator)}) exceeds the denominator (${n(denominator)}). Please check both.`;
