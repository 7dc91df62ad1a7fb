import { isFormSheet } from '../domain/reading/align';
import { readHead } from '../domain/reading/form-head';
import type { WorkbookPort } from './ports';

/** A marked copy that is open in Excel, as its head says whose it is; "" where it does not say. */
export interface MarkedCopy {
  agency: string;
  period: string;
}

/** Whose form a marked copy of ours is. */
export async function openMarkedCopy(port: WorkbookPort): Promise<MarkedCopy> {
  const { sheets, date1904 } = await port.readWhole();
  const heads = sheets
    .filter((sheet) => isFormSheet(sheet))
    .map((sheet) => readHead(sheet, date1904));
  return {
    agency: heads.find(({ agency }) => agency)?.agency?.text ?? '',
    period: heads.find(({ period }) => period)?.period?.text ?? '',
  };
}
