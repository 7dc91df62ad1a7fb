import { Form } from '../../test/forms';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { checkHere } from '../intake/check-here';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { periodOf } from '../domain/period/period';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { receive } from './consolidator';
import { asksFirst, type Entering } from './entering';
import { readDesk } from './desk';
import { Cancelled, type Progress, type ReceivedFile } from './ports';

const PLAN = 'vinh-chap-2024';
const quiet: Progress = { step: () => undefined, cancelled: false };
const NOTHING: Entering = { adding: 0, replacing: 0, restoring: 0, keeping: 0 };

const form = (agency: string, numerator: number) =>
  Form.of(agency, '2024-03', PLAN).fill(numerator, 60);

async function fileOf(one: Form, path = one.fileName): Promise<ReceivedFile> {
  const bytes = await writeWorkbook(one.workbook);
  return { path, modified: null, size: bytes.length, bytes: async () => bytes };
}

async function drop(
  port: MemoryWorkbook,
  files: ReceivedFile[],
  isAgreed?: (entering: Entering) => Promise<boolean>,
) {
  const options = { period: periodOf('2024-03'), received: '2024-03-18', run: 'lượt' };
  return receive(port, files, checkHere, options, { check: quiet, write: quiet }, isAgreed);
}

function office(): MemoryWorkbook {
  return new MemoryWorkbook(emptyWorkbook(writePlan(builtinPlan(PLAN)!)));
}

describe('what a drop would do', () => {
  it('is told before anything is written: added, replaced once accepted, kept', async () => {
    const port = office();
    const [first, second] = [await fileOf(form('VP', 45)), await fileOf(form('MC', 45))];
    const added = await drop(port, [first, second]);
    expect(added.entering).toEqual({ ...NOTHING, adding: 2 });

    const again = await fileOf(form('MC', 46), 'lần 2.xlsx');
    const third = await fileOf(form('TPHT', 45));
    const told: Entering[] = [];
    await expect(
      drop(port, [first, again, third], async (one) => {
        told.push(one);
        return false;
      }),
    ).rejects.toBeInstanceOf(Cancelled);
    expect(told).toEqual([{ ...NOTHING, adding: 1, replacing: 1, keeping: 1 }]);
    expect((await readDesk(port)).ledger).toHaveLength(2);
    await drop(port, [first, again, third]);
    expect((await readDesk(port)).ledger).toHaveLength(4);
  });

  it('a row changed by hand is put back only after a yes, once asked', async () => {
    const port = office();
    const first = await fileOf(form('VP', 45));
    await drop(port, [first]);
    const figures = findSheet(port.workbook, 'Sổ số liệu')!;
    const [row, column] = [...figures.rows].flatMap(([at, cells]) =>
      [...cells].filter(([, { value }]) => value === 45).map(([index]) => [at, index]),
    )[0];
    figures.put(row, column, 54);
    const told: Entering[] = [];
    const done = await drop(port, [first], async (one) => {
      told.push(one);
      return true;
    });
    expect(told).toEqual([{ ...NOTHING, restoring: 1 }]);
    expect(asksFirst(told[0])).toBe(true);
    expect(done.desk.edits).toEqual([]);
  });

  it.each([
    ['the quiet path', { adding: 127 }, false],
    ['a few sent again among many', { adding: 3, replacing: 2, keeping: 120 }, false],
    ['a folder that was taken in before, saved anew', { replacing: 120, adding: 3 }, true],
    ['something changed by hand', { adding: 3, restoring: 1 }, true],
  ])('%s: asked first or not', (_, counts, isAsked) => {
    expect(asksFirst({ ...NOTHING, ...counts })).toBe(isAsked);
  });
});
