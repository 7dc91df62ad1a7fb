import { Basis } from '../domain/consolidation/basis';
import { consolidateOn } from '../domain/consolidation/consolidate';
import type { Consolidation, ConsolidationOptions } from '../domain/consolidation/consolidation';
import {
  compareEnds,
  parsePeriod,
  PERIOD_GRAMMAR,
  periodLabel,
  periodOf,
  type Period,
} from '../domain/period/period';
import { consolidablePeriods, expectedTiles, type Plan } from '../domain/plan/plan';
import { layOutOn, type Report } from '../domain/report/report';
import type { RunBefore } from '../domain/report/control-sheet';
import { writeIndex } from '../domain/report/index-sheet';
import { finding } from '../domain/finding/finding';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { CheckedFile, Submission } from '../domain/submission/submission';
import type { Sheet } from '../workbook/sheet';
import { verdictOf } from './check-file';
import type { UseCaseRefusalCode } from './refusals';

/** A period that the plan's base periods tile, or what is allowed. */
export function consolidablePeriod(
  plan: Plan,
  text: string,
): Result<Period, Refusal<UseCaseRefusalCode>> {
  const period = parsePeriod(text);
  if (!period) return refuse('unknown-period', { found: text, grammar: PERIOD_GRAMMAR });
  if (expectedTiles(plan, period).length > 0) return accept(period);
  const allowed = consolidablePeriods(plan)
    .map((one) => one.id)
    .join(', ');
  return refuse('period-not-tiled', { found: text, allowed });
}

export interface PeriodReport extends Report {
  result: Consolidation;
  /** Tables first. */
  sheets: Sheet[];
}

export function consolidatePeriod(
  plan: Plan,
  ledger: readonly Submission[],
  period: Period,
  options: ConsolidationOptions,
  standing?: ReadonlySet<string>,
): PeriodReport {
  const basis = new Basis(plan, ledger, period, options);
  const result = consolidateOn(basis);
  const report = layOutOn(basis, result, standing);
  return { ...report, result, sheets: [...report.tables, ...report.figures] };
}

/** The sheets of a report as a file of its own. */
export function reportBook(plan: Plan, report: PeriodReport, before: RunBefore): Sheet[] {
  const sheets = [...report.sheets, report.control(before)];
  const names = sheets.map(({ name }) => name);
  return [writeIndex(plan, names, before.acts), ...sheets];
}

/** Forms that cannot enter this consolidation: of a period that ends later. */
export function refuseOtherPeriods(plan: Plan, period: Period, file: CheckedFile): CheckedFile {
  if (!file.period) return file;
  const own = periodOf(file.period);
  if (compareEnds(own, period) <= 0) return file;
  const parts = expectedTiles(plan, period);
  const expected = parts.map(periodLabel).join(', ');
  const findings = [
    ...file.findings,
    finding('other-period', null, { found: periodLabel(own), expected }),
  ];
  return { ...file, findings, verdict: verdictOf(findings), accepted: 'none' };
}
