import { handedIn } from '../../test/handed-in';
import { smallPlan } from '../../test/small-plan';
import { BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import { parseStatIdentity, type StatForm } from '../domain/plan/stat-form';
import type { Observation } from '../domain/submission/submission';
import { isPlain, otherForms } from './plain-form';
import { provinceTables } from './province-tables';

const [base] = BUILTIN_FORMS;
const [first, second, third] = base.columns;
const identity = (text: string) => parseStatIdentity(text)!;

function withFormula(text: string): StatForm {
  const columns = [{ ...first, overTime: 'computed' as const }, second, third];
  return { ...base, columns, identities: [identity(`${first.code} = ${text}`)] };
}

it('the forms that come with the product are sums', () => {
  expect(BUILTIN_FORMS.filter((form) => !isPlain(form))).toEqual([]);
  expect(isPlain(withFormula(`${second.code} + ${third.code}`))).toBe(true);
});

it.each<[string, StatForm]>([
  ['a list', { ...base, lines: 10 }],
  ['a difference', withFormula(`${second.code} - ${third.code}`)],
  ['a quotient', withFormula(`100 * ${second.code} / ${third.code}`)],
  ['words', { ...base, columns: [first, { ...second, typed: 'text' }] }],
  ['a row of its own time', { ...base, rows: [{ ...base.rows[0], overTime: 'stock' }] }],
])('%s is more than the tables can total', (_what, form) => {
  expect(isPlain(form)).toBe(false);
});

it('of such a form the figures are there, its words and its totals are not', () => {
  const form: StatForm = {
    ...{ ...base, code: 'DS', columns: [first, { ...second, typed: 'text' }] },
    ...{ identities: [], rows: base.rows.slice(0, 1), filledBy: [{ level: 'tinh' }] },
  };
  const plan = { ...smallPlan('tra-vinh-2024', ['SNV']), forms: [form] };
  const cell = { of: 'form', code: 'DS', row: form.rows[0].key, sheet: 'S', state: 'ok' };
  const observations = [
    { ...cell, measure: first.code, value: 7, raw: '7', cell: 'C5' },
    { ...cell, measure: second.code, value: 'Trần Thị Bưởi', raw: 'Trần Thị Bưởi', cell: 'D5' },
  ] as Observation[];
  const submissions = [handedIn('SNV', '2024-01', { observations })];
  const tables = [...provinceTables({ plan, submissions, signed: [] })];
  const rowsOf = (name: string) =>
    tables
      .filter(({ table }) => table === name)
      .flatMap(({ rows }) => rows)
      .filter(({ of }) => of === 'form');
  expect(rowsOf('figures').map(({ form_column, raw }) => [form_column, raw])).toEqual([
    [first.code, '7'],
  ]);
  expect([rowsOf('consolidated'), rowsOf('asked')]).toEqual([[], []]);
  expect(otherForms(plan)).toEqual(['DS']);
});
