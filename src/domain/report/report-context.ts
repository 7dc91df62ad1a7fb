import type { CivilDate } from '../../text/date';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { inForceOf } from '../consolidation/figures-in-force';
import type { InForce } from '../ledger/in-force';
import { periodOf, type Period } from '../period/period';
import { cutOff, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import type { Submission } from '../submission/submission';
import { writeFigures, type FiguresSheet } from './figures-sheet';
import { handIns, type HandIn } from './hand-in';
import { reportSheetNames } from './report-sheets';

/**
 * What every table, chart and sentence of a period's report is made of: coverage is looked up once,
 * and all tell the same.
 */
export interface ReportContext {
  /** As it stands in the period. */
  plan: Plan;
  period: Period;
  result: Consolidation;
  options: ConsolidationOptions;
  inForce: InForce;
  /** The day deadlines are judged by. */
  day: CivilDate;
  figures: FiguresSheet;
  board: readonly HandIn[];
}

export function reportContext(
  whole: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
): ReportContext {
  const period = periodOf(result.period);
  const plan = planFor(whole, period);
  const inForce = inForceOf(whole, submissions);
  const day = options.asOf ?? cutOff(plan, period);
  const figures = writeFigures(reportSheetNames(result.period).figures, plan, period, inForce, day);
  return {
    plan,
    period,
    result,
    options,
    inForce,
    day,
    figures,
    board: handIns(plan, period, submissions, inForce),
  };
}
