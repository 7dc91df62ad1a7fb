import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { parquetOf } from './parquet';
import { provinceTables, type Province } from './province-tables';
import { packSource } from './source';
import { TABLES, tableShape, type TableName, type TablePart } from './tables';

/** The format of a lake's list of files; a newer one is not read. */
export const LAKE_FORMAT = 1;

/** Where a lake keeps what is its own; engines look into no folder whose name begins so. */
export const LIST_PATH = '_tonghop/lake.json';
export const SOURCES = '_tonghop/sources/';

export interface LakeFile {
  /** From the lake's folder. */
  path: string;
  sha256: string;
  bytes: number;
  rows: number;
}

export interface LakePlan {
  name: string;
  year: number;
  submissions: number;
  /** The register's names by code. */
  agencies: Record<string, string>;
  /** The plan and what was handed in, to add more to. */
  source: LakeFile;
  files: Partial<Record<TableName, LakeFile[]>>;
}

/**
 * What a lake holds (`_tonghop/lake.json`): written last, so that what it does not name is
 * nobody's.
 */
export interface LakeList {
  format: number;
  plans: Record<string, LakePlan>;
}

export const EMPTY_LIST: LakeList = { format: LAKE_FORMAT, plans: {} };

export interface NewFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * What one plan is in a lake, and the bytes of its files: one at a time, for a year of them all is
 * a lot.
 */
export function* provinceFiles(province: Province): Generator<NewFile, LakePlan> {
  const { plan, submissions } = province;
  const files: LakePlan['files'] = {};
  for (const part of provinceTables(province)) {
    const bytes = parquetOf(tableShape(part.table).columns, part.rows);
    const file = { ...named(folderOf(part), 'parquet', bytes), rows: part.rows.length };
    (files[part.table] ??= []).push(file);
    yield { path: file.path, bytes };
  }
  const bytes = packSource(province);
  const source = {
    ...named(`${SOURCES}${folderName(plan.id)}-`, 'json.gz', bytes),
    rows: submissions.length,
  };
  yield { path: source.path, bytes };
  const agencies = Object.fromEntries(plan.agencies.map(({ code, name }) => [code, name]));
  return {
    name: plan.name,
    year: plan.year,
    submissions: submissions.length,
    agencies,
    source,
    files,
  };
}

/**
 * A file is called by what is in it: the same rows make the same file, and other rows never take
 * its place.
 */
function named(before: string, extension: string, bytes: Uint8Array): Omit<LakeFile, 'rows'> {
  const hash = bytesToHex(sha256(bytes));
  return { path: `${before}${hash.slice(0, 20)}.${extension}`, sha256: hash, bytes: bytes.length };
}

function folderOf({ table, plan, month }: TablePart): string {
  const parts = [table, `plan=${folderName(plan)}`];
  if (month) parts.push(`year=${month.year}`, `month=${month.month}`);
  return `${parts.join('/')}/`;
}

/** What may stand in a name on every system, as engines read it back. */
function folderName(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Every file of a table, by its path. */
export function filesOf(list: LakeList, table: TableName): Map<string, LakeFile> {
  const files = Object.values(list.plans).flatMap((plan) => plan.files[table] ?? []);
  return new Map(files.map((file) => [file.path, file]));
}

// ------------------------------------------------------------------------------------
// the Delta log

/**
 * What a table's log says: which files are its, each with its hash, and the number of its last
 * version.
 */
export interface TableLog {
  version: number;
  files: ReadonlyMap<string, string>;
  /** Its columns as the log has them last, and the id it was given; empty where it has none. */
  schema: string;
  id: string;
}

export const NO_LOG: TableLog = { version: -1, files: new Map(), schema: '', id: '' };

export function logPath(table: TableName, version: number): string {
  return `${table}/_delta_log/${String(version).padStart(20, '0')}.json`;
}

interface Action {
  add?: { path: string; tags?: { sha256?: string } };
  remove?: { path: string };
  metaData?: { id?: string; schemaString?: string };
}

/** The log's lines one after the other; null where one is none. */
export function readLog(table: TableName, texts: readonly string[]): TableLog | null {
  const files = new Map<string, string>();
  let [schema, id] = ['', ''];
  try {
    for (const line of texts.flatMap((text) => text.split('\n')).filter((one) => one !== '')) {
      const { add, remove, metaData: told } = JSON.parse(line) as Action;
      if (told) [schema, id] = [told.schemaString ?? '', told.id ?? ''];
      if (add) files.set(pathOf(table, add.path), add.tags?.sha256 ?? '');
      if (remove) files.delete(pathOf(table, remove.path));
    }
  } catch {
    return null;
  }
  return { version: texts.length - 1, files, schema, id };
}

function pathOf(table: TableName, logged: string): string {
  return `${table}/${decodeURIComponent(logged)}`;
}

/**
 * The next version of a table's log, from what it says to what it is to say; null where that is the
 * same.
 */
export function nextLog(
  table: TableName,
  log: TableLog,
  list: LakeList,
  time: number,
): NewFile | null {
  const wanted = filesOf(list, table);
  const added = [...wanted.values()].filter(
    ({ path, sha256: hash }) => log.files.get(path) !== hash,
  );
  const removed = [...log.files.keys()].filter((path) => !wanted.has(path));
  const isSameShape = log.schema === schemaOf(table);
  if (log.version >= 0 && added.length === 0 && removed.length === 0 && isSameShape) return null;
  const relative = (path: string) =>
    path
      .slice(table.length + 1)
      .split('/')
      .map(encodeURIComponent)
      .join('/');
  const actions = [
    { commitInfo: { timestamp: time, operation: 'WRITE', engineInfo: 'tonghop' } },
    ...(log.version < 0 ? [{ protocol: { minReaderVersion: 1, minWriterVersion: 2 } }] : []),
    // A table that was made before a column was added to it has that column from now on.
    ...(isSameShape ? [] : [metaData(table, time, log.id)]),
    ...removed.map((path) => ({
      remove: { path: relative(path), deletionTimestamp: time, dataChange: true },
    })),
    ...added.map(({ path, sha256: hash, bytes, rows }) => ({
      add: {
        path: relative(path),
        partitionValues: partitionValues(path),
        ...{ size: bytes, modificationTime: time, dataChange: true },
        stats: JSON.stringify({ numRecords: rows }),
        tags: { sha256: hash },
      },
    })),
  ];
  const text = actions.map((action) => `${JSON.stringify(action)}\n`).join('');
  return { path: logPath(table, log.version + 1), bytes: utf8ToBytes(text) };
}

function partitionValues(path: string): Record<string, string> {
  const folders = path.split('/').filter((folder) => folder.includes('='));
  return Object.fromEntries(
    folders
      .map((folder) => folder.split('='))
      .map(([key, value]) => [key, decodeURIComponent(value)]),
  );
}

const DELTA_TYPES = { text: 'string', integer: 'integer', decimal: 'decimal(28,10)' } as const;

function schemaOf(table: TableName): string {
  const { partitions, columns } = tableShape(table);
  const field = (name: string, type: string, nullable: boolean) => ({
    name,
    type,
    nullable,
    metadata: {},
  });
  const fields = [
    ...columns.map(({ name, type, isNullable }) => field(name, DELTA_TYPES[type], isNullable)),
    ...partitions.map((name) => field(name, name === 'plan' ? 'string' : 'integer', false)),
  ];
  return JSON.stringify({ type: 'struct', fields });
}

/** `known`: the id the table has already. */
function metaData(table: TableName, time: number, known: string): object {
  const hash = bytesToHex(sha256(utf8ToBytes(`${table} ${time}`)));
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
  return {
    metaData: {
      id: known === '' ? id : known,
      name: table,
      format: { provider: 'parquet', options: {} },
      schemaString: schemaOf(table),
      partitionColumns: tableShape(table).partitions,
      configuration: {},
      createdTime: time,
    },
  };
}

export function listBytes(list: LakeList): Uint8Array {
  return utf8ToBytes(`${JSON.stringify(list, null, 1)}\n`);
}

/** What a list says; null where it is none, or names what lies outside of its lake. */
export function readList(text: string): LakeList | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(list) || typeof list.format !== 'number') return null;
  // Of a newer format nothing else is known.
  if (list.format <= LAKE_FORMAT && !isPlans(list.plans)) return null;
  return list as unknown as LakeList;
}

function isPlans(plans: unknown): boolean {
  if (!isRecord(plans)) return false;
  return Object.values(plans).every((plan) => {
    if (!isRecord(plan) || !isRecord(plan.files) || !isRecord(plan.agencies)) return false;
    const isNamed = typeof plan.name === 'string' && typeof plan.year === 'number';
    const tables = Object.entries(plan.files).every(
      ([table, files]) =>
        Array.isArray(files) && files.every((file) => isFileOf(`${table}/`, file)),
    );
    return isNamed && tables && isFileOf(SOURCES, plan.source);
  });
}

function isFileOf(folder: string, file: unknown): boolean {
  if (!isRecord(file) || typeof file.path !== 'string') return false;
  const isInside = file.path.startsWith(folder) && !file.path.split(/[/\\]/).includes('..');
  const isWhole = typeof file.sha256 === 'string' && typeof file.bytes === 'number';
  return isInside && isWhole && typeof file.rows === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A lake of some plans, whole: its files, one log a table, its list. */
export function wholeLake(provinces: readonly Province[], time: number): NewFile[] {
  const files: NewFile[] = [];
  const plans: LakeList['plans'] = {};
  for (const province of provinces) {
    const made = provinceFiles(province);
    let next = made.next();
    while (!next.done) {
      files.push(next.value);
      next = made.next();
    }
    plans[province.plan.id] = next.value;
  }
  const list = { ...EMPTY_LIST, plans };
  const logs = TABLES.flatMap(({ name }) => nextLog(name, NO_LOG, list, time) ?? []);
  return [...files, ...logs, { path: LIST_PATH, bytes: listBytes(list) }];
}
