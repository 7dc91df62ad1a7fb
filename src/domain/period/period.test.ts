import { builtinPlan } from '../plan/builtin';
import { consolidablePeriods, cutOff, dueDateOf, scheduledPeriods } from '../plan/plan';
import { addDays } from '../../text/date';
import {
  endsWith,
  parsePeriod,
  periodLabel,
  periodOf,
  previousPeriod,
  readPeriodLabel,
  tiles,
} from './period';
import { dueDate, windowOf } from './window';

const ALL = ['2024-01', '2024-12', '2024-Q1', '2024-Q4', '2024-H1', '2024-H2', '2024-9M', '2024'];

describe('periods', () => {
  it.each(ALL)('%s is of the grammar and reads back from its label', (id) => {
    expect(parsePeriod(id)!.id).toBe(id);
    expect(readPeriodLabel(periodLabel(periodOf(id)))!.id).toBe(id);
  });

  it.each([
    '2024-13',
    '2024-00',
    '2024-3',
    '2024-Q5',
    '2024-H3',
    '2024-6M',
    '24',
    '2024-q1',
    ' 2024',
    '2024-03-01',
    '',
  ])('%s is not', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it.each([
    ['Tháng 03/2024', '2024-03'],
    ['tháng 3 năm 2024', '2024-03'],
    ['Quí I/2024', '2024-Q1'],
    ['quý 4 năm 2024', '2024-Q4'],
    ['9 tháng năm 2024', '2024-9M'],
  ])('%s is read as %s', (label, id) => {
    expect(readPeriodLabel(label)!.id).toBe(id);
  });

  it.each(['tháng 13/2024', 'quý V/2024', 'tháng 3'])('%s is not read', (label) => {
    expect(readPeriodLabel(label)).toBeNull();
  });

  it.each([
    ['2024-03', '2024-02-15', '2024-03-14'],
    ['2024-01', '2023-12-15', '2024-01-14'],
    ['2024-Q1', '2023-12-15', '2024-03-14'],
    ['2024-Q4', '2024-09-15', '2024-12-14'],
    ['2024-H1', '2023-12-15', '2024-06-14'],
    ['2024-H2', '2024-06-15', '2024-12-14'],
    ['2024-9M', '2023-12-15', '2024-09-14'],
    ['2024', '2023-12-15', '2024-12-14'],
  ])('%s runs from %s to %s (Nghị định 09/2019/NĐ-CP)', (id, from, to) => {
    expect(windowOf(periodOf(id), 'nd09')).toEqual({ from, to });
  });

  it.each(ALL)('the months of %s tile its window', (id) => {
    const period = periodOf(id);
    for (const rule of ['nd09', 'calendar'] as const) {
      const windows = tiles(period, 'month')!.map((month) => windowOf(month, rule));
      expect({ from: windows[0].from, to: windows.at(-1)!.to }).toEqual(windowOf(period, rule));
      windows.slice(1).forEach((window, i) => expect(window.from).toBe(addDays(windows[i].to, 1)));
    }
  });

  it('a quarterly plan tiles no month, but nine months and the year', () => {
    expect(tiles(periodOf('2024-03'), 'quarter')).toBeNull();
    expect(tiles(periodOf('2024-9M'), 'quarter')!.map((part) => part.id)).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
    ]);
  });

  it.each([
    ['2024-01', '2023-12'],
    ['2024-03', '2024-02'],
    ['2024-Q1', '2023-Q4'],
    ['2024-H2', '2024-H1'],
    ['2024-9M', '2023-9M'],
    ['2024', '2023'],
  ])('before %s is %s', (id, before) => {
    expect(previousPeriod(periodOf(id)).id).toBe(before);
  });

  it('counts working days over Tết and weekends', () => {
    const plan = builtinPlan('tra-vinh-2024')!;
    const due = (id: string) => dueDateOf(plan, periodOf(id));
    expect(cutOff(plan, periodOf('2024-03'))).toBe('2024-03-14');
    expect(due('2024-03')).toBe('2024-03-18');
    expect(due('2024-01')).toBe('2024-01-16');
    expect(due('2024-02')).toBe('2024-02-16');
    // A Saturday worked instead of Monday 29/4 counts.
    expect(dueDate('2024-05-02', 2, plan.holidays)).toBe('2024-05-04');
  });

  it.each([
    ['2024-Q1', '2024-03', true],
    ['2024', '2024-Q4', true],
    ['2024-03', '2024-03', true],
    ['2024-03', '2024-Q1', false],
    ['2024-Q1', '2024-02', false],
    ['2023-Q1', '2024-03', false],
  ])('%s ends with %s: %p', (longer, shorter, does) => {
    expect(endsWith(periodOf(longer), periodOf(shorter))).toBe(does);
  });

  it('offers the periods of the schedule, and every period they tile', () => {
    const plan = builtinPlan('vinh-chap-2024')!;
    expect(scheduledPeriods(plan)).toHaveLength(12);
    expect(consolidablePeriods(plan)).toHaveLength(12 + 4 + 2 + 1 + 1);
  });
});
