import { assignedIndicators } from './assigned';
import { checkForm } from '../check/check-form';
import { consolidate } from '../consolidation/consolidate';
import { periodOf } from '../period/period';
import { makeForm, templateOf } from '../template/form';
import { identify } from '../reading/identify';
import { makeCommonForm } from '../template/common-form';
import { builtinPlan } from './builtin';
import { BUILTIN_FORMS } from './builtin-forms';
import { findAgency, type Plan } from './plan';
import { planFor } from './plan-for';

const base = builtinPlan('tra-vinh-2024')!;

/**
 * From 01/7/2024: K01's target rises to 90, K99 is new, K02 ends with June, T6b falls due each
 * quarter.
 */
function adjusted(): Plan {
  const [k01, k02] = [base.indicators[0], base.indicators[1]];
  const task = base.tasks.find(({ code }) => code === 'T6b')!;
  const target = base.targets.find(({ indicator }) => indicator === k01.code)!;
  return {
    ...base,
    indicators: [
      ...base.indicators.map((one) => (one === k02 ? { ...one, until: '2024-06-30' } : one)),
      { ...k01, overTime: 'flow', code: 'K99', name: 'Chỉ tiêu bổ sung', from: '2024-07-01' },
    ],
    targets: [...base.targets, { ...target, raw: 'tối thiểu 90%', value: 90, from: '2024-07-01' }],
    tasks: [
      ...base.tasks,
      { ...task, from: '2024-07-01', deadline: { kind: 'recurring', every: 'quarter' } },
    ],
  };
}

const plan = adjusted();
const codes = (period: string) =>
  planFor(plan, periodOf(period)).indicators.map(({ code }) => code);

describe('a plan adjusted in mid-year', () => {
  it('asks in each period what stands at its cut-off', () => {
    const before = base.indicators.map(({ code }) => code);
    expect(codes('2024-06')).toEqual(before);
    expect(codes('2024-07')).toEqual([...before.filter((code) => code !== 'K02'), 'K99']);
    // The year has both: what ended counts its months, what began counts from its own.
    expect(codes('2024')).toEqual([...before, 'K99']);
    expect(planFor(base, periodOf('2024'))).toBe(base);
  });

  it('is one plan for a period, so that what is prepared of it is prepared once', () => {
    const plan = adjusted();
    const [june, july] = ['2024-06', '2024-07'].map(periodOf);
    expect(planFor(plan, july)).toBe(planFor(plan, periodOf('2024-07')));
    expect(planFor(plan, june)).not.toEqual(planFor(plan, july));
    expect(planFor(adjusted(), july)).toEqual(planFor(plan, july));
  });

  it('judges by the target of the day, and takes a task by its last version', () => {
    const target = (period: string) =>
      planFor(plan, periodOf(period))
        .targets.filter(({ indicator }) => indicator === 'K01')
        .map(({ value }) => value);
    expect([target('2024-06'), target('2024-07'), target('2024')]).toEqual([[100], [90], [90]]);
    const every = (period: string) =>
      planFor(plan, periodOf(period))
        .tasks.filter(({ code }) => code === 'T6b')
        .map(({ deadline }) => deadline);
    expect(every('2024-06')).toEqual([{ kind: 'recurring', every: 'month' }]);
    expect(every('2024-09')).toEqual([{ kind: 'recurring', every: 'quarter' }]);
  });

  it('expects a new row from its first period on, and of an ended one its last', () => {
    const { indicators } = consolidate(plan, [], '2024', { acceptIncomplete: false, asOf: null });
    const months = (code: string) => {
      const owed = Object.values(indicators.find((one) => one.code === code)!.missingMonths);
      return [...new Set(owed.flat())].sort();
    };
    // K02 is a figure at the period's end: its last one.
    expect(months('K02')).toEqual(['2024-06']);
    expect([months('K99')[0], months('K99').at(-1)]).toEqual(['2024-07', '2024-12']);
  });

  it('a form that was out before the adjustment is accepted, and what it does not ask is said', () => {
    const agency = findAgency(plan, 'SNV')!;
    const period = periodOf('2024-07');
    const old = makeForm({ plan: base, agency, period, previous: null });
    const check = (template: string) =>
      checkForm(old, plan, agency, period, template).findings.map(({ code }) => code);
    const found = check(templateOf(base, agency));
    expect(found).toContain('form-before-adjustment');
    expect(found).not.toContain('row-missing');
    // Nothing was filled in it, which is said before.
    const { findings } = checkForm(old, plan, agency, period, templateOf(base, agency));
    const said = findings.find(({ code }) => code === 'form-before-adjustment');
    expect(said).toMatchObject({
      severity: 'warning',
      facts: { adjusted: '2024-07-01', rows: 'K99' },
    });
    // A form of this plan from which somebody deleted the row is another thing.
    expect(check('00000000')).toContain('row-missing');
    expect(assignedIndicators(planFor(plan, period), agency).map(({ code }) => code)).toContain(
      'K99',
    );
  });

  it('each month is owed by whom the version of the time was given to', () => {
    const flow = { ...base.indicators[0], overTime: 'flow' as const };
    const given: Plan = {
      ...base,
      indicators: [
        { ...flow, filledBy: [{ agency: 'SNV' }] },
        { ...flow, filledBy: [{ agency: 'STP' }], from: '2024-02-20' },
      ],
    };
    const { indicators } = consolidate(given, [], '2024-Q1', {
      acceptIncomplete: false,
      asOf: null,
    });
    expect(indicators[0].missingMonths).toEqual({ SNV: ['2024-01', '2024-02'], STP: ['2024-03'] });
  });

  it('a common form that was out before is accepted too, and forms that began or ended are named', () => {
    const later: Plan = {
      ...base,
      forms: [
        { ...BUILTIN_FORMS[0], from: '2024-07-01' },
        { ...BUILTIN_FORMS[1], until: '2024-06-30' },
      ],
    };
    const period = periodOf('2024-07');
    const before: Plan = { ...base, forms: [BUILTIN_FORMS[1]] };
    const agency = findAgency(later, 'SNV')!;
    const common = makeCommonForm(before, period);
    common.sheets[0].put(2, 2, 'SNV – Sở Nội vụ');
    for (const form of [makeForm({ plan: before, agency, period, previous: null }), common]) {
      const { template, agency: found } = identify(form, later, 'x.xlsx', null);
      expect(found?.code).toBe('SNV');
      const { findings } = checkForm(form, later, agency, period, template);
      expect(findings.map(({ code }) => code)).not.toContain('sheet-missing');
      expect(findings.find(({ severity }) => severity === 'warning')).toMatchObject({
        code: 'form-before-adjustment',
        severity: 'warning',
        facts: { adjusted: '2024-07-01', rows: 'biểu II.06a', dropped: 'biểu TTHC' },
      });
    }
  });
});
