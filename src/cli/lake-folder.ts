import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LakeRefused } from '../lake/refused';
import {
  EMPTY_LIST,
  filesOf,
  LAKE_FORMAT,
  LIST_PATH,
  listBytes,
  nextLog,
  NO_LOG,
  readList,
  readLog,
  SOURCES,
  type LakeFile,
  type LakeList,
  type NewFile,
  type TableLog,
} from '../lake/store';
import { unpackSource } from '../lake/source';
import type { Province } from '../lake/province-tables';
import { TABLES, type TableName } from '../lake/tables';
import { makeFolder, readBytes, shown } from './files';
import { refuseWith } from './refused';
import { writeWhole } from './write-files';

/**
 * A lake as a folder. New files come first under names of their own, then each table's log, then
 * the list: whenever a run is ended, the list and the files it names are whole. What no list names
 * is cleared by the next run.
 */
export class LakeFolder {
  private constructor(
    readonly path: string,
    readonly list: LakeList,
  ) {}

  /** A lake that is there. */
  static open(path: string): LakeFolder {
    const file = join(path, LIST_PATH);
    if (!existsSync(file)) return refuseWith('lake-folder-none', { path: shown(path) });
    return new LakeFolder(path, listIn(file));
  }

  /** A lake that is there, or a new one where nothing is. */
  static openOrMake(path: string): LakeFolder {
    if (existsSync(join(path, LIST_PATH))) return LakeFolder.open(path);
    makeFolder(path);
    if (readdirSync(path).length > 0) return refuseWith('lake-folder-taken', { path: shown(path) });
    makeFolder(dirname(join(path, LIST_PATH)));
    writeWhole(join(path, LIST_PATH), listBytes(EMPTY_LIST));
    return new LakeFolder(path, EMPTY_LIST);
  }

  /** Every file the list names is there as it was written; else the first that is not is named. */
  mustBeWhole(): void {
    const files = Object.values(this.list.plans).flatMap((plan) => [
      plan.source,
      ...Object.values(plan.files).flat(),
    ]);
    const missing = files.filter(({ path }) => !existsSync(join(this.path, path)));
    if (missing.length > 0) throw refusedFor('lake-file-missing', missing);
    const changed = files.filter(({ path, bytes, sha256 }) => {
      const whole = join(this.path, path);
      return statSync(whole).size !== bytes || hashOf(readFileSync(whole)) !== sha256;
    });
    if (changed.length > 0) throw refusedFor('lake-file-changed', changed);
  }

  /** The tables whose log says something else than the list: a run was ended between the two. */
  behind(): TableName[] {
    return TABLES.map(({ name }) => name).filter((name) => {
      const wanted = filesOf(this.list, name);
      const { files, version } = this.logOf(name);
      const isSame =
        files.size === wanted.size &&
        [...wanted].every(([path, { sha256 }]) => files.get(path) === sha256);
      return !isSame || (version < 0 && Object.keys(this.list.plans).length > 0);
    });
  }

  source(plan: string): Province | null {
    const known = Object.hasOwn(this.list.plans, plan) ? this.list.plans[plan] : undefined;
    return known ? unpackSource(readBytes(join(this.path, known.source.path))) : null;
  }

  /** Beside what the list names; a file of that name has these bytes already. */
  put({ path, bytes }: NewFile): void {
    const whole = join(this.path, path);
    if (
      existsSync(whole) &&
      statSync(whole).size === bytes.length &&
      hashOf(readFileSync(whole)) === hashOf(bytes)
    )
      return;
    mkdirSync(dirname(whole), { recursive: true });
    writeWhole(whole, bytes);
  }

  /**
   * The logs, then the list; then what neither names is cleared away. `mayWrite` refuses where
   * somebody else wrote meanwhile.
   */
  commit(list: LakeList, time: number, mayWrite: () => void): void {
    mayWrite();
    for (const { name } of TABLES) {
      const next = nextLog(name, this.logOf(name), list, time);
      if (next) this.put(next);
    }
    writeWhole(join(this.path, LIST_PATH), listBytes(list));
    this.clear(list);
  }

  /** Only files that are called as ours are: what people put beside them stays. */
  clear(list: LakeList): void {
    const kept = new Set(
      Object.values(list.plans).flatMap((plan) => [
        plan.source.path,
        ...Object.values(plan.files)
          .flat()
          .map(({ path }) => path),
      ]),
    );
    for (const folder of [...TABLES.map(({ name }) => name), SOURCES.replace(/\/$/, '')])
      for (const path of this.walk(folder))
        if (OWN_NAME.test(path) && !kept.has(path)) rmSync(join(this.path, path), { force: true });
  }

  private logOf(table: TableName): TableLog {
    const folder = join(this.path, table, '_delta_log');
    if (!existsSync(folder)) return NO_LOG;
    const names = readdirSync(folder)
      .filter((name) => /^\d{20}\.json$/.test(name))
      .sort();
    const isWhole = names.every((name, index) => Number(name.slice(0, 20)) === index);
    const log = isWhole
      ? readLog(
          table,
          names.map((name) => readFileSync(join(folder, name), 'utf8')),
        )
      : null;
    if (!log) throw new LakeRefused({ code: 'lake-log-differs', facts: { table } });
    return log;
  }

  private walk(folder: string): string[] {
    const whole = join(this.path, folder);
    if (!existsSync(whole)) return [];
    return readdirSync(whole, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? this.walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  }
}

const OWN_NAME = /(^|[/-])[0-9a-f]{20}\.(parquet|json\.gz)$/;

function listIn(file: string): LakeList {
  const list = readList(readFileSync(file, 'utf8'));
  if (!list)
    throw new LakeRefused({ code: 'lake-file-changed', facts: { path: LIST_PATH, more: 0 } });
  if (list.format > LAKE_FORMAT)
    throw new LakeRefused({
      code: 'lake-newer-format',
      facts: { found: list.format, known: LAKE_FORMAT },
    });
  return list;
}

function refusedFor(
  code: 'lake-file-missing' | 'lake-file-changed',
  files: readonly LakeFile[],
): LakeRefused {
  return new LakeRefused({ code, facts: { path: files[0].path, more: files.length - 1 } });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
