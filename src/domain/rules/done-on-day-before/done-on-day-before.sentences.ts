import { formatDate } from '../../../text/date';
import type { Sentence } from '../sentence';

export const vi: Sentence<'done-on-day-before'> = ({ date, last }, at) =>
  `${at}hạn là trước ngày ${formatDate(date)}, nên chậm nhất ${formatDate(last)}; hoàn thành ngày ${formatDate(date)} được tính là quá hạn. Đề nghị kiểm tra lại ngày.`;

export const en: Sentence<'done-on-day-before'> = ({ date, last }, at) =>
  `${at}it is due before ${formatDate(date)}, so by ${formatDate(last)}; done on ${formatDate(date)} counts as late. Please check the day.`;
