import { unreadFile, type CheckOptions } from '../app/check-file';
import { Cancelled, type FileChecker } from '../app/ports';
import type { Plan } from '../domain/plan/plan';
import { finding, type Finding } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { RECEIVED } from '../xlsx/read/limits';
import type { Answer, FromWorker, ToWorker } from './worker-messages';

/** A worker of either kind, the browser's or Node's. */
export interface WorkerHandle {
  post(message: ToWorker): void;
  /** The CPU time it has taken so far, in seconds; absent where nobody tells (a browser). */
  ownSeconds?(): number;
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

/**
 * A form is read in some milliseconds; one that takes this long of a worker's own time is damaged,
 * or made to take long. Where only the time of the wall is known, a file that took longer is judged
 * after a second try with every other lane at rest and so many times as long.
 */
const FILE_SECONDS = 2;
const SLOW_MACHINE = 10;
/** A worker that gets less than this share of a core is not waited for any longer. */
const LEAST_SHARE = 1 / 60;
/** What a worker loads comes from the machine it runs on, but that may be a slow one. */
const LOAD_SECONDS = 30;
const CANCEL_POLL_MS = 100;
/** Own time comes in reports; asking more often tells nothing new. */
const LOOK_MS = 250;

/**
 * Files are checked in workers: one that never ends, or eats the memory, is ended with its worker,
 * another takes its place, and the other files do not notice. Workers are started when they are
 * first needed and kept for the next drop.
 */
export class WorkerPool implements FileChecker {
  private readonly idle: Lane[] = [];
  private readonly waiting: ((lane: Lane) => void)[] = [];
  private started = 0;
  /** Second tries go one after the other: each takes every lane. */
  private lastAgain: Promise<unknown> = Promise.resolve();
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
    const answer = await this.ask({ plan, path, bytes, options }, isCancelled);
    if ('checked' in answer) return answer.checked;
    const ended =
      'ended' in answer ? answer.ended : finding('file-fault', null, { detail: 'answer' });
    return unreadFile(path, '', ended);
  }

  /**
   * The marked copy of a checked file, within the bounds of checking one; null where it cannot be
   * had within them.
   */
  async mark(file: CheckedFile, bytes: Uint8Array): Promise<Uint8Array | null> {
    const answer = await this.ask({ mark: file, bytes }, () => false);
    return 'marked' in answer ? answer.marked : null;
  }

  private async ask(job: ToWorker, isCancelled: () => boolean): Promise<Answer | Ended> {
    const lane = await this.take();
    try {
      const answer = await lane.ask(job, this.fileSeconds, isCancelled);
      if (answer) return answer;
    } finally {
      this.give(lane);
    }
    return this.again(job, isCancelled);
  }

  /** What a busy machine may not have let through: tried alone, and judged by that. */
  private again(job: ToWorker, isCancelled: () => boolean): Promise<Answer | Ended> {
    const tried = this.lastAgain.then(async () => {
      const all = await Promise.all(Array.from({ length: this.lanes }, () => this.take()));
      try {
        return (
          (await all[0].ask(job, SLOW_MACHINE * this.fileSeconds, isCancelled)) ??
          tooSlow(this.fileSeconds)
        );
      } finally {
        for (const lane of all) this.give(lane);
      }
    });
    this.lastAgain = tried.catch(() => undefined);
    return tried;
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
      return new Lane(this.spawn);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(lane: Lane): void {
    const next = this.waiting.shift();
    if (next) next(lane);
    else this.idle.push(lane);
  }
}

/** Why a worker gave no answer. */
interface Ended {
  ended: Finding;
}

function tooSlow(seconds: number): Ended {
  return { ended: finding('file-too-slow', null, { seconds }) };
}

/** One worker after the other, and the file it is at. */
class Lane {
  private worker: WorkerHandle | null = null;
  private plan: Plan | null = null;
  private done: ((answer: Answer | Ended | null) => void) | null = null;
  private failed: ((error: unknown) => void) | null = null;
  private seconds = 0;
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly spawn: Spawn) {}

  /**
   * The answer within so many seconds; null where it took longer and nobody knows whether that was
   * the file's doing.
   */
  async ask(
    job: ToWorker,
    seconds: number,
    isCancelled: () => boolean,
  ): Promise<Answer | Ended | null> {
    this.seconds = seconds;
    const poll = setInterval(() => {
      if (isCancelled()) this.abandon(new Cancelled());
    }, CANCEL_POLL_MS);
    try {
      return await new Promise<Answer | Ended | null>((resolve, reject) => {
        this.done = resolve;
        this.failed = reject;
        // Until a new worker is up, the time is spent on loading it.
        this.wind(this.worker === null ? LOAD_SECONDS : seconds);
        try {
          this.worker ??= this.start();
          this.worker.post({ ...this.withoutKnownPlan(job), bytes: ownBytes(job.bytes) });
        } catch (error) {
          // A worker that cannot be had, or not be told, is this file's fault and nobody else's.
          this.close();
          resolve({ ended: finding('file-fault', null, { detail: String(error) }) });
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
        if ('loading' in message) this.wind(message.loading ? LOAD_SECONDS : this.seconds);
        else this.done?.(message);
      },
      died: (death) => {
        if (handle !== this.worker) return;
        this.close();
        this.done?.({
          ended:
            death.kind === 'memory'
              ? finding('file-too-heavy', null, {})
              : finding('file-fault', null, { detail: death.detail }),
        });
      },
    });
    return handle;
  }

  /** So many seconds from now on, of the worker's own time where that is known. */
  private wind(seconds: number): void {
    clearTimeout(this.clock);
    const from = this.worker?.ownSeconds?.() ?? 0;
    const latest = Date.now() + (seconds * 1000) / LEAST_SHARE;
    const look = () => {
      const own = this.worker?.ownSeconds?.();
      const left = own === undefined ? 0 : seconds - (own - from);
      if (left > 0 && Date.now() < latest) {
        this.clock = setTimeout(look, Math.max(left * 1000, LOOK_MS));
        return;
      }
      this.close();
      this.done?.(own === undefined ? null : tooSlow(this.seconds));
    };
    this.clock = setTimeout(look, seconds * 1000);
  }

  private abandon(error: unknown): void {
    this.close();
    this.failed?.(error);
  }

  /** The plan goes to a worker once. */
  private withoutKnownPlan(job: ToWorker): ToWorker {
    if ('mark' in job) return job;
    const { plan, ...rest } = job;
    if (plan === undefined || plan === this.plan) return rest;
    this.plan = plan;
    return job;
  }
}

/**
 * Bytes in a buffer of their own: a message takes the whole buffer with it. They are copied, for
 * the file may be tried again.
 */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
