import type { Sentence } from '../sentence';

export const vi: Sentence<'identity-mismatch'> = ({ identity, left, right }, at, n) =>
  `${at}chưa khớp ${identity}: một bên ${n(left)}, bên kia ${n(right)}. Đề nghị kiểm tra lại các cột này.`;

export const en: Sentence<'identity-mismatch'> = ({ identity, left, right }, at, n) =>
  `${at}${identity} does not hold: one side is ${n(left)}, the other ${n(right)}. Please check these columns.`;
