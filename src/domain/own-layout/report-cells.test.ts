import { long } from '../../../test/long';
import { consolidate } from '../consolidation/consolidate';
import { periodOf } from '../period/period';
import { builtinPlan, BUILTIN_PLANS } from '../plan/builtin';
import { LEVELS } from '../agency/agency';
import { expectedTiles, reportingAgencies, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import { layOutReport } from '../report/report';
import type { FigureSource, IndicatorMeasure, Span } from './figure-source';
import { isGiven } from './propose';
import { reportFinder } from './report-cells';

const options = { acceptIncomplete: false, asOf: null };
const MEASURES: IndicatorMeasure[] = ['numerator', 'denominator', 'value', 'change', 'status'];
const SPANS: Span[] = ['period', 'cumulative', 'previous'];

const SPANS_OF_REPORTS = ['-03', '-Q2', '-H1', '-9M', ''];

/**
 * Every figure a report of the period has by itself; what it is compared with a year ago it may not
 * have.
 */
function sourcesOf(plan: Plan, agencies: readonly string[]): FigureSource[] {
  const provinces = plan.indicators.flatMap(({ code }) =>
    SPANS.flatMap((span) =>
      MEASURES.map((measure): FigureSource => ({
        of: 'indicator',
        code,
        scope: { kind: 'province' },
        span,
        measure,
      })),
    ),
  );
  const levels = LEVELS.filter((level) =>
    plan.agencies.some((one) => agencies.includes(one.code) && one.level === level),
  );
  const scopes = [
    ...levels.map((level) => ({ kind: 'level' as const, level })),
    ...agencies.map((agency) => ({ kind: 'agency' as const, agency })),
  ];
  const others = plan.indicators.flatMap(({ code }) =>
    scopes.flatMap((scope) =>
      MEASURES.slice(0, 3).map((measure): FigureSource => ({
        of: 'indicator',
        code,
        scope,
        span: 'period',
        measure,
      })),
    ),
  );
  const tasks = plan.tasks.flatMap(({ code }) =>
    (['assigned', 'done', 'status'] as const).map((measure): FigureSource => ({
      of: 'task',
      code,
      measure,
    })),
  );
  // Status and change are the period's own.
  return [...provinces, ...others, ...tasks].filter((source) => isGiven(plan, source));
}

describe.each(BUILTIN_PLANS.map(({ id }) => id))('%s', (id) => {
  const whole = builtinPlan(id)!;
  // Of a large province a month and a quarter; every span of it in `npm run test:all`.
  const spans =
    whole.agencies.length > 100 ? long(['-03', '-Q2'], SPANS_OF_REPORTS) : SPANS_OF_REPORTS;
  it.each(spans)(
    'every figure of a report of “%s” is found, each in a cell of its own',
    (suffix) => {
      const period = periodOf(whole.year + suffix);
      const parts = expectedTiles(whole, period);
      if (parts.length === 0) return;
      const plan = planFor(whole, period);
      const { tables } = layOutReport(
        whole,
        [],
        consolidate(whole, [], period.id, options),
        options,
      );
      const find = reportFinder(plan, period, tables);
      const agencies = [...new Set(parts.flatMap((part) => reportingAgencies(plan, part)))].map(
        ({ code }) => code,
      );
      const places = new Map<string, string>();
      const troubles: string[] = [];
      for (const source of sourcesOf(plan, agencies)) {
        const name = JSON.stringify(source);
        const cell = find(source);
        const place = cell && `${cell.sheet.name} ${cell.row} ${cell.column}`;
        if (!place) troubles.push(`${name}: not found`);
        else if (places.has(place)) troubles.push(`${name}: in the cell of ${places.get(place)}`);
        else places.set(place, name);
      }
      expect(troubles).toEqual([]);
      expect(places.size).toBeGreaterThan(20);
    },
  );
});

it('has no figures of a longer span for one agency, and none of what is not in the plan', () => {
  const plan = builtinPlan('tra-vinh-2024')!;
  const period = periodOf('2024-03');
  const { tables } = layOutReport(plan, [], consolidate(plan, [], period.id, options), options);
  const find = reportFinder(plan, period, tables);
  const source = { of: 'indicator', code: 'K07', span: 'cumulative', measure: 'value' } as const;
  expect(find({ ...source, scope: { kind: 'agency', agency: 'SNV' } })).toBeNull();
  expect(find({ ...source, code: 'K99', scope: { kind: 'province' } })).toBeNull();
  expect(find({ of: 'task', code: 'T99', measure: 'done' })).toBeNull();
  expect(reportFinder(plan, period, [])({ ...source, scope: { kind: 'province' } })).toBeNull();
});
