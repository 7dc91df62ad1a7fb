import type { Sentence } from '../sentence';

export const vi: Sentence<'figures-a-row-off'> = ({ code, isBelow }, at) =>
  `${at}số liệu ghi ở dòng ${code} và các dòng khác giống số của dòng liền ${isBelow ? 'trên' : 'dưới'}; có thể cả biểu bị lệch một dòng. Đề nghị kiểm tra lại từng dòng.`;

export const en: Sentence<'figures-a-row-off'> = ({ code, isBelow }, at) =>
  `${at}the figures at ${code} and at other rows are like those of the row ${isBelow ? 'above' : 'below'}; the whole form may be one row off. Please check every row.`;
