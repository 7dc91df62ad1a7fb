import type { WorkbookModel } from '../model/workbook-model';
import type { ErrorCode } from './errors';

/**
 * Errors of the channel itself, before Excel looks at a batch; the client turns them into codes
 * (excel-web, buildResponseOnError).
 */
export const TRANSPORT = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
} as const;

export type TransportError = keyof typeof TRANSPORT;

/** What goes wrong at one sync. */
export interface Fault {
  /**
   * Excel answers this error; actions before `atAction` (0 unless told) have had their effect,
   * later ones not.
   */
  error?: ErrorCode;
  /**
   * A number, or one told from how many actions the batch has: what the client sends for itself
   * moves the numbers of syncs.
   */
  atAction?: number | ((actions: number) => number);
  /** The channel answers this error and Excel never sees the batch. */
  transport?: TransportError;
  /** The batch has its whole effect, but this error is all the add-in hears. */
  afterwards?: TransportError;
  /**
   * No answer ever comes, as when the pane is closed: before Excel saw the batch, or after its
   * whole effect.
   */
  lost?: 'before' | 'after';
  /** Milliseconds before the batch is looked at. */
  delay?: number;
  /** What another author does just before. */
  meanwhile?: (model: WorkbookModel) => void;
}

/**
 * Faults planned for the syncs to come, counted from 1 since the last `clear`, or for the first
 * that carries a text.
 */
export class Faults {
  private readonly planned = new Map<number, Fault>();
  private carrying: { text: string; fault: Fault } | null = null;
  private every: Fault | null = null;
  private seen = 0;
  /** How many syncs were broken since the last `clear`. */
  struck = 0;

  at(sync: number, fault: Fault): void {
    this.planned.set(sync, fault);
  }
  /** The first sync whose request holds the text, in a name or in a value. */
  carryingText(text: string, fault: Fault): void {
    this.carrying = { text, fault };
  }
  /** From now on every sync, until cleared. */
  always(fault: Fault): void {
    this.every = fault;
  }
  clear(): void {
    this.planned.clear();
    this.carrying = null;
    this.every = null;
    this.seen = 0;
    this.struck = 0;
  }
  next(request: string): Fault | undefined {
    const fault = this.due(request);
    if (fault) this.struck++;
    return fault;
  }
  private due(request: string): Fault | undefined {
    this.seen++;
    if (this.carrying && request.includes(JSON.stringify(this.carrying.text).slice(1, -1))) {
      const { fault } = this.carrying;
      this.carrying = null;
      return fault;
    }
    return this.planned.get(this.seen) ?? this.every ?? undefined;
  }
}
