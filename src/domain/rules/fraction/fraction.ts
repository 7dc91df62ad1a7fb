import { finding } from '../../finding/finding';
import { numeric, partsOf, placeOf, statFigures, type Rule } from '../rule';

/** A fraction where whole things are counted (defect 16); money and minutes may have fractions. */
export const fraction: Rule = {
  code: 'fraction',
  severity: 'error',
  defects: [16],
  check(form, report) {
    for (const { observation, unit, isWhole } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value !== null && isWhole && !Number.isInteger(value)) {
        report(finding('fraction', 'error', placeOf(observation), { value, unit }), [observation]);
      }
    }
  },
};
