import { isFormSheet } from '../domain/reading/align';
import { readHead } from '../domain/reading/form-head';
import type { Workbook } from '../workbook/workbook';

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
