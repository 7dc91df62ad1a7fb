import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import type { Progress } from '../../src/app/ports';
import { periodOf } from '../../src/domain/period/period';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** Forms come in any order: a later month may be on the desk before an earlier one. */

const whole = smallPlan('tra-vinh-2024', ['842']);
const quiet: Progress = { step: () => undefined, cancelled: false };

class Office {
  readonly port: MemoryWorkbook;

  constructor(plan: Plan) {
    this.port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  }

  async receives(period: string, form: Form): Promise<void> {
    const bytes = await writeWorkbook(form.workbook);
    const file = {
      path: form.fileName,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes,
    };
    const drop = { period: periodOf(period), received: '2024-01-15', run: period };
    await receive(this.port, [file], checkHere, drop, { check: quiet, write: quiet });
  }

  consolidates(period: string) {
    const actor = { who: 'Nguyễn Văn An', at: '2024-03-20 08:00:00' };
    return consolidateInto(
      this.port,
      periodOf(period),
      { acceptIncomplete: false, asOf: null },
      actor,
      quiet,
    );
  }
}

describe('a day that may have changed places with its month', () => {
  // 03/01/2024 is in January's period; in March's it may be 01/03.
  const recurring: Plan = {
    ...whole,
    tasks: whole.tasks.map((task) => ({
      ...task,
      deadline: { kind: 'recurring', every: 'month' },
    })),
  };
  const { code } = recurring.tasks.find(({ filledBy }) =>
    filledBy.some((one) => 'level' in one && one.level === 'huyen'),
  )!;
  const done = (month: string) =>
    new Form(recurring, '842', month).fill(30, 40).done(code, '2024-01-03');

  it.each([
    ['January, then March', ['2024-01', '2024-03']],
    ['March, then January', ['2024-03', '2024-01']],
  ])('%s: the same result', async (_, months) => {
    const office = new Office(recurring);
    for (const month of months) await office.receives(month, done(month));
    const { result } = await office.consolidates('2024-Q1');
    const task = result.tasks.find((one) => one.code === code)!;
    expect(task.done).toBe(2);
    expect(task.agencies.find(({ agency }) => agency === '842')).toMatchObject({
      date: '2024-01-03',
    });
  });

  it('alone it waits for a person', async () => {
    const office = new Office(recurring);
    await office.receives('2024-03', done('2024-03'));
    const { result } = await office.consolidates('2024-Q1');
    expect(result.tasks.find((one) => one.code === code)!.done).toBe(0);
  });
});
