import type { Sentence } from '../sentence';

export const vi: Sentence<'period-as-cumulative'> = ({ value, last }, at, n) =>
  `${at}ghi ${n(value)}, nhỏ hơn kỳ trước (${n(last)}), trong khi chỉ tiêu này ghi lũy kế đến cuối kỳ; có thể là số riêng của kỳ này. Đề nghị ghi lũy kế, hoặc giải trình nếu đã điều chỉnh.`;

export const en: Sentence<'period-as-cumulative'> = ({ value, last }, at, n) =>
  `${at}${n(value)} is less than last time (${n(last)}), though this row asks for the cumulative figure at the period’s end; it may be the period’s alone. Please give the cumulative figure, or explain a correction.`;
