import type { Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { shownText } from '../host/number-text';

/** A selection as the tab-separated text other programs paste; texts with tabs or line breaks stand in quotes. */
export function toTabbedText(sheet: Sheet, area: Area): string {
  const rows: string[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: string[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const cell = sheet.cell(row, column);
      const text = shownText(cell?.value ?? null, cell?.style?.format);
      cells.push(/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
    }
    rows.push(cells.join('\t'));
  }
  return rows.join('\n');
}

/** Tab-separated text as rows of cells; a last line break adds no row. */
export function fromTabbedText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    rows[rows.length - 1].push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
    if (match[3] === '') break;
    if (match[3] !== '\t') rows.push([]);
  }
  if (rows.length > 1 && /[\r\n]$/.test(text)) rows.pop();
  return rows;
}
