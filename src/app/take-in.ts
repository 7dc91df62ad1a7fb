import { civilDateOf, daysBetween, type CivilDate } from '../text/date';
import { periodLabel, periodOf, type Period, type PeriodId } from '../domain/period/period';
import { refuseOtherPeriods } from './consolidate-period';
import { dueDateOf, type Plan } from '../domain/plan/plan';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { finding } from '../domain/rules/finding';
import type { CheckedFile, Explanation, Submission } from '../domain/submission/submission';
import { matchKey } from '../text/normal-form';
import { History } from './history';
import { unreadFile, verdictOf, type CheckOptions } from './check-file';
import { Cancelled, type FileChecker, type Progress, type ReceivedFile } from './ports';

export interface TakeInOptions extends CheckOptions {
  /** The day the consolidator states for this drop; null: each file's own time is used and said so. */
  received: CivilDate | null;
  /** The period being consolidated: forms of periods that end later do not enter; null takes every form of the schedule. */
  upTo: Period | null;
  /** Stored with every submission of this drop. */
  run: string;
  /** Periods that are locked: nothing new enters them (defect 73). */
  locked?: ReadonlySet<PeriodId>;
  /** A new version of what counts already waits until a person has seen the difference; without, the latest counts at once. */
  asks?: boolean;
}

export interface TakenIn {
  files: CheckedFile[];
  /** The ledger with what this drop adds; what was accepted before is all still there. */
  ledger: Submission[];
  /** Only what is new or changed, for adapters that append. */
  added: Submission[];
}

/** A file as it came, checked. */
export interface Arrived {
  file: CheckedFile;
  modified: Date | null;
}

/** Takes in a drop of files: checks each, finds who sent it, numbers its version, and enters it in the ledger. */
export async function takeIn(
  plan: Plan,
  ledger: readonly Submission[],
  received: readonly ReceivedFile[],
  checker: FileChecker,
  options: TakeInOptions,
  progress: Progress,
): Promise<TakenIn> {
  const checked = await checkAll(plan, received, checker, options, progress);
  const arrived = markScansBeside(checked).map(({ file: one, modified }): Arrived => {
    const own = options.upTo ? refuseOtherPeriods(plan, options.upTo, one) : one;
    const file = refuseLocked(own, options.locked, ledger);
    const day = options.received ?? (modified ? civilDateOf(modified) : null);
    return { file: { ...file, received: day }, modified };
  });
  const taken = enter(plan, ledger, arrived, options);
  // Once all of a drop is in the ledger: the month before, and the peers, may be in the same drop.
  const history = new History(plan, inForceOf(plan, taken.ledger));
  const files = taken.files.map((file) => history.of(file));
  const byHash = new Map(files.filter(({ version }) => version > 0).map((file) => [file.hash, file]));
  const isAdded = new Set(taken.added);
  const anew = (one: Submission): Submission => (isAdded.has(one) ? submissionOf(byHash.get(one.hash)!, one.run) : one);
  return { files, added: taken.added.map(anew), ledger: taken.ledger.map(anew) };
}

/** A file that is new in a locked period; one the ledger has stands as it was taken in. */
export function refuseLocked(
  file: CheckedFile,
  locked: ReadonlySet<PeriodId> | undefined,
  ledger: readonly Submission[],
): CheckedFile {
  if (file.period === null || !locked?.has(file.period) || ledger.some(({ hash }) => hash === file.hash)) return file;
  const period = periodLabel(periodOf(file.period));
  const findings = [...file.findings, finding('period-locked', 'error', null, { period })];
  return { ...file, findings, verdict: verdictOf(findings), accepted: 'none' };
}

/** Every file checked, as many at once as the checker takes; in the order they were given. */
export async function checkAll(
  plan: Plan,
  received: readonly ReceivedFile[],
  checker: FileChecker,
  options: CheckOptions,
  progress: Progress,
): Promise<Arrived[]> {
  const checked: Arrived[] = [];
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < received.length) {
      if (progress.cancelled) throw new Cancelled();
      const index = next++;
      const file = await checkSource(plan, received[index], checker, options, progress);
      checked[index] = { file, modified: received[index].modified };
      progress.checked?.(file);
      progress.step(++done, received.length, received[index].path);
    }
  };
  progress.step(0, received.length, '');
  await Promise.all(Array.from({ length: Math.min(checker.lanes, received.length) }, lane));
  return checked;
}

/** A file that cannot be opened is a row of its own; the others go on. */
async function checkSource(
  plan: Plan,
  source: ReceivedFile,
  checker: FileChecker,
  options: CheckOptions,
  progress: Progress,
): Promise<CheckedFile> {
  if (source.size > checker.maxBytes) {
    const limit = `${checker.maxBytes >> 20} MB`;
    return unreadFile(source.path, '', finding('file-too-large', 'error', null, { limit }));
  }
  let bytes: Uint8Array;
  try {
    bytes = await source.bytes();
  } catch {
    return unreadFile(source.path, '', finding('file-unreachable', 'error', null, {}));
  }
  return checker.check(plan, source.path, bytes, options, () => progress.cancelled);
}

/** A scan of the same name beside a sheet that was read is the signed copy of it: nothing is missing, and it is said. */
function markScansBeside(files: readonly Arrived[]): Arrived[] {
  const sheets = new Map(
    files
      .filter(({ file }) => file.agency !== null)
      .map(({ file }): [string, string] => [bareName(file.file), file.file]),
  );
  return files.map((one) => {
    const { file } = one;
    const sheet = file.findings.some(({ code }) => code === 'file-scan') ? sheets.get(bareName(file.file)) : undefined;
    if (sheet === undefined) return one;
    return {
      ...one,
      file: { ...file, verdict: 'clean', findings: [finding('scan-beside', 'fixed', null, { sheet })] },
    };
  });
}

/** A path without its extension, in one spelling. */
function bareName(path: string): string {
  return matchKey(path.replace(/\.[^./]*$/, ''));
}

/** How late a placed file is, by the day it is said to have come; unknown stays unknown. */
function withLateness(plan: Plan, file: CheckedFile): CheckedFile {
  if (!file.received) return file;
  const due = dueDateOf(plan, periodOf(file.period!));
  const late = Math.max(0, daysBetween(due, file.received));
  if (late === 0) return { ...file, late };
  const findings = [...file.findings, finding('late', 'warning', null, { days: late, due })];
  return { ...file, late, findings, verdict: verdictOf(findings) };
}

function enter(
  plan: Plan,
  ledger: readonly Submission[],
  arrived: readonly Arrived[],
  { run, asks = false, locked }: Pick<TakeInOptions, 'run' | 'asks' | 'locked'>,
): TakenIn {
  const files = new Map<Arrived, CheckedFile>();
  const placed = new Map<string, string>();
  const groups = new Map<string, Arrived[]>();
  for (const one of arrived) {
    const { file } = one;
    const twin = placed.get(file.hash);
    if (!isPlaced(file)) files.set(one, { ...file, accepted: 'none' });
    else if (twin !== undefined) {
      const findings = [...file.findings, finding('duplicate-file', 'warning', null, { other: twin })];
      files.set(one, { ...file, findings, verdict: verdictOf(findings), accepted: 'none' });
    } else {
      placed.set(file.hash, file.file);
      const key = `${file.agency} ${file.period}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  const added: Submission[] = [];
  for (const group of groups.values()) {
    for (const [one, file, isNew] of enterGroup(plan, ledger, group, asks, locked)) {
      files.set(one, file);
      if (isNew) added.push(submissionOf(file, run));
    }
  }
  const replaced = new Set(added.map((submission) => submission.hash));
  return {
    files: arrived.map((one) => files.get(one)!),
    added,
    ledger: [...ledger.filter((submission) => !replaced.has(submission.hash)), ...added],
  };
}

/** The files of one agency and period in this drop: those the ledger knows as they stand there, new ones as new versions. */
function enterGroup(
  plan: Plan,
  ledger: readonly Submission[],
  group: readonly Arrived[],
  asks: boolean,
  locked: ReadonlySet<PeriodId> = new Set(),
): [Arrived, CheckedFile, boolean][] {
  const entered: [Arrived, CheckedFile, boolean][] = [];
  const own = ledger.filter((one) => one.agency === group[0].file.agency && one.period === group[0].file.period);
  const fresh: Arrived[] = [];
  const isLocked = locked.has(group[0].file.period!);
  for (const one of group) {
    const before = own.find((submission) => submission.hash === one.file.hash);
    // A file that was one of several nobody could order is chosen by being handed in alone.
    if (!before || (isUndecided(before) && group.length === 1 && !isLocked)) fresh.push(one);
    else entered.push([one, ...asKnown(plan, own, before, one.file, isLocked)]);
  }
  let version = Math.max(0, ...own.map((submission) => submission.version));
  const counts = asks && own.some(({ accepted }) => accepted !== 'none');
  for (const [one, file] of ordered(fresh)) {
    const placed = counts ? waiting(file) : file;
    entered.push([one, withLateness(plan, { ...placed, version: ++version }), true]);
  }
  return entered;
}

/** A new version of what counts already: it counts once somebody accepts it. */
function waiting(file: CheckedFile): CheckedFile {
  return file.accepted === 'none' ? file : { ...file, accepted: 'none', awaits: file.accepted };
}

/** A file handed in before: its version, day and acceptance stay, unless its sound part is now taken. */
function asKnown(
  plan: Plan,
  own: readonly Submission[],
  before: Submission,
  file: CheckedFile,
  isLocked: boolean,
): [CheckedFile, boolean] {
  const current = withLateness(plan, { ...file, version: before.version, received: before.received });
  if (isUndecided(before)) {
    const count = own.filter(isUndecided).length;
    const findings = [...current.findings, finding('versions-undecided', 'warning', null, { count })];
    const { observations } = before;
    return [{ ...current, findings, observations, verdict: verdictOf(findings), accepted: before.accepted }, false];
  }
  const { awaits, decision } = before;
  // What waits for a person, or was returned by one, does not count for being handed in once more; in a locked period nothing does.
  if (awaits || decision?.kind === 'returned' || (isLocked && before.accepted === 'none'))
    return [{ ...current, accepted: 'none', ...(awaits ? { awaits } : {}) }, false];
  if (before.accepted === 'none' && current.accepted !== 'none') return [current, true];
  const observations = before.accepted === 'none' ? current.observations : before.observations;
  return [{ ...current, observations, accepted: before.accepted }, false];
}

/** A submission that waits for a person: no figure of it is decided, withheld ones aside. */
function isUndecided({ observations, accepted }: Submission): boolean {
  const states = new Set(observations.map((one) => one.state));
  return accepted === 'none' && states.has('undecided') && !states.has('ok') && !states.has('not-applicable');
}

/** A file whose identity has an error is a row of the result but no submission of anybody. */
function isPlaced(file: CheckedFile): boolean {
  if (file.agency === null || file.period === null || file.verdict === 'unreadable') return false;
  return !file.findings.some((one) => UNPLACED.has(one.code));
}

const UNPLACED = new Set([
  'other-period',
  'unscheduled-period',
  'agency-not-valid',
  'other-agency',
  'other-plan',
  'period-locked',
]);

/**
 * New files of one agency and period in the order they came; where only the file's own time tells, that is said; where
 * nothing tells, none of them counts until a person hands in the right one alone.
 */
function ordered(group: readonly Arrived[]): [Arrived, CheckedFile][] {
  if (group.length < 2) return group.map((one) => [one, one.file]);
  const time = (one: Arrived) => one.modified?.getTime() ?? 0;
  const sorted = [...group].sort((a, b) => time(a) - time(b) || (a.file.file < b.file.file ? -1 : 1));
  const last = sorted[sorted.length - 1];
  const isTie = sorted[0].modified === null || time(last) === time(sorted[sorted.length - 2]);
  return sorted.map((one) => {
    const { file } = one;
    const found = isTie
      ? finding('versions-undecided', 'warning', null, { count: group.length })
      : finding('version-by-file-time', 'warning', null, { count: group.length, chosen: last.file.file });
    const findings = [...file.findings, found];
    const told = { ...file, findings, verdict: verdictOf(findings) };
    if (!isTie) return [one, told];
    const observations = file.observations.map((o) =>
      o.state === 'withheld' ? o : { ...o, state: 'undecided' as const },
    );
    return [one, { ...told, observations, accepted: 'none' }];
  });
}

function submissionOf(file: CheckedFile, run: string): Submission {
  const count = (severity: string) => file.findings.filter((one) => one.severity === severity).length;
  return {
    hash: file.hash,
    file: file.file,
    agency: file.agency!,
    period: file.period!,
    version: file.version,
    received: file.received,
    late: file.late,
    verdict: file.verdict,
    accepted: file.accepted,
    sample: file.sample,
    errors: count('error'),
    warnings: count('warning'),
    run,
    observations: file.observations,
    explanations: explanationsIn(file),
    ...(file.awaits ? { awaits: file.awaits } : {}),
  };
}

/** The reasons its sender gave for the warnings of a file. */
function explanationsIn({ findings }: CheckedFile): Explanation[] {
  return findings.flatMap(({ sheet, cell, label, code, reason }): Explanation[] =>
    reason === null ? [] : [{ sheet: sheet ?? '', cell: cell ?? '', label: label ?? '', code, ...reason }],
  );
}
