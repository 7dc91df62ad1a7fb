import type { Sentence } from '../sentence';

export const vi: Sentence<'period-as-stock'> = ({ value, last }, at, n) =>
  `${at}ghi ${n(value)}, kỳ trước là ${n(last)}, trong khi chỉ tiêu này ghi số có đến cuối kỳ; có thể là số riêng của kỳ này. Đề nghị ghi số đến cuối kỳ, hoặc giải trình nếu đã giảm.`;

export const en: Sentence<'period-as-stock'> = ({ value, last }, at, n) =>
  `${at}${n(value)}, last time ${n(last)}, though this row asks what there is at the period’s end; it may be the period’s alone. Please give the figure at the end, or explain why it fell.`;
