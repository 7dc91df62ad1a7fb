import { Sheet } from '../../workbook/sheet';
import type { Consolidation } from '../consolidation/consolidation';
import { heightFor, LOOK, readable, writeTableHead } from '../page/page';
import type { Period } from '../period/period';
import type { Plan } from '../plan/plan';
import { headOf, type TableTitle } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';

/** A column of an annex; one of short texts stands in the middle. */
export interface AnnexColumn {
  heading: string;
  width: number;
  isCentred?: boolean;
}

/**
 * An annex of texts, a numbered row each: what is explained, what does not count. One that has
 * become empty says so.
 */
export function writeAnnex(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  result: Consolidation,
  columns: readonly AnnexColumn[],
  rows: readonly (readonly string[])[],
): Sheet {
  const sheet = new Sheet(name);
  const asked: AnnexColumn[] = [{ heading: 'STT', width: 6, isCentred: true }, ...columns];
  const widths = readable(asked.map(({ width }) => width));
  const all = asked.map((column, index) => ({ ...column, width: widths[index] }));
  const last = all.length - 1;
  const top = writeTableHead(sheet, headOf(plan, period, result, title), 0, last);
  const headings = all.map(({ heading, width }) => [heading, width] as const);
  writePlainHeadings(sheet, headings, top);
  const shown =
    rows.length > 0 ? rows : [['Không có', ...Array<string>(columns.length - 1).fill('')]];
  shown.forEach((texts, index) => {
    const row = top + 2 + index;
    [rows.length > 0 ? index + 1 : '', ...texts].forEach((value, column) =>
      sheet.put(row, column, value, all[column].isCentred ? LOOK.textCentre : LOOK.text),
    );
    sheet.rowHeights.set(
      row,
      heightFor(texts.map((text, column) => [text, widths[column + 1], 12] as const)),
    );
  });
  const lastRow = top + 1 + shown.length;
  return finishTable(sheet, { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 });
}
