import type { Sheet } from '../../workbook/sheet';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { InForce } from '../ledger/in-force';
import { periodOf } from '../period/period';
import { cutOff, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import type { Submission } from '../submission/submission';
import { writeFigures } from './figures-sheet';
import { writeFormFigures } from './form-figures';
import { writeFormTable } from './form-table';
import { handIns } from './hand-in';
import { writeHandInTable } from './hand-in-table';
import { writeIndicatorTable } from './indicator-table';
import { writeMatrix } from './matrix-table';
import { explainedIn, writeExplanationTable } from './explanation-table';
import { explanationSheetName, formSheetNames, reportSheetNames } from './report-sheets';
import { writeTaskTable } from './task-table';

/** The sheets of a period's report. */
export interface Report {
  /** What people read and sign. */
  tables: Sheet[];
  /** The figures in force, that the formulas of the tables add up. */
  figures: Sheet[];
}

export function layOutReport(
  whole: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
): Report {
  const period = periodOf(result.period);
  const plan = planFor(whole, period);
  const names = reportSheetNames(result.period);
  const inForce = new InForce(submissions);
  const figures = writeFigures(names.figures, plan, period, inForce, options.asOf ?? cutOff(plan, period));
  const board = handIns(plan, period, submissions, inForce);
  const forms = result.forms.map((own, index) => {
    const form = plan.forms.find(({ code }) => code === own.form)!;
    const sheets = formSheetNames(form.code, result.period);
    const formFigures = writeFormFigures(sheets.figures, plan, form, period, inForce);
    const title = `PHỤ LỤC ${String(index + 5).padStart(2, '0')} – BIỂU ${form.code}: ${form.title}`;
    return {
      table: writeFormTable(sheets.table, title, plan, form, period, result, own, formFigures),
      figures: formFigures,
    };
  });
  const explained = explainedIn(plan, period, inForce);
  const annex = `PHỤ LỤC ${String(result.forms.length + 5).padStart(2, '0')} – GIẢI TRÌNH CẢNH BÁO, CÁCH HIỂU SỐ LIỆU`;
  const explanations =
    explained.length === 0
      ? []
      : [writeExplanationTable(explanationSheetName(result.period), annex, plan, period, explained, result.sample)];
  const tables = [
    writeIndicatorTable(names.indicators, plan, period, result, figures, options.acceptIncomplete),
    writeTaskTable(names.tasks, plan, period, result, figures),
    writeHandInTable(names.handIn, plan, period, board, result.sample),
    writeMatrix(names.matrix, plan, period, result, figures),
    ...forms.map(({ table }) => table),
    ...explanations,
  ];
  return { tables, figures: [figures.sheet, ...forms.map(({ figures: own }) => own.sheet)] };
}
