import { measureOf } from '../../measure/measure';
import { finding } from '../../finding/finding';
import { numeric, partsOf, placeOf, type Rule } from '../rule';

/** More decimals than the plan chose for the indicator: the figure counts as it stands, once somebody says that it is right. */
export const tooManyDecimals: Rule = {
  code: 'too-many-decimals',
  severity: 'warning',
  defects: [],
  check(form, report) {
    for (const reading of form.indicators) {
      const measure = measureOf(reading.indicator);
      for (const { observation, unit } of partsOf(reading)) {
        const value = numeric(observation);
        if (value === null || !measure.hasTooManyDecimals(value)) continue;
        const facts = { value, unit, places: measure.places! };
        report(finding('too-many-decimals', 'warning', placeOf(observation), facts), []);
      }
    }
  },
};
