import { isMoney, isNear, pairsOf, type Compared, type ComparedForm } from '../last-figures';
import { numeric, pastRule, placeOf } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /**
     * The first row that holds what belongs to the row beside it: its figures stand a row too low,
     * or too high.
     */
    'figures-a-row-off': { code: string; isBelow: boolean };
  }
}

/** Figures that are this many times what they were, or less, may be those of their row. */
const OWN = 2.7;
/** Figures of another row are nearly what stood there. */
const OTHER = 1.6;
/** So many rows tell it. */
const ROWS = 2;

/**
 * The figures of a form typed one row too low or too high: most of them are what the row above, or
 * below, had the last time, and hardly any what its own row had. Where nothing is known of before,
 * by money: a count of millions in the row beside an amount of a few đồng.
 */
export const figuresARowOff = pastRule({
  code: 'figures-a-row-off',
  severity: 'warning',
  defects: [],
  example: { code: 'K02', isBelow: false },
  order: 40,
  check(form, report) {
    for (const step of [1, -1]) {
      const at = byLast(form, step) ?? byUnit(form, step);
      if (!at) continue;
      const observation = at.denominator ?? at.value ?? at.numerator;
      const facts = { code: at.indicator.code, isBelow: step === 1 };
      report(placeOf(observation!), facts, [], [observation]);
      return;
    }
  },
});

/**
 * The base of a row, or what it counts: it stays nearer to what it was than what was reached of it.
 */
function levelOf(reading: Compared): { own: number; last: number | null } | null {
  const { denominator, numerator } = pairsOf(reading);
  const pair = denominator ?? numerator;
  if (pair) return { own: pair.own, last: pair.last };
  const own = numeric(reading.denominator ?? reading.value ?? reading.numerator);
  return own === null ? null : { own, last: null };
}

/** The first row that holds what the row before it had; null where that is no rule of the form. */
function byLast({ indicators }: ComparedForm, step: number): Compared | null {
  const levels = indicators.map(levelOf);
  const moved: Compared[] = [];
  let own = 0;
  levels.forEach((level, at) => {
    const from = levels[at - step];
    if (!level || level.last === null || from?.last == null) return;
    const [isOwn, isOther] = [
      isLevel(level.own, level.last, OWN),
      isLevel(level.own, from.last, OTHER),
    ];
    if (isOwn && !isOther) own++;
    else if (isOther && !isOwn) moved.push(indicators[at]);
  });
  return moved.length >= ROWS && own * 4 <= moved.length ? moved[0] : null;
}

function isLevel(own: number, last: number, times: number): boolean {
  return own === last || (own > 0 && last > 0 && isNear(own, last, times));
}

const MILLION = 1_000_000;
const FEW = 10_000;

function byUnit({ indicators }: ComparedForm, step: number): Compared | null {
  const unitOf = ({ indicator }: Compared) => (indicator.denominator ?? indicator.numerator).unit;
  const inMoney = indicators.flatMap((reading, at) => (isMoney(unitOf(reading)) ? [at] : []));
  const rows = inMoney.map((at) => ({
    money: levelOf(indicators[at]),
    beside: indicators[at + step],
  }));
  const isOff = rows.every(({ money, beside }) => {
    const level = beside && !isMoney(unitOf(beside)) ? levelOf(beside) : null;
    return money && level && money.own < FEW && level.own >= MILLION;
  });
  return rows.length > 0 && isOff ? rows[0].beside : null;
}
