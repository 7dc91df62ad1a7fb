import { JSON_FILE, type Command } from '../command';
import { consolidablePeriod, consolidatePeriod, reportBook } from '../../app/consolidate-period';
import { takeIn } from '../../app/take-in';
import { lockedPeriods } from '../../domain/ledger/period-states';
import { isEdited } from '../../app/settle-edits';
import { doubtfulReceipts } from '../../app/received-day';
import { printSet } from '../../domain/report/print-set';
import { reportFacts } from '../../domain/written-report/facts';
import { cliTexts } from '../../locale/cli-texts';
import { noteSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import type { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { readWorkbook } from '../../xlsx/read/workbook';
import { isAsWritten, writeWorkbook } from '../../xlsx/write/workbook';
import { readBytes, shown } from '../files';
import { holdLedger } from '../ledger-lock';
import { isFree, mustBeWritable, mustDiffer, writeWhole } from '../write-files';
import { receivedFiles } from '../received';
import { loadLedger, loadPlan, mustHoldNothingElse, saveLedger, type LedgerFile } from '../load';
import { consolidationJson, mustTakeJson, say, writeJson } from '../output';
import { refuseWith } from '../refused';
import { mustBeDocument, mustBeTemplate, wordReport } from '../word-report';
import { checkProcesses } from '../check-processes';
import type { CheckedFile } from '../../domain/submission/submission';
import { type Options, required, dateOption } from '../options';
import { hasErrors, printSummary } from '../summary';
import { progressLine } from '../progress-line';

async function consolidate(planFile: string, options: Options): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  const period = consolidablePeriod(loaded, required(options.period, '--period P'));
  if (!period.ok) return refuseWith(period.refusal.code, period.refusal.facts);
  const out = required(options.out, '--out report.xlsx');
  const takesIn = (options.in ?? []).length > 0;
  if (!takesIn && options.ledger === undefined) return refuseWith('cli-no-input');
  const own = [
    planFile,
    options.ledger,
    out,
    options.printSet,
    options.word,
    options.wordTemplate,
    options.json,
  ];
  mustDiffer(...own);
  const earlier = mustBeReport(out);
  if (options.printSet !== undefined) mustBeReport(options.printSet);
  if (options.word !== undefined) mustBeDocument(options.word);
  await mustBeTemplate(options);
  mustTakeJson(options.json);
  const folders = options.in ?? [];
  const { files: received, skipped } = await receivedFiles(folders, own);
  const stated = dateOption(options.received, '--received');
  const asOf = dateOption(options.asOf, '--as-of');
  const held = options.ledger === undefined ? null : holdLedger(options.ledger);
  if (held?.staleMinutes != null) {
    const facts = { path: shown(options.ledger!), minutes: held.staleMinutes };
    say(noteSentence('run-was-ended', facts, options.language));
  }
  const before = loadLedger(options.ledger, loaded, options.language, takesIn);
  if (takesIn && options.ledger !== undefined)
    mustHoldNothingElse(options.ledger, before, options.language);
  sayReceived(folders, received.length, skipped, before, options.language);
  const takeInOptions = {
    period: null,
    partial: options.partial ?? false,
    received: stated,
    upTo: period.value,
    run: `tổng hợp ${period.value.id}`,
    locked: lockedPeriods(loaded, before.acts),
  };
  const checker = checkProcesses();
  const taken = await takeIn(
    loaded,
    before.submissions,
    received,
    checker,
    takeInOptions,
    progressLine(options.language),
  ).finally(() => checker.close());
  if (stated !== null) askReceipt(stated, taken.files, before, options);
  const consolidation = { acceptIncomplete: options.acceptIncomplete ?? false, asOf };
  const report = consolidatePeriod(loaded, taken.ledger, period.value, consolidation);
  const { result, context } = report;
  // The ledger first: what was accepted is kept even if the report cannot be written.
  if (options.ledger !== undefined && before.beside.length === 0) {
    await saveLedger(
      options.ledger,
      loaded,
      { ...before, submissions: taken.ledger },
      held!.mustBeUnchanged,
    );
  }
  await writeReport(out, reportBook(loaded, report, { tables: earlier, acts: before.acts }));
  if (options.printSet !== undefined)
    await writeReport(options.printSet, printSet(report.tables, report.annexes));
  const written =
    options.word === undefined ? null : await wordReport(reportFacts(context), options);
  if (written) writeWhole(options.word!, written.bytes);
  if (options.json) {
    const ledger = { remarks: before.remarks, submissions: taken.ledger };
    writeJson(
      options.json,
      consolidationJson(result, taken.files, skipped, ledger, options.language),
    );
  }
  if (options.json !== '-') printSummary(result, taken.files, options.language);
  say(cliTexts(options.language).reportWritten(shown(out)));
  if (options.printSet !== undefined)
    say(cliTexts(options.language).printSetWritten(shown(options.printSet)));
  if (written) say(cliTexts(options.language).wordWritten(shown(options.word!)));
  for (const { kind, field } of written?.troubles ?? [])
    say(cliTexts(options.language).templateTroubles[kind](field));
  // What was changed by hand in the ledger does not count, as what was returned does not.
  const isOpen = before.edits.length > 0 && taken.ledger.some(isEdited);
  return isOpen || (written?.troubles ?? []).length > 0 || taken.files.some(hasErrors) ? 1 : 0;
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

export const consolidateCommand: Command = {
  name: 'consolidate',
  words: ['plan.xlsx'],
  options: {
    period: { takes: 'P', isNeeded: true },
    in: { takes: 'FOLDER', isMany: true },
    out: { takes: 'report.xlsx', isNeeded: true },
    ledger: { takes: 'LEDGER.xlsx' },
    partial: {},
    'accept-incomplete': {},
    received: { takes: 'DATE' },
    'check-received': {},
    'as-of': { takes: 'DATE' },
    'print-set': { takes: 'ANNEXES.xlsx' },
    word: { takes: 'REPORT.docx' },
    'word-template': { takes: 'TEMPLATE.docx' },
    json: JSON_FILE,
  },
  moreOf: () => 'in',
  run: ([planFile], options) => consolidate(planFile, options),
};
