import type { Level } from '../plan/plan';
import { isColumnNumbers, isTitleCell, type AppendixTable } from './find-tables';
import type { GridCell } from './grid';
import type { Role } from './headings';
import { partLetter, readNumberedTitle, readNumbering, type Numbering } from './numbering';
import { oneLine } from './one-line';

/** A row of an appendix that asks for something, with what stands over it. */
export interface Item {
  table: AppendixTable;
  stt: string;
  section: string;
  sectionTitle: string;
  group: string;
  heading: string;
  parent: Item | null;
  values: Map<Role, GridCell>;
  levelTargets: { level: Level; cell: GridCell }[];
  /** Cells whose place in the table was not plain. */
  unclear: GridCell[];
}

/** A number of the STT column that rows below may belong to: an item, or only a heading of them. */
interface Numbered {
  stt: string;
  item: Item | null;
  heading: string;
  parts: number;
}

interface Row {
  row: number;
  own: readonly GridCell[];
  numbering: Numbering;
  text: GridCell;
  hasOwnText: boolean;
  values: Map<Role, GridCell>;
  ownValues: [Role, GridCell][];
  levelTargets: { level: Level; cell: GridCell }[];
}

/** Reads the rows of the tables of a sheet in their order: sections, headings, numbers and their parts. */
export class RowReader {
  readonly items: Item[] = [];
  /** Rows whose words are kept nowhere in the plan. */
  readonly lost: { table: AppendixTable; cell: GridCell }[] = [];
  private table!: AppendixTable;
  private part = '';
  private section = '';
  private sectionTitle = '';
  private isSectionRoman = false;
  private group = '';
  private groupFrom: 'none' | 'title' | 'section' | 'line' = 'none';
  private heading = '';
  private numbered: Numbered[] = [];
  private last: Item | null = null;
  private count = 0;

  readTable(table: AppendixTable): void {
    this.table = table;
    if (!table.isContinued) this.open();
    let next = this.rowAt(0);
    for (let index = 0; index < table.rows.length; index++) {
      const row = next;
      next = this.rowAt(index + 1);
      if (row) this.read(row, next);
    }
  }

  private open(): void {
    const { title } = this.table;
    const { numbering, title: words } = readNumberedTitle(title);
    const isRoman = numbering.kind === 'roman' || numbering.kind === 'capital';
    this.part = numbering.kind === 'capital' ? numbering.value : '';
    this.section = isRoman ? numbering.value : '';
    this.sectionTitle = isRoman ? words : title;
    this.isSectionRoman = isRoman;
    this.group = title;
    this.groupFrom = title === '' ? 'none' : 'title';
    this.startSection();
  }

  private startSection(): void {
    this.heading = '';
    this.numbered = [];
    this.last = null;
    this.count = 0;
  }

  private rowAt(index: number): Row | null {
    const { grid, columns, levelColumns, rows } = this.table;
    const row = rows[index];
    if (row === undefined) return null;
    const own = grid.cells(row);
    const values = new Map<Role, GridCell>();
    const ownValues: [Role, GridCell][] = [];
    const shown = (column: number): GridCell => {
      const cell = grid.shown(row, column);
      // What a merge draws over from the left belongs to the column it stands in.
      return cell.column === column ? cell : { row, column, text: '', isBold: false };
    };
    for (const [role, column] of columns) {
      if (role === 'stt') continue;
      const cell = shown(column);
      values.set(role, cell);
      if (role !== 'text' && cell.text !== '' && cell.row === row) ownValues.push([role, cell]);
    }
    const levelTargets = levelColumns
      .map(({ level, column }) => ({ level, cell: shown(column) }))
      .filter(({ cell }) => cell.text !== '');
    const stt = own.find(({ column }) => column === columns.get('stt'));
    const text = values.get('text')!;
    return {
      row,
      own,
      numbering: stt ? readNumbering(stt.text) : { kind: 'none' },
      text,
      hasOwnText: text.text !== '' && text.row === row,
      values,
      ownValues,
      levelTargets,
    };
  }

  private read(row: Row, next: Row | null): void {
    const { grid, columns } = this.table;
    if (row.own.length === 0 || isColumnNumbers(row.own)) return;
    const [only] = row.own;
    if (row.own.length === 1 && isTitleCell(grid, only, columns.get('text')!)) return this.readTitle(only);
    const hasValues = row.ownValues.length > 0 || row.levelTargets.length > 0;
    const { numbering } = row;
    if (!hasValues && row.hasOwnText && this.isSectionNumber(numbering)) {
      return this.openSection(numbering.value, oneLine(row.text.text), `${numbering.value}. ${oneLine(row.text.text)}`);
    }
    if (numbering.kind === 'none') return this.readUnnumbered(row, hasValues);
    if (!row.hasOwnText && row.text.text === '') return void this.lost.push({ table: this.table, cell: only });
    if (numbering.kind === 'letter') return this.readLetter(row, numbering.value);
    this.readNumber(row, next, numbering);
  }

  private isSectionNumber(numbering: Numbering): numbering is { kind: 'roman' | 'capital'; value: string } {
    return numbering.kind === 'roman' || numbering.kind === 'capital';
  }

  private readTitle(cell: GridCell): void {
    const whole = oneLine(cell.text);
    const { numbering, title } = readNumberedTitle(cell.text);
    if (this.isSectionNumber(numbering)) return this.openSection(numbering.value, title, whole);
    const isNumbered = numbering.kind === 'number';
    const isSibling = isNumbered && this.groupFrom === 'title' && /^\d/.test(this.group);
    if (isSibling || this.groupFrom === 'none' || this.groupFrom === 'line') {
      this.group = whole;
      this.groupFrom = isSibling ? 'title' : 'line';
      this.startSection();
    } else {
      this.startSection();
      this.heading = whole;
    }
    if (this.isSectionRoman) this.lose(cell);
    else [this.section, this.sectionTitle] = [isNumbered ? numbering.value : '', title];
  }

  /** A letter opens a part of several Roman sections; "C", "D", "I" … are letters only in their order. */
  private openSection(value: string, title: string, whole: string): void {
    const following = this.part === '' ? 'A' : String.fromCharCode(this.part.charCodeAt(0) + 1);
    const isRomanLetter = /^[CDILMVX]$/.test(value);
    const isPart =
      /^[A-ZĐ]$/.test(value) && (value === following ? !(isRomanLetter && this.part === '') : !isRomanLetter);
    if (isPart) this.part = value;
    this.section = isPart || this.part === '' ? value : `${this.part}.${value}`;
    this.sectionTitle = title;
    this.isSectionRoman = true;
    this.startSection();
    if (this.groupFrom === 'title') this.heading = whole;
    else [this.group, this.groupFrom] = [whole, 'section'];
  }

  private readUnnumbered(row: Row, hasValues: boolean): void {
    if (!row.hasOwnText) return this.goOn(row);
    if (hasValues || this.hasNoNumbers()) {
      const over = this.numbered.at(-1);
      if (!over) return void this.add(row, String(++this.count), null, this.hasNoNumbers() ? [] : [row.text]);
      if (over.item && over.parts === 0) {
        over.item.stt += partLetter(0);
        over.parts = 1;
      }
      const item = this.add(row, over.stt + partLetter(over.parts++), null, []);
      if (over.heading !== '') item.heading = over.heading;
      return;
    }
    if (!this.last) return this.readTitle(row.text);
    // Another paragraph of the text above, or a row of its own whose other cells are shared: both look like this.
    this.append(this.last, 'text', row.text);
    this.last.unclear.push(row.text);
  }

  private hasNoNumbers(): boolean {
    return !this.table.columns.has('stt');
  }

  /** A cell of several paragraphs becomes several rows of the sheet. */
  private goOn(row: Row): void {
    if (!this.last) return void this.lost.push({ table: this.table, cell: row.own[0] });
    for (const [role, cell] of row.ownValues) this.append(this.last, role, cell);
    if (row.ownValues.length === 0) this.lost.push({ table: this.table, cell: row.own[0] });
  }

  private append(item: Item, role: Role, cell: GridCell): void {
    const before = item.values.get(role);
    item.values.set(role, before && before.text !== '' ? { ...before, text: `${before.text}\n${cell.text}` } : cell);
  }

  private readLetter(row: Row, letter: string): void {
    const over = this.numbered.at(-1);
    if (!over) return void this.add(row, letter, null, [row.text]);
    over.parts = Math.max(over.parts, letter.charCodeAt(0) - 96);
    const item = this.add(row, over.stt + letter, over.item, []);
    if (over.heading !== '') item.heading = over.heading;
  }

  private readNumber(row: Row, next: Row | null, numbering: Numbering & { value: string }): void {
    const { value } = numbering;
    const isKnown = numbering.kind === 'number';
    while (this.numbered.length > 0 && !value.startsWith(`${this.numbered.at(-1)!.stt}.`)) this.numbered.pop();
    const over = this.numbered.at(-1);
    if (isKnown && this.isHeading(row, next, value)) {
      const text = oneLine(row.text.text);
      this.numbered.push({ stt: value, item: null, heading: `${value}. ${text}`, parts: 0 });
      this.last = null;
      const hasParts = next !== null && this.belongsTo(next, value);
      if (this.measures()) {
        if (!hasParts) this.lose(row.text);
      } else if (!this.isSectionRoman && next?.numbering.kind === 'number')
        [this.section, this.sectionTitle] = [value, text];
      else this.lose(row.text);
      return;
    }
    const item = this.add(row, value.slice(0, 20), over?.item ?? null, isKnown ? [] : [row.text]);
    if (over && over.heading !== '') item.heading = over.heading;
    this.numbered.push({ stt: item.stt, item, heading: '', parts: 0 });
  }

  /** A row of words only, over rows that belong to it; among indicators also one without unit and target. */
  private isHeading(row: Row, next: Row | null, value: string): boolean {
    const isBare = row.ownValues.length === 0 && row.levelTargets.length === 0;
    const hasParts = next !== null && this.belongsTo(next, value);
    if (!this.measures()) return isBare && hasParts;
    const hasFigure =
      row.levelTargets.length > 0 || row.ownValues.some(([role]) => role === 'unit' || role === 'target');
    return !hasFigure && (isBare || hasParts);
  }

  private belongsTo(row: Row, value: string): boolean {
    const { numbering } = row;
    if (numbering.kind === 'letter') return true;
    if (numbering.kind === 'number')
      return numbering.value.startsWith(`${value}.`) || numbering.value.replace(/[a-zđ]$/, '') === value;
    return numbering.kind === 'none' && row.hasOwnText && (row.ownValues.length > 0 || row.levelTargets.length > 0);
  }

  /** Whether the table has figures to reach. */
  private measures(): boolean {
    const { columns, levelColumns } = this.table;
    return columns.has('target') || columns.has('unit') || levelColumns.length > 0;
  }

  private lose(cell: GridCell): void {
    if (!this.measures()) this.lost.push({ table: this.table, cell });
  }

  private add(row: Row, stt: string, parent: Item | null, unclear: GridCell[]): Item {
    const { section, sectionTitle, group, heading } = this;
    const item: Item = {
      table: this.table,
      stt,
      section,
      sectionTitle,
      group,
      heading,
      parent,
      values: row.values,
      levelTargets: row.levelTargets,
      unclear,
    };
    this.items.push(item);
    this.last = item;
    return item;
  }
}
