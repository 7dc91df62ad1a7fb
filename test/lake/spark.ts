/**
 * `npm run lake:spark [SEEDS] [CASE]`: the lake's SQL in Apache Spark, standalone on this machine
 * (one master, one worker and then two), over the Parquet files that the Delta logs name; only the
 * cases whose name holds CASE. Outside `.ci/run`: Spark comes from PyPI (`pip install
 * pyspark`), and Java has to be there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TABLES } from '../../src/lake/tables';
import { VIEWS } from '../../src/lake/views';
import { casesOf } from './cases';

const PYSPARK = 'pyspark==4.3.0';
const seeds = Number(process.argv[2] ?? 100);
const only = process.argv[3] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'tonghop-spark-'));

function fail(reason: string): never {
  console.error(`Not run: ${reason}`);
  process.exit(1);
}

function ran(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function python(): string {
  const given = process.env.SPARK_PYTHON;
  if (given !== undefined) return given;
  const own = join(folder, 'python');
  if (!ran('python3', '-m', 'venv', own)) fail('no python3 with venv.');
  if (!ran(join(own, 'bin/pip'), 'install', '-q', PYSPARK))
    fail(`${PYSPARK} cannot be had from PyPI.`);
  return join(own, 'bin/python');
}

try {
  if (!ran('java', '-version')) fail('no java on the path.');
  const put = (path: string, bytes: Uint8Array): string => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
    return whole;
  };
  const cases = casesOf(seeds, put)
    .filter(({ name }) => name.includes(only))
    .map(({ name, tables }) => ({ name, tables: Object.fromEntries(tables) }));
  const lake = join(folder, 'lake');
  if (!existsSync(lake)) throw new Error('the five plans are not there as a lake');
  const what = { lake, cases, views: VIEWS, tables: TABLES.map(({ name }) => name) };
  writeFileSync(join(folder, 'what.json'), JSON.stringify(what));
  const { status } = spawnSync(python(), ['test/lake/spark.py', join(folder, 'what.json')], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
