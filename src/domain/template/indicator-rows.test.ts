import { periodOf } from '../period/period';
import { builtinPlan } from '../plan/builtin';
import { findAgency, type Indicator, type Plan } from '../plan/plan';
import { makeForm } from './form';
import { INDICATOR_COLUMNS, INDICATOR_FORM } from './columns';

const column = (key: string) => INDICATOR_COLUMNS.findIndex((one) => one.key === key);

/**
 * The row of one indicator in a form of its own: the hint of its first figure and the formula of
 * its check.
 */
function rowOf(changes: Partial<Indicator>): { hint: string; check: string } {
  const whole = builtinPlan('vinh-chap-2024')!;
  const indicator: Indicator = { ...whole.indicators[0], ...changes };
  const plan: Plan = { ...whole, indicators: [indicator], tasks: [], forms: [] };
  const agency =
    findAgency(plan, (indicator.filledBy[0] as { agency: string }).agency) ?? plan.agencies[0];
  const form = makeForm({ plan, agency, period: periodOf('2024-03'), previous: null });
  const sheet = form.sheets.find(({ name }) => name === INDICATOR_FORM)!;
  const [row] = [...sheet.rows].find(
    ([, cells]) => cells.get(column('code'))?.value === indicator.code,
  )!;
  const own = sheet.validations.find(
    ({ area }) =>
      area.top === row && area.left === column(indicator.denominator ? 'numerator' : 'ratio'),
  )!;
  return { hint: own.error!.text, check: sheet.cell(row, column('check'))!.formula! };
}

describe('the row of an indicator in a form', () => {
  const counted = { kind: 'count', denominator: null, partOfWhole: false } as const;

  it('asks for whole numbers of things that are counted, as the check does', () => {
    const { hint, check } = rowOf({
      ...counted,
      numerator: { name: 'Số văn bản', unit: 'văn bản' },
    });
    expect(hint).toContain('số nguyên không âm');
    expect(check).toContain('Cần số nguyên');
  });

  it('takes a fraction of what is measured', () => {
    const { hint, check } = rowOf({
      ...counted,
      numerator: { name: 'Số tiền', unit: 'triệu đồng' },
    });
    expect(hint).toContain('ghi số không âm');
    expect(check).not.toContain('Cần số nguyên');
  });
});
