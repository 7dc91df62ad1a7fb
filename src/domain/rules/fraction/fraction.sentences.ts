import type { Sentence } from '../sentence';

export const vi: Sentence<'fraction'> = ({ value, unit }, at, n) =>
  `${at}${n(value)} ${unit} phải là số nguyên. Đề nghị sửa.`;

export const en: Sentence<'fraction'> = ({ value, unit }, at, n) =>
  `${at}${n(value)} ${unit} must be a whole number. Please correct it.`;
