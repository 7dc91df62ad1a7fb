import { pairsOf } from '../last-figures';
import { pastRule, placeOf } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'period-as-cumulative': { value: number; last: number };
  }
}

/** Somebody may have counted one too many before. */
const CORRECTED = 2;
const SHARE = 0.2;

/**
 * The figure of the period alone where the form asks for the cumulative one (20, then 1): what was
 * done stays done.
 */
export const periodAsCumulative = pastRule({
  code: 'period-as-cumulative',
  severity: 'warning',
  defects: [],
  example: { value: 1, last: 20 },
  order: 60,
  check(form, report) {
    for (const reading of form.indicators) {
      if (reading.indicator.overTime !== 'cumulative') continue;
      const { numerator, denominator } = pairsOf(reading);
      if (
        !numerator ||
        numerator.own >= numerator.last ||
        numerator.own < 0 ||
        denominator?.own === 0
      )
        continue;
      const { own, last, observation } = numerator;
      const isCorrection = own > 0 && last - own < Math.max(CORRECTED, SHARE * last);
      if (isCorrection) continue;
      report(placeOf(observation), { value: own, last }, [], [observation]);
    }
  },
});
