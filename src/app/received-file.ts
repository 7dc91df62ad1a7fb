import type { Finding } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { valueBy1900 } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { annotated } from './annotate';
import type { WorkbookPort, WorkbookReader, WorkbookWriter } from './ports';

/** The name of the sheet that shows a received form beside the findings. */
export const VIEW_SHEET = 'Xem bản nộp';

/**
 * Shows a cell of a received file: its sheet is copied, values only, at the same addresses; the
 * file is never touched.
 */
export async function showReceived(
  port: WorkbookPort,
  file: Pick<CheckedFile, 'file'>,
  bytes: Uint8Array,
  read: WorkbookReader,
  place: { sheet: string; cell: string },
): Promise<void> {
  const opened = await read(bytes);
  const source = opened.ok
    ? opened.value.workbook.sheets.find((sheet) => sheet.name === place.sheet)
    : undefined;
  if (!opened.ok || !source) throw new Error(`${file.file}: ${place.sheet}`);
  const view = new Sheet(VIEW_SHEET);
  for (const [row, cells] of source.rows) {
    for (const [column, cell] of cells)
      view.put(row, column, valueBy1900(cell, opened.value.workbook.date1904), cell.style);
  }
  view.merges.push(...source.merges);
  for (const [column, width] of source.columnWidths) view.columnWidths.set(column, width);
  for (const [row, height] of source.rowHeights) view.rowHeights.set(row, height);
  await port.showSheet(view);
  await port.goTo(VIEW_SHEET, place.cell);
}

/** A marked copy of a received file for its sender. */
export async function markedCopy(
  file: CheckedFile,
  bytes: Uint8Array,
  read: WorkbookReader,
  write: WorkbookWriter,
  sentence: (finding: Finding) => string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const opened = await read(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const name = file.file
    .split('/')
    .pop()!
    .replace(/\.[^.]*$/, '');
  return {
    name: `${name}_danh-dau.xlsx`,
    bytes: await write(annotated(opened.value.workbook, file, sentence)),
  };
}
