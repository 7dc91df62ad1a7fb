import { InForce } from '../domain/ledger/in-force';
import { cumulativeEntries } from '../domain/consolidation/indicator-result';
import { total } from '../domain/consolidation/coverage';
import { parsePeriod, PERIOD_GRAMMAR, tiles, type Period } from '../domain/period/period';
import {
  baseKind,
  cutOff,
  expectedTiles,
  findAgency,
  isFilledBy,
  isScheduled,
  isSummed,
  reportingAgencies,
  scheduledPeriods,
  type Agency,
  type Plan,
} from '../domain/plan/plan';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { Submission } from '../domain/submission/submission';
import { formFileName, makeForm } from '../domain/template/form';
import type { FormRequest, PreviousFigures } from '../domain/template/form-frame';
import type { Workbook } from '../workbook/workbook';
import type { UseCaseRefusalCode } from './refusals';

export interface IssuedForm {
  agency: Agency;
  fileName: string;
  make(): Workbook;
}

/** A period of the plan's own schedule, or what is allowed. */
export function scheduledPeriod(plan: Plan, text: string): Result<Period, Refusal<UseCaseRefusalCode>> {
  const period = parsePeriod(text);
  if (!period) return refuse('unknown-period', { found: text, grammar: PERIOD_GRAMMAR });
  if (isScheduled(plan, period)) return accept(period);
  const allowed = scheduledPeriods(plan)
    .map((one) => one.id)
    .join(', ');
  return refuse('period-not-scheduled', { found: text, allowed });
}

/** The forms of a period: of every reporting agency that is assigned something, or of those asked for. */
export function issueTemplates(
  plan: Plan,
  periodText: string,
  agencies: readonly string[],
  ledger: readonly Submission[] | null,
): Result<IssuedForm[], Refusal<UseCaseRefusalCode>> {
  const scheduled = scheduledPeriod(plan, periodText);
  if (!scheduled.ok) return scheduled;
  const period = scheduled.value;
  const reporting = reportingAgencies(plan, period);
  for (const code of agencies) {
    if (!findAgency(plan, code)) return refuse('unknown-agency', { code });
    if (!reporting.some((agency) => agency.code === code))
      return refuse('agency-not-reporting', { code, period: period.id });
  }
  const chosen = agencies.length > 0 ? reporting.filter((agency) => agencies.includes(agency.code)) : reporting;
  const inForce = ledger && new InForce(ledger);
  return accept(
    chosen
      .filter((agency) => [...plan.indicators, ...plan.tasks].some((row) => isFilledBy(row, agency)))
      .map((agency) => {
        const request: FormRequest = { plan, agency, period, previous: previousFigures(plan, agency, period, inForce) };
        return { agency, fileName: formFileName(request), make: () => makeForm(request) };
      }),
  );
}

/**
 * An agency's cumulative figures before the period: nothing in the plan's first period, else what the ledger knows completely.
 * Null when it is not known, so that the form leaves lũy kế empty.
 */
function previousFigures(plan: Plan, agency: Agency, period: Period, inForce: InForce | null): PreviousFigures | null {
  const before = tiles({ ...period, firstMonth: 1 }, baseKind(plan.schedule))
    ? expectedTiles(plan, { ...period, firstMonth: 1, lastMonth: period.firstMonth - 1 })
    : [];
  const flows = plan.indicators.filter(isSummed);
  if (before.length === 0) return new Map(flows.map(({ code }) => [code, { numerator: 0, denominator: 0 }]));
  if (!inForce) return null;
  const known = new Map<string, { numerator: number; denominator: number }>();
  for (const indicator of flows) {
    const last = before.at(-1)!;
    const entries = cumulativeEntries(plan, indicator, last, inForce, cutOff(plan, last)).filter(
      (entry) => entry.agency === agency,
    );
    if (entries.length === 0 || entries.some((entry) => entry.figure.kind !== 'figure')) continue;
    const { numerator, denominator, value } = total(indicator, entries);
    known.set(indicator.code, { numerator: numerator ?? value!, denominator: denominator ?? 0 });
  }
  return known;
}
