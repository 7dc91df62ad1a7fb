import type { Area } from '../../workbook/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { findSheet } from '../../workbook/workbook';
import type { WorkbookModel } from '../model/workbook-model';
import { invalidArgument } from './errors';
import { HostObject } from './host-object';
import { RichApi, type Batch, type BatchReply } from './rich-api';
import { Range } from './range';
import { WorkbookObject } from './workbook';
import { Worksheet } from './worksheet';

/** Counts what an add-in costs: a test states its budget in these. */
export interface HostTraffic {
  syncs: number;
  actions: number;
  /** The largest request and reply, in bytes of JSON. */
  largestRequest: number;
  largestReply: number;
}

/** Excel behind the protocol: answers batches against the open workbook, whose values are up to date whenever one looks. */
export class ExcelHost {
  readonly traffic: HostTraffic = { syncs: 0, actions: 0, largestRequest: 0, largestReply: 0 };
  private readonly api: RichApi;
  private readonly worksheets = new WeakMap<Sheet, Worksheet>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly model: WorkbookModel) {
    this.api = new RichApi(new WorkbookObject(this), (name) => new QuietService(name));
  }

  /** Batches are answered one after another, as Excel does. */
  process(body: string): Promise<string> {
    const answer = this.queue.then(() => this.answer(body));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async answer(body: string): Promise<string> {
    const batch = JSON.parse(body) as Batch;
    const reply: BatchReply = await this.api.run(batch);
    this.model.recalculateSoon();
    const text = JSON.stringify(reply);
    this.traffic.syncs++;
    this.traffic.actions += batch.Actions.length;
    this.traffic.largestRequest = Math.max(this.traffic.largestRequest, body.length);
    this.traffic.largestReply = Math.max(this.traffic.largestReply, text.length);
    return text;
  }

  findSheet(key: string): Sheet | undefined {
    const byId = this.model.workbook.sheets.find((sheet) => this.model.idOf(sheet) === key);
    return byId ?? findSheet(this.model.workbook, key);
  }

  worksheetOf(sheet: Sheet): Worksheet {
    let worksheet = this.worksheets.get(sheet);
    if (!worksheet) this.worksheets.set(sheet, (worksheet = new Worksheet(this, sheet)));
    return worksheet;
  }

  range(sheet: Sheet, top: number, left: number, rows: number, columns: number): Range {
    if (!(
      top >= 0 &&
      left >= 0 &&
      rows >= 1 &&
      columns >= 1 &&
      top + rows <= MAX_ROWS &&
      left + columns <= MAX_COLUMNS
    )) {
      throw invalidArgument('Range');
    }
    return new Range(this, sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  wrote(sheet: Sheet, area: Area): void {
    this.model.notify({ kind: 'cells', sheet, area, by: 'add-in' });
  }

  looked(sheet: Sheet): void {
    this.model.notify({ kind: 'look', sheet });
  }
}

/** Services the client announces itself to and expects no answer from. */
class QuietService extends HostObject {
  readonly scalars: readonly string[] = [];
  constructor(readonly className: string) {
    super();
  }
  notifyActionHandlerReady(): void {}
  setInvocationResults(): void {}
}
