import type { AppendixMark, MarkReason } from './mark';

/** What the owner is asked, in the sheet Xác nhận: official, so Vietnamese whatever the interface language. */
const QUESTIONS: Record<MarkReason, (found: string) => string> = {
  deadline: (found) => `Thời hạn “${found}” chưa xác định được thành ngày hoặc kỳ.`,
  unit: (found) => `Đơn vị tính của “${found}” chưa rõ.`,
  operator: (found) => `Mức giao “${found}” chưa rõ phép so sánh hoặc con số.`,
  agency: (found) =>
    found === '' ? 'Không nêu cơ quan thực hiện.' : `“${found}” chưa đối chiếu được với danh mục đơn vị.`,
  row: (found) => `Dòng “${found}” chưa rõ thuộc mục nào.`,
  kind: (found) => `“${found}” có con số nhưng chưa rõ là chỉ tiêu gì.`,
  column: (found) => `Cột “${found}” chưa được đọc.`,
};

function rowsOf(codes: readonly string[]): string {
  if (codes.length < 2) return '';
  const named = codes.slice(0, 8).join(', ');
  return ` (${codes.length} dòng: ${named}${codes.length > 8 ? '…' : ''})`;
}

/** `count`: over how many agencies a name for many was spread, 0 where it was not. */
export function questionOf({ why, found, sheet, cell }: AppendixMark, count: number, codes: readonly string[]): string {
  const short = found.length > 160 ? `${found.slice(0, 160)}…` : found;
  const question =
    why === 'agency' && count > 0
      ? `“${short}” được hiểu là ${count} đơn vị trong danh mục${rowsOf(codes)}; đề nghị xác nhận.`
      : QUESTIONS[why](short);
  return `${question} (phụ lục: ${sheet}, ô ${cell})`;
}
