import type { PeriodAct } from '../domain/ledger/period-states';
import { periodLabel, type Period, type PeriodId } from '../domain/period/period';
import { dressed, firstDifference } from '../domain/report/compare-tables';
import { cellName } from '../workbook/address';
import { emptyWorkbook, findSheet, type Workbook } from '../workbook/workbook';
import { consolidatePeriod, type PeriodReport } from './consolidate-period';
import { DeskRefused, readDesk, type Desk } from './desk';
import type { WorkbookPort } from './ports';

/**
 * *Bản chỉ có giá trị*: the tables of a period as they stand in the open workbook, without any formula, to be sent. They are laid out
 * anew from the ledger and compared first: a figure that somebody typed over, or a table older than the ledger, is refused by its cell.
 */
export async function valuesOnlyReport(
  port: WorkbookPort,
  period: Period,
): Promise<{ name: string; workbook: Workbook }> {
  const { tables } = reportNow(await readDesk(port), period);
  const standing = await port.readSheets(tables.map(({ name }) => name));
  const copies = tables.map((anew) => {
    const table = findSheet(standing, anew.name);
    if (!table)
      throw new DeskRefused({ code: 'report-missing', facts: { sheet: anew.name, period: periodLabel(period) } });
    const other = firstDifference(table, anew);
    if (!other) return dressed(table, anew);
    const { row, column, found, expected } = other;
    const facts = { sheet: anew.name, cell: cellName(row, column), found, expected };
    throw new DeskRefused({ code: 'report-differs', facts });
  });
  return { name: `bao-cao-${period.id}-chi-gia-tri.xlsx`, workbook: emptyWorkbook(copies) };
}

/** The report of a period as the ledger gives it now, closed with n/N where that is how it was consolidated last. */
export function reportNow({ plan, ledger, acts }: Desk, period: Period): PeriodReport {
  return consolidatePeriod(plan, ledger, period, { acceptIncomplete: wasClosed(acts, period.id), asOf: null });
}

function wasClosed(acts: readonly PeriodAct[], period: PeriodId): boolean {
  const isMade = ({ kind }: PeriodAct) => kind === 'consolidated' || kind === 'closed';
  return acts.findLast((act) => act.period === period && isMade(act))?.kind === 'closed';
}
