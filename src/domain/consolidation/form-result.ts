import { periodsOf } from '../measure/time-rule';
import type { InForce } from '../ledger/in-force';
import type { Period } from '../period/period';
import { LEVELS, type Agency } from '../agency/agency';
import { cutOff, isFilledBy, reportingAgencies, type Plan } from '../plan/plan';
import { columnTimeRule, inputColumns, withComputed, type StatColumn, type StatForm } from '../plan/stat-form';
import type { Submission } from '../submission/submission';
import type { FormAgencyResult, FormColumns, FormResult } from './consolidation';
import { standingTiles } from './coverage';
import { sum } from '../decimal/decimal';

/**
 * An agency's form of one base period: its typed figures, by row and column. A row of which a figure does not count is null in
 * every column: so every total is the sum of its rows, and what must agree in a row agrees in the total.
 */
export interface FormEntry {
  agency: Agency;
  period: Period;
  submission: Submission | undefined;
  rows: Map<string, Map<string, number | null>>;
  /** Every typed figure of every row counts. */
  isWhole: boolean;
}

/** A statistics form over agencies and time (regime.md: 4, 5, 7–10 are summed, 6 is the first period's, 11–13 the last one's). */
export function formResult(plan: Plan, form: StatForm, period: Period, inForce: InForce): FormResult {
  const entries = formEntries(plan, form, period, inForce);
  const tiles = standingTiles(plan, form, period);
  const agencies = agenciesOf(plan, entries);
  const rows = agencies.map((agency): FormAgencyResult => {
    const own = entries.filter((entry) => entry.agency === agency);
    return {
      key: agency.code,
      level: agency.level,
      expected: own.length,
      reported: own.filter(({ isWhole }) => isWhole).length,
      columns: overTime(form, own, tiles),
      fields: form.rows.map(({ key }) => ({ key, columns: overTime(form, own, tiles, key) })),
    };
  });
  const missing = entries.filter(({ isWhole }) => !isWhole);
  const missingMonths: Record<string, string[]> = {};
  for (const { agency, period: part } of missing) (missingMonths[agency.code] ??= []).push(part.id);
  const sorted = Object.keys(missingMonths).sort();
  return {
    form: form.code,
    expected: entries.length,
    reported: entries.length - missing.length,
    complete: missing.length === 0,
    notReported: sorted.filter((code) => rows.find(({ key }) => key === code)!.reported === 0),
    missingMonths: Object.fromEntries(sorted.map((code) => [code, missingMonths[code].sort()])),
    rows: [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)),
    levels: LEVELS.filter((level) => rows.some((row) => row.level === level)).map((level) => ({
      level,
      columns: total(
        form,
        rows.filter((row) => row.level === level),
      ),
    })),
    total: total(form, rows),
    fields: form.rows.map(({ key }) => ({
      key,
      columns: total(
        form,
        rows.map((row) => row.fields.find((field) => field.key === key)!),
      ),
    })),
  };
}

/** Agency × base period of a form, each period with its own reporting set. */
export function formEntries(plan: Plan, form: StatForm, period: Period, inForce: InForce): FormEntry[] {
  return standingTiles(plan, form, period).flatMap((part) =>
    reportingAgencies(plan, part)
      .filter((agency) => isFilledBy(form, agency, cutOff(plan, part)))
      .map((agency) => readEntry(form, agency, part, inForce)),
  );
}

/** In the order of the register. */
function agenciesOf(plan: Plan, entries: readonly FormEntry[]): Agency[] {
  const owed = new Set(entries.map(({ agency }) => agency));
  return plan.agencies.filter((agency) => owed.has(agency));
}

function readEntry(form: StatForm, agency: Agency, period: Period, inForce: InForce): FormEntry {
  const submission = inForce.of(agency.code, period.id);
  const inputs = inputColumns(form);
  const typed = new Map<string, number>();
  for (const { of, code, row, measure, state, value } of submission?.observations ?? []) {
    if (of !== 'form' || code !== form.code || typeof value !== 'number') continue;
    if (state === 'ok' || state === 'not-applicable') typed.set(`${row}\u0000${measure}`, value);
  }
  const rows = new Map(
    form.rows.map(({ key }) => {
      const values = inputs.map(({ code }) => typed.get(`${key}\u0000${code}`) ?? null);
      const counts = !values.includes(null);
      return [key, new Map(inputs.map(({ code }, index) => [code, counts ? values[index] : null]))];
    }),
  );
  const isWhole = [...rows.values()].every((columns) => [...columns.values()].every((value) => value !== null));
  return { agency, period, submission, rows, isWhole };
}

/**
 * What an agency's base periods make of each column, over all rows or one. `opening` and `stock` are those of the period's first
 * and last base period: an agency that came later opened with what others had left, one that ended leaves nothing.
 */
function overTime(form: StatForm, entries: readonly FormEntry[], tiles: readonly Period[], row?: string): FormColumns {
  const typed = inputColumns(form).map((column): [string, number | null] => {
    const used = entries.filter(({ period }) => counts(column, period, tiles));
    const values = used.map((entry) => valueOf(form, entry, column.code, row));
    const known = values.filter((value) => value !== null);
    return [column.code, known.length === 0 ? null : sum(known)];
  });
  return Object.fromEntries(withComputed(form, new Map(typed)));
}

/** Whether a base period counts in a column over a longer one. */
export function counts({ overTime }: StatColumn, period: Period, tiles: readonly Period[]): boolean {
  return periodsOf(columnTimeRule(overTime), tiles).some(({ id }) => id === period.id);
}

/** The sum of the rows that count, or one row; null where none does. */
export function valueOf(form: StatForm, { rows }: FormEntry, column: string, row?: string): number | null {
  if (row !== undefined) return rows.get(row)?.get(column) ?? null;
  const values = form.rows.map(({ key }) => rows.get(key)?.get(column) ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : sum(values);
}

/** Sums of what agencies have; what is computed is computed again from the sums. */
function total(form: StatForm, rows: readonly { columns: FormColumns }[]): FormColumns {
  const typed = inputColumns(form).map(({ code }): [string, number | null] => {
    const known = rows.map(({ columns }) => columns[code]).filter((value) => value !== null);
    return [code, known.length === 0 ? null : sum(known)];
  });
  return Object.fromEntries(withComputed(form, new Map(typed)));
}
