import { tidy } from '../../text/normal-form';
import { oneLine } from './one-line';

/** What stands in the STT column. */
export type Numbering =
  | { kind: 'none' }
  | { kind: 'roman'; value: string }
  | { kind: 'capital'; value: string }
  /** "6", "6.1", "1a". */
  | { kind: 'number'; value: string }
  /** "a)", a part of the number above. */
  | { kind: 'letter'; value: string }
  | { kind: 'other'; value: string };

const LONGEST = 20;
const ROMAN = /^(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

export function readNumbering(text: string): Numbering {
  if (text.length > LONGEST) return { kind: 'other', value: tidy(text) };
  const bare = tidy(text)
    .replace(/^\(/, '')
    .replace(/[.):\s]+$/, '');
  if (/^[-+*•●]*$/.test(bare)) return { kind: 'none' };
  if (ROMAN.test(bare)) return { kind: 'roman', value: bare };
  if (/^[A-ZĐ]$/.test(bare)) return { kind: 'capital', value: bare };
  if (/^[a-zđ]$/.test(bare)) return { kind: 'letter', value: bare };
  const number = /^(\d{1,4}(?:[.,]\d{1,3})*)[.,]?([a-zđ]?)$/.exec(bare);
  if (number)
    return {
      kind: 'number',
      value: number[1].replace(/,/g, '.').replace(/^0+(?=\d)/, '') + number[2],
    };
  return { kind: 'other', value: bare };
}

/**
 * A number and the words behind it in one cell: "I. CÔNG TÁC CHỈ ĐẠO", "Phần II: …", "1. Chỉ tiêu
 * giao …".
 */
export function readNumberedTitle(text: string): { numbering: Numbering; title: string } {
  const tidied = oneLine(text);
  const match =
    /^(?:phần |mục |nhóm )?([IVXL]{1,7}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)(?:\s*[.):/-]\s*|\s*–\s*)(\D.*)$/i.exec(
      tidied,
    );
  if (!match) return { numbering: { kind: 'none' }, title: tidied };
  const numbering = readNumbering(match[1]);
  const isOrder =
    numbering.kind === 'roman' || numbering.kind === 'capital' || numbering.kind === 'number';
  return isOrder
    ? { numbering, title: match[2].trim() }
    : { numbering: { kind: 'none' }, title: tidied };
}

/**
 * The number before the words of a table that has no column of numbers: "I. KINH TẾ", "1.1 Nông
 * nghiệp", "a) Lúa".
 */
export function readWordsNumber(text: string): { numbering: Numbering; words: string } {
  const match =
    /^\s*([IVXL]{1,7}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\s*[.)]\s+(\D[\s\S]*)$/.exec(text) ??
    /^\s*(\d{1,3}(?:\.\d{1,3})+)\s+(\D[\s\S]*)$/.exec(text);
  return match
    ? { numbering: readNumbering(match[1]), words: match[2] }
    : { numbering: { kind: 'none' }, words: text };
}

/** 0 → "a", 26 → "aa". */
export function partLetter(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(97 + ((n - 1) % 26)) + letters;
  return letters;
}
