import type { Language } from '../locale/language';
import type { Loss, LossKind } from '../xlsx/read/losses';

const WORDS: Record<LossKind, string> = {
  macros: 'macro (VBA)',
  'pivot-tables': 'bảng tổng hợp xoay (PivotTable)',
  pictures: 'hình ảnh',
  charts: 'biểu đồ không thuộc các kiểu cột, thanh, đường, tròn',
  shapes: 'hình vẽ, hộp chữ',
  'external-links': 'liên kết tới tệp khác',
  'threaded-comments': 'bình luận theo luồng',
  'form-controls': 'nút bấm, ô chọn',
  'embedded-objects': 'đối tượng nhúng',
  slicers: 'bộ lọc trực quan (slicer)',
  queries: 'kết nối và truy vấn dữ liệu',
  'custom-xml': 'dữ liệu XML kèm theo',
  sparklines: 'biểu đồ nhỏ trong ô',
  hyperlinks: 'siêu liên kết',
  'rich-text': 'ô có chữ nhiều kiểu',
  'conditional-formats': 'định dạng có điều kiện kiểu thang màu, thanh, biểu tượng',
  filters: 'điều kiện lọc đang đặt',
  outlines: 'nhóm hàng, cột',
  'theme-colours': 'màu nền theo chủ đề',
  'workbook-protection': 'khóa cấu trúc sổ',
  'sheet-passwords': 'mật khẩu bảo vệ trang tính',
};

const ENGLISH: Record<LossKind, string> = {
  macros: 'macros (VBA)',
  'pivot-tables': 'PivotTables',
  pictures: 'pictures',
  charts: 'charts other than columns, bars, lines and pies',
  shapes: 'shapes and text boxes',
  'external-links': 'links to other files',
  'threaded-comments': 'threaded comments',
  'form-controls': 'buttons and boxes',
  'embedded-objects': 'embedded objects',
  slicers: 'slicers',
  queries: 'connections and queries',
  'custom-xml': 'enclosed XML',
  sparklines: 'sparklines',
  hyperlinks: 'hyperlinks',
  'rich-text': 'cells with letters of several looks',
  'conditional-formats': 'conditional formats by scales, bars or icons',
  filters: 'filter conditions',
  outlines: 'groups of rows and columns',
  'theme-colours': 'fills by the theme',
  'workbook-protection': 'protection of the structure',
  'sheet-passwords': 'passwords of sheets',
};

const BY_LANGUAGE: Record<Language, typeof WORDS> = { vi: WORDS, en: ENGLISH };

/** "3 hình ảnh (“A”, “B”)" – what saving would lose, as people read it. */
export function lossSentence({ kind, count, sheets }: Loss, language: Language = 'vi'): string {
  const where = sheets.length > 0 ? ` (${sheets.map((name) => `“${name}”`).join(', ')})` : '';
  return `${count} ${BY_LANGUAGE[language][kind]}${where}`;
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
