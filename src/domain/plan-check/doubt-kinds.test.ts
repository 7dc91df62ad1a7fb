import { builtinPlan } from '../plan/builtin';
import { writePlan } from '../plan/plan-tables';
import { emptyWorkbook } from '../../workbook/workbook';
import { checkPlanTables, doubtsOf } from './check-plan';
import { countKinds, kindOf } from './doubt-kinds';

describe('what is found in a plan, by what is to be done about it', () => {
  it.each([
    ['tra-vinh-2024', { fault: 0, confirm: 8, review: 12, note: 0 }],
    ['tra-cu-2023', { fault: 0, confirm: 14, review: 17, note: 3 }],
    ['vinh-long-2023', { fault: 0, confirm: 12, review: 36, note: 26 }],
    ['cchc-mau-2026', { fault: 0, confirm: 0, review: 0, note: 0 }],
  ])('of %s is one count, from the plan and from its workbook', (id, counts) => {
    const plan = builtinPlan(id)!;
    expect(countKinds(doubtsOf(plan))).toEqual(counts);
    const { found } = checkPlanTables(emptyWorkbook(writePlan(plan)));
    expect(countKinds(found.map(({ finding }) => finding))).toEqual(counts);
  });

  it('an error of the decision is reviewed, an error a yes settles is confirmed', () => {
    expect(kindOf({ code: 'plan-deadline-year', severity: 'error' })).toBe('review');
    expect(kindOf({ code: 'plan-operator-contradicts', severity: 'error' })).toBe('confirm');
    expect(kindOf({ code: 'plan-definition-proposed', severity: 'fixed' })).toBe('confirm');
    expect(kindOf({ code: 'plan-repeated-word', severity: 'fixed' })).toBe('note');
    expect(kindOf({ code: 'plan-fault-empty', severity: 'error' })).toBe('fault');
  });
});
