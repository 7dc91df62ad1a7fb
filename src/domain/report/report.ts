import type { Sheet } from '../../workbook/sheet';
import type { Consolidation, ConsolidationOptions } from '../consolidation/consolidation';
import { narrativesOf } from '../consolidation/narratives';
import { reconciliations } from '../consolidation/reconciliation';
import type { Plan } from '../plan/plan';
import { hasChoices } from '../plan/stat-cells';
import type { Submission } from '../submission/submission';
import { writeFormFigures } from './form-figures';
import { writeFormTable } from './form-table';
import { writeFormList } from './form-list';
import { writeFormViews } from './form-views';
import { writeHandInTable } from './hand-in-table';
import { writeCharts } from './chart-sheet';
import { CODE_COLUMN, VALUE_COLUMN, writeIndicatorTable } from './indicator-table';
import { notCounted, writeNotCounted } from './not-counted-table';
import { writeMatrix } from './matrix-table';
import { explainedIn, writeExplanationTable } from './explanation-table';
import { writeReconciliation } from './reconciliation-table';
import { writeNarratives } from './narrative-table';
import { reportContext, type ReportContext } from './report-context';
import {
  chartSheetName,
  explanationSheetName,
  formSheetNames,
  narrativeSheetName,
  notCountedSheetName,
  reconciliationSheetName,
  reportSheetNames,
} from './report-sheets';
import { writeTaskTable } from './task-table';

/** The sheets of a period's report. */
export interface Report {
  /** What people read and sign. */
  tables: Sheet[];
  /** The figures in force, that the formulas of the tables add up. */
  figures: Sheet[];
  /** What both are made of, for what is told of the period in words. */
  context: ReportContext;
}

/** `standing` are sheets of an earlier report: an annex among them is laid out also where there is nothing to say in it any more. */
export function layOutReport(
  whole: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
  standing: ReadonlySet<string> = new Set(),
): Report {
  const context = reportContext(whole, submissions, result, options);
  const { plan, period, inForce, day, figures, board } = context;
  const names = reportSheetNames(result.period);
  const forms = result.forms.map((own, index) => {
    const form = plan.forms.find(({ code }) => code === own.form)!;
    const sheets = formSheetNames(form.code, result.period);
    const formFigures = writeFormFigures(sheets.figures, plan, form, period, inForce);
    const title = `PHỤ LỤC ${String(index + 5).padStart(2, '0')} – BIỂU ${form.code}: ${form.title}`;
    // Of a form nobody owes in the period there is nothing to be picked.
    if (!hasChoices(form) || own.rows.length === 0) {
      const table = writeFormTable(sheets.table, title, plan, form, period, result, own, formFigures);
      return { tables: [table], figures: formFigures };
    }
    const request = { names: sheets, title, plan, form, period, result, own, figures: formFigures };
    if (form.lines !== undefined) return { tables: [writeFormList(request)], figures: formFigures };
    const views = writeFormViews(request);
    return { tables: [views.byRow, views.byAgency, views.ofOne], figures: formFigures };
  });
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
  const compared = reconciliations(plan, period, inForce);
  const narratives = narrativesOf(plan, period, inForce);
  const annexes: Annex[] = [
    {
      name: explanationSheetName(result.period),
      title: 'GIẢI TRÌNH CẢNH BÁO, CÁCH HIỂU SỐ LIỆU',
      isEmpty: explained.length === 0,
      write: (name, title) => writeExplanationTable(name, title, plan, period, explained, result),
    },
    {
      name: notCountedSheetName(result.period),
      title: 'SỐ LIỆU KHÔNG TÍNH VÀ LÝ DO',
      isEmpty: left.length === 0,
      write: (name, title) => writeNotCounted(name, title, plan, period, left, result),
    },
    {
      name: reconciliationSheetName(result.period),
      title: 'ĐỐI CHIẾU BÁO CÁO CỦA KỲ DÀI VỚI CÁC KỲ THÀNH PHẦN',
      isEmpty: compared.length === 0,
      write: (name, title) => writeReconciliation(name, title, plan, period, compared, result),
    },
    {
      name: narrativeSheetName(result.period),
      title: 'KHÓ KHĂN, VƯỚNG MẮC THEO ĐƠN VỊ',
      isEmpty: narratives.length === 0,
      write: (name, title) => writeNarratives(name, title, plan, period, narratives, result),
    },
  ];
  const more = annexes
    .filter(({ name, isEmpty }) => !isEmpty || standing.has(name))
    .map(({ name, title, write }) => write(name, appendix(title)));
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
    ...forms.flatMap(({ tables: own }) => own),
    ...more,
    charts,
  ];
  return { tables, figures: [figures.sheet, ...forms.map(({ figures: own }) => own.sheet)], context };
}

/** A table that is there only where there is something to say in it. */
interface Annex {
  name: string;
  title: string;
  isEmpty: boolean;
  write: (name: string, title: string) => Sheet;
}
