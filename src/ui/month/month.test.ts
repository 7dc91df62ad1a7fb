import { emptyWorkbook } from '../../workbook/workbook';
import { handedIn } from '../../../test/handed-in';
import { builtinPlan } from '../../domain/plan/builtin';
import { writePlan } from '../../domain/plan/plan-tables';
import { readDesk, type Desk } from '../../app/desk';
import type { PeriodAct } from '../../domain/ledger/period-states';
import type { Submission } from '../../domain/submission/submission';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { monthOf, nextOf, workingPeriod } from './month';

const plan = builtinPlan('vinh-chap-2024')!;
let empty: Desk;
beforeAll(async () => {
  empty = await readDesk(new MemoryWorkbook(emptyWorkbook(writePlan(plan))));
});

const all = (period: string, more?: Partial<Submission>) =>
  plan.agencies.filter(({ reports }) => reports).map(({ code }) => handedIn(code, period, more));
const act = (kind: PeriodAct['kind'], period: string, at: string): PeriodAct => ({
  period,
  kind,
  who: '',
  at,
});
const locking = (...periods: string[]): Partial<Desk> => ({
  acts: periods.map((period) => act('locked', period, '2024-04-01 08:00:00')),
  locked: new Set(periods),
});

describe('the period the pane opens on', () => {
  it.each<[string, Partial<Desk>, string, string]>([
    ['nothing came: the first whose due date is ahead', {}, '2024-03-18', '2024-03'],
    ['nothing came, the day after', {}, '2024-03-19', '2024-04'],
    ['nothing came, before the year', {}, '2023-12-01', '2024-01'],
    ['nothing came, long after the year: from the beginning', {}, '2026-11-30', '2024-01'],
    [
      'the last anything came for',
      { ledger: [handedIn('VP', '2024-02')] },
      '2024-06-01',
      '2024-02',
    ],
    [
      'the one after it once that is locked',
      { ledger: [handedIn('VP', '2024-02')], ...locking('2024-02') },
      '2024-06-01',
      '2024-03',
    ],
    [
      'the last of the year, locked',
      { ledger: [handedIn('VP', '2024-12')], ...locking('2024-12') },
      '2025-02-01',
      '2024-12',
    ],
  ])('%s', (_what, changes, today, expected) => {
    expect(workingPeriod({ ...empty, ...changes }, today)).toBe(expected);
  });
});

describe('the next thing of a period', () => {
  const consolidated = { acts: [act('consolidated', '2024-03', '2024-03-19 08:00:00')] };
  const returned = { accepted: 'none', verdict: 'errors' } as const;
  const unread = {
    of: 'indicator',
    code: 'K',
    measure: 'value',
    value: null,
    raw: '3O',
    sheet: 's',
    cell: 'A1',
  } as const;
  it.each<[string, Partial<Desk>, object]>([
    ['nothing came', {}, { kind: 'issue' }],
    ['somebody is missing', { ledger: [handedIn('VP', '2024-03')] }, { kind: 'chase' }],
    [
      'something was returned',
      { ledger: [handedIn('VP', '2024-03', returned)] },
      { kind: 'settle', count: 1 },
    ],
    [
      'a cell nobody could read',
      {
        ledger: [handedIn('VP', '2024-03', { observations: [{ ...unread, state: 'undecided' }] })],
      },
      { kind: 'settle', count: 1 },
    ],
    ['all are in', { ledger: all('2024-03') }, { kind: 'consolidate' }],
    ['all are in and consolidated', { ledger: all('2024-03'), ...consolidated }, { kind: 'lock' }],
    [
      'something came after the tables were made',
      { ledger: all('2024-03', { run: '2024-03-20 08:00:00.000' }), ...consolidated },
      { kind: 'consolidate' },
    ],
    [
      'opened again after the tables were made',
      {
        ledger: all('2024-03'),
        acts: [...consolidated.acts, act('reopened', '2024-03', '2024-03-20 08:00:00')],
      },
      { kind: 'consolidate' },
    ],
    [
      'locked: the one after it',
      { ledger: all('2024-03'), ...locking('2024-03') },
      { kind: 'locked', after: { id: '2024-04' } },
    ],
  ])('%s', (_what, changes, expected) => {
    const desk = { ...empty, ...changes };
    expect(nextOf(monthOf(desk, '2024-03'), plan, { unplaced: 0, isIssued: false })).toMatchObject(
      expected,
    );
  });

  it('forms that were just issued are waited for; a file nobody could place comes first', () => {
    const month = monthOf(empty, '2024-03');
    expect(nextOf(month, plan, { unplaced: 0, isIssued: true }).kind).toBe('receive');
    expect(nextOf(month, plan, { unplaced: 1, isIssued: true })).toMatchObject({
      kind: 'settle',
      count: 1,
    });
  });

  it('of a quarter files come by its last month, and nothing waits for a locked one', () => {
    const month = monthOf(
      { ...empty, ledger: [handedIn('VP', '2024-03', returned)], ...locking('2024-03') },
      '2024-Q1',
    );
    expect([month.base.id, month.isBaseLocked, month.isLocked]).toEqual(['2024-03', true, false]);
    expect(nextOf(month, plan, { unplaced: 0, isIssued: false }).kind).toBe('consolidate');
  });
});
