import { periodLabel, type Period } from '../domain/period/period';
import { enclosedIn, putEnclosed } from '../domain/report/carry-typed';
import { dressed, firstDifference } from '../domain/report/compare-tables';
import { cellName } from '../workbook/address';
import { emptyWorkbook, findSheet, type Workbook } from '../workbook/workbook';
import { DeskRefused } from './desk';
import type { WorkbookPort } from './ports';
import { standingReport } from './standing-report';

/**
 * *Bản chỉ có giá trị*: the tables of a period as they stand in the open workbook, without any formula, to be sent. They are laid out
 * anew from the ledger and compared first: a figure that somebody typed over, or a table older than the ledger, is refused by its cell.
 */
export async function valuesOnlyReport(
  port: WorkbookPort,
  period: Period,
): Promise<{ name: string; workbook: Workbook }> {
  const { tables } = await standingReport(port, period);
  const standing = await port.readSheets(tables.map(({ name }) => name));
  const copies = tables.map((anew) => {
    const table = findSheet(standing, anew.name);
    if (!table)
      throw new DeskRefused({ code: 'report-missing', facts: { sheet: anew.name, period: periodLabel(period) } });
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
  return { name: `bao-cao-${period.id}-chi-gia-tri.xlsx`, workbook: emptyWorkbook(copies) };
}
