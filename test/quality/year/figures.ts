import type { Agency, Level } from '../../../src/domain/agency/agency';
import { Chance, logistic, logit } from './chance';

/**
 * What offices of a province do in a year, made up from a seed: sizes from a handful to thousands,
 * seasons (a quiet Tết, a busy end of a quarter), campaigns of all or of one, offices whose months
 * are alike and others whose are not, months in which nothing comes, work that is done step by
 * step, at once, late or never. Nothing of it is taken from the rules that are measured by it.
 */
export interface Parts {
  numerator: number;
  denominator: number;
}
export interface MonthFigures {
  indicators: Map<string, Parts>;
  /** By form and row: its typed columns in their order. */
  forms: Map<string, number[]>;
}

type Progress = 'steady' | 'steps' | 'at-once' | 'late' | 'early' | 'stuck';

/** How much work there is, by level: an office in the middle, and how unlike they are. */
const SIZES: Record<Level, [number, number]> = {
  tinh: [420, 1.2],
  huyen: [1300, 0.5],
  xa: [75, 0.85],
};
/**
 * Shares that count work done well: of the office in the middle, how unlike offices are, how its
 * months are, the rise in a year.
 */
const SHARES = {
  K07: { volume: 1, share: 0.975, unlike: 0.9, months: 0.25, rise: 0.3 },
  M1: { volume: 0.9, share: 0.62, unlike: 0.8, months: 0.22, rise: 0.7 },
  M2: { volume: 0.95, share: 0.38, unlike: 0.9, months: 0.25, rise: 0.8 },
  M3: { volume: 1.2, share: 0.58, unlike: 0.7, months: 0.2, rise: 0.3 },
  M5: { volume: 0.12, share: 0.93, unlike: 0.6, months: 0.3, rise: 0.2 },
} as const;
const FIELDS = [0.34, 0.27, 0.09, 0.16, 0.03, 0.11];

/**
 * The months of one office for a whole year; an agency that took others over has theirs as well.
 */
export function officeYear(seed: number, agency: Agency): MonthFigures[] {
  const words = `${seed} ${agency.code}`;
  const own = new Chance(`office ${words}`);
  const [middle, unlike] = SIZES[agency.level];
  const size = own.about(middle, unlike);
  // Most offices' months are alike; some have feasts and famines.
  const unsteady = own.pick([0.07, 0.12, 0.18, 0.25, 0.4]);
  const pace = own.pick<Progress>([
    'steady',
    'steady',
    'steps',
    'steps',
    'at-once',
    'late',
    'early',
    'stuck',
  ]);
  const year = Array.from({ length: 12 }, (): MonthFigures => ({
    indicators: new Map(),
    forms: new Map(),
  }));
  const activity = year.map((_, month) => {
    const busy = new Chance(`month ${words} ${month}`);
    const own = busy.is(0.02)
      ? busy.between(1.8, 4.5)
      : busy.is(0.02)
        ? busy.between(0.15, 0.5)
        : 1;
    return provinceMonth(seed, agency.level, month) * own * busy.about(1, unsteady);
  });
  for (const [code, kind] of Object.entries(SHARES))
    share(year, words, seed, agency.level, code, kind, size, activity);
  progress(year, words, pace);
  waiting(year, words, activity, size);
  counts(year, words, activity);
  if (agency.level === 'huyen') revenue(year, words);
  dossiers(year, words, size, activity);
  return year;
}

/**
 * What all offices of a level feel in a month: Tết, the end of a quarter and of the year, and the
 * province's own ups and downs.
 */
function provinceMonth(seed: number, level: Level, month: number): number {
  const season = [0.95, 0.6, 1.2, 1, 1, 1.12, 0.95, 1.05, 1.1, 1, 1.05, 1.25][month];
  return season * new Chance(`season ${seed} ${level} ${month}`).about(1, 0.1);
}

/**
 * In one or two months of the year the province pushes one thing: there is more of it, and more of
 * it is done.
 */
function campaign(seed: number, code: string, month: number): { more: number; better: number } {
  const chance = new Chance(`campaign ${seed} ${code}`);
  const months = [chance.whole(1, 11), chance.is(0.5) ? chance.whole(1, 11) : -1];
  const at = months.indexOf(month);
  if (at < 0) return { more: 1, better: 0 };
  const own = new Chance(`campaign ${seed} ${code} ${month}`);
  return { more: own.between(1.3, 3.2), better: own.between(0, 1.2) };
}

function share(
  year: MonthFigures[],
  words: string,
  seed: number,
  level: Level,
  code: string,
  kind: (typeof SHARES)[keyof typeof SHARES],
  size: number,
  activity: number[],
): void {
  const own = new Chance(`share ${words} ${code}`);
  const usual = own.normal(logit(kind.share), kind.unlike);
  const volume = size * kind.volume * own.about(1, 0.3);
  let wandering = 0;
  year.forEach(({ indicators }, month) => {
    const chance = new Chance(`share ${words} ${code} ${month}`);
    const push = campaign(seed, `${code} ${level}`, month);
    wandering += chance.normal(0, 0.08);
    const denominator = chance.is(0.01)
      ? 0
      : chance.poisson(volume * activity[month] * push.more * chance.about(1, 0.08));
    const odds =
      usual + wandering + (kind.rise * month) / 11 + push.better + chance.normal(0, kind.months);
    indicators.set(code, { numerator: chance.binomial(denominator, logistic(odds)), denominator });
  });
}

/**
 * K01, K04: procedures reviewed of those to review; K02, K05: cut; K03, K06: costs cut. All of it
 * only grows, and ends some day.
 */
function progress(year: MonthFigures[], words: string, pace: Progress): void {
  for (const [review, cut, money] of [
    ['K01', 'K02', 'K03'],
    ['K04', 'K05', 'K06'],
  ]) {
    const own = new Chance(`review ${words} ${review}`);
    const all = own.is(0.06) ? 0 : Math.max(1, Math.round(own.about(22, 0.8)));
    const cost = all * Math.round(own.about(1_900_000, 0.7) / 1000) * 1000;
    const reach = { review: own.is(0.8) ? 1 : own.between(0.55, 1), cut: own.between(0.12, 0.42) };
    const steps = curve(own, pace);
    const behind = curve(own, own.is(0.6) ? pace : 'late');
    let base = all;
    year.forEach(({ indicators }, month) => {
      if (own.is(0.02)) base = Math.max(1, base + own.whole(-2, 3));
      const done = Math.min(base, Math.round(all * reach.review * steps[month]));
      const fewer = Math.min(base, Math.round(all * reach.cut * behind[month]));
      indicators.set(review, { numerator: done, denominator: base });
      indicators.set(cut, { numerator: fewer, denominator: base });
      const saved = Math.round((cost * reach.cut * behind[month]) / 500) * 500;
      indicators.set(money, { numerator: saved, denominator: cost });
    });
    // What was cut stays cut.
    for (let month = 1; month < 12; month++) {
      const [before, now] = [year[month - 1], year[month]].map(({ indicators }) =>
        indicators.get(cut)!,
      );
      now.numerator = Math.min(now.denominator, Math.max(before.numerator, now.numerator));
    }
  }
}

/** How far along a piece of work is at the end of each month, from 0 to 1. */
function curve(chance: Chance, pace: Progress): number[] {
  const steps = Array.from({ length: 12 }, (_, month) => {
    if (pace === 'steady') return chance.between(0.6, 1.4);
    if (pace === 'steps') return chance.is(0.3) ? chance.between(0.5, 3) : 0;
    if (pace === 'early') return month < 3 ? chance.between(1, 4) : chance.is(0.2) ? 0.3 : 0;
    if (pace === 'late') return month > 6 ? chance.between(0.5, 2) : chance.is(0.2) ? 0.2 : 0;
    return 0;
  });
  if (pace === 'at-once') steps[chance.whole(1, 9)] = 1;
  if (pace === 'stuck') steps[chance.whole(0, 2)] = chance.between(0.2, 0.6);
  const sum = pace === 'stuck' ? 1 : steps.reduce((all, step) => all + step, 0) || 1;
  let done = 0;
  return steps.map((step) => Math.min(1, (done += step / sum)));
}

/** M4: minutes waited, over visits. */
function waiting(year: MonthFigures[], words: string, activity: number[], size: number): void {
  const own = new Chance(`waiting ${words}`);
  const minutes = own.about(19, 0.35);
  year.forEach(({ indicators }, month) => {
    const chance = new Chance(`waiting ${words} ${month}`);
    const visits = chance.poisson(size * 1.1 * activity[month]);
    const each = chance.about(minutes, 0.12) * (1 + chance.normal(0, 0.4) / Math.sqrt(visits + 1));
    indicators.set('M4', {
      numerator: Math.max(0, Math.round(visits * Math.max(2, each))),
      denominator: visits,
    });
  });
}

/** M6: guiding documents issued; a few a month. */
function counts(year: MonthFigures[], words: string, activity: number[]): void {
  const own = new Chance(`count ${words}`);
  const usual = own.about(9, 0.9);
  year.forEach(({ indicators }, month) => {
    const chance = new Chance(`count ${words} ${month}`);
    indicators.set('M6', {
      numerator: chance.poisson(usual * activity[month] ** 0.5 * chance.about(1, 0.3)),
      denominator: 0,
    });
  });
}

/** M7: revenue of the month over what was assigned for the year. */
function revenue(year: MonthFigures[], words: string): void {
  const own = new Chance(`revenue ${words}`);
  const assigned = Math.round(own.about(90_000, 0.5)) * 1_000_000;
  const outcome = own.between(0.85, 1.25);
  year.forEach(({ indicators }, month) => {
    const chance = new Chance(`revenue ${words} ${month}`);
    const season = [1.5, 0.6, 1, 1.1, 0.8, 0.9, 1, 0.8, 0.9, 1.1, 1, 1.3][month] / 12;
    const got = Math.round(chance.about(assigned * outcome * season, 0.2) / 1000) * 1000;
    indicators.set('M7', { numerator: got, denominator: assigned });
  });
}

/** The dossiers by field, carried over from month to month, and a form of loose counts. */
function dossiers(year: MonthFigures[], words: string, size: number, activity: number[]): void {
  FIELDS.forEach((part, field) => {
    const own = new Chance(`field ${words} ${field}`);
    const usual = size * own.about(part, 0.4);
    const online = logistic(own.normal(-0.4, 0.9));
    const speed = own.between(0.72, 0.96);
    let pending = own.poisson(usual * 0.3);
    let overdue = 0;
    year.forEach(({ forms }, month) => {
      const chance = new Chance(`field ${words} ${field} ${month}`);
      const came = chance.poisson(usual * activity[month] * chance.about(1, 0.1));
      const byNet = chance.binomial(came, online);
      const settled = chance.binomial(pending + came, speed);
      const late = Math.min(settled, overdue + chance.binomial(settled, 0.02));
      const early = chance.binomial(settled - late, 0.6);
      const left = pending + came - settled;
      overdue = chance.binomial(left, 0.05);
      const row = [
        byNet,
        came - byNet,
        pending,
        early,
        settled - late - early,
        late,
        left - overdue,
        overdue,
      ];
      forms.set(`II.06a ${field + 1}`, row);
      pending = left;
    });
  });
  for (const row of ['1', '2', '3', '4']) {
    const own = new Chance(`loose ${words} ${row}`);
    const usual = [own.about(140, 0.7), own.about(60, 0.8), own.about(5, 0.6)];
    year.forEach(({ forms }, month) => {
      const chance = new Chance(`loose ${words} ${row} ${month}`);
      const busy = activity[month] ** 0.6;
      forms.set(
        `VB ${row}`,
        usual.map((mean) => chance.poisson(mean * busy * chance.about(1, 0.15))),
      );
    });
  }
}
