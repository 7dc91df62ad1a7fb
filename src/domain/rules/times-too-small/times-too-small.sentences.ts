import type { Sentence } from '../sentence';

export const vi: Sentence<'times-too-small'> = ({ value, times, last }, at, n) =>
  `${at}ghi ${n(value)}, chỉ bằng khoảng 1/${n(times)} kỳ trước (${n(last)}). Đề nghị kiểm tra số chữ số và đơn vị tính.`;

export const en: Sentence<'times-too-small'> = ({ value, times, last }, at, n) =>
  `${at}${n(value)} is about a ${n(times)}th of last period (${n(last)}). Please check the digits and the unit.`;
