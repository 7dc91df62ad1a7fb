import type { Sentence } from '../sentence';

export const vi: Sentence<'amount-in-other-unit'> = ({ value, unit, target, beside }, at, n) => {
  const held =
    target !== null
      ? `, trong khi mức giao là ${n(target)} ${unit}`
      : beside !== null
        ? `, trong khi số tiền khác của biểu là ${n(beside)} ${unit}`
        : '';
  return `${at}ghi ${n(value)} ${unit}${held}. Đề nghị kiểm tra số và đơn vị tính: ô này tính bằng ${unit}.`;
};

export const en: Sentence<'amount-in-other-unit'> = ({ value, unit, target, beside }, at, n) => {
  const held =
    target !== null
      ? `, while the target is ${n(target)} ${unit}`
      : beside !== null
        ? `, while another amount of the form is ${n(beside)} ${unit}`
        : '';
  return `${at}the figure is ${n(value)} ${unit}${held}. Please check the figure and its unit: this cell is in ${unit}.`;
};
