import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { dateFromSerial, formatDate } from '../../text/date';
import { formatNumber } from '../../text/number';
import { columnName, contains, type Area } from '../../workbook/address';
import {
  isDateFormat,
  isError,
  isPercentFormat,
  shownAsPercent,
  type Cell,
} from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';

/** So much of a sheet is drawn around a marked cell: a form's head and its neighbours. */
const ROWS_AROUND = 40;
const COLUMNS = 60;

interface SheetViewProps {
  sheet: Sheet;
  marked: readonly Area[];
  label: string;
}

/** A sheet to be looked at, as its sender filled it, with cells marked and in view. */
export function SheetView({ sheet, marked, label }: SheetViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLTableCellElement>(null);
  const at = marked.at(0);
  useLayoutEffect(() => {
    const [box, cell] = [frame.current, first.current];
    if (!box || !cell) return;
    box.scrollTop = cell.offsetTop - box.clientHeight / 2;
    box.scrollLeft = cell.offsetLeft - box.clientWidth / 2;
    box.scrollIntoView({ block: 'nearest' });
  }, [sheet, at?.top, at?.left]);
  const used = [...sheet.rows.keys()];
  const top = Math.max(0, (at?.top ?? 0) - ROWS_AROUND);
  const bottom = Math.min(Math.max(0, ...used), (at?.bottom ?? 0) + ROWS_AROUND);
  const right = Math.min(COLUMNS - 1, lastColumn(sheet, top, bottom));
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => top + index);
  const columns = Array.from({ length: right + 1 }, (_, index) => index);
  return (
    <div className="sheet-view" ref={frame} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {columns.map((column) => {
                const merge = sheet.merges.find((one) => contains(one, row, column));
                const begins = merge
                  ? row === Math.max(merge.top, top) && column === merge.left
                  : true;
                if (!begins) return null;
                const cell = sheet.cell(merge?.top ?? row, merge?.left ?? column);
                const isMarked = marked.some((one) => contains(one, row, column));
                const isFirst = at !== undefined && at.top === row && at.left === column;
                return (
                  <td
                    key={column}
                    ref={isFirst ? first : undefined}
                    aria-current={isMarked || undefined}
                    rowSpan={merge && Math.min(merge.bottom, bottom) - Math.max(merge.top, top) + 1}
                    colSpan={merge && Math.min(merge.right, right) - merge.left + 1}
                    style={lookOf(cell)}
                  >
                    {cell && shownIn(cell)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lastColumn(sheet: Sheet, top: number, bottom: number): number {
  let last = 0;
  for (const [row, cells] of sheet.rows)
    if (row >= top && row <= bottom)
      for (const column of cells.keys()) last = Math.max(last, column);
  return last;
}

/** What a person would read in the cell, near enough to know it again. */
function shownIn({ value, style }: Cell): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  const day = isDateFormat(style?.format) ? dateFromSerial(value) : null;
  if (day) return formatDate(day);
  return isPercentFormat(style?.format)
    ? `${formatNumber(shownAsPercent(value), 4)}%`
    : asFormatted(value, style?.format);
}

/** The decimals a cell says it shows; where it says none, as many as were typed. */
function asFormatted(value: number, format = ''): string {
  const [, places = ''] = /\.([0#?]+)/.exec(format) ?? [];
  const [whole, fraction = ''] = formatNumber(value, places.length || 6).split(',');
  const shown = fraction.padEnd(places.replace(/[^0]/g, '').length, '0');
  return shown ? `${whole},${shown}` : whole;
}

function lookOf(cell: Cell | undefined): CSSProperties {
  const isNumber = typeof cell?.value === 'number';
  return {
    textAlign: isNumber ? 'right' : undefined,
    fontWeight: cell?.style?.bold ? 600 : undefined,
  };
}
