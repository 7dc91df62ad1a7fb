import { knownAt } from '../../known/known';
import type { Agency } from '../agency/agency';
import { measureOf } from '../measure/measure';
import {
  cutOff,
  expectedTiles,
  isFilledBy,
  reportingAgencies,
  scheduledPeriods,
  type Filler,
  type PathChoice,
  type Plan,
  type Standing,
} from './plan';
import type { CivilDate } from '../../text/date';
import { PLAN_SHEETS } from './plan-sheets';
import { periodOf, type Period, type PeriodId } from '../period/period';
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

/**
 * Of a period, by the plan's own register, as far as nobody chose a path for each of its base
 * periods.
 */
export function twoPathsIn(whole: Plan, period: Period): TwoPaths[] {
  const tiles = expectedTiles(whole, period);
  return allTwoPathsIn(planFor(whole, period), period).filter(
    (one) => tiles.length === 0 || tiles.some((tile) => !chosenPath(whole, one, tile.id)),
  );
}

/**
 * What a person chose for a row and a base period, by itself or with a longer one; of several the
 * last.
 */
export function chosenPath(
  { paths = [] }: Plan,
  { table, code }: Pick<TwoPaths, 'table' | 'code'>,
  tile: PeriodId,
): PathChoice | undefined {
  return paths.findLast(
    (one) => isWithin(tile, one.period) && one.table === table && one.code === code,
  );
}

function isWithin(tile: PeriodId, whole: PeriodId): boolean {
  const [own, over] = [periodOf(tile), periodOf(whole)];
  const isInside = over.firstMonth <= own.firstMonth && own.lastMonth <= over.lastMonth;
  return own.year === over.year && isInside;
}

/**
 * The plan with the figures of one path only, in the base periods for which a person chose one: the
 * others are not asked there, and what they sent counts nowhere.
 */
export function withChosenPaths(plan: Plan): Plan {
  if (!plan.paths?.length) return plan;
  let known = WITH_PATHS.get(plan);
  if (!known) WITH_PATHS.set(plan, (known = asChosen(plan, plan.paths)));
  return known;
}

/** Every period and every table of a report asks for it. */
const WITH_PATHS = new WeakMap<Plan, Plan>();

function asChosen(plan: Plan, paths: readonly PathChoice[]): Plan {
  const chosen = new Set(paths.map(({ table, code }) => `${table} ${code}`));
  const tiles = expectedTiles(plan, periodOf(String(plan.year)));
  const found = new Map(tiles.map((tile) => [tile.id, allTwoPathsIn(plan, tile)]));
  const rowOf = <Row extends Standing & { code: string; filledBy: Filler[] }>(
    table: TwoPaths['table'],
    row: Row,
  ): Row => {
    if (!chosen.has(`${table} ${row.code}`)) return row;
    const filledOn = (day: CivilDate) =>
      row.filledBefore?.find(({ until }) => day <= until)?.filledBy ?? row.filledBy;
    const before = {
      until: `${plan.year - 1}-12-31`,
      filledBy: filledOn(`${plan.year - 1}-12-31`),
    };
    const own = tiles.map((tile) => {
      const day = cutOff(plan, tile);
      const both = knownAt(found, tile.id).find(
        (one) => one.table === table && one.code === row.code,
      );
      const path = chosenPath(plan, { table, code: row.code }, tile.id)?.path;
      const out =
        !both || path === undefined || path === 'both'
          ? []
          : path === 'below'
            ? both.above
            : [...both.below.values()].flat();
      const except = out.map(({ code }): Filler => ({ except: code }));
      return { until: day, filledBy: [...filledOn(day), ...except] };
    });
    return { ...row, filledBefore: [before, ...own] };
  };
  return {
    ...plan,
    indicators: plan.indicators.map((row) => rowOf('indicators', row)),
    forms: plan.forms.map((row) => rowOf('forms', row)),
  };
}

/** Only what is added up over agencies can count twice. `plan` is as it stands in the period. */
function allTwoPathsIn(plan: Plan, period: Period): TwoPaths[] {
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
