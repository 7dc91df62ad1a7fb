import type { Sheet } from '../../workbook/sheet';
import { sheetNamedIn } from './areas';
import { accessDenied, ApiError, itemNotFound, invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import { cellOf } from './notes';
import { Range } from './range';

interface CommentState {
  id: string;
  sheet: Sheet;
  row: number;
  column: number;
  content: string;
  resolved: boolean;
  created: Date;
}

/**
 * Threaded comments (ExcelApi 1.10) live in the session only: they carry a person's name, so this
 * product writes notes.
 */
export class CommentCollection extends HostCollection implements Answers<Excel.CommentCollection> {
  readonly className = 'CommentCollection';
  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet | null,
  ) {
    super();
  }
  private get listed(): CommentState[] {
    return this.host.comments.filter((one) => !this.sheet || one.sheet === this.sheet);
  }
  get members(): HostObject[] {
    return this.listed.map((state) => new Comment(this.host, state));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.listed.length;
  }
  add(cell: Range | string, content: string): Comment {
    const location = 'CommentCollection.add';
    const sheet = cell instanceof Range ? cell.sheet : this.sheetNamed(String(cell));
    if (!sheet) throw invalidArgument(location);
    if (sheet.isProtected && !sheet.protectionOptions.allowEditObjects)
      throw accessDenied(location);
    const place = cellOf(cell, location);
    const isTaken = this.host.comments.some(
      (one) => one.sheet === sheet && one.row === place.row && one.column === place.column,
    );
    if (isTaken) throw new ApiError('InvalidOperation', location);
    const id = `{COMMENT-${this.host.comments.length + 1}}`;
    const state = {
      id,
      sheet,
      ...place,
      content: String(content),
      resolved: false,
      created: new Date(),
    };
    this.host.comments.push(state);
    return new Comment(this.host, state);
  }
  /** An address as text must name its sheet. */
  private sheetNamed(address: string): Sheet | undefined {
    const name = sheetNamedIn(address);
    return name === null ? undefined : this.host.findSheet(name);
  }
  getItem(id: string): Comment {
    const found = this.listed.find((one) => one.id === id);
    if (!found) throw itemNotFound('CommentCollection.getItem');
    return new Comment(this.host, found);
  }
  getItemByCell(cell: Range | string): Comment {
    const sheet = cell instanceof Range ? cell.sheet : this.sheetNamed(String(cell));
    const place = cellOf(cell, 'CommentCollection.getItemByCell');
    const found = this.listed.find(
      (one) => one.sheet === sheet && one.row === place.row && one.column === place.column,
    );
    if (!found) throw itemNotFound('CommentCollection.getItemByCell');
    return new Comment(this.host, found);
  }
}

export type { CommentState };

class Comment extends HostObject implements Answers<Excel.Comment> {
  readonly className = 'Comment';
  readonly authorName = 'Người dùng';
  readonly authorEmail = '';
  constructor(
    private readonly host: ExcelHost,
    private readonly state: CommentState,
  ) {
    super();
  }
  override get objectId(): string {
    return this.state.id;
  }
  override checkAlive(): void {
    if (!this.host.comments.includes(this.state)) throw itemNotFound('Comment');
  }
  get id(): string {
    return this.state.id;
  }
  get content(): string {
    return this.state.content;
  }
  set content(value: string) {
    this.state.content = value;
  }
  get resolved(): boolean {
    return this.state.resolved;
  }
  set resolved(value: boolean) {
    this.state.resolved = value;
  }
  getLocation(): Range {
    const { sheet, row, column } = this.state;
    return new Range(this.host, sheet, { top: row, bottom: row, left: column, right: column });
  }
  delete(): void {
    this.host.comments.splice(this.host.comments.indexOf(this.state), 1);
  }
}
