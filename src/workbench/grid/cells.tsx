import type { CSSProperties } from 'react';
import { cellName, columnName, contains, type Area, type Position } from '../../workbook/address';
import type { Cell, Edge, HorizontalAlign, Side, Style, VerticalAlign } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Looks, Seen } from '../calc/conditional-looks';
import { shownText } from '../host/number-text';
import { HEADER_HEIGHT, HEADER_WIDTH, type Panes } from './panes';

/** Column letters and row numbers; a press selects the line. */
export function Headers({
  panes,
  onLine,
  onGrip,
}: {
  panes: Panes;
  onLine(line: { row?: number; column?: number }): void;
  /** The edge between this column and the next was taken hold of. */
  onGrip(column: number, event: MouseEvent): void;
}) {
  const { view, geometry } = panes;
  return (
    <div aria-hidden="true">
      {panes.columns
        .filter((column) => geometry.columns.size(column) > 0)
        .map((column) => (
          <div
            key={`c${column}`}
            className="head"
            style={{
              left: panes.x(column),
              top: view.top,
              width: geometry.columns.size(column),
              height: HEADER_HEIGHT,
              zIndex: panes.isFrozenColumn(column) ? 5 : 4,
            }}
            onMouseDown={() => onLine({ column })}
          >
            {columnName(column)}
            <span
              className="grip"
              onMouseDown={(event) => {
                event.stopPropagation();
                onGrip(column, event.nativeEvent);
              }}
            />
          </div>
        ))}
      {panes.rows
        .filter((row) => geometry.rows.size(row) > 0)
        .map((row) => (
          <div
            key={`r${row}`}
            className="head"
            style={{
              top: panes.y(row),
              left: view.left,
              width: HEADER_WIDTH,
              height: geometry.rows.size(row),
              zIndex: panes.isFrozenRow(row) ? 5 : 4,
            }}
            onMouseDown={() => onLine({ row })}
          >
            {row + 1}
          </div>
        ))}
      <div
        className="head"
        style={{
          top: view.top,
          left: view.left,
          width: HEADER_WIDTH,
          height: HEADER_HEIGHT,
          zIndex: 6,
        }}
      />
    </div>
  );
}

/** White under the frozen lines, and the line that parts them from what scrolls. */
export function FrozenBackdrop({ panes }: { panes: Panes }) {
  const { view, frozenHeight, frozenWidth } = panes;
  const common = { top: view.top + HEADER_HEIGHT, left: view.left + HEADER_WIDTH };
  return (
    <div aria-hidden="true">
      {frozenHeight > 0 && (
        <div
          className="frozen"
          style={{ ...common, width: view.width, height: frozenHeight, borderBottomWidth: 1 }}
        />
      )}
      {frozenWidth > 0 && (
        <div
          className="frozen"
          style={{ ...common, width: frozenWidth, height: view.height, borderRightWidth: 1 }}
        />
      )}
      {frozenHeight > 0 && frozenWidth > 0 && (
        // Under the corner both kinds of frozen lines scroll.
        <div
          className="frozen"
          style={{ ...common, width: frozenWidth, height: frozenHeight, zIndex: 2 }}
        />
      )}
    </div>
  );
}

interface PlacedCell {
  row: number;
  column: number;
  area: Area;
  cell: Cell;
  /** How far its text may run beyond its own box, in pixels. */
  room: Room;
}

interface Room {
  left: number;
  right: number;
}

const NO_ROOM: Room = { left: 0, right: 0 };
/** Nothing in the way. */
const FREE = 10_000;

/**
 * A text runs over blank neighbours, up to the next filled one, and not out of frozen columns
 * beside which others have scrolled.
 */
function roomFor(sheet: Sheet, panes: Panes, row: number, column: number): Room {
  const { columns } = panes.geometry;
  let [before, after] = [-1, Infinity];
  for (const [other, { value }] of sheet.rows.get(row) ?? []) {
    if (value === null || value === '') continue;
    if (other < column) before = Math.max(before, other);
    if (other > column) after = Math.min(after, other);
  }
  const isFrozen = panes.isFrozenColumn(column) && panes.view.left > 0;
  const right = isFrozen ? Math.min(columns.start(after), panes.frozenWidth) : columns.start(after);
  return {
    left: columns.start(column) - (before < 0 ? 0 : columns.start(before + 1)),
    right: after === Infinity && !isFrozen ? FREE : right - columns.start(column + 1),
  };
}

/** The lines whose looks are drawn: those in view, and where the merged areas among them begin. */
export function seenOf(sheet: Sheet, panes: Panes, active: Position): Seen {
  const merges = mergesIn(sheet, panes.rows);
  return {
    rows: [...panes.rows, active.row, ...merges.map(({ top }) => top)],
    columns: [...panes.columns, active.column, ...merges.map(({ left }) => left)],
  };
}

function mergesIn(sheet: Sheet, lines: readonly number[]): Area[] {
  return sheet.merges.filter(({ top, bottom }) => lines.some((row) => row >= top && row <= bottom));
}

/**
 * The cells to draw, row by row: a merged area once, from its first cell; the active cell and one
 * that a conditional format colours even when it is blank.
 */
export function rowsToDraw(
  sheet: Sheet,
  panes: Panes,
  active: Position,
  looks: Looks,
): [number, PlacedCell[]][] {
  const rows = new Set(panes.rows);
  const columns = new Set(panes.columns);
  const merges = mergesIn(sheet, panes.rows);
  const placed = new Map<number, PlacedCell[]>();
  const { geometry } = panes;
  const place = (row: number, column: number, area: Area, cell: Cell, room: Room = NO_ROOM) => {
    // Of a hidden line nothing is seen.
    if (
      geometry.rows.size(area.top, area.bottom) === 0 ||
      geometry.columns.size(area.left, area.right) === 0
    )
      return;
    const before = placed.get(row);
    if (before) before.push({ row, column, area, cell, room });
    else placed.set(row, [{ row, column, area, cell, room }]);
  };
  for (const merge of merges)
    place(merge.top, merge.left, merge, sheet.cell(merge.top, merge.left) ?? { value: null });
  for (const row of rows) {
    const here = merges.filter((merge) => row >= merge.top && row <= merge.bottom);
    const isCovered = (column: number) =>
      here.some((merge) => column >= merge.left && column <= merge.right);
    const placeOne = (column: number, cell: Cell, room = NO_ROOM) =>
      place(row, column, { top: row, bottom: row, left: column, right: column }, cell, room);
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (!columns.has(column) || isCovered(column)) continue;
      placeOne(column, cell, hasRoom(cell) ? roomFor(sheet, panes, row, column) : NO_ROOM);
    }
    for (const column of coloured(looks, row, active, columns))
      if (!sheet.cell(row, column) && !isCovered(column)) placeOne(column, { value: null });
  }
  return [...placed].sort((a, b) => a[0] - b[0]);
}

/** A text runs on over blank cells beside it. */
function hasRoom({ value, style }: Cell): boolean {
  return typeof value === 'string' && !style?.wrap;
}

/** The columns of a row that are drawn though they be blank. */
function coloured(
  looks: Looks,
  row: number,
  active: Position,
  columns: ReadonlySet<number>,
): Set<number> {
  const seen = [...(looks.get(row)?.keys() ?? [])].filter((column) => columns.has(column));
  return new Set(row === active.row ? [...seen, active.column] : seen);
}

interface GridCellProps {
  placed: PlacedCell;
  panes: Panes;
  selection: Area;
  look: Style | undefined;
  note: string | undefined;
  mark: string | undefined;
  onEdit(): void;
}

export function GridCell({
  placed: { area, cell, room },
  panes,
  selection,
  look,
  note,
  mark,
  onEdit,
}: GridCellProps) {
  return (
    <div
      role="gridcell"
      className="cell"
      aria-label={cellName(area.top, area.left)}
      aria-selected={contains(selection, area.top, area.left)}
      title={note}
      data-note={note === undefined ? undefined : ''}
      data-mark={mark}
      style={{ ...panes.box(area), ...cssOf(cell, room, look) }}
      onDoubleClick={onEdit}
    >
      {shownText(cell.value, cell.style?.format)}
    </div>
  );
}

const VERTICAL: Record<VerticalAlign, string> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'flex-start',
  distributed: 'center',
};
const HORIZONTAL: Partial<Record<HorizontalAlign, string>> = {
  left: 'flex-start',
  center: 'center',
  right: 'flex-end',
};

const TEXT_ALIGN: Partial<Record<HorizontalAlign, CSSProperties['textAlign']>> = {
  center: 'center',
  right: 'right',
  justify: 'justify',
};

/** `look`: what a conditional format lays over the cell's own. */
function cssOf(cell: Cell, room: Room, look: Style | undefined): CSSProperties {
  const { value } = cell;
  const style: Style = { ...cell.style, ...look };
  const align = style.align ?? (typeof value === 'number' ? 'right' : 'left');
  const lines = [style.underline && 'underline', style.strikethrough && 'line-through']
    .filter(Boolean)
    .join(' ');
  return {
    alignItems: VERTICAL[style.verticalAlign ?? 'bottom'],
    justifyContent: HORIZONTAL[align],
    textAlign: TEXT_ALIGN[align] ?? 'left',
    fontFamily: fontOf(style),
    fontSize: style.fontSize ? `${style.fontSize}pt` : undefined,
    fontWeight: style.bold ? 700 : undefined,
    fontStyle: style.italic ? 'italic' : undefined,
    textDecoration: lines || undefined,
    color: style.fontColor,
    background: style.fill,
    whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
    outline: style.border ? '1px solid #8a8a8a' : undefined,
    paddingLeft: style.indent ? 3 + style.indent * 8 : undefined,
    ...roomCss(room),
    ...edgesCss(style.edges),
  };
}

function roomCss({ left, right }: Room): CSSProperties {
  if (left + right === 0) return { overflow: 'hidden' };
  // The frame of the cell itself is drawn a pixel outside of it.
  return { clipPath: `inset(-2px ${-right - 2}px -2px ${-left - 2}px)` };
}

const WIDTHS: Record<Edge['style'], string> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  dotted: '1px dotted',
  dashed: '1px dashed',
  double: '3px double',
  hair: '1px dotted',
  dashDot: '1px dashed',
  dashDotDot: '1px dotted',
};

function edgesCss(edges: Style['edges']): CSSProperties {
  const css: Record<string, string> = {};
  for (const [side, edge] of Object.entries(edges ?? {}) as [Side, Edge][]) {
    css[`border${side[0].toUpperCase()}${side.slice(1)}`] =
      `${WIDTHS[edge.style]} ${edge.color ?? '#333'}`;
  }
  return css;
}

function fontOf(style: Style): string | undefined {
  return style.fontName ? `"${style.fontName}", "Liberation Serif", serif` : undefined;
}
