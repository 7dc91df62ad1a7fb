import type { Sentence } from '../sentence';

export const vi: Sentence<'same-figure-differs'> = ({ other, value, otherValue }, at, n) =>
  `${at}cùng một chỉ tiêu nhưng hai số khác nhau: ${n(value)} và ${n(otherValue)} (ở ${other}). Đề nghị sửa cho thống nhất.`;

export const en: Sentence<'same-figure-differs'> = ({ other, value, otherValue }, at, n) =>
  `${at}the same figure stands as ${n(value)} and ${n(otherValue)} (at ${other}). Please make them agree.`;
