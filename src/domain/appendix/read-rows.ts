import { knownAt, lastOf } from '../../known/known';
import { isColumnNumbers, isTitleCell, type AppendixTable } from './find-tables';
import type { GridCell } from './grid';
import type { TargetScope } from './header';
import type { Role } from './headings';
import {
  partLetter,
  readNumberedTitle,
  readNumbering,
  readWordsNumber,
  type Numbering,
} from './numbering';
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
  scoped: ScopedCell[];
  openings: { year: number | null; cell: GridCell }[];
  /** Cells whose place in the table was not plain. */
  unclear: GridCell[];
  /** Cells of a heading above that were taken for want of the row's own. */
  inherited: { role: Role; cell: GridCell }[];
}

/** A cell under a heading of targets for one level, agency, year or part of the year. */
export interface ScopedCell {
  scope: TargetScope;
  cell: GridCell;
}

/** Words that a reader must look at: they became no row, or only by a guess. */
export interface Doubtful {
  table: AppendixTable;
  cell: GridCell;
  why: 'row' | 'heading' | 'section-figure';
}

/** What a heading gives to the rows under it where they say nothing themselves. */
type Defaults = ReadonlyMap<Role, GridCell>;

const GIVEN_DOWN: readonly Role[] = ['lead', 'implementing', 'coordinating', 'deadline'];
/** Columns that say what a row asks for; the others only say of whom, or how it is named. */
const CONTENT: readonly Role[] = [
  'unit',
  'target',
  'lead',
  'coordinating',
  'implementing',
  'product',
  'result',
  'deadline',
];

/** A number of the STT column that rows below may belong to: an item, or only a heading of them. */
interface Numbered {
  stt: string;
  item: Item | null;
  heading: string;
  parts: number;
  defaults: Defaults;
}

interface Row {
  row: number;
  own: readonly GridCell[];
  numbering: Numbering;
  /** Which of several columns of numbers it stands in. */
  numberedIn: number;
  /** The plan's own code of the row, "" when none. */
  code: string;
  text: GridCell;
  hasOwnText: boolean;
  values: Map<Role, GridCell>;
  /**
   * Cells of the row itself that ask for something; "Đạt các chỉ tiêu sau:" only leads over to the
   * rows below.
   */
  ownValues: [Role, GridCell][];
  scoped: ScopedCell[];
  /** Its number's cell is drawn over from the row above. */
  sharesNumber: boolean;
}

/**
 * Reads the rows of the tables of a sheet in their order: sections, headings, numbers and their
 * parts.
 */
export class RowReader {
  readonly items: Item[] = [];
  readonly doubtful: Doubtful[] = [];
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
  private sectionDefaults: Defaults = new Map();
  private headingDefaults: Defaults = new Map();
  private groupCell: GridCell | null = null;
  /** Columns that nearly every numbered row of the table fills. */
  private usual: ReadonlySet<Role> = new Set();
  private hasOnlyRoman = false;

  readTable(table: AppendixTable): void {
    this.table = table;
    if (!table.isContinued) this.open();
    const rows = table.rows.map((_, index) => this.rowAt(index)!);
    this.survey(rows);
    rows.forEach((row, index) => this.read(row, rows[index + 1] ?? null));
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
    this.sectionDefaults = new Map();
    this.groupCell = null;
    this.startSection();
  }

  /** What the rows of the table have in common tells a heading from a row that lacks something. */
  private survey(rows: readonly Row[]): void {
    const filled = new Map<Role, number>();
    let [numbered, romans, others] = [0, 0, 0];
    for (const row of rows) {
      if (row.numbering.kind === 'roman') romans++;
      else if (row.numbering.kind === 'number' || row.numbering.kind === 'letter') others++;
      if (row.numbering.kind !== 'number' || row.ownValues.length === 0) continue;
      numbered++;
      for (const role of CONTENT)
        if ((row.values.get(role)?.text ?? '') !== '')
          filled.set(role, (filled.get(role) ?? 0) + 1);
    }
    this.usual = new Set(
      [...filled].filter(([, count]) => count * 5 >= numbered * 4).map(([role]) => role),
    );
    this.hasOnlyRoman = romans > 1 && others === 0;
  }

  private startSection(): void {
    this.heading = '';
    this.headingDefaults = new Map();
    this.numbered = [];
    this.last = null;
    this.count = 0;
  }

  private rowAt(index: number): Row | null {
    const { grid, columns, numberColumns, scoped, rows } = this.table;
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
      if (cell.row === row && isContent(role, cell)) ownValues.push([role, cell]);
    }
    const written = knownAt(values, 'text');
    const { numbering, numberedIn, words } = this.numberOf(row, own, written);
    const text = words === written.text ? written : { ...written, text: words };
    values.set('text', text);
    const code = values.get('code');
    return {
      row,
      own,
      numbering,
      numberedIn,
      code: code && code.row === row ? oneLine(code.text) : '',
      text,
      hasOwnText: text.text !== '' && text.row === row,
      values,
      ownValues,
      scoped: scoped
        .map(({ scope, column }) => ({ scope, cell: shown(column) }))
        .filter(({ cell }) => cell.text !== ''),
      sharesNumber: numberColumns.length > 0 && grid.isCovered(row, numberColumns[0]),
    };
  }

  /** A row's number: of the first column of numbers that has one, else before its words. */
  private numberOf(
    row: number,
    own: readonly GridCell[],
    text: GridCell,
  ): { numbering: Numbering; numberedIn: number; words: string } {
    const { numberColumns } = this.table;
    for (const [at, column] of numberColumns.entries()) {
      const cell = own.find((one) => one.column === column);
      const numbering = cell && readNumbering(cell.text);
      if (numbering && numbering.kind !== 'none')
        return { numbering, numberedIn: at, words: text.text };
    }
    const inWords =
      numberColumns.length === 0 && text.row === row ? readWordsNumber(text.text) : null;
    if (!inWords || inWords.numbering.kind === 'none')
      return { numbering: { kind: 'none' }, numberedIn: -1, words: text.text };
    return { numbering: inWords.numbering, numberedIn: -1, words: inWords.words };
  }

  private read(row: Row, next: Row | null): void {
    const { grid, columns } = this.table;
    if (row.own.length === 0 || isColumnNumbers(row.own)) return;
    this.openGroup(row);
    const [only] = row.own;
    if (row.own.length === 1 && isTitleCell(grid, only, knownAt(columns, 'text')))
      return this.readTitle(only);
    const hasValues = row.ownValues.length > 0 || row.scoped.length > 0;
    const { numbering } = row;
    if (
      row.hasOwnText &&
      this.isSectionNumber(numbering) &&
      this.isSection(row, next, numbering.kind)
    )
      return this.readSection(row, numbering.value);
    if (numbering.kind === 'none') return this.readUnnumbered(row, next, hasValues);
    if (!row.hasOwnText && row.text.text === '')
      return void this.doubtful.push({ table: this.table, cell: only, why: 'row' });
    if (numbering.kind === 'letter') return this.readLetter(row, numbering.value);
    this.readNumber(row, next, numbering);
  }

  /** What a section's row says is of the rows under it; a figure of its own is asked. */
  private readSection(row: Row, value: string): void {
    const text = oneLine(row.text.text);
    this.openSection(value, text, `${value}. ${text}`);
    this.sectionDefaults = defaultsOf(row);
    const asks =
      row.ownValues.find(([role]) => !GIVEN_DOWN.includes(role))?.[1] ?? row.scoped[0]?.cell;
    if (asks) this.doubtful.push({ table: this.table, cell: asks, why: 'section-figure' });
  }

  /**
   * A Roman row stays a section whatever else it says, unless the table has no rows under such; a
   * letter only where rows follow.
   */
  private isSection(row: Row, next: Row | null, kind: 'roman' | 'capital'): boolean {
    const hasValues = row.ownValues.length > 0 || row.scoped.length > 0;
    if (!hasValues) return true;
    if (kind === 'roman') return !this.hasOnlyRoman;
    return (
      next !== null &&
      (next.numbering.kind === 'number' || next.numbering.kind === 'roman') &&
      !this.isComplete(row)
    );
  }

  private isComplete(row: Row): boolean {
    return [...this.usual].every((role) => (row.values.get(role)?.text ?? '') !== '');
  }

  /** A column of fields, each merged over its rows: the rows of one are a section. */
  private openGroup(row: Row): void {
    const cell = row.values.get('group');
    if (!cell || cell.text === '') return;
    if (this.groupCell && this.groupCell.text === cell.text) return;
    this.groupCell = cell;
    const { numbering, title } = readNumberedTitle(cell.text);
    this.section =
      this.isSectionNumber(numbering) || numbering.kind === 'number' ? numbering.value : '';
    this.sectionTitle = title;
    if (this.groupFrom !== 'title') [this.group, this.groupFrom] = [oneLine(cell.text), 'section'];
    this.startSection();
  }

  private isSectionNumber(
    numbering: Numbering,
  ): numbering is { kind: 'roman' | 'capital'; value: string } {
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

  /**
   * A letter opens a part of several Roman sections; "C", "D", "I" … are letters only in their
   * order.
   */
  private openSection(value: string, title: string, whole: string): void {
    const following = this.part === '' ? 'A' : String.fromCharCode(this.part.charCodeAt(0) + 1);
    const isRomanLetter = /^[CDILMVX]$/.test(value);
    const isPart =
      /^[A-ZĐ]$/.test(value) &&
      (value === following ? !(isRomanLetter && this.part === '') : !isRomanLetter);
    if (isPart) this.part = value;
    this.section = isPart || this.part === '' ? value : `${this.part}.${value}`;
    this.sectionTitle = title;
    this.isSectionRoman = true;
    this.startSection();
    if (this.groupFrom === 'title') this.heading = whole;
    else [this.group, this.groupFrom] = [whole, 'section'];
  }

  private readUnnumbered(row: Row, next: Row | null, hasValues: boolean): void {
    if (!row.hasOwnText) return this.goOn(row);
    if (row.own.length === 1 && NOTE.test(row.text.text.normalize('NFC').trim()))
      return void this.doubtful.push({ table: this.table, cell: row.text, why: 'row' });
    if (isMerely(row.text) && !hasValues) return;
    if (this.isUnnumberedHeading(row, next, hasValues)) return this.readHeadingRow(row, next);
    if (hasValues || this.hasNoNumbers()) return this.readCounted(row);
    if (!this.last) return this.readTitle(row.text);
    // Another paragraph of the text above, or a row of its own whose other cells are shared: both
    // look like this.
    this.append(this.last, 'text', row.text);
    this.last.unclear.push(row.text);
  }

  /** A row without a number: a part of the row over it, or the next of those that count on. */
  private readCounted(row: Row): void {
    const over = this.numbered.at(-1);
    if (!over) {
      const unclear = this.hasNoNumbers() ? [] : [row.text];
      return void this.add(row, String(++this.count), null, unclear);
    }
    const isPartOf = over.item !== null && this.isListed(row);
    if (over.item && over.parts === 0 && !isPartOf) {
      over.item.stt += partLetter(0);
      over.parts = 1;
    }
    const item = this.add(
      row,
      over.stt + partLetter(over.parts++),
      isPartOf ? over.item : null,
      [],
    );
    if (over.heading !== '') item.heading = over.heading;
    else if (isPartOf) item.heading = headingOver(over.stt, over.item!);
  }

  /**
   * "- Khu vực dịch vụ" under a figure is a part of it and leaves its number as it is, also with
   * its dash in the column of numbers.
   */
  private isListed(row: Row): boolean {
    const isDash = ({ column, text }: GridCell): boolean =>
      this.table.numberColumns.includes(column) && /^\s*[-–+*•]\s*$/.test(text);
    return /^\s*[-–+•]\s*\S/.test(row.text.text) || (this.measures() && row.own.some(isDash));
  }

  /**
   * A heading that carries no number: by the plan's codes, by its look, or because it lacks what
   * the rows under it have.
   */
  private isUnnumberedHeading(row: Row, next: Row | null, hasValues: boolean): boolean {
    if (next === null || hasTarget(row)) return false;
    if (isCodeOver(row.code, next.code)) return true;
    if (!row.text.isBold && this.goesOnUnder(next.numbering)) return false;
    const isOverRows =
      next.numbering.kind === 'number' ||
      (this.measures() && !hasValues && next.numbering.kind === 'none');
    if (this.hasNoNumbers() || row.sharesNumber || !isOverRows || this.isListed(row)) return false;
    return hasValues ? this.lacksWhatIsUnder(row, next) : this.standsOver(row, next);
  }

  /** A row of values that the rows under it have more of. */
  private lacksWhatIsUnder(row: Row, next: Row): boolean {
    if (!this.isFuller(next, row) || next.sharesNumber) return false;
    return row.text.isBold || this.numbered.length === 0 || !this.isComplete(row);
  }

  /**
   * Words without values: among figures they stand over those below, or are a second paragraph of
   * the name above.
   */
  private standsOver(row: Row, next: Row): boolean {
    if (!this.last) return false;
    const isCapital = /^\s*\p{Lu}/u.test(row.text.text);
    if (this.measures()) return isCapital && hasFigures(next);
    const before = oneLine(knownAt(this.last.values, 'text').text);
    return row.text.isBold || (isCapital && !/[:,;]$/.test(before));
  }

  /** "1.2" below "1.1.2" is of the 1 that stands, whatever words come between. */
  private goesOnUnder(numbering: Numbering): boolean {
    const over =
      numbering.kind === 'number' ? /^(.+)\.[^.]+$/.exec(numbering.value)?.[1] : undefined;
    return over !== undefined && this.numbered.some(({ stt }) => stt === over);
  }

  private isFuller(next: Row, row: Row): boolean {
    if (row.text.isBold) return true;
    return (
      next.ownValues.some(([role]) => (row.values.get(role)?.text ?? '') === '') ||
      next.scoped.length > row.scoped.length
    );
  }

  private readHeadingRow(row: Row, next: Row | null): void {
    const isPlain = isCodeOver(row.code, next?.code ?? '') || row.text.isBold;
    this.readTitle(row.text);
    this.headingDefaults = defaultsOf(row);
    // Under a section of tasks the words themselves are lost, which is asked already.
    if (!isPlain && (this.measures() || !this.isSectionRoman))
      this.doubtful.push({ table: this.table, cell: row.text, why: 'heading' });
  }

  private hasNoNumbers(): boolean {
    return !this.table.columns.has('stt');
  }

  /** A cell of several paragraphs becomes several rows of the sheet. */
  private goOn(row: Row): void {
    const lost = { table: this.table, cell: row.own[0], why: 'row' as const };
    if (!this.last) return void this.doubtful.push(lost);
    for (const [role, cell] of row.ownValues) this.append(this.last, role, cell);
    if (row.ownValues.length === 0) this.doubtful.push(lost);
  }

  private append(item: Item, role: Role, cell: GridCell): void {
    const before = item.values.get(role);
    item.values.set(
      role,
      before && before.text !== '' ? { ...before, text: `${before.text}\n${cell.text}` } : cell,
    );
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
    while (this.numbered.length > 0 && !value.startsWith(`${lastOf(this.numbered).stt}.`))
      this.numbered.pop();
    const over = this.numbered.at(-1);
    if (isKnown && this.isHeading(row, next, value))
      return this.readNumberedHeading(row, next, value, over !== undefined);
    const item = this.add(row, value.slice(0, 20), over?.item ?? null, isKnown ? [] : [row.text]);
    if (over) this.putUnder(item, over);
    this.numbered.push({ stt: item.stt, item, heading: '', parts: 0, defaults: new Map() });
    // Full as the rows under it, and yet above them: which of the two it is only a person knows.
    if (isKnown && isFirstNumberOf(next, value) && !this.measures())
      this.doubtful.push({ table: this.table, cell: row.text, why: 'heading' });
  }

  private putUnder(item: Item, over: Numbered): void {
    if (over.heading !== '') item.heading = over.heading;
    // Among figures "1.1" is a part of what "1" measures.
    else if (over.item && this.measures()) item.heading = headingOver(over.stt, over.item);
  }

  /** Words over the rows that follow; a first number among tasks opens a section. */
  private readNumberedHeading(row: Row, next: Row | null, value: string, isUnder: boolean): void {
    const text = oneLine(row.text.text);
    this.numbered.push({
      stt: value,
      item: null,
      heading: `${value}. ${text}`,
      parts: 0,
      defaults: defaultsOf(row),
    });
    this.last = null;
    const hasParts = next !== null && this.belongsTo(next, row, value);
    if (this.measures()) {
      if (!hasParts) this.lose(row.text);
    } else if (!this.isSectionRoman && next?.numbering.kind === 'number' && !isUnder) {
      [this.section, this.sectionTitle] = [value, text];
      this.sectionDefaults = defaultsOf(row);
    } else this.lose(row.text);
  }

  /**
   * A row of words over rows that belong to it, though an owner stand beside it; among indicators
   * also one without a target.
   */
  private isHeading(row: Row, next: Row | null, value: string): boolean {
    const isBare = row.ownValues.length === 0 && row.scoped.length === 0;
    const hasParts = next !== null && this.belongsTo(next, row, value);
    if (!this.measures()) {
      if (isBare) return hasParts || this.startsAnew(next, value);
      return next !== null && this.isOver(row, next, value) && this.isFuller(next, row);
    }
    const { columns } = this.table;
    const figure: Role = columns.has('target') || this.table.scoped.length > 0 ? 'target' : 'unit';
    const hasFigure = row.scoped.length > 0 || row.ownValues.some(([role]) => role === figure);
    if (hasFigure) return false;
    // A unit without a target is a row that lacks it, unless rows under it have both.
    return row.ownValues.some(([role]) => role === 'unit')
      ? hasParts && this.isFuller(next, row)
      : isBare || hasParts;
  }

  private isOver(row: Row, next: Row, value: string): boolean {
    return (
      isNumberOver(value, next) || isCodeOver(row.code, next.code) || this.isElsewhere(row, next)
    );
  }

  private belongsTo(next: Row, row: Row, value: string): boolean {
    const { numbering } = next;
    if (isCodeOver(row.code, next.code) || this.isElsewhere(row, next)) return true;
    if (numbering.kind === 'letter') return true;
    if (numbering.kind === 'number') return isNumberOver(value, next);
    return (
      numbering.kind === 'none' &&
      next.hasOwnText &&
      (next.ownValues.length > 0 || next.scoped.length > 0 || isMerely(next.text))
    );
  }

  /** Under a bare row the numbers begin again. */
  private startsAnew(next: Row | null, value: string): boolean {
    if (next?.numbering.kind !== 'number' || next.ownValues.length === 0) return false;
    return next.numbering.value === '1' || next.numbering.value === value;
  }

  /** The number of the rows below stands in another column than its own. */
  private isElsewhere(row: Row, next: Row): boolean {
    return next.numberedIn >= 0 && row.numberedIn > next.numberedIn;
  }

  /** Whether the table has figures to reach. */
  private measures(): boolean {
    const { columns, scoped } = this.table;
    return columns.has('target') || columns.has('unit') || scoped.length > 0;
  }

  private lose(cell: GridCell): void {
    if (!this.measures()) this.doubtful.push({ table: this.table, cell, why: 'row' });
  }

  private add(row: Row, stt: string, parent: Item | null, unclear: GridCell[]): Item {
    const { section, sectionTitle, group, heading, table } = this;
    const values = new Map(row.values);
    const inherited: Item['inherited'] = [];
    const given = [
      ...this.numbered.map(({ defaults }) => defaults).reverse(),
      this.headingDefaults,
      this.sectionDefaults,
    ];
    const hasOwner =
      (values.get('lead')?.text ?? '') !== '' || (values.get('implementing')?.text ?? '') !== '';
    for (const role of GIVEN_DOWN) {
      if ((values.get(role)?.text ?? '') !== '' || (role !== 'deadline' && hasOwner)) continue;
      const cell = given.find((one) => one.has(role))?.get(role);
      if (!cell) continue;
      values.set(role, cell);
      inherited.push({ role, cell });
    }
    const { grid, openings } = table;
    const item: Item = {
      table,
      stt,
      section,
      sectionTitle,
      group,
      heading,
      parent,
      values,
      scoped: row.scoped,
      openings: openings
        .map(({ column, year }) => ({ year, cell: grid.shown(row.row, column) }))
        .filter(({ cell }) => cell.text !== ''),
      unclear,
      inherited,
    };
    this.items.push(item);
    this.last = item;
    return item;
  }
}

function defaultsOf(row: Row): Defaults {
  return new Map(row.ownValues.filter(([role]) => GIVEN_DOWN.includes(role)));
}

function isNumberOver(value: string, { numbering }: Row): boolean {
  if (numbering.kind !== 'number') return false;
  return (
    numbering.value.startsWith(`${value}.`) ||
    (numbering.value !== value && numbering.value.replace(/[a-zđ]$/, '') === value)
  );
}

/** The row under "1" is "1.1". */
function isFirstNumberOf(next: Row | null, value: string): boolean {
  return next?.numbering.kind === 'number' && next.numbering.value.startsWith(`${value}.`);
}

/** Something a row asks for: "Đạt các chỉ tiêu sau:" only leads over to the rows below. */
function isContent(role: Role, { text }: GridCell): boolean {
  return CONTENT.includes(role) && text !== '' && !/:\s*$/.test(text);
}

/** A target of its own, for all or for somebody. */
function hasTarget({ row, scoped, values }: Row): boolean {
  const target = values.get('target');
  return scoped.length > 0 || (target !== undefined && target.row === row && target.text !== '');
}

function hasFigures({ ownValues, scoped }: Row): boolean {
  return ownValues.length > 0 || scoped.length > 0;
}

/** What a part of a figure has over it: the number and the words of the whole. */
function headingOver(stt: string, whole: Item): string {
  return `${stt}. ${oneLine(knownAt(whole.values, 'text').text)}`;
}

/** "N01" is over "N01.1". */
function isCodeOver(code: string, below: string): boolean {
  return (
    code !== '' &&
    below.length > code.length &&
    below.startsWith(code) &&
    /[.\-_/]/.test(below.charAt(code.length))
  );
}

/** What is said under a table, of it or of its marks. */
const NOTE = /^(?:\(?\*+\)?\s*\p{L}|\(?(?:ghi chú|chú thích|lưu ý)(?!\p{L}))/iu;

/** "Trong đó:" between a figure and its parts. */
function isMerely(cell: GridCell): boolean {
  return /^(trong đó|gồm|bao gồm|cụ thể)\s*:?\s*$/i.test(oneLine(cell.text));
}
