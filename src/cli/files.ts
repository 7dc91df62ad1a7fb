import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { refuseWith } from './refused';

/** A path as the contract shows it: relative as given, with "/". */
export function shown(path: string): string {
  return path.split(sep).join('/');
}

/** So many links one after the other lead in a circle. */
const MOST_LINKS = 40;

/** Where a path leads, links followed; of one where nothing is yet, where it would lead. */
export function realPath(path: string, links = 0): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    if (folder === whole || links > MOST_LINKS) return whole;
    const parent = realPath(folder, links + 1);
    try {
      return realPath(resolve(parent, readlinkSync(whole)), links + 1);
    } catch {
      return join(parent, basename(whole));
    }
  }
}

/** The path, if a folder is there. */
export function mustBeFolder(path: string): string {
  if (!existsSync(path)) refuseWith('cli-folder-missing', { path: shown(path) });
  if (!statSync(path).isDirectory()) refuseWith('cli-is-file', { path: shown(path) });
  return path;
}

/** The path, if a file is there. */
export function mustBeFile(path: string): string {
  if (!existsSync(path)) refuseWith('cli-file-missing', { path: shown(path) });
  if (statSync(path).isDirectory()) refuseWith('cli-is-folder', { path: shown(path) });
  return path;
}

export function readBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(mustBeFile(path)));
}

/** Says before any work is done whether a result can be put there. */
export function mustBeWritable(path: string): void {
  if (path === '' || (existsSync(path) && statSync(path).isDirectory()))
    refuseWith('cli-is-folder', { path: shown(path) });
  const parent = dirname(resolve(path));
  if (!existsSync(parent)) refuseWith('cli-folder-missing', { path: shown(dirname(path)) });
}

/** A result never takes the place of something the command reads, nor of another result. */
export function mustDiffer(...paths: (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === undefined || path === '-') continue;
    if (seen.has(resolve(path))) refuseWith('cli-same-file', { path: shown(path) });
    seen.add(resolve(path));
  }
}

/** Written beside its target and renamed, so a crash leaves the old file whole. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  mustBeWritable(path);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    refuseWith('cli-cannot-write', {
      path: shown(path),
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

/** For workbooks people edit: one that is there already is kept, unless it is the same to the byte. */
export function writeNew(path: string, bytes: Uint8Array): void {
  mustBeWritable(path);
  if (existsSync(path) && !readFileSync(path).equals(bytes)) refuseWith('cli-would-overwrite', { path: shown(path) });
  writeWhole(path, bytes);
}

export function makeFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory()) refuseWith('cli-is-file', { path: shown(path) });
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    refuseWith('cli-cannot-write', {
      path: shown(path),
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
