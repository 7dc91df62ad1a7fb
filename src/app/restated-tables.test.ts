import { Form } from '../../test/forms';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { handedIn } from '../../test/handed-in';
import { prepared } from '../../test/prepared';
import { smallPlan } from '../../test/small-plan';
import { writeDecisions } from '../domain/ledger/decisions';
import { submissionId, writeLedger } from '../domain/ledger/ledger-tables';
import { builtinPlan } from '../domain/plan/builtin';
import { BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import type { Plan } from '../domain/plan/plan';
import { writePlan } from '../domain/plan/plan-tables';
import { typedCells } from '../domain/plan/stat-cells';
import type { Decision, Observation } from '../domain/submission/submission';
import { periodOf } from '../domain/period/period';
import { tableChanges } from '../domain/report/table-changes';
import type { RestatedCell } from '../domain/report/restatement-table';
import { checkHere } from '../intake/check-here';
import { isBlank } from '../workbook/cell';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { consolidateInto } from './consolidate-into';
import { receive } from './consolidator';
import { consolidatePeriod } from './consolidate-period';
import { decide } from './decide';
import { readDesk } from './desk';
import { lockPeriod, reopenPeriod } from './period-acts';
import type { Progress } from './ports';
import { restatedTables } from './restated-tables';

/**
 * What was signed and is another now, held against a difference of all locked tables that knows
 * nothing of how it is found.
 */

const PLAN = 'vinh-chap-2024';
const plan = builtinPlan(PLAN)!;
const [one, other] = plan.agencies.map(({ code }) => code);
const MONTHS = ['2024-01', '2024-02', '2024-03'];
const LOCKED = [...MONTHS, '2024-Q1'];
const AS_IT_IS = { acceptIncomplete: false, asOf: null };
const quiet: Progress = { step: () => undefined, cancelled: false };
const by = (who: string, at: string) => ({ who, at });

async function take(
  port: MemoryWorkbook,
  agency: string,
  month: string,
  run: string,
  ...figures: number[]
) {
  const bytes = await writeWorkbook(Form.of(agency, month, PLAN).fill(...figures).workbook);
  const file = {
    path: `${agency} ${run}.xlsx`,
    modified: null,
    size: bytes.length,
    bytes: async () => bytes,
  };
  const drop = { period: periodOf(month), received: '2024-03-18', run };
  return receive(port, [file], checkHere, drop, { check: quiet, write: quiet });
}

/** A quarter of two agencies, locked month by month and as a whole. */
const signed = prepared(async () => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  for (const month of MONTHS) {
    await take(port, one, month, `${month}-20 08:00:00`, 30, 50);
    await take(port, other, month, `${month}-20 09:00:00`, 30, 50);
  }
  for (const period of LOCKED) await lockPeriod(port, period, by('An', '2024-04-10 08:00:00'));
  return port;
});

/**
 * January of one agency corrected after it was locked, and what was signed with it opened for that.
 */
async function correct(
  port: MemoryWorkbook,
  agency: string,
  at: string,
  ...figures: number[]
): Promise<void> {
  for (const period of ['2024-01', '2024-Q1'])
    await reopenPeriod(port, period, by('An', `${at} 07:00:00`));
  const { files } = await take(port, agency, '2024-01', `${at} 08:00:00`, ...figures);
  const submission = `${agency}/2024-01/${files[0].version}`;
  const said = {
    ...by('Bình', `${at} 09:00:00`),
    kind: 'accepted' as const,
    reason: 'Đếm lại',
    document: '',
  };
  await decide(port, { ...said, submission });
}

const consolidated = async (port: MemoryWorkbook) =>
  (
    await consolidateInto(
      port,
      periodOf('2024-Q1'),
      AS_IT_IS,
      by('An', '2024-04-30 08:00:00'),
      quiet,
    )
  ).restatedCells;

/** Cell for cell by its place; nothing here moves a row or a column. */
async function differences(port: MemoryWorkbook, locked = LOCKED): Promise<string[]> {
  const { plan: now, ledger } = await readDesk(port);
  const found: string[] = [];
  for (const period of locked)
    for (const table of consolidatePeriod(now, ledger, periodOf(period), AS_IT_IS).tables) {
      const locked = findSheet(port.workbook, `Khóa ${table.name}`);
      if (!locked || table.name.startsWith('Biểu đồ')) continue;
      const top = [...table.rows.keys()].find((row) => table.value(row, 0) === '(1)')!;
      for (const [row, cells] of table.rows)
        for (const [column, { value }] of cells) {
          const was = locked.value(row, column);
          const isSame = was === value || (isBlank(was) && isBlank(value));
          if (row > top && column > 0 && !isSame)
            found.push(`${table.name}: ${String(was)} → ${String(value)}`);
        }
    }
  return found.sort();
}

const saidOf = (cells: readonly RestatedCell[]) =>
  cells.map(({ sheet, before, after }) => `${sheet}: ${String(before)} → ${String(after)}`).sort();

it('a correction names every cell that moved: later cumulative figures, the month before, each agency', async () => {
  const port = await signed();
  await correct(port, one, '2024-04-20', 20, 50);
  const cells = await consolidated(port);
  expect(saidOf(cells)).toEqual(await differences(port));
  expect(new Set(cells.map(({ period }) => period))).toEqual(new Set(LOCKED));
  const named = cells.flatMap(({ causes }) => causes);
  expect(named).toContainEqual({
    submission: `${one}/2024-01/2`,
    who: 'Bình',
    at: '2024-04-20 09:00:00',
  });
  expect(named.every(({ submission }) => submission === `${one}/2024-01/2`)).toBe(true);
});

it('corrections of two agencies that leave the total as it was are named in the table of agencies', async () => {
  const port = await signed();
  await correct(port, one, '2024-04-20', 20, 50);
  await correct(port, other, '2024-04-21', 40, 50);
  const cells = await consolidated(port);
  expect(saidOf(cells)).toEqual(await differences(port));
  const ofAgencies = cells.filter(({ sheet }) => sheet === 'Theo đơn vị 2024-01');
  expect(ofAgencies.length).toBeGreaterThan(0);
  const rowsOf = (agency: string) =>
    ofAgencies.filter(({ row }) =>
      row.includes(plan.agencies.find(({ code }) => code === agency)!.name),
    );
  for (const [agency, version] of [
    [one, 2],
    [other, 2],
  ] as const)
    for (const { causes } of rowsOf(agency))
      expect(causes.map(({ submission }) => submission)).toEqual([`${agency}/2024-01/${version}`]);
  expect(rowsOf(one).length + rowsOf(other).length).toBeGreaterThan(0);
});

it('a table as Excel has it, without the cells that hold nothing, is the same table', async () => {
  const port = await signed();
  const { plan: now, ledger } = await readDesk(port);
  const { tables } = consolidatePeriod(now, ledger, periodOf('2024-01'), AS_IT_IS);
  for (const table of tables) {
    const read = new Sheet(table.name);
    for (const [row, cells] of table.rows)
      for (const [column, { value }] of cells) if (!isBlank(value)) read.put(row, column, value);
    // What people left empty over the headings is carried into it as "".
    const top = [...table.rows.keys()].find((row) => table.value(row, 0) === '(1)')!;
    if (isBlank(table.value(top - 2, 0))) table.put(top - 2, 0, '');
    expect([table.name, tableChanges(read, table)]).toEqual([table.name, []]);
  }
});

it('a target that is another now turns a verdict, and that is no correction of anybody', async () => {
  const port = await signed();
  const changed: Plan = structuredClone(plan);
  for (const target of changed.targets) target.value = 1;
  const names = new Set(writePlan(changed).map(({ name }) => name));
  port.workbook.sheets = [
    ...port.workbook.sheets.filter(({ name }) => !names.has(name)),
    ...writePlan(changed),
  ];
  const cells = await consolidated(port);
  expect(saidOf(cells)).toEqual(await differences(port));
  expect(cells.some(({ before, after }) => before === 'Không đạt' && after === 'Đạt')).toBe(true);
  expect(cells.every(({ causes }) => causes.length === 0)).toBe(true);
});

it('an indicator that is gone is named, whatever column it had', async () => {
  const port = await signed();
  const [gone] = plan.indicators;
  const without: Plan = {
    ...plan,
    indicators: plan.indicators.filter((own) => own !== gone),
    targets: plan.targets.filter(({ indicator }) => indicator !== gone.code),
  };
  const names = new Set(writePlan(without).map(({ name }) => name));
  port.workbook.sheets = [
    ...port.workbook.sheets.filter(({ name }) => !names.has(name)),
    ...writePlan(without),
  ];
  const cells = (await consolidated(port)).filter(({ sheet }) => sheet === 'Chỉ tiêu 2024-01');
  expect(cells).toContainEqual(
    expect.objectContaining({ row: expect.stringContaining(gone.code), after: null }),
  );
});

it('what is called otherwise now is named so, and its figures that changed are named as ever', async () => {
  const port = await signed();
  await correct(port, one, '2024-04-20', 20, 50);
  await correct(port, other, '2024-04-21', 40, 50);
  const before = await consolidated(port);
  const renamed: Plan = structuredClone(plan);
  const [indicator, next] = renamed.indicators;
  const [task] = renamed.tasks;
  const agency = renamed.agencies.find(({ code }) => code === one)!;
  const was = [indicator.name, task.text, agency.name];
  indicator.name = 'Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình';
  task.text = 'Công khai kết quả';
  agency.name = 'Sở được đặt tên lại';
  // Its place in the list is another one too.
  renamed.indicators.splice(0, 2, next, indicator);
  await port.replaceSheets(writePlan(renamed));
  const cells = await consolidated(port);
  const isName = ({ before: text, after }: RestatedCell) =>
    [text, after].some((one) => typeof one === 'string' && one.length > 15);
  const names = cells.filter(isName);
  expect(saidOf(cells.filter((own) => !isName(own)))).toEqual(saidOf(before));
  for (const [index, now] of [indicator.name, task.text, agency.name].entries())
    expect([now, names.some((own) => own.before === was[index] && own.after === now)]).toEqual([
      now,
      true,
    ]);
  expect(names.every(({ causes }) => causes.length === 0)).toBe(true);
});

it('locked again, the differences of the lock before stay', async () => {
  const port = await signed();
  await correct(port, one, '2024-04-20', 20, 50);
  await lockPeriod(port, '2024-01', by('An', '2024-04-22 08:00:00'));
  await correct(port, one, '2024-04-24', 10, 50);
  const own = (await consolidated(port)).filter(({ sheet }) => sheet === 'Theo đơn vị 2024-01');
  expect(
    own
      .filter(({ before }) => before === 30)
      .map(({ lock, again, after }) => [lock, again, after])[0],
  ).toEqual([1, 2, 20]);
  expect(
    own
      .filter(({ before }) => before === 20)
      .map(({ lock, again, after }) => [lock, again, after])[0],
  ).toEqual([2, null, 10]);
});

it('statistics forms, tasks and n/N that are another now are named, as a difference of all tables has them', async () => {
  const reporting = ['SNV', '842', '29461'];
  const everyone = [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }] as const;
  const small = smallPlan('tra-vinh-2024', reporting);
  const [form] = structuredClone(BUILTIN_FORMS) as Plan['forms'];
  const whole: Plan = { ...small, forms: [{ ...form, filledBy: [...everyone] }] };
  // Each figure is the agency's number, and more where it was corrected.
  const formOf = (agency: string, month: string, more = 0, done = false) => {
    const place = { sheet: 'S', cell: 'A1', state: 'ok', raw: '' } as const;
    const value = reporting.indexOf(agency) + 10 + more;
    const observations: Observation[] = [
      ...whole.indicators.flatMap(({ code }) =>
        (['numerator', 'denominator'] as const).map((measure): Observation => {
          const figure = measure === 'numerator' ? value : 90;
          return { of: 'indicator', code, measure, value: figure, ...place };
        }),
      ),
      ...whole.forms[0].rows.flatMap((row) =>
        typedCells(whole.forms[0], row).map(({ column }): Observation => {
          const at = { code: form.code, row: row.key, measure: column.code };
          return { of: 'form', ...at, value, ...place };
        }),
      ),
      ...whole.tasks.flatMap(({ code }): Observation[] => [
        { of: 'task', code, measure: 'status', value: done ? 'done' : 'in-progress', ...place },
        ...(done
          ? [{ of: 'task', code, measure: 'date', value: '2024-01-10', ...place } as const]
          : []),
      ]),
    ];
    return handedIn(agency, month, { observations, run: `${month}-20 08:00:00` });
  };
  const before = MONTHS.flatMap((month) => reporting.map((agency) => formOf(agency, month)));
  const port = new MemoryWorkbook(
    emptyWorkbook([...writePlan(whole), ...writeLedger(whole, before)]),
  );
  for (const period of LOCKED) await lockPeriod(port, period, by('An', '2024-04-10 08:00:00'));
  const again = { version: 2, hash: 'again', run: '2024-04-20 08:00:00' };
  const corrected = { ...formOf('SNV', '2024-01', 7, true), ...again };
  const returned = before.find((own) => own.agency === '842' && own.period === '2024-02')!;
  const decision: Decision = {
    ...by('Bình', '2024-04-21 08:00:00'),
    ...{ submission: submissionId(returned), hash: returned.hash, kind: 'returned' },
    ...{ reason: 'Thiếu chữ ký', document: '' },
  };
  await port.replaceSheets([
    ...writeLedger(whole, [...before, corrected]),
    writeDecisions([decision]),
  ]);
  const cells = await restatedTables(port, await readDesk(port));
  // Rows that came or went are told by their names; every other change is one of figures.
  const changed = cells.filter(({ before: was, after }) => was !== '–' && after !== '+');
  const rows = new Set(cells.filter((own) => !changed.includes(own)).map(({ sheet }) => sheet));
  const ofFixedRows = (all: string[]) => all.filter((text) => !rows.has(text.split(':')[0]));
  expect(ofFixedRows(saidOf(changed))).toEqual(ofFixedRows(await differences(port)));
  const tables = new Set(cells.map(({ sheet }) => sheet.replace(/ 2024-.*$/, '')));
  for (const table of ['Chỉ tiêu', 'Theo đơn vị', 'Nhiệm vụ']) expect(tables).toContain(table);
  expect([...tables].some((name) => name.includes(form.code))).toBe(true);
  // Of n/N: one of three did not report in February, and eight of nine reports of the quarter came.
  const coverage = cells.filter(({ column }) => column.includes('đã BC/phải BC'));
  expect(coverage.map(({ period, after }) => `${period} ${String(after)}`)).toEqual(
    expect.arrayContaining(['2024-02 1 (2/3)', '2024-Q1 1 (8/9)']),
  );
  const causes = new Set(cells.flatMap((own) => own.causes.map(({ submission }) => submission)));
  expect(causes).toEqual(new Set(['SNV/2024-01/2', '842/2024-02/1']));
});
