import { createHash } from 'node:crypto';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { checkFile, type CheckOptions } from '../../src/app/check-file';
import type { ReceivedFile } from '../../src/app/ports';
import { checkProcesses } from '../../src/cli/check-processes';
import { inflateHere } from '../../src/cli/inflate';
import { isReadWhole } from '../../src/domain/reading/identify';
import { checkReceived } from '../../src/intake/check-received';
import type { Workbook } from '../../src/workbook/workbook';
import { readLegacy } from '../../src/xlsx/legacy/read';
import { readReceived } from '../../src/xlsx/read/workbook';
import { inflateBy } from '../../src/xlsx/read/zip';
import { treeUsage } from '../process-tree';
import { openpyxlMillis, readWithExcelJs } from './rivals';
import { PLAN, submissions, type SubmissionFile } from './submissions';

/**
 * What taking in costs: the same files, interleaved, CPU time a file (median of the rounds),
 * against the floor of inflating them and against the libraries an office's own script would use,
 * with the same rules behind.
 */

const ROUNDS = 5;
const OPTIONS: CheckOptions = { period: null, partial: false };

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function cpuMillis(
  files: readonly SubmissionFile[],
  act: (file: SubmissionFile) => unknown,
): Promise<number> {
  const before = process.cpuUsage();
  for (const file of files) await act(file);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / files.length;
}

const nodeHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const rules = (file: SubmissionFile, workbook: Workbook) =>
  checkFile(PLAN, file.path, '', { ok: true, value: { workbook, converted: null } }, OPTIONS);

async function compare(title: string, files: SubmissionFile[]): Promise<void> {
  const contestants: [string, (file: SubmissionFile) => unknown][] = [
    ['inflating only (fflate): the floor', ({ bytes }) => unzipSync(bytes)],
    ['ours, read', ({ bytes }) => readReceived(bytes, isReadWhole)],
    [
      'ours, read + check (with SHA-256)',
      (file) => checkReceived(PLAN, file.path, file.bytes, OPTIONS),
    ],
    [
      'ours, read + check, as the command line does (Node inflates and hashes)',
      async (file) => {
        inflateBy(inflateHere);
        await checkReceived(PLAN, file.path, file.bytes, OPTIONS, { hash: nodeHash });
        inflateBy(null);
      },
    ],
    [
      '@e965/xlsx + the same rules',
      (file) => {
        const read = readLegacy(file.bytes, '.xls');
        if (read.ok) rules(file, read.value);
      },
    ],
    ['exceljs + the same rules', async (file) => rules(file, await readWithExcelJs(file.bytes))],
  ];
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, act]] of contestants.entries())
      times[index].push(await cpuMillis(files, act));
  }
  const results = contestants.map(([name], index): [string, number] => [
    name,
    median(times[index]),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const paths = files.map(({ path, producer, bytes }) => {
    const target = join(folder, `${producer}-${path}`);
    writeFileSync(target, bytes);
    return target;
  });
  const python = openpyxlMillis(paths);
  rmSync(folder, { recursive: true });
  if (python !== null) results.push(['openpyxl read_only, values only, no rules', python]);
  const floor = results[0][1];
  const ours = results[2][1];
  console.log(
    `\n### ${title}\n\n| Reader | CPU ms a file | × the floor | × ours |\n|---|---|---|---|`,
  );
  for (const [name, ms] of results) {
    console.log(
      `| ${name} | ${ms.toFixed(2)} | ${(ms / floor).toFixed(1)} | ${(ms / ours).toFixed(1)} |`,
    );
  }
  if (python === null) console.log('\nopenpyxl is not installed here: not measured.');
}

function received(files: readonly SubmissionFile[], count: number): ReceivedFile[] {
  return Array.from({ length: count }, (_, index) => {
    const { path, bytes } = files[index % files.length];
    return {
      path: `${index}/${path}`,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes.slice(),
    };
  });
}

interface PoolRun {
  seconds: number;
  /** CPU ms a file, all processes together; null where the system does not tell. */
  cpu: number | null;
  megabytes: number | null;
}

/** Files checked and let go, as they are when their figures are in the ledger. */
async function withPool(
  files: readonly SubmissionFile[],
  count: number,
  lanes: number,
): Promise<PoolRun> {
  const pool = checkProcesses(lanes);
  const all = received(files, count);
  const run = async (some: ReceivedFile[], watch: () => void) => {
    let next = 0;
    const lane = async () => {
      while (next < some.length) {
        const file = some[next++];
        await pool.check(PLAN, file.path, await file.bytes(), OPTIONS, () => false);
        if (next % 100 === 0) watch();
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  // The processes are started and warm before the clock runs: an office drops files into a pane
  // that is open.
  await run(received(files, 1000 * lanes), () => undefined);
  globalThis.gc?.();
  let megabytes = 0;
  const before = treeUsage();
  const began = performance.now();
  await run(all, () => (megabytes = Math.max(megabytes, treeUsage()?.megabytes ?? 0)));
  const seconds = (performance.now() - began) / 1000;
  const after = treeUsage();
  pool.close();
  const cpu = before && after && (after.cpuMs - before.cpuMs) / count;
  return { seconds, cpu, megabytes: before && Math.max(megabytes, after?.megabytes ?? 0) };
}

async function workers(files: SubmissionFile[]): Promise<void> {
  const rate = (lanes: 1 | 2, runs: PoolRun[]) => {
    const seconds = median(runs.map((run) => run.seconds));
    const cpu = shown(median(runs.map((run) => run.cpu ?? NaN)), 2);
    console.log(`| ${lanes} | ${Math.round(3000 / seconds)} | ${cpu} |`);
    return seconds;
  };
  const runs: [PoolRun[], PoolRun[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const lanes of [1, 2] as const) runs[lanes - 1].push(await withPool(files, 3000, lanes));
  }
  console.log('\n### Workers, 3,000 files\n\n| Workers | Files/s | CPU ms a file |\n|---|---|---|');
  const [one, two] = [rate(1, runs[0]), rate(2, runs[1])];
  console.log(`\nTwo workers: ${(one / two).toFixed(2)}× one.`);
  console.log(
    '\n### Growth, 2 workers\n\n| Files | Files/s | CPU ms a file | Peak memory MB |\n|---|---|---|---|',
  );
  const costs: number[] = [];
  for (const count of [100, 1000, 10_000]) {
    const some: PoolRun[] = [];
    for (let round = 0; round < (count < 10_000 ? 5 : 2); round++)
      some.push(await withPool(files, count, 2));
    const best = some.sort((a, b) => (a.cpu ?? a.seconds) - (b.cpu ?? b.seconds))[some.length >> 1];
    const rest = `${shown(best.cpu ?? NaN, 2)} | ${shown(best.megabytes ?? NaN, 0)}`;
    console.log(`| ${count} | ${Math.round(count / best.seconds)} | ${rest} |`);
    costs.push(best.cpu ?? NaN);
  }
  const grown = shown(costs[2] / costs[0], 2);
  console.log(`\nA file of 10,000 takes ${grown} × the CPU time of one of 100.`);
}

const shown = (value: number, digits: number) =>
  Number.isNaN(value) ? '–' : value.toFixed(digits);

async function main(): Promise<void> {
  // As in a page, but where a contestant says otherwise.
  inflateBy(null);
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
  for (const [title, full] of [
    ['Forms as issued', false],
    ['Forms with a working sheet of 3,600 cells beside', true],
  ] as const) {
    const files = await submissions(full);
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1024;
    await compare(`${title} (${files.length} files, ${size.toFixed(0)} KB each)`, files);
    // Beside another commit the readers are enough: what they cost is what the workers cost.
    if (!full && !process.env.BENCH_AGAINST) await workers(files);
  }
}

void main();
