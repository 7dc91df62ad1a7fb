import { knownAt } from '../../known/known';
import type { Cell, CellValue } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { Shape } from './shape';
import { variableOf, varies } from './variable';

/** Private characters (Unicode 23.5), so that what follows is nobody's text. */
export const OPEN = '\uf4a1';
export const CLOSE = '\uf4a2';
/** Numbers that nobody counts up to: these digits, one for the kind and five more. */
export const DIGITS = '7310264095';
export const NUMBER_DIGIT = '0';
export const FIGURE_DIGIT = '1';

const textToken = (index: number) => `${OPEN}t${index}${CLOSE}`;
const constantToken = (index: number) => `${OPEN}c${index}${CLOSE}`;
const numberToken = (digit: string, index: number) =>
  Number(DIGITS + digit + String(index).padStart(5, '0'));

/**
 * The workbook with a token in the place of each value that varies: the file it gives shows where
 * they go.
 */
export function twinOf(workbook: Workbook, { texts }: Shape): Workbook {
  const places = new Map(texts.map((text, index) => [text, index]));
  const count = { numbers: 0, constants: 0 };
  const tokenOf = (cell: Cell): CellValue => {
    const variable = variableOf(cell);
    if (variable === 'text') return textToken(knownAt(places, cell.value as string));
    if (variable)
      return numberToken(variable === 'figure' ? FIGURE_DIGIT : NUMBER_DIGIT, count.numbers++);
    return cell.value;
  };
  const constants = (entries: Map<string, string>) =>
    mapped(entries, (constant) => (varies(constant) ? constantToken(count.constants++) : constant));
  return {
    ...workbook,
    properties: constants(workbook.properties),
    names: constants(workbook.names),
    sheets: workbook.sheets.map((sheet) => {
      const rows = mapped(sheet.rows, (cells) =>
        mapped(cells, (cell) => ({ ...cell, value: tokenOf(cell) })),
      );
      return Object.assign(new Sheet(sheet.name), sheet, { rows });
    }),
  };
}

function mapped<K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): Map<K, V> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}
