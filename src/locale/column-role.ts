import { COLUMN_ROLES, type ColumnRole } from '../domain/appendix/read-appendix';
import { matchKey } from '../text/normal-form';
import type { Language } from './language';

/** What a column of an appendix may say, in the words of the people who choose it. */
const WORDS: Record<Language, Record<ColumnRole, string>> = {
  vi: {
    stt: 'số thứ tự',
    code: 'mã',
    group: 'lĩnh vực, nhóm',
    text: 'tên chỉ tiêu, nhiệm vụ',
    unit: 'đơn vị tính',
    target: 'mức giao',
    opening: 'số đã thực hiện trước đó',
    lead: 'cơ quan chủ trì',
    coordinating: 'cơ quan phối hợp',
    implementing: 'cơ quan thực hiện',
    source: 'nguồn số liệu',
    person: 'người phụ trách (không phải đơn vị)',
    product: 'sản phẩm',
    result: 'kết quả cần đạt',
    deadline: 'thời hạn',
    schedule: 'tần suất báo cáo',
    none: 'không đọc',
  },
  en: {
    stt: 'number',
    code: 'code',
    group: 'field, group',
    text: 'name of the indicator or task',
    unit: 'unit',
    target: 'target',
    opening: 'reached before',
    lead: 'lead agency',
    coordinating: 'coordinating agency',
    implementing: 'implementing agency',
    source: 'source of the figures',
    person: 'person in charge (no agency)',
    product: 'product',
    result: 'result to reach',
    deadline: 'deadline',
    schedule: 'how often it is reported',
    none: 'not read',
  },
};

export function columnRoleWord(role: ColumnRole, language: Language): string {
  return WORDS[language][role];
}

/** The role a word of either language or a code names; null for any other. */
export function readColumnRole(word: string): ColumnRole | null {
  const key = matchKey(word);
  return (
    COLUMN_ROLES.find(
      (role) => role === key || Object.values(WORDS).some((words) => matchKey(words[role]) === key),
    ) ?? null
  );
}
