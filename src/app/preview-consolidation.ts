import type { Consolidation, ConsolidationOptions } from '../domain/consolidation/consolidation';
import type { Period } from '../domain/period/period';
import { tableChanges, type TableChange } from '../domain/report/table-changes';
import { findSheet } from '../workbook/workbook';
import type { WorkbookPort } from './ports';
import { standingReport } from './standing-report';

/** What consolidating now would write. */
export interface ConsolidationPreview {
  result: Consolidation;
  /** Tables the workbook does not have yet. */
  fresh: string[];
  /** Tables that are made again where they stand. */
  again: string[];
  changes: TableChange[];
}

/** What consolidating a period would change in the workbook as it stands; nothing is written. */
export async function previewConsolidation(
  port: WorkbookPort,
  period: Period,
  options: ConsolidationOptions,
): Promise<ConsolidationPreview> {
  const { result, tables } = await standingReport(port, period, options);
  const standing = await port.readSheets(tables.map(({ name }) => name));
  const found = tables.map((table) => findSheet(standing, table.name));
  return {
    result,
    fresh: tables.filter((_, index) => !found[index]).map(({ name }) => name),
    again: tables.filter((_, index) => found[index]).map(({ name }) => name),
    changes: tables.flatMap((table, index) =>
      found[index] ? tableChanges(found[index], table) : [],
    ),
  };
}
