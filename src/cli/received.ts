import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedFile } from '../app/ports';
import { unpack, type Unpacked } from '../intake/unpack';
import { codeOf, mustBeFolder, readBytes, realPath, shown } from './files';
import { refuseWith } from './refused';

export function receivedFile(path: string): ReceivedFile {
  const stat = statSync(path, { throwIfNoEntry: false });
  return {
    path: shown(path),
    modified: stat?.mtime ?? null,
    size: stat?.size ?? 0,
    bytes: async () => readBytes(path),
  };
}

/**
 * Every file of the folders a person names, of their subfolders, of what links in them lead to, and
 * of the .zip archives among them. `own` are the command's own files: they may lie there, and are
 * nobody's submission.
 */
export async function receivedFiles(
  folders: readonly string[],
  own: readonly (string | undefined)[] = [],
): Promise<Unpacked> {
  const owned = new Set(own.flatMap((path) => (path === undefined ? [] : [realPath(path)])));
  const { files, skipped } = walk(folders);
  const isOwn = new Map(files.map(({ path }) => [path, owned.has(realPath(path))]));
  const foreign = files.filter(({ path }) => !isOwn.get(path));
  const below = new Map(files.map((one) => [shown(one.path), shown(one.below)]));
  const unpacked = await unpack(
    foreign.map(({ path }) => receivedFile(path)),
    (path) => below.get(path) ?? path,
  );
  const ours = files.filter(({ path }) => isOwn.get(path)).map(({ path }) => shown(path));
  return {
    files: unpacked.files,
    skipped: [...skipped.map(shown), ...ours, ...unpacked.skipped].sort(),
  };
}

interface Place {
  path: string;
  /** The part of the path below the folder that was named. */
  below: string;
}

/**
 * Each folder is read once, however many ways lead to it; under its own name, where it has one
 * here, rather than a link's.
 */
function walk(folders: readonly string[]): { files: Place[]; skipped: string[] } {
  const files: Place[] = [];
  const skipped: string[] = [];
  const linked: Place[] = [];
  // What is named is read as named, also where another folder that is named holds it.
  const named = new Map(folders.map((folder) => [realPath(mustBeFolder(folder)), folder]));
  const read = new Set(named.keys());
  const enter = (place: Place, entries: readonly Dirent[]): void => {
    for (const entry of entries) {
      const one = { path: join(place.path, entry.name), below: join(place.below, entry.name) };
      const kind = entry.isSymbolicLink() ? statOf(one.path) : entry;
      // A link that leads nowhere goes on as the file nobody can open.
      if (!kind || kind.isFile()) files.push(one);
      else if (!kind.isDirectory()) skipped.push(one.path);
      else if (entry.isSymbolicLink()) linked.push(one);
      else enterOnce(one);
    }
  };
  const enterOnce = (place: Place): void => {
    const real = realPath(place.path);
    if (read.has(real)) return;
    read.add(real);
    const entries = entriesOf(place.path);
    // A folder that cannot be opened goes on as the file nobody can open.
    if (Array.isArray(entries)) enter(place, entries);
    else files.push(place);
  };
  for (const folder of named.values()) {
    const entries = entriesOf(folder);
    if (Array.isArray(entries)) enter({ path: folder, below: '' }, entries);
    else refuseWith('cli-cannot-read', { path: shown(folder), reason: entries });
  }
  for (let place = linked.shift(); place; place = linked.shift()) enterOnce(place);
  return { files, skipped };
}

/** What lies in a folder, by name; or why nobody can tell. */
function entriesOf(folder: string): Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return codeOf(error);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Links in a circle.
    return undefined;
  }
}
