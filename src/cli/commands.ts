import { join } from 'node:path';
import { consolidablePeriod, consolidatePeriod, reportBook } from '../app/consolidate-period';
import { History } from '../app/history';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { issueCommonForm, issueTemplates, scheduledPeriod } from '../app/issue-templates';
import type { WorkerPool } from '../intake/worker-pool';
import type { Progress, ReceivedFile } from '../app/ports';
import {
  asStatedBefore,
  asTogether,
  checkAll,
  refuseLocked,
  takeIn,
  waitForPeriod,
} from '../app/take-in';
import { lockedPeriods } from '../domain/ledger/period-states';
import { checkPlanTables, type PlanFinding } from '../domain/plan-check/check-plan';
import { catalogue } from '../domain/rules/catalogue';
import { bySeverity, inReadingOrder, type Finding } from '../domain/finding/finding';
import { joinFindings } from '../domain/rules/causes';
import { periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { coveringList } from '../domain/template/covering-list';
import type { National } from '../domain/agency/national';
import type { RegisterSpan } from '../domain/agency/national-register';
import { builtinForm, BUILTIN_FORMS } from '../domain/plan/builtin-forms';
import { planFromAppendix, tablesRead } from '../app/plan-from-appendix';
import { COLUMN_ROLES, type ColumnChoice } from '../domain/appendix/read-appendix';
import { isEdited } from '../app/settle-edits';
import { doubtfulReceipts } from '../app/received-day';
import { OFFERED_PLANS, builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { printSet } from '../domain/report/print-set';
import { reportFacts } from '../domain/written-report/facts';
import { SAMPLE_MARK } from '../domain/template/identity';
import { judgedSaid } from '../locale/judged';
import { cliTexts, type CliTexts } from '../locale/cli-texts';
import { exampleSentence, findingSentence, noteSentence, type Language } from '../locale/sentence';
import { columnRoleWord, readColumnRole } from '../locale/column-role';
import { safeFileName } from '../text/file-name';
import { isCivilDate } from '../text/date';
import { columnIndex } from '../workbook/address';
import type { Sheet } from '../workbook/sheet';
import { emptyWorkbook } from '../workbook/workbook';
import { readWorkbook } from '../xlsx/read/workbook';
import { stampedWriter } from '../xlsx/stamp/stamped-writer';
import { isAsWritten, writeWorkbook } from '../xlsx/write/workbook';
import { makeFolder, mustBeFile, readBytes, shown } from './files';
import { holdLedger } from './ledger-lock';
import { isFree, mustBeWritable, mustDiffer, writeNew, writeWhole } from './write-files';
import { receivedFile, receivedFiles } from './received';
import {
  loadLedger,
  loadPlan,
  mustHoldNothingElse,
  openAppendixFile,
  openPlanWorkbook,
  saveLedger,
  type LedgerFile,
} from './load';
import {
  byPath,
  appendixJson,
  consolidationJson,
  fileJson,
  mustTakeJson,
  plain,
  planCheckJson,
  print,
  printTable,
  say,
  writeJson,
} from './output';
import { refuseWith } from './refused';
import { mustBeDocument, mustBeTemplate, wordReport } from './word-report';
import { checkProcesses } from './check-processes';
import type { CheckedFile, Submission } from '../domain/submission/submission';
import type { Consolidation } from '../domain/consolidation/consolidation';

/**
 * The commands of the outside contract. Each returns the exit code: 0 done, 1 done with errors in
 * files.
 */

export interface Options {
  json?: string;
  out?: string;
  period?: string;
  agency?: string[];
  common?: boolean;
  year?: string;
  province?: string;
  column?: string[];
  form?: string[];
  list?: string;
  annotate?: string;
  ledger?: string;
  in?: string[];
  partial?: boolean;
  acceptIncomplete?: boolean;
  received?: string;
  /** A day of receipt that is likely mistyped is a refusal, not a word beside the work. */
  checkReceived?: boolean;
  asOf?: string;
  word?: string;
  printSet?: string;
  wordTemplate?: string;
  language: Language;
}

export function plans(options: Options): number {
  mustTakeJson(options.json);
  const list = OFFERED_PLANS.map((plan) => ({
    id: plan.id,
    name: plan.name,
    year: plan.year,
    indicators: plan.indicators.length,
    tasks: plan.tasks.length,
    agencies: plan.agencies.filter((agency) => agency.reports).length,
  }));
  const texts = cliTexts(options.language);
  if (options.json) writeJson(options.json, { version: 1, plans: list });
  if (options.json !== '-') {
    printTable(
      list.map((plan) => [
        plan.id,
        plan.name,
        String(plan.year),
        texts.indicators(plan.indicators),
        texts.tasks(plan.tasks),
        texts.agencies(plan.agencies),
      ]),
    );
  }
  return 0;
}

/**
 * What the check finds: code, numbers of the catalogue of defects, severity, and an example of the
 * sentence people read.
 */
export function rules(options: Options): number {
  mustTakeJson(options.json);
  const list = catalogue().map((one) => {
    const { code, defects, severity } = one;
    return { code, defects, severity, sentence: exampleSentence(one, options.language) };
  });
  if (options.json) writeJson(options.json, list);
  const { severities } = cliTexts(options.language);
  if (options.json !== '-')
    printTable(
      list.map(({ code, defects, severity, sentence }) => [
        code,
        defects.join(','),
        severities[severity],
        sentence,
      ]),
    );
  return 0;
}

export async function plan(id: string, options: Options): Promise<number> {
  const found = builtinPlan(id);
  if (!found)
    return refuseWith('unknown-plan', {
      id,
      allowed: OFFERED_PLANS.map((one) => one.id).join(', '),
    });
  const out = required(options.out, '--out plan.xlsx');
  const forms = [...new Set(options.form)].map((code) => {
    const allowed = BUILTIN_FORMS.map((one) => one.code).join(', ');
    return builtinForm(code) ?? refuseWith('unknown-form', { code, allowed });
  });
  const whole = { ...found, forms: [...found.forms, ...forms] };
  writeNew(out, await writeWorkbook(emptyWorkbook(writePlan(whole))));
  say(cliTexts(options.language).planWritten(found.id, shown(out)));
  return 0;
}

const SPANS: Record<string, RegisterSpan> = {
  truoc: 'to-2025-06-30',
  sau: 'from-2025-07-01',
  '2025': 'across-2025',
};

/**
 * A plan from the table of a decision's appendix; what has to be confirmed is listed and stands in
 * the sheet Xác nhận.
 */
export async function readAppendixFile(file: string, options: Options): Promise<number> {
  const out = required(options.out, '--out plan.xlsx');
  mustDiffer(file, out, options.json);
  mustBeWritable(out);
  mustTakeJson(options.json);
  const columns = (options.column ?? []).map(columnOption);
  const { workbook: opened, isWord } = await openAppendixFile(file, options.language);
  const national = (await import('../domain/agency/national.json')).default as National;
  const year = options.year === undefined ? null : Number(options.year);
  if (year !== null && !/^20\d\d$/.test(options.year!))
    return refuseWith('cli-year', { option: '--year', found: options.year! });
  const read = planFromAppendix(opened, national, {
    year,
    province: provinceOption(options.province),
    columns,
  });
  if (!read.ok) return refuseWith(read.refusal.code, read.refusal.facts);
  const { plan: made } = read.value;
  // The cells that are asked about are nowhere in a Word file: its tables go with the plan.
  const sources = isWord ? tablesRead(opened, read.value) : [];
  writeNew(out, await writeWorkbook(emptyWorkbook([...writePlan(made), ...sources])));
  if (options.json) writeJson(options.json, appendixJson(read.value));
  if (options.json !== '-') {
    const { indicators, tasks, agencies, confirmations } = made;
    print(
      cliTexts(options.language).appendixRead({
        indicators: indicators.length,
        tasks: tasks.length,
        agencies: agencies.length,
        confirmations: confirmations.length,
      }),
    );
    for (const { table, code, question } of confirmations)
      print(
        `  - [${table}] ${code ? `${code}: ` : ''}${cliTexts(options.language).confirmation(question)}`,
      );
    print(cliTexts(options.language).columnsRead);
    for (const { sheet, cell, heading, role, isGuessed } of read.value.columns) {
      const guessed = isGuessed ? cliTexts(options.language).guessed : '';
      print(
        `  - ${sheet}!${cell} “${heading}”: ${columnRoleWord(role, options.language)}${guessed}`,
      );
    }
  }
  say(cliTexts(options.language).planWritten(made.id, shown(out)));
  return 0;
}

/** "D=target", "Phụ lục!D=mức giao": what a person says a column is. */
function columnOption(text: string): ColumnChoice {
  const match = /^(?:(.{1,31})!)?([A-Za-z]{1,2})=(.{1,40})$/.exec(text.normalize('NFC').trim());
  const role = match && readColumnRole(match[3]);
  if (!match || !role)
    return refuseWith('cli-column', { found: text, allowed: COLUMN_ROLES.join(', ') });
  return {
    sheet: match[1] ?? null,
    column: columnIndex(match[2].toUpperCase())!,
    heading: null,
    role,
  };
}

/**
 * `84:truoc` is Trà Vinh before 01/7/2025, `86:sau` Vĩnh Long since, `86:2025` all its units of
 * that year.
 */
function provinceOption(text: string | undefined): { code: string; span: RegisterSpan } | null {
  if (text === undefined) return null;
  const [code, span = 'sau'] = text.split(':');
  return SPANS[span]
    ? { code, span: SPANS[span] }
    : refuseWith('unknown-province', { found: text });
}

export async function templates(planFile: string, options: Options): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  const { found } = checkPlanTables(openPlanWorkbook(planFile, options.language));
  const folder = required(options.out, '--out DIR');
  const ledger =
    options.ledger === undefined
      ? null
      : loadLedger(options.ledger, loaded, options.language).submissions;
  const period = required(options.period, '--period P');
  if (options.common) {
    await commonTemplate(loaded, period, folder, options);
    listDoubts(found, options.language);
    return 0;
  }
  if (options.list !== undefined) mustBeWritable(options.list);
  const issued = issueTemplates(loaded, period, options.agency ?? [], ledger);
  if (!issued.ok) return refuseWith(issued.refusal.code, issued.refusal.facts);
  // The list first: where it may not be written, no form is either.
  if (options.list !== undefined)
    writeNew(
      options.list,
      await writeWorkbook(coveringList(loaded, periodOf(period), issued.value)),
    );
  makeFolder(folder);
  const write = stampedWriter(writeWorkbook);
  const progress = progressLine(options.language);
  for (const [index, form] of issued.value.entries()) {
    progress.step(index, issued.value.length, form.fileName);
    // A form of that name may have been filled in already: it is never written over.
    writeNew(join(folder, form.fileName), await write(form.make()));
  }
  progress.step(issued.value.length, issued.value.length, '');
  say(cliTexts(options.language).formsWritten(issued.value.length, shown(folder)));
  listDoubts(found, options.language);
  return 0;
}

/** So many are listed when forms are issued; check-plan lists them all. */
const LISTED_DOUBTS = 20;

/**
 * What is doubtful in a plan does not hold its forms back, and nobody should be able to say they
 * were not told.
 */
function listDoubts(found: readonly PlanFinding[], language: Language): void {
  const doubts = found
    .filter(({ finding }) => finding.severity !== 'fixed')
    .sort((a, b) => bySeverity(a.finding, b.finding));
  if (doubts.length === 0) return;
  const texts = cliTexts(language);
  say(texts.doubts(doubts.length));
  for (const { row, finding } of doubts.slice(0, LISTED_DOUBTS)) {
    const where = finding.sheet ? `[${finding.sheet}] ` : '';
    say(
      `  - ${texts.gravities[finding.severity]}: ${where}${row ? `${row}: ` : ''}${findingSentence(finding, language)}`,
    );
  }
  if (doubts.length > LISTED_DOUBTS) say(`  ${texts.moreDoubts(doubts.length - LISTED_DOUBTS)}`);
}

/** One form for all; what is for single agencies has no place beside it. */
async function commonTemplate(
  loaded: Plan,
  period: string,
  folder: string,
  options: Options,
): Promise<void> {
  for (const name of ['agency', 'ledger', 'list'] as const) {
    if (options[name] === undefined) continue;
    refuseWith('cli-option-not-here', {
      command: 'templates --common',
      option: `--${name}`,
      allowed: '--period, --out',
    });
  }
  const common = issueCommonForm(loaded, period);
  if (!common.ok) return refuseWith(common.refusal.code, common.refusal.facts);
  makeFolder(folder);
  const path = join(folder, common.value.fileName);
  writeNew(path, await writeWorkbook(common.value.make()));
  say(cliTexts(options.language).commonFormWritten(shown(path)));
}

export async function check(
  planFile: string,
  files: readonly string[],
  options: Options,
): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  if (files.length === 0)
    return refuseWith('cli-argument-missing', { command: 'check', what: 'FILE…' });
  mustDiffer(planFile, options.ledger, options.json);
  for (const file of files) mustDiffer(file, options.json);
  mustTakeJson(options.json);
  const { submissions: ledger, acts } = loadLedger(options.ledger, loaded, options.language);
  let period = null;
  if (options.period !== undefined) {
    const scheduled = scheduledPeriod(loaded, options.period);
    if (!scheduled.ok) return refuseWith(scheduled.refusal.code, scheduled.refusal.facts);
    period = scheduled.value;
  }
  const given = files.map((path) => receivedFile(mustBeFile(path)));
  const checker = checkProcesses();
  try {
    const arrived = await checkAll(
      loaded,
      given,
      checker,
      { period, partial: false },
      progressLine(options.language),
    );
    const history = new History(loaded, inForceOf(loaded, ledger));
    const locked = lockedPeriods(loaded, acts);
    const forPeriod = (file: CheckedFile) =>
      waitForPeriod(loaded, asStatedBefore(loaded, file, ledger), period, ledger);
    const received = arrived.map(({ file }) => refuseLocked(forPeriod(file), locked, ledger));
    const checked = asTogether(loaded, received, ledger).map((file): CheckedFile => ({
      ...history.of(file),
      version: versionOf(file, ledger),
    }));
    checked.sort(byPath);
    if (options.json) {
      const json = {
        version: 1,
        plan: loaded.id,
        period: period?.id ?? null,
        files: checked.map((file) => fileJson(file, options.language)),
      };
      writeJson(options.json, json);
    }
    if (options.annotate !== undefined)
      await annotateAll(checked, given, options.annotate, checker, cliTexts(options.language));
    const count = new Map<string, number>();
    for (const { file } of checked) count.set(file, (count.get(file) ?? 0) + 1);
    const whose = ({ file, agency, period: own }: CheckedFile) =>
      count.get(file)! > 1
        ? ` (${findAgency(loaded, agency ?? '')?.name ?? '?'}, ${own ?? '?'})`
        : '';
    if (options.json !== '-')
      checked.forEach((file) => printFile(file, whose(file), options.language));
    return checked.some(hasErrors) ? 1 : 0;
  } finally {
    checker.close();
  }
}

/**
 * A marked copy of every file in which something was found, for its sender; each made where a file
 * can do no harm.
 */
async function annotateAll(
  checked: readonly CheckedFile[],
  given: readonly ReceivedFile[],
  folder: string,
  checker: WorkerPool,
  texts: CliTexts,
): Promise<void> {
  makeFolder(folder);
  let count = 0;
  // A file that could not be read was ended within its bounds; it is not opened again without any.
  const read = checked.filter(
    ({ verdict, findings }) => verdict !== 'unreadable' && findings.length > 0,
  );
  const names = copyNames(checked.map(({ file }) => file));
  for (const file of byFile(read)) {
    const source = given.find(({ path }) => path === file.file)!;
    const copy = await checker.mark(file, await source.bytes());
    if (!copy) {
      say(texts.notMarked(shown(file.file)));
      continue;
    }
    writeNew(join(folder, `${names.get(file.file)}_danh-dau.xlsx`), copy);
    count++;
  }
  say(texts.copiesWritten(count, shown(folder)));
}

/** The forms of one workbook go back to their sender in one copy. */
function byFile(checked: readonly CheckedFile[]): CheckedFile[] {
  const files = new Map<string, CheckedFile>();
  for (const one of checked) {
    const first = files.get(one.file);
    files.set(
      one.file,
      first ? { ...first, findings: joinFindings(first.findings, one.findings) } : one,
    );
  }
  return [...files.values()];
}

/**
 * What the marked copy of each file is called: after its path, which keeps its extension where
 * others would be called the same, and a number where that is not enough. Every system tells the
 * names apart.
 */
function copyNames(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const bare = (path: string) => path.replace(/\.[^.]*$/, '');
  const nameOf = (path: string) =>
    safeFileName(path.replace(/^(\.{0,2}\/)+/, '').replace(/[/\\:]/g, '_'));
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  const sorted = [...new Set(paths)].sort();
  const count = new Map<string, number>();
  for (const path of sorted) {
    const wanted = key(bare(nameOf(path)));
    count.set(wanted, (count.get(wanted) ?? 0) + 1);
  }
  const taken = new Set<string>();
  for (const path of sorted) {
    const whole = nameOf(path);
    const wanted = count.get(key(bare(whole))) === 1 ? bare(whole) : whole;
    let name = wanted;
    for (let number = 2; taken.has(key(name)); number++) name = `${wanted} (${number})`;
    taken.add(key(name));
    names.set(path, name);
  }
  return names;
}

/** What is doubtful in the plan itself, before it goes to anybody. */
export function checkPlanFile(planFile: string, options: Options): number {
  mustDiffer(planFile, options.json);
  mustTakeJson(options.json);
  const { plan: loaded, found } = checkPlanTables(openPlanWorkbook(planFile, options.language));
  if (options.json)
    writeJson(options.json, planCheckJson(loaded?.id ?? null, found, options.language));
  if (options.json !== '-') printPlanFindings(found, options.language);
  return found.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

function printPlanFindings(found: readonly PlanFinding[], language: Language): void {
  const count = (severity: Finding['severity']) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  const texts = cliTexts(language);
  print(texts.planFindings(count('error'), count('warning'), count('fixed')));
  for (const severity of ['error', 'warning', 'fixed'] as const) {
    for (const { row, finding } of found.filter((one) => one.finding.severity === severity)) {
      const where = finding.sheet ? `[${finding.sheet}] ` : '';
      print(
        `  - ${texts.gravities[severity]}: ${where}${row}: ${findingSentence(finding, language)}`,
      );
    }
  }
}

/** The version a file has in the ledger, or would have if it were handed in now. */
function versionOf(file: CheckedFile, ledger: readonly Submission[]): number {
  if (!file.agency || !file.period) return 0;
  const own = ledger.filter((one) => one.agency === file.agency && one.period === file.period);
  const known = own.find((one) => one.hash === file.hash);
  return known?.version ?? Math.max(0, ...own.map((one) => one.version)) + 1;
}

export async function consolidate(planFile: string, options: Options): Promise<number> {
  const loaded = loadPlan(planFile, options.language);
  const period = consolidablePeriod(loaded, required(options.period, '--period P'));
  if (!period.ok) return refuseWith(period.refusal.code, period.refusal.facts);
  const out = required(options.out, '--out report.xlsx');
  const takesIn = (options.in ?? []).length > 0;
  if (!takesIn && options.ledger === undefined) return refuseWith('cli-no-input');
  mustDiffer(
    planFile,
    options.ledger,
    out,
    options.printSet,
    options.word,
    options.wordTemplate,
    options.json,
  );
  const earlier = mustBeReport(out);
  if (options.printSet !== undefined) mustBeReport(options.printSet);
  if (options.word !== undefined) mustBeDocument(options.word);
  await mustBeTemplate(options);
  mustTakeJson(options.json);
  const folders = options.in ?? [];
  const own = [
    planFile,
    options.ledger,
    out,
    options.printSet,
    options.word,
    options.wordTemplate,
    options.json,
  ];
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

function hasErrors(file: CheckedFile): boolean {
  return file.verdict === 'errors' || file.verdict === 'unreadable';
}

function required(value: string | undefined, option: string): string {
  return value ?? refuseWith('cli-option-missing', { option });
}

function dateOption(value: string | undefined, option: string): string | null {
  if (value === undefined) return null;
  return isCivilDate(value) ? value : refuseWith('cli-date', { option, found: value });
}

/** The verdict, then every cause with what follows from it under it, the gravest first. */
function printFile(file: CheckedFile, whose: string, language: Language): void {
  const { findings } = file;
  const texts = cliTexts(language);
  print(`${file.file}${whose}: ${texts.verdicts[file.verdict]}`);
  const said = (found: Finding, mark: string) => {
    const where = found.sheet ? `[${found.sheet}] ` : '';
    print(
      `${mark} ${texts.severities[found.severity]}: ${where}${findingSentence(found, language)}`,
    );
  };
  const causes = findings
    .map((found, index) => ({ found, index }))
    .filter(({ found }) => found.cause === null);
  for (const { found, index } of causes.sort((a, b) => inReadingOrder(a.found, b.found))) {
    said(found, '  -');
    findings.filter(({ cause }) => cause === index).forEach((one) => said(one, '    ↳'));
  }
}

/**
 * The summary people read in the terminal: coverage, the indicators, the tasks, the files with
 * errors.
 */
export function printSummary(
  result: Consolidation,
  files: readonly CheckedFile[],
  language: Language,
): void {
  if (result.sample) print(`*** ${SAMPLE_MARK} ***`);
  const texts = cliTexts(language);
  const { period, expected, received, accepted, missing, returned } = result;
  print(
    texts.summary({
      period,
      expected,
      received,
      accepted,
      missing: missing.length,
      returned: returned.length,
    }),
  );
  if (result.blank.length > 0) print(texts.blankBefore(result.blank.join(', ')));
  const number = (value: number | null, decimals: number) =>
    value === null ? '' : texts.number(value, decimals);
  printTable([
    texts.indicatorHeadings,
    ...result.indicators.map((one) => [
      one.code,
      number(one.numerator, 6),
      number(one.denominator, 6),
      one.value === null ? '' : number(one.value, 2) + (one.unit === '%' ? '%' : ` ${one.unit}`),
      `${one.reported}/${one.expected}`,
      judgedSaid(one, texts.indicatorStatus, language),
    ]),
  ]);
  printTable([
    texts.taskHeadings,
    ...result.tasks.map((one) => [
      one.code,
      `${one.done}/${one.assigned}`,
      texts.taskStatus[one.status],
    ]),
  ]);
  for (const form of result.forms)
    print(texts.form(form.form, form.reported, form.expected, form.complete));
  for (const file of files.filter(hasErrors)) {
    const first = file.findings.find((finding) => finding.severity === 'error');
    const where = first?.sheet ? `[${first.sheet}] ` : '';
    print(
      `${file.file}: ${first ? where + findingSentence(first, language) : texts.verdicts[file.verdict]}`,
    );
  }
}

/**
 * One line on standard error that is rewritten, with the time that is likely left; silent where
 * nobody watches.
 */
export function progressLine(language: Language): Progress {
  const began = Date.now();
  return {
    cancelled: false,
    step(done, total, what) {
      if (!process.stderr.isTTY) return;
      const elapsed = (Date.now() - began) / 1000;
      const left =
        elapsed > 1 && done > 0
          ? cliTexts(language).secondsLeft(Math.ceil((elapsed * (total - done)) / done))
          : '';
      process.stderr.write(
        `\r\x1b[2K${done < total ? `${done}/${total}${left} ${plain(what)}` : ''}`,
      );
    },
  };
}
