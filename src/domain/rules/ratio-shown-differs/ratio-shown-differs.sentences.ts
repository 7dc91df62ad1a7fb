import type { Sentence } from '../sentence';

export const vi: Sentence<'ratio-shown-differs'> = ({ shown, computed }, at, n) =>
  `${at}ô Tỷ lệ đang hiện “${shown}”, trong khi tử số, mẫu số cho ${n(computed)}. Đề nghị khôi phục công thức, định dạng của ô; số tổng hợp lấy từ tử số và mẫu số.`;

export const en: Sentence<'ratio-shown-differs'> = ({ shown, computed }, at, n) =>
  `${at}the ratio's cell shows “${shown}”, while its parts give ${n(computed)}. Please restore the cell's formula and format; totals are made of the parts.`;
