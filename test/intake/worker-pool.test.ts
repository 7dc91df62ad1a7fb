import { join } from 'node:path';
import { FINDINGS_SHEET } from '../../src/app/marked-sheet';
import { Cancelled } from '../../src/app/ports';
import { checkAll, takeIn } from '../../src/app/take-in';
import { checkProcesses } from '../../src/cli/check-processes';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { checkHere } from '../../src/intake/check-here';
import { answerWith } from '../../src/intake/answer';
import type { ToWorker } from '../../src/intake/worker-messages';
import { WorkerPool, type WorkerEvents } from '../../src/intake/worker-pool';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { childrenOf, treeUsage } from '../process-tree';
import { HOSTILE } from './hostile-files';

const plan = builtinPlan('tra-vinh-2024')!;
const options = { period: null, partial: false };
const endless = () => HOSTILE.find((one) => one.ends === 'file-too-slow')!.make() as Uint8Array;
const file = (path: string, bytes: Uint8Array) => ({
  path,
  modified: null,
  size: bytes.length,
  bytes: async () => bytes.slice(),
});

let pool: WorkerPool;
let forms: ReturnType<typeof file>[];
beforeAll(async () => {
  pool = checkProcesses(2, join(__dirname, '../../dist/cli/checker.js'));
  const agencies = ['29461', '29464', '29467', '29470', 'SNV', 'STP', 'STC', 'SYT'];
  forms = await Promise.all(
    agencies.map(async (agency) => {
      const form = Form.of(agency, '2024-03').fill();
      return file(form.fileName, await writeWorkbook(form.workbook));
    }),
  );
});
afterAll(() => pool.close());

const quiet = { cancelled: false, step: () => undefined };
const drop = { ...options, received: '2024-03-18', upTo: null, run: 'lượt' };

it('workers take in what one thread takes in, in the order of the files', async () => {
  const here = await takeIn(plan, [], forms, checkHere, drop, quiet);
  expect(here.added.length).toBe(forms.length);
  expect(await takeIn(plan, [], forms, pool, drop, quiet)).toEqual(here);
});

it('each file is told as soon as it is through, and all of them are counted', async () => {
  const told: string[] = [];
  const counted: number[] = [];
  const watch = {
    cancelled: false,
    step: (done: number) => counted.push(done),
    checked: ({ file: path }: { file: string }) => told.push(path),
  };
  await checkAll(plan, [file('chậm.xlsx', endless()), ...forms], pool, options, watch);
  // Everybody who came after the slow one was through before it.
  expect(told.at(-1)).toBe('chậm.xlsx');
  expect([...told].sort()).toEqual(['chậm.xlsx', ...forms.map(({ path }) => path)].sort());
  expect(counted).toEqual(Array.from({ length: forms.length + 2 }, (_, n) => n));
});

it('a drop is stopped at once, even in the middle of a file that does not end; the next one works', async () => {
  const told: string[] = [];
  const watch = {
    cancelled: false,
    step: () => undefined,
    checked: ({ file: path }: { file: string }) => void told.push(path),
  };
  const slow = Array.from({ length: 4 }, (_, n) => file(`chậm ${n}.xlsx`, endless()));
  const stopped = checkAll(plan, slow, pool, options, watch);
  await new Promise((later) => setTimeout(later, 300));
  watch.cancelled = true;
  // Each would have ended in a reason of its own; not all of them were waited for.
  await expect(stopped).rejects.toThrow(Cancelled);
  expect(told.length).toBeLessThan(slow.length);
  const after = await checkAll(plan, forms, pool, options, quiet);
  expect(after.every(({ file: checked }) => checked.verdict === 'clean')).toBe(true);
});

(treeUsage() ? it : it.skip)(
  'a machine that gives a worker no time says nothing about the file: it is waited for',
  async () => {
    const one = checkProcesses(1, join(__dirname, '../../dist/cli/checker.js'));
    const before = new Set(childrenOf(process.pid));
    await checkAll(plan, forms.slice(0, 1), one, options, quiet);
    const [worker] = childrenOf(process.pid).filter((pid) => !before.has(pid));
    process.kill(worker, 'SIGSTOP');
    const checking = checkAll(plan, forms.slice(1, 3), one, options, quiet);
    await new Promise((later) => setTimeout(later, 4000));
    process.kill(worker, 'SIGCONT');
    expect((await checking).map(({ file: checked }) => checked.verdict)).toEqual([
      'clean',
      'clean',
    ]);
    one.close();
  },
);

describe('where nobody tells a worker’s own time', () => {
  /**
   * Workers in this thread that answer after so long; a browser's cannot be had here, and one that
   * is slow by itself nowhere.
   */
  const slow =
    (answerMs: number, seen: { atOnce: number; most: number; ended: number }) =>
    (events: WorkerEvents) => {
      let isEnded = false;
      let later: ReturnType<typeof setTimeout>;
      const answer = answerWith((message) => {
        if ('loading' in message) return;
        seen.atOnce--;
        events.message(message);
      });
      return {
        post: (message: ToWorker) => {
          seen.most = Math.max(seen.most, ++seen.atOnce);
          setTimeout(() => isEnded || events.message({ loading: false }), 0);
          later = setTimeout(() => void answer(message), answerMs);
        },
        end: () => {
          isEnded = true;
          clearTimeout(later);
          seen.atOnce--;
          seen.ended++;
        },
      };
    };

  it('a file that took too long beside others is read when it is tried alone', async () => {
    const seen = { atOnce: 0, most: 0, ended: 0 };
    const lanes = new WorkerPool(slow(600, seen), 2, 0.3);
    const files = await checkAll(plan, forms.slice(0, 3), lanes, options, quiet);
    expect(files.map(({ file: checked }) => checked.verdict)).toEqual(['clean', 'clean', 'clean']);
    expect(seen).toEqual({ atOnce: 0, most: 2, ended: 3 });
  });

  it('one that does not end is ended, tried alone, and named', async () => {
    const seen = { atOnce: 0, most: 0, ended: 0 };
    const lanes = new WorkerPool(slow(1e6, seen), 2, 0.1);
    const [{ file: checked }] = await checkAll(plan, forms.slice(0, 1), lanes, options, quiet);
    expect(checked.findings.map((one) => one.code)).toEqual(['file-too-slow']);
    expect(seen.ended).toBe(2);
  });
});

it('a marked copy is made where a file can do no harm: one that does not end gives none, and the next one does', async () => {
  const sound = forms[0];
  const checked = await pool.check(plan, sound.path, await sound.bytes(), options, () => false);
  expect(await pool.mark(checked, endless())).toBeNull();
  const copy = await pool.mark(checked, await sound.bytes());
  expect(copy && readWorkbook(copy)).toMatchObject({
    ok: true,
    value: { sheets: [{ name: FINDINGS_SHEET }, {}, {}] },
  });
});

it('a worker that cannot be started is a fault of ours beside each file, not a silence', async () => {
  const broken = checkProcesses(1, join(__dirname, 'nowhere.js'));
  const [{ file: checked }] = await checkAll(plan, forms.slice(0, 1), broken, options, quiet);
  expect(checked.findings.map((one) => one.code)).toEqual(['file-fault']);
  broken.close();
});
