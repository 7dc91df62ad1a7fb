import { chartTable } from './chart-sheet';
import { explanationTable } from './explanation-table';
import { formTables } from './form-tables';
import { handInTable } from './hand-in-table';
import { indicatorTable } from './indicator-table';
import { matrixTable } from './matrix-table';
import { narrativeTable } from './narrative-table';
import { notCountedTable } from './not-counted-table';
import { reconciliationTable } from './reconciliation-table';
import type { ReportContext } from './report-context';
import type { ReportTable } from './report-table';
import { taskTable } from './task-table';

/**
 * The tables of a period's report in the order they stand and are bound; those of the statistics
 * forms are as many as the plan has.
 */
const ALL: readonly (ReportTable | 'forms')[] = [
  indicatorTable,
  taskTable,
  handInTable,
  matrixTable,
  'forms',
  explanationTable,
  notCountedTable,
  reconciliationTable,
  narrativeTable,
  chartTable,
];

/** Those that every plan has. */
export const REPORT_TABLES = ALL.filter((one) => one !== 'forms');

/** The same with what stands for those of the forms in their place. */
export function withForms<Table>(forms: readonly Table[]): (ReportTable | Table)[] {
  return ALL.flatMap((one): (ReportTable | Table)[] => (one === 'forms' ? [...forms] : [one]));
}

export function tablesOf(context: ReportContext): ReportTable[] {
  return withForms(formTables(context));
}
