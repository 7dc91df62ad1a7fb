import { finding } from '../../finding/finding';
import { numeric, partsOf, placeOf, statFigures, type Rule } from '../rule';

/** A count, a sum of money or a duration below zero (defect 15). */
export const negative: Rule = {
  code: 'negative',
  severity: 'error',
  defects: [15],
  check(form, report) {
    for (const { observation, unit, mayBeNegative } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value !== null && value < 0 && !mayBeNegative) {
        report(finding('negative', 'error', placeOf(observation), { value, unit }), [observation]);
      }
    }
  },
};
