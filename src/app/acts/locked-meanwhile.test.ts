import { Form } from '../../../test/forms';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { builtinPlan } from '../../domain/plan/builtin';
import { isFilledBy } from '../../domain/plan/plan';
import { writePlan } from '../../domain/plan/plan-tables';
import { periodOf } from '../../domain/period/period';
import { checkHere } from '../../intake/check-here';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { adjustFigure } from '../adjust-figure';
import { receive } from '../consolidator';
import { readDesk } from '../desk';
import { lockPeriod } from '../period-acts';
import type { Progress, Undo } from '../ports';
import { stateReceipt } from '../received-day';

/** Somebody else locks the period just before, or just after, what is written into it. */

const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const plan = builtinPlan(PLAN)!;
const quiet: Progress = { step: () => undefined, cancelled: false };
const by = (who: string, at: string) => ({ who, at });
const grounds = { reason: 'Đơn vị báo lại', document: '', who: 'Bình' };
const [first, second] = plan.agencies.map(({ code }) => code);
const task = plan.tasks.find((one) => isFilledBy(one, plan.agencies[0]))!;

class OfTwo extends MemoryWorkbook {
  before: (() => Promise<unknown>) | null = null;
  after: (() => Promise<unknown>) | null = null;

  private async aside(write: () => Promise<Undo>): Promise<Undo> {
    const { before, after } = this;
    [this.before, this.after] = [null, null];
    await before?.();
    const undo = await write();
    await after?.();
    return undo;
  }

  override replaceSheets(...given: Parameters<MemoryWorkbook['replaceSheets']>): Promise<Undo> {
    return this.aside(() => super.replaceSheets(...given));
  }

  override appendRows(...given: Parameters<MemoryWorkbook['appendRows']>): Promise<Undo> {
    return this.aside(() => super.appendRows(...given));
  }
}

async function take(port: MemoryWorkbook, agency: string, run: string) {
  const { fileName, workbook } = Form.of(agency, MONTH, PLAN).fill(30, 40);
  const bytes = await writeWorkbook(workbook);
  const file = {
    path: fileName,
    modified: null,
    size: bytes.length,
    bytes: async () => bytes,
  };
  const drop = { period: periodOf(MONTH), received: '2024-03-18', run };
  return receive(port, [file], checkHere, drop, { check: quiet, write: quiet });
}

const ACTS: Record<string, (port: MemoryWorkbook) => Promise<unknown>> = {
  'a form': (port) => take(port, second, 'lượt 2'),
  'a day of receipt': (port) =>
    stateReceipt(
      port,
      { period: MONTH, agency: first, day: '2024-03-25' },
      by('An', '2024-04-06 09:00:00'),
    ),
  'the state of a task, which is in no total': (port) =>
    adjustFigure(port, {
      agency: first,
      period: MONTH,
      task: task.code,
      status: 'done',
      date: '2024-03-12',
      text: 'Số 1/BC',
      grounds,
      at: '2024-04-06 08:00:00',
    }),
};

async function begin(): Promise<OfTwo> {
  const port = new OfTwo(emptyWorkbook(writePlan(plan)));
  await take(port, first, 'lượt 1');
  return port;
}

const stateOf = async (port: MemoryWorkbook) => JSON.stringify((await readDesk(port)).ledger);
const locking = (port: MemoryWorkbook) => () =>
  lockPeriod(port, MONTH, by('Chi', '2024-04-08 09:00:00'));

it.each(Object.entries(ACTS))(
  '%s is not in what was locked before it was written: it is drawn back',
  async (_, act) => {
    const port = await begin();
    const before = await stateOf(port);
    port.before = locking(port);
    const ended = await act(port).catch((error: unknown) => error);
    expect(await stateOf(port)).toBe(before);
    expect((await readDesk(port)).locked.has(MONTH)).toBe(true);
    // Of a drop each file says so.
    const { files } = ended as Partial<Awaited<ReturnType<typeof take>>>;
    if (files) expect(files[0].findings.map(({ code }) => code)).toContain('period-locked');
    else expect(ended).toMatchObject({ refusal: { code: 'period-is-locked' } });
  },
);

it.each(Object.entries(ACTS))(
  '%s is in what was locked after it was written: it stays',
  async (_, act) => {
    const port = await begin();
    const before = await stateOf(port);
    port.after = locking(port);
    await act(port);
    expect(await stateOf(port)).not.toBe(before);
    expect((await readDesk(port)).locked.has(MONTH)).toBe(true);
  },
);
