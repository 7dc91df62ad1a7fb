import type { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import type { Period, PeriodId } from '../period/period';
import type { Plan } from '../plan/plan';
import type { ReportContext } from './report-context';
import type { TableTitle } from './report-head';

/** A table as it is written, with what others take from it. */
export interface Written {
  sheet: Sheet;
}

/** A table of a period's report. */
export interface ReportTable<Made extends Written = Written> {
  /** What it is called in codes. */
  key: string;
  /** Its sheets are called so, followed by the period. */
  word: string;
  title: string;
  /** Is not sent with the report, which has a number for each of the others. */
  isForOffice?: true;
  /** People type into it: what they typed is carried on when it is made anew. */
  isTyped?: true;
  /** It is there only where there is something to say in it. */
  isOptional?: true;
  of(context: ReportContext): TableOfPeriod<Made>;
}

/** What a table says of one period. */
export interface TableOfPeriod<Made extends Written = Written> {
  /** False where it would go with the report and there is nothing in it of this plan. */
  isAnnex?: boolean;
  /** Only of one that is optional. */
  isEmpty?: boolean;
  write(at: TableAt, others: Others): Made;
}

/** The sheet of a table, and which annex it is. */
export interface TableAt {
  name: string;
  title: TableTitle;
}

/** The other tables of the report, for one that looks at them. */
export interface Others {
  /** As it is written. */
  made<Made extends Written>(table: ReportTable<Made>): Made;
  titleOf(name: string): TableTitle;
}

/** The names say the period so that periods stand side by side in one workbook. */
export function sheetNameOf({ word }: Pick<ReportTable, 'word'>, period: PeriodId): string {
  return `${word} ${period}`;
}

/** A table of rows that is there only where it has any. */
export function tableOfRows<Row>({
  rowsOf,
  write,
  ...named
}: Pick<ReportTable, 'key' | 'word' | 'title' | 'isForOffice'> & {
  rowsOf(context: ReportContext): readonly Row[];
  write(
    name: string,
    title: TableTitle,
    plan: Plan,
    period: Period,
    rows: readonly Row[],
    result: Consolidation,
  ): Sheet;
}): ReportTable {
  return {
    ...named,
    isOptional: true,
    of: (context) => {
      const { plan, period, result } = context;
      const rows = rowsOf(context);
      return {
        isEmpty: rows.length === 0,
        write: ({ name, title }) => ({ sheet: write(name, title, plan, period, rows, result) }),
      };
    },
  };
}
