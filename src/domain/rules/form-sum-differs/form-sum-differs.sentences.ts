import type { Sentence } from '../sentence';

export const vi: Sentence<'form-sum-differs'> = ({ column, given, computed }, at, n) =>
  `${at}cột (${column}) ghi ${n(given)}, tính từ các cột thành phần là ${n(computed)}. Đề nghị khôi phục công thức.`;

export const en: Sentence<'form-sum-differs'> = ({ column, given, computed }, at, n) =>
  `${at}column (${column}) says ${n(given)}; its parts make ${n(computed)}. Please restore the formula.`;
