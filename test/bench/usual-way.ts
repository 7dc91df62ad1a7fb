import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { PYTHON, runAlone, type Run } from './own-process';
import { PLAN, submissions } from './submissions';

/**
 * A quarter of a province as an office does it without us: a script that adds up the cells of every
 * file and checks nothing, and a query that reads every file whole, beside the command line, which
 * checks and consolidates. The same files, in turns, each in a process of its own.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const MONTHS = ['2024-01', '2024-02', '2024-03'];

/** Adds up numerators and denominators by the code of the row. */
const ADDS_UP = `
import sys, glob, openpyxl
whole = sys.argv[2] == 'whole'
sums = {}
for path in sorted(glob.glob(sys.argv[1] + '/*.xlsx')):
    book = openpyxl.load_workbook(path, read_only=not whole, data_only=True)
    sheets = list(book) if whole else [book.worksheets[0]]
    for sheet in sheets:
        for row in sheet.iter_rows(values_only=True):
            if sheet is sheets[0] and isinstance(row[0], str) and row[0].startswith('K'):
                for at in (7, 8):
                    if len(row) > at and isinstance(row[at], (int, float)):
                        sums[row[0], at] = sums.get((row[0], at), 0) + row[at]
    book.close()
print(round(sum(sums.values()), 6))
`;

const WITH_PANDAS = `
import sys, glob, pandas
whole, engine = sys.argv[2] == 'whole', sys.argv[3]
sums = None
for path in sorted(glob.glob(sys.argv[1] + '/*.xlsx')):
    if whole:
        sheets = pandas.read_excel(path, sheet_name=None, header=None, engine=engine)
        table = next(iter(sheets.values()))[[0, 7, 8]].set_index(0)
    else:
        table = pandas.read_excel(path, sheet_name=0, header=None, usecols=[0, 7, 8], index_col=0, engine=engine)
    table = table[table.index.astype(str).str.match(r'K\\d')].apply(pandas.to_numeric, errors='coerce')
    table = table.groupby(level=0).sum()
    sums = table if sums is None else sums.add(table, fill_value=0)
print(round(sums.to_numpy().sum(), 6))
`;

const has = (module: string) => spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0;

interface Contestant {
  name: string;
  command: readonly string[];
  /** Which prints the sum of everything it added up. */
  isScript: boolean;
}

function scripts(received: string): Contestant[] {
  const made: Contestant[] = [];
  const add = (name: string, script: string, ...args: string[]) =>
    made.push({ name, command: [PYTHON, '-c', script, received, ...args], isScript: true });
  if (has('openpyxl')) {
    add('openpyxl, one sheet, sums, no checks', ADDS_UP, 'sheet');
    add('openpyxl, every file whole (as Power Query does), sums, no checks', ADDS_UP, 'whole');
  }
  if (!has('pandas')) return made;
  for (const engine of ['openpyxl', 'calamine'].filter((one) => has(ENGINES[one]))) {
    add(`pandas (${engine}), one sheet, sums, no checks`, WITH_PANDAS, 'sheet', engine);
    add(`pandas (${engine}), every file whole, sums, no checks`, WITH_PANDAS, 'whole', engine);
  }
  return made;
}

const ENGINES: Record<string, string> = { openpyxl: 'openpyxl', calamine: 'python_calamine' };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const received = join(folder, 'nhan');
  mkdirSync(received);
  const files = (await submissions(false)).filter(({ path }) => MONTHS.includes(path.slice(0, 7)));
  for (const { path, bytes } of files) writeFileSync(join(received, path), bytes);
  writeFileSync(join(folder, 'plan.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(PLAN))));
  const cli = join(process.cwd(), 'src', 'cli', 'tonghop.js');
  const out = ['--out', 'report.xlsx', '--json', 'report.json', '--accept-incomplete', '--partial'];
  const quarter = ['consolidate', 'plan.xlsx', '--period', '2024-Q1', '--in', 'nhan'];
  const contestants: Contestant[] = [
    {
      name: 'tonghop consolidate: read, checked, consolidated, written',
      command: [process.execPath, cli, ...quarter, ...out],
      isScript: false,
    },
    ...scripts(received),
  ];
  const runs = contestants.map((): Run[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, one] of contestants.entries())
      runs[index].push(runAlone(one.command, folder));
  rmSync(folder, { recursive: true });
  const sums = new Set(
    runs.filter((_, index) => contestants[index].isScript).map(([{ said }]) => said),
  );
  if (sums.size > 1) throw new Error(`the scripts do not add up the same: ${[...sums].join(', ')}`);
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
  console.log(
    `\n### A quarter, ${files.length} files\n\n| Way | CPU s | × ours | Memory of the largest process, MB |\n|---|---|---|---|`,
  );
  const ours = median(runs[0].map(({ seconds }) => seconds));
  for (const [index, { name }] of contestants.entries()) {
    const seconds = median(runs[index].map((one) => one.seconds));
    const megabytes = median(runs[index].map((one) => one.megabytes));
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${(seconds / ours).toFixed(1)} | ${megabytes.toFixed(0)} |`,
    );
  }
  for (const module of ['openpyxl', 'pandas', 'python_calamine'])
    if (!has(module)) console.log(`\n${module} is not installed here: not measured.`);
}

void main();
