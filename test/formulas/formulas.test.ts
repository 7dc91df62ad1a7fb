import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadIronCalc } from '../../src/workbench/calc/ironcalc';
import { WorkbookModel } from '../../src/workbench/model/workbook-model';
import type { Sheet } from '../../src/workbook/sheet';
import { DIFFERENCES, isSame, table, workbookOf, type FormulaCase } from './table';

/**
 * The calculation of our page against what Excel gives, formula by formula; every difference is
 * known and explained.
 */

let results: Sheet;

beforeAll(async () => {
  const wasm = resolve(__dirname, '../../node_modules/@ironcalc/wasm/wasm_bg.wasm');
  const model = new WorkbookModel(await loadIronCalc(readFileSync(wasm)));
  model.open(workbookOf(), 'công thức.xlsx');
  model.recalculate();
  results = model.workbook.sheets[model.workbook.sheets.length - 1];
});

const certain = table.cases.filter((one) => one.excel !== undefined);
const groups = [...new Set(certain.map((one) => one.group))];

/** The value, and for an array all that it puts beside it. */
function isExcels({ id, excel, spill }: FormulaCase): boolean {
  const values = spill ?? [[excel ?? null]];
  return values.every((cells, r) =>
    cells.every((value, c) => isSame(results.value(id - 1 + r, c), value)),
  );
}

it.each(groups)('%s: what Excel gives', (group) => {
  const wrong = certain
    .filter((one) => one.group === group && !(one.id in DIFFERENCES) && !isExcels(one))
    .map(
      ({ id, formula, excel }) =>
        `${id} =${formula} → ${JSON.stringify(results.value(id - 1, 0))}, Excel ${JSON.stringify(excel)}`,
    );
  expect(wrong).toEqual([]);
});

it('every difference that is listed is one, and says why', () => {
  const settled = Object.keys(DIFFERENCES).filter((id) => {
    const one = certain.find((known) => known.id === Number(id));
    return !one || isExcels(one);
  });
  expect(settled).toEqual([]);
  expect(Object.values(DIFFERENCES).filter((reason) => reason.length < 10)).toEqual([]);
});

it('is a table of the size that was promised', () => {
  expect(certain.length).toBeGreaterThanOrEqual(800);
  expect(Object.keys(DIFFERENCES).length).toBeLessThan(certain.length / 10);
});
