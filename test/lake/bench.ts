/**
 * `npm run lake:bench -- [PROVINCES] [YEARS] [INDICATORS]`: a year of provinces by simulation
 * (seeded; 34 provinces with the register's 3,321 communes and 13 departments each, 60 indicators),
 * made, added to and asked, beside a floor and the usual way. Prints the tables of docs/bench.md.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import national from '../../src/domain/agency/national.json';
import type { Agency } from '../../src/domain/agency/agency';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import { provinceFiles } from '../../src/lake/store';
import { duckdb } from './engine';
import { simulatedYear, TIDY } from './simulated';
import { parquetOf } from '../../src/lake/parquet';
import { TABLES, tableShape, type TableName } from '../../src/lake/tables';

const PROVINCES = Number(process.argv[2] ?? 34);
const YEARS = Number(process.argv[3] ?? 1);
const INDICATORS = Number(process.argv[4] ?? 60);
const DEPARTMENTS = 13;
// As the command does (src/cli/lake.ts).
setFlagsFromString('--heap-growing-percent=30');
const folder = mkdtempSync(join(tmpdir(), 'tonghop-lake-bench-'));

function planOf(index: number, year: number): Plan {
  const base = BUILTIN_PLANS.find(({ id }) => id === 'tra-vinh-2024')!;
  const [name, ...communes] = provinces()[index];
  const agency = (code: string, called: string, level: Agency['level']): Agency => ({
    ...base.agencies[0],
    ...{
      code,
      name: called,
      shortName: called,
      aliases: [],
      level,
      parent: null,
      validFrom: null,
      validTo: null,
      successor: null,
      reports: true,
    },
  });
  const everyone = [{ level: 'tinh' as const }, { level: 'xa' as const }];
  const asked = base.indicators.filter(({ kind }) => kind !== 'computed');
  const indicators = Array.from({ length: INDICATORS }, (_, at): Indicator => {
    return {
      ...asked[at % asked.length],
      code: `B${at + 1}`,
      overTime: at % 4 === 3 ? 'stock' : 'flow',
      filledBy: everyone,
      sameAs: '',
    };
  });
  return {
    ...base,
    ...{
      id: `tinh-${index + 1}-${year}`,
      name,
      year,
      tasks: [],
      confirmations: [],
      successions: [],
      holidays: [],
    },
    schedule: { ...base.schedule, kinds: ['month', 'quarter', 'year'], from: `${year}-01` },
    agencies: [
      ...Array.from({ length: DEPARTMENTS }, (_, at) =>
        agency(`S${at + 1}`, `Sở ${at + 1}`, 'tinh'),
      ),
      ...communes.map((commune, at) => agency(`X${at + 1}`, commune, 'xa')),
    ],
    indicators,
    targets: indicators.map(({ code }) => ({
      ...{
        indicator: code,
        level: null,
        agency: null,
        raw: '>= 50',
        operator: '>=' as const,
        value: 50,
        confirmed: true,
      },
    })),
    forms: [],
  };
}

/** Each province of since 01/7/2025 with its communes. */
function provinces(): string[][] {
  return (national as { after: { province: string; communes: string[] }[] }).after.map(
    ({ province, communes }) => [
      province,
      ...communes.map((commune) => commune.replace(/ <.*$/, '')),
    ],
  );
}

function measured<T>(run: () => T): { value: T; cpu: number; wall: number } {
  const [began, before] = [Date.now(), process.cpuUsage()];
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1e6, wall: (Date.now() - began) / 1000 };
}

function addYear(index: number, year: number, until: number): { figures: number; bytes: number } {
  const plan = planOf(index, year);
  const submissions = simulatedYear(plan, index * 100 + year, TIDY, until);
  let bytes = 0;
  const made = provinceFiles({ plan, submissions, signed: [] });
  let next = made.next();
  while (!next.done) {
    const whole = join(folder, next.value.path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, next.value.bytes);
    if (next.value.path.endsWith('.parquet')) bytes += next.value.bytes.length;
    next = made.next();
  }
  return { figures: next.value.files.figures!.reduce((all, { rows }) => all + rows, 0), bytes };
}

const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

async function main(): Promise<void> {
  const one = measured(() => addYear(0, 2026, 12));
  console.log(
    `one province, a year: ${shown(one.value.figures)} figures, ${shown(one.cpu)} CPU s, ${shown(one.value.bytes / 1e6)} MB`,
  );
  let [figures, bytes] = [one.value.figures, one.value.bytes];
  const all = measured(() => {
    for (let year = 2026; year < 2026 + YEARS; year++)
      for (let index = year === 2026 ? 1 : 0; index < PROVINCES; index++) {
        const made = addYear(index, year, 12);
        figures += made.figures;
        bytes += made.bytes;
      }
  });
  console.log(
    `${PROVINCES} provinces, ${YEARS} year(s): ${shown(figures)} figures, ${shown(all.cpu + one.cpu)} CPU s, ${shown(bytes / 1e6)} MB, ` +
      `resident at most ${shown(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  const added = measured(() => [addYear(0, 2025, 11), addYear(0, 2025, 12)]);
  const [until, whole] = added.value;
  console.log(
    `one province, twelve months after eleven: ${shown(whole.figures - until.figures)} figures more, ` +
      `${shown(added.cpu)} CPU s for both`,
  );
  await ask();
}

/** The bytes of the Parquet files, read and no more. */
function floor(): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.parquet') && statSync(path).isFile());
  return measured(() => files.reduce((all, path) => all + readFileSync(path).length, 0)).cpu;
}

/** A table nobody has a row of has no file: one without rows stands for it. */
function patternOf(table: TableName, depth: number): string {
  if (existsSync(join(folder, table))) return `${folder}/${table}/${'*/'.repeat(depth)}*.parquet`;
  const empty = join(folder, `${table}.parquet`);
  writeFileSync(
    empty,
    parquetOf(
      [{ name: 'plan', type: 'text', isNullable: false }, ...tableShape(table).columns],
      [],
    ),
  );
  return empty;
}

/** The figures as a CSV, and what a person then asks of it: sums by indicator, nothing checked. */
async function usualWay(): Promise<void> {
  const engine = await duckdb();
  const csv = join(folder, 'figures.csv');
  const timed = async (label: string, sql: string) => {
    const began = process.cpuUsage();
    await engine.rows(sql);
    const { user, system } = process.cpuUsage(began);
    console.log(`| ${label} | ${shown((user + system) / 1e6)} CPU s |`);
  };
  const files = patternOf('figures', tableShape('figures').partitions.length);
  const source = `read_parquet('${files}', hive_partitioning = true)`;
  await timed('figures written as CSV', `COPY (SELECT * FROM ${source}) TO '${csv}'`);
  console.log(`| the CSV | ${shown(statSync(csv).size / 1e6)} MB |`);
  for (const [label, where] of [
    ['month', "base = '2026-06'"],
    ['quarter', "base IN ('2026-04', '2026-05', '2026-06')"],
    ['year', "base LIKE '2026-%'"],
  ])
    await timed(
      `DuckDB over the CSV, sums only: ${label}`,
      `SELECT plan, code, sum(numerator), sum(denominator) FROM read_csv('${csv}', all_varchar = false) WHERE ${where} GROUP BY 1, 2`,
    );
  await engine.close();
}

async function ask(): Promise<void> {
  console.log(`| Parquet read and no more | ${shown(floor())} CPU s |`);
  await usualWay();
  for (const [label, period] of [
    ['month', '2026-06'],
    ['quarter', '2026-Q2'],
    ['year', '2026'],
  ]) {
    const engine = await duckdb(period);
    await engine.open(
      new Map(TABLES.map(({ name, partitions }) => [name, patternOf(name, partitions.length)])),
    );
    const began = process.cpuUsage();
    const rows = await engine.rows(
      'SELECT plan, code, numerator, denominator, status FROM indicators_consolidated',
    );
    const { user, system } = process.cpuUsage(began);
    console.log(
      `| ${label} ${period} | ${rows.length} rows | ${shown((user + system) / 1e6)} CPU s | ${shown(process.resourceUsage().maxRSS / 1024)} MB |`,
    );
    await engine.close();
  }
}

main().finally(() => rmSync(folder, { recursive: true, force: true }));
