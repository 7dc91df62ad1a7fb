import { pairsWithLast } from '../last-figures';
import { placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'same-as-last': { count: number };
  }
}

/** Fewer figures may well be the same by chance, unless they are large ones. */
const ENOUGH = 4;
const FEW = 2;
const LARGE = 20;

/**
 * Every figure that could have changed is that of the last period (defect 35): last month's file
 * under this month's name.
 */
export const sameAsLast = rule({
  code: 'same-as-last',
  severity: 'warning',
  defects: [35],
  example: { count: 14 },
  order: 190,
  check(form, report) {
    // What is 0 in both, and figures of the year or of the period's end, often stay.
    const moving = pairsWithLast(form).filter(
      ({ own, last, soFar }) => soFar !== null && (own !== 0 || last !== 0),
    );
    const isEnough =
      moving.length >= ENOUGH || (moving.length >= FEW && moving.every(({ own }) => own >= LARGE));
    if (!isEnough || moving.some(({ own, last }) => own !== last)) return;
    report(placeOf(moving[0].observation), { count: moving.length });
  },
});
