import type { CivilDate } from '../../text/date';

/** A document the product goes by, and how long it holds. */
export interface LegalBasis {
  document: string;
  /** What of the product goes by it, in the words of the interface. */
  use: string;
  /** Forms that come with the product and are laid out as it says. */
  forms: readonly string[];
  /** The first and the last day it holds; null where that is not known here, or it holds. */
  from: CivilDate | null;
  until: CivilDate | null;
  /** What came in its place, "" where nothing did; forms annexed to that are not in the product. */
  followedBy: string;
}

const HOLDS = { forms: [], from: null, until: null, followedBy: '' } as const;

/**
 * Every document in one place. Nothing here is more than what was seen: the annexes of Thông tư
 * 5/2025/TT-VPCP were not.
 */
export const LEGAL_BASES: readonly LegalBasis[] = [
  {
    document: 'Thông tư 01/2020/TT-VPCP',
    use: 'Biểu II.06a',
    forms: ['II.06a'],
    from: null,
    until: '2026-02-14',
    followedBy: 'Thông tư 5/2025/TT-VPCP',
  },
  {
    ...HOLDS,
    document: 'Thông tư 5/2025/TT-VPCP',
    use: 'Chưa dùng: biểu kèm theo chưa có trong phần mềm',
    from: '2026-02-15',
  },
  { ...HOLDS, document: 'Nghị định 09/2019/NĐ-CP', use: 'Thời gian chốt số liệu, kỳ báo cáo' },
  { ...HOLDS, document: 'Nghị định 30/2020/NĐ-CP', use: 'Thể thức báo cáo, phụ lục' },
  { ...HOLDS, document: 'Quyết định 20/2020/QĐ-TTg', use: 'Mã định danh' },
  {
    ...HOLDS,
    document: 'Quyết định 09/2025/QĐ-TTg',
    use: 'Mã định danh khi hợp nhất: một mã được giữ, các mã khác đóng',
  },
];

/** The document a form of the product is laid out by, if it is any. */
export function basisOfForm(code: string): LegalBasis | null {
  return LEGAL_BASES.find(({ forms }) => forms.includes(code)) ?? null;
}
