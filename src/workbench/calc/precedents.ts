import { knownAt } from '../../known/known';
import {
  areaName,
  columnName,
  contains,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  unquoteSheet,
  type Area,
} from '../../workbook/address';
import { isBlank } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { CalcSheet } from './calc-engine';
import { prepareFormula } from './prepare-formula';

const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\d_(])/gu;

/**
 * The formulas of a workbook and the values they refer to; sheets nothing refers to are left out
 * entirely.
 */
export function calculationOf(workbook: Workbook): CalcSheet[] {
  const areas = new Map<Sheet, Area[]>(workbook.sheets.map((sheet) => [sheet, []]));
  const formulas = new Map<Sheet, CalcSheet['formulas']>(
    workbook.sheets.map((sheet) => [sheet, []]),
  );
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of sheet.rows) {
      for (const [column, cell] of cells) {
        if (!cell.formula) continue;
        const formula = prepareFormula(cell.formula, workbook, sheet);
        knownAt(formulas, sheet).push({ row, column, formula });
        for (const [owner, area] of referencesOf(workbook, sheet, formula))
          knownAt(areas, owner).push(area);
      }
    }
  }
  return workbook.sheets
    .filter((sheet) => knownAt(areas, sheet).length > 0 || knownAt(formulas, sheet).length > 0)
    .map((sheet) => ({
      name: sheet.name,
      formulas: knownAt(formulas, sheet),
      values: valuesIn(sheet, knownAt(areas, sheet)),
    }));
}

/** Where no reference of a person's reaches: the last column, from the bottom up. */
export function lineOf(index: number): number {
  return MAX_ROWS - 1 - index;
}

/**
 * Formulas that are asked of a sheet without standing in it; what its own formulas give is taken as
 * it is. They stand at {@link lineOf} of their index.
 */
export function singleFormulasOf(
  workbook: Workbook,
  sheet: Sheet,
  asked: readonly string[],
): CalcSheet[] {
  const areas = new Map<Sheet, Area[]>(workbook.sheets.map((one) => [one, []]));
  const formulas = asked.map((one, index) => {
    const formula = prepareFormula(one, workbook, sheet);
    for (const [owner, area] of referencesOf(workbook, sheet, formula))
      knownAt(areas, owner).push(area);
    return { row: lineOf(index), column: MAX_COLUMNS - 1, formula };
  });
  return workbook.sheets
    .filter((one) => one === sheet || knownAt(areas, one).length > 0)
    .map((one) => ({
      name: one.name,
      formulas: one === sheet ? formulas : [],
      values: valuesIn(one, knownAt(areas, one), false),
    }));
}

function referencesOf(workbook: Workbook, own: Sheet, formula: string): [Sheet, Area][] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...bare.matchAll(REFERENCE)].flatMap(([, sheetName, reference]): [Sheet, Area][] => {
    const owner = sheetName ? findSheet(workbook, unquoteSheet(sheetName)) : own;
    const area = parseArea(reference) ?? wholeLines(reference);
    return owner && area ? [[owner, area]] : [];
  });
}

/** "A:C" as far down and "2:4" as far right as a sheet goes. */
function wholeLines(reference: string): Area | null {
  const [first, last] = reference.replace(/\$/g, '').split(':');
  return /\d/.test(first)
    ? parseArea(`A${first}:${columnName(MAX_COLUMNS - 1)}${last}`)
    : parseArea(`${first}1:${last}${MAX_ROWS}`);
}

/** Beyond this many areas it is quicker to give the engine all values of the block they span. */
const MANY = 40;

/** `isAnew`: what formulas give is calculated with them. */
function valuesIn(sheet: Sheet, areas: readonly Area[], isAnew = true): CalcSheet['values'] {
  const single = new Map<number, Set<number>>();
  const several = new Map<string, Area>();
  for (const area of areas) {
    if (area.top !== area.bottom || area.left !== area.right) several.set(areaName(area), area);
    else if (single.has(area.top)) knownAt(single, area.top).add(area.left);
    else single.set(area.top, new Set([area.left]));
  }
  const blocks = several.size > MANY ? [spanOf([...several.values()])] : [...several.values()];
  const values: CalcSheet['values'] = [];
  for (const [row, cells] of sheet.rows) {
    const crossing = blocks.filter((area) => row >= area.top && row <= area.bottom);
    const wanted = single.get(row);
    if (crossing.length === 0 && !wanted) continue;
    for (const [column, cell] of cells) {
      // What an array formula put there is calculated with it.
      if ((isAnew && (cell.formula || cell.isSpilled)) || isBlank(cell.value)) continue;
      const isWanted = wanted?.has(column) || crossing.some((area) => contains(area, row, column));
      if (isWanted) values.push({ row, column, value: cell.value });
    }
  }
  return values;
}

function spanOf(areas: readonly Area[]): Area {
  const span = { ...areas[0] };
  for (const { top, bottom, left, right } of areas) {
    span.top = Math.min(span.top, top);
    span.bottom = Math.max(span.bottom, bottom);
    span.left = Math.min(span.left, left);
    span.right = Math.max(span.right, right);
  }
  return span;
}
