import type { Sentence } from '../sentence';

export const vi: Sentence<'done-without-date'> = ({ code }, at) =>
  `${at}nhiệm vụ ${code} ghi Hoàn thành nhưng chưa có ngày hoàn thành. Đề nghị bổ sung.`;

export const en: Sentence<'done-without-date'> = ({ code }, at) =>
  `${at}task ${code} is done but has no date of completion. Please add it.`;
