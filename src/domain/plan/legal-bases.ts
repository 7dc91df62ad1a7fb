import type { CivilDate } from '../../text/date';

/** A document the product takes a form from, and how long it holds. */
export interface LegalBasis {
  document: string;
  /** Forms that come with the product and are laid out as it says. */
  forms: readonly string[];
  /** The last day it holds, as far as is known. */
  until: CivilDate;
  /** What came in its place; the forms annexed to that are not in the product. */
  followedBy: string;
}

/** Nothing here is more than what was seen: the annexes of Thông tư 5/2025/TT-VPCP were not. */
export const LEGAL_BASES: readonly LegalBasis[] = [
  {
    document: 'Thông tư 01/2020/TT-VPCP',
    forms: ['II.06a'],
    until: '2026-02-14',
    followedBy: 'Thông tư 5/2025/TT-VPCP',
  },
];
