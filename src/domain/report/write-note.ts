import type { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK } from '../page/page';

/**
 * A text under a table, over the columns of a page. A list of a hundred names is more than a row of
 * Excel holds, and more than may be pushed to another page whole: it goes on in the next row.
 */

/** So high a row of a note is; the rest of it stands in the next. */
const HIGHEST = 140;
const SIZE = 12;
/** What parts the names of a list. */
const BETWEEN = '; ';

export interface NotePlace {
  left: number;
  right: number;
  /** Of these columns, in letters. */
  width: number;
}

/** Writes a note from a row on; returns the next free row. */
export function writeNote(sheet: Sheet, row: number, text: string, place: NotePlace): number {
  const { left, right, width } = place;
  const parts = partsOf(text, (part) => heightFor([[part, width, SIZE]]) <= HIGHEST);
  parts.forEach((part, index) => {
    const at = row + index;
    sheet.put(at, left, part, LOOK.note);
    sheet.merges.push({ top: at, bottom: at, left, right });
    sheet.rowHeights.set(at, heightFor([[part, width, SIZE]]));
  });
  return row + parts.length;
}

/** As much as fits, and what follows; a text without a place to part it stays whole. */
function partsOf(text: string, fits: (part: string) => boolean): string[] {
  if (fits(text)) return [text];
  const parts: string[] = [];
  let part = '';
  for (const name of text.split(BETWEEN)) {
    const longer = part === '' ? name : part + BETWEEN + name;
    if (part === '' || fits(longer)) part = longer;
    else {
      parts.push(`${part};`);
      part = name;
    }
  }
  return [...parts, part];
}
