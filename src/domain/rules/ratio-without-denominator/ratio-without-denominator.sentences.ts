import type { Sentence } from '../sentence';

export const vi: Sentence<'ratio-without-denominator'> = ({ raw }, at) =>
  `${at}mẫu số bằng 0 nên không tính tỷ lệ (“${raw}”); ghi nhận “Không phát sinh”.`;

export const en: Sentence<'ratio-without-denominator'> = ({ raw }, at) =>
  `${at}nothing occurred, so no ratio is computed (“${raw}”); recorded as not applicable.`;
