import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from './address';

/** Texts and sheet names in quotes, which no change of a formula may touch. */
const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const BEFORE = `(?<![\\p{L}\\d_.$])`;
const CELL = `(\\$?)([A-Z]{1,3})(\\$?)([1-9]\\d{0,6})(?![\\p{L}\\d_(.])`;
const COLUMNS = `(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})(?![\\p{L}\\d_(.])`;
const ROWS = `(\\$?)([1-9]\\d{0,6}):(\\$?)([1-9]\\d{0,6})(?![\\p{L}\\d_(.:])`;
const TOKENS = new RegExp(`${QUOTED}|${BEFORE}(?:${COLUMNS}|${ROWS}|${CELL})`, 'gu');

type Group = string | undefined;

/**
 * A formula copied `rows` down and `columns` right: relative references move, absolute ones and
 * texts stay.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKENS, (token: string, ...groups: Group[]) => {
    const [f1, c1, f2, c2, g1, r1, g2, r2, fixedColumn, column, fixedRow, row] = groups;
    if (c1 !== undefined) {
      const [a, b] = [moveColumn(f1, c1, columns), moveColumn(f2, c2!, columns)];
      return a && b ? `${a}:${b}` : '#REF!';
    }
    if (r1 !== undefined) {
      const [a, b] = [moveRow(g1, r1, rows), moveRow(g2, r2!, rows)];
      return a && b ? `${a}:${b}` : '#REF!';
    }
    if (column === undefined || columnIndex(column) === null) return token;
    const [a, b] = [moveColumn(fixedColumn, column, columns), moveRow(fixedRow, row!, rows)];
    return a && b ? a + b : '#REF!';
  });
}

function moveColumn(fixed: Group, letters: string, by: number): string | null {
  const index = columnIndex(letters);
  if (index === null) return null;
  const to = fixed ? index : index + by;
  return to < 0 || to >= MAX_COLUMNS ? null : `${fixed}${columnName(to)}`;
}

function moveRow(fixed: Group, number: string, by: number): string | null {
  const to = fixed ? Number(number) : Number(number) + by;
  return to < 1 || to > MAX_ROWS ? null : `${fixed}${to}`;
}

const WORDS = new RegExp(
  `${QUOTED}|${BEFORE}(?:\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})(?![\\p{L}\\d_(.!])|[A-Za-z][A-Za-z\\d.]*(?=\\()`,
  'gu',
);

/** References and functions in capitals, as Excel writes what was typed in small letters. */
export function inCapitals(formula: string): string {
  return formula.replace(WORDS, (token) => (/^["']/.test(token) ? token : token.toUpperCase()));
}
