import { measureOf } from '../../measure/measure';
import { sum } from '../../decimal/decimal';
import { numeric, placeOf, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    /** `suspect` is the cell that is likelier wrong. */
    'cumulative-mismatch': { given: number; computed: number; suspect: 'cumulative' | 'own' };
  }
}

/**
 * A cumulative typed over the formula that is not previous + this period; it is compared, never
 * used.
 */
export const cumulativeMismatch = rule({
  code: 'cumulative-mismatch',
  severity: 'warning',
  defects: [],
  example: { given: 950, computed: 960, suspect: 'cumulative' },
  order: 160,
  check(form, report) {
    for (const reading of form.indicators) {
      const measure = measureOf(reading.indicator);
      if (!measure.isSummed) continue;
      const sides = [
        [
          'cumulativeNumerator',
          reading.typedCumulative.numerator,
          reading.previous.numerator,
          reading.numerator,
        ],
        [
          'cumulativeDenominator',
          reading.typedCumulative.denominator,
          reading.previous.denominator,
          reading.denominator,
        ],
      ] as const;
      for (const [column, given, previous, observation] of sides) {
        const own = numeric(observation);
        if (given === null || previous === null || own === null) continue;
        const isConstant =
          column === 'cumulativeDenominator' && measure.timeRule('denominator') !== 'sum';
        const computed = isConstant ? own : sum([previous, own]);
        if (given === computed) continue;
        const suspect = isConstant || !isSlip(own, given - previous) ? 'cumulative' : 'own';
        const place = suspect === 'own' ? placeOf(observation!) : reading.row.place(column);
        report(place, { given, computed, suspect }, [], [observation]);
      }
    }
  },
});

/** Whether one figure is likely the other mistyped: digits changed places, or one too many. */
function isSlip(own: number, implied: number): boolean {
  if (implied <= 0 || own <= 0 || !Number.isInteger(own) || !Number.isInteger(implied))
    return false;
  const [a, b] = [String(own), String(implied)];
  const digits = (text: string) => [...text].sort().join('');
  if (a.length === b.length) return digits(a) === digits(b);
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}
