import type { Language } from './language';

/** What of a Word template was left as it stands. */
export type TemplateTroubles = Record<
  'unknown' | 'not-alone' | 'not-closed' | 'torn',
  (field: string) => string
>;

export const TEMPLATE_TROUBLES: Record<Language, TemplateTroubles> = {
  vi: {
    unknown: (field) =>
      `Mẫu Word: không có trường “${field}”; chỗ này được giữ nguyên. Vui lòng xem danh sách: tonghop word-fields.`,
    'not-alone': (field) =>
      `Mẫu Word: “${field}” là bảng hoặc đoạn, phải đứng riêng một dòng; chỗ này được giữ nguyên. Vui lòng đưa xuống dòng riêng.`,
    'not-closed': (field) =>
      `Mẫu Word: “${field}” chưa đủ cặp {{neu …}} và {{het}} trong cùng một dòng, hoặc mỗi bên đứng riêng một dòng trong cùng một ô; chỗ này được giữ nguyên.`,
    torn: (beside) =>
      `Mẫu Word: ở “${beside}” thiếu một cặp ngoặc {{ hoặc }}, nên đây không phải là trường; chỗ này được giữ nguyên. Vui lòng viết lại cho đủ.`,
  },
  en: {
    unknown: (field) =>
      `Word template: there is no field “${field}”; it was left as it is. Please see the list: tonghop word-fields.`,
    'not-alone': (field) =>
      `Word template: “${field}” is a table or a passage and needs a line of its own; it was left as it is.`,
    'not-closed': (field) =>
      `Word template: “${field}” lacks its {{neu …}} or {{het}} in the same line, or each in a line of its own in the same cell; it was left as it is.`,
    torn: (beside) =>
      `Word template: at “${beside}” a pair of braces {{ or }} is missing, so it is no field; it was left as it is. Please write it whole.`,
  },
};
