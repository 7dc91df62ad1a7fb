import type { Agency } from '../../src/domain/agency/agency';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import type { Observation, Submission } from '../../src/domain/submission/submission';

/** A year of a province of any size: twelve months, forty indicators of every agency. */
export const MONTHS = Array.from(
  { length: 12 },
  (_, index) => `2024-${String(index + 1).padStart(2, '0')}`,
);
export const INDICATORS = 40;

const base = builtinPlan('tra-vinh-2024')!;

/** The plan of Trà Vinh with 40 indicators and so many communes. */
export function planOf(agencies: number): Plan {
  const [ratio] = base.indicators.filter(
    ({ kind, overTime }) => kind === 'ratio' && overTime === 'flow',
  );
  const communes = base.agencies.filter(({ level }) => level === 'xa');
  const xa = (index: number): Agency => {
    const like = communes[index % communes.length];
    return { ...like, code: String(30_000 + index), name: `${like.name} ${index}`, parent: null };
  };
  const indicators = Array.from({ length: INDICATORS }, (_, index): Indicator => {
    const code = `K${String(index + 1).padStart(2, '0')}`;
    return {
      ...ratio,
      code,
      stt: String(index + 1),
      task: '',
      sameAs: '',
      filledBy: [{ level: 'xa' }],
    };
  });
  const own = base.agencies
    .filter(({ code }) => code === base.consolidator)
    .map((one) => ({ ...one, reports: false }));
  return {
    ...base,
    agencies: [...own, ...Array.from({ length: agencies }, (_, index) => xa(index))],
    indicators,
    targets: [],
    tasks: [],
    successions: [],
    confirmations: [],
  };
}

export function submissionsOf(plan: Plan): Submission[] {
  const reporting = plan.agencies.filter(({ reports }) => reports);
  return MONTHS.flatMap((period, month) =>
    reporting.map(({ code: agency }, index): Submission => {
      const at = (code: string, row: number, measure: string, value: number): Observation => ({
        of: 'indicator',
        code,
        measure,
        value,
        raw: String(value),
        sheet: 'Biểu chỉ tiêu',
        cell: `${measure === 'numerator' ? 'H' : 'I'}${12 + row}`,
        state: 'ok',
      });
      const file = `${period}_${agency}_ubnd-xa-don-chau.xlsx`;
      const common = {
        hash: `${'0'.repeat(50)}${agency}${period}`,
        file,
        version: 1,
        received: period + '-18',
        late: 0,
      };
      return {
        ...common,
        agency,
        period,
        verdict: 'clean',
        accepted: 'all',
        sample: false,
        errors: 0,
        warnings: 0,
        run: `${period}-18 08:00:00.000`,
        observations: plan.indicators.flatMap(({ code }, row) => [
          at(code, row, 'numerator', 30 + ((index + month + row) % 50)),
          at(code, row, 'denominator', 100 + ((index * 7 + row) % 90)),
        ]),
        explanations: [],
      };
    }),
  );
}
