import type { Sentence } from '../sentence';

export const vi: Sentence<'cumulative-mismatch'> = ({ given, computed, suspect }, at, n) =>
  suspect === 'own'
    ? `${at}lũy kế ghi ${n(given)}, cộng từ kỳ trước là ${n(computed)}; số trong kỳ có thể ghi nhầm chữ số. Đề nghị kiểm tra.`
    : `${at}lũy kế ghi ${n(given)}, phần mềm tính được ${n(computed)}. Lũy kế tự ghi không được dùng để tổng hợp.`;

export const en: Sentence<'cumulative-mismatch'> = ({ given, computed, suspect }, at, n) =>
  suspect === 'own'
    ? `${at}the cumulative says ${n(given)}, added up it is ${n(computed)}; digits of the period's figure may be mistyped. Please check.`
    : `${at}the cumulative says ${n(given)}, computed ${n(computed)}. A typed cumulative is never used.`;
