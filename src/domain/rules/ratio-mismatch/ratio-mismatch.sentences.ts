import type { Sentence } from '../sentence';

export const vi: Sentence<'ratio-mismatch'> = (
  { given, numerator, denominator, computed },
  at,
  n,
) =>
  `${at}tỷ lệ ghi ${n(given, 2)}% nhưng ${n(numerator)}/${n(denominator)} = ${n(computed, 2)}%. Đề nghị sửa.`;

export const en: Sentence<'ratio-mismatch'> = (
  { given, numerator, denominator, computed },
  at,
  n,
) =>
  `${at}the ratio says ${n(given, 2)}% but ${n(numerator)}/${n(denominator)} = ${n(computed, 2)}%. Please correct it.`;
