import { formatDate, type CivilDate } from '../../text/date';
import type { Plan } from './plan';

/** Kinds of documents by what stands for them in a number ("258/QĐ-UBND"). */
const KINDS: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  ĐA: 'Đề án',
  TB: 'Thông báo',
};

/**
 * A plan's document as Nghị định 30/2020 has it cited: "Quyết định số 258/QĐ-UBND ngày 04 tháng 3
 * năm 2024"; what it leaves open stays open.
 */
export function citedDocument({ number, date }: Pick<Plan, 'number' | 'date'>): string {
  const kind = KINDS[/\/([\p{L}]+)(?:-|$)/u.exec(number.normalize('NFC'))?.[1] ?? ''] ?? 'Văn bản';
  const own = number.trim() === '' ? '' : ` số ${number.startsWith('/') ? `   ${number}` : number}`;
  return `${kind}${own} ngày ${date === null ? '… tháng … năm …' : dayInWords(date)}`;
}

/** "04 tháng 3 năm 2024", as official texts write a day. */
export function dayInWords(date: CivilDate): string {
  const [day, month, year] = formatDate(date).split('/');
  return `${day} tháng ${month} năm ${year}`;
}
