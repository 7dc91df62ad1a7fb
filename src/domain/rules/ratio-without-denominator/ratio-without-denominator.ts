import { numeric, rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'ratio-without-denominator': { raw: string };
  }
}

/** "100%" beside 0/0 (defect 14): nothing occurred, so no ratio is computed. */
export const ratioWithoutDenominator = rule({
  code: 'ratio-without-denominator',
  severity: 'warning',
  defects: [14],
  example: { raw: '100%' },
  order: 140,
  check(form, report) {
    for (const { row, denominator, typedRatio, ratioRaw } of form.indicators) {
      const empty = numeric(denominator) === 0 || denominator?.state === 'not-applicable';
      if (empty && typedRatio !== null) {
        report(row.place('ratio'), { raw: ratioRaw });
      }
    }
  },
});
