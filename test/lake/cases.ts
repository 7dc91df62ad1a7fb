import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import { restatements } from '../../src/domain/consolidation/restatement';
import { signedFigures } from '../../src/domain/consolidation/signed-figures';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import { measureOf } from '../../src/domain/measure/measure';
import { parquetOf } from '../../src/lake/parquet';
import { provinceTables, type Province } from '../../src/lake/province-tables';
import { LakeRefused } from '../../src/lake/refused';
import { wholeLake } from '../../src/lake/store';
import { TABLES, tableShape, type Row, type TableName } from '../../src/lake/tables';
import { randomProvince } from '../oracle/province';
import { handedIn } from '../handed-in';
import { atTheBounds } from './bounds';
import { simulatedYear, TIDY, UNTIDY } from './simulated';
import type { MeasureName, Submission } from '../../src/domain/submission/submission';

export interface Case {
  name: string;
  /** A pattern of the files of each table. */
  tables: ReadonlyMap<string, string>;
  /** Totals that were locked and are another number now, as the core finds them. */
  restated: number;
}

type Put = (path: string, bytes: Uint8Array) => string;

export function casesOf(seeds: number, put: Put): Case[] {
  return [
    asLake('the five plans, as a lake', 'lake', fivePlans(), put),
    together('plans that were adjusted, with forms and quarter reports', 'odd', oddPlans(), put),
    together('figures at the bounds', 'bounds', [0, 1].map(atTheBounds), put),
    together(`${seeds} random provinces`, 'random', randomProvinces(seeds), put),
  ];
}

function filled(plan: Plan, seed: number): Province {
  const submissions = simulatedYear(plan, seed, UNTIDY);
  // Locked before the last forms came.
  const before = submissions.slice(0, Math.floor(submissions.length * 0.9));
  const options = { acceptIncomplete: false, asOf: null };
  const lock = (period: string, number: number) =>
    signedFigures(consolidate(plan, before, period, options), number);
  const year = String(plan.year);
  return {
    plan,
    submissions,
    signed: [...lock(year, 1), ...lock(year, 2), ...lock(`${year}-Q4`, 1)],
  };
}

function restatedIn({ plan, submissions, signed }: Province): number {
  return restatements(plan, submissions, signed, new Set()).length;
}

export function fivePlans(): Province[] {
  return BUILTIN_PLANS.map((plan, index) => filled(plan, index));
}

/**
 * What the random provinces do not have: statistics forms, rows that change in mid-year, quarter
 * reports, agencies judged each, wholes, two paths of which one was chosen.
 */
function oddPlans(): Province[] {
  const base = BUILTIN_PLANS.find(({ id }) => id === 'tra-vinh-2024')!;
  const few = (plan: Plan): Plan => ({ ...plan, agencies: plan.agencies.slice(0, 14) });
  const forms = BUILTIN_FORMS.map((form) => ({
    ...form,
    filledBy: [{ level: 'tinh' as const }, { level: 'huyen' as const }, { level: 'xa' as const }],
  }));
  const withForms: Plan = { ...few(base), id: 'odd-forms', forms };
  const byQuarter: Plan = {
    ...withForms,
    id: 'odd-quarters',
    schedule: {
      ...base.schedule,
      kinds: ['month', 'quarter', 'year'],
      quarterReplacesLastMonth: true,
    },
  };
  const [first, ...others] = base.indicators;
  const adjusted: Plan = {
    ...few(base),
    id: 'odd-adjusted',
    indicators: [
      { ...first, until: '2024-06-14' },
      { ...first, from: '2024-06-15', filledBy: [{ level: 'tinh' }], overTime: 'stock' },
      ...others.map((one, index) => (index === 0 ? { ...one, kind: 'each-unit' as const } : one)),
    ],
    tasks: base.tasks.map((task, index) =>
      index === 0
        ? { ...task, from: '2024-04-15' }
        : index === 1
          ? { ...task, until: '2024-08-14' }
          : task,
    ),
    targets: [
      ...base.targets,
      ...base.targets
        .slice(0, 3)
        .map((target) => ({ ...target, from: '2024-07-01', value: 1, confirmed: true })),
    ],
  };
  const paths = byChosenPaths(base, forms);
  const odd = [withForms, byQuarter, adjusted, paths].map((plan, index) =>
    filled(plan, 100 + index),
  );
  return [...odd, toldWhole({ ...few(base), id: 'odd-wholes' })];
}

/** A district and its communes report one row both; another path counts in another month. */
function byChosenPaths(base: Plan, forms: Plan['forms']): Plan {
  const [district, ...communes] = ['849', '29461', '29462', '29464'];
  const agencies = base.agencies
    .filter(({ code }) => [district, ...communes].includes(code))
    .map((one) => (one.code === district ? one : { ...one, parent: district }));
  const both = [{ level: 'huyen' as const }, { level: 'xa' as const }];
  const indicators = base.indicators.slice(0, 6).map((one) => ({ ...one, filledBy: both }));
  const rows = [
    ...indicators.slice(0, 4).map(({ code }) => ({ table: 'indicators' as const, code })),
    { table: 'forms' as const, code: forms[0].code },
  ];
  const choices = ['2024-01', '2024-02', '2024-Q2', '2024-08'].flatMap((period, month) =>
    rows.map((row, index) => {
      const path = (['above', 'below', 'both'] as const)[(month + index) % 3];
      return { ...row, period, path, who: 'An', day: null, at: '' };
    }),
  );
  return { ...base, id: 'odd-paths', agencies, indicators, forms, paths: choices };
}

/** The first quarter and the last of the year before, each told by everybody as one. */
function toldWhole(plan: Plan): Province {
  const openings = [`${plan.year}-Q1`, `${plan.year - 1}-Q4`].flatMap((period) =>
    plan.agencies
      .filter(({ reports }) => reports)
      .map(({ code: agency }, index) => {
        const observations = plan.indicators
          .filter(({ kind }) => kind !== 'computed')
          .flatMap(({ code, denominator }) => {
            const one = { of: 'indicator', code, sheet: 'S', cell: 'A1', raw: '', state: 'ok' };
            const part = (measure: MeasureName, value: number) => ({ ...one, measure, value });
            return denominator
              ? [part('numerator', 7 + index), part('denominator', 40 + index)]
              : [part('value', 7 + index)];
          }) as Submission['observations'];
        return handedIn(agency, period, { observations, origin: 'opening' });
      }),
  );
  const months = simulatedYear(plan, 200, TIDY).filter(({ period }) => period > `${plan.year}-03`);
  return { plan, submissions: [...openings, ...months], signed: [] };
}

function* randomProvinces(seeds: number): Generator<Province> {
  for (let seed = 0; seed < seeds; seed++) {
    const { plan, submissions } = randomProvince(seed);
    yield asLakeTakesIt({ plan, submissions, signed: [] });
  }
}

/**
 * What a lake refuses by name is held against nothing here: a count of tasks beside last year's,
 * and a change of parts as large as only these provinces have (1e15).
 */
function asLakeTakesIt(province: Province): Province {
  const without = (codes: ReadonlySet<string>) =>
    province.plan.indicators.map((one): Indicator => {
      if (!codes.has(one.code)) return one;
      const { compared: _, ...others } = one;
      return one.kind === 'against-last-year'
        ? { ...others, kind: one.denominator ? 'ratio' : 'count' }
        : others;
    });
  const refused = new Set<string>();
  for (;;) {
    const taken = { ...province, plan: { ...province.plan, indicators: without(refused) } };
    const code = refusedOf(taken);
    if (code === null) return taken;
    if (refused.has(code)) throw new Error(`${province.plan.id} ${code} is refused all the same`);
    refused.add(code);
  }
}

function refusedOf(province: Province): string | null {
  const isCompared = (one: Indicator) => measureOf(one).choices.compared !== null;
  if (!province.plan.indicators.some(isCompared)) return null;
  try {
    for (const _ of provinceTables(province));
    return null;
  } catch (error) {
    const isMeant =
      error instanceof LakeRefused &&
      ['lake-target-compared', 'lake-tasks-compared'].includes(error.refusal.code);
    if (!isMeant) throw error;
    return String(error.refusal.facts.code);
  }
}

/** As the product writes it: a folder for each plan, year and month. */
function asLake(name: string, folder: string, provinces: readonly Province[], put: Put): Case {
  const found = new Map<string, string>();
  for (const { path, bytes } of wholeLake(provinces, 0)) {
    const whole = put(`${folder}/${path}`, bytes);
    if (!path.endsWith('.parquet')) continue;
    const [table] = path.split('/');
    const depth = path.split('/').length - 2;
    found.set(
      table,
      `${whole.slice(0, whole.length - path.length)}${table}/${'*/'.repeat(depth)}*.parquet`,
    );
  }
  // A table nobody has a row of has no file.
  for (const { name: table, columns } of TABLES)
    if (!found.has(table))
      found.set(table, put(`${folder}-none/${table}.parquet`, parquetOf([PLAN, ...columns], [])));
  return {
    name,
    tables: found,
    restated: provinces.reduce((all, one) => all + restatedIn(one), 0),
  };
}

const PLAN = { name: 'plan', type: 'text', isNullable: false } as const;

/**
 * Many small plans in one file a table: their plan stands in a column, not in the name of a folder.
 */
function together(name: string, folder: string, provinces: Iterable<Province>, put: Put): Case {
  const rows = new Map<TableName, Row[]>(TABLES.map((table) => [table.name, []]));
  let restated = 0;
  for (const province of provinces) {
    if (province.signed.length > 0) restated += restatedIn(province);
    for (const part of provinceTables(province)) {
      const all = rows.get(part.table)!;
      for (const row of part.rows) all.push({ ...row, plan: part.plan });
    }
  }
  const tables = [...rows].map(([table, all]): [string, string] => {
    const bytes = parquetOf([PLAN, ...tableShape(table).columns], all);
    return [table, put(`${folder}/${table}.parquet`, bytes)];
  });
  return { name, tables: new Map(tables), restated };
}
