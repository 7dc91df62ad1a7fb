import type { Sentence } from '../sentence';

export const vi: Sentence<'too-many-decimals'> = ({ value, unit, places }, at, n) =>
  `${at}${n(value)} ${unit} có nhiều hơn ${n(places)} chữ số thập phân. Đề nghị kiểm tra; số đúng thì xác nhận.`;

export const en: Sentence<'too-many-decimals'> = ({ value, unit, places }, at, n) =>
  `${at}${n(value)} ${unit} has more than ${n(places)} decimals. Please check; if the figure is right, confirm it.`;
