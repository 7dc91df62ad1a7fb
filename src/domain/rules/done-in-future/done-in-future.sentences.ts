import { formatDate } from '../../../text/date';
import type { Sentence } from '../sentence';

export const vi: Sentence<'done-in-future'> = ({ date, cutOff }, at) =>
  `${at}ngày hoàn thành ${formatDate(date)} sau ngày chốt số liệu ${formatDate(cutOff)}. Đề nghị sửa.`;

export const en: Sentence<'done-in-future'> = ({ date, cutOff }, at) =>
  `${at}the date of completion ${formatDate(date)} is after the cut-off ${formatDate(cutOff)}. Please correct it.`;
