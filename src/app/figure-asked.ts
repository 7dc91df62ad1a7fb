import { consolidate } from '../domain/consolidation/consolidate';
import type { IndicatorResult } from '../domain/consolidation/consolidation';
import { periodOf, readPeriodLabel, type PeriodId } from '../domain/period/period';
import {
  consolidablePeriods,
  isFilledBy,
  cutOff,
  type Indicator,
  type Plan,
} from '../domain/plan/plan';
import { targetFor } from '../domain/plan/target';
import { judgedAs } from '../domain/report/words';
import type { Agency } from '../domain/agency/agency';
import { plainKey } from '../text/normal-form';
import type { Desk } from './desk';

/** Which part of a result is asked for. */
export type AskedMeasure =
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'ratio'
  | 'cumulative'
  | 'previous'
  | 'status';

/** As people write them in a cell, in either language, without their marks. */
const MEASURES: Record<string, AskedMeasure> = {
  '': 'value',
  'ket qua': 'value',
  value: 'value',
  'tu so': 'numerator',
  tu: 'numerator',
  numerator: 'numerator',
  'mau so': 'denominator',
  mau: 'denominator',
  denominator: 'denominator',
  'luy ke': 'cumulative',
  cumulative: 'cumulative',
  'ky truoc': 'previous',
  previous: 'previous',
};

/** The words for the province as a whole. */
const PROVINCE: ReadonlySet<string> = new Set(['', 'tinh', 'toan tinh', 'province']);

/** What a cell asks for, as it was typed. */
export interface AskedFigure {
  indicator: string;
  agency: string;
  period: string;
  measure: string;
}

/** Why there is no figure; none is ever a zero. */
export type FigureGap =
  | { code: 'no-plan' }
  | {
      code: 'no-such-indicator' | 'no-such-agency' | 'no-such-period' | 'no-such-measure';
      found: string;
    }
  | { code: 'not-assigned' | 'no-figure' | 'not-loaded' };

export type FigureAnswer = { value: number | string } | { gap: FigureGap };

/**
 * The figures in force of one ledger, for however many cells ask: each period is made once, and
 * each agency of it.
 */
export class FigureBook {
  private readonly made = new Map<string, Map<string, IndicatorResult>>();

  constructor(private readonly desk: Pick<Desk, 'plan' | 'ledger' | 'acts'>) {}

  answer(asked: AskedFigure, kind: 'figure' | 'ratio' | 'status'): FigureAnswer {
    const { plan } = this.desk;
    const indicator = plan.indicators.find(
      ({ code }) => plainKey(code) === plainKey(asked.indicator),
    );
    if (!indicator) return gap('no-such-indicator', asked.indicator);
    const agency = PROVINCE.has(plainKey(asked.agency)) ? null : agencyOf(plan, asked.agency);
    if (agency === undefined) return gap('no-such-agency', asked.agency);
    const period = readPeriodLabel(asked.period);
    if (!period || !consolidablePeriods(plan).some(({ id }) => id === period.id))
      return gap('no-such-period', asked.period);
    const measure =
      kind === 'figure' ? MEASURES[plainKey(asked.measure)] : kind === 'ratio' ? 'ratio' : 'status';
    if (measure === undefined) return gap('no-such-measure', asked.measure);
    const result = this.resultsOf(period.id, agency).get(indicator.code);
    // A row that does not stand in this period, or is not the agency's.
    if (!result || result.status === 'not-assigned') return { gap: { code: 'not-assigned' } };
    const value = partOf(result, measure, indicator);
    return value === null ? { gap: { code: 'no-figure' } } : { value };
  }

  private resultsOf(period: PeriodId, agency: Agency | null): Map<string, IndicatorResult> {
    const key = `${period} ${agency?.code ?? ''}`;
    const known = this.made.get(key);
    if (known) return known;
    const { plan, ledger, acts } = this.desk;
    const isMade = acts.findLast(
      (act) => act.period === period && (act.kind === 'closed' || act.kind === 'consolidated'),
    );
    const options = { acceptIncomplete: agency === null && isMade?.kind === 'closed', asOf: null };
    const { indicators } = consolidate(
      agency ? ofOne(plan, agency, period) : plan,
      ledger,
      period,
      options,
    );
    const results = new Map(indicators.map((one) => [one.code, one]));
    this.made.set(key, results);
    return results;
  }
}

/** The plan as if one agency alone filled it, judged by its own target. */
function ofOne(plan: Plan, agency: Agency, period: PeriodId): Plan {
  const day = cutOff(plan, periodOf(period));
  const indicators = plan.indicators.map(({ filledBefore: _, ...one }) => ({
    ...one,
    filledBy: isFilledBy(one, agency, day) ? [{ agency: agency.code }] : [],
  }));
  const targets = plan.indicators.flatMap(({ code }) => {
    const own = targetFor(plan, code, { agency, level: agency.level });
    return own ? [{ ...own, agency: null, level: null }] : [];
  });
  return { ...plan, indicators, targets };
}

function agencyOf({ agencies }: Plan, text: string): Agency | undefined {
  const wanted = plainKey(text);
  const by = (said: (agency: Agency) => string) =>
    agencies.filter((one) => plainKey(said(one)) === wanted);
  const found = [
    by(({ code }) => code),
    by(({ name }) => name),
    by(({ shortName }) => shortName),
  ].find(({ length }) => length > 0);
  // Two of one name are neither.
  return found?.length === 1 ? found[0] : undefined;
}

function partOf(
  result: IndicatorResult,
  measure: AskedMeasure,
  indicator: Indicator,
): number | string | null {
  switch (measure) {
    case 'status':
      return judgedAs(result, indicator);
    case 'ratio':
      return result.numerator === null || !result.denominator
        ? null
        : result.numerator / result.denominator;
    case 'cumulative':
      return result.cumulative.value;
    case 'previous':
      return result.previous?.value ?? null;
    default:
      return result[measure];
  }
}

function gap(code: Extract<FigureGap, { found: string }>['code'], found: string): FigureAnswer {
  return { gap: { code, found } };
}
