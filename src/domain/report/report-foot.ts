import type { Sheet } from '../../workbook/sheet';
import { LOOK } from '../page/page';
import { findAgency, type Plan } from '../plan/plan';

/**
 * *Nơi nhận* and the place of the signature under a table (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
 * II.7–9). Who signs follows from the name of the office that consolidates; people put in what it
 * cannot know, and keep it when the table is made again.
 */
export const RECIPIENTS = 'Nơi nhận:';
export const SIGNED = '(Ký, ghi rõ họ tên)';
const LINES = ['- Như trên;', '- Lưu: VT, ….'];
/** From *Nơi nhận* down to where the name of the signer stands. */
export const FOOT_ROWS = 6;

/** Writes the foot from a row on, under these columns; returns the last row it takes. */
export function writeReportFoot(
  sheet: Sheet,
  plan: Plan,
  row: number,
  { left, right }: { left: number; right: number },
): number {
  // In the first column: it is shown in every table, and texts run over those beside it.
  sheet.put(row, left, RECIPIENTS, LOOK.recipientsTitle);
  LINES.forEach((line, index) => sheet.put(row + 1 + index, left, line, LOOK.recipients));
  const middle = left + Math.ceil((right - left) * 0.6);
  const from = Math.min(right, Math.max(2, middle));
  const titles = signatory(findAgency(plan, plan.consolidator)?.name ?? '');
  [...titles, SIGNED].forEach((line, index) => {
    sheet.put(row + index, from, line, index < titles.length ? LOOK.signature : LOOK.signatureNote);
    sheet.merges.push({ top: row + index, bottom: row + index, left: from, right });
  });
  return row + FOOT_ROWS;
}

const HEADS: readonly [RegExp, string[]][] = [
  [/^(ủy|uỷ) ban nhân dân|^ubnd/i, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [/^văn phòng/i, ['CHÁNH VĂN PHÒNG']],
  [/^sở/i, ['GIÁM ĐỐC']],
  [/^phòng/i, ['TRƯỞNG PHÒNG']],
];

/** Whose name stands under a document, by who issues it. */
export function signatory(office: string): string[] {
  return (
    HEADS.find(([pattern]) => pattern.test(office.normalize('NFC')))?.[1] ?? ['THỦ TRƯỞNG ĐƠN VỊ']
  );
}
