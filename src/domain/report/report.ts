import type { Sheet } from '../../workbook/sheet';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { inForceOf } from '../consolidation/figures-in-force';
import { reconciliations } from '../consolidation/reconciliation';
import { periodOf } from '../period/period';
import { cutOff, type Plan } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import type { Submission } from '../submission/submission';
import { writeFigures } from './figures-sheet';
import { writeFormFigures } from './form-figures';
import { writeFormTable } from './form-table';
import { handIns } from './hand-in';
import { writeHandInTable } from './hand-in-table';
import { chartSheetName, notCountedSheetName } from './report-sheets';
import { writeCharts } from './chart-sheet';
import { CODE_COLUMN, VALUE_COLUMN, writeIndicatorTable } from './indicator-table';
import { notCounted, writeNotCounted } from './not-counted-table';
import { writeMatrix } from './matrix-table';
import { explainedIn, writeExplanationTable } from './explanation-table';
import { writeReconciliation } from './reconciliation-table';
import { explanationSheetName, formSheetNames, reconciliationSheetName, reportSheetNames } from './report-sheets';
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
  const inForce = inForceOf(whole, submissions);
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
  const day = options.asOf ?? cutOff(plan, period);
  const matrix = writeMatrix(names.matrix, plan, period, result, figures);
  const indicators = writeIndicatorTable(
    names.indicators,
    plan,
    period,
    result,
    figures,
    options.acceptIncomplete,
    matrix.totals,
  );
  let number = result.forms.length + 5;
  const appendix = (title: string) => `PHỤ LỤC ${String(number++).padStart(2, '0')} – ${title}`;
  const explained = explainedIn(plan, period, inForce);
  const left = notCounted(plan, period, inForce, figures);
  const more: Sheet[] = [];
  if (explained.length > 0) {
    const title = appendix('GIẢI TRÌNH CẢNH BÁO, CÁCH HIỂU SỐ LIỆU');
    more.push(writeExplanationTable(explanationSheetName(result.period), title, plan, period, explained, result));
  }
  if (left.length > 0) {
    const title = appendix('SỐ LIỆU KHÔNG TÍNH VÀ LÝ DO');
    more.push(writeNotCounted(notCountedSheetName(result.period), title, plan, period, left, result));
  }
  const compared = reconciliations(plan, period, inForce);
  if (compared.length > 0) {
    const title = appendix('ĐỐI CHIẾU BÁO CÁO CỦA KỲ DÀI VỚI CÁC KỲ THÀNH PHẦN');
    more.push(writeReconciliation(reconciliationSheetName(result.period), title, plan, period, compared, result));
  }
  const charts = writeCharts(
    chartSheetName(result.period),
    'BIỂU ĐỒ KẾT QUẢ',
    plan,
    period,
    result,
    figures,
    board,
    inForce,
    day,
    { table: indicators, codeColumn: CODE_COLUMN, valueColumn: VALUE_COLUMN },
  );
  const tables = [
    indicators,
    writeTaskTable(names.tasks, plan, period, result, figures),
    writeHandInTable(names.handIn, plan, period, board, result),
    matrix.sheet,
    ...forms.map(({ table }) => table),
    ...more,
    charts,
  ];
  return { tables, figures: [figures.sheet, ...forms.map(({ figures: own }) => own.sheet)] };
}
