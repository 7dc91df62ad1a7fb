import { columnsSaid, type Sentence } from '../sentence';

export const vi: Sentence<'carry-over-mismatch'> = ({ identity, given, previous }, at, n) =>
  `${at}cột ${columnsSaid(identity).replace(' = ', ' phải bằng cột ')}: kỳ này ghi ${n(given)}, kỳ trước ${n(previous)}. Đề nghị kiểm tra hoặc giải trình.`;

export const en: Sentence<'carry-over-mismatch'> = ({ identity, given, previous }, at, n) =>
  `${at}column ${columnsSaid(identity)} does not hold: this period says ${n(given)}, the one before ${n(previous)}. Please check or explain.`;
