import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import {
  areaName,
  cellName,
  contains,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  type Area,
  type Position,
} from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { edgeFrom } from '../model/edges';
import type { Content, WorkbookModel } from '../model/workbook-model';
import { Charts } from './charts';
import { FrozenBackdrop, GridCell, Headers, rowsToDraw, seenOf } from './cells';
import { copyCells, fromTabbedText, pasteArea, toTabbedText, type Copied } from './clipboard';
import { FindBar } from './find-bar';
import { charactersOf, geometryOf } from './geometry';
import { gridAction, type GridAction, type Movement } from './keys';
import { Panes, reveal, type View } from './panes';
import { editText, typedInput } from './typed-input';
import { isTaken, validationAt, wordsOf } from '../host/validation-check';
import { WordList } from './word-list';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface GridProps {
  model: WorkbookModel;
  revision: number;
  /** Cells of the open sheet that something was found in, by their names. */
  marks?: ReadonlyMap<string, string>;
}

/**
 * The open sheet: values with their looks, a selection that moves as in Excel, typing, pasting and
 * taking back.
 */
export function Grid({ model, revision, marks }: GridProps) {
  const sheet = model.active;
  // The geometry follows every change of the sheet; `revision` counts them.
  const { row: reachedRow, column: reachedColumn } = reachedBy(model);
  const geometry = useMemo(
    () => geometryOf(sheet, { row: reachedRow, column: reachedColumn }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [sheet, revision, reachedRow, reachedColumn],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const isLeaving = useRef(false);
  const isDragging = useRef(false);
  const editor = useRef<HTMLInputElement>(null);
  /** Where each sheet was left, as in Excel. */
  const scrolled = useRef(new WeakMap<Sheet, { top: number; left: number }>());
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1200, height: 800 });
  const [edit, setEdit] = useState<{ text: string; selection: Area; place: 'cell' | 'bar' } | null>(
    null,
  );
  const copied = useRef<Copied | null>(null);
  const [refusal, setRefusal] = useState<{ text: string; selection: Area } | null>(null);
  const [isListOpen, setListOpen] = useState<Area | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [zoom, setZoom] = useState(1);
  const { selection } = model;
  const active = { row: model.activeCell.top, column: model.activeCell.left };
  const activeArea: Area = {
    top: active.row,
    bottom: active.row,
    left: active.column,
    right: active.column,
  };
  const panes = new Panes(geometry, sheet, view);
  const looks = model.looksOf(sheet, seenOf(sheet, panes, active));
  // Moving the selection ends an edit that was not entered, and what was said of it.
  const editing = edit?.selection === selection ? edit.text : null;
  const validation = validationAt(sheet, active.row, active.column);
  const words = wordsOf(validation, sheet, model.workbook);
  const isList = isListOpen === selection && words !== null;
  const prompt = editing === null && !isList ? validation?.prompt : undefined;

  const measure = () => {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = scroller.current!;
    scrolled.current.set(sheet, { top: scrollTop, left: scrollLeft });
    // All is reckoned in pixels of the sheet, however large they are drawn.
    setView({
      top: scrollTop / zoom,
      left: scrollLeft / zoom,
      width: clientWidth / zoom,
      height: clientHeight / zoom,
    });
  };
  useLayoutEffect(() => {
    scroller.current!.scrollTo(scrolled.current.get(sheet) ?? { top: 0, left: 0 });
    measure();
    // Only another sheet or another size moves what is seen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet, zoom]);
  useEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet, zoom]);
  useEffect(() => {
    const end = head(selection, active);
    reveal(scroller.current!, panes, zoom, end.row, end.column);
    // Only a new selection or sheet moves the view, not every change of a cell.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet, selection, zoom]);
  // While a person types, Excel takes no batches.
  useEffect(() => {
    model.typing(editing !== null);
    return () => model.typing(false);
  }, [model, editing]);

  const isLocked = (row: number, column: number) =>
    sheet.isProtected && !sheet.cell(row, column)?.style?.unlocked;
  const setEditing = (text: string | null, place: 'cell' | 'bar' = 'cell') => {
    if (text !== null && isLocked(active.row, active.column)) {
      return setRefusal({ text: 'Ô này được bảo vệ, không sửa được.', selection });
    }
    setRefusal(null);
    setEdit(text === null ? null : { text, selection, place });
  };
  const select = (area: Area, anchor = { row: area.top, column: area.left }) => {
    // Under a merged area only its first cell holds anything.
    const merge = sheet.merges.find((one) => contains(one, anchor.row, anchor.column));
    const place = merge ? { row: merge.top, column: merge.left } : anchor;
    model.select(sheet, withMerges(sheet.merges, area), place);
  };
  const goTo = (row: number, column: number) => {
    const r = Math.max(0, Math.min(MAX_ROWS - 1, row));
    const c = Math.max(0, Math.min(MAX_COLUMNS - 1, column));
    const merge = sheet.merges.find((one) => contains(one, r, c));
    select(merge ?? { top: r, bottom: r, left: c, right: c });
  };
  const extendTo = (row: number, column: number) => {
    const r = Math.max(0, Math.min(MAX_ROWS - 1, row));
    const c = Math.max(0, Math.min(MAX_COLUMNS - 1, column));
    select(
      {
        top: Math.min(active.row, r),
        bottom: Math.max(active.row, r),
        left: Math.min(active.column, c),
        right: Math.max(active.column, c),
      },
      active,
    );
  };

  /** Enters what was typed; false when it is refused and typing goes on. */
  const commit = (text: string): boolean => {
    const cell = sheet.cell(active.row, active.column) ?? { value: null };
    const format = cell.style?.format;
    if (text === editText(cell.value, cell.formula, format)) {
      setEditing(null);
      return true;
    }
    const typed = typedInput(text, format);
    if (!typed) {
      setRefusal({
        text: 'Công thức chưa đúng. Đề nghị kiểm tra dấu ngoặc và dấu “;”.',
        selection,
      });
      return false;
    }
    const isFormula = typed.formula !== undefined;
    if (validation && !isFormula && !isTaken(validation, typed.value, words)) {
      const { text: own = '', severity } = validation.error ?? {};
      setRefusal({ text: own || 'Giá trị nhập không khớp với quy định của ô này.', selection });
      if (!severity) return false;
    } else setRefusal(null);
    setEdit(null);
    model.edit(active.row, active.column, typed);
    return true;
  };
  const enter = (text: string, rows: number, columns: number) => {
    if (!commit(text)) return;
    goTo(active.row + rows, active.column + columns);
    scroller.current?.focus();
  };
  /** Esc: what was typed is forgotten, also by the editor that loses the focus. */
  const leaveEditor = () => {
    isLeaving.current = true;
    setEditing(null);
    scroller.current?.focus();
    isLeaving.current = false;
  };
  const changeAll = (
    area: Area,
    content: (row: number, column: number) => Content | null,
  ): boolean => {
    if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) {
      setRefusal({ text: 'Vùng dán vượt ra ngoài trang tính.', selection });
      return false;
    }
    const cells = [];
    const isCovered = (row: number, column: number) =>
      sheet.merges.some(
        (one) => contains(one, row, column) && (one.top !== row || one.left !== column),
      );
    let locked = 0;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const typed = isCovered(row, column) ? null : content(row, column);
        if (!typed) continue;
        if (isLocked(row, column)) locked++;
        else cells.push({ row, column, content: typed });
      }
    }
    // As in Excel, a protected cell among them refuses the whole.
    if (locked > 0) setRefusal({ text: 'Vùng chọn có ô được bảo vệ, không sửa được.', selection });
    else model.editCells(cells);
    return locked === 0;
  };
  const clearSelected = () => {
    const used = sheet.usedArea();
    const area = {
      ...selection,
      bottom: Math.min(selection.bottom, used?.bottom ?? 0),
      right: Math.min(selection.right, used?.right ?? 0),
    };
    changeAll(area, (row, column) => (sheet.cell(row, column) ? { value: null } : null));
  };

  /** Where a movement leads, from the end of the selection. */
  const placeFor = (movement: Movement, end: Position): Position => {
    switch (movement.kind) {
      case 'move': {
        const { rows, columns } = movement;
        const from = movement.extends ? end : stepFrom(sheet.merges, active, rows, columns);
        if (movement.jumps) return edgeFrom(sheet, from.row, from.column, rows, columns);
        return { row: from.row + rows, column: from.column + columns };
      }
      case 'page': {
        const seen = geometry.rows.at(view.top + view.height) - geometry.rows.at(view.top) - 1;
        return { row: end.row + movement.direction * Math.max(1, seen), column: end.column };
      }
      case 'row-start':
        return { row: end.row, column: sheet.frozenColumns };
      case 'sheet-start':
        return { row: sheet.frozenRows, column: sheet.frozenColumns };
      case 'sheet-end': {
        const used = sheet.usedArea();
        return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
      }
    }
  };
  const act = (action: GridAction) => {
    if ('extends' in action) {
      const to = placeFor(action, head(selection, active));
      return (action.extends ? extendTo : goTo)(to.row, to.column);
    }
    switch (action.kind) {
      case 'select-all': {
        const used = sheet.usedArea() ?? activeArea;
        return select({ top: 0, left: 0, bottom: used.bottom, right: used.right }, active);
      }
      case 'edit':
        return setEditing(currentText(model));
      case 'type':
        return setEditing(action.text);
      case 'clear':
        return clearSelected();
      case 'undo':
        return model.undo();
      case 'redo':
        return model.redo();
      case 'open-list':
        if (words) setListOpen(selection);
        return;
      case 'find':
        return setFinding(true);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (editing !== null || isList) return;
    const action = event.nativeEvent.isComposing ? null : gridAction(event);
    // A letter goes into the editor itself, so that an input method finds it from the first on.
    const isLetter = action?.kind === 'type' && action.text !== '';
    if (!action || (isLetter && event.target === editor.current)) return;
    event.preventDefault();
    act(action);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const { top, left } = selection;
    // What was copied here is pasted whole: values to the last digit, formulas, looks.
    if (copied.current?.text === text) {
      const area = pasteArea(selection, copied.current);
      const isPasted = changeAll(area, (row, column) =>
        copied.current!.at(row - top, column - left, row, column),
      );
      return void (isPasted && select(area));
    }
    const rows = fromTabbedText(text);
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    // One value fills the whole selection; a block goes where the selection begins.
    const isOne = rows.length === 1 && width === 1;
    const area = isOne
      ? selection
      : { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
    const isPasted = changeAll(area, (row, column) => {
      const cell = isOne ? rows[0][0] : rows[row - top][column - left];
      if (cell === undefined) return null;
      return typedInput(cell, sheet.cell(row, column)?.style?.format) ?? { value: cell };
    });
    if (isPasted) select(area);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    const text = toTabbedText(sheet, selection);
    event.clipboardData.setData('text/plain', text);
    copied.current = copyCells(sheet, selection, text, event.type === 'cut');
    if (event.type === 'cut') clearSelected();
  };

  const at = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return panes.at((event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom);
  };
  /**
   * A press anywhere on the sheet, empty cells too; what was being typed is entered first, as in
   * Excel.
   */
  const onPress = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('.editor, .head, .list-button, .word-list')) return;
    const { row, column } = at(event);
    if (editing !== null && !commit(editing)) return event.preventDefault();
    if (event.shiftKey) extendTo(row, column);
    else goTo(row, column);
    isDragging.current = true;
  };
  const onDrag = (event: MouseEvent<HTMLElement>) => {
    if (!isDragging.current || event.buttons !== 1) return;
    const { row, column } = at(event);
    const end = head(selection, active);
    if (end.row !== row || end.column !== column) extendTo(row, column);
  };
  /** A column is made wider or narrower while its edge is held. */
  const onGrip = (column: number, { clientX }: { clientX: number }) => {
    if (sheet.isProtected)
      return setRefusal({
        text: 'Trang tính được bảo vệ, không đổi được độ rộng cột.',
        selection,
      });
    const before = geometry.columns.size(column);
    const onMove = (event: globalThis.MouseEvent) => {
      sheet.columnWidths.set(column, charactersOf(before + (event.clientX - clientX) / zoom));
      model.notify({ kind: 'look', sheet, by: 'person' });
    };
    const onEnd = () => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onEnd);
    };
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onEnd);
  };
  const onLine = ({ row, column }: { row?: number; column?: number }) => {
    if (row !== undefined) select({ top: row, bottom: row, left: 0, right: MAX_COLUMNS - 1 });
    else select({ top: 0, bottom: MAX_ROWS - 1, left: column!, right: column! });
  };

  const typedText = edit?.place === 'cell' ? editing : null;
  const notes = new Map(sheet.notes.map((note) => [cellName(note.row, note.column), note.text]));
  const selected = withMerges(sheet.merges, selection);
  const shownSelection = {
    ...selected,
    bottom: Math.min(selected.bottom, geometry.rows.count - 1),
    right: Math.min(selected.right, geometry.columns.count - 1),
  };
  return (
    <div className="grid-frame">
      <div className="formula-line">
        <NameBox
          key={`${sheet.name} ${areaName(selection)}`}
          selection={selection}
          onGo={(area) => {
            select(area);
            scroller.current?.focus();
          }}
        />
        <input
          className="formula-bar"
          aria-label={`Nội dung ô ${cellName(active.row, active.column)}`}
          value={editing ?? currentText(model)}
          onChange={(event) => setEditing(event.target.value, 'bar')}
          onBlur={() =>
            edit?.place === 'bar' && editing !== null && !isLeaving.current && commit(editing)
          }
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && editing !== null) enter(editing, 1, 0);
            else if (event.key === 'Escape') leaveEditor();
          }}
        />
        {refusal?.selection === selection && <span role="alert">{refusal.text}</span>}
        {CSS.supports('zoom', '2') && (
          <select
            aria-label="Thu phóng trang tính"
            value={zoom}
            onChange={(event) => setZoom(Number(event.target.value))}
          >
            {ZOOMS.map((one) => (
              <option key={one} value={one}>
                {one * 100}%
              </option>
            ))}
          </select>
        )}
      </div>
      {isFinding && (
        <FindBar
          sheet={sheet}
          from={active}
          onFound={({ row, column }) => goTo(row, column)}
          onEnd={() => {
            setFinding(false);
            scroller.current?.focus();
          }}
        />
      )}
      <div
        ref={scroller}
        className="grid"
        role="grid"
        // A grid owns rows only: what is asked of a cell describes it from beside.
        aria-describedby={prompt && 'cell-prompt'}
        aria-label={sheet.name}
        aria-rowcount={geometry.rows.count}
        aria-colcount={geometry.columns.count}
        aria-multiselectable="true"
        tabIndex={0}
        onFocus={(event) =>
          event.target === scroller.current && editor.current?.focus({ preventScroll: true })
        }
        onScroll={measure}
        onKeyDown={onKey}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
      >
        <div
          className="canvas"
          style={{ width: geometry.columns.total + 44, height: geometry.rows.total + 22, zoom }}
          onMouseDown={onPress}
          onMouseMove={onDrag}
          onMouseUp={() => (isDragging.current = false)}
        >
          <Headers panes={panes} onLine={onLine} onGrip={onGrip} />
          <FrozenBackdrop panes={panes} />
          {rowsToDraw(sheet, panes, active, looks).map(([row, cells]) => (
            <div key={row} role="row" aria-rowindex={row + 1} className="row-cells">
              {cells.map((placed) => (
                <GridCell
                  key={placed.column}
                  placed={placed}
                  panes={panes}
                  selection={selection}
                  look={looks.get(placed.row)?.get(placed.column)}
                  note={notes.get(cellName(placed.row, placed.column))}
                  mark={marks?.get(cellName(placed.row, placed.column))}
                  onEdit={() => setEditing(currentText(model))}
                />
              ))}
            </div>
          ))}
          <Charts workbook={model.workbook} sheet={sheet} panes={panes} />
          <div className="selection" style={panes.box(shownSelection)} aria-hidden="true" />
          {words && editing === null && (
            <WordList
              words={words}
              box={panes.box(activeArea)}
              isOpen={isList}
              onOpen={() => setListOpen(isList ? null : selection)}
              onChoose={(word) => {
                setListOpen(null);
                if (word !== null) commit(word);
                scroller.current?.focus();
              }}
            />
          )}
          {prompt && (
            <div className="prompt" id="cell-prompt" style={promptPlace(panes.box(activeArea))}>
              <strong>{prompt.title}</strong> {prompt.text}
            </div>
          )}
          {/* Open or not, one editor has the focus: no word of an input method is cut off. */}
          <div role="row" className="row-cells">
            <div role="gridcell" className="row-cells" aria-label="Đang nhập">
              <input
                ref={editor}
                className={typedText === null ? 'editor closed' : 'editor'}
                aria-label={`Nhập ô ${cellName(active.row, active.column)}`}
                tabIndex={-1}
                autoComplete="off"
                spellCheck={false}
                style={{ ...panes.box(activeArea), zIndex: 4 }}
                value={typedText ?? ''}
                onChange={(event) => setEditing(event.target.value)}
                onBlur={() => !isLeaving.current && typedText !== null && commit(typedText)}
                onKeyDown={(event) => {
                  if (typedText === null) return;
                  // Enter and Esc of an input method end a word, not the cell.
                  if (event.nativeEvent.isComposing) return event.stopPropagation();
                  if (event.key === 'Escape') leaveEditor();
                  else if (event.key === 'Enter') enter(typedText, event.shiftKey ? -1 : 1, 0);
                  else if (event.key === 'Tab') enter(typedText, 0, event.shiftKey ? -1 : 1);
                  else return event.stopPropagation();
                  event.stopPropagation();
                  event.preventDefault();
                }}
              />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** Says what is selected, and goes where an address is typed. */
function NameBox({ selection, onGo }: { selection: Area; onGo(area: Area): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="name-box"
      aria-label="Hộp địa chỉ"
      value={typed ?? areaName(selection)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // The address that stands there leads back into the sheet as well.
        const area = parseArea((typed ?? areaName(selection)).trim().toUpperCase());
        if (area) onGo(area);
        setTyped(null);
      }}
    />
  );
}

function currentText(model: WorkbookModel): string {
  const { top, left } = model.activeCell;
  const cell = model.active.cell(top, left);
  return editText(cell?.value ?? null, cell?.formula, cell?.style?.format);
}

/** The moving end of a selection: the corner away from the active cell. */
function head(
  selection: Area,
  active: { row: number; column: number },
): { row: number; column: number } {
  return {
    row: selection.top === active.row ? selection.bottom : selection.top,
    column: selection.left === active.column ? selection.right : selection.left,
  };
}

/** How far a person has gone; whole rows and columns end where the sheet does. */
function reachedBy({ selection, activeCell }: WorkbookModel): { row: number; column: number } {
  const active = { row: activeCell.top, column: activeCell.left };
  const end = head(selection, active);
  return {
    row: end.row < MAX_ROWS - 1 ? Math.max(active.row, end.row) : active.row,
    column: end.column < MAX_COLUMNS - 1 ? Math.max(active.column, end.column) : active.column,
  };
}

/** A step begins at the active cell, past the merged area it belongs to. */
function stepFrom(
  merges: readonly Area[],
  active: { row: number; column: number },
  rows: number,
  columns: number,
) {
  const merge = merges.find((one) => contains(one, active.row, active.column));
  return {
    row: merge && rows > 0 ? merge.bottom : active.row,
    column: merge && columns > 0 ? merge.right : active.column,
  };
}

/** Merged areas are selected whole. */
function withMerges(merges: readonly Area[], area: Area): Area {
  let grown = area;
  for (const merge of merges) {
    const meets =
      merge.top <= grown.bottom &&
      merge.bottom >= grown.top &&
      merge.left <= grown.right &&
      merge.right >= grown.left;
    if (!meets) continue;
    grown = {
      top: Math.min(grown.top, merge.top),
      bottom: Math.max(grown.bottom, merge.bottom),
      left: Math.min(grown.left, merge.left),
      right: Math.max(grown.right, merge.right),
    };
  }
  return grown;
}

function promptPlace(box: { left?: unknown; top?: unknown; height?: unknown }) {
  return { left: (box.left as number) + 12, top: (box.top as number) + (box.height as number) + 6 };
}
