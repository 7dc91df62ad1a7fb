import * as modules from 'node:module';
import { join } from 'node:path';
import { BY_PERIOD, VIEWS } from '../../src/lake/views';

/** A program of others that reads the lake's files and runs its SQL. */
export interface Engine {
  name: string;
  /** The tables, each by a pattern of its files, and the views over them. */
  open(tables: ReadonlyMap<string, string>): Promise<void>;
  rows(sql: string): Promise<Record<string, string | null>[]>;
  close(): Promise<void>;
}

/** What `npm install --prefix test/engines` has put there; no dependency of the product. */
const load = Reflect.get(
  modules,
  'createRequire',
)(join(process.cwd(), 'test/engines/package.json'));

interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, string | null>[] }>;
  closeSync(): void;
}

/** `period`: tables that say for which period a row is are read for that one only. */
export async function duckdb(period?: string): Promise<Engine> {
  const { DuckDBInstance } = load('@duckdb/node-api') as {
    DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
  };
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("SET threads = 1; SET memory_limit = '512MB'");
  return {
    name: 'duckdb',
    async open(tables) {
      for (const [name, files] of tables) {
        const where =
          period !== undefined && BY_PERIOD.has(name) ? ` WHERE period = '${period}'` : '';
        const source = `read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false)`;
        await connection.run(`CREATE OR REPLACE VIEW ${name} AS SELECT * FROM ${source}${where}`);
      }
      for (const [name, select] of VIEWS)
        await connection.run(`CREATE OR REPLACE VIEW ${name} AS ${select}`);
    },
    async rows(sql) {
      return (await connection.runAndReadAll(sql)).getRowObjectsJson();
    },
    async close() {
      connection.closeSync();
    },
  };
}

interface ChdbSession {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

export async function chdb(): Promise<Engine> {
  const { Session } = load('chdb') as { Session: new () => ChdbSession };
  const session = new Session();
  // As the standard has it: a row without a partner is null, a cast of null is null.
  for (const setting of [
    'join_use_nulls = 1',
    'cast_keep_nullable = 1',
    'use_hive_partitioning = 1',
    'max_threads = 1',
  ])
    session.query(`SET ${setting}`);
  return {
    name: 'chdb',
    async open(tables) {
      for (const [name, files] of tables)
        session.query(
          `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM file('${files}', 'Parquet')`,
        );
      for (const [name, select] of VIEWS)
        session.query(`CREATE OR REPLACE VIEW ${name} AS ${select}`);
    },
    async rows(sql) {
      const text = session.query(sql, 'JSONEachRow');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, string | null>);
    },
    async close() {
      session.cleanup();
    },
  };
}
