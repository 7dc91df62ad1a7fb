import type { Sentence } from '../sentence';

export const vi: Sentence<'times-too-large'> = ({ value, times, last }, at, n) =>
  `${at}${n(value)} gấp khoảng ${n(times)} lần kỳ trước (${n(last)}). Đề nghị kiểm tra.`;

export const en: Sentence<'times-too-large'> = ({ value, times, last }, at, n) =>
  `${at}${n(value)} is about ${n(times)} times last period (${n(last)}). Please check.`;
