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
 * Formulas whose cells cannot be told from what they say, or change without one: they are
 * calculated whatever changed.
 */
const ALWAYS = /\[|\b(?:INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|SHEETS?)\(/i;

/** The formulas of a sheet and what they refer to. */
interface Formulas {
  formulas: CalcSheet['formulas'];
  references: [Sheet, Area][];
  isAlways: boolean;
}

/**
 * What is calculated after a change of some sheets: their formulas, those of the sheets that stand
 * on them, and the values all of these refer to. Other sheets keep what they have, and sheets
 * nothing refers to are left out entirely.
 */
export function calculationOf(workbook: Workbook, changed: Iterable<Sheet>): CalcSheet[] {
  const all = new Map(workbook.sheets.map((sheet) => [sheet, formulasOf(workbook, sheet)]));
  const anew = standingOn(all, changed);
  const areas = new Map<Sheet, Area[]>(workbook.sheets.map((sheet) => [sheet, []]));
  for (const sheet of anew)
    for (const [owner, area] of knownAt(all, sheet).references) knownAt(areas, owner).push(area);
  const none: CalcSheet['formulas'] = [];
  const given = workbook.sheets
    .map((sheet) => ({
      sheet,
      areas: knownAt(areas, sheet),
      formulas: anew.has(sheet) ? knownAt(all, sheet).formulas : none,
    }))
    .filter((one) => one.areas.length > 0 || one.formulas.length > 0);
  if (given.every(({ formulas }) => formulas.length === 0)) return [];
  return given.map(({ sheet, areas: wanted, formulas }) => ({
    name: sheet.name,
    formulas,
    values: valuesIn(sheet, wanted, anew.has(sheet)),
  }));
}

function formulasOf(workbook: Workbook, sheet: Sheet): Formulas {
  const found: Formulas = { formulas: [], references: [], isAlways: false };
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) {
      if (!cell.formula) continue;
      const formula = prepareFormula(cell.formula, workbook, sheet);
      found.formulas.push({ row, column, formula });
      for (const one of referencesOf(workbook, sheet, formula)) found.references.push(one);
      found.isAlways ||= ALWAYS.test(cell.formula);
    }
  return found;
}

/** The changed sheets and all whose formulas refer to one of them, directly or through others. */
function standingOn(all: ReadonlyMap<Sheet, Formulas>, changed: Iterable<Sheet>): Set<Sheet> {
  const users = new Map<Sheet, Set<Sheet>>();
  const found = new Set<Sheet>([...changed].filter((sheet) => all.has(sheet)));
  for (const [sheet, { references, isAlways }] of all) {
    if (isAlways) found.add(sheet);
    for (const [owner] of references) {
      const own = users.get(owner);
      if (own) own.add(sheet);
      else users.set(owner, new Set([sheet]));
    }
  }
  // What is added while the set is gone through is gone through as well.
  for (const sheet of found) for (const user of users.get(sheet) ?? []) found.add(user);
  return found;
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
