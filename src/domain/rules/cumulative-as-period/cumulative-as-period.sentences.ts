import type { Sentence } from '../sentence';

export const vi: Sentence<'cumulative-as-period'> = ({ value, previous, others }, at, n) =>
  `${at}${n(value)} lớn bất thường, có thể là số lũy kế (lũy kế đến kỳ trước là ${n(previous)})${others > 0 ? `; ${n(others)} dòng khác của biểu cũng vậy` : ''}. Đề nghị ghi số trong kỳ.`;

export const en: Sentence<'cumulative-as-period'> = ({ value, previous, others }, at, n) =>
  `${at}${n(value)} is unusually large and may be cumulative (up to last period: ${n(previous)})${others > 0 ? `; so are ${n(others)} other rows` : ''}. Please give the period's figure.`;
