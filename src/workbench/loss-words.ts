import { FIRST } from '../locale/first-language';
import { speechOf, type Language } from '../locale/language';
import type { Loss } from '../workbook/loss';

/** "3 hình ảnh (“A”, “B”)" – what saving would lose, as people read it. */
export function lossSentence({ kind, count, sheets }: Loss, language: Language = FIRST): string {
  const where = sheets.length > 0 ? ` (${sheets.map((name) => `“${name}”`).join(', ')})` : '';
  return `${count} ${speechOf(language).words.losses[kind]}${where}`;
}

const SESSION_WORDS = {
  comments: 'bình luận theo luồng',
  'sheet-passwords': 'mật khẩu bảo vệ trang tính',
  structure: 'khóa cấu trúc sổ',
  'sheet-properties': 'trang tính có thuộc tính riêng',
};

/** The same for what an add-in put there meanwhile. */
export function sessionLossSentence({
  kind,
  count,
}: {
  kind: keyof typeof SESSION_WORDS;
  count: number;
}): string {
  return `${count} ${SESSION_WORDS[kind]}`;
}
