import type { Sentence } from '../sentence';

export const vi: Sentence<'form-rows-shifted'> = ({ rows, isBelow, byLedger }, at, n) =>
  `${at}ở ${n(rows)} dòng, số kỳ trước chuyển qua đúng bằng số còn lại của dòng liền ${isBelow ? 'trên' : 'dưới'}${byLedger ? ' (theo sổ số liệu): có thể cả biểu bị lệch một dòng. Đề nghị kiểm tra lại từng dòng.' : ': số liệu của biểu bị lệch một dòng nên chưa được tính. Đề nghị đặt lại đúng dòng.'}`;

export const en: Sentence<'form-rows-shifted'> = ({ rows, isBelow, byLedger }, at, n) =>
  `${at}in ${n(rows)} rows what was carried over is just what the row ${isBelow ? 'above' : 'below'} left${byLedger ? ' (by the ledger): the figures of this form may be one row off. Please check each row.' : ': the figures of this form are one row off and do not count. Please put them into their own rows.'}`;
