import { join } from 'node:path';
import fc from 'fast-check';
import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { WorkerPool } from '../../src/intake/worker-pool';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { IS_LONG, long } from '../long';
import { treeUsage } from '../process-tree';
import { savedAs } from '../producers';
import { HOSTILE } from './hostile-files';

const plan = builtinPlan('tra-vinh-2024')!;
const options = { period: null, partial: false };
const never = () => false;
/**
 * Two seconds of CPU time are a file's own; the rest is for starting the next worker and for what
 * this process does beside it.
 */
const OWN_MS = 3500;

const BOUNDS: string[] = ['file-too-slow', 'file-too-heavy'];

let pool: WorkerPool;
let sound: Uint8Array;
beforeAll(async () => {
  sound = await writeWorkbook(Form.of('29461', '2024-03').fill().workbook);
  pool = checkProcesses(2, join(__dirname, '../../dist/cli/checker.js'));
});
afterAll(() => pool.close());

const codes = async (path: string, bytes: Uint8Array) => {
  const checked = await pool.check(plan, path, bytes, options, never);
  return checked.findings.map((one) => one.code);
};

describe('a hostile file ends in a stated reason, in bounded time, and the next one is read as if nothing had been', () => {
  it.each(
    HOSTILE.filter(({ isLong }) => !isLong || IS_LONG).map((one) => [one.what, one] as const),
  )('%s', async (_, { make, ends }) => {
    const bytes = await make();
    const began = treeUsage();
    const [code] = await codes('lạ.xlsx', bytes);
    // Where the system tells; of a worker that was ended nothing is counted any more.
    if (began) expect(treeUsage()!.cpuMs - began.cpuMs).toBeLessThan(OWN_MS);
    // A workbook that could be read is one without a form of ours.
    const expected = ends === 'read' ? 'file-no-form' : ends;
    // Which bound is met first, time or memory, is the machine's business.
    expect(BOUNDS.includes(ends) ? BOUNDS : [expected]).toContain(code);
    expect(await codes('biểu.xlsx', sound.slice())).toEqual([]);
  });

  it('a form cut anywhere, in the new format and the old', async () => {
    const { workbook } = Form.of('29461', '2024-03').fill();
    for (const bytes of [await writeWorkbook(workbook), await savedAs(workbook, 'biff8')]) {
      for (let length = 0; length < bytes.length; length += long(3000, 1024)) {
        const found = await codes('cắt.xlsx', bytes.slice(0, length));
        expect(found.filter((code) => code === 'file-fault')).toEqual([]);
        expect(found).not.toEqual([]);
      }
    }
  });

  it('a form with any bit turned: the same figures, or a reason why there are none', async () => {
    const whole = await pool.check(plan, 'a', sound.slice(), options, never);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (at, bit) => {
        const spoiled = sound.slice();
        spoiled[at] ^= 1 << bit;
        const checked = await pool.check(plan, 'a', spoiled, options, never);
        expect(checked.findings.map((one) => one.code)).not.toContain('file-fault');
        if (checked.findings.length === 0) expect(checked.observations).toEqual(whole.observations);
      }),
      { numRuns: long(25, 300) },
    );
  });
});
