import { mkdtempSync, rmSync } from 'node:fs';
import * as modules from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { IndicatorStatus } from '../domain/consolidation/consolidation';
import { parsePeriod, PERIOD_GRAMMAR, type Period } from '../domain/period/period';
import { writeProvincesTable, type ProvinceFigure } from '../domain/report/provinces-table';
import { sum } from '../domain/decimal/decimal';
import { LakeRefused } from '../lake/refused';
import type { LakeFile } from '../lake/store';
import { TABLES, type Column, type TableShape } from '../lake/tables';
import { BY_PERIOD, VIEWS } from '../lake/views';
import { cliTexts } from '../locale/cli-texts-of';
import type { Language } from '../locale/language';
import { writeCsv } from '../text/csv';
import { emptyWorkbook } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { shown } from './files';
import { LakeFolder } from './lake-folder';
import { spoken } from './lake';
import { mustTakeJson, print, printTable, writeJson } from './output';
import { refuseWith } from './refused';
import { mustBeWritable, writeNew } from './write-files';

export interface QueryOptions {
  period?: string;
  level?: string;
  out?: string;
  json?: string;
  language: Language;
}

/** Of a province: all of it, or what its agencies of one level make. */
const LEVELS: Record<string, string> = { tinh: '', huyen: 'huyen', xa: 'xa' };

/** What several provinces come to in a period, by the lake's SQL in DuckDB. */
export async function lakeQuery(path: string, options: QueryOptions): Promise<number> {
  return spoken(() => query(path, options));
}

async function query(path: string, options: QueryOptions): Promise<number> {
  const { language, out } = options;
  const { period, level, kind } = whatIsAsked(options);
  const folder = LakeFolder.open(path);
  folder.mustBeWhole();
  const [behind] = folder.behind();
  if (behind !== undefined)
    throw new LakeRefused({ code: 'lake-log-differs', facts: { table: behind } });
  const rows = await answer(folder, period, LEVELS[level]);
  const figures = together(rows);
  const json = {
    version: 1,
    lake: shown(path),
    period: period.id,
    level,
    rows: figures.map(({ province, ...one }) => ({ ...one, plan: province })),
  };
  if (options.json) writeJson(options.json, json);
  const table = tableOf(figures, language);
  if (out === undefined) {
    if (options.json !== '-')
      printTable(table.map((row) => row.map((cell) => shownCell(cell, language))));
    return 0;
  }
  if (kind === '.json') writeJson(out, json);
  else if (kind === '.csv') writeNew(out, new TextEncoder().encode(writeCsv(table)));
  else writeNew(out, await writeWorkbook(emptyWorkbook([writeProvincesTable(period, figures)])));
  print(cliTexts(language).reportWritten(shown(out)));
  return 0;
}

/** What a question cannot mean is said before anything is read. */
function whatIsAsked({ period: written, level = 'tinh', out, json }: QueryOptions) {
  if (written === undefined) return refuseWith('cli-option-missing', { option: '--period P' });
  const period = parsePeriod(written);
  if (!period) return refuseWith('unknown-period', { found: written, grammar: PERIOD_GRAMMAR });
  if (!Object.hasOwn(LEVELS, level))
    return refuseWith('lake-level', { found: level, allowed: Object.keys(LEVELS).join(', ') });
  const kind = out === undefined ? '' : extname(out).toLowerCase();
  if (out !== undefined && !['.csv', '.json', '.xlsx'].includes(kind))
    return refuseWith('lake-output', { found: out });
  if (out !== undefined) mustBeWritable(out);
  mustTakeJson(json);
  if (kind === '.json') mustTakeJson(out);
  return { period, level, kind };
}

// ------------------------------------------------------------------------------------
// the engine

interface DuckDb {
  DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<DuckConnection>; closeSync(): void }>;
  };
}

interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(
    sql: string,
  ): Promise<{ getRowObjectsJson(): Record<string, string | number | null>[] }>;
  closeSync(): void;
}

const PACKAGE = '@duckdb/node-api';

/**
 * DuckDB where somebody installed it: beside the product, in the folder of the run, or on
 * NODE_PATH.
 */
function loadDuckDb(): DuckDb {
  for (const place of [process.argv[1], join(process.cwd(), 'package.json')]) {
    const load = (Reflect.get(modules, 'createRequire') as typeof modules.createRequire)(place);
    try {
      return load(PACKAGE) as DuckDb;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return refuseWith('lake-no-engine', { install: `npm install ${PACKAGE}` });
}

/**
 * The process stays under 512 MB with what Node and the engine take besides; more goes to the disk.
 * Each thread has buffers of its own.
 */
const MEMORY = '320MB';
/** Where the engine cannot put enough aside, an answer is worth more than the bound. */
const MORE = '1GB';
const THREADS = 1;

/** What the engine puts aside lies in a folder of this run, and not in that of the person. */
async function bound(connection: DuckConnection, passing: string): Promise<void> {
  for (const setting of [
    `memory_limit = '${MEMORY}'`,
    `threads = ${THREADS}`,
    `temp_directory = '${passing.replaceAll("'", "''")}'`,
    'preserve_insertion_order = false',
  ])
    await connection.run(`SET ${setting}`);
}

async function asked(connection: DuckConnection, sql: string) {
  try {
    return await connection.runAndReadAll(sql);
  } catch (error) {
    if (!(error instanceof Error && /out of memory/i.test(error.message))) throw error;
    await connection.run(`SET memory_limit = '${MORE}'`);
    return connection.runAndReadAll(sql);
  }
}

async function answer(folder: LakeFolder, period: Period, level: string): Promise<Found[]> {
  const plans = Object.values(folder.list.plans).filter(({ year }) => year === period.year);
  const { DuckDBInstance } = loadDuckDb();
  const passing = mkdtempSync(join(tmpdir(), 'tonghop-lake-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await bound(connection, passing);
    for (const shape of TABLES) {
      const files = plans.flatMap((plan) => plan.files[shape.name] ?? []);
      await connection.run(
        `CREATE VIEW ${shape.name} AS ${selectOf(folder.path, shape, files, period)}`,
      );
    }
    for (const [name, select] of VIEWS) await connection.run(`CREATE VIEW ${name} AS ${select}`);
    const found = await asked(
      connection,
      `SELECT t.code, i.name, i.unit, i.has_parts, i.scale, i.kind, i.over_agencies, t.plan, p.name AS plan_name, t.numerator, t.denominator,
              t.value, t.expected, t.reported, t.status
       FROM indicators_consolidated t
       JOIN asked a ON a.plan = t.plan AND a.period = t.period AND a.of = 'indicator' AND a.code = t.code AND a.context = 'own'
       JOIN indicators i ON i.plan = a.plan AND i.code = a.code AND i.variant = a.variant
       JOIN plans p ON p.plan = t.plan
       WHERE t.period = '${period.id}' AND t.level = '${level}'
       ORDER BY t.code, i.name, i.unit, t.plan`,
    );
    const rows = found.getRowObjectsJson();
    if (rows.length === 0) {
      const known = yearsIn(folder);
      return refuseWith(known === '' ? 'lake-nothing-given' : 'lake-no-period', {
        found: period.id,
        allowed: known,
      });
    }
    return rows.map(figureOf);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(passing, { recursive: true, force: true });
  }
}

function yearsIn(folder: LakeFolder): string {
  const years = new Set(Object.values(folder.list.plans).map(({ year }) => year));
  return [...years].sort().join(', ');
}

function selectOf(
  folder: string,
  shape: TableShape,
  files: readonly LakeFile[],
  period: Period,
): string {
  const { columns, partitions, name } = shape;
  const typed = [
    ...columns,
    ...partitions.map((one): Column => ({ name: one, type: 'text', isNullable: false })),
  ];
  const nothing = `SELECT ${typed.map((one) => `CAST(NULL AS ${SQL_TYPES[one.type]}) AS ${one.name}`).join(', ')} WHERE FALSE`;
  if (files.length === 0) return nothing;
  const paths = files.map(({ path }) => `'${join(folder, path).replaceAll("'", "''")}'`);
  const where = BY_PERIOD.has(name) ? ` WHERE period = '${period.id}'` : '';
  const read = `SELECT * FROM read_parquet([${paths.join(', ')}], hive_partitioning = true, hive_types_autocast = false${ADDED_TO.has(name) ? ', union_by_name = true' : ''})${where}`;
  // A file of an earlier version lacks the columns that were added since: nothing was said in them.
  return ADDED_TO.has(name) ? `${nothing} UNION ALL BY NAME ${read}` : read;
}

/** Tables that got a column after the first lakes were made. */
const ADDED_TO: ReadonlySet<string> = new Set(['indicators']);

const SQL_TYPES = { text: 'VARCHAR', integer: 'INTEGER', decimal: 'DECIMAL(28,10)' } as const;

interface Found extends ProvinceFigure {
  /**
   * What figures are of, over plans: only those that are one thing in every choice are added up.
   */
  key: string;
  isAdded: boolean;
}

function figureOf(row: Record<string, string | number | null>): Found {
  const number = (name: string) => (row[name] === null ? null : Number(row[name]));
  const hasParts = number('has_parts') === 1;
  const [numerator, denominator, scale] = [
    number('numerator'),
    number('denominator'),
    Number(row.scale),
  ];
  return {
    key: ['code', 'name', 'unit', 'kind', 'over_agencies', 'scale', 'has_parts']
      .map((name) => row[name])
      .join('\u0000'),
    isAdded: row.over_agencies === 'added',
    ...{ code: String(row.code), name: String(row.name), unit: String(row.unit) },
    ...{ province: String(row.plan), hasParts, scale, numerator, denominator },
    value: hasParts ? quotient(scale, numerator, denominator) : number('value'),
    ...{
      expected: Number(row.expected),
      reported: Number(row.reported),
      provinces: null,
      complete: null,
    },
    status: String(row.status) as IndicatorStatus,
  };
}

/** In the order of the core (57/100·100 is not 57); null over 0. */
function quotient(
  scale: number,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return scale === 1 ? numerator / denominator : (scale * numerator) / denominator;
}

/**
 * Each indicator over its provinces, then each of them. What one agency owns, or each is judged by,
 * has no total.
 */
function together(found: readonly Found[]): ProvinceFigure[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [{ code, name, unit, hasParts, scale, isAdded }] = group;
    const total = (part: 'numerator' | 'denominator' | 'value'): number | null => {
      const known = group.map((one) => one[part]).filter((one) => one !== null);
      return isAdded && known.length > 0 ? sum(known) : null;
    };
    const [numerator, denominator] = [total('numerator'), total('denominator')];
    const count = (part: 'expected' | 'reported') => group.reduce((all, one) => all + one[part], 0);
    const all: ProvinceFigure = {
      ...{ code, name, unit, province: null, hasParts, scale, numerator, denominator },
      value: hasParts ? quotient(scale, numerator, denominator) : total('value'),
      ...{ expected: count('expected'), reported: count('reported'), provinces: group.length },
      complete: group.filter(({ expected, reported }) => expected > 0 && reported === expected)
        .length,
      status: null,
    };
    return [all, ...group.map(({ key: _key, isAdded: _added, ...one }) => one)];
  });
}

function tableOf(
  figures: readonly ProvinceFigure[],
  language: Language,
): (string | number | null)[][] {
  const { queryHeadings, together: all, indicatorStatus } = cliTexts(language);
  return [
    [...queryHeadings],
    ...figures.map((one) => [
      ...[
        one.code,
        one.name,
        one.unit,
        one.province ?? all,
        one.numerator,
        one.denominator,
        one.value,
      ],
      `${one.reported}/${one.expected}`,
      one.provinces === null ? null : `${one.complete}/${one.provinces}`,
      one.status === null ? null : indicatorStatus[one.status],
    ]),
  ];
}

/** Names are as long as a terminal bears; figures as people write them. */
function shownCell(cell: string | number | null, language: Language): string {
  if (typeof cell === 'number') return cliTexts(language).number(cell, 4);
  const text = cell ?? '';
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

const WIDEST = 48;
