import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignedIndicators, assignedTasks } from '../template/form';
import { builtinPlan } from './builtin';
import { periodOf } from '../period/period';
import { reportingAgencies } from './plan';

const traVinh = builtinPlan('tra-vinh-2024')!;
const vinhChap = builtinPlan('vinh-chap-2024')!;

describe('the built-in plans count what the decisions say', () => {
  it('Trà Vinh: 7 indicators, 14 tasks, 19 departments, 9 districts, 104 communes', () => {
    const count = (level: string) => traVinh.agencies.filter((agency) => agency.level === level).length;
    expect([traVinh.indicators.length, traVinh.tasks.length]).toEqual([7, 14]);
    expect([count('tinh'), count('huyen'), count('xa')]).toEqual([19, 9, 104]);
    expect(reportingAgencies(traVinh, periodOf('2024-03'))).toHaveLength(132);
    expect(traVinh.schedule).toEqual({
      kinds: ['month', 'quarter', 'year'],
      window: 'nd09',
      dueAfter: 2,
      from: '2024-01',
    });
  });

  it('Vĩnh Chấp: 17 indicators (NQ01-6 is only a heading), 9 tasks', () => {
    expect([vinhChap.indicators.length, vinhChap.tasks.length]).toEqual([17, 9]);
    expect(vinhChap.indicators.map((indicator) => indicator.code)).not.toContain('NQ01-6');
    expect(vinhChap.indicators.find((indicator) => indicator.code === 'NQ02-5')!.sameAs).toBe('NQ01-5');
    expect(vinhChap.targets.filter((target) => !target.confirmed).map((target) => target.indicator)).toEqual([
      'NQ01-6.1',
    ]);
  });

  it('task 3 of Trà Vinh is for departments only; a commune gets the other 13', () => {
    const commune = traVinh.agencies.find((agency) => agency.level === 'xa')!;
    expect(assignedIndicators(traVinh, commune)).toHaveLength(7);
    expect(assignedTasks(traVinh, commune).map((task) => task.code)).not.toContain('T3');
    expect(assignedTasks(traVinh, commune)).toHaveLength(13);
  });

  it('every row is filled by somebody, and codes are unique', () => {
    for (const plan of [traVinh, vinhChap]) {
      const rows = [...plan.indicators, ...plan.tasks];
      expect(rows.filter((row) => row.filledBy.length === 0)).toEqual([]);
      expect(new Set(plan.agencies.map((agency) => agency.code)).size).toBe(plan.agencies.length);
      expect(plan.targets).toHaveLength(plan.indicators.length);
    }
  });
});

const seeds = join(__dirname, '../../../../shared/domain');
const withSeeds = existsSync(seeds) ? describe : describe.skip;

/** Only where the extracted decisions lie beside the project: every text must be the decision's own, to the letter. */
withSeeds('texts are verbatim from the extracted decisions', () => {
  it.each([
    ['000', traVinh],
    ['003', vinhChap],
  ])('seed %s', (seed, plan) => {
    const source = JSON.parse(readFileSync(join(seeds, `seed-${seed}.json`), 'utf8'));
    const byId = new Map<string, { text: string; target_raw?: string }>();
    for (const row of [...source.tasks, ...source.indicators]) byId.set(row.id, row);
    for (const task of plan.tasks) expect(task.text).toBe(byId.get(`${seed}-${task.code}`)!.text);
    for (const indicator of plan.indicators) expect(indicator.name).toBe(byId.get(`${seed}-${indicator.code}`)!.text);
    for (const target of plan.targets) expect(target.raw).toBe(byId.get(`${seed}-${target.indicator}`)!.target_raw);
  });
});
