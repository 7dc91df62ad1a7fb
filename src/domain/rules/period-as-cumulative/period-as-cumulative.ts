import { finding } from '../../finding/finding';
import { pairsOf } from '../last-figures';
import { placeOf, type PastRule } from '../rule';

/** Somebody may have counted one too many before. */
const CORRECTED = 2;
const SHARE = 0.2;

/**
 * The figure of the period alone where the form asks for the cumulative one (20, then 1): what was
 * done stays done.
 */
export const periodAsCumulative: PastRule = {
  code: 'period-as-cumulative',
  severity: 'warning',
  defects: [],
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
      report(
        finding('period-as-cumulative', 'warning', placeOf(observation), { value: own, last }),
        [],
        [observation],
      );
    }
  },
};
