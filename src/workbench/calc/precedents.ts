import { contains, MAX_ROWS, parseArea, type Area } from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { CalcSheet } from './calc-engine';
import { prepareFormula } from './prepare-formula';

const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\p{L}\d_(])/gu;

/** The formulas of a workbook and the values they refer to; sheets nothing refers to are left out entirely. */
export function calculationOf(workbook: Workbook): CalcSheet[] {
  const areas = new Map<Sheet, Area[]>(workbook.sheets.map((sheet) => [sheet, []]));
  const formulas = new Map<Sheet, CalcSheet['formulas']>(workbook.sheets.map((sheet) => [sheet, []]));
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of sheet.rows) {
      for (const [column, cell] of cells) {
        if (!cell.formula) continue;
        const formula = prepareFormula(cell.formula, workbook, sheet);
        formulas.get(sheet)!.push({ row, column, formula });
        for (const [owner, area] of referencesOf(workbook, sheet, formula)) areas.get(owner)!.push(area);
      }
    }
  }
  return workbook.sheets
    .filter((sheet) => areas.get(sheet)!.length > 0 || formulas.get(sheet)!.length > 0)
    .map((sheet) => ({
      name: sheet.name,
      formulas: formulas.get(sheet)!,
      values: valuesIn(sheet, areas.get(sheet)!),
    }));
}

function referencesOf(workbook: Workbook, own: Sheet, formula: string): [Sheet, Area][] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...bare.matchAll(REFERENCE)].flatMap(([, sheetName, reference]): [Sheet, Area][] => {
    const owner = sheetName ? findSheet(workbook, sheetName.replace(/^'|'$/g, '').replace(/''/g, "'")) : own;
    const area = parseArea(reference) ?? wholeColumns(reference);
    return owner && area ? [[owner, area]] : [];
  });
}

/** "A:C" as far down as a sheet goes. */
function wholeColumns(reference: string): Area | null {
  const [first, last] = reference.split(':');
  return parseArea(`${first}1:${last}${MAX_ROWS}`);
}

function valuesIn(sheet: Sheet, areas: readonly Area[]): CalcSheet['values'] {
  const values: CalcSheet['values'] = [];
  for (const [row, cells] of sheet.rows) {
    const crossing = areas.filter((area) => row >= area.top && row <= area.bottom);
    if (crossing.length === 0) continue;
    for (const [column, cell] of cells) {
      // What an array formula put there is calculated with it.
      if (cell.formula || cell.isSpilled || isBlank(cell.value)) continue;
      if (crossing.some((area) => contains(area, row, column))) values.push({ row, column, value: cell.value });
    }
  }
  return values;
}
