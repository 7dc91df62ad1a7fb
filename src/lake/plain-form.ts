import type { Plan } from '../domain/plan/plan';
import {
  columnFormula,
  type StatColumn,
  type StatForm,
  type StatRow,
} from '../domain/plan/stat-form';
import type { StatExpression } from '../domain/plan/stat-expression';

/**
 * A form whose totals the tables tell: every cell a typed figure that adds up, or a sum of such. A
 * list, words and answers, a difference, a quotient, a row of its own formula, time or fillers come
 * to something else than sums do; of those forms the figures leave, and nothing is totalled.
 */
export function isPlain(form: StatForm): boolean {
  return (
    form.lines === undefined &&
    form.totals === undefined &&
    form.rows.every((row) => hasOnly<StatRow>(row, ['key', 'group', 'name'])) &&
    form.columns.every(
      (column) =>
        hasOnly<StatColumn>(column, ['code', 'group', 'over', 'name', 'unit', 'overTime']) &&
        isSum(columnFormula(form, column.code)),
    )
  );
}

/** The codes of a plan's other forms. */
export function otherForms({ forms }: Plan): string[] {
  return forms.filter((form) => !isPlain(form)).map(({ code }) => code);
}

function hasOnly<Of extends object>(of: Of, keys: readonly (keyof Of)[]): boolean {
  return Object.entries(of).every(
    ([key, value]) => value === undefined || keys.includes(key as keyof Of),
  );
}

function isSum(formula: StatExpression | null): boolean {
  if (formula === null || formula.kind === 'term') return true;
  return formula.kind === 'sum' && formula.parts.every(({ sign, of }) => sign === 1 && isSum(of));
}
