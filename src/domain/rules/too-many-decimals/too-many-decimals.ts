import { hasMorePlaces } from '../../decimal/decimal';
import { finding } from '../../finding/finding';
import { numeric, partsOf, placeOf, statFigures, type Rule } from '../rule';

/**
 * More decimals than the plan chose for the indicator: the figure counts as it stands, once
 * somebody says that it is right.
 */
export const tooManyDecimals: Rule = {
  code: 'too-many-decimals',
  severity: 'warning',
  defects: [],
  check(form, report) {
    for (const { observation, unit, places } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value === null || !hasMorePlaces(value, places)) continue;
      report(
        finding('too-many-decimals', 'warning', placeOf(observation), {
          value,
          unit,
          places: places!,
        }),
        [],
      );
    }
  },
};
