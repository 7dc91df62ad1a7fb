import { isBlank, type Cell } from '../../workbook/cell';

/** What strikes and raised figures do to the text of a cell; most cells have neither. */

/**
 * Whether all a cell says is struck out, or raised as the number of a note: whether it still counts
 * is asked.
 */
export function isStruckOut({ value, style, parts }: Cell): boolean {
  if (isBlank(value)) return false;
  if (!parts) return style?.strikethrough === true || style?.superscript === true;
  const saying = parts.filter(({ text }) => text.trim() !== '');
  const figures = saying.filter(({ text }) => /\d/.test(text));
  return (figures.length > 0 ? figures : saying).every(({ look }) => look !== 'plain');
}

/** Letters of a unit whose power is raised: "m²". */
const LENGTH_UNIT = /[\d\s][kcdm]?m$/i;

/** The text with a line break where a look ends: a number never goes on across it. */
export function dividedText({ value, parts }: Cell): string {
  if (!parts) return String(value);
  return parts.reduce((text, part, index) => {
    const isPower = part.look === 'raised' && LENGTH_UNIT.test(text);
    return index === 0 || isPower ? text + part.text : `${text}\n${part.text}`;
  }, '');
}
