import { areaName, type Position } from '../../workbook/address';
import type { Note as NoteState, Sheet } from '../../workbook/sheet';
import { areaOf } from './areas';
import { accessDenied, invalidArgument, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { Range } from './range';

/** Notes of a sheet (ExcelApi 1.18): what machines mark cells with. */
export class NoteCollection extends HostCollection implements Answers<Excel.NoteCollection> {
  readonly className = 'NoteCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
  ) {
    super();
  }
  private object(note: NoteState): Note {
    return new Note(this.host, this.sheet, note);
  }
  get members(): HostObject[] {
    return this.sheet.notes.map((note) => this.object(note));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.sheet.notes.length;
  }
  add(cell: Range | string, content: string): Note {
    if (this.sheet.isProtected && !this.sheet.protectionOptions.allowEditObjects) {
      throw accessDenied('NoteCollection.add');
    }
    const place = cellOf(cell, 'NoteCollection.add');
    if (this.at(place)) throw invalidArgument('NoteCollection.add');
    const note = { ...place, text: String(content ?? ''), author: '' };
    this.sheet.notes.push(note);
    this.host.looked(this.sheet);
    return this.object(note);
  }
  getItem(cell: Range | string): Note {
    const found = this.getItemOrNullObject(cell);
    if (!found) throw itemNotFound('NoteCollection.getItem');
    return found;
  }
  getItemOrNullObject(cell: Range | string): Note | null {
    const found = this.at(cellOf(cell, 'NoteCollection.getItem'));
    return found ? this.object(found) : null;
  }
  getItemAt(index: number): Note {
    const found = this.sheet.notes[index];
    if (!found) throw invalidArgument('NoteCollection.getItemAt');
    return this.object(found);
  }
  private at({ row, column }: Position): NoteState | undefined {
    return this.sheet.notes.find((note) => note.row === row && note.column === column);
  }
}

/** One cell: "A1", "Sheet!A1" or a range of one cell. */
export function cellOf(cell: Range | string, location: string): Position {
  const area = cell instanceof Range ? cell.area : areaOf(cell, location);
  if (area.top !== area.bottom || area.left !== area.right) throw invalidArgument(location);
  return { row: area.top, column: area.left };
}

class Note extends HostObject implements Answers<Excel.Note> {
  readonly className = 'Note';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly note: NoteState,
  ) {
    super();
  }
  override get objectId(): string {
    return areaName(this.area);
  }
  override checkAlive(): void {
    if (!this.sheet.notes.includes(this.note)) throw itemNotFound('Note');
  }
  private get area() {
    const { row, column } = this.note;
    return { top: row, bottom: row, left: column, right: column };
  }
  get authorName(): string {
    return this.note.author;
  }
  get content(): string {
    return this.note.text;
  }
  set content(value: string) {
    this.note.text = value;
    this.host.looked(this.sheet);
  }
  getLocation(): Range {
    return new Range(this.host, this.sheet, this.area);
  }
  delete(): void {
    this.sheet.notes.splice(this.sheet.notes.indexOf(this.note), 1);
    this.host.looked(this.sheet);
  }
}
