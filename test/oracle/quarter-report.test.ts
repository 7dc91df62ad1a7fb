import fc from 'fast-check';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import type { Plan } from '../../src/domain/plan/plan';
import type { Observation, Submission } from '../../src/domain/submission/submission';
import { smallPlan } from '../small-plan';

/**
 * A quarter that is sent in place of its last month tells what the three months would have told.
 */

const AGENCIES = ['SNV', '842', '29461'];
const whole = smallPlan('tra-vinh-2024', AGENCIES);
const flow = whole.indicators.find(({ code }) => code === 'K07')!;
const plan: Plan = {
  ...whole,
  schedule: { ...whole.schedule, quarterReplacesLastMonth: true },
  indicators: [
    { ...flow, filledBy: AGENCIES.map((agency) => ({ agency })) },
    { ...flow, code: 'K08', overTime: 'stock', filledBy: AGENCIES.map((agency) => ({ agency })) },
  ],
  tasks: [],
  forms: [],
};

/** Cents, so that every sum is exact and none is a whole number by chance. */
interface Parts {
  numerator: number;
  denominator: number;
}

const parts = fc
  .tuple(fc.nat(100_000), fc.nat(100_000))
  .map(([numerator, more]): Parts => ({ numerator, denominator: numerator + more }));
const months = fc.array(fc.tuple(parts, parts, parts), {
  minLength: AGENCIES.length * 4,
  maxLength: AGENCIES.length * 4,
});

function sent(agency: string, period: string, flows: Parts, stock: Parts): Submission {
  const observed = (code: string, { numerator, denominator }: Parts) =>
    Object.entries({ numerator, denominator }).map(([measure, cents]): Observation => {
      const value = cents / 100;
      return {
        of: 'indicator',
        code,
        measure,
        value,
        raw: String(value),
        sheet: 'Biểu',
        cell: 'E9',
        state: 'ok',
      };
    });
  const came = { version: 1, received: null, late: null, run: 'r', sample: false } as const;
  const explanations: Submission['explanations'] = [];
  const observations = [...observed('K07', flows), ...observed('K08', stock)];
  const file = `${period} ${agency}`;
  return {
    hash: file,
    file,
    agency,
    period,
    observations,
    explanations,
    ...came,
    verdict: 'clean',
    accepted: 'all',
    errors: 0,
    warnings: 0,
  };
}

const added = (all: readonly Parts[]): Parts => ({
  numerator: all.reduce((total, { numerator }) => total + numerator, 0),
  denominator: all.reduce((total, { denominator }) => total + denominator, 0),
});

it('m1, m2 and m1 + m2 + m3 in the quarter’s report give the totals of three months sent', () => {
  fc.assert(
    fc.property(
      months,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (drawn, sendsQuarter) => {
        const [asMonths, asQuarters]: Submission[][] = [[], []];
        drawn.forEach((three, index) => {
          const agency = AGENCIES[index % 3];
          const quarter = Math.floor(index / 3) + 1;
          const month = (at: number) => `2024-${String(quarter * 3 - 2 + at).padStart(2, '0')}`;
          const own = three.map((one, at) => sent(agency, month(at), one, one));
          asMonths.push(...own);
          if (!sendsQuarter[index]) asQuarters.push(...own);
          else
            asQuarters.push(
              own[0],
              own[1],
              sent(agency, `2024-Q${quarter}`, added(three), three[2]),
            );
        });
        for (const period of ['2024-03', '2024-Q1', '2024-Q3', '2024-H1', '2024-9M', '2024']) {
          const options = { acceptIncomplete: false, asOf: null };
          const result = consolidate(plan, asQuarters, period, options);
          expect(result).toEqual(consolidate(plan, asMonths, period, options));
          expect(consolidate(plan, [...asQuarters].reverse(), period, options)).toEqual(result);
        }
      },
    ),
    { numRuns: process.env.ALL_WAYS ? 500 : 30 },
  );
});
