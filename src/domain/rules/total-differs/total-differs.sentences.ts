import type { Sentence } from '../sentence';

export const vi: Sentence<'total-differs'> = ({ given, computed }, at, n) =>
  `${at}dòng tổng ghi ${n(given)}, tổng các dòng chi tiết là ${n(computed)}. Đề nghị khôi phục công thức hoặc sửa số chi tiết.`;

export const en: Sentence<'total-differs'> = ({ given, computed }, at, n) =>
  `${at}the total says ${n(given)}; its rows add up to ${n(computed)}. Please restore the formula or correct the rows.`;
