import { measureOf } from '../../measure/measure';
import { finding } from '../finding';
import { numeric, placeOf, type FormReading, type Rule } from '../rule';
import type { IndicatorReading } from '../../submission/read-indicator';

/** A busy period may bring as much as two before it, hardly as much as three. */
const PERIODS = 3;
/** Small counts vary by chance. */
const ENOUGH = 20;

/**
 * The cumulative figure typed where the period's belongs (defect 32): at least all that came before, and no more above it than a
 * period brings. Of a ratio both parts must say so.
 */
export const cumulativeAsPeriod: Rule = {
  code: 'cumulative-as-period',
  severity: 'warning',
  defects: [32],
  check(form, report) {
    for (const reading of form.indicators) {
      const { indicator, numerator, denominator, value } = reading;
      const measure = measureOf(indicator);
      if (!measure.isSummed) continue;
      const first = measure.hasParts ? numerator : value;
      const own = numeric(first);
      const soFar = reading.previous.numerator;
      if (own === null || soFar === null || !isCumulative(form, reading, own, soFar, 'numerator')) continue;
      if (measure.hasParts && measure.timeRule('denominator') === 'sum') {
        const whole = numeric(denominator);
        const before = reading.previous.denominator;
        if (whole === null || before === null || !isCumulative(form, reading, whole, before, 'denominator')) continue;
      }
      const facts = { value: own, previous: soFar };
      report(finding('cumulative-as-period', 'warning', placeOf(first!), facts), [], [first, denominator]);
    }
  },
};

function isCumulative(
  { periodsBefore }: FormReading,
  { last }: IndicatorReading,
  own: number,
  soFar: number,
  part: 'numerator' | 'denominator',
): boolean {
  if (periodsBefore < PERIODS || soFar < ENOUGH || own < soFar) return false;
  const usual = Math.max(soFar / periodsBefore, last[part] ?? 0);
  return own - soFar <= 2 * usual;
}
