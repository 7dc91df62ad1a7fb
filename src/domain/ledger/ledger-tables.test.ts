import { Form } from '../../../test/forms';
import { takeIn } from '../../app/take-in';
import { emptyWorkbook } from '../../workbook/workbook';
import { checkHere } from '../../intake/check-here';
import { readWorkbook } from '../../xlsx/read/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { builtinPlan } from '../plan/builtin';
import type { Submission } from '../submission/submission';
import { LEDGER_FORMAT_PROPERTY, readLedger, writeLedger } from './ledger-tables';

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
      value: { submissions, interrupted: [], takesRows: true, edits: [], unlikeTyped: [] },
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
      value: { submissions, interrupted: [], takesRows: false, edits: [], unlikeTyped: [] },
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

  it('is empty where there is none, and refused where it is newer or spoiled', async () => {
    expect(readLedger(emptyWorkbook(), plan)).toEqual({
      ok: true,
      value: { submissions: [], interrupted: [], takesRows: false, edits: [], unlikeTyped: [] },
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
});
