import { issueTemplates } from '../../src/app/issue-templates';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { importProvince } from '../../src/domain/agency/national-register';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { inputColumns } from '../../src/domain/plan/stat-form';
import type { Succession } from '../../src/domain/agency/succession';
import { reportingAgencies, type Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/domain/plan/read-plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Observation, Submission } from '../../src/domain/submission/submission';
import { emptyWorkbook } from '../../src/workbook/workbook';

/**
 * Vĩnh Long in 2025: three provinces until 30/6 become one, districts end, communes are merged and
 * some are split.
 */
const register = importProvince(national as National, { code: '86', span: 'across-2025' });
const base = builtinPlan('tra-vinh-2024')!;
const [template] = base.indicators;
const anywhere = [
  { level: 'tinh' as const },
  { level: 'huyen' as const },
  { level: 'xa' as const },
];

const plan: Plan = {
  ...base,
  id: 'vinh-long-2025',
  year: 2025,
  consolidator: 'VPUB',
  schedule: { ...base.schedule, from: '2025-01' },
  ...register,
  indicators: (['flow', 'stock'] as const).map((overTime, index) => ({
    ...template,
    code: ['K1', 'K2'][index],
    kind: index === 0 ? 'increase' : 'ratio',
    overTime,
    filledBy: anywhere,
  })),
  targets: [
    {
      indicator: 'K1',
      level: null,
      agency: null,
      raw: 'Tăng',
      operator: 'increase',
      value: null,
      confirmed: true,
    },
    {
      indicator: 'K2',
      level: null,
      agency: null,
      raw: 'Tối thiểu 50',
      operator: '>=',
      value: 50,
      confirmed: true,
    },
  ],
  tasks: [],
  forms: [BUILTIN_FORMS[0]] as Plan['forms'],
};

const month = (number: number) => `2025-${String(number).padStart(2, '0')}`;
const MONTHS = Array.from({ length: 12 }, (_, index) => month(index + 1));
const agenciesOf = (id: string) => reportingAgencies(plan, periodOf(id));

/**
 * In every month an agency does 3 of 5; a commune of the new kind 6 of 8. Its dossiers: 4 come, 4
 * go, 2 are carried on.
 */
function figures(agency: string, period: string): Submission {
  const isNew = Number(period.slice(5)) > 6;
  const [numerator, denominator] = isNew ? [6, 8] : [3, 5];
  const at = (
    of: Observation['of'],
    code: string,
    measure: string,
    value: number,
    row?: string,
  ): Observation => {
    return {
      of,
      code,
      measure,
      value,
      raw: String(value),
      sheet: 'x',
      cell: 'A1',
      state: 'ok',
      ...(row ? { row } : {}),
    };
  };
  const form = plan.forms[0];
  const dossiers: Record<string, number> = { 4: 3, 5: 1, 6: 2, 8: 2, 9: 1, 10: 1, 12: 1, 13: 1 };
  const observations = [
    ...['K1', 'K2'].flatMap((code) => [
      at('indicator', code, 'numerator', numerator),
      at('indicator', code, 'denominator', denominator),
    ]),
    ...form.rows.flatMap(({ key }) =>
      inputColumns(form).map(({ code }) =>
        at('form', form.code, code, key === '1' ? dossiers[code] : 0, key),
      ),
    ),
  ];
  const common = {
    hash: `${agency} ${period}`,
    file: `${agency}.xlsx`,
    version: 1,
    received: null,
    late: null,
  };
  const verdict = {
    verdict: 'clean' as const,
    accepted: 'all' as const,
    sample: false,
    errors: 0,
    warnings: 0,
    run: 'r',
    explanations: [],
  };
  return { agency, period, ...common, ...verdict, observations };
}

const year = MONTHS.flatMap((id) => agenciesOf(id).map(({ code }) => figures(code, id)));
const options = { acceptIncomplete: false, asOf: null };
const made = new Map<string, ReturnType<typeof consolidatePeriod>>();
function consolidated(id: string) {
  const known = made.get(id) ?? consolidatePeriod(plan, year, periodOf(id), options);
  made.set(id, known);
  return known;
}
const [march, september] = [agenciesOf('2025-03').length, agenciesOf('2025-09').length];
const kindOf = (kind: Succession['kind']) =>
  plan.successions.filter((one) => one.kind === kind && one.date === '2025-07-01');

describe('a province across 01/7/2025', () => {
  it('has its old units until 30/6 and its new ones from 01/7, and stands again when written and read', () => {
    expect(agenciesOf('2025-06').filter(({ level }) => level === 'huyen').length).toBeGreaterThan(
      20,
    );
    expect(agenciesOf('2025-07').filter(({ level }) => level === 'huyen')).toEqual([]);
    expect(agenciesOf('2025-07').filter(({ level }) => level === 'xa')).toHaveLength(124);
    expect(readPlan(emptyWorkbook(writePlan(plan)))).toEqual({ ok: true, value: plan });
  });

  it('March is the old units’, September the new ones’, and the year has every agency’s months', () => {
    const value = (id: string, code: string) => {
      const { numerator, denominator, expected, complete } = consolidated(
        id,
      ).result.indicators.find((one) => one.code === code)!;
      return { numerator, denominator, expected, complete };
    };
    expect(value('2025-03', 'K1')).toEqual({
      numerator: 3 * march,
      denominator: 5 * march,
      expected: march,
      complete: true,
    });
    expect(value('2025-09', 'K1')).toEqual({
      numerator: 6 * september,
      denominator: 8 * september,
      expected: september,
      complete: true,
    });
    // Months 1–2 have departments that ended on 28/02; each month sums its own set.
    const sets = MONTHS.map((id) => agenciesOf(id).length);
    const [first, second] = [sets.slice(0, 6), sets.slice(6)].map((half) =>
      half.reduce((a, b) => a + b, 0),
    );
    expect(value('2025', 'K1')).toEqual({
      numerator: 3 * first + 6 * second,
      denominator: 5 * first + 8 * second,
      expected: first + second,
      complete: true,
    });
    // A stock is what the agencies of December have.
    expect(value('2025', 'K2')).toMatchObject({
      numerator: 6 * sets[11],
      denominator: 8 * sets[11],
      expected: sets[11],
    });
  });

  it('dossiers opened with in January and left in December belong to those who were there then', () => {
    const form = consolidated('2025').result.forms[0];
    const [january, december] = [agenciesOf('2025-01').length, agenciesOf('2025-12').length];
    const months = MONTHS.reduce((sum, id) => sum + agenciesOf(id).length, 0);
    expect(form.total).toMatchObject({
      4: 3 * months,
      5: months,
      6: 2 * january,
      12: december,
      13: december,
    });
    expect(form.complete).toBe(true);
  });

  it('an increase is judged against what an agency took over, and not at all after a split', () => {
    // July's 75% is more than June's 60% of whoever was merged: nobody misses, and whoever was
    // split is not judged.
    const july = consolidated('2025-07').result.indicators.find(({ code }) => code === 'K1')!;
    expect(july.notMet).toEqual([]);
    const worse = year.map((one) =>
      one.period === '2025-07'
        ? {
            ...one,
            observations: one.observations.map((o) =>
              o.measure === 'numerator' ? { ...o, value: 1 } : o,
            ),
          }
        : one,
    );
    const { result } = consolidatePeriod(plan, worse, periodOf('2025-07'), options);
    const notMet = new Set(result.indicators.find(({ code }) => code === 'K1')!.notMet);
    const split = new Set(kindOf('split').map(({ to }) => to));
    const merged = kindOf('merge')
      .map(({ to }) => to)
      .filter((code) => !split.has(code));
    expect(split.size).toBeGreaterThan(0);
    expect([...split].filter((code) => notMet.has(code))).toEqual([]);
    expect(merged.filter((code) => !notMet.has(code))).toEqual([]);
  });

  it('a merged commune’s form carries on the sums of those it was made of; a split one says it cannot be compared', () => {
    const split = kindOf('split')[0].to;
    const merged = kindOf('merge').find(({ to }) =>
      kindOf('split').every((one) => one.to !== to),
    )!.to;
    const parts = plan.successions.filter(({ to }) => to === merged).length;
    const issued = issueTemplates(plan, '2025-08', [merged, split], year);
    if (!issued.ok) throw new Error(issued.refusal.code);
    const before = (agency: string) => {
      const sheet = issued.value.find((one) => one.agency.code === agency)!.make().sheets[0];
      const row = [...sheet.rows.keys()].find((one) => sheet.value(one, 0) === 'K1')!;
      return [11, 12, 19, 20].map((column) => sheet.value(row, column));
    };
    // Last month its own; since January six months of each part and its own July.
    expect(before(merged)).toEqual([6, 8, 3 * 6 * parts + 6, 5 * 6 * parts + 8]);
    expect(before(split).filter((value) => value !== null)).toEqual([
      'không so sánh được',
      'không so sánh được',
    ]);
    const note = consolidated('2025').sheets.find(({ name }) => name === 'Theo đơn vị 2025')!;
    const said = [...note.rows.values()]
      .flatMap((row) => [...row.values()])
      .map(({ value }) => String(value));
    expect(
      said.some((text) => text.startsWith('Không so sánh được với số liệu trước ngày 01/7/2025')),
    ).toBe(true);
  });
});
