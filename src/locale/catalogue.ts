import type { FindingCode, FindingFacts } from '../domain/finding/finding';
import type { LedgerEditCode, LedgerRefusalCode } from '../domain/ledger/ledger-tables';
import type { Refusal } from '../domain/result';
import type { LakeRefusalCode } from '../lake/refused';
import type { CommandNoteCode, CommandRefusalCode, UseCaseRefusalCode } from '../app/refusals';

export type OwnFileCode =
  | 'file-empty'
  | 'file-encrypted'
  | 'file-damaged'
  | 'file-too-large'
  | 'file-archive'
  | 'file-scan'
  | 'file-not-a-workbook'
  | 'file-old-format';

/**
 * Every sentence of one language; a missing one does not compile. `at` is "Ô H12: " or "" for a
 * whole file.
 */
export interface Catalogue {
  findings: { [Code in FindingCode]: (facts: FindingFacts[Code], at: string) => string };
  /**
   * Why a file of the office's own (a plan, an appendix, a ledger) is not opened: nobody is asked
   * to hand it in again, and it is no form. What is not here is said as of a received one.
   */
  ownFiles: { [Code in OwnFileCode]: (facts: FindingFacts[Code]) => string };
  refusals: Record<
    LedgerRefusalCode | LedgerEditCode | UseCaseRefusalCode | CommandRefusalCode | LakeRefusalCode,
    (facts: Refusal['facts']) => string
  >;
  notes: Record<CommandNoteCode, (facts: Refusal['facts']) => string>;
  at(cell: string): string;
  /** "[Chỉ tiêu] " before a sentence, and how many more there are after it. */
  inSheet(sheet: string): string;
  andMore(count: number): string;
  /** A sheet, or one of its cells, within a sentence. */
  place(sheet: string, cell: string | null): string;
}

/** A text as far as a sentence has room for it. */
export function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** Numbers, the first ones where there are many. */
export function shortList(numbers: readonly number[]): string {
  return numbers.length <= 8 ? numbers.join(', ') : `${numbers.slice(0, 8).join(', ')}…`;
}
