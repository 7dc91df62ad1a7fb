import { handedIn } from '../../test/handed-in';
import { smallPlan } from '../../test/small-plan';
import type { Submission } from '../domain/submission/submission';
import { provinceTables } from './province-tables';
import type { Row } from './tables';

const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);

function entered(agency: string, period: string): Submission {
  const figure = { of: 'indicator', code: 'K07', raw: '', sheet: 'S', cell: 'A1', state: 'ok' };
  const observations = [
    { ...figure, measure: 'numerator', value: 30 },
    { ...figure, measure: 'denominator', value: 40 },
  ] as Submission['observations'];
  return handedIn(agency, period, { file: 'số cũ.xlsx', observations, origin: 'opening' });
}

it('a whole quarter of one agency stands among the months of another, each asked as it tells', () => {
  const submissions = [entered('SNV', '2023-Q4'), entered('842', '2023-11')];
  const rows = [...provinceTables({ plan, submissions, signed: [] })].flatMap(
    ({ table, rows: own }) => own.map((row): Row => ({ ...row, table })),
  );
  const [{ variant }] = rows.filter(
    ({ table, period, code, base }) =>
      table === 'spans' && period === '2024-Q1' && code === 'K07' && base === '2023-Q4',
  );
  const expected = rows.filter(
    (row) => row.table === 'expected' && row.code === 'K07' && row.variant === variant,
  );
  expect(expected.map(({ agency, base }) => `${agency} ${base}`).sort()).toEqual([
    '842 2023-10',
    '842 2023-11',
    '842 2023-12',
    'SNV 2023-Q4',
  ]);
});

it('a quarter told as a whole stands for its three months in n/N, of the province and of each level', () => {
  const submissions = [entered('SNV', '2024-Q1'), entered('842', '2024-Q1')];
  const told = [...provinceTables({ plan, submissions, signed: [] })]
    .filter(({ table }) => table === 'consolidated')
    .flatMap(({ rows }) => rows)
    .filter((row) => row.period === '2024-Q1' && row.code === 'K07');
  expect(told.map(({ level, expected, reported }) => [level, expected, reported])).toEqual([
    ['', 6, 6],
    ['huyen', 3, 3],
    ['tinh', 3, 3],
  ]);
});
