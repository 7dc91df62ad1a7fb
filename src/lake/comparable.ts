import { figuresOf, type Entry, type Parts } from '../domain/consolidation/coverage';
import { measureOf } from '../domain/measure/measure';
import type { Indicator, Plan } from '../domain/plan/plan';
import { unscaled } from './decimals';
import { LakeRefused } from './refused';

/** Products of two such have ten decimals, as many as every figure of a lake. */
const PLACES = 5;
const UNIT = 10n ** 5n;
/** A little under DECIMAL(18,5) and DECIMAL(28,10): magnitudes are added up as doubles. */
const MOST_OF_PART = 1e13 * (1 - 1e-9);
const MOST = 1e18 * (1 - 1e-9);

/**
 * A target on how much a figure changed is held against products of three: both parts of both
 * times. No engine has the digits for any such, so the operands are bounded when they are written
 * (docs/lake.md), and what is past that is refused.
 */
export function mustBeComparable(
  plan: Plan,
  period: string,
  indicator: Indicator,
  { now, base }: { now: readonly (readonly Entry[])[]; base: readonly (readonly Entry[])[] },
): void {
  const { choices, hasParts } = measureOf(indicator);
  if (choices.compared === null) return;
  const [own, before] = [now, base].map((times) => largest(times.map(figuresOf)));
  const isFit = hasParts
    ? Math.max(own.numerator, own.denominator, before.numerator, before.denominator) <
        MOST_OF_PART &&
      own.numerator * before.denominator + before.numerator * own.denominator < MOST &&
      own.denominator * before.denominator < MOST &&
      [...now, ...base].every((entries) => figuresOf(entries).every(hasFewPlaces))
    : own.numerator + before.numerator < MOST;
  if (isFit) return;
  const facts = { plan: plan.id, period, code: indicator.code, places: PLACES };
  throw new LakeRefused({ code: 'lake-target-compared', facts });
}

function largest(times: readonly (readonly Parts[])[]): { numerator: number; denominator: number } {
  const most = (of: (parts: Parts) => number) =>
    Math.max(
      0,
      ...times.map((figures) => figures.reduce((all, one) => all + Math.abs(of(one)), 0)),
    );
  return {
    numerator: most(({ numerator }) => numerator),
    denominator: most(({ denominator }) => denominator ?? 0),
  };
}

function hasFewPlaces({ numerator, denominator }: Parts): boolean {
  return [numerator, denominator ?? 0].every((one) => {
    const digits = unscaled(one);
    return typeof digits === 'bigint' && digits % UNIT === 0n;
  });
}
