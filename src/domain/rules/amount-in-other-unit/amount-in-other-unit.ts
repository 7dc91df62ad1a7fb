import { matchKey } from '../../../text/normal-form';
import { measureOf } from '../../measure/measure';
import { targetFor } from '../../plan/target';
import type { FindingFacts } from '../../finding/finding';
import type { IndicatorReading } from '../../reading/read-indicator';
import type { Observation } from '../../submission/submission';
import { isMoney } from '../last-figures';
import { numeric, partsOf, placeOf, rule, type FormReading } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /**
     * Told by the agency's target, by another amount of the form, or by neither: đồng has no
     * fractions.
     */
    'amount-in-other-unit': {
      value: number;
      unit: string;
      target: number | null;
      beside: number | null;
    };
  }
}

/** Nobody pays, or is given, less than a thousand đồng in a period. */
const FEW = 1000;
const MILLION = 1_000_000;
/** What a target's year brings in a period, at most and at least, in times of the target. */
const OVER = 3;
const UNDER = 100;

/**
 * An amount in another unit than is asked, where nothing is known of before: told by the unit
 * itself (đồng has no fractions), by another amount of the form, or by the target the agency
 * answers for alone.
 */
export const amountInOtherUnit = rule({
  code: 'amount-in-other-unit',
  severity: 'warning',
  defects: [],
  example: { value: 17.534, unit: 'đồng', target: null, beside: null },
  order: 80,
  check(form, report) {
    const rows = form.indicators.map(amountsOf);
    const inDong = rows.flat().filter(({ unit }) => isDong(unit));
    const most = Math.max(0, ...inDong.map(({ value }) => value));
    for (const amounts of rows) {
      const told = amounts.flatMap((amount) => {
        const against =
          amount.isKnown || amount.value <= 0 ? null : heldAgainst(form, amount, amounts, most);
        return against ? [{ ...amount, against }] : [];
      });
      // Both parts of a row are one thing to look at.
      if (told.length === 0) continue;
      const [{ observation, value, unit, against }] = told;
      const about = told.map((one) => one.observation);
      report(placeOf(observation), { value, unit, ...against }, [], about);
    }
  },
});

type Against = Pick<FindingFacts['amount-in-other-unit'], 'target' | 'beside'>;

/** What tells that an amount is in another unit; null where nothing does. */
function heldAgainst(
  form: FormReading,
  { reading, unit, value }: Amount,
  inRow: readonly Amount[],
  most: number,
): Against | null {
  const target = ownTarget(form, reading, value);
  if (target !== null) return { target, beside: null };
  if (!isDong(unit)) return null;
  if ((value < FEW || isFraction(value)) && most >= MILLION) return { target: null, beside: most };
  // One that has a fraction may be worked out; where all of a row have one, they are in another
  // unit.
  return inRow.every((one) => one.value === 0 || isFraction(one.value))
    ? { target: null, beside: null }
    : null;
}

interface Amount {
  reading: IndicatorReading;
  observation: Observation;
  unit: string;
  value: number;
  /** What it was the last time is known, and rules that know it look at it. */
  isKnown: boolean;
}

function amountsOf(reading: IndicatorReading): Amount[] {
  return partsOf(reading).flatMap(({ observation, unit }): Amount[] => {
    const value = numeric(observation);
    if (value === null || !isMoney(unit)) return [];
    const last =
      observation === reading.denominator ? reading.last.denominator : reading.last.numerator;
    return [{ reading, observation, unit, value, isKnown: last !== null }];
  });
}

/**
 * The target of a single figure, where the figure is that in another unit and far from it in its
 * own; null where it says nothing.
 */
function ownTarget(
  { plan, agency }: FormReading,
  { indicator }: IndicatorReading,
  value: number,
): number | null {
  const measure = measureOf(indicator);
  if (measure.hasParts || measure.choices.compared !== null) return null;
  const target = targetFor(plan, indicator.code, { agency, level: agency.level });
  const isOwn = target?.agency === agency.code || measure.choices.overAgencies !== 'added';
  const level = target?.to ?? target?.value;
  if (!isOwn || target?.operator === 'increase' || !level || level <= 0) return null;
  return isInOtherUnit(value, level) ? level : null;
}

/** Far from the level it is to reach, and near it in thousands, millions or billions. */
function isInOtherUnit(value: number, level: number): boolean {
  const fits = (meant: number) => meant >= level / UNDER && meant <= level * OVER;
  if (value > UNDER * level) return [1e3, 1e6, 1e9].some((times) => fits(value / times));
  return value < level / 1e4 && [1e6, 1e9].some((times) => fits(value * times));
}

function isFraction(value: number): boolean {
  return value < MILLION && !Number.isInteger(value);
}

const DONG = new Set(['đồng', 'VND', 'VNĐ'].map(matchKey));

function isDong(unit: string): boolean {
  return DONG.has(matchKey(unit));
}
