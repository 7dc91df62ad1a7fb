import type { Sentence } from '../sentence';

export const vi: Sentence<'parts-swapped'> = ({ numerator, denominator }, at, n) =>
  `${at}tử số ${n(numerator)}, mẫu số ${n(denominator)}: có thể đã ghi đổi chỗ cho nhau. Đề nghị kiểm tra hai ô.`;

export const en: Sentence<'parts-swapped'> = ({ numerator, denominator }, at, n) =>
  `${at}numerator ${n(numerator)}, denominator ${n(denominator)}: they may be in each other’s place. Please check both cells.`;
