/**
 * *Tự kiểm tra* in Excel: what this Excel is and how it behaves where the add-in depends on it,
 * told by trying it on a sheet of its own (docs/real-excel.md, "Tự kiểm tra"). Nothing of the
 * person's workbook is told or touched.
 */

export const SELF_CHECKS = [
  'program',
  'sets',
  'languages',
  'theme',
  'region',
  'workbook',
  'grid',
  'date-system',
  'storage',
  'workers',
  'typed',
  'quoted',
  'error-names',
  'text-cell-number',
  'text-cell-formula',
  'long-text',
  'long-text-formulas',
  'ranges-comma',
  'ranges-semicolon',
  'name-area',
  'copy-formulas',
  'copy-formats',
  'copy-merges',
  'clear-remarks',
  'links',
  'chart-categories',
  'filter-told',
  'filter-write',
  'filter-clear',
  'suspended',
  'panes-hidden',
  'paper',
  'unprotect-twice',
  'colours',
  'colours-protected',
  'protect-twice',
  'password',
  'same-name',
  'wrong-size',
  'hidden-shown',
  'write-speed',
  'read-speed',
  'round-trip',
  'cleaned-up',
] as const;

/** What is tried where there is no Excel besides what has a name above. */
export const PAGE_CHECKS = ['saving', 'calculation', 'read-back'] as const;

export type SelfCheckId = (typeof SELF_CHECKS)[number] | (typeof PAGE_CHECKS)[number];

export interface SelfCheckLine {
  id: SelfCheckId;
  /** What was tried, where one check tries several. */
  of?: string;
  /** What this Excel answered; an error as its code. */
  found: string;
  /** What the add-in takes it to answer; absent where any answer is right. */
  expected?: string;
}

export function isUnexpected({ found, expected }: SelfCheckLine): boolean {
  return expected !== undefined && found !== expected;
}

/**
 * Tries everything, one after another; a check that fails is a line, and the sheet it was tried on
 * is taken away in any case.
 */
export type SelfCheck = (told: (done: number, total: number) => void) => Promise<SelfCheckLine[]>;
