import { hasMorePlaces } from '../../decimal/decimal';
import { numeric, partsOf, placeOf, rule, statFigures } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'too-many-decimals': { value: number; unit: string; places: number };
  }
}

/**
 * More decimals than the plan chose for the indicator: the figure counts as it stands, once
 * somebody says that it is right.
 */
export const tooManyDecimals = rule({
  code: 'too-many-decimals',
  severity: 'warning',
  defects: [],
  example: { value: 1.567, unit: '%', places: 2 },
  order: 30,
  check(form, report) {
    for (const { observation, unit, places } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value === null || !hasMorePlaces(value, places)) continue;
      report(placeOf(observation), {
        value,
        unit,
        places: places!,
      });
    }
  },
});
