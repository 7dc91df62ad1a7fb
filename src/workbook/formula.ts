import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from './address';

const STRING_OR_SHEET = /"(?:[^"]|"")*"|'(?:[^']|'')*'/;
const REFERENCE = /(?<![\p{L}\d_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\d_(.])/u;
const TOKENS = new RegExp(`${STRING_OR_SHEET.source}|${REFERENCE.source}`, 'gu');

/** A formula copied `rows` down and `columns` right: relative references move, absolute ones and texts stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKENS, (token, fixedColumn, column, fixedRow, row) => {
    if (column === undefined) return token;
    const c = columnIndex(column);
    if (c === null) return token;
    const newColumn = fixedColumn ? c : c + columns;
    const newRow = fixedRow ? Number(row) : Number(row) + rows;
    if (newColumn < 0 || newColumn >= MAX_COLUMNS || newRow < 1 || newRow > MAX_ROWS) return '#REF!';
    return `${fixedColumn}${columnName(newColumn)}${fixedRow}${newRow}`;
  });
}
