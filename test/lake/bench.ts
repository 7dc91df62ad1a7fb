/**
 * `npm run lake:bench -- [PROVINCES] [YEARS] [INDICATORS] [FOLDER]`: years of provinces by
 * simulation (seeded; 34 provinces, the register's 3,321 communes with what they were made of, 60
 * indicators), made, added to and asked as `tonghop lake query` asks, beside a floor and the usual
 * way. Prints the tables of docs/bench.md. A lake in a FOLDER of its own stays; one that is there
 * is only asked.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { importProvince, provinceChoices } from '../../src/domain/agency/national-register';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import { LakeFolder } from '../../src/cli/lake-folder';
import { lakeQuery } from '../../src/cli/lake-query';
import { provinceFiles, type LakeList, type LakePlan } from '../../src/lake/store';
import { duckdb } from './engine';
import { simulatedYear, TIDY } from './simulated';

const PROVINCES = Number(process.argv[2] ?? 34);
const YEARS = Number(process.argv[3] ?? 1);
const INDICATORS = Number(process.argv[4] ?? 60);
// As the command does (src/cli/lake.ts).
setFlagsFromString('--heap-growing-percent=30');
/** Of the province a month is added to; no year of the lake. */
const ADDED_YEAR = 2050;
const FIRST_YEAR = 2026;
const ASK = 'ask';
const kept = process.argv[2] === ASK ? process.argv[3] : process.argv[5];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'tonghop-lake-bench-'));

/**
 * The register as it is: what ended on 30/6/2025 with what became of it, the communes since then,
 * the departments of a province of today.
 */
function planOf(index: number, year: number): Plan {
  const base = BUILTIN_PLANS.find(({ id }) => id === 'tra-vinh-2024')!;
  const { code: province, name } = PROVINCES_OF_NOW[index];
  const register = importProvince(national as National, { code: province, span: 'across-2025' });
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
    ...{ id: `tinh-${province}-${year}`, name, year, tasks: [], confirmations: [], holidays: [] },
    schedule: { ...base.schedule, kinds: ['month', 'quarter', 'year'], from: `${year}-01` },
    ...register,
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

const PROVINCES_OF_NOW = provinceChoices(national as National).filter(
  ({ span }) => span === 'across-2025',
);

function measured<T>(run: () => T): { value: T; cpu: number; wall: number } {
  const [began, before] = [Date.now(), process.cpuUsage()];
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1e6, wall: (Date.now() - began) / 1000 };
}

interface Made {
  id: string;
  plan: LakePlan;
  figures: number;
  bytes: number;
}

/** The files of one province and year, as `tonghop lake` makes them. */
function makeYear(lake: LakeFolder, index: number, year: number, until: number): Made {
  const plan = planOf(index, year);
  const submissions = simulatedYear(plan, index * 100 + year, TIDY, until);
  let bytes = 0;
  const made = provinceFiles({ plan, submissions, signed: [] });
  let next = made.next();
  while (!next.done) {
    lake.put(next.value);
    if (next.value.path.endsWith('.parquet')) bytes += next.value.bytes.length;
    next = made.next();
  }
  const figures = next.value.files.figures!.reduce((all, { rows }) => all + rows, 0);
  return { id: plan.id, plan: next.value, figures, bytes };
}

const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

async function main(): Promise<void> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) make();
  await ask();
}

function make(): void {
  const lake = LakeFolder.openOrMake(folder);
  const plans: LakeList['plans'] = {};
  let [figures, bytes] = [0, 0];
  const put = (made: Made) => {
    plans[made.id] = made.plan;
    figures += made.figures;
    bytes += made.bytes;
  };
  const one = measured(() => put(makeYear(lake, 0, FIRST_YEAR, 12)));
  console.log(
    `one province, a year: ${shown(figures)} figures, ${shown(one.cpu)} CPU s, ${shown(bytes / 1e6)} MB`,
  );
  const all = measured(() => {
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      for (let index = year === FIRST_YEAR ? 1 : 0; index < PROVINCES; index++)
        put(makeYear(lake, index, year, 12));
      console.log(`${year}: ${shown(figures)} figures, ${shown(process.cpuUsage().user / 1e6)} s`);
    }
    lake.commit({ ...lake.list, plans }, Date.now(), () => undefined);
  });
  console.log(
    `${PROVINCES} provinces, ${YEARS} year(s): ${shown(figures)} figures, ${shown(all.cpu + one.cpu)} CPU s, ${shown(bytes / 1e6)} MB, ` +
      `resident at most ${shown(process.resourceUsage().maxRSS / 1024)} MB`,
  );
  const until = measured(() => makeYear(lake, 0, ADDED_YEAR, 11));
  const whole = measured(() => makeYear(lake, 0, ADDED_YEAR, 12));
  console.log(
    `one province, a month added: ${shown(whole.value.figures - until.value.figures)} figures more, ` +
      `${shown(whole.cpu)} CPU s; the eleven before it ${shown(until.cpu)} CPU s`,
  );
  // What was only made to be measured is asked by nobody.
  lake.clear({ ...lake.list, plans });
}

/** The bytes of the Parquet files, read and no more. */
function floor(): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.parquet') && statSync(path).isFile());
  return measured(() => files.reduce((all, path) => all + readFileSync(path).length, 0)).cpu;
}

/** The figures as a CSV, and what a person then asks of it: sums by indicator, nothing checked. */
async function usualWay(): Promise<void> {
  const engine = await duckdb();
  const csv = join(mkdtempSync(join(tmpdir(), 'tonghop-lake-csv-')), 'figures.csv');
  const timed = async (label: string, sql: string) => {
    const began = process.cpuUsage();
    await engine.rows(sql);
    const { user, system } = process.cpuUsage(began);
    console.log(`| ${label} | ${shown((user + system) / 1e6)} CPU s |`);
  };
  const source = `read_parquet('${folder}/figures/*/*/*/*.parquet', hive_partitioning = true)`;
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
  rmSync(dirname(csv), { recursive: true });
}

/** Each question in a process of its own, as a person asks: what it takes is its own. */
async function ask(): Promise<void> {
  console.log(`| Parquet read and no more | ${shown(floor())} CPU s |`);
  await usualWay();
  for (const period of ['2026-06', '2026-Q2', '2026'])
    spawnSync(process.execPath, [process.argv[1], ASK, folder, period], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_PATH: join(process.cwd(), 'test/engines/node_modules') },
    });
}

async function answer(period: string): Promise<void> {
  await lakeQuery(folder, { period, language: 'vi' });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error(
    `| ${period} | ${shown((userCPUTime + systemCPUTime) / 1e6)} CPU s | ${shown(maxRSS / 1024)} MB |`,
  );
}

if (process.argv[2] === ASK) void answer(process.argv[4]);
else
  void main().finally(() => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  });
