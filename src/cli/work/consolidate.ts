import { consolidablePeriod, consolidatePeriod, reportBook } from '../../app/consolidate-period';
import { takeIn } from '../../app/take-in';
import { lockedPeriods } from '../../domain/ledger/period-states';
import { isEdited } from '../../app/settle-edits';
import { doubtfulReceipts } from '../../app/received-day';
import { printSet } from '../../domain/report/print-set';
import { reportFacts } from '../../domain/written-report/facts';
import { cliTexts } from '../../locale/cli-texts-of';
import { noteSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import type { Plan } from '../../domain/plan/plan';
import type { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { readWorkbook } from '../../xlsx/read/workbook';
import { isAsWritten, writeWorkbook } from '../../xlsx/write/workbook';
import { readBytes, shown } from '../files';
import { holdLedger } from '../ledger-lock';
import { isFree, mustBeWritable, mustDiffer, writeWhole } from '../write-files';
import { receivedFiles } from '../received';
import {
  keptLedgers,
  loadLedger,
  loadPlan,
  mustHoldNothingElse,
  saveLedger,
  type LedgerFile,
} from '../load';
import { consolidationJson, mustTakeJson, say, writeJson } from '../output';
import { refuseWith } from '../refused';
import { mustBeDocument, mustBeTemplate, wordReport } from '../word-report';
import { checkProcesses, lanesFor } from '../check-processes';
import type { CheckedFile } from '../../domain/submission/submission';
import { type Options, required, dateOption } from '../options';
import { hasErrors, printSummary } from '../summary';
import { progressLine } from '../progress-line';

export async function consolidate(planFile: string, options: Options): Promise<number> {
  const asked = await whatIsAsked(planFile, options);
  const { plan, period, asOf, skipped } = asked;
  const { kept, before, files, ledger } = await takenIn(asked, options);
  const acceptIncomplete = options.acceptIncomplete ?? false;
  const report = consolidatePeriod(plan, ledger, period, { acceptIncomplete, asOf });
  // The ledger first: what was accepted is kept even if the report cannot be written.
  if (kept && before.beside.length === 0)
    await savedTo(kept, plan, { ...before, submissions: ledger }, options.language);
  const troubles = await writeAll(asked, report, before, options);
  if (options.json) {
    const known = { remarks: before.remarks, submissions: ledger };
    const json = consolidationJson(report.result, files, skipped, known, options.language);
    writeJson(options.json, json);
  }
  if (options.json !== '-') printSummary(report.result, files, options.language);
  sayWritten(asked.out, troubles, options);
  // What was changed by hand in the ledger does not count, as what was returned does not.
  const isOpen = before.edits.length > 0 && ledger.some(isEdited);
  return isOpen || troubles.length > 0 || files.some(hasErrors) ? 1 : 0;
}

/** Where the file was of an older format, as it was it stays beside. */
async function savedTo(
  { path, mustBeUnchanged }: ReturnType<typeof held>,
  plan: Plan,
  ledger: LedgerFile,
  language: Language,
): Promise<void> {
  const older = await saveLedger(path, plan, ledger, mustBeUnchanged);
  if (older !== null) say(cliTexts(language).olderKept(shown(path), shown(older), ledger.format));
}

/** All that can be wrong with what is asked is said before anything is read or written. */
async function whatIsAsked(planFile: string, options: Options) {
  const plan = loadPlan(planFile, options.language);
  const period = consolidablePeriod(plan, required(options.period, '--period P'));
  if (!period.ok) return refuseWith(period.refusal.code, period.refusal.facts);
  const out = required(options.out, '--out report.xlsx');
  const folders = options.in ?? [];
  const { ledger, printSet: annexes, word, wordTemplate, json } = options;
  if (folders.length === 0 && ledger === undefined) return refuseWith('cli-no-input');
  const own = [planFile, ledger, out, annexes, word, wordTemplate, json];
  mustDiffer(...own);
  const earlier = mustBeReport(out);
  if (annexes !== undefined) mustBeReport(annexes);
  if (word !== undefined) mustBeDocument(word);
  await mustBeTemplate(options);
  mustTakeJson(json);
  const kept = ledger === undefined ? [] : keptLedgers(ledger);
  const { files: received, skipped } = await receivedFiles(folders, [...own, ...kept]);
  const stated = dateOption(options.received, '--received');
  const asOf = dateOption(options.asOf, '--as-of');
  return { plan, period: period.value, out, earlier, folders, received, skipped, stated, asOf };
}

type Asked = Awaited<ReturnType<typeof whatIsAsked>>;

/** The ledger with what was received. */
async function takenIn(
  { plan, period, folders, received, skipped, stated }: Asked,
  options: Options,
) {
  const { language } = options;
  const takesIn = folders.length > 0;
  const kept = options.ledger === undefined ? null : held(options.ledger, language);
  const before = loadLedger(options.ledger, plan, language, takesIn);
  if (takesIn && kept) mustHoldNothingElse(kept.path, before, language);
  sayReceived(folders, received.length, skipped, before, language);
  const checker = checkProcesses(lanesFor(received));
  const { files, ledger } = await takeIn(
    plan,
    before.submissions,
    received,
    checker,
    {
      period: null,
      partial: options.partial ?? false,
      received: stated,
      upTo: period,
      run: `tổng hợp ${period.id}`,
      locked: lockedPeriods(plan, before.acts),
    },
    progressLine(language),
  ).finally(() => checker.close());
  if (stated !== null) askReceipt(stated, files, before, options);
  return { kept, before, files, ledger };
}

type Troubles = Awaited<ReturnType<typeof wordReport>>['troubles'];

/** The report, the annexes and the report in Word; what its template lacked. */
async function writeAll(
  { plan, out, earlier }: Asked,
  report: ReturnType<typeof consolidatePeriod>,
  { acts }: LedgerFile,
  options: Options,
): Promise<Troubles> {
  await writeReport(out, reportBook(plan, report, { tables: earlier, acts }));
  if (options.printSet !== undefined)
    await writeReport(options.printSet, printSet(report.tables, report.annexes));
  if (options.word === undefined) return [];
  const { bytes, troubles } = await wordReport(reportFacts(report.context), options);
  writeWhole(options.word, bytes);
  return troubles;
}

function sayWritten(
  out: string,
  troubles: Troubles,
  { printSet: annexes, word, language }: Options,
): void {
  const texts = cliTexts(language);
  say(texts.reportWritten(shown(out)));
  if (annexes !== undefined) say(texts.printSetWritten(shown(annexes)));
  if (word !== undefined) say(texts.wordWritten(shown(word)));
  for (const { kind, field } of troubles) say(texts.templateTroubles[kind](field));
}

/** A ledger that is this run's alone until it is written; said, where one was ended over it. */
function held(path: string, language: Language) {
  const { staleMinutes, mustBeUnchanged } = holdLedger(path);
  if (staleMinutes !== null)
    say(noteSentence('run-was-ended', { path: shown(path), minutes: staleMinutes }, language));
  return { path, mustBeUnchanged };
}

/**
 * A stated day that makes a third of what is new over sixty days late is likely another year's: it
 * is said before anything is written, and with --check-received nothing is.
 */
function askReceipt(
  day: string,
  files: readonly CheckedFile[],
  { submissions }: LedgerFile,
  { checkReceived, language }: Options,
): void {
  const known = new Set(submissions.map(({ hash }) => hash));
  const count = doubtfulReceipts(files.filter(({ hash }) => !known.has(hash)));
  if (count === 0) return;
  if (checkReceived) refuseWith('cli-receipt-doubtful', { day, count });
  say(noteSentence('receipt-doubtful', { day, count }, language));
}

/** So many names are listed of what was left out. */
const LISTED_SKIPPED = 5;

/** What was left out is said; a run with nothing to go by is none. */
function sayReceived(
  folders: readonly string[],
  count: number,
  skipped: readonly string[],
  ledger: LedgerFile,
  language: Language,
): void {
  const facts = {
    folders: folders.map((folder) => `“${shown(folder)}”`).join(', '),
    count: skipped.length,
    returned: ledger.submissions.length,
    files:
      skipped.slice(0, LISTED_SKIPPED).join(', ') + (skipped.length > LISTED_SKIPPED ? ', …' : ''),
  };
  if (count === 0 && !ledger.submissions.some(({ accepted }) => accepted !== 'none'))
    refuseWith(folders.length > 0 ? 'cli-nothing-received' : 'cli-nothing-accepted', facts);
  if (count === 0 && folders.length > 0) say(noteSentence('nothing-received', facts, language));
  if (skipped.length > 0) say(noteSentence('files-skipped', facts, language));
}

const KIND_PROPERTY = 'TongHop.Loai';

const REPORT = 'báo cáo';

/** A workbook that is known again as a report of ours. */
async function writeReport(path: string, sheets: Sheet[]): Promise<void> {
  const workbook = emptyWorkbook(sheets);
  workbook.properties.set(KIND_PROPERTY, REPORT);
  writeWhole(path, await writeWorkbook(workbook));
}

/**
 * A report of ours may be made again, and its sheets are given; one that somebody has worked in
 * since, or any other workbook of that name, is kept.
 */
function mustBeReport(path: string): readonly Sheet[] {
  mustBeWritable(path);
  if (isFree(path)) return [];
  const bytes = readBytes(path);
  const opened = readWorkbook(bytes);
  if (!opened.ok || opened.value.properties.get(KIND_PROPERTY) !== REPORT)
    refuseWith('cli-would-overwrite', { path: shown(path) });
  if (!isAsWritten(bytes)) refuseWith('cli-report-edited', { path: shown(path) });
  return opened.value.sheets;
}
