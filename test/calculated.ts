import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CalcEngine } from '../src/workbench/calc/calc-engine';
import { loadIronCalc } from '../src/workbench/calc/ironcalc';
import { cellName } from '../src/workbook/address';
import type { CellValue } from '../src/workbook/cell';
import type { Sheet } from '../src/workbook/sheet';

/** The engine of our page, which knows nothing of how a formula came about. */
export function engineOfOurPage(): Promise<CalcEngine> {
  return loadIronCalc(
    readFileSync(resolve(__dirname, '../node_modules/@ironcalc/wasm/wasm_bg.wasm')),
  );
}

/** Every formula of some sheets calculated anew, by "sheet!cell". */
export function calculated(engine: CalcEngine, sheets: readonly Sheet[]): Map<string, CellValue> {
  const cells = sheets.map(({ name, rows }) => {
    const all = [...rows].flatMap(([row, own]) =>
      [...own].map(([column, cell]) => ({ row, column, ...cell })),
    );
    const formulas = all.flatMap(({ row, column, formula }) =>
      formula === undefined ? [] : [{ row, column, formula }],
    );
    return {
      name,
      formulas,
      values: all.filter(({ formula, value }) => formula === undefined && value !== null),
    };
  });
  return new Map(
    engine
      .calculate(cells)
      .map(({ sheet, row, column, value }) => [`${sheet}!${cellName(row, column)}`, value]),
  );
}

/**
 * Formulas that give another value than the one they were written with, as people would see it
 * before they calculate.
 */
export function differentWhenCalculated(engine: CalcEngine, sheets: readonly Sheet[]): string[] {
  const results = calculated(engine, sheets);
  return sheets.flatMap(({ name, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value, formula }]) => {
        if (formula === undefined) return [];
        const found = results.get(`${name}!${cellName(row, column)}`) ?? null;
        const isSame =
          typeof value === 'number' && typeof found === 'number'
            ? Math.abs(value - found) <= 1e-12 * Math.max(1, Math.abs(value))
            : (value ?? '') === (found ?? '');
        return isSame
          ? []
          : [
              `${name}!${cellName(row, column)}: ${String(value)} written, ${String(found)} calculated`,
            ];
      }),
    ),
  );
}
