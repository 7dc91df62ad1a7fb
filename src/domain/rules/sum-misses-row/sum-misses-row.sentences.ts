import type { Sentence } from '../sentence';

export const vi: Sentence<'sum-misses-row'> = ({ rows }, at) =>
  `${at}công thức tổng chưa bao gồm hàng ${rows}. Đề nghị khôi phục công thức.`;

export const en: Sentence<'sum-misses-row'> = ({ rows }, at) =>
  `${at}the total's formula leaves out row ${rows}. Please restore the formula.`;
