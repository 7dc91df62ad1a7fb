import { smallPlan } from '../../test/small-plan';
import type { Agency } from '../domain/agency/agency';
import { provinceTables } from './province-tables';

function rowOf(change: Partial<Agency>) {
  const small = smallPlan('tra-vinh-2024', ['SNV', '842']);
  const agencies = small.agencies.map((one) => (one.code === '842' ? { ...one, ...change } : one));
  const parts = [...provinceTables({ plan: { ...small, agencies }, submissions: [], signed: [] })];
  const { rows } = parts.find(({ table }) => table === 'agencies')!;
  return rows.find(({ agency }) => agency === (change.code ?? '842'))!;
}

it('an agency leaves with the identifier the register gives it, the last of those it had', () => {
  expect(rowOf({ identifiers: ['H59.3 (đến 30/6/2025)', 'H61.103 (từ 01/7/2025)'] })).toMatchObject(
    { identifier: 'H61.103' },
  );
});

it('a register without them has codes that are identifiers by their form, or none', () => {
  expect(rowOf({ code: 'H61.103' })).toMatchObject({ identifier: 'H61.103' });
  expect(rowOf({})).toMatchObject({ identifier: '' });
});
