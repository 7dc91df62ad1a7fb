import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { cellName, columnName, contains, type Area } from '../../workbook/address';
import type { Cell, HorizontalAlign, Style, VerticalAlign } from '../../workbook/cell';
import { shownText } from '../host/number-text';
import type { WorkbookModel } from '../model/workbook-model';
import { geometryOf, type Geometry } from './geometry';
import { editText, typedInput } from './typed-input';

const HEADER_WIDTH = 44;
const HEADER_HEIGHT = 22;
const MARGIN = 200;

interface View {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** The open sheet: values with their looks, merges, a selection that moves by keyboard, and typing into a cell. */
export function Grid({ model, revision }: { model: WorkbookModel; revision: number }) {
  const sheet = model.active;
  // The geometry follows every change of the sheet; `revision` counts them.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const geometry = useMemo(() => geometryOf(sheet), [sheet, revision]);
  const scroller = useRef<HTMLDivElement>(null);
  const isLeaving = useRef(false);
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1200, height: 800 });
  const [edit, setEdit] = useState<{ text: string; selection: Area } | null>(null);
  const { selection } = model;
  // Moving the selection ends an edit that was not entered.
  const editing = edit?.selection === selection ? edit.text : null;
  const setEditing = (text: string | null) => setEdit(text === null ? null : { text, selection });
  const selected = sheet.merges.find((merge) => contains(merge, selection.top, selection.left)) ?? selection;

  const measure = () => {
    const element = scroller.current!;
    setView({
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    });
  };
  useLayoutEffect(measure, [sheet]);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    reveal(scroller.current!, geometry, selection);
    // Only a new selection or sheet moves the view, not every change of a cell.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet, selection]);

  const move = (rows: number, columns: number) => {
    const from = {
      row: rows > 0 ? selected.bottom : selected.top,
      column: columns > 0 ? selected.right : selected.left,
    };
    const row = Math.max(0, Math.min(geometry.rows.count - 1, from.row + rows));
    const column = Math.max(0, Math.min(geometry.columns.count - 1, from.column + columns));
    model.select(sheet, { top: row, bottom: row, left: column, right: column });
  };
  const commit = (text: string) => {
    const cell = sheet.cell(selection.top, selection.left);
    setEditing(null);
    if (sheet.isProtected && !cell?.style?.unlocked) return;
    if (text !== editText(cell?.value ?? null, cell?.formula)) {
      model.edit(selection.top, selection.left, typedInput(text, cell?.style?.format));
    }
    scroller.current?.focus();
  };
  /** A click anywhere on the sheet, empty cells too; what was being typed is entered first, as in Excel. */
  const pick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('.editor, .head')) return;
    const box = event.currentTarget.getBoundingClientRect();
    const row = geometry.rows.at(event.clientY - box.top - HEADER_HEIGHT);
    const column = geometry.columns.at(event.clientX - box.left - HEADER_WIDTH);
    const merge = sheet.merges.find((one) => contains(one, row, column));
    if (editing !== null) commit(editing);
    const [top, left] = [merge?.top ?? row, merge?.left ?? column];
    model.select(sheet, { top, bottom: top, left, right: left });
  };
  /** Esc: what was typed is forgotten, also by the editor that loses the focus. */
  const leaveEditor = () => {
    isLeaving.current = true;
    setEditing(null);
    scroller.current?.focus();
    isLeaving.current = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (editing !== null) return;
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      Enter: [1, 0],
      PageDown: [20, 0],
      PageUp: [-20, 0],
    };
    const step = steps[event.key];
    if (step) move(...step);
    else if (event.key === 'F2') setEditing(currentText(model));
    else if (event.key === 'Delete') commit('');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) setEditing(event.key);
    else return;
    event.preventDefault();
  };

  const firstRow = geometry.rows.at(Math.max(0, view.top - MARGIN));
  const lastRow = geometry.rows.at(view.top + view.height + MARGIN);
  const firstColumn = geometry.columns.at(Math.max(0, view.left - MARGIN));
  const lastColumn = geometry.columns.at(view.left + view.width + MARGIN);
  const inView: Area = { top: firstRow, bottom: lastRow, left: firstColumn, right: lastColumn };

  return (
    <div className="grid-frame">
      <input
        className="formula-bar"
        aria-label={`Nội dung ô ${cellName(selection.top, selection.left)}`}
        value={editing ?? currentText(model)}
        onChange={(event) => setEditing(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && editing !== null) commit(editing);
          else if (event.key === 'Escape') leaveEditor();
        }}
      />
      <div
        ref={scroller}
        className="grid"
        role="grid"
        aria-label={sheet.name}
        aria-rowcount={geometry.rows.count}
        aria-colcount={geometry.columns.count}
        tabIndex={0}
        onScroll={measure}
        onKeyDown={onKey}
      >
        <div
          className="canvas"
          style={{ width: geometry.columns.total + HEADER_WIDTH, height: geometry.rows.total + HEADER_HEIGHT }}
          onMouseDown={pick}
        >
          <Headers geometry={geometry} area={inView} view={view} />
          {rowsIn(model, inView).map(([row, cells]) => (
            <div key={row} role="row" aria-rowindex={row + 1} className="row-cells">
              {cells.map(({ column, area, cell }) => (
                <GridCell
                  key={column}
                  area={area}
                  cell={cell}
                  geometry={geometry}
                  isSelected={contains(area, selection.top, selection.left)}
                  onEdit={() => setEditing(currentText(model))}
                />
              ))}
            </div>
          ))}
          <div className="selection" style={boxOf(geometry, selected)} aria-hidden="true" />
          {editing !== null && (
            <input
              className="editor"
              aria-label={`Nhập ô ${cellName(selection.top, selection.left)}`}
              autoFocus
              style={boxOf(geometry, selection)}
              value={editing}
              onChange={(event) => setEditing(event.target.value)}
              onBlur={() => !isLeaving.current && commit(editing)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') leaveEditor();
                else if (event.key === 'Enter' || event.key === 'Tab') {
                  commit(editing);
                  move(event.key === 'Enter' ? 1 : 0, event.key === 'Tab' ? 1 : 0);
                } else return;
                event.stopPropagation();
                event.preventDefault();
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function currentText(model: WorkbookModel): string {
  const cell = model.active.cell(model.selection.top, model.selection.left);
  return editText(cell?.value ?? null, cell?.formula);
}

function Headers({ geometry, area, view }: { geometry: Geometry; area: Area; view: View }) {
  const columns = [];
  for (let column = area.left; column <= area.right; column++) {
    const left = geometry.columns.start(column) + HEADER_WIDTH;
    columns.push(
      <div
        key={`c${column}`}
        className="head"
        style={{ left, top: view.top, width: geometry.columns.size(column), height: HEADER_HEIGHT }}
      >
        {columnName(column)}
      </div>,
    );
  }
  const rows = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const top = geometry.rows.start(row) + HEADER_HEIGHT;
    rows.push(
      <div
        key={`r${row}`}
        className="head"
        style={{ top, left: view.left, width: HEADER_WIDTH, height: geometry.rows.size(row) }}
      >
        {row + 1}
      </div>,
    );
  }
  return (
    <div aria-hidden="true">
      {columns}
      {rows}
      <div
        className="head"
        style={{ top: view.top, left: view.left, width: HEADER_WIDTH, height: HEADER_HEIGHT, zIndex: 4 }}
      />
    </div>
  );
}

/** The cells to draw, row by row. */
function rowsIn(model: WorkbookModel, area: Area): [number, PlacedCell[]][] {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cellsIn(model, area)) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows].sort((a, b) => a[0] - b[0]);
}

interface PlacedCell {
  row: number;
  column: number;
  area: Area;
  cell: Cell;
}

/** The cells to draw: a merged area once, from its first cell; covered cells not at all. */
function cellsIn(model: WorkbookModel, area: Area): PlacedCell[] {
  const sheet = model.active;
  const merges = sheet.merges.filter(
    (merge) =>
      merge.bottom >= area.top && merge.top <= area.bottom && merge.right >= area.left && merge.left <= area.right,
  );
  const placed: PlacedCell[] = [];
  for (const merge of merges) {
    const cell = sheet.cell(merge.top, merge.left);
    if (cell) placed.push({ row: merge.top, column: merge.left, area: merge, cell });
  }
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const here = merges.filter((merge) => row >= merge.top && row <= merge.bottom);
    for (const [column, cell] of cells) {
      if (column < area.left || column > area.right) continue;
      if (here.some((merge) => column >= merge.left && column <= merge.right)) continue;
      placed.push({ row, column, area: { top: row, bottom: row, left: column, right: column }, cell });
    }
  }
  return placed;
}

interface GridCellProps {
  area: Area;
  cell: Cell;
  geometry: Geometry;
  isSelected: boolean;
  onEdit(): void;
}

function GridCell({ area, cell, geometry, isSelected, onEdit }: GridCellProps) {
  return (
    <div
      role="gridcell"
      className="cell"
      aria-label={cellName(area.top, area.left)}
      aria-selected={isSelected}
      style={{ ...boxOf(geometry, area), ...cssOf(cell) }}
      onDoubleClick={onEdit}
    >
      {shownText(cell.value, cell.style?.format)}
    </div>
  );
}

function boxOf(geometry: Geometry, area: Area): CSSProperties {
  return {
    left: geometry.columns.start(area.left) + HEADER_WIDTH,
    top: geometry.rows.start(area.top) + HEADER_HEIGHT,
    width: geometry.columns.size(area.left, area.right),
    height: geometry.rows.size(area.top, area.bottom),
  };
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

function cssOf({ style = {}, value }: Cell): CSSProperties {
  const align = style.align ?? (typeof value === 'number' ? 'right' : 'left');
  return {
    alignItems: VERTICAL[style.verticalAlign ?? 'bottom'],
    justifyContent: HORIZONTAL[align],
    textAlign: align === 'center' || align === 'right' || align === 'justify' ? align : 'left',
    fontFamily: fontOf(style),
    fontSize: style.fontSize ? `${style.fontSize}pt` : undefined,
    fontWeight: style.bold ? 700 : undefined,
    fontStyle: style.italic ? 'italic' : undefined,
    color: style.fontColor,
    background: style.fill,
    whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
    outline: style.border ? '1px solid #8a8a8a' : undefined,
    overflow: style.wrap || typeof value === 'number' ? 'hidden' : undefined,
  };
}

function fontOf(style: Style): string | undefined {
  return style.fontName ? `"${style.fontName}", "Liberation Serif", serif` : undefined;
}

/** Scrolls so that the selected cell is seen. */
function reveal(element: HTMLElement, geometry: Geometry, selection: Area): void {
  const top = geometry.rows.start(selection.top);
  const left = geometry.columns.start(selection.left);
  const height = element.clientHeight - HEADER_HEIGHT;
  const width = element.clientWidth - HEADER_WIDTH;
  if (top < element.scrollTop || top + geometry.rows.size(selection.top) > element.scrollTop + height) {
    element.scrollTop = Math.max(0, top - height / 3);
  }
  if (left < element.scrollLeft || left + geometry.columns.size(selection.left) > element.scrollLeft + width) {
    element.scrollLeft = Math.max(0, left - width / 3);
  }
}
