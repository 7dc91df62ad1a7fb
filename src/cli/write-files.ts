import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import { isRunning } from './processes';
import { codeOf, readBytes, realPath, shown } from './files';
import { refuseWith } from './refused';

/**
 * How results reach the disk: whole or not at all, through links to what they lead to, and never
 * over what this product did not write.
 */

/**
 * A passing file says which process of which machine was writing it, so that the next one knows
 * debris from work under way.
 */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PASSING = new RegExp(`^\\.tonghop-(\\d+)-${MACHINE}\\.tmp$`);

/** Where this process writes what is to be put in its place whole. */
export function passingIn(folder: string): string {
  return join(folder, `.tonghop-${process.pid}-${MACHINE}.tmp`);
}

/**
 * Another program has the file: codes of Windows, and of systems that mount one file over another.
 */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);
/** An indexer or a virus scanner lets go within this time; Excel does not. */
const TRIES = 5;
const PAUSE_MS = 100;

/** A terminal, a pipe, nothing at all: what is written there takes nobody's place. */
export function isDevice(path: string): boolean {
  if (process.platform === 'win32' && /^(\\\\\.\\)?(nul|con)$/i.test(path)) return true;
  // These may lead to a file: it is the file of whoever called us, to be added to.
  if (/^\/(dev\/(std(out|err)|fd\/\d+)|proc\/[^/]+\/fd\/\d+)$/.test(path)) return true;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

/** Nothing is there yet that anybody could miss. */
export function isFree(path: string): boolean {
  return (
    isDevice(path) || !existsSync(path) || (statSync(path).isFile() && statSync(path).size === 0)
  );
}

/** Says before any work is done whether a result can be put there. */
export function mustBeWritable(path: string): void {
  if (path !== '' && isDevice(path)) return;
  const stat = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === '' || stat?.isDirectory()) refuseWith('cli-is-folder', { path: shown(path) });
  const target = realPath(path);
  if (!existsSync(dirname(target)))
    refuseWith('cli-folder-missing', { path: shown(dirname(path)) });
  const owner = ownerFile(target);
  if (owner !== null) refuseWith('cli-file-open', { path: shown(path), owner });
  if (!stat) return;
  try {
    // Excel lets nobody else write what it has open, nor does a person what is marked to be read
    // only.
    closeSync(openSync(target, 'r+'));
  } catch (error) {
    refuseFor(path, error);
  }
}

/** A result never takes the place of something the command reads, nor of another result. */
export function mustDiffer(...paths: (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === undefined || path === '-' || isDevice(path)) continue;
    const place = placeOf(path);
    if (seen.has(place)) refuseWith('cli-same-file', { path: shown(path) });
    seen.add(place);
  }
}

/** One text for one file: where case tells no files apart, it tells no names apart. */
function placeOf(path: string): string {
  const real = realPath(path);
  return ['win32', 'darwin'].includes(process.platform)
    ? real.normalize('NFC').toLowerCase()
    : real;
}

/**
 * Written beside its target and renamed once it is on the disk: whatever happens, the old file or
 * the new one stands there whole.
 */
export function writeWhole(path: string, bytes: Uint8Array, mode?: number): void {
  mustBeWritable(path);
  if (isDevice(path)) return writeTo(path, bytes);
  const target = realPath(path);
  const folder = dirname(target);
  clearDebris(folder);
  const passing = passingIn(folder);
  try {
    writeThrough(passing, bytes, mode ?? statSync(target, { throwIfNoEntry: false })?.mode);
    replace(passing, target);
  } catch (error) {
    rmSync(passing, { force: true });
    refuseFor(path, error);
  }
  keepName(folder);
}

/**
 * For workbooks people edit: one that is there already is kept, unless it is the same to the byte.
 */
export function writeNew(path: string, bytes: Uint8Array): void {
  mustBeWritable(path);
  if (!isFree(path) && !readFileSync(path).equals(bytes))
    refuseWith('cli-would-overwrite', { path: shown(path) });
  writeWhole(path, bytes);
}

/**
 * A file as it is, beside itself under another name: "so.xlsx" as "so.dinh-dang-1.xlsx". Whatever
 * else has that name already is kept too. Gives the path of the copy.
 */
export function keepAs(path: string, mark: string): string {
  const bytes = readBytes(path);
  for (let copy = 1; ; copy++) {
    const kept = copyName(path, mark, copy);
    if (isFree(kept)) {
      // Whoever may not read the one may not read the other.
      writeWhole(kept, bytes, statSync(path).mode);
      return kept;
    }
    if (statSync(kept).isFile() && readFileSync(kept).equals(bytes)) return kept;
  }
}

/** What stands beside a file under the names {@link keepAs} gives. */
export function keptAs(path: string, mark: string): string[] {
  const there: string[] = [];
  for (let copy = 1; ; copy++) {
    const kept = copyName(path, mark, copy);
    if (!statSync(kept, { throwIfNoEntry: false })?.isFile()) return there;
    there.push(kept);
  }
}

function copyName(path: string, mark: string, copy: number): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.${mark}${copy === 1 ? '' : ` (${copy})`}${ext}`);
}

/**
 * Written as everything else this process says: a socket, for one, can be written to and not
 * opened.
 */
const STREAMS: Record<string, NodeJS.WriteStream> = {
  '/dev/stdout': process.stdout,
  '/dev/fd/1': process.stdout,
  '/proc/self/fd/1': process.stdout,
  '/dev/stderr': process.stderr,
  '/dev/fd/2': process.stderr,
  '/proc/self/fd/2': process.stderr,
};

function writeTo(device: string, bytes: Uint8Array): void {
  if (Object.hasOwn(STREAMS, device)) {
    STREAMS[device].write(bytes);
    return;
  }
  try {
    writeFileSync(device, bytes, { flag: 'a' });
  } catch (error) {
    refuseFor(device, error);
  }
}

function writeThrough(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function replace(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (tries === TRIES || !HELD.has(codeOf(error))) throw error;
      pause();
    }
  }
}

/** Lets another program have its turn. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/**
 * The new name survives a power cut too; Windows sees to that itself, and opens no folder for it.
 */
function keepName(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } catch (error) {
    // Some network disks cannot; the file itself is written.
    if (!['EINVAL', 'ENOTSUP', 'EIO'].includes(codeOf(error))) throw error;
  } finally {
    closeSync(opened);
  }
}

const cleared = new Set<string>();

/** What runs that were ended while they wrote have left in a folder. */
export function clearDebris(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = PASSING.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function refuseFor(path: string, error: unknown): never {
  const reason = codeOf(error);
  const code = HELD.has(reason) && existsSync(path) ? 'cli-file-held' : 'cli-cannot-write';
  return refuseWith(code, { path: shown(path), reason });
}

/** Excel and LibreOffice put a file of this name beside a workbook they have open. */
function ownerFile(target: string): string | null {
  const names = [`~$${basename(target)}`, `.~lock.${basename(target)}#`];
  return names.find((name) => existsSync(join(dirname(target), name))) ?? null;
}
