import { knownAt } from '../known/known';
import { civilDateOf, type CivilDate } from '../text/date';
import { periodLabel, periodOf, type Period, type PeriodId } from '../domain/period/period';
import { refuseOtherPeriods } from './consolidate-period';
import { comesWith, isScheduled, type Plan, knownAgency } from '../domain/plan/plan';
import { keptOf } from '../domain/ledger/kept-findings';
import { inForceOf } from '../domain/consolidation/figures-in-force';
import { finding, type Finding } from '../domain/finding/finding';
import type { CheckedFile, Explanation, Submission } from '../domain/submission/submission';
import { matchKey } from '../text/normal-form';
import { History } from './history';
import { joinParts, partOfAccepted, type PartsJoined } from './join-parts';
import { withReceipt } from './received-day';
import { isEdited, restored, sourceOf } from './settle-edits';
import { unreadFile, verdictOf, type CheckOptions } from './check-file';
import { Cancelled, type FileChecker, type Progress, type ReceivedFile } from './ports';

export interface TakeInOptions extends CheckOptions {
  /**
   * The day the consolidator states for this drop; null: nobody knows, a file's own time stands
   * there as a hint and nothing is late.
   */
  received: CivilDate | null;
  /** Of single agencies another day, by {@link receiptKey}; null: not known. */
  receivedOf?: ReadonlyMap<string, CivilDate | null>;
  /**
   * The period being consolidated: forms of periods that end later do not enter; null takes every
   * form of the schedule.
   */
  upTo: Period | null;
  /** Stored with every submission of this drop. */
  run: string;
  /** Periods that are locked: nothing new enters them (defect 73). */
  locked?: ReadonlySet<PeriodId>;
  /**
   * A new version of what counts already waits until a person has seen the difference; without, the
   * latest counts at once.
   */
  asks?: boolean;
}

export interface TakenIn {
  files: CheckedFile[];
  /** The file each of them came in: one workbook may hold the forms of several agencies. */
  sources: ReceivedFile[];
  /** The ledger with what this drop adds; what was accepted before is all still there. */
  ledger: Submission[];
  /** Only what is new or changed, for adapters that append. */
  added: Submission[];
}

/** A form as it came, checked. */
export interface Arrived {
  file: CheckedFile;
  source: ReceivedFile;
  /** No other form came in the same workbook. */
  isAlone: boolean;
  /** A person says when it came. */
  isDaySaid?: boolean;
}

/**
 * Takes in a drop of files: checks each, finds who sent it, numbers its version, and enters it in
 * the ledger.
 */
export async function takeIn(
  plan: Plan,
  ledger: readonly Submission[],
  received: readonly ReceivedFile[],
  checker: FileChecker,
  options: TakeInOptions,
  progress: Progress,
): Promise<TakenIn> {
  return enterChecked(
    plan,
    ledger,
    await checkAll(plan, received, checker, options, progress),
    options,
    progress,
  );
}

/** Enters what was checked: of a drop that took its time, in the ledger as it stands by then. */
export async function enterChecked(
  plan: Plan,
  ledger: readonly Submission[],
  checked: readonly Arrived[],
  options: TakeInOptions,
  progress: Progress,
): Promise<TakenIn> {
  const asked = options.period ?? options.upTo;
  const arrived = markScansBeside(checked).map(({ file: one, source, isAlone }): Arrived => {
    const own = options.upTo ? refuseOtherPeriods(plan, options.upTo, one) : one;
    const known = asStatedBefore(plan, own, ledger);
    const waits = options.stated ? own : waitForPeriod(plan, known, asked, ledger);
    // Which of the forms of one workbook a person speaks of could not be told.
    const first = isAlone ? waits : { ...waits, claims: known.claims };
    const file = refuseLocked(first, options.locked, ledger);
    const { modified } = source;
    const said = options.receivedOf?.get(receiptKey(file));
    const day = said === undefined ? options.received : said;
    // A file's own time is a hint, and nothing is late by it; where a person is there to say the
    // day, it is not taken for one.
    const hint = modified && !options.asks && said === undefined ? civilDateOf(modified) : null;
    return { file: { ...file, received: day ?? hint }, source, isAlone, isDaySaid: day !== null };
  });
  // A thousand files are a long time for a pane that is looked at.
  await progress.breathe?.();
  const taken = enter(plan, ledger, arrived, options);
  await progress.breathe?.();
  // Once all of a drop is in the ledger: the month before, and the peers, may be in the same drop.
  const history = new History(plan, inForceOf(plan, taken.ledger));
  const files: CheckedFile[] = [];
  for (const [index, file] of taken.files.entries()) {
    if (index % FILES_A_BREATH === 0) await progress.breathe?.();
    files.push(history.of(file));
  }
  await progress.breathe?.();
  const placed = new Map(
    files.filter(({ version }) => version > 0).map((file) => [keyOf(file), file]),
  );
  const isAdded = new Set(taken.added);
  const anew = (one: Submission): Submission => {
    // What a file of this drop completes may itself have come before.
    const file = isAdded.has(one) ? placed.get(keyOf(one)) : undefined;
    return file ? submissionOf(file, one.run) : one;
  };
  const sources = arrived.map(({ source }) => source);
  const back = restoredBy(arrived, taken.ledger);
  const settled = (one: Submission): Submission => back.get(one) ?? anew(one);
  return {
    files,
    sources,
    added: [...taken.added.map(anew), ...back.values()],
    ledger: taken.ledger.map(settled),
  };
}

/** So many looked at between two looks of the person at the pane. */
const FILES_A_BREATH = 16;

/** Of whom and for when a day is said. */
export function receiptKey({ agency, period }: Pick<CheckedFile, 'agency' | 'period'>): string {
  return `${period} ${agency}`;
}

/** One form of one file: a workbook may hold those of several agencies. */
function keyOf({ hash, agency, period }: Pick<CheckedFile, 'hash' | 'agency' | 'period'>): string {
  return `${hash} ${agency} ${period}`;
}

/**
 * A file of which a person said before whose and of when it is: so it stands in the ledger, and so
 * it stays.
 */
export function asStatedBefore(
  plan: Plan,
  file: CheckedFile,
  ledger: readonly Submission[],
): CheckedFile {
  const known =
    file.claims &&
    ledger.find((one) => file.claims!.some((claim) => keyOf({ ...file, ...claim }) === keyOf(one)));
  const said = known?.explanations.find(({ code }) => code === 'identity-stated');
  if (!known || !said) return file;
  const { claims: _settled, ...rest } = file;
  const facts = {
    agency: knownAgency(plan, known.agency).name,
    period: periodLabel(periodOf(known.period)),
  };
  const stated: Finding = { ...finding('identity-stated', null, facts), reason: said };
  const { agency, period, verdict, accepted } = known;
  return { ...rest, agency, period, verdict, accepted, findings: [stated] };
}

/**
 * Another file of a period that is taken in already, handed in while another period is received:
 * most often last month's form with this month's figures. It waits for a person; a file the ledger
 * has, and the first one of a period, go the usual way.
 */
export function waitForPeriod(
  plan: Plan,
  file: CheckedFile,
  asked: Period | null,
  ledger: readonly Submission[],
): CheckedFile {
  if (!asked || file.agency === null || file.period === null || file.claims) return file;
  const own = periodOf(file.period);
  if (comesWith(plan, own, asked)) return file;
  const versions = ledger.filter((one) => one.agency === file.agency && one.period === file.period);
  const isTaken = versions.some(
    (one) => one.accepted !== 'none' && one.origin === undefined && !one.isBlank,
  );
  if (!isTaken || versions.some(({ hash }) => hash === file.hash)) return file;
  const facts = { found: periodLabel(own), expected: periodLabel(asked) };
  const others = file.findings.filter(({ code }) => code !== 'other-period');
  const findings = [...others, finding('accepted-period-again', null, facts)];
  const { agency } = file;
  const claims = [own, asked]
    .filter((one) => isScheduled(plan, one))
    .map(({ id }) => ({ agency, period: id }));
  return { ...file, findings, claims, verdict: verdictOf(findings), accepted: 'none' };
}

/**
 * Submissions somebody changed by hand in the ledger, as the very file they came from says them:
 * handing it in again settles them.
 */
function restoredBy(
  arrived: readonly Arrived[],
  ledger: readonly Submission[],
): Map<Submission, Submission> {
  const files = arrived.flatMap(({ file }) => {
    const { hash, agency, period, observations } = file;
    return agency === null || period === null ? [] : [{ hash, agency, period, observations }];
  });
  return new Map(
    ledger.filter(isEdited).flatMap((one): [Submission, Submission][] => {
      const source = sourceOf(one, files);
      return source ? [[one, restored(one, source)]] : [];
    }),
  );
}

/** A file that is new in a locked period; one the ledger has stands as it was taken in. */
export function refuseLocked(
  file: CheckedFile,
  locked: ReadonlySet<PeriodId> | undefined,
  ledger: readonly Submission[],
): CheckedFile {
  if (file.period === null || !locked?.has(file.period)) return file;
  if (ledger.some((one) => keyOf(one) === keyOf(file))) return file;
  const period = periodLabel(periodOf(file.period));
  const findings = [...file.findings, finding('period-locked', null, { period })];
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
  const checked: Arrived[][] = [];
  let next = 0;
  let done = 0;
  const lane = async () => {
    while (next < received.length) {
      if (progress.cancelled) throw new Cancelled();
      const index = next++;
      const file = await checkSource(plan, received[index], checker, options, progress);
      const { beside = [], ...first } = file;
      const forms = [first, ...beside];
      checked[index] = forms.map((one) => ({
        file: one,
        source: received[index],
        isAlone: forms.length === 1,
      }));
      for (const one of checked[index]) progress.checked?.(one.file);
      progress.step(++done, received.length, received[index].path);
    }
  };
  progress.step(0, received.length, '');
  await Promise.all(Array.from({ length: Math.min(checker.lanes, received.length) }, lane));
  return checked.flat();
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
    const limit = { most: checker.maxBytes >> 20, of: 'MB' } as const;
    return unreadFile(source.path, '', finding('file-too-large', null, limit));
  }
  let bytes: Uint8Array;
  try {
    bytes = await source.bytes();
  } catch {
    return unreadFile(source.path, '', finding('file-unreachable', null, {}));
  }
  return checker.check(plan, source.path, bytes, options, () => progress.cancelled);
}

/**
 * A scan of the same name beside a sheet that was read is the signed copy of it: nothing is
 * missing, and it is said.
 */
function markScansBeside(files: readonly Arrived[]): Arrived[] {
  const sheets = new Map(
    files
      .filter(({ file }) => file.agency !== null)
      .map(({ file }): [string, string] => [bareName(file.file), file.file]),
  );
  return files.map((one) => {
    const { file } = one;
    const sheet = file.findings.some(({ code }) => code === 'file-scan')
      ? sheets.get(bareName(file.file))
      : undefined;
    if (sheet === undefined) return one;
    return {
      ...one,
      file: {
        ...file,
        verdict: 'clean',
        findings: [finding('scan-beside', null, { sheet })],
      },
    };
  });
}

/** A path without its extension, in one spelling. */
function bareName(path: string): string {
  return matchKey(path.replace(/\.[^./]*$/, ''));
}

/** How late a placed file is, by the day a person says it came; unknown stays unknown. */
function withLateness(plan: Plan, file: CheckedFile, isDaySaid = false): CheckedFile {
  if (file.received === null || !isDaySaid) return file;
  const told = withReceipt(plan, file.period!, file, file.received);
  return { ...told, verdict: verdictOf(told.findings) };
}

function enter(
  plan: Plan,
  ledger: readonly Submission[],
  arrived: readonly Arrived[],
  options: TakeInOptions,
): TakenIn {
  const files = new Map<Arrived, CheckedFile>();
  const placed = new Map<string, string>();
  const groups = new Map<string, Arrived[]>();
  for (const one of arrived) {
    const { file } = one;
    const twin = placed.get(keyOf(file));
    if (!isPlaced(file)) files.set(one, { ...file, accepted: 'none' });
    else if (twin !== undefined) {
      const findings = [...file.findings, finding('duplicate-file', null, { other: twin })];
      files.set(one, { ...file, findings, verdict: verdictOf(findings), accepted: 'none' });
    } else {
      placed.set(keyOf(file), file.file);
      const key = `${file.agency} ${file.period}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  const added: Submission[] = [];
  for (const group of groups.values()) {
    const { entered, completed } = enterGroup(plan, ledger, group, options);
    for (const [one, file, isNew] of entered) {
      files.set(one, file);
      if (isNew) added.push(submissionOf(file, options.run));
    }
    added.push(...completed);
  }
  const replaced = new Set(added.map(keyOf));
  return {
    files: arrived.map((one) => knownAt(files, one)),
    sources: arrived.map(({ source }) => source),
    added,
    ledger: [...ledger.filter((submission) => !replaced.has(keyOf(submission))), ...added],
  };
}

/**
 * The files of one agency and period in this drop: those the ledger knows as they stand there, new
 * ones as new versions, files with different sheets as one; and what of the ledger they complete.
 */
function enterGroup(
  plan: Plan,
  ledger: readonly Submission[],
  group: readonly Arrived[],
  options: TakeInOptions,
): { entered: Entered[]; completed: Submission[] } {
  const { asks = false, locked = new Set(), partial } = options;
  const { agency, period } = group[0].file;
  const versions = ledger.filter((one) => one.agency === agency && one.period === period);
  const isLocked = locked.has(period!);
  const files = group.map(({ file }) => file);
  const joined = isLocked ? null : joinParts(plan, files, versions, partial);
  const next = Math.max(0, ...versions.map((submission) => submission.version)) + 1;
  const beside: Beside = {
    ...{ plan, versions, isLocked, joined, next, isAlone: group.length === 1 },
    together: joined?.version ?? next,
    counts: (before) =>
      asks &&
      versions.some(
        ({ accepted, isBlank, version }) => accepted !== 'none' && !isBlank && version < before,
      ),
  };
  const entered: Entered[] = [];
  const fresh: Arrived[] = [];
  for (const one of group) {
    const known = enterPart(one, beside) ?? enterKnown(one, beside);
    if (known) entered.push(known);
    else fresh.push(one);
  }
  entered.push(...enterFresh(fresh, periodOf(period!), beside, options));
  const isAsked = beside.counts(beside.together);
  const completed = (joined?.completed ?? []).map((one) => (isAsked ? waiting(one) : one));
  return { entered, completed };
}

/** A file with what it is in the ledger, and whether it enters it now. */
type Entered = [Arrived, CheckedFile, boolean];

/** What the files of one agency and period are entered beside. */
interface Beside {
  plan: Plan;
  /** What the ledger has of that agency and period. */
  versions: readonly Submission[];
  isLocked: boolean;
  /** One file is handed in, and no other. */
  isAlone: boolean;
  joined: PartsJoined | null;
  /** The version that files with different sheets are, as one. */
  together: number;
  /** The version of the next new submission. */
  next: number;
  /** Something below that version counts already, so that somebody is asked first. */
  counts(before: number): boolean;
}

/** A file that is part of a submission, or stays out of one that others are; null for others. */
function enterPart(one: Arrived, beside: Beside): Entered | null {
  const { plan, versions, joined, together } = beside;
  const apart = joined?.apart.get(one.file);
  if (apart) return [one, apart, false];
  const part = joined?.files.get(one.file);
  if (!part) return null;
  const now = beside.counts(together) ? waiting(part) : part;
  const before = sameFile(one, versions);
  if (before?.version === together) return [one, ...asKnown(plan, versions, before, now, false)];
  // What was a submission of its own keeps the day it came.
  const own = before ? { received: before.received } : {};
  const isDaySaid = before ? before.late !== null : one.isDaySaid;
  return [one, withLateness(plan, { ...now, ...own, version: together }, isDaySaid), true];
}

/** A file the ledger has already; null for a new one. */
function enterKnown(one: Arrived, { plan, versions, isLocked, isAlone }: Beside): Entered | null {
  const before = sameFile(one, versions);
  // A file that was one of several nobody could order is chosen by being handed in alone.
  if (!before || (isUndecided(before) && isAlone && !isLocked)) return null;
  return [one, ...asKnown(plan, versions, before, one.file, isLocked)];
}

function sameFile({ file }: Arrived, versions: readonly Submission[]): Submission | undefined {
  return versions.find(({ hash }) => hash === file.hash);
}

/** New files are the next versions, in their order; but what waits for its period enters later. */
function enterFresh(
  fresh: readonly Arrived[],
  of: Period,
  { plan, versions, joined, together, next, counts }: Beside,
  { partial, period, upTo, stated }: TakeInOptions,
): Entered[] {
  let version = joined && joined.files.size > 0 ? Math.max(next - 1, together) : next - 1;
  const taken: Submission[] = [...versions];
  const asked = period ?? upTo;
  const isBeside = asked !== null && !comesWith(plan, of, asked);
  return ordered(fresh).map(([one, file]): Entered => {
    // Of a period that is only received beside another, the first file is its form; what comes with
    // it may be of the other period.
    const own = isBeside ? untimed(file) : file;
    const again = isBeside && !stated ? waitForPeriod(plan, own, asked, taken) : own;
    if (again !== own) return [one, again, false];
    const short = stated ? null : partOfAccepted(plan, again, taken, partial);
    const now = short ?? (counts(next) ? waiting(again) : again);
    const placed = withLateness(plan, { ...now, version: ++version }, one.isDaySaid);
    taken.push(submissionOf(placed, ''));
    return [one, placed, true];
  });
}

/**
 * Files that are only looked at, with what those of one agency and period are together and beside
 * the ledger.
 */
export function asTogether(
  plan: Plan,
  files: readonly CheckedFile[],
  ledger: readonly Submission[],
): CheckedFile[] {
  const now = new Map<CheckedFile, CheckedFile>();
  const groups = new Map<string, CheckedFile[]>();
  for (const one of files.filter(isPlaced)) {
    const key = `${one.agency} ${one.period}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const [{ agency, period }] = group;
    const versions = ledger.filter((one) => one.agency === agency && one.period === period);
    const joined = joinParts(plan, group, versions, false);
    for (const [one, apart] of joined?.apart ?? []) now.set(one, apart);
    for (const [one, part] of joined?.files ?? []) now.set(one, part);
  }
  return files.map((one) => now.get(one) ?? one);
}

/**
 * Where the latest does not take the place of the one before, nothing was chosen by the files' own
 * times.
 */
function untimed(file: CheckedFile): CheckedFile {
  const findings = file.findings.filter(({ code }) => code !== 'version-by-file-time');
  return { ...file, findings, verdict: verdictOf(findings) };
}

/** A new version of what counts already: it counts once somebody accepts it. */
function waiting<One extends Pick<Submission, 'accepted' | 'awaits'>>(one: One): One {
  return one.accepted === 'none' ? one : { ...one, accepted: 'none', awaits: one.accepted };
}

/**
 * A file handed in before: its version, day and acceptance stay, unless its sound part is now
 * taken.
 */
function asKnown(
  plan: Plan,
  own: readonly Submission[],
  before: Submission,
  file: CheckedFile,
  isLocked: boolean,
): [CheckedFile, boolean] {
  const { version, received, late } = before;
  const current = withLateness(plan, { ...file, version, received }, late !== null);
  if (isUndecided(before)) {
    const count = own.filter(isUndecided).length;
    const findings = [...current.findings, finding('versions-undecided', null, { count })];
    const { observations } = before;
    return [
      {
        ...current,
        findings,
        observations,
        verdict: verdictOf(findings),
        accepted: before.accepted,
      },
      false,
    ];
  }
  const { awaits, decision } = before;
  // What waits for a person, or was returned by one, does not count for being handed in once more;
  // in a locked period nothing does.
  if (awaits || decision?.kind === 'returned' || (isLocked && before.accepted === 'none'))
    return [{ ...current, accepted: 'none', ...(awaits ? { awaits } : {}) }, false];
  if (before.accepted === 'none' && current.accepted !== 'none') return [current, true];
  const observations = before.accepted === 'none' ? current.observations : before.observations;
  return [{ ...current, observations, accepted: before.accepted }, false];
}

/** A submission that waits for a person: no figure of it is decided, withheld ones aside. */
function isUndecided({ observations, accepted }: Submission): boolean {
  const states = new Set(observations.map((one) => one.state));
  return (
    accepted === 'none' &&
    states.has('undecided') &&
    !states.has('ok') &&
    !states.has('not-applicable')
  );
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
  'other-period-in-head',
  'other-agency-in-head',
  'accepted-period-again',
  'other-plan',
  'period-locked',
  'part-twice',
  // Its agency has not reported: a blank form is no submission of anybody.
  'form-blank',
]);

/**
 * New files of one agency and period in the order they came; where only the file's own time tells,
 * that is said; where nothing tells, none of them counts until a person hands in the right one
 * alone.
 */
function ordered(group: readonly Arrived[]): [Arrived, CheckedFile][] {
  if (group.length < 2) return group.map((one) => [one, one.file]);
  const time = (one: Arrived) => one.source.modified?.getTime() ?? 0;
  const sorted = [...group].sort(
    (a, b) => time(a) - time(b) || (a.file.file < b.file.file ? -1 : 1),
  );
  const last = sorted[sorted.length - 1];
  const isTie =
    sorted[0].source.modified === null || time(last) === time(sorted[sorted.length - 2]);
  return sorted.map((one) => {
    const { file } = one;
    const found = isTie
      ? finding('versions-undecided', null, { count: group.length })
      : finding('version-by-file-time', null, {
          count: group.length,
          chosen: last.file.file,
        });
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
  const kept = keptOf(file.findings);
  const count = (severity: string) =>
    file.findings.filter((one) => one.severity === severity).length;
  return {
    hash: file.hash,
    file: file.file,
    agency: file.agency!,
    period: file.period!,
    version: file.version,
    ...(file.part === undefined ? {} : { part: file.part }),
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
    ...(kept.length > 0 ? { findings: kept } : {}),
    ...(file.awaits ? { awaits: file.awaits } : {}),
  };
}

/** The reasons its sender gave for the warnings of a file. */
function explanationsIn({ findings }: CheckedFile): Explanation[] {
  return findings.flatMap(({ sheet, cell, label, code, reason }): Explanation[] =>
    reason === null
      ? []
      : [{ sheet: sheet ?? '', cell: cell ?? '', label: label ?? '', code, ...reason }],
  );
}
