import { Form } from '../../../test/forms';
import { takeIn } from '../../app/take-in';
import { emptyWorkbook } from '../../workbook/workbook';
import { checkHere } from '../../intake/check-here';
import { readWorkbook } from '../../xlsx/read/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { builtinPlan } from '../plan/builtin';
import type { Submission } from '../submission/submission';
import { LEDGER_FORMAT, LEDGER_FORMAT_PROPERTY, readLedger, writeLedger } from './ledger-tables';

const plan = builtinPlan('tra-vinh-2024')!;

async function ledger(): Promise<Submission[]> {
  const forms = [
    Form.of('29461', '2024-03').fill().done('T1', '2024-03-10', '=HYPERLINK("x")'),
    Form.of('SNV', '2024-03')
      .fill()
      .type('K01', 'numerator', -5)
      .type('K02', 'numerator', '-')
      .type('K07', 'numerator', 'KPS'),
    Form.of('842', '2024-02')
      .fill()
      .type('K03', 'numerator', 0.1 + 0.2),
  ];
  const files = await Promise.all(
    forms.map(async (form) => {
      const bytes = await writeWorkbook(form.workbook);
      return {
        path: `đã nộp/${form.fileName}`,
        modified: null,
        size: bytes.length,
        bytes: async () => bytes,
      };
    }),
  );
  const options = {
    period: null,
    partial: true,
    received: '2024-03-20',
    upTo: null,
    run: 'lượt 1',
  };
  const taken = await takeIn(plan, [], files, checkHere, options, {
    cancelled: false,
    step: () => undefined,
  });
  return taken.ledger;
}

describe('the ledger', () => {
  it('is the same after a file, with every state and source cell', async () => {
    const submissions = await ledger();
    const read = readWorkbook(await writeWorkbook(emptyWorkbook(writeLedger(plan, submissions))));
    if (!read.ok) throw new Error(read.refusal.code);
    expect(readLedger(read.value, plan)).toEqual({
      ok: true,
      value: {
        format: LEDGER_FORMAT,
        submissions,
        interrupted: [],
        takesRows: true,
        edits: [],
        unlikeTyped: [],
      },
    });
  });

  it('of before difficulties were kept is read as it is, and written whole when something is added', async () => {
    const submissions = await ledger();
    const workbook = emptyWorkbook(writeLedger(plan, submissions));
    const [headings] = workbook.sheets[1].rows.values();
    const later = [...headings]
      .filter(([, { value }]) => String(value).startsWith('Khó khăn'))
      .map(([column]) => column);
    expect(later).toHaveLength(4);
    for (const cells of workbook.sheets[1].rows.values())
      for (const column of later) cells.delete(column);
    expect(readLedger(workbook, plan)).toEqual({
      ok: true,
      value: {
        format: LEDGER_FORMAT,
        submissions,
        interrupted: [],
        takesRows: false,
        edits: [],
        unlikeTyped: [],
      },
    });
  });

  it('does not count a submission whose figures are not all there', async () => {
    const workbook = emptyWorkbook(writeLedger(plan, await ledger()));
    const figures = workbook.sheets[1];
    figures.rows.delete(Math.max(...figures.rows.keys()));
    const read = readLedger(workbook, plan);
    expect(read.ok && read.value.interrupted).toEqual(['842/2024-02/1']);
    expect(read.ok && read.value.submissions.map((one) => one.agency)).toEqual(['29461', 'SNV']);
  });

  it('says of every row somebody put under another code what it was entered as', async () => {
    const submissions = await ledger();
    const book = emptyWorkbook(writeLedger(plan, submissions));
    const figures = book.sheets[1];
    const [column] = [...figures.rows.get(0)!].find(([, { value }]) => value === 'Mã')!;
    const rows = [...figures.rows.keys()].filter((row) => row > 0);
    const codes = rows.map((row) => figures.value(row, column));
    rows.forEach((row, at) => figures.put(row, column, codes[(at + 1) % codes.length]));
    const read = readLedger(book, plan);
    if (!read.ok) throw new Error(read.refusal.code);
    const said = read.value.edits.filter(({ said: { code } }) => code === 'ledger-row-edited');
    expect(said.map(({ said: { facts } }) => [facts.code, facts.found])).toEqual(
      codes.flatMap((code, at) => {
        const found = codes[(at + 1) % codes.length];
        return found === code ? [] : [[code, found]];
      }),
    );
    expect(said.length).toBeGreaterThan(40);
  });

  it('is empty where there is none, and refused where it is newer or spoiled', async () => {
    expect(readLedger(emptyWorkbook(), plan)).toEqual({
      ok: true,
      value: {
        format: LEDGER_FORMAT,
        submissions: [],
        interrupted: [],
        takesRows: false,
        edits: [],
        unlikeTyped: [],
      },
    });
    const newer = emptyWorkbook(writeLedger(plan, []));
    newer.properties.set(LEDGER_FORMAT_PROPERTY, '3');
    expect(readLedger(newer, plan)).toEqual({
      ok: false,
      refusal: { code: 'ledger-newer-format', facts: { found: 3, known: 2 } },
    });
    const spoiled = emptyWorkbook(writeLedger(plan, await ledger()));
    spoiled.sheets[0].put(1, 11, 'Có lẽ');
    const read = readLedger(spoiled, plan);
    expect(!read.ok && [read.refusal.code, read.refusal.facts.cell]).toEqual([
      'ledger-bad-cell',
      'L2',
    ]);
  });

  /** The ledger with a cell of *Bản nộp* typed anew, in the row of its first submission. */
  async function typed(heading: string, value: string | number) {
    const sheets = writeLedger(plan, await ledger());
    const headings = [...sheets[0].rows.get(0)!].map(([column, cell]) => [cell.value, column]);
    sheets[0].put(1, Number(new Map(headings as [string, number][]).get(heading)), value);
    const read = readLedger(emptyWorkbook(sheets), plan);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  }

  it.each([
    ['Ngày nhận', 'đầu tháng', { received: null }],
    ['Muộn (ngày)', 'vài ngày', { late: null }],
    ['Số liệu mẫu', 'không rõ', { sample: true }],
  ])(
    'names a “%s” nobody can read at its cell, and trusts nothing of it',
    async (column, found, own) => {
      const { edits, submissions } = await typed(column, found);
      expect(submissions[0]).toMatchObject(own);
      expect(edits.map(({ said }) => said)).toContainEqual({
        code: 'ledger-cell-unreadable',
        facts: expect.objectContaining({ column, found }),
      });
    },
  );

  it('reads a day of receipt and a word that were typed in another spelling', async () => {
    expect((await typed('Ngày nhận', '20/3/2024')).submissions[0].received).toBe('2024-03-20');
    const { edits, submissions } = await typed('Kết quả kiểm tra', 'CÓ CẢNH BÁO'.normalize('NFD'));
    expect([edits, submissions[0].verdict]).toEqual([[], 'warnings']);
  });

  it('names a finding nobody can read any more, beside what else of the ledger was changed', async () => {
    const sheets = writeLedger(plan, await ledger());
    sheets[2].put(1, 3, 'Nặng');
    const read = readLedger(emptyWorkbook(sheets), plan);
    expect(read.ok && read.value.edits).toMatchObject([
      { cell: 'D2', said: { code: 'ledger-cell-unreadable', facts: { column: 'Mức' } } },
    ]);
  });

  it('keeps what somebody wrote as an explanation, as their words', async () => {
    const { edits, submissions } = await typed('Giải trình', 'Đã gọi điện hỏi lại');
    expect([edits, submissions[0].explanations.map(({ text }) => text)]).toEqual([
      [],
      ['Đã gọi điện hỏi lại'],
    ]);
    const again = readLedger(emptyWorkbook(writeLedger(plan, submissions)), plan);
    expect(again.ok && again.value.submissions).toEqual(submissions);
  });
});
