import { Form } from '../../../test/forms';
import { checkForm } from '../check/check-form';
import { identify } from '../reading/identify';
import { periodOf } from '../period/period';
import { BUILTIN_PLANS } from '../plan/builtin';
import { reportingAgencies, scheduledPeriods } from '../plan/plan';
import { findSheet } from '../../workbook/workbook';
import { planInForm } from './form-plan';

describe('the part of the plan a form carries', () => {
  it.each(BUILTIN_PLANS.map((plan) => [plan.id, plan] as const))(
    '%s: checks the form as the province does',
    (_, plan) => {
      const [period] = scheduledPeriods(plan);
      for (const agency of reportingAgencies(plan, period).slice(0, 3)) {
        const form = new Form(plan, agency.code, period.id).fill();
        const carried = planInForm(form.workbook)!;
        expect(carried.agencies.map(({ code }) => code)).toContain(agency.code);
        const of = (own: typeof plan) => {
          const { agency: found, template } = identify(form.workbook, own, form.fileName, null);
          const { inputs, ...checked } = checkForm(
            form.workbook,
            own,
            found!,
            periodOf(period.id),
            template,
          );
          return { ...checked, inputs: inputs() };
        };
        expect(of(carried)).toEqual(of(plan));
      }
    },
  );

  it('is not there in another workbook, nor where it was damaged', () => {
    const form = Form.of('MC', '2024-03', 'vinh-chap-2024');
    const meta = findSheet(form.workbook, '_TongHop')!;
    meta.put(60, 0, String(meta.value(60, 0)).slice(0, 500));
    expect(planInForm(form.workbook)).toBeNull();
    meta.clear(60, 0);
    expect(planInForm(form.workbook)).toBeNull();
  });
});
