import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import { cellName } from '../../workbook/address';
import type { Field } from '../table/field';
import { builtinPlan } from './builtin';
import { BUILTIN_FORMS } from './builtin-forms';
import { FORMS } from './form-table';
import { INDICATORS } from './indicator-table';
import { ITEMS } from './plan-items';
import type { Plan } from './plan';
import {
  AGENCIES,
  ASSIGNMENTS,
  CONFIRMATIONS,
  HOLIDAYS,
  PATHS,
  SUCCESSIONS,
  TASKS,
  writePlan,
} from './plan-tables';
import { readPlan, readPlanTables } from './read-plan';
import { TARGETS } from './target-table';

/** A plan with a row in each of its tables, and a choice wherever one can be made. */
const BASE = builtinPlan('vinh-chap-2024')!;
const [FIRST, SECOND, ...OTHERS] = BASE.indicators;
const [OLD, NEW] = BASE.agencies;
const PLAN: Plan = {
  ...BASE,
  indicators: [
    { ...FIRST, decimals: 'two', overAgencies: 'each', compared: 'last-year-percent' },
    { ...SECOND, filledBy: [...SECOND.filledBy, { except: OLD.code }] },
    ...OTHERS,
  ],
  targets: [
    {
      ...{ indicator: FIRST.code, level: null, agency: null, raw: '5 – 10', operator: 'between' },
      ...{ value: 5, to: 10, scope: 'each', assess: 'every-period', confirmed: true },
    },
    ...BASE.targets.filter(({ indicator }) => indicator !== FIRST.code),
  ],
  forms: [
    { ...BUILTIN_FORMS[0], totals: 'no', rows: BUILTIN_FORMS[0].rows.map((row) => ({ ...row })) },
  ],
  successions: [{ from: OLD.code, to: NEW.code, kind: 'merge', date: '2024-07-01' }],
  confirmations: [
    {
      ...{ table: 'Chỉ tiêu', code: FIRST.code, heading: 'Mức', question: '?', who: 'An' },
      day: '2024-03-04',
    },
  ],
  paths: [
    {
      ...{ period: '2024-03', table: 'indicators', code: FIRST.code, path: 'below', who: 'An' },
      ...{ day: '2024-04-02', at: '2024-04-02 08:00:00' },
    },
  ],
};
const tables = (plan = PLAN) => emptyWorkbook(writePlan(plan));

interface Place {
  sheet: string;
  field: Field<unknown>;
  row: number;
  column: number;
}

/** The first row of every table, cell by cell, and every line of Kế hoạch. */
const PLACES: Place[] = [
  ...[
    AGENCIES,
    INDICATORS,
    TARGETS,
    TASKS,
    ASSIGNMENTS,
    FORMS,
    SUCCESSIONS,
    CONFIRMATIONS,
    PATHS,
  ].flatMap(({ name, fields }) =>
    (Object.values(fields) as Field<unknown>[]).map((field, column) => ({
      ...{ sheet: name, field, row: 1, column },
    })),
  ),
  ...(Object.values(HOLIDAYS.fields) as Field<unknown>[]).map((field, column) => ({
    ...{ sheet: HOLIDAYS.name, field, row: 1, column },
  })),
  ...(Object.values(ITEMS.fields) as Field<unknown>[])
    .filter(({ isLater }) => !isLater)
    .map((field, at) => ({ sheet: ITEMS.name, field, row: at + 1, column: 1 })),
];
const named = (places: readonly Place[]) =>
  places.map((place) => [`${place.sheet}: ${place.field.heading}`, place] as const);

const SLIP = '?! /';
const cellOf = (text: string) => ({ text, value: text, sheet: '', cell: 'A1' });
const canBeBad = ({ field }: Place) => field.read(cellOf(SLIP), false) === undefined;

function spoilt({ sheet, row, column }: Place, value: string): Workbook {
  const workbook = tables();
  const found = findSheet(workbook, sheet)!;
  found.set(row, column, { ...found.cell(row, column), value });
  return workbook;
}

const faultsOf = (workbook: Workbook) =>
  readPlanTables(workbook).faults.map(({ finding: { code, sheet, cell, facts } }) => ({
    ...{ code, sheet, cell, facts },
  }));

it('is read as it was written, every choice of it', () => {
  expect(readPlan(tables())).toEqual({ ok: true, value: PLAN });
});

it.each(named(PLACES.filter(canBeBad)))('%s: what nobody can read is named there', (_, place) => {
  const { sheet, field, row, column } = place;
  expect(faultsOf(spoilt(place, SLIP))).toContainEqual({
    ...{ code: 'plan-fault-bad-cell', sheet, cell: cellName(row, column) },
    facts: { found: SLIP, expected: field.takes },
  });
});

const WRITTEN = tables();
const wordAt = ({ sheet, row, column }: Place) => findSheet(WRITTEN, sheet)!.value(row, column);
const WORDS = PLACES.filter(({ field }) => field.takes.includes(' / ')).filter((place) => {
  const word = wordAt(place);
  // A scale is digits.
  return typeof word === 'string' && !/^[\d.]+$/.test(word);
});

it.each(named(WORDS))('%s: any spelling of its word is that word', (_, place) => {
  const word = wordAt(place) as string;
  for (const spelt of [word.toUpperCase(), word.normalize('NFD'), ` ${word}  `])
    expect(readPlan(spoilt(place, spelt))).toEqual({ ok: true, value: PLAN });
});

it('has words in most tables, or the test above would say nothing', () => {
  expect(new Set(WORDS.map(({ sheet }) => sheet)).size).toBe(10);
});

describe('a row that is there twice', () => {
  const twice = (at: Partial<Plan>, sheet: string) =>
    faultsOf(tables({ ...PLAN, ...at })).filter((one) => one.sheet === sheet);

  it('is found where its agency is once a code and once a name', () => {
    const [target] = PLAN.targets.slice(1);
    const agency = PLAN.agencies.at(-1)!;
    const rows = [agency.code, agency.name].map((one) => ({ ...target, agency: one, level: null }));
    expect(twice({ targets: rows }, 'Mức giao')).toEqual([
      {
        ...{ code: 'plan-fault-duplicate-code', sheet: 'Mức giao', cell: 'A3' },
        facts: { code: target.indicator, first: 'A2' },
      },
    ]);
  });

  it('is found of lines of Kế hoạch however their names are spelt', () => {
    const workbook = tables();
    const sheet = findSheet(workbook, 'Kế hoạch')!;
    sheet.put(20, 0, 'NĂM KẾ HOẠCH');
    sheet.put(20, 1, 2025);
    expect(faultsOf(workbook)).toContainEqual({
      ...{ code: 'plan-fault-duplicate-code', sheet: 'Kế hoạch', cell: 'A21' },
      facts: { code: 'NĂM KẾ HOẠCH', first: 'A8' },
    });
  });
});
