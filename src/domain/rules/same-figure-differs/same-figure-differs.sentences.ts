import type { Sentence } from '../sentence';

export const vi: Sentence<'same-figure-differs'> = ({ other, value, otherValue }, at, n) =>
  `${at}dòng này ghi ${n(value)}, dòng ${other} (cùng chỉ tiêu) ghi ${n(otherValue)}. Đề nghị sửa cho thống nhất.`;

export const en: Sentence<'same-figure-differs'> = ({ other, value, otherValue }, at, n) =>
  `${at}this row says ${n(value)}, row ${other} (the same indicator) says ${n(otherValue)}. Please make them agree.`;
