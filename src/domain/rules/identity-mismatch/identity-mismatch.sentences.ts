import { columnsSaid, type Sentence } from '../sentence';

export const vi: Sentence<'identity-mismatch'> = ({ identity, left, right }, at, n) =>
  `${at}cột ${columnsSaid(identity).replace(' = ', ' phải bằng cột ')}: hiện là ${n(left)} và ${n(right)}. Đề nghị kiểm tra lại các cột này.`;

export const en: Sentence<'identity-mismatch'> = ({ identity, left, right }, at, n) =>
  `${at}column ${columnsSaid(identity)} does not hold: ${n(left)} and ${n(right)}. Please check these columns.`;
