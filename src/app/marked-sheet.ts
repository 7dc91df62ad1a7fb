import { cellText } from '../domain/table/cell-text';
import { findSheet, type Workbook } from '../workbook/workbook';

/** The list of findings in a marked copy, by which one is known. */
export const FINDINGS_SHEET = 'Danh sách lỗi';
/** How the list begins. */
export const RESULT = 'Kết quả kiểm tra:';

/** Whether a workbook is what an office got back with its faults marked: ours, to look at only. */
export function isMarkedCopy(workbook: Workbook): boolean {
  const list = findSheet(workbook, FINDINGS_SHEET);
  return list !== undefined && cellText(list.value(0, 0)).startsWith(RESULT);
}
