import { isCounted } from '../../plan/units';
import { finding } from '../finding';
import { numeric, partsOf, placeOf, statFigures, type Rule } from '../rule';

/** A fraction where whole things are counted (defect 16); money and minutes may have fractions. */
export const fraction: Rule = {
  code: 'fraction',
  severity: 'error',
  defects: [16],
  check(form, report) {
    const counted = form.indicators.filter(({ indicator }) => indicator.partOfWhole || indicator.kind === 'count');
    for (const { observation, unit } of [...counted.flatMap(partsOf), ...statFigures(form)]) {
      const value = numeric(observation);
      if (value !== null && isCounted(unit) && !Number.isInteger(value)) {
        report(finding('fraction', 'error', placeOf(observation), { value, unit }), [observation]);
      }
    }
  },
};
