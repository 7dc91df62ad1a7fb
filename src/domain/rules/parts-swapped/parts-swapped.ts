import type { Plan } from '../../plan/plan';
import { pairsOf, type Compared } from '../last-figures';
import { numeric, placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'parts-swapped': { numerator: number; denominator: number };
  }
}

/** A month's ratio is this many times the usual one at most, by itself. */
const ALIKE = 3;
/** A wait by its target alone. */
const SHORTER = 10;
/** So much nearer is the ratio turned round. */
const NEARER = 5;

/**
 * Numerator and denominator typed in each other's place, where neither is a part of the other
 * (minutes and visits): turned round, the ratio is what it was, or what a duration must be by its
 * target.
 */
export const partsSwapped = rule({
  code: 'parts-swapped',
  severity: 'warning',
  defects: [],
  example: { numerator: 150, denominator: 3000 },
  order: 70,
  check(form, report) {
    for (const reading of form.indicators) {
      const { indicator, numerator, denominator } = reading;
      const [part, whole] = [numeric(numerator), numeric(denominator)];
      if (indicator.partOfWhole || !part || !whole) continue;
      const before = ratioBefore(reading);
      const target = indicator.kind === 'duration' ? targetOf(form.plan, indicator.code) : null;
      const usual = before ?? target;
      if (usual === null) continue;
      // What it was, it is within a few times; a wait may be far shorter than it may be.
      const least = before === null ? usual / SHORTER : usual / ALIKE;
      const [turned, far] = [whole / part, (ratio: number) => Math.abs(Math.log(ratio / usual))];
      const isLikely = turned >= least && turned <= ALIKE * usual;
      if (!isLikely || far(part / whole) - far(turned) <= Math.log(NEARER)) continue;
      const facts = { numerator: part, denominator: whole };
      report(placeOf(numerator!), facts, [], [numerator, denominator]);
    }
  },
});

function ratioBefore(reading: Compared): number | null {
  const { numerator, denominator } = pairsOf(reading);
  return numerator && denominator && denominator.last > 0 && numerator.last > 0
    ? numerator.last / denominator.last
    : null;
}

/** The strictest target that says how long something may take; null where none does. */
function targetOf(plan: Plan, code: string): number | null {
  const values = plan.targets
    .filter(
      ({ indicator, operator, value }) => indicator === code && operator === '<=' && value !== null,
    )
    .map(({ value }) => value!);
  return values.length > 0 ? Math.min(...values) : null;
}
