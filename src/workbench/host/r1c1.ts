import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';

const A1 =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\d_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\d_.(])/gu;

/** A formula's references as seen from its cell: "R[-1]C" is the cell above, "R1C1" is A1. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(A1, (token: string, fixedColumn, letters, fixedRow, number) => {
    const at = letters === undefined ? null : columnIndex(letters as string);
    if (at === null) return token;
    const line = (letter: string, isFixed: boolean, to: number, from: number) =>
      isFixed ? `${letter}${to + 1}` : to === from ? letter : `${letter}[${to - from}]`;
    return (
      line('R', fixedRow !== '', Number(number) - 1, row) +
      line('C', fixedColumn !== '', at, column)
    );
  });
}

const R1C1 =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\d_.])R(?:(\d+)|\[(-?\d+)\])?C(?:(\d+)|\[(-?\d+)\])?(?![\p{L}\d_(])/gu;

/** The way back; what leads off the sheet is #REF!. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(R1C1, (token: string, r, dr, c, dc) => {
    if (token.startsWith('"') || token.startsWith("'")) return token;
    const [toRow, toColumn] = [
      r === undefined ? row + Number(dr ?? 0) : Number(r) - 1,
      c === undefined ? column + Number(dc ?? 0) : Number(c) - 1,
    ];
    if (toRow < 0 || toRow >= MAX_ROWS || toColumn < 0 || toColumn >= MAX_COLUMNS) return '#REF!';
    return `${c === undefined ? '' : '$'}${columnName(toColumn)}${r === undefined ? '' : '$'}${toRow + 1}`;
  });
}
