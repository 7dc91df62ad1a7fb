import { numeric, partsOf, placeOf, rule, statFigures } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    fraction: { value: number; unit: string };
  }
}

/** A fraction where whole things are counted (defect 16); money and minutes may have fractions. */
export const fraction = rule({
  code: 'fraction',
  severity: 'error',
  defects: [16],
  example: { value: 12.5, unit: 'hồ sơ' },
  order: 20,
  check(form, report) {
    for (const { observation, unit, isWhole } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value !== null && isWhole && !Number.isInteger(value)) {
        report(placeOf(observation), { value, unit }, [observation]);
      }
    }
  },
});
