import { handedIn } from '../../test/handed-in';
import { smallPlan } from '../../test/small-plan';
import { periodOf } from '../domain/period/period';
import { PATH_HEADING } from '../domain/plan/two-paths';
import type { Observation, Submission } from '../domain/submission/submission';
import { pathsAsked } from './paths-asked';

const whole = smallPlan('tra-vinh-2024', ['849', '29461', '29491']);
const [{ code }] = whole.indicators;
const plan = {
  ...whole,
  agencies: whole.agencies.map((one) => (one.level === 'xa' ? { ...one, parent: '849' } : one)),
  confirmations: [],
};
const Q1 = periodOf('2024-Q1');
const MARCH = '2024-03';

const told = (
  agency: string,
  state: Observation['state'] = 'ok',
  period = MARCH,
  origin?: Submission['origin'],
) =>
  handedIn(agency, period, {
    ...(origin ? { origin } : {}),
    observations: [
      {
        ...{ of: 'indicator', code, measure: 'numerator', value: 9, raw: '9' },
        ...{ sheet: 'Biểu chỉ tiêu', cell: 'H9', state },
      },
    ],
  });
interface Asked {
  locked?: string[];
  own?: typeof plan;
  period?: typeof Q1;
}
const asked = (
  ledger: ReturnType<typeof told>[],
  { locked = [], own = plan, period = Q1 }: Asked = {},
) =>
  pathsAsked({ plan: own, ledger, locked: new Set(locked) }, period).map((one) => [
    one.code,
    ...one.above.map((above) => [above.code, ...one.below.get(above.code)!.map((low) => low.code)]),
  ]);

it('a path is asked about once an agency and one under it have both told the row', () => {
  expect(asked([])).toEqual([]);
  expect(asked([told('849')])).toEqual([]);
  expect(asked([told('29461'), told('29491')])).toEqual([]);
  expect(asked([told('849', 'withheld'), told('29461')])).toEqual([]);
  // Not those under it that have told nothing.
  expect(asked([told('849'), told('29461')])).toEqual([[code, ['849', '29461']]]);
});

it('it is not asked where they told different months: nothing counts twice', () => {
  const january = told('849', 'ok', '2024-01');
  expect(asked([january, told('29461')])).toEqual([]);
  expect(asked([january, told('29461', 'ok', '2024-01')])).toEqual([[code, ['849', '29461']]]);
  // Chosen for the month that both told, the others are nobody's question.
  const chosen = { period: MARCH, table: 'indicators', code, path: 'above' } as const;
  const own = { ...plan, paths: [{ ...chosen, who: 'An', day: null, at: '' }] };
  expect(asked([told('849'), told('29461')], { own })).toEqual([]);
  const both = [january, told('29461', 'ok', '2024-01')];
  expect(asked([told('849'), told('29461'), ...both], { own })).toHaveLength(1);
});

it('it is asked where both told a whole quarter, or one told it whole and the other by months', () => {
  const whole = (agency: string, id = '2024-Q1') => told(agency, 'ok', id, 'opening');
  const both = [[code, ['849', '29461']]];
  expect(asked([whole('849')])).toEqual([]);
  expect(asked([whole('849'), whole('29461')])).toEqual(both);
  expect(asked([whole('849'), told('29461', 'ok', '2024-02')])).toEqual(both);
  expect(asked([told('849', 'ok', '2024-02'), whole('29461')])).toEqual(both);
  expect(asked([whole('849', '2024-Q2'), whole('29461')])).toEqual([]);
  // Of a month alone a whole quarter says nothing.
  expect(asked([whole('849'), whole('29461')], { period: periodOf(MARCH) })).toEqual([]);
  const year = [whole('849', '2024'), whole('29461')];
  expect(asked(year)).toEqual([]);
  expect(asked(year, { period: periodOf('2024') })).toEqual(both);
});

it('it is not asked where a month is locked, or where a person confirmed that each tells its own', () => {
  const both = [told('849'), told('29461')];
  expect(asked(both, { locked: ['2024-02'] })).toEqual([]);
  const confirmed = { table: 'Chỉ tiêu', code, heading: PATH_HEADING, who: 'An' };
  const own = { ...plan, confirmations: [{ ...confirmed }] } as unknown as typeof plan;
  expect(asked(both, { own })).toEqual([]);
});
