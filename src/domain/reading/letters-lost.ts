import { cellName } from '../../workbook/address';
import { remembered } from '../../text/normal-form';
import type { Workbook } from '../../workbook/workbook';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';

/**
 * A letter beside what stands for a letter that could not be saved: "S? N?i v?", "T\ufffd
 * n\ufffdy".
 */
const LOST = /\p{L}[?\ufffd]\p{L}|(?<![\p{L}\d])[?\ufffd]+\p{L}|\ufffd/u;
const WORD = /\p{L}{2,}/u;
const SEARCHED_ROWS = 40;
/**
 * A question in a form has its mark at the end of a word; so many words with marks in them are no
 * questions.
 */
const ENOUGH = 8;

const wordsOf = remembered((value): 'none' | 'whole' | 'lost' => {
  const text = cellText(value);
  if (LOST.test(text)) return 'lost';
  return WORD.test(text) ? 'whole' : 'none';
});

/** Whether what stands for a lost letter stands in enough cells: in most files it does in none. */
function mayBeLost({ sheets }: Workbook): boolean {
  let count = 0;
  for (const sheet of sheets)
    for (const [row, cells] of sheet.rows) {
      if (row >= SEARCHED_ROWS) continue;
      for (const { value } of cells.values())
        if (typeof value === 'string' && (value.includes('?') || value.includes('\ufffd'))) count++;
    }
  return count >= ENOUGH;
}

/**
 * A text file saved in an encoding without the letters of Vietnamese (ANSI): they are gone for
 * good, and nothing of the form can be found by its words. Null where the words stand.
 */
export function lettersLost(workbook: Workbook): Finding | null {
  if (!mayBeLost(workbook)) return null;
  let words = 0;
  const lost: { text: string; sheet: string; cell: string }[] = [];
  for (const sheet of workbook.sheets)
    for (const [row, cells] of sheet.rows) {
      if (row >= SEARCHED_ROWS) continue;
      for (const [column, { value }] of cells) {
        if (typeof value !== 'string') continue;
        const said = wordsOf(value);
        if (said === 'none') continue;
        words++;
        if (said === 'lost')
          lost.push({ text: cellText(value), sheet: sheet.name, cell: cellName(row, column) });
      }
    }
  if (lost.length < ENOUGH || lost.length < words / 2) return null;
  const [{ text, ...place }] = lost;
  return finding('letters-lost', place, { found: text.slice(0, 80) });
}
