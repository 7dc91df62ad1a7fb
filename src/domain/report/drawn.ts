import { LEVELS, type Level } from '../agency/agency';
import { grouped } from '../grouped';
import type { Consolidation, IndicatorResult } from '../consolidation/consolidation';
import { measureOf } from '../measure/measure';
import { figureUnit, type Indicator, type Plan, type Target } from '../plan/plan';
import { generalTarget } from '../plan/target';
import type { HandIn } from './hand-in';
import { nameAlone } from './words';

/** What is drawn of a period, in the workbook as in the Word report. */

interface Attained {
  indicator: Indicator;
  result: IndicatorResult | undefined;
  target: Target | null;
  /** How far it is behind what is asked; not above 0 where it is reached, null for none. */
  gap: number | null;
}

/**
 * The percentages of a plan, all of them, with or without a result: what is drawn stays over the
 * same rows. Bars are drawn from the foot up: the farthest behind is last, and stands on top.
 */
export function attained(plan: Plan, result: Consolidation): Attained[] {
  return plan.indicators
    .filter((indicator) => figureUnit(indicator) === '%')
    .map((indicator) => {
      const own = result.indicators.find(({ code }) => code === indicator.code);
      const isCompared = measureOf(indicator).choices.compared !== null;
      const target = isCompared ? null : generalTarget(plan, indicator.code);
      const gap = target ? behind(own?.value ?? null, target) : null;
      return { indicator, result: own, target, gap };
    })
    .sort((a, b) => (a.gap ?? -Infinity) - (b.gap ?? -Infinity));
}

function behind(value: number | null, { operator, value: asked, to }: Target): number | null {
  if (value === null || asked === null || operator === 'increase') return null;
  const under = asked - value;
  if (operator === 'between') return Math.max(under, value - (to ?? asked));
  return operator === '<' || operator === '<=' ? -under : under;
}

export interface HandedIn {
  level: Level;
  accepted: number;
  /** Returned, waiting, or not whole. */
  open: number;
  missing: number;
}

export function handedInByLevel(board: readonly HandIn[]): HandedIn[] {
  return LEVELS.filter((level) => board.some(({ agency }) => agency.level === level)).map(
    (level) => {
      const own = board.filter(({ agency }) => agency.level === level);
      const count = (...states: HandIn['state'][]) =>
        own.filter(({ state }) => states.includes(state)).length;
      return {
        level,
        accepted: count('accepted', 'partial'),
        open: count('returned', 'waiting', 'incomplete'),
        missing: count('missing'),
      };
    },
  );
}

/** What the columns of a chart of hand-ins are called. */
export const HANDED_IN = ['Đã tiếp nhận', 'Trả lại, chưa đủ', 'Chưa nộp'] as const;

/** So much of a name a chart has room for. */
const LETTERS = 48;

/** What indicators are called in a chart; those that would be called alike by their numbers too. */
export function chartNames(indicators: readonly Indicator[]): (indicator: Indicator) => string {
  const said = grouped(indicators, chartName);
  return (indicator) => {
    const name = chartName(indicator);
    const alike = said.get(name) ?? [];
    if (alike.length < 2) return name;
    const hasNumber = alike.filter(({ stt }) => stt === indicator.stt).length < 2;
    return `${hasNumber ? indicator.stt : indicator.code}. ${name}`;
  };
}

function chartName(indicator: Indicator): string {
  const whole = nameAlone(indicator)
    .trim()
    .replace(/[.;:]+$/, '');
  if (whole.length <= LETTERS) return whole;
  // It ends with a word, not within one.
  const end = whole.lastIndexOf(' ', LETTERS - 1);
  return `${whole.slice(0, end > 0 ? end : LETTERS - 1)}…`;
}
