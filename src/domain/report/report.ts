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
import { writeFormViews, type FormViewRequest, type FormViews } from './form-views';
import { writeHandInTable } from './hand-in-table';
import { writeCharts } from './chart-sheet';
import { writeControlSheet, type ControlSource, type RunBefore } from './control-sheet';
import { CODE_COLUMN, VALUE_COLUMN, writeIndicatorTable } from './indicator-table';
import { notCounted, writeNotCounted } from './not-counted-table';
import { writeMatrix } from './matrix-table';
import { explainedIn, writeExplanationTable } from './explanation-table';
import { writeReconciliation } from './reconciliation-table';
import { writeNarratives } from './narrative-table';
import { reportContext, type ReportContext } from './report-context';
import { annexNumbers, type TableTitle } from './report-head';
import {
  chartSheetName,
  controlSheetName,
  explanationSheetName,
  formSheetNames,
  narrativeSheetName,
  notCountedSheetName,
  reconciliationSheetName,
  reportSheetNames,
} from './report-sheets';
import { writeTaskTable } from './task-table';
import { dressTabs } from './workbook-guide';

/** The sheets of a period's report. */
export interface Report {
  /** What people read and sign, and what the office keeps beside it. */
  tables: Sheet[];
  /** Those of the tables that go with the report, by name, in the order they are bound. */
  annexes: string[];
  /** The figures in force, that the formulas of the tables add up. */
  figures: Sheet[];
  /** *Kiểm soát*, made last: it tells what the tables say otherwise than before. */
  control(before: RunBefore): Sheet;
  /** What both are made of, for what is told of the period in words. */
  context: ReportContext;
}

/** Which annex a table is, by the name of its sheet. */
type TitleOf = (name: string) => TableTitle;

/** A table of a report. */
interface ReportTable {
  name: string;
  title: string;
  /** Goes with the report and has a number; the others are for the office. */
  isAnnex: boolean;
  /** There is something to say in it; absent: it is always there. */
  isEmpty?: boolean;
  write(titleOf: TitleOf): Sheet;
}

/**
 * `standing` are sheets of an earlier report: a table among them is laid out also where there is
 * nothing to say in it any more.
 */
export function layOutReport(
  whole: Plan,
  submissions: readonly Submission[],
  result: Consolidation,
  options: ConsolidationOptions,
  standing: ReadonlySet<string> = new Set(),
): Report {
  const context = reportContext(whole, submissions, result, options);
  const { plan, period, inForce, figures } = context;
  const forms = result.forms.map(({ form: code }) => {
    const form = plan.forms.find((one) => one.code === code)!;
    return writeFormFigures(
      formSheetNames(code, result.period).figures,
      plan,
      form,
      period,
      inForce,
    );
  });
  const { tables: all, controlled } = tablesOf(context, forms);
  const tables = all.filter(({ name, isEmpty }) => !isEmpty || standing.has(name));
  const annexes = tables.filter(({ isAnnex, isEmpty }) => isAnnex && !isEmpty);
  const numbers = annexNumbers(annexes.length);
  const titles = new Map(
    tables.map((table): [string, TableTitle] => [
      table.name,
      { number: numbers[annexes.indexOf(table)] ?? '', title: table.title },
    ]),
  );
  const written = tables.map((table) => table.write((name) => titles.get(name)!));
  const added = [figures.sheet, ...forms.map(({ sheet }) => sheet)];
  dressTabs(plan, [...written, ...added]);
  return {
    tables: written,
    annexes: annexes.map(({ name }) => name),
    figures: added,
    control: (before) => {
      const name = controlSheetName(result.period);
      const sheet = writeControlSheet(name, context, { ...controlled(), tables: written }, before);
      dressTabs(plan, [sheet]);
      return sheet;
    },
    context,
  };
}

/**
 * The tables in the order they stand: the first that is written is the first here, and one may look
 * at those before it.
 */
function tablesOf(
  context: ReportContext,
  forms: readonly ReturnType<typeof writeFormFigures>[],
): { tables: ReportTable[]; controlled: () => Omit<ControlSource, 'tables'> } {
  const { plan, period, result, options, inForce, day, figures, board } = context;
  const names = reportSheetNames(result.period);
  const explained = explainedIn(plan, period, inForce);
  const left = notCounted(plan, period, inForce, figures);
  const compared = reconciliations(plan, period, inForce);
  const narratives = narrativesOf(plan, period, inForce);
  const hasRows = plan.indicators.length > 0;
  const beside = {
    explained: explanationSheetName(result.period),
    left: notCountedSheetName(result.period),
    compared: reconciliationSheetName(result.period),
    narratives: narrativeSheetName(result.period),
    charts: chartSheetName(result.period),
  };
  let matrix: ReturnType<typeof writeMatrix> | null = null;
  let indicators: ReturnType<typeof writeIndicatorTable> | null = null;
  const tables: ReportTable[] = [
    {
      name: names.indicators,
      title: 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU',
      isAnnex: hasRows,
      write: (titleOf) =>
        (indicators = writeIndicatorTable(
          names.indicators,
          titleOf(names.indicators),
          plan,
          period,
          result,
          figures,
          options.acceptIncomplete,
        )).sheet,
    },
    {
      name: names.tasks,
      title: 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ',
      isAnnex: plan.tasks.length > 0,
      write: (titleOf) =>
        writeTaskTable(names.tasks, titleOf(names.tasks), plan, period, result, figures),
    },
    {
      name: names.handIn,
      title: 'TÌNH HÌNH NỘP BÁO CÁO',
      isAnnex: true,
      write: (titleOf) =>
        writeHandInTable(names.handIn, titleOf(names.handIn), plan, period, board, result),
    },
    {
      name: names.matrix,
      title: 'KẾT QUẢ CHỈ TIÊU THEO ĐƠN VỊ',
      isAnnex: hasRows,
      write: (titleOf) =>
        (matrix = writeMatrix(names.matrix, titleOf(names.matrix), plan, period, result, figures))
          .sheet,
    },
    ...result.forms.flatMap((own, index) => formTables(context, own, forms[index])),
    {
      name: beside.explained,
      title: 'GIẢI TRÌNH CẢNH BÁO, CÁCH HIỂU SỐ LIỆU',
      isAnnex: true,
      isEmpty: explained.length === 0,
      write: (titleOf) =>
        writeExplanationTable(
          beside.explained,
          titleOf(beside.explained),
          plan,
          period,
          explained,
          result,
        ),
    },
    {
      name: beside.left,
      title: 'SỐ LIỆU KHÔNG TÍNH VÀ LÝ DO',
      isAnnex: false,
      isEmpty: left.length === 0,
      write: (titleOf) =>
        writeNotCounted(beside.left, titleOf(beside.left), plan, period, left, result),
    },
    {
      name: beside.compared,
      title: 'ĐỐI CHIẾU BÁO CÁO CỦA KỲ DÀI VỚI CÁC KỲ THÀNH PHẦN',
      isAnnex: false,
      isEmpty: compared.length === 0,
      write: (titleOf) =>
        writeReconciliation(
          beside.compared,
          titleOf(beside.compared),
          plan,
          period,
          compared,
          result,
        ),
    },
    {
      name: beside.narratives,
      title: 'KHÓ KHĂN, VƯỚNG MẮC THEO ĐƠN VỊ',
      // The report tells them by task; this is where each is found.
      isAnnex: false,
      isEmpty: narratives.length === 0,
      write: (titleOf) =>
        writeNarratives(
          beside.narratives,
          titleOf(beside.narratives),
          plan,
          period,
          narratives,
          result,
        ),
    },
    {
      name: beside.charts,
      title: 'BIỂU ĐỒ KẾT QUẢ',
      isAnnex: hasRows,
      write: (titleOf) =>
        writeCharts(
          beside.charts,
          titleOf(beside.charts),
          plan,
          period,
          result,
          figures,
          board,
          inForce,
          day,
          {
            table: indicators!.sheet,
            codeColumn: CODE_COLUMN,
            valueColumn: VALUE_COLUMN,
          },
        ),
    },
  ];
  return {
    tables,
    controlled: () => {
      return { table: names.indicators, rows: indicators!.rows, totals: matrix!.totals, left };
    },
  };
}

/**
 * The tables of a statistics form: one; or, where its rows have choices of their own, by row, by
 * agency and of one agency that is picked.
 */
function formTables(
  { plan, period, result }: ReportContext,
  own: Consolidation['forms'][number],
  figures: ReturnType<typeof writeFormFigures>,
): ReportTable[] {
  const form = plan.forms.find(({ code }) => code === own.form)!;
  const names = formSheetNames(form.code, result.period);
  const title = `BIỂU ${form.code}: ${form.title}`;
  // Of a form nobody owes in the period there is nothing to be picked.
  if (!hasChoices(form) || own.rows.length === 0)
    return [
      {
        name: names.table,
        title,
        isAnnex: true,
        write: (titleOf) =>
          writeFormTable(
            names.table,
            titleOf(names.table),
            plan,
            form,
            period,
            result,
            own,
            figures,
          ),
      },
    ];
  const requestOf = (titleOf: TitleOf): FormViewRequest => {
    const [byAgency, byRow, ofOne] = [names.table, names.byRow, names.ofOne].map((name) =>
      form.lines !== undefined && name !== names.table ? { number: '', title } : titleOf(name),
    );
    return { names, titles: { byAgency, byRow, ofOne }, plan, form, period, result, own, figures };
  };
  if (form.lines !== undefined)
    return [
      {
        name: names.table,
        title,
        isAnnex: true,
        write: (titleOf) => writeFormList(requestOf(titleOf)),
      },
    ];
  let made: FormViews | undefined;
  const views = (titleOf: TitleOf) => (made ??= writeFormViews(requestOf(titleOf)));
  return [
    { name: names.byRow, title, isAnnex: true, write: (titleOf) => views(titleOf).byRow },
    {
      name: names.table,
      title: `${title} (THEO ĐƠN VỊ)`,
      isAnnex: true,
      write: (titleOf) => views(titleOf).byAgency,
    },
    // Whose form it shows is picked in a cell: it is looked at, not bound.
    {
      name: names.ofOne,
      title: `${title} (TỪNG ĐƠN VỊ)`,
      isAnnex: false,
      write: (titleOf) => views(titleOf).ofOne,
    },
  ];
}
