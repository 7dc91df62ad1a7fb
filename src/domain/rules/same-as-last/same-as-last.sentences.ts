import type { Sentence } from '../sentence';

export const vi: Sentence<'same-as-last'> = ({ count }, at) =>
  `${at}cả ${count} số liệu trùng hoàn toàn kỳ trước. Có gửi nhầm tệp không? Đề nghị kiểm tra.`;

export const en: Sentence<'same-as-last'> = ({ count }, at) =>
  `${at}all ${count} figures are those of the last period. Was the wrong file sent? Please check.`;
