import { builtinPlan } from '../../plan/builtin';
import type { Indicator, Plan, Target } from '../../plan/plan';
import { periodOf } from '../../period/period';
import { checkForm } from '../../check/check-form';
import { findAgency } from '../../plan/plan';
import { Form } from '../../../../test/forms';

/** Revenue, one figure in money, with the target one commune answers for. */
const AGENCY = 'MC';

function planWith(unit: string, target: Partial<Target>, more: Partial<Indicator> = {}): Plan {
  const plan = builtinPlan('vinh-chap-2024')!;
  const [first, ...others] = plan.indicators.filter(({ code }) =>
    new Form(plan, AGENCY, '2024-01').has(code),
  );
  const revenue: Indicator = {
    ...first,
    ...{
      name: 'Thu ngân sách',
      unit,
      kind: 'count',
      overTime: 'flow',
      partOfWhole: false,
      denominator: null,
    },
    numerator: { name: 'Thu ngân sách', unit },
    ...more,
  };
  const asked: Target = {
    ...{
      indicator: revenue.code,
      level: null,
      agency: AGENCY,
      raw: '',
      operator: '>=',
      value: 0,
      confirmed: true,
    },
    ...target,
  };
  return { ...plan, indicators: [revenue, ...others], targets: [asked] };
}

function foundIn(plan: Plan, value: number): object[] {
  const form = new Form(plan, AGENCY, '2024-01');
  const [{ code }] = plan.indicators;
  form.type(code, 'numerator', value);
  const { findings } = checkForm(
    form.workbook,
    plan,
    findAgency(plan, AGENCY)!,
    periodOf('2024-01'),
    '',
  );
  return findings.filter((one) => one.code === 'amount-in-other-unit').map(({ facts }) => facts);
}

const dong = planWith('đồng', { value: 27_000_000_000 });
const millions = planWith('triệu đồng', { value: 27_000 });

it.each<[string, Plan, number, number]>([
  ['millions where đồng are asked', dong, 2_250, 27_000_000_000],
  ['đồng where millions are asked', millions, 2_250_000_000, 27_000],
  ['thousands of đồng where millions are asked', millions, 4_250_000, 27_000],
  ['billions where đồng are asked', dong, 2, 27_000_000_000],
  [
    'by the end of a range',
    planWith('triệu đồng', { operator: 'between', value: 20_000, to: 27_000 }),
    3e9,
    27_000,
  ],
])('%s is told by the agency’s own target', (_, plan, value, target) => {
  expect(foundIn(plan, value)).toEqual([
    { value, unit: plan.indicators[0].unit, target, beside: null },
  ]);
});

it.each<[string, Plan, number]>([
  ['what a month brings', dong, 2_250_000_000],
  ['a slow beginning', dong, 2_000_000],
  ['more than was asked', millions, 60_000],
  ['nothing', dong, 0],
  ['the target of all together', planWith('đồng', { agency: null, value: 27_000_000_000 }), 2_250],
  ['no money', planWith('hồ sơ', { value: 27_000 }), 2_250_000_000],
])('%s is not asked about', (_, plan, value) => {
  expect(foundIn(plan, value)).toEqual([]);
});
