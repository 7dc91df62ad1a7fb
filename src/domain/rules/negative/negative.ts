import { numeric, partsOf, placeOf, rule, statFigures } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    negative: { value: number; unit: string };
  }
}

/** A count, a sum of money or a duration below zero (defect 15). */
export const negative = rule({
  code: 'negative',
  severity: 'error',
  defects: [15],
  example: { value: -5, unit: 'hồ sơ' },
  order: 10,
  check(form, report) {
    for (const { observation, unit, mayBeNegative } of [
      ...form.indicators.flatMap(partsOf),
      ...statFigures(form),
    ]) {
      const value = numeric(observation);
      if (value !== null && value < 0 && !mayBeNegative) {
        report(placeOf(observation), { value, unit }, [observation]);
      }
    }
  },
});
