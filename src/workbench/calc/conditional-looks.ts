import { cellName, type Area } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import type { Comparison, ConditionalFormat, Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { CalcEngine } from './calc-engine';
import { lineOf, singleFormulasOf } from './precedents';

/** Looks of cells, by row and column, that go over their own. */
export type Looks = ReadonlyMap<number, ReadonlyMap<number, Style>>;

/** Lines of a sheet that are seen. */
export interface Seen {
  rows: Iterable<number>;
  columns: Iterable<number>;
}

/** So many different questions are asked at once; rules that ask more are not drawn. */
const MOST = 20_000;

/** What is seen is asked for by blocks, so that a step of the view asks nothing new. */
const BLOCK = { rows: 32, columns: 16 };

/**
 * What the conditional formats of a sheet make of its cells as they stand now, as far as they are
 * seen: the first that holds wins by everything it says. A formula is asked once, however many
 * cells of a row ask it.
 */
export class ConditionalLooks {
  private readonly looks = new Map<number, Map<number, Style>>();
  private readonly asked = new Set<string>();
  private readonly rules: Rule[];

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly engine: CalcEngine,
  ) {
    const formats = sheet.conditionalFormats;
    const used = formats.length > 0 ? sheet.usedArea() : null;
    this.rules = formats.map((format) => ruleOf(format, used));
  }

  of({ rows, columns }: Seen): Looks {
    if (this.rules.length === 0) return this.looks;
    const blocks: Area[] = [];
    for (const top of startsOf(rows, BLOCK.rows)) {
      for (const left of startsOf(columns, BLOCK.columns)) {
        const name = `${top} ${left}`;
        if (this.asked.has(name)) continue;
        this.asked.add(name);
        const [bottom, right] = [top + BLOCK.rows - 1, left + BLOCK.columns - 1];
        blocks.push({ top, left, bottom, right });
      }
    }
    if (blocks.length > 0) this.ask(blocks);
    return this.looks;
  }

  private ask(blocks: readonly Area[]): void {
    const { workbook, sheet, engine, rules, looks } = this;
    const asking = rules.map((rule) => blocks.flatMap((block) => cellsOf(rule, block)));
    const formulas = [...new Set(asking.flatMap((cells) => cells.map(({ formula }) => formula)))];
    const holds = truthsOf(formulas.slice(0, MOST), workbook, sheet, engine);
    const stopped = new Set<string>();
    rules.forEach(({ format: { style, stopIfTrue } }, index) => {
      for (const { row, column, formula } of asking[index]) {
        const name = cellName(row, column);
        if (!holds.has(formula) || stopped.has(name)) continue;
        const line = looks.get(row) ?? new Map<number, Style>();
        looks.set(row, line.set(column, { ...style, ...line.get(column) }));
        if (stopIfTrue) stopped.add(name);
      }
    });
  }
}

/** The first lines of the blocks that hold some lines. */
function startsOf(lines: Iterable<number>, size: number): Set<number> {
  const starts = new Set<number>();
  for (const line of lines) starts.add(line - (line % size));
  return starts;
}

/** A conditional format as far down and right as it goes, with what its first cell asks. */
interface Rule {
  format: ConditionalFormat;
  area: Area;
  formula: string;
}

/** Of whole lines as far as the sheet goes. */
function ruleOf(format: ConditionalFormat, used: Area | null): Rule {
  const { area, rule } = format;
  const end = (last: number, first: number, filled = 0) =>
    last - first > WHOLE ? Math.max(filled, first) : last;
  const bottom = end(area.bottom, area.top, used?.bottom);
  const right = end(area.right, area.left, used?.right);
  return { format, area: { ...area, bottom, right }, formula: formulaOf(area, rule) };
}

interface Asked {
  row: number;
  column: number;
  formula: string;
}

/** The cells of a rule in a block, with what each asks. */
function cellsOf({ area, formula }: Rule, block: Area): Asked[] {
  const cells: Asked[] = [];
  const [bottom, right] = [Math.min(area.bottom, block.bottom), Math.min(area.right, block.right)];
  for (let row = Math.max(area.top, block.top); row <= bottom; row++)
    for (let column = Math.max(area.left, block.left); column <= right; column++)
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
