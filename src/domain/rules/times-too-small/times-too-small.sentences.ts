import type { Sentence } from '../sentence';

export const vi: Sentence<'times-too-small'> = ({ value, times, last }, at, n) =>
  `${at}ghi ${n(value)}, nhỏ hơn khoảng ${n(times)} lần so với kỳ trước (${n(last)}). Có phải ${n(value * times)}?`;

export const en: Sentence<'times-too-small'> = ({ value, times, last }, at, n) =>
  `${at}${n(value)} is about a ${n(times)}th of last period (${n(last)}). Is it ${n(value * times)}?`;
