import { join } from 'node:path';
import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { checkHere } from '../../src/intake/check-here';
import { mutate } from '../fuzz/mutate';
import { fuzz } from '../fuzz/run';
import { forms } from '../fuzz/sources';
import { long } from '../long';

/** A short slice of `npm run fuzz`. */
it('a form spoiled anyhow is checked or refused with a reason, never with a fault, a hang or a figure that is none', async () => {
  const runs = long(80, 1500);
  const pool = checkProcesses(2, join(__dirname, '../../dist/cli/checker.js'));
  const report = await fuzz(builtinPlan('tra-vinh-2024')!, await forms(), pool, {
    seed: 20_241_122,
    runs,
  });
  pool.close();
  expect(report.failures).toEqual([]);
  expect(report.runs).toBe(runs);
  // Spoiling that never or always hits would try nothing.
  expect(Object.keys(report.verdicts).sort()).toEqual([
    'clean',
    'errors',
    'unreadable',
    'warnings',
  ]);
});

it('a form that lost the column of its names is no fault', async () => {
  const old = (await forms()).find(({ path }) => path === 'biểu.xls')!;
  const plan = builtinPlan('tra-vinh-2024')!;
  const options = { period: null, partial: false };
  const { findings } = await checkHere.check(
    plan,
    old.path,
    mutate(old.bytes, 7986),
    options,
    () => false,
  );
  expect(findings.map(({ code }) => code)).not.toContain('file-fault');
  expect(findings.length).toBeGreaterThan(0);
});
