import { MemoryWorkbook } from '../memory-workbook';
import { decide } from '../../src/app/decide';
import { readDesk } from '../../src/app/desk';
import { receive } from '../../src/app/consolidator';
import { lockPeriod } from '../../src/app/period-acts';
import { acceptEdited, restoreEdited } from '../../src/app/settle-edits';
import { consolidate } from '../../src/domain/consolidation/consolidate';
import {
  DECISION_SHEET,
  LEDGER_SHEETS,
  PERIOD_SHEET,
  SIGNED_SHEET,
} from '../../src/domain/ledger/ledger-sheets';
import { CHECK_HEADING } from '../../src/domain/ledger/check-value';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Explanation } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { refusalSentence } from '../../src/locale/sentence';
import { cellName } from '../../src/workbook/address';
import type { CellValue } from '../../src/workbook/cell';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { prepared } from '../prepared';
import { smallPlan } from '../small-plan';

/**
 * What somebody changed by hand in the sheets of the ledger: named at its cell, not counted, and
 * settled in three ways.
 */

const plan = smallPlan('tra-vinh-2024', ['SNV', '842', '29461']);
const quiet = { cancelled: false, step: () => undefined };
const grounds = { reason: 'Đơn vị báo lại', document: '', who: 'Lan' };
const at = '2024-03-25 09:00:00';
const { submissions: SUBMISSIONS, figures: FIGURES } = LEDGER_SHEETS;

class Office {
  constructor(
    readonly port = new MemoryWorkbook(
      emptyWorkbook([...writePlan(plan), ...writeLedger(plan, [])]),
    ),
  ) {}
  readonly forms = ['842', '29461'].map((code, index) =>
    new Form(plan, code, '2024-03').fill(30 + index, 40),
  );

  async handIn(forms: readonly Form[] = this.forms) {
    const files = await Promise.all(
      forms.map(async ({ workbook, fileName }) => {
        const bytes = await writeWorkbook(workbook);
        return { path: fileName, modified: null, size: bytes.length, bytes: async () => bytes };
      }),
    );
    const drop = {
      period: periodOf('2024-03'),
      received: '2024-03-15',
      run: '2024-03-15 10:00:00',
    };
    return receive(this.port, files, checkHere, drop, { check: quiet, write: quiet });
  }

  sheet(name: string) {
    const sheet = findSheet(this.port.workbook, name)!;
    const column = (heading: string) =>
      [...sheet.rows.get(0)!].find(([, { value }]) => value === heading)![0];
    return {
      column,
      /** The first row that holds these texts, and a cell of it. */
      cell(heading: string, ...texts: CellValue[]) {
        const row = [...sheet.rows.keys()].find((one) => {
          const own = [...sheet.rows.get(one)!.values()].map(({ value }) => value);
          return texts.every((text) => own.includes(text));
        })!;
        const place = column(heading);
        return {
          name: cellName(row, place),
          value: sheet.value(row, place),
          type: (value: CellValue) => sheet.put(row, place, value),
        };
      },
      /** One column turned upside down, as when somebody sorts it alone. */
      turn(heading: string) {
        const place = column(heading);
        const rows = [...sheet.rows.keys()].filter(
          (one) => one > 0 && sheet.value(one, place) !== undefined,
        );
        const values = rows.map((one) => sheet.value(one, place) ?? null).reverse();
        rows.forEach((one, index) => sheet.put(one, place, values[index]));
      },
      replace(text: string, other: string) {
        for (const cells of sheet.rows.values())
          for (const cell of cells.values()) if (cell.value === text) cell.value = other;
      },
      withoutColumn(heading: string) {
        const place = column(heading);
        for (const cells of sheet.rows.values()) cells.delete(place);
      },
    };
  }

  async edits(): Promise<string[]> {
    return (await readDesk(this.port)).edits.map(
      ({ sheet, cell, said }) => `${said.code} ${sheet} ${cell}`,
    );
  }

  async total(code = 'K07') {
    const { ledger } = await readDesk(this.port);
    const result = consolidate(plan, ledger, '2024-03', { acceptIncomplete: false, asOf: null });
    return result.indicators.find((one) => one.code === code)!;
  }
}

const handedIn = prepared(async () => {
  const made = new Office();
  await made.handIn();
  expect(await made.edits()).toEqual([]);
  expect(await made.total()).toMatchObject({ numerator: 61, reported: 2 });
  return made.port;
});
const office = async () => new Office(await handedIn());

describe('a figure changed by hand', () => {
  it.each([
    ['another number', 'Tử số', 35],
    ['the number as a text', 'Tử số', '30'],
    ['its state', 'Tử số: trạng thái', 'Không phát sinh'],
    ['what was typed in the file', 'Tử số: ghi trong tệp', '35'],
    ['nothing in its place', 'Tử số', null],
    ['no state', 'Tử số: trạng thái', null],
  ])('%s is named at its cell and does not count', async (_, heading, value) => {
    const one = await office();
    const figures = one.sheet(FIGURES);
    const cell = figures.cell(heading, '842/2024-03/1', 'K07');
    cell.type(value);
    expect(await one.edits()).toEqual([
      `ledger-figure-edited ${FIGURES} ${figures.cell('Tử số', '842/2024-03/1', 'K07').name}`,
    ]);
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1, complete: false });
    // The other figures of the row and of the form count as before.
    expect(await one.total('K01')).toMatchObject({ reported: 2 });
    // Whatever is written next does not make it true.
    await one.handIn([new Form(plan, 'SNV', '2024-03').fill(1, 40)]);
    await decideSomething(one);
    expect(await one.edits()).toHaveLength(1);
    expect(await one.total()).toMatchObject({ numerator: 32, reported: 2 });
    // Typed back, it is as it was.
    const back = heading === 'Tử số' ? 30 : heading === 'Tử số: trạng thái' ? 'Được tính' : '30';
    one.sheet(FIGURES).cell(heading, '842/2024-03/1', 'K07').type(back);
    expect(await one.edits()).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 62, reported: 3 });
  });

  /** Writes the ledger whole once more. */
  async function decideSomething(one: Office): Promise<void> {
    const { ledger } = await readDesk(one.port);
    await one.port.replaceSheets(writeLedger(plan, ledger));
  }

  it('a column sorted alone changes no total in silence', async () => {
    const one = await office();
    one.sheet(FIGURES).turn('Tử số');
    expect((await one.edits()).length).toBeGreaterThan(10);
    expect((await one.total()).reported).toBe(0);
  });

  it('a row re-coded to another agency counts for neither', async () => {
    const one = await office();
    const cell = one.sheet(FIGURES).cell('Mã bản nộp', '842/2024-03/1', 'K07');
    cell.type('29461/2024-03/1');
    expect(await one.edits()).toEqual(
      expect.arrayContaining([`ledger-row-edited ${FIGURES} ${cell.name}`]),
    );
    expect((await readDesk(one.port)).interrupted).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
    expect(await one.total('K01')).toMatchObject({ reported: 2 });
  });

  it('so does a submission that is re-coded with all its rows, and its code is what is named', async () => {
    const one = await office();
    const rows = ['K01', 'K07'].map((code) =>
      one.sheet(FIGURES).cell('Mã bản nộp', '842/2024-03/1', code),
    );
    one.sheet(FIGURES).replace('842/2024-03/1', '29464/2024-03/1');
    one.sheet(SUBMISSIONS).replace('842/2024-03/1', '29464/2024-03/1');
    const edits = await one.edits();
    expect(edits).toEqual(
      expect.arrayContaining(rows.map(({ name }) => `ledger-row-edited ${FIGURES} ${name}`)),
    );
    const { edits: said } = await readDesk(one.port);
    expect(said[0].said.facts).toMatchObject({ found: '29464/2024-03/1' });
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
  });

  it('a row re-coded to another indicator counts for neither, and its code is what is named', async () => {
    const one = await office();
    const cell = one.sheet(FIGURES).cell('Mã', '842/2024-03/1', 'K07');
    cell.type('K06');
    expect(await one.edits()).toEqual([`ledger-row-edited ${FIGURES} ${cell.name}`]);
    const { edits } = await readDesk(one.port);
    expect(edits.map(({ said }) => said.facts)).toEqual([
      { submission: '842/2024-03/1', code: 'K07', found: 'K06' },
    ]);
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
  });

  it.each([
    ['Mã đơn vị', '29461'],
    ['Kỳ', '2024-02'],
    ['Mã đối chiếu tệp', 'abc'],
    ['Tiếp nhận', 'Trả lại'],
  ])('a submission whose %s was changed counts nothing', async (heading, value) => {
    const one = await office();
    const submissions = one.sheet(SUBMISSIONS);
    submissions.cell(heading, '842/2024-03/1').type(value);
    expect((await one.edits()).map((text) => text.split(' ')[0])).toEqual([
      'ledger-submission-edited',
    ]);
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
  });

  it('a returned file that is made accepted by hand does not count either', async () => {
    const one = new Office();
    await one.handIn([new Form(plan, '842', '2024-03').fill(30, 40).type('K07', 'numerator', -1)]);
    one.sheet(SUBMISSIONS).cell('Tiếp nhận', '842/2024-03/1').type('Tiếp nhận');
    expect(await one.edits()).toHaveLength(1);
    expect((await one.total('K01')).reported).toBe(0);
  });
});

describe('three ways out', () => {
  async function changed(): Promise<Office> {
    const one = await office();
    one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07').type(35);
    expect(await one.total()).toMatchObject({ numerator: 31 });
    return one;
  }

  it('the file, handed in once more', async () => {
    const one = await changed();
    await one.handIn();
    expect(await one.edits()).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 61, reported: 2 });
    expect((await readDesk(one.port)).ledger.map(({ version }) => version)).toEqual([1, 1]);
  });

  it('an archive that has the submission', async () => {
    const one = await office();
    const archived = (await readDesk(one.port)).ledger;
    one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07').type(35);
    one.sheet(SUBMISSIONS).cell('Tiếp nhận', '29461/2024-03/1').type('Trả lại');
    await expect(restoreEdited(one.port, [])).rejects.toMatchObject({
      refusal: { code: 'edit-no-source' },
    });
    expect((await restoreEdited(one.port, archived)).count).toBe(2);
    expect(await one.edits()).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 61, reported: 2 });
  });

  it('an adjustment with a reason, which counts what stands there and says who says so', async () => {
    const one = await changed();
    const id = '842/2024-03/1';
    const without = { submission: id, grounds: { ...grounds, reason: ' ' }, at };
    await expect(acceptEdited(one.port, without)).rejects.toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    const { desk } = await acceptEdited(one.port, { submission: id, grounds, at });
    expect(desk.edits).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 66, reported: 2 });
    expect(desk.ledger.at(-1)).toMatchObject({ origin: 'adjustment', grounds });
  });

  it('pressed again, a moment later, it is not entered twice', async () => {
    const one = await changed();
    const id = '842/2024-03/1';
    const accept = (seconds: number, reason = grounds.reason) =>
      acceptEdited(one.port, {
        submission: id,
        grounds: { ...grounds, reason },
        at: `2024-03-25 09:00:0${seconds}`,
      });
    const first = await accept(0);
    const second = await accept(5);
    expect([second.undo, second.desk.ledger]).toEqual([null, first.desk.ledger]);
    // Another reason, or another figure since, is another act.
    expect((await accept(6, 'Đơn vị báo lại lần hai')).desk.ledger).toHaveLength(
      first.desk.ledger.length + 1,
    );
    one.sheet(FIGURES).cell('Tử số', id, 'K07').type(37);
    expect((await accept(7)).desk.ledger).toHaveLength(first.desk.ledger.length + 2);
  });

  it('what is no figure, or of a locked period, is no adjustment', async () => {
    const one = await office();
    one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07').type('ba mươi');
    const wanted = { submission: '842/2024-03/1', grounds, at };
    await expect(acceptEdited(one.port, wanted)).rejects.toMatchObject({
      refusal: { code: 'edit-not-a-figure' },
    });
    await lockPeriod(one.port, '2024-03', { who: 'Lan', at });
    await expect(acceptEdited(one.port, wanted)).rejects.toMatchObject({
      refusal: { code: 'period-is-locked' },
    });
    // The file is what was taken in: it settles it also then.
    await one.handIn();
    expect(await one.edits()).toEqual([]);
  });

  it('a submission accepted by hand becomes a decision of somebody', async () => {
    const one = new Office();
    await one.handIn([new Form(plan, '842', '2024-03').fill(30, 40).type('K07', 'numerator', -1)]);
    one.sheet(SUBMISSIONS).cell('Tiếp nhận', '842/2024-03/1').type('Tiếp nhận một phần');
    const { desk } = await acceptEdited(one.port, { submission: '842/2024-03/1', grounds, at });
    const again = await acceptEdited(one.port, {
      submission: '842/2024-03/1',
      grounds,
      at: '2024-03-25 09:00:05',
    });
    expect([again.undo, again.desk.ledger]).toEqual([null, desk.ledger]);
    expect([desk.edits, desk.ledger[0].accepted, desk.ledger[0].decision?.reason]).toEqual([
      [],
      'partial',
      grounds.reason,
    ]);
  });
});

describe('what people may change', () => {
  it('reasons, names and documents uncount no figure', async () => {
    const one = await office();
    const submissions = one.sheet(SUBMISSIONS);
    for (const heading of ['Giải trình', 'Tệp', 'Lý do', 'Số văn bản', 'Người nhập (tự khai)'])
      submissions.cell(heading, '842/2024-03/1').type('Sửa lời văn');
    expect(await one.edits()).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 61, reported: 2 });
  });

  it('opening figures', async () => {
    const one = await office();
    const { ledger } = await readDesk(one.port);
    const opening = { ...ledger[0], origin: 'opening' as const, grounds, hash: 'nhập tay' };
    await one.port.replaceSheets(writeLedger(plan, [opening, ledger[1]]));
    one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07').type(33);
    expect(await one.edits()).toEqual([]);
    expect(await one.total()).toMatchObject({ numerator: 64 });
  });

  it('every reason is kept, however many and long', async () => {
    const one = await office();
    const { ledger } = await readDesk(one.port);
    const explanations = Array.from({ length: 400 }, (_, index): Explanation => {
      const text =
        `${index} ${'vì số liệu tháng này có nhiều hồ sơ chuyển từ kỳ trước '.repeat(3)}`.trim();
      return {
        sheet: 'Biểu chỉ tiêu',
        cell: `H${index}`,
        label: 'K07',
        code: 'late',
        text,
        who: 'Lan',
      };
    });
    await one.port.replaceSheets(writeLedger(plan, [{ ...ledger[0], explanations }, ledger[1]]));
    expect((await readDesk(one.port)).ledger[0].explanations).toEqual(explanations);
  });
});

describe('a state that was written otherwise', () => {
  it.each(['Đã khoá', 'ĐÃ KHÓA', 'Đã khóa'.normalize('NFD'), 'đã  khoá ', 'đã khoa', '', 'xong'])(
    '“%s” keeps the period locked',
    async (word) => {
      const one = await office();
      await lockPeriod(one.port, '2024-03', { who: 'Lan', at });
      one.sheet(PERIOD_SHEET).cell('Trạng thái', '2024-03', 'Đã khóa').type(word);
      const desk = await readDesk(one.port);
      expect([...desk.locked]).toContain('2024-03');
      const isRead = !['đã khoa', '', 'xong'].includes(word);
      expect(desk.edits.map(({ said }) => said.code)).toEqual(
        isRead ? [] : ['ledger-act-unreadable'],
      );
    },
  );

  it.each(['tháng 3/2024', '03/2024x', ''])(
    'nor does “%s” for its period open it',
    async (word) => {
      const one = await office();
      await lockPeriod(one.port, '2024-03', { who: 'Lan', at });
      one.sheet(PERIOD_SHEET).cell('Kỳ', '2024-03', 'Đã khóa').type(word);
      expect([...(await readDesk(one.port)).locked]).toContain('2024-03');
    },
  );

  it.each(['trả lại', 'TRẢ LẠI', 'tra lai', 'không'])(
    '“%s” keeps a version returned',
    async (word) => {
      const one = await office();
      await decide(one.port, { kind: 'returned', submission: '842/2024-03/1', ...grounds, at });
      one.sheet(DECISION_SHEET).cell('Quyết định', '842/2024-03/1').type(word);
      expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
      const isRead = word.toLowerCase() === 'trả lại';
      expect((await readDesk(one.port)).edits.map(({ said }) => said.code)).toEqual(
        isRead ? [] : ['ledger-decision-unreadable'],
      );
    },
  );

  it('a decision whose submission was re-coded is about the file it was made of', async () => {
    const one = await office();
    await decide(one.port, { kind: 'returned', submission: '842/2024-03/1', ...grounds, at });
    one.sheet(DECISION_SHEET).cell('Mã bản nộp', '842/2024-03/1').type('842/2024-03/9');
    expect(await one.total()).toMatchObject({ numerator: 31, reported: 1 });
  });

  it('a locked figure changed by hand is named and compared with nothing', async () => {
    const one = await office();
    await lockPeriod(one.port, '2024-03', { who: 'Lan', at });
    const signed = one.sheet(SIGNED_SHEET);
    signed.cell('Tử số / đã hoàn thành', '2024-03', 'K07').type(99);
    expect(await one.edits()).toEqual([
      `ledger-signed-edited ${SIGNED_SHEET} ${signed.cell('Mã', '2024-03', 'K07').name}`,
    ]);
  });
});

describe('a ledger of before check values', () => {
  it('opens; what is not what was typed is named once, and counts', async () => {
    const one = await office();
    for (const name of [FIGURES, SUBMISSIONS]) one.sheet(name).withoutColumn(CHECK_HEADING);
    const cell = one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07');
    expect(await one.edits()).toEqual([]);
    cell.type(35);
    expect(await one.edits()).toEqual([`ledger-figure-unlike-typed ${FIGURES} ${cell.name}`]);
    expect(await one.total()).toMatchObject({ numerator: 66, reported: 2 });
    const [{ said }] = (await readDesk(one.port)).edits;
    expect(refusalSentence(said, 'vi')).toContain('“35”');
    // The next write gives it check values.
    await one.handIn([new Form(plan, 'SNV', '2024-03').fill(1, 40)]);
    expect(await one.edits()).toEqual([]);
    one.sheet(FIGURES).cell('Tử số', '842/2024-03/1', 'K07').type(36);
    expect(await one.edits()).toHaveLength(1);
  });
});
