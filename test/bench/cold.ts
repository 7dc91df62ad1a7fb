import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { runAlone } from './own-process';
import { PLAN } from './submissions';

/**
 * The command line as it is started for one file, beside Node alone and beside the command that
 * only starts and reads the plan: each in processes of its own, in turns, CPU time of all of them.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 7);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const form = Form.of('SNV', '2024-03').fill();
  writeFileSync(join(folder, 'plan.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(PLAN))));
  writeFileSync(join(folder, 'form.xlsx'), await writeWorkbook(form.workbook));
  const cli = join(process.cwd(), 'src', 'cli', 'tonghop.js');
  const started = [
    ["node -e ''", ['-e', '']],
    ['tonghop check-plan plan.xlsx (starts, reads the plan)', [cli, 'check-plan', 'plan.xlsx']],
    ['tonghop check plan.xlsx form.xlsx', [cli, 'check', 'plan.xlsx', 'form.xlsx']],
  ] as const;
  const runs = started.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, [, args]] of started.entries())
      runs[index].push(runAlone([process.execPath, ...args], folder).seconds * 1000);
  rmSync(folder, { recursive: true });
  const taken = runs.map((some) => some.sort((a, b) => a - b)[some.length >> 1]);
  console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
  console.log(
    '\n### The command line, cold\n\n| Started | CPU ms | × Node alone | × starting and reading the plan |\n|---|---|---|---|',
  );
  for (const [index, [name]] of started.entries()) {
    const beside = [taken[0], taken[1]].map((floor) => (taken[index] / floor).toFixed(1));
    console.log(`| ${name} | ${taken[index].toFixed(0)} | ${beside.join(' | ')} |`);
  }
}

void main();
