import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { treeUsage } from '../process-tree';
import { fuzz } from './run';
import { corpus, forms } from './sources';

/**
 * `npm run fuzz -- [minutes] [seed]`: spoils workbooks until the time is over; a failure is told
 * with the seed that repeats it.
 */
async function main(): Promise<void> {
  const [minutes = '2', seed = '1'] = process.argv.slice(2);
  const own = await forms();
  const others = corpus(process.cwd());
  if (others.length === 0)
    console.log('No corpus beside the project: only our own forms are spoiled.');
  const sources = [...Array.from({ length: 8 }, () => own).flat(), ...others];
  const pool = checkProcesses(2);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, treeUsage()?.peakOfOne ?? 0)), 20);
  const until = Date.now() + Number(minutes) * 60_000;
  const report = await fuzz(builtinPlan('tra-vinh-2024')!, sources, pool, {
    seed: Number(seed),
    runs: Infinity,
    until,
  });
  clearInterval(watch);
  pool.close();
  console.log(`${report.runs} spoiled files of ${sources.length} sources, from seed ${seed}.`);
  console.log(`Verdicts: ${JSON.stringify(report.verdicts)}.`);
  const memory =
    peak > 0
      ? `a process took ${Math.round(peak)} MB at most`
      : 'memory is not told on this system';
  console.log(`Slowest ${Math.round(report.slowestMs)} ms; ${memory}.`);
  for (const { file, seed: at, why } of report.failures.slice(0, 20))
    console.log(`FAILED ${file}, seed ${at}: ${why}`);
  process.exitCode = report.failures.length > 0 ? 1 : 0;
}

void main();
