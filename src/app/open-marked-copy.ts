import { isFormSheet } from '../domain/reading/align';
import { readHead } from '../domain/reading/form-head';
import type { Workbook } from '../workbook/workbook';
import type { WorkbookPort } from './ports';

/** A marked copy, as its head says whose it is; "" where it does not say. */
export interface MarkedCopy {
  agency: string;
  period: string;
}

/** Whose form a marked copy of ours is. */
export function whoseMarkedCopy({
  sheets,
  date1904,
}: Pick<Workbook, 'sheets' | 'date1904'>): MarkedCopy {
  const heads = sheets
    .filter((sheet) => isFormSheet(sheet))
    .map((sheet) => readHead(sheet, date1904));
  return {
    agency: heads.find(({ agency }) => agency)?.agency?.text ?? '',
    period: heads.find(({ period }) => period)?.period?.text ?? '',
  };
}

/** Of the one that is open in Excel. */
export async function openMarkedCopy(port: WorkbookPort): Promise<MarkedCopy> {
  return whoseMarkedCopy(await port.readWhole());
}
