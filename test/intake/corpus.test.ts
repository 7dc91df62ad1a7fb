import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { long } from '../long';
import { compare } from '../quality/compare-readers';
import known from '../quality/known-differences.json';

/**
 * Workbooks nobody here made, where they lie beside the project; elsewhere these tests are skipped
 * and jest says so.
 */
const folder = join(__dirname, '../../../shared/corpus');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => /\.(xls[xmb]?|ods)$/.test(name))
      .sort()
      // A quarter of them, and where readers differ; all in `npm run test:all`.
      .filter((name, index) => index % long(4, 1) === 0 || name in known)
  : [];
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const test = names.length > 0 ? it : it.skip;

test('every workbook of the world is read or refused by name', async () => {
  const pool = checkProcesses(2, join(__dirname, '../../dist/cli/checker.js'));
  const plan = builtinPlan('tra-vinh-2024')!;
  const codes = await Promise.all(
    names.map(async (name) => {
      const checked = await pool.check(
        plan,
        name,
        bytesOf(name),
        { period: null, partial: false },
        () => false,
      );
      return `${name}: ${checked.findings[0]?.code}`;
    }),
  );
  pool.close();
  // None of them is a form of ours: read means that it holds no form.
  const allowed = /: file-(no-form|damaged|encrypted|not-a-workbook|too-large|too-slow|too-heavy)$/;
  expect(codes.filter((one) => !allowed.test(one))).toEqual([]);
  expect(codes.filter((one) => one.endsWith('file-no-form')).length).toBeGreaterThan(long(70, 290));
});

test('the cells of those that are read are those another reader sees, but where that one is wrong', () => {
  const complain = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const odd: string[] = [];
  let cells = 0;
  for (const name of names) {
    const compared = compare(name, bytesOf(name));
    if (!compared) continue;
    cells += compared.cells;
    if (compared.differences.length > 0 || compared.other !== null) odd.push(name);
  }
  complain.mockRestore();
  expect(odd.sort()).toEqual(Object.keys(known).sort());
  expect(cells).toBeGreaterThan(long(7000, 30_000));
});
