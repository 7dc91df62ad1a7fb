import type { LegalBasis } from '../domain/plan/legal-bases';
import { formatDate } from '../text/date';
import type { Language } from './sentence';

/** The document a form is laid out by, and what follows it. */
export function basisSaid({ document, until, followedBy }: LegalBasis, language: Language): string {
  if (until === null) return language === 'vi' ? `Theo ${document}.` : `By ${document}.`;
  const day = formatDate(until);
  return language === 'vi'
    ? `Theo ${document}, có hiệu lực đến ${day}; sau đó áp dụng ${followedBy}. Biểu kèm theo ${followedBy} chưa có trong phần mềm: đề nghị nhập thành một biểu mới ở trang tính Biểu thống kê khi có văn bản.`
    : `By ${document}, in force until ${day}; ${followedBy} follows. The forms annexed to it are not in this software: please enter them as a new form in the sheet “Biểu thống kê” once you have the document.`;
}
