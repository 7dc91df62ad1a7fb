import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { periodOf } from '../../src/domain/period/period';
import { consolidablePeriods, dueDateOf, isScheduled, type Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/domain/plan/read-plan';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { differencesOf } from './differences';
import { withEveryKind, withFewAgencies } from './made-up-plan';
import { fillWithSlips } from './fill-with-slips';

/**
 * Every answer of two builds of the command line, side by side: the built-in plans and a made-up
 * one with every kind of indicator, through all their periods. Both are given the same files, which
 * the older one issued and this program filled, some of them wrongly.
 */

/** So many agencies of each level report, so that a run takes minutes. */
const OF_A_LEVEL = 2;

/** Of what the two answer: files by name, with what was said on the screen. */
interface Side {
  folder: string;
  program: string;
}

async function main(): Promise<number> {
  const [now, then, ...wanted] = process.argv.slice(2);
  const root = mkdtempSync(join(tmpdir(), 'tonghop-compare-'));
  const sides = { now: sideOf(root, 'now', now), then: sideOf(root, 'then', then) };
  const differences: string[] = [];
  let answers = 0;
  const ask = async (name: string, ...args: string[]) => {
    await Promise.all([sides.now, sides.then].map((side) => run(side, name, args)));
  };
  const look = () => {
    const found = differencesOf(sides.now.folder, sides.then.folder);
    answers += found.answers;
    differences.push(...found.differences);
    for (const { folder } of [sides.now, sides.then])
      for (const name of readdirSync(folder)) clear(folder, name);
  };
  try {
    await ask('plans', 'plans', '--json', 'plans.json');
    await ask('rules', 'rules', '--json', 'rules.json');
    const known = JSON.parse(readFileSync(join(sides.then.folder, 'plans.json'), 'utf8')) as {
      plans: { id: string }[];
    };
    look();
    const ids = [...known.plans.map(({ id }) => id), 'every-kind'].filter(
      (id) => wanted.length === 0 || wanted.includes(id),
    );
    for (const id of ids) {
      process.stderr.write(`${id} …\n`);
      await askOfPlan(id, sides, ask);
      look();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  for (const line of differences) console.log(line);
  console.log(`${answers} answers compared, ${differences.length} differences.`);
  return differences.length === 0 ? 0 : 1;
}

type Ask = (name: string, ...args: string[]) => Promise<void>;

async function askOfPlan(id: string, sides: Record<'now' | 'then', Side>, ask: Ask): Promise<void> {
  const forms =
    id === 'tra-cu-2023' ? ['--form', 'II.06a'] : id === 'hai-duong-2024' ? ['--form', 'TTHC'] : [];
  await ask(
    'plan',
    'plan',
    id === 'every-kind' ? 'vinh-chap-2024' : id,
    '--out',
    'plan.xlsx',
    ...forms,
  );
  const workbook = read(join(sides.then.folder, 'plan.xlsx'));
  if (id === 'every-kind') withEveryKind(workbook);
  withFewAgencies(workbook, OF_A_LEVEL);
  give(sides, 'made-up.xlsx', await writeWorkbook(workbook));
  await ask('check-plan', 'check-plan', 'made-up.xlsx', '--json', 'check-plan.json');
  const plan = readPlan(read(join(sides.then.folder, 'made-up.xlsx')));
  if (!plan.ok) throw new Error(`${id}: ${plan.refusal.code}`);
  const sent: string[] = [];
  for (const period of consolidablePeriods(plan.value)) {
    if (isScheduled(plan.value, period)) {
      const issued = `issued-${period.id}`;
      const ledger = sent.length > 0 ? ['--ledger', 'ledger.xlsx'] : [];
      await ask(
        issued,
        'templates',
        'made-up.xlsx',
        '--period',
        period.id,
        '--out',
        issued,
        ...ledger,
      );
      sent.push(...(await send(plan.value, period.id, sides, issued)));
    }
    const received = ['--received', dueDateOf(plan.value, period), '--ledger', 'ledger.xlsx'];
    // The months of the second half are closed with who has sent, so that figures are judged.
    const closed = period.lastMonth > 6 ? ['--accept-incomplete', '--partial'] : [];
    const out = ['--out', `report-${period.id}.xlsx`, '--json', `report-${period.id}.json`];
    const from = ['--in', dirname(sent.at(-1)!)];
    await ask(
      `report-${period.id}`,
      'consolidate',
      'made-up.xlsx',
      '--period',
      period.id,
      ...from,
      ...received,
      ...closed,
      ...out,
    );
  }
  const told = ['--ledger', 'ledger.xlsx', '--json', 'check.json', '--annotate', 'annotated'];
  await ask('check', 'check', 'made-up.xlsx', ...sent, ...told);
}

/** What the older build issued, filled and given to both; the files by name. */
async function send(
  plan: Plan,
  period: string,
  sides: Record<'now' | 'then', Side>,
  issued: string,
): Promise<string[]> {
  const folder = join(sides.then.folder, issued);
  for (const { folder: to } of [sides.now, sides.then]) mkdirSync(join(to, `sent-${period}`));
  const names = readdirSync(folder).sort();
  for (const name of names) {
    const form = read(join(folder, name));
    const agency = plan.agencies.find(({ code }) => name.startsWith(`${period}_${code}_`))!;
    fillWithSlips(form, plan, agency, periodOf(period));
    give(sides, `sent-${period}/${name}`, await writeWorkbook(form));
  }
  return names.map((name) => `sent-${period}/${name}`);
}

function sideOf(root: string, name: string, project: string): Side {
  const folder = join(root, name);
  mkdirSync(folder);
  return { folder, program: join(project, 'src', 'cli', 'tonghop.js') };
}

/** What is said on the screen stands beside the files, with how it ended. */
async function run(
  { folder, program }: Side,
  name: string,
  args: readonly string[],
): Promise<void> {
  const said = await new Promise<string>((done, failed) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (code === 0 || code === 1) done([`exit ${code}`, stdout, stderr].join('\n'));
        else failed(new Error(`${args.join(' ')}\n${stderr}`));
      },
    );
  });
  writeFileSync(join(folder, `${name}.said.txt`), said);
}

function read(file: string) {
  const read = readWorkbook(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(`${file}: ${read.refusal.code}`);
  return read.value;
}

function give(sides: Record<'now' | 'then', Side>, name: string, bytes: Uint8Array): void {
  for (const { folder } of [sides.now, sides.then]) writeFileSync(join(folder, name), bytes);
}

function clear(folder: string, name: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
}

process.exitCode = await main();
