import {
  areaName,
  cellName,
  contains,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Author, ModelChange } from '../model/workbook-model';
import { overlaps } from './areas';
import type { ExcelHost } from './excel-host';
import { valueTypeOf, wireValue } from './cell-output';

/** Event numbers and target of the client (excel-web, the `eventType` of each handler). */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

export interface EventMessage {
  type: number;
  target: string;
  body: object;
}

/** Where cells go that are put in or taken out, and are no whole rows or columns. */
const SHIFTS = {
  insert: { rows: 'Down', columns: 'Right' },
  delete: { rows: 'Up', columns: 'Left' },
} as const;

const CHANGE_TYPES = {
  insert: { rows: 'RowInserted', columns: 'ColumnInserted', cells: 'CellInserted' },
  delete: { rows: 'RowDeleted', columns: 'ColumnDeleted', cells: 'CellDeleted' },
} as const;

/**
 * Turns changes of the model into the event messages the add-in registered for, pushed after each
 * batch in their order.
 */
export class Events {
  /** Excel.Runtime.enableEvents. */
  isEnabled = true;
  private readonly registered = new Map<string, number>();
  private readonly listeners = new Set<(messages: EventMessage[]) => void>();
  private readonly selectionListeners = new Set<() => void>();
  private waiting: EventMessage[] = [];

  constructor(private readonly host: ExcelHost) {}

  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const count = (this.registered.get(key) ?? 0) - 1;
    if (count > 0) this.registered.set(key, count);
    else this.registered.delete(key);
  }

  /** Where the messages go: the channel to the pane. */
  listen(listener: (messages: EventMessage[]) => void, onSelection: () => void): () => void {
    this.listeners.add(listener);
    this.selectionListeners.add(onSelection);
    return () => {
      this.listeners.delete(listener);
      this.selectionListeners.delete(onSelection);
    };
  }

  deliver(): void {
    if (this.waiting.length === 0) return;
    const messages = this.waiting;
    this.waiting = [];
    for (const listener of this.listeners) listener(messages);
  }

  changed(change: ModelChange): void {
    const { model } = this.host;
    switch (change.kind) {
      case 'cells':
        return this.cellsChanged(change.sheet, change.area, change.by, 'RangeEdited', change);
      case 'shifted':
        return this.shifted(change.sheet, change.shift, change.by);
      case 'look':
        return this.looked(change.sheet, change.area, change.by);
      case 'added':
        return this.onSheet(EVENT.added, change.sheet, { source: sourceOf(change.by) });
      case 'deleted':
        return this.push(EVENT.deleted, WORKBOOK_TARGET, {
          worksheetId: change.id,
          source: sourceOf(change.by),
        });
      case 'renamed':
        return this.onSheet(EVENT.nameChanged, change.sheet, {
          source: sourceOf(change.by),
          nameBefore: change.before,
          nameAfter: change.sheet.name,
        });
      case 'visibility':
        return this.onSheet(EVENT.visibilityChanged, change.sheet, {
          source: sourceOf(change.by),
          visibilityBefore: capital(change.before),
          visibilityAfter: capital(change.sheet.visibility),
        });
      case 'moved':
        return this.onSheet(EVENT.moved, change.sheet, {
          source: sourceOf(change.by),
          positionBefore: change.before,
          positionAfter: model.workbook.sheets.indexOf(change.sheet),
        });
      case 'protection':
        return this.onSheet(EVENT.protectionChanged, change.sheet, {
          source: sourceOf(change.by),
          isProtected: change.sheet.isProtected,
        });
      case 'active':
        return this.activated(change.before);
      case 'selection':
        return this.selected(model.active, model.selection);
      case 'calculated':
        return this.calculated(change.sheets);
      case 'opened':
        this.registered.clear();
        this.waiting = [];
    }
  }

  private looked(sheet: Sheet, area: Area | undefined, by: Author = 'add-in'): void {
    if (!area) return;
    const address = nameOf(area);
    this.onSheet(EVENT.formatChanged, sheet, { source: sourceOf(by), address, referenceId: '' });
  }

  private calculated(sheets: readonly Sheet[]): void {
    for (const sheet of sheets) this.onSheet(EVENT.calculated, sheet, { address: '' });
    this.deliver();
  }

  private activated(before: Sheet): void {
    const { model } = this.host;
    if (model.has(before)) this.onSheet(EVENT.deactivated, before, {});
    this.onSheet(EVENT.activated, model.active, {});
  }

  private shifted(
    sheet: Sheet,
    { area, axis, kind }: Extract<ModelChange, { kind: 'shifted' }>['shift'],
    by: Author,
  ): void {
    const isWhole =
      axis === 'rows'
        ? area.left === 0 && area.right === MAX_COLUMNS - 1
        : area.top === 0 && area.bottom === MAX_ROWS - 1;
    const type = CHANGE_TYPES[kind][isWhole ? axis : 'cells'];
    const shiftDirection = isWhole ? 'None' : `ShiftCell${SHIFTS[kind][axis]}`;
    this.cellsChanged(sheet, area, by, type, { shiftDirection });
  }

  tableChanged(
    type: 'tableAdded' | 'tableDeleted',
    sheet: Sheet,
    table: { id: string; name: string },
  ): void {
    const body = {
      source: 'Local',
      tableId: table.id,
      tableName: table.name,
      worksheetId: this.host.model.idOf(sheet),
    };
    this.push(EVENT[type], WORKBOOK_TARGET, body);
    this.push(EVENT[type], this.host.model.idOf(sheet), body);
  }

  private cellsChanged(
    sheet: Sheet,
    area: Area,
    by: Author,
    changeType: string,
    more: { shiftDirection?: string; before?: CellValue; after?: CellValue },
  ): void {
    const isOne =
      changeType === 'RangeEdited' && area.top === area.bottom && area.left === area.right;
    // Excel gives the values before and after only for a single cell.
    const details =
      isOne && 'before' in more
        ? {
            valueBefore: wireValue(more.before ?? null),
            valueAfter: wireValue(more.after ?? null),
            valueTypeBefore: valueTypeOf(more.before ?? null),
            valueTypeAfter: valueTypeOf(more.after ?? null),
          }
        : {};
    const body = {
      changeType,
      source: sourceOf(by),
      address: nameOf(area),
      shiftDirection: more.shiftDirection ?? 'None',
      // Known in newer hosts only; "ThisLocalAddin" is how an add-in tells its own changes.
      triggerSource: by === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
      ...details,
    };
    this.onSheet(EVENT.changed, sheet, body, area);
    for (const table of sheet.tables) {
      if (!overlaps(table.area, area)) continue;
      const id = this.host.worksheetOf(sheet).tables.idOf(table);
      const told = { ...body, tableId: id };
      for (const target of [id, WORKBOOK_TARGET, this.host.model.idOf(sheet)]) {
        this.push(
          EVENT.tableChanged,
          target,
          { ...told, worksheetId: this.host.model.idOf(sheet) },
          [sheet, area],
        );
      }
    }
  }

  private selected(sheet: Sheet, area: Area): void {
    this.onSheet(EVENT.selectionChanged, sheet, { address: nameOf(area) });
    for (const table of sheet.tables) {
      const inside = contains(table.area, area.top, area.left);
      this.push(EVENT.tableSelectionChanged, this.host.worksheetOf(sheet).tables.idOf(table), {
        worksheetId: this.host.model.idOf(sheet),
        address: inside ? nameOf(area) : '',
      });
    }
    if (this.isEnabled) for (const listener of this.selectionListeners) listener();
  }

  /** To those who watch the sheet and to those who watch all sheets. */
  private onSheet(type: number, sheet: Sheet, body: object, area?: Area): void {
    const worksheetId = this.host.model.idOf(sheet);
    for (const target of [worksheetId, WORKBOOK_TARGET]) {
      this.push(type, target, { worksheetId, ...body }, area && [sheet, area]);
    }
  }

  private push(type: number, target: string, body: object, place?: readonly [Sheet, Area]): void {
    if (!this.isEnabled || !this.registered.has(`${type} ${target}`)) return;
    const reference = place && {
      referenceId: this.host.keep(
        this.host.range(
          place[0],
          place[1].top,
          place[1].left,
          place[1].bottom - place[1].top + 1,
          place[1].right - place[1].left + 1,
        ),
      ),
    };
    this.waiting.push({ type, target, body: { ...body, ...reference } });
  }
}

/**
 * "Local" is this Excel, whoever sits before it; "Remote" is somebody else in the same workbook.
 */
function sourceOf(by: Author): 'Local' | 'Remote' {
  return by === 'other' ? 'Remote' : 'Local';
}

function nameOf(area: Area): string {
  if (area.left === 0 && area.right === MAX_COLUMNS - 1)
    return `${area.top + 1}:${area.bottom + 1}`;
  if (area.top === 0 && area.bottom === MAX_ROWS - 1) {
    return `${cellName(0, area.left).slice(0, -1)}:${cellName(0, area.right).slice(0, -1)}`;
  }
  return areaName(area);
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
