import { unreadFile, type CheckOptions } from '../app/check-file';
import { Cancelled, type FileChecker } from '../app/ports';
import type { Plan } from '../domain/plan/plan';
import { finding, type Finding } from '../domain/rules/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { RECEIVED } from '../xlsx/read/limits';
import type { FromWorker, ToWorker } from './worker-messages';

/** A worker of either kind, the browser's or Node's. */
export interface WorkerHandle {
  post(message: ToWorker, handOver: ArrayBuffer[]): void;
  /** Ends it where it stands. */
  end(): void;
}

/** Why a worker died of a file. */
export type WorkerDeath = { kind: 'memory' } | { kind: 'fault'; detail: string };

export interface WorkerEvents {
  message(message: FromWorker): void;
  died(death: WorkerDeath): void;
}

export type Spawn = (events: WorkerEvents) => WorkerHandle;

/** A form is read in some milliseconds; one that takes this long is damaged, or made to take long. */
const FILE_SECONDS = 2;
/** What a worker loads comes from the machine it runs on, but that may be a slow one. */
const LOAD_SECONDS = 30;
const CANCEL_POLL_MS = 100;

/**
 * Files are checked in workers: one that never ends, or eats the memory, is ended with its worker, another takes its place, and the
 * other files do not notice. Workers are started when they are first needed and kept for the next drop.
 */
export class WorkerPool implements FileChecker {
  private readonly idle: Lane[] = [];
  private readonly waiting: ((lane: Lane) => void)[] = [];
  private started = 0;
  readonly maxBytes = RECEIVED.fileBytes;

  constructor(
    private readonly spawn: Spawn,
    readonly lanes: number,
    private readonly fileSeconds = FILE_SECONDS,
  ) {}

  async check(
    plan: Plan,
    path: string,
    bytes: Uint8Array,
    options: CheckOptions,
    isCancelled: () => boolean,
  ): Promise<CheckedFile> {
    const lane = await this.take();
    try {
      return await lane.check({ plan, path, bytes, options }, isCancelled);
    } finally {
      this.give(lane);
    }
  }

  /** Ends every worker; a check still under way is not answered. */
  close(): void {
    for (const lane of this.idle) lane.close();
    this.idle.length = 0;
    this.started = 0;
  }

  private async take(): Promise<Lane> {
    const lane = this.idle.pop();
    if (lane) return lane;
    if (this.started < this.lanes) {
      this.started++;
      return new Lane(this.spawn, this.fileSeconds);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(lane: Lane): void {
    const next = this.waiting.shift();
    if (next) next(lane);
    else this.idle.push(lane);
  }
}

/** One worker after the other, and the file it is at. */
class Lane {
  private worker: WorkerHandle | null = null;
  private plan: Plan | null = null;
  private done: ((file: CheckedFile) => void) | null = null;
  private failed: ((error: unknown) => void) | null = null;
  private path = '';
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly spawn: Spawn,
    private readonly fileSeconds: number,
  ) {}

  async check(job: ToWorker & { plan: Plan }, isCancelled: () => boolean): Promise<CheckedFile> {
    const { plan, path, options } = job;
    this.path = path;
    const poll = setInterval(() => {
      if (isCancelled()) this.abandon(new Cancelled());
    }, CANCEL_POLL_MS);
    try {
      return await new Promise<CheckedFile>((resolve, reject) => {
        this.done = resolve;
        this.failed = reject;
        // Until a new worker is up, the time is spent on loading it.
        this.wind(this.worker === null ? LOAD_SECONDS : this.fileSeconds);
        try {
          this.worker ??= this.start();
          const bytes = ownBytes(job.bytes);
          const message: ToWorker = { path, bytes, options, ...(this.plan === plan ? {} : { plan }) };
          this.plan = plan;
          this.worker.post(message, [bytes.buffer]);
        } catch (error) {
          // A worker that cannot be had, or not be told, is this file's fault and nobody else's.
          this.close();
          resolve(this.unread(finding('file-fault', 'error', null, { detail: String(error) })));
        }
      });
    } finally {
      clearInterval(poll);
      clearTimeout(this.clock);
      this.done = null;
      this.failed = null;
    }
  }

  close(): void {
    this.worker?.end();
    this.worker = null;
    this.plan = null;
  }

  private start(): WorkerHandle {
    const handle: WorkerHandle = this.spawn({
      message: (message) => {
        if (handle !== this.worker) return;
        if ('checked' in message) this.done?.(message.checked);
        else this.wind(message.loading ? LOAD_SECONDS : this.fileSeconds);
      },
      died: (death) => {
        if (handle !== this.worker) return;
        this.close();
        this.done?.(
          this.unread(
            death.kind === 'memory'
              ? finding('file-too-heavy', 'error', null, {})
              : finding('file-fault', 'error', null, { detail: death.detail }),
          ),
        );
      },
    });
    return handle;
  }

  private wind(seconds: number): void {
    clearTimeout(this.clock);
    this.clock = setTimeout(() => {
      this.close();
      this.done?.(this.unread(finding('file-too-slow', 'error', null, { seconds: this.fileSeconds })));
    }, seconds * 1000);
  }

  private abandon(error: unknown): void {
    this.close();
    this.failed?.(error);
  }

  private unread(found: Finding): CheckedFile {
    return unreadFile(this.path, '', found);
  }
}

/** Bytes in a buffer of their own, which can be handed over whole. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) return bytes as Uint8Array<ArrayBuffer>;
  return bytes.slice();
}
