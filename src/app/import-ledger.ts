import { writeSigned } from '../domain/consolidation/signed-figures';
import { decided, readDecisions, writeDecisions } from '../domain/ledger/decisions';
import { DECISION_SHEET } from '../domain/ledger/ledger-sheets';
import { InForce } from '../domain/ledger/in-force';
import {
  statMeasures,
  submissionId,
  writeLedger,
  type LedgerRefusalCode,
} from '../domain/ledger/ledger-tables';
import { lockedPeriods, writePeriodActs } from '../domain/ledger/period-states';
import { periodLabel, periodOf } from '../domain/period/period';
import type { PathChoice } from '../domain/plan/plan';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { Decision, Grounds, Submission } from '../domain/submission/submission';
import { mustBeOpenStill } from './acts/locked-meanwhile';
import { takingBack } from './acts/taking-back';
import { takingBackPaths } from './acts/undo-plan-act';
import { addPaths } from './add-paths';
import { readDesk, readDeskAnd, type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import { enterInLedger } from './enter-in-ledger';
import { inTurn } from './in-turn';
import {
  remark,
  type ImportSource,
  type Offered,
  type Place,
  type ReadSource,
  type RowRemark,
} from './import-source';
import { mergeKnown, type Merged } from './merge-desks';
import { mergePaths } from './merge-paths';
import { lockedFor, mergePeriods, type MergedPeriods } from './merge-periods';
import { isLedgerCopy, readLedgerCopy } from './ledger-copy';
import { OPENING_HEADINGS, readOpeningTable } from './opening-table';
import type { Workbook } from '../workbook/workbook';
import type { Progress, Undo, WorkbookPort } from './ports';
import type { UseCaseRefusalCode } from './refusals';

/** What a file would bring into the ledger, before anything is written. */
export interface ImportPreview {
  /** A ledger enters as it is; the rows of a hand-made table enter in somebody's name. */
  kind: 'ledger' | 'table';
  /** With the versions they get here. */
  enters: Submission[];
  /** New versions of what counts already: each waits for a person. */
  waits: Submission[];
  /** There already, by their hash. */
  known: Submission[];
  /** Older versions of what waits: the other ledger itself counts them no more. */
  superseded: Submission[];
  refused: RowRemark[];
  remarks: RowRemark[];
  /** What was decided about those that enter, under their versions here. */
  decisions: Decision[];
  /** Those that are there already, with what was decided about them in the other ledger only. */
  merged: Merged['changes'];
  /** How periods stand there, as far as it is taken. */
  periods: Pick<MergedPeriods, 'taken' | 'acts' | 'signed' | 'tables'>;
  /** By which path figures count there, as far as it is taken. */
  paths: PathChoice[];
}

/** Whose act an entry is, and when; the grounds are asked for of a hand-made table only. */
export interface Entry {
  at: string;
  grounds: Grounds;
}

const NOBODY: Entry = { at: '', grounds: { reason: '', document: '', who: '' } };

/**
 * What *Nhập sổ* would do with a file: another copy of the workbook, a ledger of the command line,
 * last year's workbook, or a hand-made table. What is there by its hash is not doubled; what an
 * agency's figures in force would give way to waits as a form sent again does; a locked period
 * takes in nothing; every row that cannot enter is named.
 */
export function previewImport(
  desk: Desk,
  source: ImportSource,
  entry: Entry = NOBODY,
): Result<ImportPreview, Refusal<UseCaseRefusalCode | LedgerRefusalCode>> {
  if (isLedgerCopy(source.workbook)) {
    const copy = readLedgerCopy(source.workbook, desk.plan);
    return copy.ok
      ? accept({ kind: 'ledger', ...placed(desk, copy.value, source.workbook, entry.at) })
      : copy;
  }
  const table = readOpeningTable(source, desk.plan, entry);
  if (!table) return refuse('import-nothing-found', { headings: OPENING_HEADINGS });
  return accept({ kind: 'table', ...placed(desk, table, source.workbook, entry.at) });
}

function placed(
  standing: Desk,
  source: ReadSource,
  workbook: Workbook,
  run: string,
): Omit<ImportPreview, 'kind'> {
  const desk = { ...standing, locked: lockedFor(standing, source.acts) };
  const placing = new Placing(desk, source, run);
  for (const group of grouped(source.offered).values()) placing.place(group);
  const { plan } = placing;
  const ledger = decided(mergedLedger(desk.ledger, plan), [...desk.decisions, ...plan.decisions]);
  const theirs = source.offered.map(({ submission }) => submission);
  const periods = mergePeriods(desk, ledger, { workbook, acts: source.acts, ledger: theirs });
  const paths = mergePaths(standing, source.paths);
  plan.remarks.push(...periods.remarks, ...paths.remarks);
  plan.refused.push(...paths.refused);
  return { ...plan, periods, paths: paths.taken };
}

/** What is offered, by the agency and period it is of. */
function grouped(offered: readonly Offered[]): Map<string, Offered[]> {
  const groups = new Map<string, Offered[]>();
  for (const one of offered) {
    const key = keyOf(one.submission);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** Puts what is offered where it belongs beside what is there. */
class Placing {
  readonly plan: Omit<ImportPreview, 'kind'>;
  private readonly known: Set<string>;
  private readonly inForce: InForce;
  /** The last version of an agency and period, and those that files of one submission share. */
  private readonly versions = new Map<string, number>();
  private readonly together = new Map<string, number>();

  constructor(
    private readonly desk: Desk,
    { offered, decisions, refused, remarks }: ReadSource,
    private readonly run: string,
  ) {
    this.isTheirBase = ({ agency, period }) => {
      const theirs = offered.filter(
        ({ submission: one }) => one.agency === agency && one.period === period,
      );
      return isBaseOf(desk.ledger, agency, period, theirs);
    };
    const both = mergeKnown(desk, offered, decisions, this.isTheirBase);
    this.plan = {
      enters: [],
      waits: [],
      known: [],
      superseded: [],
      refused: [...refused, ...both.refused],
      remarks: [...remarks, ...both.remarks],
      decisions: [...both.decisions],
      merged: both.changes,
      periods: { taken: [], acts: [], signed: [], tables: [] },
      paths: [],
    };
    this.known = new Set(desk.ledger.map(sourceOf));
    this.inForce = new InForce(desk.ledger);
    for (const one of desk.ledger)
      this.versions.set(keyOf(one), Math.max(one.version, this.versions.get(keyOf(one)) ?? 0));
  }

  /** Whether what stands here is what they began with. */
  private readonly isTheirBase: (submission: Submission) => boolean;

  /** The offered of one agency and period. */
  place(group: readonly Offered[]): void {
    const { plan, desk } = this;
    const [{ submission: first }] = group;
    const counts = this.inForce.of(first.agency, first.period) !== undefined;
    const standing = standingOf(group.map(({ submission }) => submission));
    const isNewer = this.isTheirBase(first);
    for (const { submission, place } of group) {
      const facts = { period: periodLabel(periodOf(submission.period)) };
      if (this.known.has(sourceOf(submission))) plan.known.push(submission);
      else if (desk.locked.has(submission.period))
        plan.refused.push(remark(place, 'period-is-locked', facts));
      else if (counts && !standing.has(submission)) plan.superseded.push(submission);
      else this.enter(submission, place, counts, isNewer);
    }
  }

  private enter(submission: Submission, place: Place, counts: boolean, isNewer: boolean): void {
    const { plan } = this;
    this.known.add(sourceOf(submission));
    const { decision, entered, ...rest } = submission;
    const own = { ...rest, version: this.versionOf(submission), run: this.run };
    // Decided over there in sight of all that counts here.
    const isTaken = isNewer && (decision?.kind === 'accepted' || own.origin === 'adjustment');
    if (counts && isTaken && own.accepted !== 'none') {
      const facts = {
        submission: submissionId(own),
        what: 'version',
        there: decidedBy(submission),
      };
      plan.remarks.push(remark(place, 'import-taken', facts));
    }
    if (counts && !isTaken)
      plan.waits.push({ ...own, accepted: 'none', awaits: own.awaits ?? acceptedAs(own) });
    else if (!decision) plan.enters.push(own);
    else {
      const renumbered = { ...decision, submission: submissionId(own), hash: own.hash };
      plan.enters.push({ ...own, decision: renumbered, ...(entered ? { entered } : {}) });
      plan.decisions.push(renumbered);
    }
  }

  /** The next of its agency and period; the files of one submission stay one. */
  private versionOf(submission: Submission): number {
    const key = keyOf(submission);
    const same = `${key} ${submission.version}`;
    const shared = submission.part === undefined ? undefined : this.together.get(same);
    const version = shared ?? (this.versions.get(key) ?? 0) + 1;
    this.together.set(same, version);
    this.versions.set(key, version);
    return version;
  }
}

function decidedBy({ decision, grounds }: Submission): string {
  return decision?.who ?? grounds?.who ?? '';
}

function mergedLedger(
  ledger: readonly Submission[],
  { merged, enters, waits }: Pick<ImportPreview, 'merged' | 'enters' | 'waits'>,
): Submission[] {
  const changed = new Map(merged.map((one) => [one.before, one.after]));
  return [...ledger.map((one) => changed.get(one) ?? one), ...enters, ...waits];
}

/**
 * Whether the other ledger has everything of an agency and period that counts here: what it decided
 * after is the newer.
 */
function isBaseOf(
  ledger: readonly Submission[],
  agency: string,
  period: string,
  group: readonly Offered[],
): boolean {
  const there = new Set(group.map(({ submission }) => sourceOf(submission)));
  return ledger.every(
    (one) =>
      one.agency !== agency ||
      one.period !== period ||
      one.accepted === 'none' ||
      there.has(sourceOf(one)),
  );
}

/** One file may hold the forms of several agencies and periods. */
function sourceOf({ hash, agency, period }: Submission): string {
  return `${hash} ${agency} ${period}`;
}

function keyOf({ agency, period }: Submission): string {
  return `${agency} ${period}`;
}

function acceptedAs({ accepted }: Submission): 'all' | 'partial' {
  return accepted === 'partial' ? 'partial' : 'all';
}

/**
 * Of the versions of one agency and period: the one that counts there, what was adjusted after it,
 * and what waits.
 */
function standingOf(group: readonly Submission[]): Set<Submission> {
  const base = group.findLast(
    ({ accepted, origin }) => accepted !== 'none' && origin !== 'adjustment',
  );
  const whole = group.findLast(
    ({ accepted, origin, part }) =>
      accepted !== 'none' && origin !== 'adjustment' && part === undefined,
  );
  const isOver = (one: Submission) =>
    one.origin === 'adjustment' && one.accepted !== 'none' && one.version > (base?.version ?? 0);
  const isPart = (one: Submission) =>
    one.part !== undefined && one.accepted !== 'none' && one.version >= (whole?.version ?? 0);
  return new Set(group.filter((one) => one === base || isPart(one) || one.awaits || isOver(one)));
}

/** What was entered; `undo` is null when there was nothing to enter. */
export interface Imported {
  desk: Desk;
  preview: ImportPreview;
  undo: Undo | null;
}

/**
 * Enters in the ledger what {@link previewImport} says of the file as the workbook stands now; a
 * second time it enters nothing.
 */
export async function importLedger(
  port: WorkbookPort,
  source: ImportSource,
  entry: Entry,
  progress?: Progress,
): Promise<Imported> {
  const before = await readDesk(port);
  const read = previewImport(before, source, entry);
  if (!read.ok) throw new DeskRefused(read.refusal);
  const preview = read.value;
  const { reason, who } = entry.grounds;
  if (preview.kind === 'table' && (reason.trim() === '' || who.trim() === ''))
    throw new DeskRefused({ code: 'reason-missing', facts: {} });
  const added = [...preview.enters, ...preview.waits];
  const { taken } = preview.periods;
  const entered = added.length + preview.merged.length + preview.decisions.length + taken.length;
  const { paths } = preview;
  if (entered + paths.length === 0) return { desk: before, preview, undo: null };
  const undos: { ledger?: Undo; paths?: Undo } = {};
  const takeBack = await inTurn([
    ...(entered > 0
      ? [async () => (undos.ledger = await enter(port, before, added, preview, progress))]
      : []),
    ...(paths.length > 0
      ? [async () => (undos.paths = await addPaths(port, await readDeskAnd(port, []), paths))]
      : []),
  ]);
  const desk = await readDesk(port);
  const submissions = [...added, ...preview.merged.map((one) => one.before)];
  // A period that came in locked, by itself or with a longer one, was locked with these figures.
  const came = lockedPeriods(before.plan, preview.periods.acts);
  for (const period of new Set(submissions.map((one) => one.period)))
    if (!came.has(period)) await mustBeOpenStill(port, period, { before, after: desk }, takeBack);
  const acts = taken.length > 0 ? { acts: taken } : {};
  const deed = { before, after: desk, submissions, decisions: preview.decisions, ...acts };
  const undo = async () => {
    if (undos.paths) await takingBackPaths(port, paths, undos.paths)();
    if (undos.ledger) await takingBack(port, deed, undos.ledger)();
  };
  return { desk, preview, undo };
}

/**
 * One write. Decisions stand on a sheet of their own, and one without its submission would be said
 * of the next that gets its number: with any of them the three sheets are put at once.
 */
async function enter(
  port: WorkbookPort,
  before: Desk,
  added: readonly Submission[],
  preview: ImportPreview,
  progress?: Progress,
): Promise<Undo> {
  const { decisions, merged, periods } = preview;
  const ledger = mergedLedger(before.ledger, preview);
  if (decisions.length + merged.length + periods.taken.length > 0) {
    const all = [...readDecisions(await port.readSheets([DECISION_SHEET])), ...decisions];
    const [submissions, figures, found] = writeLedger(before.plan, ledger);
    return port.replaceSheets(
      [
        found,
        figures,
        submissions,
        writeDecisions(all),
        ...periods.tables,
        ...(periods.signed.length > 0 ? [writeSigned([...before.signed, ...periods.signed])] : []),
        ...(periods.taken.length > 0 ? [writePeriodActs(periods.acts)] : []),
      ],
      progress,
      before.lastWrites,
    );
  }
  // Columns of statistics forms the plan no longer has would be added below others.
  const fits = statMeasures(before.plan, added).length === statMeasures(before.plan, []).length;
  return enterInLedger(
    port,
    { ...before, takesRows: before.takesRows && fits },
    { ledger, added },
    progress,
  );
}
