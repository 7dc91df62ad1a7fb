import { finding, type Finding } from '../finding/finding';
import type { AlignedRow } from './match-rows';

/**
 * A text that would be a formula if it were typed anew, or is one where words belong (defect 77):
 * it stays text wherever it goes.
 */
export function warnOfFormula<Key extends string>(
  row: AlignedRow<Key>,
  keys: readonly Key[],
  findings: Finding[],
): void {
  for (const key of keys) {
    const cell = row.cell(key);
    const raw = cell?.formula === undefined ? cell?.value : `=${cell.formula}`;
    if (typeof raw === 'string' && LIKE_FORMULA.test(raw) && !/^\s*[-+]\s/.test(raw))
      findings.push(finding('text-like-formula', row.place(key), { raw: raw.slice(0, 80) }));
  }
}

/** "- Thiếu nhân lực" is a list, not a formula. */
const LIKE_FORMULA = /^\s*[=+@-]\s*[\p{L}\d("'@=+-]/u;
