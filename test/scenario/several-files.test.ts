import { consolidatePeriod } from '../../src/app/consolidate-period';
import { differences } from '../../src/app/decide';
import { takeIn, type TakeInOptions, type TakenIn } from '../../src/app/take-in';
import type { ReceivedFile } from '../../src/app/ports';
import { decided } from '../../src/domain/ledger/decisions';
import { inForceOf } from '../../src/domain/consolidation/figures-in-force';
import { readLedger, submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinForm } from '../../src/domain/plan/builtin-forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Plan } from '../../src/domain/plan/plan';
import type { Submission } from '../../src/domain/submission/submission';
import { checkHere } from '../../src/intake/check-here';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/**
 * The indicator sheet and the statistics sheet of one agency and period, sent as two files: one
 * submission, never a guess.
 */
const AGENCY = '29461';
const base = builtinPlan('tra-vinh-2024')!;
const plan: Plan = {
  ...base,
  agencies: base.agencies
    .filter(({ code }) => [AGENCY, '845'].includes(code))
    .map((one) => ({ ...one, reports: one.code === AGENCY })),
  forms: [builtinForm('II.06a')!],
};
const quiet = { cancelled: false, step: () => undefined };
const options: TakeInOptions = {
  period: null,
  partial: false,
  received: '2024-03-18',
  upTo: null,
  run: 'lượt',
};

const receive = (
  files: ReceivedFile[],
  ledger: readonly Submission[] = [],
  more: Partial<TakeInOptions> = {},
) => takeIn(plan, ledger, files, checkHere, { ...options, ...more }, quiet);

const STAT = 'Biểu II.06a';

function whole(online = 3, numerator = 45): Form {
  const form = new Form(plan, AGENCY, '2024-03').fill(numerator, 60);
  for (const { key } of plan.forms[0].rows)
    form.typeStat('II.06a', key, [online, 0, 0, online, 0, 0, 0, 0]);
  return form;
}

/** A file with some of the sheets of a form. */
async function only(
  form: Form,
  path: string,
  keeps: (sheet: string) => boolean,
  minute = 0,
): Promise<ReceivedFile> {
  const { workbook } = form;
  const sheets = workbook.sheets.filter(
    ({ name, visibility }) => visibility !== 'visible' || keeps(name),
  );
  const bytes = await writeWorkbook({ ...workbook, sheets });
  return {
    path,
    modified: new Date(Date.UTC(2024, 2, 18, 2, minute)),
    size: bytes.length,
    bytes: async () => bytes,
  };
}

const indicators = (form = whole(), path = 'chi_tieu.xlsx', minute = 0) =>
  only(form, path, (name) => name !== STAT, minute);
const statistics = (form = whole(), path = 'II06a.xlsx', minute = 1) =>
  only(form, path, (name) => name === STAT, minute);

const said = ({ files }: TakenIn) =>
  files.map(({ file, version, accepted, verdict, findings }) => [
    file,
    version,
    accepted,
    verdict,
    findings.filter(({ severity }) => severity !== 'warning').map(({ code }) => code),
  ]);

/** As it is read again from the workbook it is kept in. */
async function kept(ledger: readonly Submission[]): Promise<Submission[]> {
  const book = readWorkbook(await writeWorkbook(emptyWorkbook(writeLedger(plan, ledger))));
  if (!book.ok) throw new Error(book.refusal.code);
  const read = readLedger(book.value, plan);
  if (!read.ok) throw new Error(read.refusal.code);
  expect([read.value.edits, read.value.interrupted]).toEqual([[], []]);
  return read.value.submissions;
}

function totals(ledger: readonly Submission[]) {
  const { result } = consolidatePeriod(plan, ledger, periodOf('2024-03'), {
    acceptIncomplete: false,
    asOf: null,
  });
  const one = result.indicators.find(({ code }) => code === 'K01')!;
  const [form] = result.forms;
  return {
    handedIn: [result.received, result.accepted, result.missing.length, result.returned.length],
    indicator: [one.numerator, one.reported],
    form: [form.total['4'], form.reported, form.complete],
  };
}

const BOTH = { handedIn: [1, 1, 0, 0], indicator: [45, 1], form: [3 * 11, 1, true] };
const rows = plan.forms[0].rows.length;
BOTH.form[0] = 3 * rows;

it('in one drop, in either order: one submission, each figure traced to its own file', async () => {
  const files = [await indicators(), await statistics()];
  for (const order of [files, [...files].reverse()]) {
    const taken = await receive(order);
    expect(said(taken).sort()).toEqual([
      ['II06a.xlsx', 1, 'all', 'clean', ['parts-joined']],
      ['chi_tieu.xlsx', 1, 'all', expect.anything(), ['parts-joined']],
    ]);
    const ledger = await kept(taken.ledger);
    expect(totals(ledger)).toEqual(BOTH);
    expect(ledger.map(submissionId).sort()).toEqual([
      `${AGENCY}/2024-03/1`,
      `${AGENCY}/2024-03/1/2`,
    ]);
    const inForce = inForceOf(plan, ledger);
    const own = inForce.of(AGENCY, '2024-03')!;
    const sources = own.observations.map((one) => [
      one.of === 'form',
      inForce.sourceOf(own, one).file,
    ]);
    expect([...new Set(sources.map(String))].sort()).toEqual([
      'false,chi_tieu.xlsx',
      'true,II06a.xlsx',
    ]);
  }
});

it('one after the other, and handed in once more: the second completes the first', async () => {
  const first = await receive([await indicators()]);
  expect(said(first)).toEqual([['chi_tieu.xlsx', 1, 'none', 'errors', ['sheet-missing']]]);
  const second = await receive([await statistics()], await kept(first.ledger));
  expect(said(second)).toEqual([['II06a.xlsx', 1, 'all', 'clean', ['parts-joined']]]);
  expect(totals(await kept(second.ledger))).toEqual(BOTH);
  const again = await receive([await indicators(), await statistics()], await kept(second.ledger));
  expect(said(again).map(([, ...rest]) => rest.slice(0, 2))).toEqual([
    [1, 'all'],
    [1, 'all'],
  ]);
  expect(
    again.files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')),
  ).toBe(false);
  expect([again.added, totals(again.ledger)]).toEqual([[], BOTH]);
  // In the pane too: what only adds figures need not be asked.
  const pane = await receive([await statistics()], await kept(first.ledger), { asks: true });
  expect(totals(pane.ledger)).toEqual(BOTH);
});

it('both whole workbooks, each with the other’s sheets left blank', async () => {
  const blank = new Form(plan, AGENCY, '2024-03');
  for (const { key } of plan.forms[0].rows) blank.typeStat('II.06a', key, [3, 0, 0, 3, 0, 0, 0, 0]);
  const taken = await receive([
    await only(new Form(plan, AGENCY, '2024-03').fill(45, 60), 'a.xlsx', () => true),
    await only(blank, 'b.xlsx', () => true, 1),
  ]);
  expect(said(taken).map(([file, ...rest]) => [file, rest[1], rest[2]])).toEqual([
    ['a.xlsx', 'all', expect.stringMatching(/clean|warnings/)],
    ['b.xlsx', 'all', 'clean'],
  ]);
  expect(
    taken.files.flatMap(({ findings }) => findings.filter(({ code }) => code === 'blank')),
  ).toEqual([]);
  expect(totals(taken.ledger)).toEqual(BOTH);
});

it('an error in one of them returns the submission whole, and says so at the other; the corrected file completes it', async () => {
  const wrong = await statistics(whole(-3));
  const taken = await receive([await indicators(), wrong]);
  expect(said(taken)).toEqual([
    ['chi_tieu.xlsx', 1, 'none', 'errors', ['part-waits', 'parts-joined']],
    ['II06a.xlsx', 1, 'none', 'errors', expect.arrayContaining(['negative', 'parts-joined'])],
  ]);
  expect(totals(taken.ledger).handedIn).toEqual([1, 0, 0, 1]);
  const partly = await receive([await indicators(), wrong], [], { partial: true });
  expect(partly.files[0].accepted).toBe('all');
  const corrected = await receive(
    [await statistics(whole(), 'sửa.xlsx')],
    await kept(taken.ledger),
  );
  expect(said(corrected)).toEqual([['sửa.xlsx', 1, 'all', 'clean', ['parts-joined']]]);
  expect(totals(await kept(corrected.ledger))).toEqual(BOTH);
});

it('three files, two of them of one sheet: nobody chooses; none of the two enters', async () => {
  const files = [
    await indicators(),
    await statistics(),
    await statistics(whole(5), 'II06a (2).xlsx', 2),
  ];
  const taken = await receive(files);
  expect(said(taken)).toEqual([
    ['chi_tieu.xlsx', 1, 'none', 'errors', ['sheet-missing']],
    ['II06a.xlsx', 0, 'none', 'errors', expect.arrayContaining(['part-twice'])],
    ['II06a (2).xlsx', 0, 'none', 'errors', expect.arrayContaining(['part-twice'])],
  ]);
  expect(totals(taken.ledger).handedIn).toEqual([1, 0, 0, 1]);
  // Handed in with the one that is meant.
  const chosen = await receive([files[0], files[1]], await kept(taken.ledger));
  expect(totals(await kept(chosen.ledger))).toEqual(BOTH);
});

it('one sheet of what counts already, with other figures: it waits, and then takes the place of that sheet alone', async () => {
  const complete = await only(whole(), 'đủ.xlsx', () => true);
  for (const first of [[complete], [await indicators(), await statistics()]]) {
    const before = await receive(first);
    for (const partial of [false, true]) {
      const later = await receive(
        [await statistics(whole(5), 'sửa.xlsx')],
        await kept(before.ledger),
        { partial },
      );
      expect(said(later)).toEqual([['sửa.xlsx', 2, 'none', 'errors', ['part-of-accepted']]]);
      expect(totals(later.ledger)).toEqual(BOTH);
      const ledger = await kept(later.ledger);
      const [difference] = differences({ plan, ledger }, AGENCY, '2024-03');
      expect(
        difference.changes.map(({ before: old, after }) => [old?.of, after?.of, after?.value]),
      ).toEqual(Array.from({ length: 2 * rows }, () => ['form', 'form', 5]));
      const yes = {
        kind: 'accepted',
        submission: submissionId(difference.waiting),
        hash: difference.waiting.hash,
      } as const;
      const after = decided(ledger, [
        { ...yes, reason: 'sửa', document: '', who: 'Lan', at: '2024-03-20 08:00:00' },
      ]);
      expect(totals(after)).toEqual({ ...BOTH, form: [5 * rows, 1, true] });
    }
  }
});

it('a form whole beside one of its sheets is a form sent twice, as ever', async () => {
  const taken = await receive([
    await only(whole(), 'đủ.xlsx', () => true),
    await statistics(whole(5), 'sửa.xlsx', 2),
  ]);
  expect(taken.files.map(({ file, accepted }) => [file, accepted])).toEqual([
    ['đủ.xlsx', 'all'],
    ['sửa.xlsx', 'none'],
  ]);
  expect(totals(taken.ledger)).toEqual(BOTH);
});

describe('halves that a version of before this returned, each as a submission of its own', () => {
  /** As it entered them: one version each, an error each, and nothing kept of what was found. */
  async function asBefore(files: readonly ReceivedFile[]): Promise<Submission[]> {
    const alone = await Promise.all(files.map(async (file) => (await receive([file])).ledger[0]));
    return kept(
      alone.map(({ findings: _findings, part: _part, ...one }, index) => ({
        ...one,
        version: index + 1,
        errors: 1,
      })),
    );
  }

  it('are one submission once they are dropped again, in either order', async () => {
    const files = [await indicators(), await statistics()];
    for (const again of [files, [...files].reverse()]) {
      const ledger = await asBefore(files);
      expect(ledger.map(({ version, accepted }) => [version, accepted])).toEqual([
        [1, 'none'],
        [2, 'none'],
      ]);
      const taken = await receive(again, ledger, { received: '2024-04-20' });
      const now = await kept(taken.ledger);
      expect(totals(now)).toEqual(BOTH);
      expect(now.map(submissionId).sort()).toEqual([
        `${AGENCY}/2024-03/2`,
        `${AGENCY}/2024-03/2/2`,
      ]);
      // Both came when they came.
      expect(now.map(({ received }) => received)).toEqual(['2024-03-18', '2024-03-18']);
      expect(totals(await kept((await receive(again, now)).ledger))).toEqual(BOTH);
    }
  });

  it('a half that was sent again is not taken for the one it corrects', async () => {
    const wrong = await indicators(whole(3, -1), 'cu.xlsx');
    const right = await indicators();
    const stat = await statistics();
    const taken = await receive([wrong, right, stat], await asBefore([wrong, right, stat]));
    expect(totals(await kept(taken.ledger))).toEqual(BOTH);
  });

  it('what a person returned stays returned', async () => {
    const files = [await indicators(), await statistics()];
    const before = await asBefore(files);
    const no = {
      reason: 'Chưa ký',
      document: '',
      who: 'Lan',
      at: '2024-03-19 08:00:00',
      kind: 'returned' as const,
    };
    const returned = decided(before, [
      { ...no, submission: submissionId(before[0]), hash: before[0].hash },
    ]);
    const taken = await receive(files, returned);
    expect(totals(taken.ledger).indicator).toEqual([null, 0]);
  });
});
