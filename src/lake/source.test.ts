import { handedIn } from '../../test/handed-in';
import { smallPlan } from '../../test/small-plan';
import type { Agency } from '../domain/agency/agency';
import type { Plan } from '../domain/plan/plan';
import type { Submission } from '../domain/submission/submission';
import { joined, withoutNames } from './source';

const plan = smallPlan('tra-vinh-2024', ['SNV', '842']);
const province = (own: Plan, ...submissions: Submission[]) => ({
  plan: own,
  submissions,
  signed: [],
});
const known = province(plan, handedIn('842', '2024-01'));

function withAgency(change: Partial<Agency>): Plan {
  const agencies = plan.agencies.map((one) => (one.code === '842' ? { ...one, ...change } : one));
  return { ...plan, agencies };
}

const refusal = (code: string, facts: object) =>
  expect.objectContaining({
    refusal: { code, facts: expect.objectContaining({ plan: plan.id, ...facts }) as unknown },
  });

it('two registers that say different things of one agency are refused by its code and column', () => {
  const before = { ...known, plan: withAgency({ validTo: '2024-06-30', successor: 'SNV' }) };
  const later = province(withAgency({ validTo: '2024-08-31', successor: 'SNV' }));
  expect(() => joined(before, later)).toThrow(
    refusal('lake-registers-contradict', {
      ...{ agency: '842', column: 'Hiệu lực đến', before: '2024-06-30', now: '2024-08-31' },
    }),
  );
  // Whoever gives the plan itself says which of the two holds.
  expect(joined(before, later, true).plan).toBe(later.plan);
});

it('what one register leaves open another may tell', () => {
  const open = { ...known, plan: withAgency({ validTo: null, successor: null }) };
  const later = province(withAgency({ validTo: '2024-08-31', successor: 'SNV' }));
  expect(joined(open, later).plan).toBe(later.plan);
});

it('an agency that has handed in does not go from the register unsaid', () => {
  const agencies = plan.agencies.filter(({ code }) => code !== '842');
  expect(() => joined(known, province({ ...plan, agencies }), true)).toThrow(
    refusal('lake-agency-gone', { agency: '842', submissions: 1 }),
  );
});

it('two provinces, or two years, that call their plan the same are told apart by its issuer and year', () => {
  const of = (change: Partial<Plan>) => () => joined(known, province({ ...plan, ...change }));
  expect(of({ issuer: 'Ủy ban nhân dân tỉnh khác' })).toThrow(
    refusal('lake-plans-differ', { now: `Ủy ban nhân dân tỉnh khác, ${plan.year}` }),
  );
  expect(of({ year: plan.year + 1 })).toThrow(refusal('lake-plans-differ', {}));
});

it('no name of a person is left, wherever one may stand', () => {
  const who = 'Trần Thị Bưởi';
  const of = { who, day: null };
  const named: Plan = {
    ...withAgency({ contact: { person: who, phone: '0912345678', email: 'buoi@example.vn' } }),
    confirmations: [{ table: 'T', code: 'K07', heading: 'H', question: '?', ...of }],
    paths: [{ period: '2024-01', table: 'indicators', code: 'K07', path: 'above', at: '', ...of }],
  };
  const grounds = { reason: 'nhập hộ', document: '', who };
  const explanation = { cell: 'A1', code: 'x', label: '', text: 'vì', who, sheet: 'S' };
  const submission = handedIn('842', '2024-01', {
    ...{ grounds, explanations: [explanation], receivedBy: who },
    decision: { kind: 'return', at: '', ...grounds } as unknown as Submission['decision'],
    findings: [{ code: 'x', reason: { text: 'vì', who } }] as unknown as Submission['findings'],
  });
  const left = withoutNames(province(named, submission));
  expect(JSON.stringify(left)).not.toMatch(/Bưởi|0912345678|buoi@/);
  expect(left.submissions[0].grounds?.reason).toBe('nhập hộ');
  expect(left.plan.paths?.[0].path).toBe('above');
});
