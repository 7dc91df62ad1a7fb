import { knownAt } from '../../known/known';
import { isLinear, weightsOf } from './stat-expression';
import { looksBack, sidesOf, type StatForm, type StatIdentity } from './stat-form';

/**
 * Identities of one form that only nothing can satisfy: with figures that are never negative, "3 =
 * 4 + 5" and "3 = 4 + 5 + 6" leave 0 for column 6. Found by elimination: an identity of which,
 * given those before it, only columns remain that would all be 0.
 */
export function contradictions(form: StatForm): { identity: StatIdentity; columns: string[] }[] {
  const solved: { pivot: string; equation: Equation }[] = [];
  const found: { identity: StatIdentity; columns: string[] }[] = [];
  for (const identity of form.identities) {
    const equation = equationOf(identity);
    if (identity.relation !== '=' || looksBack(identity) || !equation) continue;
    const rest = reduce(equation, solved);
    if (rest.size === 0) continue;
    const signs = new Set([...rest.values()].map(Math.sign));
    const mayBeNegative = form.columns.some(({ code, sign }) => sign === 'any' && rest.has(code));
    if (signs.size === 1 && !mayBeNegative) found.push({ identity, columns: [...rest.keys()] });
    const pivot = [...rest.keys()][0];
    for (const one of solved) one.equation = without(one.equation, pivot, rest);
    solved.push({ pivot, equation: rest });
  }
  return found;
}

type Equation = Map<string, number>;

/** left − right = 0; null of an identity that is more than sums and differences. */
function equationOf(identity: StatIdentity): Equation | null {
  const { left, right } = sidesOf(identity);
  if (!isLinear(left) || !isLinear(right)) return null;
  const equation: Equation = new Map();
  for (const { term, weight } of [...weightsOf(left), ...weightsOf(right, -1)])
    add(equation, term.column, weight);
  return equation;
}

function reduce(
  equation: Equation,
  solved: readonly { pivot: string; equation: Equation }[],
): Equation {
  return solved.reduce((rest, { pivot, equation: known }) => without(rest, pivot, known), equation);
}

/** The equation with a column taken out by means of another that has it. */
function without(equation: Equation, column: string, known: Equation): Equation {
  const factor = (equation.get(column) ?? 0) / knownAt(known, column);
  const rest = new Map(equation);
  if (factor !== 0) for (const [name, value] of known) add(rest, name, -factor * value);
  return rest;
}

function add(equation: Equation, column: string, value: number): void {
  const sum = (equation.get(column) ?? 0) + value;
  // Small whole factors only: what is left of a rounding is nothing.
  if (Math.abs(sum) < 1e-9) equation.delete(column);
  else equation.set(column, sum);
}
