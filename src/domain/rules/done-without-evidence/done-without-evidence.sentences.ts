import type { Sentence } from '../sentence';

export const vi: Sentence<'done-without-evidence'> = ({ code }, at) =>
  `${at}nhiệm vụ ${code}: đề nghị ghi số, ký hiệu, ngày văn bản.`;

export const en: Sentence<'done-without-evidence'> = ({ code }, at) =>
  `${at}task ${code}: please add the document's number and date.`;
