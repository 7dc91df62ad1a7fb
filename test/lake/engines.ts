/**
 * The SQL of the lake against the core, in programs of others: `node .config/run.mjs
 * test/lake/engines.ts [SEEDS]`. Every engine reads the very files of the lake; what it makes of
 * them and what the core said (`consolidated`) must be the same rows, both ways.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chdb, duckdb, type Engine } from './engine';
import { casesOf, type Case } from './cases';
import { queriesDiffer } from './query';

const seeds = Number(process.argv[2] ?? 1000);
const only = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'tonghop-lake-'));
let bad = 0;

async function compare(engine: Engine, { name, tables, restated }: Case): Promise<void> {
  const began = process.cpuUsage();
  await engine.open(tables);
  for (const [what, sql] of DIFFERENCES) {
    const rows = await engine.rows(sql);
    if (rows.length === 0) continue;
    bad++;
    console.log(`${engine.name}, ${name}: ${what}`);
    for (const row of rows) console.log(`  ${JSON.stringify(row)}`);
  }
  const [core, own] = await Promise.all(
    ['consolidated', 'consolidated_again'].map((table) =>
      engine.rows(`SELECT CAST(COUNT(*) AS VARCHAR) AS n FROM ${table}`),
    ),
  );
  const [{ n: found }] = await engine.rows(
    'SELECT CAST(COUNT(*) AS VARCHAR) AS n FROM restatements',
  );
  if (Number(found) !== restated) {
    bad++;
    console.log(
      `${engine.name}, ${name}: ${restated} restated totals of the core, ${found} of the engine`,
    );
  }
  // EXCEPT looks at no row twice.
  if (core[0].n !== own[0].n || core[0].n === '0') {
    bad++;
    console.log(
      `${engine.name}, ${name}: ${core[0].n} rows of the core, ${own[0].n} of the engine`,
    );
  }
  const { user, system } = process.cpuUsage(began);
  console.log(
    `${engine.name}, ${name}: ${core[0].n} rows of consolidated, ${found} restated, ${((user + system) / 1e6).toFixed(1)} CPU s`,
  );
}

const COLUMNS =
  'plan, period, of, code, form_row, form_column, level, numerator, denominator, value, expected, reported, status, units_met, units_judged, ' +
  'units_not_met, cumulative_numerator, cumulative_denominator, cumulative_value, previous_numerator, previous_denominator, previous_value';
const DIFFERENCES = [
  [
    'the core says, the engine does not',
    `SELECT ${COLUMNS} FROM consolidated EXCEPT SELECT ${COLUMNS} FROM consolidated_again`,
  ],
  [
    'the engine says, the core does not',
    `SELECT ${COLUMNS} FROM consolidated_again EXCEPT SELECT ${COLUMNS} FROM consolidated`,
  ],
].map(
  ([what, sql]) =>
    [what, `SELECT * FROM (${sql}) d ORDER BY plan, period, of, code, level LIMIT 5`] as const,
);

function put(path: string, bytes: Uint8Array): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, bytes);
  return whole;
}

async function main(): Promise<void> {
  const cases = casesOf(seeds, put);
  for (const make of [duckdb, chdb]) {
    const engine = await make();
    if (only !== undefined && only !== engine.name) continue;
    for (const one of cases) await compare(engine, one);
    await engine.close();
  }
  process.env.NODE_PATH = join(process.cwd(), 'test/engines/node_modules');
  const troubles = only === undefined || only === 'query' ? await queriesDiffer() : [];
  bad += troubles.length;
  for (const trouble of troubles.slice(0, 20)) console.log(`lake query, ${trouble}`);
}

main()
  .then(() => {
    process.exitCode = bad > 0 ? 1 : 0;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
