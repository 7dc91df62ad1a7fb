import { assignedIndicators, assignedTasks } from './assigned';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { BUILTIN_PLANS, builtinPlan } from './builtin';
import { periodOf } from '../period/period';
import { governingBody, reportingAgencies, scheduledPeriods } from './plan';

const traVinh = builtinPlan('tra-vinh-2024')!;
const vinhLong = builtinPlan('vinh-long-2023')!;
const traCu = builtinPlan('tra-cu-2023')!;
const vinhChap = builtinPlan('vinh-chap-2024')!;
const haiDuong = builtinPlan('hai-duong-2024')!;

it('over an agency stands the committee, also where its chairman signed', () => {
  expect([traVinh, vinhLong, haiDuong].map(governingBody)).toEqual([
    'Ủy ban nhân dân tỉnh Trà Vinh',
    'Ủy ban nhân dân tỉnh Vĩnh Long',
    'Ủy ban nhân dân tỉnh Hải Dương',
  ]);
});

describe('the built-in plans count what the decisions say', () => {
  it('Trà Vinh: 7 indicators, 14 tasks, 19 departments, 9 districts, 104 communes', () => {
    const count = (level: string) =>
      traVinh.agencies.filter((agency) => agency.level === level).length;
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
    expect(vinhChap.indicators.find((indicator) => indicator.code === 'NQ02-5')!.sameAs).toBe(
      'NQ01-5',
    );
    expect(
      vinhChap.targets.filter((target) => !target.confirmed).map((target) => target.indicator),
    ).toEqual(['NQ01-6.1']);
  });

  it('task 3 of Trà Vinh is for departments only; a commune gets the other 13', () => {
    const commune = traVinh.agencies.find((agency) => agency.level === 'xa')!;
    expect(assignedIndicators(traVinh, commune)).toHaveLength(7);
    expect(assignedTasks(traVinh, commune).map((task) => task.code)).not.toContain('T3');
    expect(assignedTasks(traVinh, commune)).toHaveLength(13);
  });

  it('Vĩnh Long: 12 indicators of which two are counted from the 58 tasks; quarters, half-years, year', () => {
    expect([vinhLong.indicators.length, vinhLong.tasks.length]).toEqual([12, 58]);
    expect(
      vinhLong.indicators.filter(({ kind }) => kind === 'computed').map(({ code }) => code),
    ).toEqual(['K02', 'K03']);
    expect(scheduledPeriods(vinhLong).map(({ id }) => id)).toEqual([
      '2023-Q1',
      '2023-Q2',
      '2023-H1',
      '2023-Q3',
      '2023-Q4',
      '2023-H2',
      '2023',
    ]);
    expect(vinhLong.agencies.filter(({ level }) => level === 'huyen')).toHaveLength(8);
    expect(vinhLong.indicators.find(({ code }) => code === 'K12')!.overTime).toBe(
      'flow-of-constant',
    );
    expect(vinhLong.targets.filter(({ operator }) => operator === 'increase')).toHaveLength(8);
  });

  it('Trà Cú: 10 indicators, two with a target for each level; what its sentences leave open waits for the owner', () => {
    expect([traCu.indicators.length, traCu.tasks.length]).toEqual([10, 13]);
    const levels = traCu.targets.filter(({ level }) => level !== null);
    expect(levels.map(({ indicator, level, value }) => [indicator, level, value])).toEqual([
      ['K01', 'huyen', 60],
      ['K01', 'xa', 50],
      ['K02', 'huyen', 80],
      ['K02', 'xa', 60],
    ]);
    const open = traCu.targets
      .filter(({ confirmed }) => !confirmed)
      .map(({ indicator }) => indicator);
    expect([...new Set(open)]).toEqual(['K02', 'K05', 'K08']);
    expect([traCu.number, traCu.date]).toEqual(['/KH-UBND', null]);
    expect(traCu.agencies.filter(({ level }) => level === 'xa')).toHaveLength(17);
  });

  it('Hải Dương: 4 indicators, 8 tasks, November and December', () => {
    expect([haiDuong.indicators.length, haiDuong.tasks.length]).toEqual([4, 8]);
    expect(scheduledPeriods(haiDuong).map(({ id }) => id)).toEqual(['2024-11', '2024-12']);
    expect(haiDuong.agencies.filter(({ level }) => level === 'huyen')).toHaveLength(12);
  });

  it('every row is filled by somebody, and codes are unique', () => {
    for (const plan of BUILTIN_PLANS) {
      const rows = [...plan.indicators, ...plan.tasks];
      expect(rows.filter((row) => row.filledBy.length === 0)).toEqual([]);
      expect(new Set(plan.agencies.map((agency) => agency.code)).size).toBe(plan.agencies.length);
      const codes = [...plan.indicators, ...plan.tasks].map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(new Set(plan.targets.map(({ indicator }) => indicator)).size).toBe(
        plan.indicators.length,
      );
      const known = new Set(plan.agencies.map((agency) => agency.code));
      const named = rows.flatMap(({ filledBy }) =>
        filledBy.flatMap((one) => ('agency' in one ? [one.agency] : [])),
      );
      expect(named.filter((code) => !known.has(code))).toEqual([]);
    }
  });
});

const seeds = join(__dirname, '../../../../shared/domain');
const withSeeds = existsSync(seeds) ? describe : describe.skip;

/**
 * Only where the extracted decisions lie beside the project: every text must be the decision's own,
 * to the letter.
 */
withSeeds('texts are verbatim from the extracted decisions', () => {
  it.each([
    ['000', traVinh],
    ['001', vinhLong],
    ['002', traCu],
    ['003', vinhChap],
    ['004', haiDuong],
  ])('seed %s', (seed, plan) => {
    const source = JSON.parse(readFileSync(join(seeds, `seed-${seed}.json`), 'utf8'));
    const byId = new Map<
      string,
      { text: string; target_raw?: string | null; deadline?: { raw: unknown } }
    >();
    for (const row of [...source.tasks, ...source.indicators]) byId.set(row.id, row);
    for (const task of plan.tasks) expect(task.text).toBe(byId.get(`${seed}-${task.code}`)!.text);
    for (const { code, deadlineText } of plan.tasks) {
      const raw = byId.get(`${seed}-${code}`)!.deadline?.raw ?? '';
      expect(deadlineText).toBe(Array.isArray(raw) ? raw.join('; ') : raw);
    }
    // Two rows of the extraction are one indicator with a target for each level.
    const row = (code: string) => byId.get(`${seed}-${code}`) ?? byId.get(`${seed}-${code}a`)!;
    for (const indicator of plan.indicators) expect(indicator.name).toBe(row(indicator.code).text);
    for (const { indicator, level, raw } of plan.targets) {
      const { target_raw: written } =
        level === 'xa' ? byId.get(`${seed}-${indicator}b`)! : row(indicator);
      // An increase has no figure of its own: the word is that of its sentence.
      expect(raw).toBe(written ?? 'Tăng');
    }
  });
});
