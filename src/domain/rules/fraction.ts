import { isCounted } from '../plan/units';
import { finding } from './finding';
import { numeric, partsOf, placeOf, type Rule } from './rule';

/** A fraction where whole things are counted (defect 16); money and minutes may have fractions. */
export const fraction: Rule = {
  code: 'fraction',
  severity: 'error',
  defects: [16],
  check(form, report) {
    for (const reading of form.indicators) {
      if (!reading.indicator.partOfWhole && reading.indicator.kind !== 'count') continue;
      for (const { observation, unit } of partsOf(reading)) {
        const value = numeric(observation);
        if (value !== null && isCounted(unit) && !Number.isInteger(value)) {
          report(finding('fraction', 'error', placeOf(observation), { value, unit }), [observation]);
        }
      }
    }
  },
};
