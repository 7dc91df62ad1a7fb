import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
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
  mustBeFile(path);
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    return refuseWith('cli-cannot-read', { path: shown(path), reason: codeOf(error) });
  }
}

/** "ENOENT" and the like. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

export function makeFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory())
    refuseWith('cli-is-file', { path: shown(path) });
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    refuseWith('cli-cannot-write', {
      path: shown(path),
      reason: codeOf(error),
    });
  }
}
