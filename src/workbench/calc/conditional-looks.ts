import { cellName, type Area } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import type { Comparison, ConditionalFormat, Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { CalcEngine } from './calc-engine';
import { lineOf, singleFormulasOf } from './precedents';

/** Looks of cells, by row and column, that go over their own. */
export type Looks = ReadonlyMap<number, ReadonlyMap<number, Style>>;

/** So many different questions of one sheet are asked; rules that ask more are not drawn. */
const MOST = 20_000;

/**
 * What the conditional formats of a sheet make of its cells as they stand now: the first that holds
 * wins by everything it says. A formula is asked once, however many cells of a row ask it.
 */
export function conditionalLooks(workbook: Workbook, sheet: Sheet, engine: CalcEngine): Looks {
  const asking = sheet.conditionalFormats.map((format) => cellsOf(sheet, format));
  const asked = [...new Set(asking.flatMap((cells) => cells.map(({ formula }) => formula)))];
  const holds = truthsOf(asked.slice(0, MOST), workbook, sheet, engine);
  const looks = new Map<number, Map<number, Style>>();
  const stopped = new Set<string>();
  sheet.conditionalFormats.forEach(({ style, stopIfTrue }, index) => {
    for (const { row, column, formula } of asking[index]) {
      const name = cellName(row, column);
      if (!holds.has(formula) || stopped.has(name)) continue;
      const line = looks.get(row) ?? new Map<number, Style>();
      looks.set(row, line.set(column, { ...style, ...line.get(column) }));
      if (stopIfTrue) stopped.add(name);
    }
  });
  return looks;
}

interface Asked {
  row: number;
  column: number;
  formula: string;
}

/** The cells of a rule with what each asks; of whole lines as far as the sheet goes. */
function cellsOf(sheet: Sheet, { area, rule }: ConditionalFormat): Asked[] {
  const used = sheet.usedArea();
  const end = (last: number, first: number, filled = 0) =>
    last - first > WHOLE ? Math.max(filled, first) : last;
  const bottom = end(area.bottom, area.top, used?.bottom);
  const right = end(area.right, area.left, used?.right);
  const formula = formulaOf(area, rule);
  const cells: Asked[] = [];
  for (let row = area.top; row <= bottom; row++)
    for (let column = area.left; column <= right && cells.length < MOST; column++)
      cells.push({
        row,
        column,
        formula: shiftFormula(formula, row - area.top, column - area.left),
      });
  return cells;
}

/** Longer than any list of a form: no cell by cell was meant. */
const WHOLE = 5000;

const SIGNS: Record<Exclude<Comparison, 'between' | 'notBetween'>, string> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** A rule as a formula of the first cell of its area. */
function formulaOf({ top, left }: Area, rule: ConditionalFormat['rule']): string {
  if ('formula' in rule) return rule.formula;
  const cell = cellName(top, left);
  if ('contains' in rule) return `ISNUMBER(SEARCH("${rule.contains.replace(/"/g, '""')}",${cell}))`;
  const { operator, first, second = '' } = rule;
  if (operator === 'between') return `AND(${cell}>=(${first}),${cell}<=(${second}))`;
  if (operator === 'notBetween') return `OR(${cell}<(${first}),${cell}>(${second}))`;
  return `${cell}${SIGNS[operator]}(${first})`;
}

/** Those of the formulas that hold, as Excel takes it: true, or a number that is not 0. */
function truthsOf(
  formulas: readonly string[],
  workbook: Workbook,
  sheet: Sheet,
  engine: CalcEngine,
): ReadonlySet<string> {
  if (formulas.length === 0) return new Set();
  const answers = engine.calculate(singleFormulasOf(workbook, sheet, formulas));
  const isTrue = (value: unknown) => value === true || (typeof value === 'number' && value !== 0);
  const rows = new Set(answers.filter(({ value }) => isTrue(value)).map(({ row }) => row));
  return new Set(formulas.filter((_, index) => rows.has(lineOf(index))));
}
