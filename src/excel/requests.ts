import type { Progress } from '../app/ports';

/**
 * Bytes put into one request; Excel on the web takes 5 MB, and what stands around the values is not
 * counted here.
 */
const REQUEST_BYTES = 4_200_000;

/**
 * Sends what is queued whenever more would make the request too large: as few requests as the bytes
 * allow.
 */
export class Requests {
  private queued = 0;
  /** What was loaded with the first request is here. */
  hasSent = false;
  /**
   * Something was written while nothing was calculated: who suspends it has to calculate
   * (Application in the typings).
   */
  hasSuspended = false;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly progress?: Progress,
  ) {}

  /** Lets the pane be drawn while a long table is laid out. */
  async breathe(): Promise<void> {
    await this.progress?.breathe?.();
  }

  /**
   * Nothing is calculated while the cells of this request are put; for those that nobody sees or
   * reads yet.
   */
  suspendCalculation(): void {
    this.hasSuspended = true;
    this.context.workbook.application.suspendApiCalculationUntilNextSync();
  }

  /**
   * People see what this request changes at once when it is through. Once a write: in a loop the
   * window flickers (typings).
   */
  suspendScreen(): void {
    this.context.workbook.application.suspendScreenUpdatingUntilNextSync();
  }

  /** How many bytes still go into this request. */
  get room(): number {
    return REQUEST_BYTES - this.queued;
  }

  add(bytes: number): void {
    this.queued += bytes;
  }

  /** Makes room for something that cannot be split. */
  async need(bytes: number): Promise<void> {
    if (this.queued > 0 && bytes > this.room) await this.send();
    this.queued += bytes;
  }

  async send(): Promise<void> {
    await this.context.sync();
    this.queued = 0;
    this.hasSent = true;
  }
}

/** Bytes of a value in a request: UTF-8, with quotes and comma. */
export function bytesOf(value: string | number | boolean): number {
  if (typeof value !== 'string') return String(value).length + 1;
  let bytes = 3;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    bytes += code < 0x80 ? (code === 34 || code === 92 || code < 32 ? 2 : 1) : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
