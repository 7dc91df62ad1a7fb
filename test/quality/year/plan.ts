import { builtinPlan } from '../../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../../src/domain/plan/builtin-forms';
import type { Agency } from '../../../src/domain/agency/agency';
import type { Indicator, Plan, Target } from '../../../src/domain/plan/plan';
import type { StatForm } from '../../../src/domain/plan/stat-form';
import { Chance } from './chance';

/** A form whose columns say nothing of each other. */
const LOOSE_FORM: StatForm = {
  code: 'VB',
  title: 'VĂN BẢN, CUỘC HỌP TRONG KỲ',
  rowHeading: 'Bộ phận',
  columns: [
    { code: '3', group: '', name: 'Văn bản đến', unit: 'văn bản', overTime: 'flow' },
    { code: '4', group: '', name: 'Văn bản đi', unit: 'văn bản', overTime: 'flow' },
    { code: '5', group: '', name: 'Cuộc họp trực tuyến', unit: 'cuộc', overTime: 'flow' },
  ],
  rows: ['Văn phòng', 'Kinh tế', 'Văn hóa, xã hội', 'Nội chính'].map((name, at) => ({
    key: String(at + 1),
    group: '',
    name,
  })),
  identities: [],
  filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
};

const EVERYBODY = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }] as const;

/** Merged in July: two communes into a new one; absorbed in October: one into another. */
export interface Mergers {
  merged: [string, string];
  into: string;
  absorbed: string;
  by: string;
}

export interface YearPlan {
  plan: Plan;
  mergers: Mergers;
}

/**
 * The province of Trà Vinh with all that its plan asks and, from the plans of Trà Cú and Vĩnh Long,
 * what it does not: shares of dossiers, minutes and visits, opinions, revenue; a count; two
 * statistics forms. A few of its agencies are merged within the year. Of a smaller province there
 * is one agency in so many.
 */
export function yearPlan(seed: number, base: 'month' | 'quarter', oneIn = 1): YearPlan {
  const plan = builtinPlan('tra-vinh-2024')!;
  const others = builtinPlan('tra-cu-2023')!;
  const borrowed = ['K01', 'K03', 'K06', 'K07', 'K09'].map(
    (code, at) => [code, `M${at + 1}`] as const,
  );
  const shares = borrowed.map(([code, as]): Indicator => ({
    ...one(others, code),
    code: as,
    filledBy: [...EVERYBODY],
  }));
  const targets = borrowed.flatMap(([code, as]) =>
    others.targets
      .filter(({ indicator }) => indicator === code)
      .map((target): Target => ({ ...target, indicator: as })),
  );
  const count: Indicator = {
    ...shares[0],
    code: 'M6',
    stt: '16',
    name: 'Số văn bản hướng dẫn đã ban hành',
    unit: 'văn bản',
    kind: 'count',
    numerator: { name: 'Số văn bản', unit: 'văn bản' },
    denominator: null,
    partOfWhole: false,
  };
  const revenue: Indicator = {
    ...one(builtinPlan('vinh-long-2023')!, 'K12'),
    code: 'M7',
    filledBy: [{ level: 'huyen' }],
    deadline: null,
  };
  const chance = new Chance(`mergers ${seed}`);
  const communes = plan.agencies.filter(({ level, reports }) => level === 'xa' && reports);
  const start = chance.whole(0, communes.length - 5);
  const [a, b, c, d] = communes.slice(start, start + 4);
  const made: Agency = {
    ...a,
    code: 'NEW1',
    name: `${a.name} mới`,
    shortName: `${a.shortName} mới`,
    aliases: [],
    validFrom: '2024-07-01',
  };
  const named = [a, b, c, d].map(({ code }) => code);
  const ends = new Map([
    [a.code, { validTo: '2024-06-30', successor: made.code }],
    [b.code, { validTo: '2024-06-30', successor: made.code }],
    [c.code, { validTo: '2024-09-30', successor: d.code }],
  ]);
  return {
    plan: {
      ...plan,
      schedule:
        base === 'month'
          ? plan.schedule
          : { ...plan.schedule, kinds: ['quarter', 'year'], from: '2024-Q1' },
      agencies: [
        ...plan.agencies
          .filter(({ code }, at) => at % oneIn === 0 || named.includes(code))
          .map((agency) => ({ ...agency, ...ends.get(agency.code) })),
        made,
      ],
      indicators: [...plan.indicators, ...shares, count, revenue],
      targets: [...plan.targets, ...targets],
      forms: [BUILTIN_FORMS[0] as StatForm, LOOSE_FORM],
      successions: [
        { from: a.code, to: made.code, kind: 'merge', date: '2024-07-01' },
        { from: b.code, to: made.code, kind: 'merge', date: '2024-07-01' },
        { from: c.code, to: d.code, kind: 'absorb', date: '2024-10-01' },
      ],
    },
    mergers: { merged: [a.code, b.code], into: made.code, absorbed: c.code, by: d.code },
  };
}

function one(plan: Plan, code: string): Indicator {
  return plan.indicators.find((indicator) => indicator.code === code)!;
}
