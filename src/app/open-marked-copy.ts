import { isFormSheet } from '../domain/reading/align';
import { readHead } from '../domain/reading/form-head';
import { cellText } from '../domain/table/table';
import { findSheet } from '../workbook/workbook';
import { FINDINGS_SHEET, RESULT } from './annotate';
import type { WorkbookPort } from './ports';

/** A marked copy that is open in Excel, as its head says whose it is; "" where it does not say. */
export interface MarkedCopy {
  agency: string;
  period: string;
}

/** Null where the open workbook is no marked copy of ours. */
export async function openMarkedCopy(port: WorkbookPort): Promise<MarkedCopy | null> {
  const list = findSheet(await port.readSheets([FINDINGS_SHEET]), FINDINGS_SHEET);
  if (!list || !cellText(list.value(0, 0)).startsWith(RESULT)) return null;
  const { sheets, date1904 } = await port.readWhole();
  const heads = sheets
    .filter((sheet) => isFormSheet(sheet))
    .map((sheet) => readHead(sheet, date1904));
  return {
    agency: heads.find(({ agency }) => agency)?.agency?.text ?? '',
    period: heads.find(({ period }) => period)?.period?.text ?? '',
  };
}
