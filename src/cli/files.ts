import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { ReceivedFile } from '../app/ports';
import { CommandRefused } from './output';

/** A path as the contract shows it: relative as given, with "/". */
export function shown(path: string): string {
  return path.split(sep).join('/');
}

export function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new CommandRefused(`Không thấy tệp “${shown(path)}”. Vui lòng kiểm tra đường dẫn.`);
  if (statSync(path).isDirectory()) throw new CommandRefused(`“${shown(path)}” là thư mục, cần một tệp.`);
  return new Uint8Array(readFileSync(path));
}

/** Written beside its target and renamed, so a crash leaves the old file whole. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const parent = dirname(resolve(path));
  if (!existsSync(parent))
    throw new CommandRefused(`Không có thư mục “${shown(dirname(path))}”. Vui lòng tạo thư mục trước.`);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new CommandRefused(`“${shown(path)}” là thư mục, cần tên tệp.`);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

export function makeFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory())
    throw new CommandRefused(`“${shown(path)}” là tệp, cần một thư mục.`);
  mkdirSync(path, { recursive: true });
}

/** Files lying beside the forms that are nobody's submission: Excel's lock files and system files. */
const IGNORED = /^(~\$|\.|Thumbs\.db$|desktop\.ini$)/i;

export function receivedFile(path: string): ReceivedFile {
  return {
    path: shown(path),
    modified: existsSync(path) ? statSync(path).mtime : null,
    bytes: async () => readBytes(path),
  };
}

/** Every file of the folders and their subfolders, by path. */
export function receivedFiles(folders: readonly string[]): ReceivedFile[] {
  return folders.flatMap((folder) => {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      throw new CommandRefused(`Không thấy thư mục “${shown(folder)}”. Vui lòng kiểm tra đường dẫn.`);
    }
    return list(folder).map(receivedFile);
  });
}

function list(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (IGNORED.test(entry.name)) return [];
    return entry.isDirectory() ? list(path) : entry.isFile() ? [path] : [];
  });
}
