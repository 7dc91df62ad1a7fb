import type { Sheet } from '../../workbook/sheet';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { InForce } from '../ledger/in-force';
import { periodOf } from '../period/period';
import { cutOff, type Plan } from '../plan/plan';
import type { Submission } from '../submission/submission';
import { writeFigures } from './figures-sheet';
import { handIns } from './hand-in';
import { writeHandInTable } from './hand-in-table';
import { writeIndicatorTable } from './indicator-table';
import { writeMatrix } from './matrix-table';
import { reportSheetNames } from './report-sheets';
import { writeTaskTable } from './task-table';

/** The sheets of a period's report: tables people read, and the figures their formulas add up. */
export function layOutReport(
  plan: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
): Sheet[] {
  const period = periodOf(result.period);
  const names = reportSheetNames(result.period);
  const inForce = new InForce(submissions);
  const figures = writeFigures(names.figures, plan, period, inForce, options.asOf ?? cutOff(plan, period));
  const board = handIns(plan, period, submissions, inForce);
  return [
    writeIndicatorTable(names.indicators, plan, period, result, figures, options.acceptIncomplete),
    writeTaskTable(names.tasks, plan, period, result, figures),
    writeHandInTable(names.handIn, plan, period, board, result.sample),
    writeMatrix(names.matrix, plan, period, result, figures),
    figures.sheet,
  ];
}
