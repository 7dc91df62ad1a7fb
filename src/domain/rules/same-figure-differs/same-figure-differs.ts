import { numeric, placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'same-figure-differs': { other: string; value: number; otherValue: number };
  }
}

/** Two indicators that are the same figure and disagree (defect 55: NQ01-5 and NQ02-5). */
export const sameFigureDiffers = rule({
  code: 'same-figure-differs',
  severity: 'error',
  defects: [55],
  example: { other: 'NQ02-5', value: 98, otherValue: 100 },
  order: 180,
  check(form, report) {
    const byCode = new Map(form.indicators.map((reading) => [reading.indicator.code, reading]));
    for (const reading of form.indicators) {
      const twin = byCode.get(reading.indicator.sameAs);
      if (!twin) continue;
      for (const part of ['numerator', 'denominator'] as const) {
        const value = numeric(reading[part]);
        const otherValue = numeric(twin[part]);
        if (value === null || otherValue === null || value === otherValue) continue;
        const facts = {
          other: `${twin.indicator.code} (${placeOf(twin[part]!).cell})`,
          value,
          otherValue,
        };
        const withheld = [reading.numerator, reading.denominator, twin.numerator, twin.denominator];
        report(placeOf(reading[part]!), facts, withheld);
        break;
      }
    }
  },
});
