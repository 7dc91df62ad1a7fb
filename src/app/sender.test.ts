import { Form } from '../../test/forms';
import { MemoryWorkbook } from '../../test/memory-workbook';
import { PRODUCERS } from '../../test/producers';
import { insertColumn, insertRow } from '../../test/defects/drift';
import { soundForm } from '../../test/defects/base';
import { LOG_SHEET, readReasons, REASON_SHEET } from '../domain/reading/form-tables';
import type { FindingCode } from '../domain/finding/finding';
import type { CheckedFile } from '../domain/submission/submission';
import { readLedger, writeLedger } from '../domain/ledger/ledger-tables';
import { checkHere } from '../intake/check-here';
import { findSheet, type Workbook } from '../workbook/workbook';
import { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { readReceived } from '../xlsx/read/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { checkFile } from './check-file';
import { consolidatePeriod } from './consolidate-period';
import { checkOpenForm, explain, repairForm, repairShown, stampForm, type Agreed } from './sender';
import { takeIn } from './take-in';
import { periodOf } from '../domain/period/period';

const ACT = { who: 'Nguyễn Văn An', at: '2024-05-15 16:20:00' };
const OPTIONS = { period: null, partial: false };

function check(form: Form, workbook: Workbook = form.workbook): CheckedFile {
  return checkFile(
    form.plan,
    form.fileName,
    'h',
    { ok: true, value: { workbook, converted: null } },
    OPTIONS,
  );
}

/** The repairs of the first finding of a code, ready to be agreed to. */
async function agreed(
  form: Form,
  port: MemoryWorkbook,
  code: FindingCode,
  choice = 0,
): Promise<Agreed[]> {
  const { file, repairs } = await checkOpenForm(port, form.plan);
  return file.findings.flatMap((found, index): Agreed[] =>
    found.code === code ? [{ found, repair: repairs[index][choice] }] : [],
  );
}

const rowsOf = (workbook: Workbook, sheet: string) =>
  [...(findSheet(workbook, sheet)?.rows.values() ?? [])]
    .slice(1)
    .map((cells) => [...cells.values()].map(({ value }) => value));

describe('a repair', () => {
  const cases: [FindingCode, (form: Form) => void, number, string, string][] = [
    ['number-as-text', (form) => void form.type('K01', 'numerator', ' 47 '), 0, ' 47 ', '47'],
    [
      'number-ambiguous',
      (form) => void form.type('K03', 'denominator', '1.234'),
      0,
      '1.234',
      '1.234',
    ],
    [
      'number-ambiguous',
      (form) => void form.type('K03', 'denominator', '1.234'),
      1,
      '1.234',
      '1,234',
    ],
    [
      'number-with-words',
      (form) => void form.type('K01', 'numerator', '40 (mười bốn)'),
      1,
      '40 (mười bốn)',
      '14',
    ],
    ['number-with-letters', (form) => void form.type('K01', 'numerator', '4O'), 0, '4O', '40'],
    [
      'number-percent-format',
      (form) => void form.type('K01', 'numerator', 0.57, '0%'),
      0,
      '0.57',
      '57',
    ],
    [
      'number-percent-format',
      (form) => void form.type('K01', 'numerator', 57, '0%'),
      0,
      '57',
      '57',
    ],
    ['dash', (form) => void form.type('K01', 'numerator', '-'), 0, '-', '0'],
    [
      'status-mark',
      (form) => void form.done('T1', '2024-05-02').typeTask('T1', 'status', 'x'),
      0,
      'x',
      'Hoàn thành',
    ],
    [
      'status-unknown',
      (form) => void form.typeTask('T1', 'status', 'Cơ bản xong'),
      1,
      'Cơ bản xong',
      'Đang thực hiện',
    ],
    [
      'date-as-text',
      (form) => void form.done('T1', '2024-05-02').typeTask('T1', 'date', '2.5.2024'),
      0,
      '2.5.2024',
      '02/5/2024',
    ],
  ];
  it.each(cases)('%s', async (code, spoil, choice, before, after) => {
    const form = soundForm();
    const firstTask = form.plan.tasks.find(({ code: one }) => form.hasTask(one))!.code;
    const spoiled = new Proxy(form, {
      get: (target, key) =>
        key === 'typeTask' || key === 'done'
          ? (_: string, ...rest: unknown[]) => {
              (target[key] as (...given: unknown[]) => unknown).call(target, firstTask, ...rest);
              return spoiled;
            }
          : Reflect.get(target, key),
    });
    spoil(spoiled);
    const port = new MemoryWorkbook(form.workbook);
    const [one] = await agreed(form, port, code, choice);
    expect([one.repair.before, repairShown(one.repair)]).toEqual([before, after]);
    await repairForm(port, [one], ACT);
    expect(check(form).findings.map((found) => found.code)).not.toContain(code);
    expect(rowsOf(form.workbook, LOG_SHEET)).toEqual([
      [ACT.at, ACT.who, one.repair.sheet, one.repair.cell, one.found.label, before, after, code],
    ]);
  });

  it('puts back a formula that was typed over', async () => {
    const form = soundForm();
    const formula = form.row('K01').cell('ratio')!.formula;
    form.type('K01', 'ratio', 95);
    const port = new MemoryWorkbook(form.workbook);
    await repairForm(port, await agreed(form, port, 'ratio-mismatch'), ACT);
    expect(form.row('K01').cell('ratio')!.formula).toBe(formula);
    expect(check(form).findings).toEqual([]);
  });

  it('puts back a text of the plan', async () => {
    const form = soundForm();
    const target = form.row('K07').cell('target')!.value;
    form.row('K07').cell('target')!.value = '7';
    const port = new MemoryWorkbook(form.workbook);
    await repairForm(port, await agreed(form, port, 'plan-column-edited'), ACT);
    expect(form.row('K07').cell('target')!.value).toBe(target);
  });

  it.each([
    ['a row', (form: Form) => insertRow(form.row('K01').sheet, 3)],
    ['a column', (form: Form) => insertColumn(form.row('K01').sheet, 3)],
  ])('puts nothing back where %s moved the layout', async (_, move) => {
    const form = soundForm();
    form.type('K01', 'ratio', 95);
    move(form);
    const { file, repairs } = await checkOpenForm(new MemoryWorkbook(form.workbook), form.plan);
    expect(repairs[file.findings.findIndex(({ code }) => code === 'ratio-mismatch')]).toEqual([]);
  });

  it('of all of a kind is one step to take back, log and all', async () => {
    const form = soundForm();
    for (const code of ['K01', 'K02', 'K07']) form.type(code, 'numerator', '47');
    const port = new MemoryWorkbook(form.workbook);
    const undo = await repairForm(port, await agreed(form, port, 'number-as-text'), ACT);
    expect(rowsOf(form.workbook, LOG_SHEET)).toHaveLength(3);
    expect(check(form).findings).toEqual([]);
    await undo();
    expect(findSheet(form.workbook, LOG_SHEET)).toBeUndefined();
    expect(form.row('K01').cell('numerator')!.value).toBe('47');
  });

  it('that cannot be written leaves no log of it', async () => {
    const form = soundForm().type('K01', 'numerator', '47');
    const port = new MemoryWorkbook(form.workbook);
    const some = await agreed(form, port, 'number-as-text');
    port.editCells = () => Promise.reject(new Error('AccessDenied'));
    await expect(repairForm(port, some, ACT)).rejects.toThrow('AccessDenied');
    expect(findSheet(form.workbook, LOG_SHEET)).toBeUndefined();
  });
});

describe('a reason for a warning', () => {
  const warned = async () => {
    const form = soundForm().type('K07', 'denominator', 600);
    const port = new MemoryWorkbook(form.workbook);
    const { file } = await checkOpenForm(port, form.plan);
    const found = file.findings.find(({ code }) => code === 'times-too-large')!;
    await explain(
      port,
      found,
      { warning: 'gấp 10 lần', reason: 'Tiếp nhận hồ sơ cấp đổi đồng loạt' },
      ACT,
    );
    return form;
  };

  it('stands with the warning, also once the file was saved and its rows moved', async () => {
    const form = await warned();
    insertRow(form.row('K01').sheet, 3);
    for (const save of Object.values(PRODUCERS)) {
      const read = readReceived(await save(form.workbook));
      const file = check(form, (read as { ok: true; value: Workbook }).value);
      const found = file.findings.find(({ code }) => code === 'times-too-large')!;
      expect(found.reason).toEqual({ text: 'Tiếp nhận hồ sơ cấp đổi đồng loạt', who: ACT.who });
    }
  });

  it('travels through the ledger to the annex of the report', async () => {
    const form = await warned();
    const bytes = await writeWorkbook(form.workbook);
    const received = {
      path: form.fileName,
      modified: null,
      size: bytes.length,
      bytes: async () => bytes,
    };
    const options = { ...OPTIONS, received: '2024-05-16', upTo: null, run: '1' };
    const taken = await takeIn(form.plan, [], [received], checkHere, options, {
      cancelled: false,
      step: () => undefined,
    });
    const ledger = readLedger(emptyWorkbook(writeLedger(form.plan, taken.ledger)), form.plan);
    if (!ledger.ok) throw new Error(ledger.refusal.code);
    const { sheets } = consolidatePeriod(form.plan, ledger.value.submissions, periodOf('2024-05'), {
      acceptIncomplete: true,
      asOf: null,
    });
    const annex = sheets.find(({ name }) => name === 'Giải trình 2024-05')!;
    const texts = [...annex.rows.values()].flatMap((cells) =>
      [...cells.values()].map(({ value }) => value),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Tiếp nhận hồ sơ cấp đổi đồng loạt',
        ACT.who,
        form.cell('K07', 'denominator'),
      ]),
    );
  });

  it('of an earlier figure does not stand for another rule', async () => {
    const form = await warned();
    form.type('K07', 'denominator', '-');
    expect(check(form).findings.map(({ code, reason }) => [code, reason])).toEqual([
      ['dash', null],
    ]);
  });
});

describe('the stamp', () => {
  const stamped = async (form = soundForm()) => {
    const done = await stampForm(new MemoryWorkbook(form.workbook), form.plan, ACT);
    if ('errors' in done) throw new Error(`${done.errors} errors`);
    return { form, ...done };
  };

  it('is refused while there is an error', async () => {
    const form = soundForm().type('K01', 'numerator', -5);
    expect(await stampForm(new MemoryWorkbook(form.workbook), form.plan, ACT)).toEqual({
      errors: 1,
    });
  });

  it('is refused to a blank form', async () => {
    const { workbook, plan } = Form.of('29461', '2024-05');
    expect(await stampForm(new MemoryWorkbook(workbook), plan, ACT)).toEqual({ errors: 1 });
  });

  it('says stamp-intact on arrival, whoever saved the file, wherever its rows stand', async () => {
    const { form, stamp } = await stamped();
    expect(stamp.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(form.row('K01').sheet.page!.footer).toContain(stamp.hash.slice(0, 8));
    for (const save of Object.values(PRODUCERS)) {
      const read = readReceived(await save(form.workbook));
      const { findings } = check(form, (read as { ok: true; value: Workbook }).value);
      expect(findings.map(({ code }) => code)).toEqual(['stamp-intact']);
    }
    insertRow(form.row('K01').sheet, 3);
    expect(check(form).findings.map(({ code }) => code)).toContain('stamp-intact');
  });

  it('says stamp-changed with the cells that were', async () => {
    const { form } = await stamped();
    form.type('K01', 'numerator', 46).type('K07', 'denominator', 62);
    const cells = [form.cell('K01', 'numerator'), form.cell('K07', 'denominator')];
    const [found] = check(form).findings;
    expect([found.code, found.severity, found.facts]).toEqual([
      'stamp-changed',
      'warning',
      { at: ACT.at, cells },
    ]);
  });

  it('does not mind a number typed as itself, and minds a text added', async () => {
    const { form } = await stamped();
    form.type('K01', 'numerator', 47.0);
    expect(check(form).findings.map(({ code }) => code)).toEqual(['stamp-intact']);
    form.type('K01', 'note', 'ghi thêm');
    expect(check(form).findings.map(({ code }) => code)).toEqual(['stamp-changed']);
  });

  it('counts the warnings and what was explained', async () => {
    const form = soundForm().type('K07', 'denominator', 600);
    const port = new MemoryWorkbook(form.workbook);
    const found = check(form).findings.find(({ code }) => code === 'times-too-large')!;
    await explain(port, found, { warning: '', reason: 'đúng' }, ACT);
    const { stamp } = await stamped(form);
    expect([stamp.errors, stamp.warnings, stamp.explained]).toEqual([0, 1, 1]);
  });

  it('is taken back as one step', async () => {
    const { form, undo } = await stamped();
    await undo();
    expect(check(form).findings).toEqual([]);
    expect(form.row('K01').sheet.page!.footer).not.toContain('Dấu');
  });

  it('that was tampered with says nothing rather than something wrong', async () => {
    const { form } = await stamped();
    const meta = findSheet(form.workbook, '_TongHop')!;
    meta.put(5, 1, '{"hash":');
    expect(check(form).findings).toEqual([]);
  });

  it('is not lost by LibreOffice’s way of not keeping properties', async () => {
    const { form } = await stamped();
    form.workbook.properties.clear();
    form.workbook.names.clear();
    expect(check(form).findings.map(({ code }) => code)).toEqual(['stamp-intact']);
  });
});

it('a sheet of reasons from outside is bounded', async () => {
  const form = soundForm();
  const port = new MemoryWorkbook(form.workbook);
  for (let index = 0; index < 3; index++) await port.appendRows([emptyReasons(1000)]);
  expect(readReasons(form.workbook)).toHaveLength(500);
  expect(check(form).findings).toEqual([]);
});

function emptyReasons(count: number) {
  const sheet = new Sheet(REASON_SHEET);
  ['Trang tính', 'Ô', 'Dòng', 'Quy tắc', 'Cảnh báo', 'Lý do'].forEach((heading, column) =>
    sheet.put(0, column, heading),
  );
  for (let row = 1; row <= count; row++)
    for (let column = 0; column < 6; column++) sheet.put(row, column, 'x'.repeat(50));
  return sheet;
}
