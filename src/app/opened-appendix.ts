import type { Refusal } from '../domain/result';
import type { Workbook } from '../workbook/workbook';
import type { Opened } from './check-file';

/** What only a Word file can do wrong. */
export type WordRefusal = Refusal<'appendix-word-macros' | 'appendix-word-no-table'>;

/** An appendix opened from a file, or why not. */
export type OpenedAppendix =
  | { ok: true; workbook: Workbook; isWord: boolean }
  | { ok: false; refusal: Extract<Opened, { ok: false }>['refusal'] | WordRefusal };

export function isOfWord(
  refusal: Extract<OpenedAppendix, { ok: false }>['refusal'],
): refusal is WordRefusal {
  return refusal.code === 'appendix-word-macros' || refusal.code === 'appendix-word-no-table';
}
