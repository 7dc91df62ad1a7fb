import { cellName, knownCell } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { baseKind, type Plan } from '../plan/plan';
import type { BoundPlace } from './binding';
import { boundFinder } from './find-bound';
import { readTables } from './read-tables';
import { headingOver, isWording, textAt } from './texts-over';

/**
 * The texts that identify one cell a person chose: a label left of it and a heading over it; null
 * where none do for certain.
 */
export function identifyCell(sheet: Sheet, plan: Plan, cell: string): BoundPlace | null {
  return cellIdentifier(sheet, plan)(cell);
}

/** The same of many cells of a sheet as it is now. */
export function cellIdentifier(sheet: Sheet, plan: Plan): (cell: string) => BoundPlace | null {
  const tables = readTables(sheet, plan, baseKind(plan.schedule), []);
  const find = boundFinder(sheet);
  return (cell) => {
    const { row, column } = knownCell(cell);
    const table = tables.find(({ table: one }) => row > one.bottom && row <= one.lastRow)?.table;
    const heading =
      table?.headings.find((one) => one.column === column)?.row ?? wordingOver(sheet, row, column);
    if (heading === null) return null;
    for (const label of labelsLeftOf(sheet, row, column, table?.labelColumn)) {
      const place: BoundPlace = {
        sheet: sheet.name,
        cell: cellName(row, column),
        label: textAt(sheet, row, label),
        labelCell: cellName(row, label),
        heading: headingOver(sheet, label, heading, column),
        headingCell: cellName(heading, column),
      };
      if (find(place).state === 'stands') return place;
    }
    return null;
  };
}

/** Columns with texts in the row: the table's own labels first, then the longest text. */
function labelsLeftOf(
  sheet: Sheet,
  row: number,
  before: number,
  own: number | undefined,
): number[] {
  const columns = [...(sheet.rows.get(row)?.keys() ?? [])].filter(
    (column) => column < before && isWording(textAt(sheet, row, column)),
  );
  const length = (column: number) =>
    column === own ? Infinity : textAt(sheet, row, column).length;
  return columns.sort((a, b) => length(b) - length(a));
}

function wordingOver(sheet: Sheet, row: number, column: number): number | null {
  for (let at = row - 1; at >= 0; at--) if (isWording(textAt(sheet, at, column))) return at;
  return null;
}
