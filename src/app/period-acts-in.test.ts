import { signedFigures, writeSigned } from '../domain/consolidation/signed-figures';
import { consolidate } from '../domain/consolidation/consolidate';
import { builtinPlan } from '../domain/plan/builtin';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { periodActsIn } from './period-acts-in';

const plan = builtinPlan('vinh-chap-2024')!;
const kinds = (...names: string[]) =>
  periodActsIn(emptyWorkbook(names.map((name) => new Sheet(name)))).map(
    ({ kind, period }) => `${kind} ${period}`,
  );

it.each(['Khóa học 2024', 'Khóa tập huấn 2024-03', 'Khóa 2024', 'Khóa sổ 2024 (2)'])(
  'a sheet “%s” is no lock',
  (name) => {
    expect(kinds(name)).toEqual([]);
  },
);

it.each([
  'Khóa Chỉ tiêu 2024-03',
  'KHÓA CHỈ TIÊU 2024-03',
  'Khóa Nhiệm vụ 2024-03',
  'Khóa Nộp báo cáo 2024-03',
])('the table “%s” is one', (name) => {
  expect(kinds(name)).toEqual(['locked 2024-03']);
});

it('a number of a lock that nobody can have reached is not believed', () => {
  const options = { acceptIncomplete: false, asOf: null };
  const [figure] = signedFigures(consolidate(plan, [], '2024-03', options), 2_000_000_000);
  const acts = periodActsIn(emptyWorkbook([writeSigned([figure])]));
  expect(acts.length).toBeGreaterThan(0);
  expect(acts.length).toBeLessThan(1000);
});
