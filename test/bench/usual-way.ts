import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkProcesses } from '../../src/cli/check-processes';
import { treeUsage } from '../process-tree';
import { PLAN, submissions } from './submissions';

/**
 * What an office does without us: a script that opens every file and adds up its figures by code,
 * with no look at whether they are right; and Power Query's way, imitated: every file read whole.
 * The same 381 files, in one run.
 */

const FILES = 381;
const ROUNDS = 3;

const COMMON = `
import sys, time, resource
files = sys.stdin.read().splitlines()
began = time.process_time()
sums = {}
def add(rows):
    for row in rows:
        code = row[0]
        for column, value in enumerate(row):
            if isinstance(code, str) and isinstance(value, (int, float)):
                sums[(code, column)] = sums.get((code, column), 0) + value
`;
const END = `
print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
`;
const WAYS: [string, string][] = [
  [
    'openpyxl, read_only, values only, summed by code',
    `
import openpyxl
for path in files:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book: add(sheet.iter_rows(values_only=True))
    book.close()
`,
  ],
  [
    "Power Query's way, imitated: every file whole (openpyxl), summed by code",
    `
import openpyxl
for path in files:
    for sheet in openpyxl.load_workbook(path, data_only=True): add(sheet.iter_rows(values_only=True))
`,
  ],
  [
    'pandas, every sheet, summed by code',
    `
import pandas
for path in files:
    for frame in pandas.read_excel(path, sheet_name=None, header=None).values():
        add(frame.itertuples(index=False, name=None))
`,
  ],
];

interface Cost {
  seconds: number;
  megabytes: number;
}

function script(way: string, paths: readonly string[]): Cost | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, ['-c', COMMON + way + END], {
      input: paths.join('\n'),
      encoding: 'utf8',
    });
    if (status !== 0) continue;
    const [seconds, megabytes] = stdout.trim().split(' ').map(Number);
    return { seconds, megabytes };
  }
  return null;
}

/** Every file read, hashed and checked by all rules in one process, as on the command line. */
async function ours(files: readonly { path: string; bytes: Uint8Array }[]): Promise<Cost | null> {
  const before = treeUsage();
  const pool = checkProcesses(1);
  let megabytes = 0;
  for (const [index, { path, bytes }] of files.entries()) {
    const options = { period: null, partial: false };
    await pool.check(PLAN, path, bytes.slice(), options, () => false);
    if (index % 20 === 0) megabytes = Math.max(megabytes, treeUsage()?.megabytes ?? 0);
  }
  const after = treeUsage();
  pool.close();
  return before && after && { seconds: (after.cpuMs - before.cpuMs) / 1000, megabytes };
}

async function main(): Promise<void> {
  const files = (await submissions(false)).slice(0, FILES);
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const paths = files.map(({ path, producer, bytes }) => {
    const target = join(folder, `${producer}-${path}`);
    writeFileSync(target, bytes);
    return target;
  });
  const all = ['tonghop: read, checked by every rule, hashed', ...WAYS.map(([name]) => name)];
  const costs = all.map((): Cost[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    const own = await ours(files);
    if (own) costs[0].push(own);
    WAYS.forEach(([, way], index) => {
      const cost = script(way, paths);
      if (cost) costs[index + 1].push(cost);
    });
  }
  rmSync(folder, { recursive: true });
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
  console.log(`\n### The usual way beside it (${files.length} files)\n`);
  console.log('| Way | CPU seconds | × ours | Peak memory MB |\n|---|---|---|---|');
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];
  const base = middle(costs[0].map(({ seconds }) => seconds));
  for (const [index, name] of all.entries()) {
    const own = costs[index];
    if (own.length === 0) console.log(`| ${name} | not installed here | – | – |`);
    else {
      const seconds = middle(own.map((one) => one.seconds));
      const megabytes = middle(own.map((one) => one.megabytes));
      console.log(
        `| ${name} | ${seconds.toFixed(1)} | ${(seconds / base).toFixed(1)} | ${Math.round(megabytes)} |`,
      );
    }
  }
}

void main();
