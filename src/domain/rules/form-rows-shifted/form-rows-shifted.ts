import { knownAt } from '../../../known/known';
import {
  brokenSides,
  checkedIdentities,
  looksBack,
  type StatForm,
  type StatIdentity,
  type StatTerm,
} from '../../plan/stat-form';
import {
  countedForm,
  type StatFormReading,
  type StatRowReading,
} from '../../reading/read-stat-form';
import { columnKey } from '../../template/stat-columns';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /**
     * `byLedger`: the form prints nothing of before, only the ledger knows it; it is asked about,
     * and counts until then.
     */
    'form-rows-shifted': { rows: number; isBelow: boolean; byLedger?: true };
  }
}

/** So many rows must be what the row beside them left. */
const ROWS = 3;

/**
 * A block of a statistics form typed a row too low or too high: what was carried over is, row by
 * row, what the row beside it left.
 */
export const formRowsShifted = rule({
  code: 'form-rows-shifted',
  severity: 'error',
  severityOf: ({ byLedger }) => (byLedger ? 'warning' : 'error'),
  defects: [],
  example: { rows: 5, isBelow: true },
  order: 200,
  check(reading, report) {
    for (const form of reading.forms) {
      const shift = shiftOf(form);
      if (!shift) continue;
      const { column } = shift.identity.left[0];
      const facts = { rows: shift.rows.length, isBelow: shift.step === 1 };
      const withheld = form.rows.flatMap(({ cells }) => [...cells.values()]);
      report(shift.rows[0].row.place(columnKey(column)), facts, withheld, [
        shift.rows[0].cells.get(column) ?? null,
      ]);
    }
  },
});

/**
 * How the rows of a form stand to those they belong to, by what it prints; null where each stands
 * in its own, or nobody can tell.
 */
export function shiftOf({
  form,
  rows,
}: StatFormReading): (Shift & { rows: StatRowReading[] }) | null {
  const counted = countedForm({ form, rows });
  const shift = shiftIn(
    form,
    rows.map(({ key, previous }) => ({ columns: knownAt(counted, key), previous })),
  );
  return shift && { ...shift, rows: shift.at.map((at) => rows[at]) };
}

/** What a row of a form holds now, and what its own row held the period before. */
export interface RowBeside {
  columns: ReadonlyMap<string, number | null>;
  previous: ReadonlyMap<string, number>;
}

export interface Shift {
  identity: StatIdentity;
  /** 1 where figures stand a row too low. */
  step: 1 | -1;
  /** Places of the rows that hold what belongs to the row beside them. */
  at: number[];
}

export function shiftIn(form: StatForm, rows: readonly RowBeside[]): Shift | null {
  for (const identity of checkedIdentities(form).filter(looksBack)) {
    const holds = (at: number, from: RowBeside | undefined): boolean | null => {
      const valueOf = ({ column, isPrevious }: StatTerm) =>
        (isPrevious ? from?.previous.get(column) : rows[at].columns.get(column)) ?? null;
      const isKnown = [...identity.left, ...identity.right].every((term) => valueOf(term) !== null);
      return isKnown ? brokenSides(identity, valueOf) === null : null;
    };
    const own = rows.map((row, at) => holds(at, row));
    const broken = own.filter((one) => one === false).length;
    const known = own.filter((one) => one !== null).length;
    if (broken < ROWS || 2 * broken <= known) continue;
    for (const step of [1, -1] as const) {
      const beside = rows.map((_, at) => holds(at, rows[at - step]));
      const moved = [...rows.keys()].filter((at) => beside[at] === true && own[at] === false);
      const isOdd = beside.filter((one) => one === false).length;
      if (moved.length >= ROWS && isOdd * 4 <= moved.length) return { identity, step, at: moved };
    }
  }
  return null;
}
