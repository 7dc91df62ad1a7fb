import type { Sentence } from '../sentence';

export const vi: Sentence<'negative'> = ({ value, unit }, at, n) =>
  `${at}số liệu (${n(value)} ${unit}) không được âm. Đề nghị sửa.`;

export const en: Sentence<'negative'> = ({ value, unit }, at, n) =>
  `${at}the figure (${n(value)} ${unit}) cannot be negative. Please correct it.`;
