import { matchKey, tidy } from '../../text/normal-form';
import type { CellValue } from '../../workbook/cell';
import { finding, type Finding } from '../finding/finding';
import { cellText } from '../table/cell-text';

interface Place {
  sheet: string;
  cell: string;
}

/** A text the form was issued with, and what stands there now. */
export interface PrintedText {
  /** The heading of its column; null for a line of its own: a title, or what to count. */
  column: string | null;
  place: Place;
  found: CellValue;
  expected: string;
  /** What the plan said there before it was adjusted: a form may have gone out then. */
  before: readonly string[];
}

/**
 * What people or programs did to the texts of a form. Another spelling of the same words changes
 * nothing and is said once a sheet; other words in a column of the plan are said at each cell: the
 * plan's are used (defect 44).
 */
export function printedTextFindings(texts: readonly PrintedText[]): Finding[] {
  const findings: Finding[] = [];
  const spelt = new Map<string, { place: Place; found: string; text: string; count: number }>();
  for (const { column, place, found: value, expected, before: earlier } of texts) {
    const found = typeof value === 'string' ? value : cellText(value);
    // Some programs keep no more of a text than 255 characters.
    if (found === expected || (found.length >= CUT && expected.startsWith(found))) continue;
    const how = difference(found, expected);
    if (how === null && earlier.some((one) => difference(found, one) !== null)) continue;
    if (how === null && column === null)
      findings.push(finding('form-line-edited', place, { found, expected }));
    else if (how === null)
      findings.push(finding('plan-column-edited', place, { column: column!, found, expected }));
    else {
      const key = `${how}\u0000${place.sheet}`;
      const before = spelt.get(key);
      if (before) before.count++;
      else spelt.set(key, { place, found, text: expected.slice(0, 120), count: 1 });
    }
  }
  for (const [key, { place, found, text, count }] of spelt) {
    const how = key.split('\u0000')[0] as Spelling;
    if (how === 'text-tone')
      findings.push(finding(how, place, { found: found.slice(0, 120), text, count }));
    else findings.push(finding(how, place, { text, count }));
  }
  return findings;
}

const CUT = 200;

type Spelling = 'text-decomposed' | 'text-tidied' | 'text-tone';

/**
 * How the same words are written otherwise (defects 58, 59, 60); null where they are other words.
 */
export function difference(found: string, expected: string): Spelling | null {
  if (found.normalize('NFC') === expected.normalize('NFC')) return 'text-decomposed';
  if (tidy(found) === tidy(expected)) return 'text-tidied';
  return matchKey(found) === matchKey(expected) ? 'text-tone' : null;
}
