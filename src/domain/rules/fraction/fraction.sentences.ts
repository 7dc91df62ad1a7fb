import type { Sentence } from '../sentence';

export const vi: Sentence<'fraction'> = ({ value, unit }, at, n) =>
  `${at}${n(value, 15)} ${unit} chưa phải số nguyên. Đề nghị làm tròn hoặc nhập lại số.`;

export const en: Sentence<'fraction'> = ({ value, unit }, at, n) =>
  `${at}${n(value)} ${unit} must be a whole number. Please correct it.`;
