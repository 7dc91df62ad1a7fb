import { measureOf } from '../domain/measure/measure';
import { zipSync } from 'fflate';
import { submissionKey } from '../domain/ledger/in-force';
import { LEDGER_SHEETS, writeLedger } from '../domain/ledger/ledger-tables';
import { checkPlanTables, type PlanFinding } from '../domain/plan-check/check-plan';
import { coveringList, coveringListName } from '../domain/template/covering-list';
import type { Finding } from '../domain/finding/finding';
import { hiddenByTables } from '../domain/report/workbook-guide';
import { builtinPlan } from '../domain/plan/builtin';
import { PLAN_SHEETS, writePlan } from '../domain/plan/plan-tables';
import { hasPlan, readPlan } from '../domain/plan/read-plan';
import { findIndicator, type Plan } from '../domain/plan/plan';
import { typedChoice, type Choice } from '../domain/repair/choices';
import { restatements, type Restated } from '../domain/consolidation/restatement';
import { lockedPeriods, writePeriodActs, type PeriodAct } from '../domain/ledger/period-states';
import {
  RESTATEMENT_SHEET,
  writeRestatements,
  type RestatedCell,
} from '../domain/report/restatement-table';
import { restatedTables } from './restated-tables';
import { valueBy1900 } from '../workbook/cell';
import { findSheet, type LastWrites, type Workbook } from '../workbook/workbook';
import type { Actor } from '../domain/actor';
import { periodLabel, periodOf, type Period } from '../domain/period/period';
import type { CheckedFile, Claim, Observation, Submission } from '../domain/submission/submission';
import type { ConsolidationOptions } from '../domain/consolidation/consolidation';
import { Sheet } from '../workbook/sheet';
import type { PeriodReport } from './consolidate-period';
import { annotated } from './annotate';
import { DeskRefused, readDesk, type Desk } from './desk';
import { asksFirst, enteringOf, type Entering } from './entering';
import { enterInLedger } from './enter-in-ledger';
import { issueCommonForm, issueTemplates } from './issue-templates';
import { Cancelled } from './ports';
import type {
  FileChecker,
  Progress,
  ReceivedFile,
  Undo,
  WorkbookPort,
  WorkbookReader,
  WorkbookWriter,
} from './ports';
import { indexAfter } from './sheet-order';
import { standingReport } from './standing-report';
import { checkAll, enterChecked, type TakeInOptions, type TakenIn } from './take-in';
import { mustBeOpenStill, takeOut, takingBack } from './acts/taking-back';

/**
 * Writes a built-in plan into the open workbook; `seen` is of the reading the person went by, else
 * it is looked at now.
 */
export async function putPlan(port: WorkbookPort, id: string, seen?: LastWrites): Promise<Undo> {
  const plan = builtinPlan(id);
  if (!plan) throw new Error(`no built-in plan ${id}`);
  const sheets = writePlan(plan);
  const now = seen ?? (await port.readSheets(sheets.map(({ name }) => name))).lastWrites;
  return port.replaceSheets(sheets, undefined, now);
}

/**
 * Writes the plan of another workbook, such as last year's, into the open one: its register and
 * rows stand here to be changed, its figures do not come with it.
 */
export async function putPlanOf(
  port: WorkbookPort,
  source: { name: string; workbook: Workbook },
  seen?: LastWrites,
): Promise<Undo> {
  const names = Object.values(PLAN_SHEETS);
  if (!names.some((name) => findSheet(source.workbook, name)))
    throw new DeskRefused({
      code: 'plan-file-no-plan',
      facts: { file: source.name, sheets: names.join(', ') },
    });
  const read = readPlan(source.workbook);
  if (!read.ok) throw new DeskRefused(read.refusal);
  const sheets = writePlan(read.value);
  const now = seen ?? (await port.readSheets(sheets.map(({ name }) => name))).lastWrites;
  return port.replaceSheets(sheets, undefined, now);
}

/** What is doubtful in the plan of the open workbook, as it stands now. */
export async function checkPlanIn(port: WorkbookPort): Promise<PlanFinding[]> {
  const planSheets = Object.values(PLAN_SHEETS);
  const workbook = await port.readSheets(planSheets, planSheets);
  if (!hasPlan(workbook)) throw new DeskRefused({ code: 'no-plan-in-workbook', facts: {} });
  return checkPlanTables(workbook).found;
}

/** The forms of a period, of all agencies or of some, and their covering list in one zip. */
export async function packForms(
  desk: Desk,
  period: Period,
  agencies: readonly string[],
  write: WorkbookWriter,
  progress: Progress,
): Promise<{ name: string; bytes: Uint8Array; count: number }> {
  const issued = issueTemplates(desk.plan, period.id, agencies, desk.ledger);
  if (!issued.ok) throw new DeskRefused(issued.refusal);
  const files: Record<string, Uint8Array> = {};
  for (const [index, form] of issued.value.entries()) {
    if (progress.cancelled) throw new Cancelled();
    progress.step(index, issued.value.length, form.fileName);
    files[form.fileName] = await write(form.make());
    await progress.breathe?.();
  }
  const list = coveringList(desk.plan, period, issued.value);
  files[coveringListName(period)] = await write(list);
  progress.step(issued.value.length, issued.value.length, '');
  return {
    name: `bieu-mau-${period.id}.zip`,
    bytes: zipSync(files, { level: 0 }),
    count: issued.value.length,
  };
}

export interface Received extends TakenIn {
  entering: Entering;
  desk: Desk;
  undo: Undo | null;
}

/**
 * Takes in a drop and enters it in the workbook's ledger: figures first, then the submissions that
 * make them count. `isAgreed` is told what would be written before anything is; its no writes
 * nothing.
 */
export async function receive(
  port: WorkbookPort,
  files: readonly ReceivedFile[],
  checker: FileChecker,
  drop: Pick<TakeInOptions, 'received' | 'receivedOf' | 'run' | 'stated'> & {
    period: Period;
    partial?: boolean;
  },
  progress: { check: Progress; write: Progress },
  isAgreed: (entering: Entering) => Promise<boolean> = async () => true,
): Promise<Received> {
  const before = await readDesk(port);
  const options = { partial: false, ...drop, upTo: null, asks: true };
  let agreed = '';
  const checked = await checkAll(before.plan, files, checker, options, progress.check);
  for (let triesLeft = TRIES; ; triesLeft--) {
    // Checking takes minutes: what others have entered, decided and locked by now is asked again.
    const now = await readDesk(port);
    if (JSON.stringify(now.plan) !== JSON.stringify(before.plan))
      throw new DeskRefused({ code: 'plan-changed-meanwhile', facts: {} });
    const here = { ...options, locked: now.locked };
    const taken = await enterChecked(now.plan, now.ledger, checked, here, progress.check);
    await progress.write.breathe?.();
    const entering = enteringOf(now.ledger, taken);
    if (taken.added.length === 0)
      return { ...taken, entering, desk: { ...now, ledger: taken.ledger }, undo: null };
    const said = JSON.stringify(entering);
    if (said !== agreed) {
      if (!(await isAgreed(entering))) throw new Cancelled();
      agreed = said;
      // A person takes their time over a question: what was read before it may be old.
      if (asksFirst(entering)) continue;
    }
    const exact = await enterInLedger(port, now, taken, progress.write);
    const after = await readDesk(port);
    const deed = { before: now, after, submissions: taken.added };
    if (isEntered(taken.added, now, after))
      return { ...taken, entering, desk: after, undo: takingBack(port, deed, exact) };
    await exact().catch(() => takeOut(port, deed, after));
    if (triesLeft === 0)
      throw new DeskRefused({
        code: 'sheet-written-meanwhile',
        facts: { sheets: LEDGER_SHEETS.submissions },
      });
  }
}

/** Somebody else who writes at the same moment is through by then. */
const TRIES = 3;

/**
 * Whether all of a drop is in the ledger, and nobody locked one of its periods while it was
 * written.
 */
function isEntered(added: readonly Submission[], before: Desk, after: Desk): boolean {
  const there = new Set(after.ledger.map(submissionKey));
  return added.every(
    (one) =>
      there.has(submissionKey(one)) &&
      after.locked.has(one.period) === before.locked.has(one.period),
  );
}

/** An undecided cell of an accepted file, and how a person reads it. */
export interface Reading {
  /** Of the file's bytes. */
  hash: string;
  /** Which form of the file, where a workbook holds those of several agencies. */
  form?: Claim;
  found: Finding;
  choice: Choice;
  /** The warning as it was said, and who decides. */
  warning: string;
  who: string;
}

/**
 * Enters how a person reads an undecided cell: the figure counts from now on, what was typed stays
 * beside it, and the decision goes to the report's annex. A reading that makes a part larger than
 * its whole is refused.
 */
export async function chooseReading(
  port: WorkbookPort,
  reading: Reading,
): Promise<{ desk: Desk; undo: Undo }> {
  const before = await readDesk(port);
  const { hash, form } = reading;
  const isMeant = (one: Submission) =>
    one.hash === hash && (!form || (one.agency === form.agency && one.period === form.period));
  const { period } = before.ledger.find(isMeant) ?? {};
  if (period !== undefined && before.locked.has(period))
    throw new DeskRefused({
      code: 'period-is-locked',
      facts: { period: periodLabel(periodOf(period)) },
    });
  const ledger = before.ledger.map((one) =>
    isMeant(one) ? withReading(before.plan, one, reading) : one,
  );
  const [submissions, figures] = writeLedger(before.plan, ledger);
  const exact = await port.replaceSheets([figures, submissions], undefined, before.lastWrites);
  const desk = await readDesk(port);
  if (period !== undefined) await mustBeOpenStill(period, { before, after: desk }, exact);
  const deed = { before, after: desk, submissions: before.ledger.filter(isMeant) };
  return { desk, undo: takingBack(port, deed, exact) };
}

function withReading(
  plan: Plan,
  submission: Submission,
  { found, choice, warning, who }: Reading,
): Submission {
  const isAt = ({ sheet, cell }: Observation) => sheet === found.sheet && cell === found.cell;
  const at = submission.observations.find((one) => isAt(one) && one.state === 'undecided');
  if (!at) throw new DeskRefused({ code: 'reading-settled', facts: { cell: found.cell ?? '' } });
  const read: Observation =
    choice.kind === 'not-applicable'
      ? { ...at, value: 0, state: 'not-applicable' }
      : { ...at, value: choice.value, state: 'ok' };
  const observations = submission.observations.map((one) => {
    if (one === at) return read;
    const isState =
      one.of === 'task' &&
      one.code === at.code &&
      one.measure === 'status' &&
      one.state === 'undecided';
    return isState && at.measure === 'date' ? { ...one, state: 'ok' as const } : one;
  });
  const indicator = at.of === 'indicator' ? findIndicator(plan, at.code) : undefined;
  const part = (measure: string) =>
    observations.find((one) => one.code === at.code && one.measure === measure)?.value;
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  if (
    indicator &&
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    measureOf(indicator).exceedsWhole(numerator, denominator)
  )
    throw new DeskRefused({ code: 'reading-too-large', facts: { numerator, denominator } });
  const text = `Đã chọn cách hiểu “${typedChoice(choice)}” (trong tệp ghi “${at.raw}”). ${warning}`;
  const { sheet, cell, label, code } = found;
  const explanation = {
    sheet: sheet ?? '',
    cell: cell ?? '',
    label: label ?? at.code,
    code,
    text,
    who,
  };
  return { ...submission, observations, explanations: [...submission.explanations, explanation] };
}

/** A period consolidated into the workbook, and the signed totals that are others now. */
export interface Consolidated extends PeriodReport {
  desk: Desk;
  restated: Restated[];
  /** Every cell of the locked tables that is another one now. */
  restatedCells: RestatedCell[];
  undo: Undo;
}

/**
 * Consolidates a period of the workbook as it stands and writes its tables into it; who did it and
 * when stands beside.
 */
export async function consolidateInto(
  port: WorkbookPort,
  period: Period,
  options: ConsolidationOptions,
  actor: Actor,
  progress: Progress,
): Promise<Consolidated> {
  const { desk: now, standing, ...report } = await standingReport(port, period, options);
  const { accepted, expected } = report.result;
  const kind = options.acceptIncomplete ? 'closed' : 'consolidated';
  const act: PeriodAct = {
    period: period.id,
    kind,
    ...actor,
    note: `${accepted}/${expected} đơn vị`,
  };
  const last = now.acts.at(-1);
  // Written already: the answer to the write before was lost.
  const isKept = last?.period === period.id && last.kind === kind && last.at === actor.at;
  const acts = isKept ? now.acts : [...now.acts, act];
  const restated = restatements(now.plan, now.ledger, now.signed, now.locked);
  const restatedCells = await restatedTables(port, now);
  const isTold =
    restated.length + restatedCells.length > 0 ||
    findSheet(standing, RESTATEMENT_SHEET) !== undefined;
  const corrections = isTold ? [writeRestatements(now.plan, restated, restatedCells)] : [];
  const control = report.control({ tables: standing.sheets, acts: now.acts });
  const names = standing.allNames ?? [];
  const own = [...report.sheets, control, ...corrections, writePeriodActs(acts)];
  const sheets = [...own, indexAfter(now.plan, names, own, acts)];
  const hides = hiddenByTables(now.plan, period.id, names);
  const exact = await port.replaceSheets(sheets, progress, now.lastWrites, hides);
  const desk = { ...now, acts, locked: lockedPeriods(now.plan, acts) };
  const undo = takingBack(port, { before: now, after: desk, acts: isKept ? [] : [act] }, exact);
  return { ...report, desk, restated, restatedCells, undo };
}

/** The name of the sheet that shows a received form beside the findings. */
export const VIEW_SHEET = 'Xem bản nộp';

/**
 * Shows a cell of a received file: its sheet is copied, values only, at the same addresses; the
 * file is never touched.
 */
export async function showReceived(
  port: WorkbookPort,
  file: Pick<CheckedFile, 'file'>,
  bytes: Uint8Array,
  read: WorkbookReader,
  place: { sheet: string; cell: string },
): Promise<void> {
  const opened = await read(bytes);
  const source = opened.ok
    ? opened.value.workbook.sheets.find((sheet) => sheet.name === place.sheet)
    : undefined;
  if (!opened.ok || !source) throw new Error(`${file.file}: ${place.sheet}`);
  const view = new Sheet(VIEW_SHEET);
  for (const [row, cells] of source.rows) {
    for (const [column, cell] of cells)
      view.put(row, column, valueBy1900(cell, opened.value.workbook.date1904), cell.style);
  }
  view.merges.push(...source.merges);
  for (const [column, width] of source.columnWidths) view.columnWidths.set(column, width);
  for (const [row, height] of source.rowHeights) view.rowHeights.set(row, height);
  await port.showSheet(view);
  await port.goTo(VIEW_SHEET, place.cell);
}

/** One form for all of a period. */
export async function packCommonForm(
  desk: Desk,
  period: Period,
  write: WorkbookWriter,
): Promise<{ name: string; bytes: Uint8Array; count: number }> {
  const common = issueCommonForm(desk.plan, period.id);
  if (!common.ok) throw new DeskRefused(common.refusal);
  return { name: common.value.fileName, bytes: await write(common.value.make()), count: 1 };
}

/**
 * The form of one agency, opened as a workbook of its own: where a host does not let files be
 * downloaded.
 */
export async function openIssuedForm(
  port: WorkbookPort,
  desk: Desk,
  period: Period,
  agency: string,
  write: WorkbookWriter,
): Promise<void> {
  const issued = issueTemplates(desk.plan, period.id, [agency], desk.ledger);
  if (!issued.ok) throw new DeskRefused(issued.refusal);
  await port.openWorkbook(await write(issued.value[0].make()));
}

/** A marked copy of a received file for its sender. */
export async function markedCopy(
  file: CheckedFile,
  bytes: Uint8Array,
  read: WorkbookReader,
  write: WorkbookWriter,
  sentence: (finding: Finding) => string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const opened = await read(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const name = file.file
    .split('/')
    .pop()!
    .replace(/\.[^.]*$/, '');
  return {
    name: `${name}_danh-dau.xlsx`,
    bytes: await write(annotated(opened.value.workbook, file, sentence)),
  };
}
