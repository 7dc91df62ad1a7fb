import { MemoryWorkbook } from '../../test/memory-workbook';
import { Form } from '../../test/forms';
import { prepared } from '../../test/prepared';
import { smallPlan } from '../../test/small-plan';
import { periodState } from '../domain/ledger/period-states';
import { PERIOD_SHEET, SIGNED_SHEET } from '../domain/ledger/ledger-sheets';
import { periodOf } from '../domain/period/period';
import { writePlan } from '../domain/plan/plan-tables';
import { checkHere } from '../intake/check-here';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { Sheet } from '../workbook/sheet';
import { writeWorkbook } from '../xlsx/write/workbook';
import { reopen } from './acts/reopen-period';
import { consolidateInto } from './consolidate-into';
import { receive } from './consolidator';
import { openDesk, readDesk } from './desk';
import { checkLocks, lockPeriod, lockQuestion, reopenPeriod } from './period-acts';
import type { Progress, ReceivedFile } from './ports';

/** A lock holds whatever somebody does to the sheets that say so. */

const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const MONTH = '2024-03';
const quiet: Progress = { step: () => undefined, cancelled: false };
const agency = 'SNV';
const by = (at: string) => ({ who: 'An', at });
const files = new Map<string, ReceivedFile>();
let corrected: ReceivedFile;

beforeAll(async () => {
  for (const month of ['2024-02', MONTH, '2024-04']) {
    const bytes = await writeWorkbook(new Form(plan, agency, month).fill(30, 40).workbook);
    files.set(month, {
      path: `${month}.xlsx`,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes,
    });
  }
  const bytes = await writeWorkbook(new Form(plan, agency, MONTH).fill(31, 41).workbook);
  corrected = { path: 'sửa.xlsx', modified: null, size: bytes.length, bytes: async () => bytes };
});

const take = (port: MemoryWorkbook, month: string) =>
  receive(
    port,
    [files.get(month)!],
    checkHere,
    { period: periodOf(month), received: '2024-03-18', run: '2024-03-18 08:00:00' },
    { check: quiet, write: quiet },
  );

const locked = prepared(async (...periods: string[]) => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  for (const month of files.keys()) await take(port, month);
  for (const period of periods) await lockPeriod(port, period, by('2024-12-31 08:00:00'), quiet);
  return port;
});

const list = ({ workbook }: MemoryWorkbook) => findSheet(workbook, PERIOD_SHEET)!;
const column = (sheet: Sheet, heading: string) =>
  [...sheet.rows.get(0)!].find(([, { value }]) => value === heading)![0];
const without = (port: MemoryWorkbook, ...names: string[]) =>
  (port.workbook.sheets = port.workbook.sheets.filter(({ name }) => !names.includes(name)));

const HANDS: [string, (port: MemoryWorkbook) => unknown][] = [
  ['the list of periods is deleted', (port) => without(port, PERIOD_SHEET)],
  [
    'the list and the signed figures are deleted',
    (port) => without(port, PERIOD_SHEET, SIGNED_SHEET),
  ],
  [
    'the row of the lock and the signed figures are deleted',
    (port) => {
      list(port).rows.delete(1);
      without(port, SIGNED_SHEET);
    },
  ],
  [
    'the row of the lock and the rows of the signed figures are deleted',
    (port) => {
      list(port).rows.delete(1);
      const { rows } = findSheet(port.workbook, SIGNED_SHEET)!;
      for (const row of [...rows.keys()]) if (row > 0) rows.delete(row);
    },
  ],
  ['the list is renamed', (port) => (list(port).name = 'Kỳ báo cáo cũ')],
  ['the row of the lock is deleted', (port) => list(port).rows.delete(1)],
  [
    'the heading of the state is changed',
    (port) => list(port).put(0, column(list(port), 'Trạng thái'), 'TT'),
  ],
  [
    'the heading of the period is changed',
    (port) => list(port).put(0, column(list(port), 'Kỳ'), 'Tháng'),
  ],
  [
    'the word is another one',
    (port) => list(port).put(1, column(list(port), 'Trạng thái'), 'Mở lại'),
  ],
  ['the word is none', (port) => list(port).put(1, column(list(port), 'Trạng thái'), 'xong')],
  [
    'the word says consolidated',
    (port) => list(port).put(1, column(list(port), 'Trạng thái'), 'Đang tổng hợp'),
  ],
  ['the period is a day', (port) => list(port).put(1, column(list(port), 'Kỳ'), 45_352)],
  [
    'the period is a day, and its name and tables are gone',
    (port) =>
      ['Kỳ', 'Tên kỳ', 'Bảng khóa'].forEach((one, at) =>
        list(port).put(1, column(list(port), one), at ? null : 45_352),
      ),
  ],
  [
    'somebody writes a row that opens it',
    (port) => {
      for (const [at, cell] of list(port).rows.get(1)!) list(port).put(2, at, cell.value);
      list(port).put(2, column(list(port), 'Trạng thái'), 'Mở lại');
      list(port).put(2, column(list(port), 'Bảng khóa'), null);
    },
  ],
];

it.each(HANDS)('a locked month stays locked when %s', async (_, change) => {
  const port = await locked(MONTH);
  change(port);
  const opened = await openDesk(port);
  if (!opened.ok) throw new Error(opened.refusal.code);
  expect(opened.value.locked.has(MONTH)).toBe(true);
  const { files: taken } = await receive(
    port,
    [corrected],
    checkHere,
    { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' },
    { check: quiet, write: quiet },
  );
  expect(taken[0].findings.map(({ code }) => code)).toContain('period-locked');
  // It is opened by the act that opens, and by it alone.
  await reopenPeriod(port, MONTH, by('2025-01-02 08:00:00'));
  expect((await readDesk(port)).locked.has(MONTH)).toBe(false);
});

it.each(HANDS.slice(0, 5).concat(HANDS.slice(8, 11)))(
  'and it is said at opening: %s',
  async (_, change) => {
    const port = await locked(MONTH);
    change(port);
    expect((await readDesk(port)).edits.map(({ said }) => said.code)).toEqual([
      expect.stringMatching(/^ledger-(lock|act)-/),
    ]);
  },
);

it('a signed figure that was changed is seen by the lock’s hash', async () => {
  const port = await locked(MONTH);
  expect((await checkLocks(port)).map(({ isSame }) => isSame)).toEqual([true]);
  const signed = findSheet(port.workbook, SIGNED_SHEET)!;
  const value = column(signed, 'Kết quả');
  const row = [...signed.rows.keys()].find(
    (one) => one > 0 && typeof signed.value(one, value) === 'number',
  )!;
  signed.put(row, value, 95);
  expect((await checkLocks(port)).map(({ isSame }) => isSame)).toEqual([false]);
});

it('a locked quarter that is consolidated again is shown as locked', async () => {
  const port = await locked('2024-Q1');
  const options = { acceptIncomplete: false, asOf: null };
  await consolidateInto(port, periodOf('2024-Q1'), options, by('2025-01-02 08:00:00'), quiet);
  const { acts } = await readDesk(port);
  expect(periodState(plan, acts, periodOf('2024-Q1'), '2025-01-02').state).toBe('locked');
});

/** The report of a quarter is locked with its last month. */
const months = async (port: MemoryWorkbook) =>
  [...(await readDesk(port)).locked].filter((id) => !id.includes('Q')).sort();

it('opening a quarter leaves a month that was locked by itself, and a quarter that was not locked opens nothing', async () => {
  const port = await locked(MONTH, '2024-Q1', '2024-04');
  await reopenPeriod(port, '2024-Q1', by('2025-01-02 08:00:00'));
  expect(await months(port)).toEqual([MONTH, '2024-04']);
  await expect(reopenPeriod(port, '2024-Q2', by('2025-01-02 08:00:00'))).rejects.toMatchObject({
    refusal: { code: 'locked-by-itself', facts: { months: 'Tháng 4/2024' } },
  });
  expect(await months(port)).toEqual([MONTH, '2024-04']);
});

it('locking a period in which nothing is, or that closes months to come, is asked about', async () => {
  const port = await locked();
  expect(await lockQuestion(port, MONTH, '2024-03-20')).toBeNull();
  expect(await lockQuestion(port, '2024', '2024-12-20')).toBeNull();
  expect(await lockQuestion(port, '2024-05', '2024-12-31')).toMatchObject({
    code: 'lock-holds-nothing',
  });
  expect(await lockQuestion(port, '2024', '2024-05-10')).toMatchObject({
    code: 'lock-closes-ahead',
    facts: { periods: expect.stringContaining('Tháng 12/2024') },
  });
});

it('opening a quarter again is offered while that opens anything, not for a month locked by itself', async () => {
  const port = await locked('2024-02', '2024-Q1');
  const offered = async (period: string) => reopen.fits!(await readDesk(port), { period });
  expect([await offered('2024-Q1'), await offered('2024-02')]).toEqual([true, true]);
  await reopenPeriod(port, '2024-Q1', by('2025-01-02 08:00:00'));
  const { locked: still } = await readDesk(port);
  expect([still.has('2024-02'), still.has('2024-03')]).toEqual([true, false]);
  expect([await offered('2024-Q1'), await offered('2024-02')]).toEqual([false, true]);
});

describe('a list of acts that somebody sorted, or copied rows of', () => {
  const relocked = prepared(async () => {
    const port = await locked(MONTH);
    for (const day of ['02', '04']) {
      await reopenPeriod(port, MONTH, by(`2025-01-${day} 08:00:00`));
      await lockPeriod(port, MONTH, by(`2025-01-0${Number(day) + 1} 08:00:00`), quiet);
    }
    return port;
  });
  const rowsOf = (port: MemoryWorkbook) => [...list(port).rows].filter(([row]) => row > 0);
  const sorted = (port: MemoryWorkbook, heading: string, way: 1 | -1) => {
    const by = column(list(port), heading);
    const text = ([, cells]: [number, Map<number, { value: unknown }>]) =>
      String(cells.get(by)?.value ?? '');
    const rows = rowsOf(port).sort((a, b) => way * text(a).localeCompare(text(b), 'vi'));
    rows.forEach(([, cells], index) => list(port).rows.set(index + 1, cells));
  };

  it.each(
    ['Trạng thái', 'Thời điểm', 'Bảng khóa', 'Mã kiểm tra'].flatMap((heading) => [
      [heading, 1] as const,
      [heading, -1] as const,
    ]),
  )('by “%s” (%i): the locks are what they were', async (heading, way) => {
    const port = await relocked();
    const before = await readDesk(port);
    sorted(port, heading, way);
    const after = await readDesk(port);
    expect(after.locked).toEqual(before.locked);
    expect(after.acts).toEqual(before.acts);
    expect((await checkLocks(port)).map(({ isSame }) => isSame)).toEqual([true, true, true]);
  });

  it('no table of a lock is written over where only the tables tell of them', async () => {
    const port = await relocked();
    const tables = () =>
      new Map(
        port.workbook.sheets
          .filter(({ name }) => name.startsWith('Khóa Chỉ tiêu 2024-03'))
          .map((one) => [one.name, one]),
      );
    const before = tables();
    expect(before.size).toBe(3);
    without(port, PERIOD_SHEET, SIGNED_SHEET);
    await reopenPeriod(port, MONTH, by('2025-02-02 08:00:00'));
    await lockPeriod(port, MONTH, by('2025-02-03 08:00:00'), quiet);
    const after = tables();
    expect(after.size).toBe(4);
    for (const [name, table] of before) expect(after.get(name)).toBe(table);
  });

  it('a locked table that somebody copied is no lock', async () => {
    const port = await locked(MONTH);
    const table = port.workbook.sheets.find(({ name }) => name === 'Khóa Chỉ tiêu 2024-03')!;
    const copy = new Sheet(`${table.name} (2)`);
    port.workbook.sheets.push(copy);
    await reopenPeriod(port, MONTH, by('2025-01-02 08:00:00'));
    const { locked: still, edits } = await readDesk(port);
    expect([still.has(MONTH), edits]).toEqual([false, []]);
  });

  it('an opening that is copied below the last lock opens nothing', async () => {
    const port = await relocked();
    const state = column(list(port), 'Trạng thái');
    const opening = rowsOf(port).find(([, cells]) => cells.get(state)?.value === 'Đã mở lại')!;
    list(port).rows.set(rowsOf(port).length + 1, new Map(opening[1]));
    expect((await readDesk(port)).locked.has(MONTH)).toBe(true);
  });

  it('an opening is after the lock, whatever the clock of its machine says', async () => {
    const port = await relocked();
    await reopenPeriod(port, MONTH, by('2024-06-01 08:00:00'));
    expect((await readDesk(port)).locked.has(MONTH)).toBe(false);
    await lockPeriod(port, MONTH, by('2024-06-02 08:00:00'), quiet);
    expect((await readDesk(port)).locked.has(MONTH)).toBe(true);
  });
});
