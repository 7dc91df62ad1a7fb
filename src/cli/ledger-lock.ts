import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, realPath, shown } from './files';
import { birthOf, isRunning } from './processes';
import { refuseWith } from './refused';
import { clearDebris, isDevice, mustBeWritable, passingIn, pause } from './write-files';

/** Who is at work on a ledger, as it stands in the file beside it. */
interface Holder {
  pid: number;
  host: string;
  started: string;
  /** See {@link birthOf}. */
  birth: string | null;
  /** Of this one run. */
  token: string;
}

/** A ledger that nobody else writes until this process ends. */
export interface HeldLedger {
  /** Minutes since a run began that held it and was ended, null where there was none. */
  staleMinutes: number | null;
  /**
   * Refuses where it is no longer ours, or no longer what was read: nothing somebody else put there
   * is written over.
   */
  mustBeUnchanged(): void;
}

const DEVICE: HeldLedger = { staleMinutes: null, mustBeUnchanged: () => undefined };

/** A lock nobody could read is one being written, unless it is older than writing it can take. */
const WRITTEN_WITHIN_MS = 60_000;
/** The clock may have been set since. */
const CLOCK_MS = 60_000;
const TRIES = 3;
/** A disk that knows no second name for a file: a memory stick, some network disks. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EISDIR']);
/** The exit codes a shell gives for these. */
const ENDED_BY = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Holds a ledger for this process: of two runs at once one is refused, because each would write
 * what it read and what it added, and the other's submissions would be gone.
 */
export function holdLedger(path: string): HeldLedger {
  mustBeWritable(path);
  if (isDevice(path)) return DEVICE;
  const target = realPath(path);
  const lock = join(dirname(target), `.${basename(target)}.khoa`);
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    started: new Date().toISOString(),
    birth: birthOf(process.pid),
    token: randomUUID(),
  };
  // Ctrl+C ends a run as it should, from the first moment on: nothing is left for the next one to
  // wonder about.
  for (const [signal, code] of Object.entries(ENDED_BY))
    process.once(signal, () => process.exit(code));
  process.on('exit', () => {
    if (holderOf(lock)?.token === own.token) rmSync(lock, { force: true });
  });
  const staleMinutes = take(path, lock, own);
  clearDebris(dirname(target));
  const before = hashOf(target);
  return {
    staleMinutes,
    mustBeUnchanged() {
      if (holderOf(lock)?.token !== own.token || hashOf(target) !== before)
        refuseWith('ledger-changed', { path: shown(path) });
    },
  };
}

/** Puts the lock there; how old the one of an ended run was that had to go for it. */
function take(path: string, lock: string, own: Holder): number | null {
  let staleMinutes: number | null = null;
  for (let tries = 1; !put(path, lock, own); tries++) {
    const { holder, isThere, isStale, minutes } = standing(lock);
    // Whoever just made it will have said in a moment who it is.
    if (!holder && !isStale && tries < TRIES) {
      pause();
      continue;
    }
    if ((isThere && !isStale) || tries === TRIES || !remove(lock, holder)) {
      const { host = '?', pid = 0 } = holder ?? {};
      const facts = { path: shown(path), host, pid, minutes, lock: basename(lock) };
      return refuseWith('ledger-in-use', facts);
    }
    if (isThere) staleMinutes = minutes;
  }
  return staleMinutes;
}

/** False where a lock is there already. */
function put(path: string, lock: string, own: Holder): boolean {
  try {
    putWhole(lock, JSON.stringify(own));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    return refuseWith('cli-cannot-write', { path: shown(path), reason: codeOf(error) });
  }
}

/**
 * A lock says from its first moment on whose it is: one that is there and still empty, of a run
 * ended in that moment, would keep everybody from the ledger until it is old.
 */
function putWhole(lock: string, text: string): void {
  const passing = passingIn(dirname(lock));
  try {
    writeFileSync(passing, text);
    linkSync(passing, lock);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    writeFileSync(lock, text, { flag: 'wx' });
  } finally {
    rmSync(passing, { force: true });
  }
}

/** The lock that is there, if it still is: whose, since when, and whether nobody works on. */
function standing(lock: string) {
  const modified = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  const holder = holderOf(lock);
  const since = holder ? Date.parse(holder.started) : (modified ?? Date.now());
  const isLeft = modified !== undefined && Date.now() - modified > WRITTEN_WITHIN_MS;
  return {
    holder,
    isThere: modified !== undefined,
    isStale: holder ? !isAtWork(holder) : isLeft,
    minutes: minutesSince(since),
  };
}

/**
 * Moved aside first: of two that want to remove it only one does, and a new one that came in
 * between is put back.
 */
function remove(lock: string, stale: Holder | null): boolean {
  const aside = `${lock}.${process.pid}.tmp`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
  if (holderOf(aside)?.token !== stale?.token) {
    renameSync(aside, lock);
    return false;
  }
  rmSync(aside, { force: true });
  return true;
}

/**
 * Of another machine nobody can tell from here: it counts as at work, and the person is told how
 * long and what to do.
 */
function isAtWork({ host, pid, started, birth }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid || !isRunning(pid)) return false;
  if (birth !== null && birthOf(pid) !== null) return birth === birthOf(pid);
  return Date.parse(started) + CLOCK_MS > Date.now() - uptime() * 1000;
}

function minutesSince(moment: number): number {
  return Math.max(0, Math.round((Date.now() - moment) / 60_000));
}

/** Null for a lock that is not there, or not yet written. */
function holderOf(lock: string): Holder | null {
  try {
    const { pid, host, started, birth, token } = JSON.parse(readFileSync(lock, 'utf8')) as Holder;
    return typeof pid === 'number' && typeof host === 'string'
      ? { pid, host, started, birth, token }
      : null;
  } catch {
    return null;
  }
}

function hashOf(file: string): string | null {
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
