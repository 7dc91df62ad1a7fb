import { reportFacts, type ReportFacts } from '../domain/written-report/facts';
import { sentName } from '../domain/report/sent-name';
import { printSet } from '../domain/report/print-set';
import type { Sheet } from '../workbook/sheet';
import { periodLabel, type Period } from '../domain/period/period';
import { enclosedIn, putEnclosed } from '../domain/report/carry-typed';
import { dressed, firstDifference } from '../domain/report/compare-tables';
import { cellName } from '../workbook/address';
import { emptyWorkbook, findSheet, type Workbook } from '../workbook/workbook';
import { DeskRefused } from './desk-refused';
import type { WorkbookPort } from './ports';
import { standingReport, type StandingReport } from './standing-report';

/** A workbook that is made to be sent. */
export interface SentWorkbook {
  name: string;
  workbook: Workbook;
}

/**
 * *Bản chỉ có giá trị*: the tables of a period as they stand in the open workbook, without any
 * formula, to be sent.
 */
export async function valuesOnlyReport(port: WorkbookPort, period: Period): Promise<SentWorkbook> {
  const { copies, context } = await soundReport(port, period);
  return {
    name: sentName(context.plan, period.id, 'values', 'xlsx'),
    workbook: emptyWorkbook(copies),
  };
}

/** *Bộ phụ lục để in*: of these tables the annexes, as they are printed. */
export async function annexesToPrint(port: WorkbookPort, period: Period): Promise<SentWorkbook> {
  const { copies, annexes, context } = await soundReport(port, period);
  const name = sentName(context.plan, period.id, 'annexes', 'xlsx');
  return { name, workbook: emptyWorkbook(printSet(copies, annexes)) };
}

/**
 * What the report in Word says, and the line over the tables that names it, as somebody typed it;
 * null where nobody has.
 */
export interface ToWrite {
  /** What its file is called. */
  name: string;
  facts: ReportFacts;
  enclosed: string | null;
}

/**
 * The facts of a report whose tables stand as the ledger gives them: document and annexes hold the
 * same figures.
 */
export async function reportToWrite(port: WorkbookPort, period: Period): Promise<ToWrite> {
  const { context, enclosed } = await soundReport(port, period);
  const name = sentName(context.plan, period.id, 'report', 'docx');
  return { name, facts: reportFacts(context), enclosed };
}

interface SoundReport extends Pick<StandingReport, 'annexes' | 'context'> {
  copies: Sheet[];
  enclosed: string | null;
}

/**
 * The tables of a period as they stand, values only. They are laid out anew from the ledger and
 * compared first: a figure that somebody typed over, or a table older than the ledger, is refused
 * by its cell.
 */
async function soundReport(port: WorkbookPort, period: Period): Promise<SoundReport> {
  const { tables, annexes, context } = await standingReport(port, period);
  const standing = await port.readSheets(tables.map(({ name }) => name));
  const copies = tables.map((anew) => {
    const table = findSheet(standing, anew.name);
    if (!table)
      throw new DeskRefused({
        code: 'report-missing',
        facts: { sheet: anew.name, period: periodLabel(period) },
      });
    const other = firstDifference(table, anew);
    if (!other) {
      const copy = dressed(table, anew);
      const enclosed = enclosedIn(anew);
      if (enclosed !== null) putEnclosed(copy, enclosed);
      return copy;
    }
    const { row, column, found, expected } = other;
    const facts = { sheet: anew.name, cell: cellName(row, column), found, expected };
    throw new DeskRefused({ code: 'report-differs', facts });
  });
  const [first] = tables;
  return { copies, annexes, context, enclosed: first ? enclosedIn(first) : null };
}
