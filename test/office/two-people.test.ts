import { consolidateInto } from '../../src/app/consolidate-into';
import { receive } from '../../src/app/consolidator';
import { openDesk, readDesk } from '../../src/app/desk';
import type { Progress, ReceivedFile } from '../../src/app/ports';
import { submissionId, writeLedger } from '../../src/domain/ledger/ledger-tables';
import { LEDGER_SHEETS } from '../../src/domain/ledger/ledger-sheets';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Submission } from '../../src/domain/submission/submission';
import { ExcelWorkbook } from '../../src/excel/excel-workbook';
import { checkHere } from '../../src/intake/check-here';
import type { WorkbookModel } from '../../src/workbench/model/workbook-model';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { long } from '../long';
import { copyOf } from '../prepared';
import { openExcel } from './office-window';

/**
 * Two people in one workbook: while one takes in or consolidates, the other enters a form of
 * another agency in the same ledger. Whatever the moment, nothing that was accepted is lost in
 * silence: it counts, or the next reading names it as interrupted.
 */

const PLAN = 'vinh-chap-2024';
const MONTH = '2024-03';
const plan = builtinPlan(PLAN)!;
const [mine, ours, theirs] = plan.agencies.slice(0, 3).map(({ code }) => code);
const quiet: Progress = { step: () => undefined, cancelled: false };
const port = new ExcelWorkbook();

async function file(agency: string, numerator = 30): Promise<ReceivedFile> {
  const form = Form.of(agency, MONTH, PLAN).fill(numerator, 40);
  const bytes = await writeWorkbook(form.workbook);
  return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
}

const taking = (source: ReceivedFile) =>
  receive(
    port,
    [source],
    checkHere,
    { period: periodOf(MONTH), received: '2024-03-18', run: 'lượt' },
    { check: quiet, write: quiet },
  );
const consolidating = () =>
  consolidateInto(
    port,
    periodOf(MONTH),
    { acceptIncomplete: false, asOf: null },
    { who: 'An', at: '2024-04-01 08:00:00' },
    quiet,
  );

/** The other person's form, put under the rows of both sheets as their own pane does. */
function enters(model: WorkbookModel, submission: Submission): void {
  for (const sheet of writeLedger(plan, [submission])) {
    const target = model.workbook.sheets.find(({ name }) => name === sheet.name)!;
    let next = (target.usedArea()?.bottom ?? 0) + 1;
    for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
      if (row === 0) continue;
      for (const [column, cell] of cells) target.set(next, column, { ...cell });
      next++;
    }
  }
}

let begun: Workbook | null = null;
/** A workbook in which the first has taken in a form, made once. */
async function begin() {
  if (begun) return openExcel(copyOf(begun));
  const opened = await openExcel(emptyWorkbook(writePlan(plan)));
  await taking(await file(mine));
  begun = copyOf(opened.model.workbook);
  return opened;
}

describe.each([
  ['tiếp nhận thêm', async () => taking(await file(ours)), [mine, ours]],
  ['tổng hợp', consolidating, [mine]],
])('%s', (_, run, accepted) => {
  it('while somebody else enters a form, at every request', async () => {
    const clean = await begin();
    const other = { ...(await taking(await file(theirs))).added[0], hash: 'của người khác' };
    const again = await begin();
    again.host.traffic.reset();
    await run();
    const requests = again.host.traffic.records.length;
    expect(clean.model.workbook.sheets.length).toBeGreaterThan(0);

    const lost: string[] = [];
    for (let at = 1; at <= requests; at += long(5, 1)) {
      const { host } = await begin();
      host.faults.clear();
      host.faults.at(at, { meanwhile: (model) => enters(model, other) });
      await run();
      host.faults.clear();
      const desk = await openDesk(port);
      if (!desk.ok) throw new Error(desk.refusal.code);
      const counted = desk.value.ledger.map(submissionId);
      for (const agency of accepted)
        if (!counted.includes(`${agency}/${MONTH}/1`)) lost.push(`${agency} at request ${at}`);
      const isNamed = [...counted, ...desk.value.interrupted].includes(submissionId(other));
      if (!isNamed) lost.push(`the other's at request ${at}`);
    }
    expect(lost).toEqual([]);
    expect(Object.values(LEDGER_SHEETS)).toHaveLength(2);
  });
});

it('both take in the same agency at the same moment: each version stands or waits, and no later drop takes one away', async () => {
  await begin();
  const other = { ...(await taking(await file(ours, 35))).added[0], run: 'lượt của người khác' };
  const { host: counting } = await begin();
  counting.traffic.reset();
  await taking(await file(ours));
  const requests = counting.traffic.records.length;

  const troubles: string[] = [];
  for (let at = 1; at <= requests; at += long(5, 1)) {
    const { host } = await begin();
    host.faults.clear();
    host.faults.at(at, { meanwhile: (model) => enters(model, other) });
    const { files } = await taking(await file(ours));
    host.faults.clear();
    const look = async (when: string) => {
      const desk = await readDesk(port);
      const versions = desk.ledger.filter(({ agency }) => agency === ours);
      const stands = versions.map(
        ({ hash, accepted, awaits }) => `${hash === other.hash} ${accepted} ${awaits}`,
      );
      if (versions.length !== 2 || new Set(versions.map(submissionId)).size !== 2)
        troubles.push(
          `request ${at}, ${when}: ${versions.map(submissionId).join(', ')}; ${desk.interrupted.join(', ')}`,
        );
      if (
        versions.filter(({ accepted }) => accepted === 'all').length !== 1 ||
        !stands.some((one) => /none all/.test(one))
      )
        troubles.push(`request ${at}, ${when}: ${stands.join('; ')}`);
      if (versions.some(({ observations }) => observations.length === 0))
        troubles.push(`request ${at}: no figures`);
    };
    await look(`after ${files[0].accepted}`);
    await taking(await file(theirs));
    await look('after the next drop');
  }
  expect(troubles).toEqual([]);
});
