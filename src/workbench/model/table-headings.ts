import type { Area } from '../../workbook/address';
import { isError } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { WorkbookModel } from './workbook-model';

/**
 * The headings of a table are texts, none blank and no two alike: others are written anew, as Excel
 * does.
 */
export function writeHeadings(model: WorkbookModel, sheet: Sheet, area: Area): void {
  const taken = new Set<string>();
  for (let column = area.left; column <= area.right; column++) {
    const value = sheet.value(area.top, column);
    const text = isError(value) ? value.error : String(value ?? '');
    const base = text === '' ? `Column${column - area.left + 1}` : text;
    let heading = base;
    for (let number = 2; taken.has(heading.toLowerCase()); number++) heading = `${base}${number}`;
    taken.add(heading.toLowerCase());
    if (heading !== value) model.write(sheet, area.top, column, { value: heading });
  }
}
