import { MemoryWorkbook } from '../../test/memory-workbook';
import { checkPlanTables } from '../domain/plan-check/check-plan';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { emptyWorkbook } from '../workbook/workbook';
import { confirmDoubt } from './confirm-plan';

it.each([
  ['plan-scope-open', 'Phạm vi', { raw: 'Mỗi xã tối thiểu 05 hằng quý' }],
  ['plan-year-open', 'Cách đánh giá', { raw: 'Tối thiểu 05' }],
])('what a target leaves open is settled by who says so: %s', async (code, heading, change) => {
  const plan = builtinPlan('vinh-chap-2024')!;
  Object.assign(plan.indicators[0], {
    ...{ kind: 'count', overTime: 'flow', denominator: null, partOfWhole: false, unit: 'mô hình' },
    ...{ assess: 'every-period', deadline: null },
  });
  const said = { operator: '>=', value: 5, confirmed: false } as const;
  Object.assign(plan.targets[0], said, change);
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const open = (of: string) =>
    checkPlanTables(port.workbook).found.filter(
      ({ row, finding }) => row === plan.indicators[0].code && finding.code === of,
    );
  // A yes to the figure is none to what is open beside it.
  const [figure] = open('plan-target-unconfirmed');
  const who = { who: 'Bà Mẫu', day: '2024-03-04', question: '?' };
  await confirmDoubt(port, figure, who);
  expect(open('plan-target-unconfirmed')).toEqual([]);
  expect(open(code)).toHaveLength(1);
  await confirmDoubt(port, open(code)[0], who);
  expect(open(code)).toEqual([]);
  const { confirmations } = checkPlanTables(port.workbook).plan!;
  expect(confirmations.slice(-1)).toMatchObject([
    { table: 'Mức giao', code: plan.indicators[0].code, heading, who: 'Bà Mẫu' },
  ]);
});

it('that rates are added up all the same is said by somebody, and asked no more', async () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  Object.assign(plan.indicators[0], {
    ...{ kind: 'count', overTime: 'flow', denominator: null, partOfWhole: false },
    unit: 'tạ/ha',
  });
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const open = () =>
    checkPlanTables(port.workbook).found.filter(
      ({ finding }) => finding.code === 'plan-rate-added',
    );
  expect(open()).toHaveLength(1);
  expect(open()[0].finding).toMatchObject({ sheet: 'Chỉ tiêu', cell: expect.any(String) });
  await confirmDoubt(port, open()[0], { who: 'Bà Mẫu', day: '2024-03-04', question: '?' });
  expect(open()).toEqual([]);
});
