import { zipSync } from 'fflate';
import { LEDGER_SHEETS, readLedger, writeLedger } from '../domain/ledger/ledger-tables';
import { checkPlanTables, type PlanFinding } from '../domain/plan-check/check-plan';
import { coveringList, coveringListName } from '../domain/template/covering-list';
import type { Finding } from '../domain/rules/finding';
import { builtinPlan } from '../domain/plan/builtin';
import { PLAN_SHEETS, writePlan } from '../domain/plan/plan-tables';
import { hasPlan, readPlan, type PlanFaultCode } from '../domain/plan/read-plan';
import { findAgency, findIndicator, type Plan } from '../domain/plan/plan';
import { typedChoice, type Choice } from '../domain/repair/choices';
import type { Period, PeriodId } from '../domain/period/period';
import {
  lockedPeriods,
  PERIOD_SHEET,
  readPeriodActs,
  writePeriodActs,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { LedgerRefusalCode } from '../domain/ledger/ledger-tables';
import type { CheckedFile, Observation, Submission } from '../domain/submission/submission';
import type { ConsolidationOptions } from '../domain/consolidation/consolidation';
import type { CivilDate } from '../text/date';
import { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import { consolidatePeriod, type PeriodReport } from './consolidate-period';
import { annotated } from './annotate';
import { issueCommonForm, issueTemplates } from './issue-templates';
import { Cancelled } from './ports';
import type { FileChecker, Progress, ReceivedFile, Undo, WorkbookPort, WorkbookReader, WorkbookWriter } from './ports';
import type { UseCaseRefusalCode } from './refusals';
import { takeIn, type TakenIn } from './take-in';

/** The open workbook as the consolidator's desk: its plan and its ledger. */
export interface Desk {
  plan: Plan;
  ledger: Submission[];
  /** Submissions only half written last time; they do not count, and the next write clears them away. */
  interrupted: string[];
  /** The ledger's sheets stand as they are written, so that rows can be added below. */
  takesRows: boolean;
  /** Agencies of the ledger that the register no longer has: their figures count nowhere. */
  strangers: string[];
  /** Base periods that are locked. */
  locked: ReadonlySet<PeriodId>;
}

/** A use case found the workbook in a state it cannot work on. */
export class DeskRefused extends Error {
  constructor(readonly refusal: DeskRefusal) {
    super(refusal.code);
  }
}

/** The desk as the workbook stands now: people may have edited it since the pane last looked. */
async function desk(port: WorkbookPort): Promise<Desk> {
  const opened = await openDesk(port);
  if (!opened.ok) throw new DeskRefused(opened.refusal);
  return opened.value;
}

export type DeskRefusal = Refusal<PlanFaultCode | LedgerRefusalCode | UseCaseRefusalCode> & {
  /** Of a plan that cannot be read: everything that is wrong with it, each at its cell. */
  faults?: readonly PlanFinding[];
};

/** Reads plan and ledger from the open workbook. */
export async function openDesk(port: WorkbookPort): Promise<Result<Desk, DeskRefusal>> {
  const planSheets = Object.values(PLAN_SHEETS);
  const names = [...planSheets, ...Object.values(LEDGER_SHEETS), PERIOD_SHEET];
  const workbook = await port.readSheets(names, planSheets);
  const plan = planOf(workbook);
  if (!plan.ok) return plan;
  const ledger = readLedger(workbook, plan.value);
  if (!ledger.ok) return ledger;
  const { submissions, interrupted, takesRows } = ledger.value;
  const strangers = new Set(submissions.map((one) => one.agency).filter((code) => !findAgency(plan.value, code)));
  const locked = lockedPeriods(plan.value, readPeriodActs(workbook));
  return accept({
    plan: plan.value,
    ledger: submissions,
    interrupted,
    takesRows,
    strangers: [...strangers].sort(),
    locked,
  });
}

function planOf(workbook: Workbook): Result<Plan, DeskRefusal> {
  if (!hasPlan(workbook)) return refuse('no-plan-in-workbook');
  const read = readPlan(workbook);
  if (read.ok) return read;
  return { ok: false, refusal: { ...read.refusal, faults: checkPlanTables(workbook).found } };
}

/** Writes a built-in plan into the open workbook. */
export async function putPlan(port: WorkbookPort, id: string): Promise<Undo> {
  const plan = builtinPlan(id);
  if (!plan) throw new Error(`no built-in plan ${id}`);
  return port.replaceSheets(writePlan(plan));
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
  return { name: `bieu-mau-${period.id}.zip`, bytes: zipSync(files, { level: 0 }), count: issued.value.length };
}

export interface Received extends TakenIn {
  desk: Desk;
  undo: Undo | null;
}

/** Takes in a drop and enters it in the workbook's ledger: figures first, then the submissions that make them count. */
export async function receive(
  port: WorkbookPort,
  files: readonly ReceivedFile[],
  checker: FileChecker,
  drop: { period: Period; received: CivilDate | null; run: string; partial?: boolean },
  progress: { check: Progress; write: Progress },
): Promise<Received> {
  const before = await desk(port);
  const { received, run, period } = drop;
  const { partial = false } = drop;
  const options = { period, partial, received, upTo: null, run, locked: before.locked };
  const taken = await takeIn(before.plan, before.ledger, files, checker, options, progress.check);
  await progress.write.breathe?.();
  const after: Desk = { ...before, ledger: taken.ledger };
  if (taken.added.length === 0) return { ...taken, desk: after, undo: null };
  // Rows can only be added below a ledger that is there, is whole and of which nothing changes; else both sheets are put at once.
  const changes = before.ledger.length + taken.added.length !== taken.ledger.length;
  const rewrites = changes || !before.takesRows || before.ledger.length === 0 || before.interrupted.length > 0;
  const [submissions, figures] = writeLedger(before.plan, rewrites ? taken.ledger : taken.added);
  await progress.write.breathe?.();
  const undo = rewrites
    ? await port.replaceSheets([figures, submissions], progress.write)
    : await port.appendRows([figures, submissions], progress.write);
  return { ...taken, desk: { ...after, interrupted: [] }, undo };
}

/** An undecided cell of an accepted file, and how a person reads it. */
export interface Reading {
  /** Of the file's bytes. */
  hash: string;
  found: Finding;
  choice: Choice;
  /** The warning as it was said, and who decides. */
  warning: string;
  who: string;
}

/**
 * Enters how a person reads an undecided cell: the figure counts from now on, what was typed stays beside it, and the decision goes
 * to the report's annex. A reading that makes a part larger than its whole is refused.
 */
export async function chooseReading(port: WorkbookPort, reading: Reading): Promise<{ desk: Desk; undo: Undo }> {
  const before = await desk(port);
  const ledger = before.ledger.map((one) => (one.hash === reading.hash ? withReading(before.plan, one, reading) : one));
  const [submissions, figures] = writeLedger(before.plan, ledger);
  const undo = await port.replaceSheets([figures, submissions]);
  return { desk: await desk(port), undo };
}

function withReading(plan: Plan, submission: Submission, { found, choice, warning, who }: Reading): Submission {
  const isAt = ({ sheet, cell }: Observation) => sheet === found.sheet && cell === found.cell;
  const at = submission.observations.find((one) => isAt(one) && one.state === 'undecided');
  if (!at) throw new DeskRefused({ code: 'reading-settled', facts: { cell: found.cell ?? '' } });
  const read: Observation =
    choice.kind === 'not-applicable'
      ? { ...at, value: 0, state: 'not-applicable' }
      : { ...at, value: choice.value, state: 'ok' };
  const observations = submission.observations.map((one) => {
    if (one === at) return read;
    const isState = one.of === 'task' && one.code === at.code && one.measure === 'status' && one.state === 'undecided';
    return isState && at.measure === 'date' ? { ...one, state: 'ok' as const } : one;
  });
  const indicator = at.of === 'indicator' ? findIndicator(plan, at.code) : undefined;
  const part = (measure: string) => observations.find((one) => one.code === at.code && one.measure === measure)?.value;
  const [numerator, denominator] = [part('numerator'), part('denominator')];
  const isTooLarge = typeof numerator === 'number' && typeof denominator === 'number' && numerator > denominator;
  if (indicator?.partOfWhole && isTooLarge)
    throw new DeskRefused({ code: 'reading-too-large', facts: { numerator, denominator } });
  const text = `Đã chọn cách hiểu “${typedChoice(choice)}” (trong tệp ghi “${at.raw}”). ${warning}`;
  const { sheet, cell, label, code } = found;
  const explanation = { sheet: sheet ?? '', cell: cell ?? '', label: label ?? at.code, code, text, who };
  return { ...submission, observations, explanations: [...submission.explanations, explanation] };
}

/** Locks a period or opens it again; who and when stands in the workbook. Done twice it stands there once. */
export async function actOnPeriod(port: WorkbookPort, act: PeriodAct): Promise<{ desk: Desk; undo: Undo }> {
  const acts = readPeriodActs(await port.readSheets([PERIOD_SHEET]));
  const last = acts.findLast(({ period }) => period === act.period);
  const next = last?.kind === act.kind ? acts : [...acts, act];
  const undo = await port.replaceSheets([writePeriodActs(next)]);
  return { desk: await desk(port), undo };
}

/** Consolidates a period of the workbook as it stands and writes its tables into it. */
export async function consolidateInto(
  port: WorkbookPort,
  period: Period,
  options: ConsolidationOptions,
  progress: Progress,
): Promise<PeriodReport & { desk: Desk; undo: Undo }> {
  const now = await desk(port);
  const report = consolidatePeriod(now.plan, now.ledger, period, options);
  return { ...report, desk: now, undo: await port.replaceSheets(report.sheets, progress) };
}

/** The name of the sheet that shows a received form beside the findings. */
export const VIEW_SHEET = 'Xem bản nộp';

/** Shows a cell of a received file: its sheet is copied, values only, at the same addresses; the file is never touched. */
export async function showReceived(
  port: WorkbookPort,
  file: CheckedFile,
  bytes: Uint8Array,
  read: WorkbookReader,
  place: { sheet: string; cell: string },
): Promise<void> {
  const opened = await read(bytes);
  const source = opened.ok ? opened.value.workbook.sheets.find((sheet) => sheet.name === place.sheet) : undefined;
  if (!source) throw new Error(`${file.file}: ${place.sheet}`);
  const view = new Sheet(VIEW_SHEET);
  for (const [row, cells] of source.rows) {
    for (const [column, cell] of cells) view.put(row, column, cell.value, cell.style);
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

/** The form of one agency, opened as a workbook of its own: where a host does not let files be downloaded. */
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
  return { name: `${name}_danh-dau.xlsx`, bytes: await write(annotated(opened.value.workbook, file, sentence)) };
}
