import type { Agency } from '../agency/agency';
import { measureOf } from '../measure/measure';
import { cutOff, isFilledBy, reportingAgencies, scheduledPeriods, type Plan } from './plan';
import { PLAN_SHEETS } from './plan-sheets';
import type { Period } from '../period/period';
import { planFor } from './plan-for';

/**
 * *Hai đường*: a row that an agency and the agencies under it fill both (xã → huyện → tỉnh and
 * xã → tỉnh). Where the one above tells what those below told it, everything counts twice; whether
 * it does, no figure says for certain: one commune that is late makes the sums differ.
 */
export interface TwoPaths {
  table: 'indicators' | 'forms';
  code: string;
  /** Agencies that fill it and have others under them that do. */
  above: Agency[];
  /** Those under them, by the code of the one above. */
  below: Map<string, Agency[]>;
}

/** The column that says who fills a row, and so by which path its figures come. */
export const PATH_HEADING = 'Đơn vị điền số liệu';

/** Of a period, by the plan's own register; only what is added up over agencies can count twice. */
export function twoPathsIn(whole: Plan, period: Period): TwoPaths[] {
  const plan = planFor(whole, period);
  const day = cutOff(plan, period);
  const agencies = reportingAgencies(plan, period);
  const rows = [
    ...plan.indicators
      .filter((one) => measureOf(one).isTotalled && !measureOf(one).isFromTasks)
      .map((row) => ({ table: 'indicators' as const, row })),
    ...plan.forms
      .filter(({ totals }) => totals !== 'no')
      .map((row) => ({ table: 'forms' as const, row })),
  ];
  return rows.flatMap(({ table, row }): TwoPaths[] => {
    const filling = agencies.filter((agency) => isFilledBy(row, agency, day));
    const codes = new Set(filling.map(({ code }) => code));
    const below = new Map<string, Agency[]>();
    for (const agency of filling) {
      if (agency.parent === null || !codes.has(agency.parent)) continue;
      below.set(agency.parent, [...(below.get(agency.parent) ?? []), agency]);
    }
    const above = filling.filter(({ code }) => below.has(code));
    return above.length > 0 ? [{ table, code: row.code, above, below }] : [];
  });
}

/** Of the first period of the year that has such rows, for each row. */
export function twoPathsOf(plan: Plan): TwoPaths[] {
  const found = new Map<string, TwoPaths>();
  for (const period of scheduledPeriods(plan)) {
    for (const one of twoPathsIn(plan, period)) {
      const key = `${one.table} ${one.code}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

/** Between the codes of rows that were asked about at once. */
export const JOINT = ', ';

/** Whether a person said that those above tell figures of their own only. */
export function areOwnFigures(
  plan: Plan,
  { table, code }: Pick<TwoPaths, 'table' | 'code'>,
): boolean {
  return plan.confirmations.some(
    (one) =>
      one.table === PLAN_SHEETS[table] &&
      one.code.split(JOINT).includes(code) &&
      one.heading === PATH_HEADING &&
      one.who !== '',
  );
}
