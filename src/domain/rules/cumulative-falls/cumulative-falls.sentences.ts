import type { Sentence } from '../sentence';

export const vi: Sentence<'cumulative-falls'> = ({ given, previous }, at, n) =>
  `${at}lũy kế ghi ${n(given)}, nhỏ hơn lũy kế kỳ trước (${n(previous)}). Đề nghị khôi phục công thức hoặc kiểm tra lại.`;

export const en: Sentence<'cumulative-falls'> = ({ given, previous }, at, n) =>
  `${at}the cumulative says ${n(given)}, less than last period's (${n(previous)}). Please restore the formula or check.`;
