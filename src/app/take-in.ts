import { civilDateOf, daysBetween, type CivilDate } from '../text/date';
import { periodOf, type Period } from '../domain/period/period';
import { refuseOtherPeriods } from './consolidate-period';
import { dueDateOf, type Plan } from '../domain/plan/plan';
import { finding } from '../domain/rules/finding';
import type { CheckedFile, Submission } from '../domain/submission/submission';
import { checkFile, verdictOf, type CheckOptions } from './check-file';
import { Cancelled, type Progress, type ReceivedFile, type WorkbookReader } from './ports';

export interface TakeInOptions extends CheckOptions {
  /** The day the consolidator states for this drop; null: each file's own time is used and said so. */
  received: CivilDate | null;
  /** The period being consolidated: forms of later or longer periods do not enter; null takes every form of the schedule. */
  upTo: Period | null;
  /** Stored with every submission of this drop. */
  run: string;
}

export interface TakenIn {
  files: CheckedFile[];
  /** The ledger with what this drop adds; what was accepted before is all still there. */
  ledger: Submission[];
  /** Only what is new or changed, for adapters that append. */
  added: Submission[];
}

interface Arrived {
  file: CheckedFile;
  modified: Date | null;
}

/** Takes in a drop of files: checks each, finds who sent it, numbers its version, and enters it in the ledger. */
export async function takeIn(
  plan: Plan,
  ledger: readonly Submission[],
  received: readonly ReceivedFile[],
  read: WorkbookReader,
  options: TakeInOptions,
  progress: Progress,
): Promise<TakenIn> {
  const arrived: Arrived[] = [];
  for (const [index, source] of received.entries()) {
    if (progress.cancelled) throw new Cancelled();
    progress.step(index, received.length, source.path);
    const checked = checkFile(plan, source.path, await source.bytes(), read, options);
    const file = options.upTo ? refuseOtherPeriods(plan, options.upTo, checked) : checked;
    arrived.push({ file: stated(plan, file, source.modified, options.received), modified: source.modified });
  }
  progress.step(received.length, received.length, '');
  return enter(ledger, arrived, options.run);
}

/** When it came and how late that is; unknown stays unknown. */
function stated(plan: Plan, file: CheckedFile, modified: Date | null, day: CivilDate | null): CheckedFile {
  const received = day ?? (modified ? civilDateOf(modified) : null);
  if (!received || !file.period || file.verdict === 'unreadable') return { ...file, received };
  const due = dueDateOf(plan, periodOf(file.period));
  const late = Math.max(0, daysBetween(due, received));
  if (late === 0) return { ...file, received, late };
  const findings = [...file.findings, finding('late', 'warning', null, { days: late, due })];
  return { ...file, received, late, findings, verdict: verdictOf(findings) };
}

function enter(ledger: readonly Submission[], arrived: readonly Arrived[], run: string): TakenIn {
  const byHash = new Map(ledger.map((submission) => [submission.hash, submission]));
  const added: Submission[] = [];
  const files: CheckedFile[] = [];
  const groups = new Map<string, Arrived[]>();
  const firstPath = new Map<string, string>();
  for (const one of arrived) {
    const { file } = one;
    const twin = firstPath.get(file.hash);
    const isPlaced = file.agency !== null && file.period !== null && file.verdict !== 'unreadable' && placeable(file);
    if (twin !== undefined) {
      const findings = [...file.findings, finding('duplicate-file', 'warning', null, { other: twin })];
      files.push({
        ...file,
        findings,
        verdict: file.verdict === 'unreadable' ? 'unreadable' : verdictOf(findings),
        accepted: 'none',
      });
      continue;
    }
    firstPath.set(file.hash, file.file);
    if (!isPlaced) files.push({ ...file, accepted: 'none' });
    else {
      const key = `${file.agency} ${file.period}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  for (const group of groups.values()) {
    const known = group.filter(({ file }) => byHash.has(file.hash));
    for (const { file } of known) {
      const before = byHash.get(file.hash)!;
      const better = before.accepted === 'none' && file.accepted !== 'none';
      const current = { ...file, version: before.version, received: before.received, late: before.late };
      files.push(better ? current : { ...current, accepted: before.accepted });
      if (better) added.push(submissionOf(current, run));
    }
    const fresh = order(group.filter(({ file }) => !byHash.has(file.hash)));
    let version = lastVersion(ledger, group[0].file);
    for (const file of fresh) {
      const numbered = { ...file, version: ++version };
      files.push(numbered);
      added.push(submissionOf(numbered, run));
    }
  }
  const position = new Map(arrived.map(({ file }, index) => [file.file, index]));
  files.sort((a, b) => position.get(a.file)! - position.get(b.file)!);
  const replaced = new Set(added.map((submission) => submission.hash));
  return { files, added, ledger: [...ledger.filter((submission) => !replaced.has(submission.hash)), ...added] };
}

/** A file whose identity has an error is a row of the result but no submission of anybody. */
function placeable(file: CheckedFile): boolean {
  return !file.findings.some((one) => one.severity === 'error' && one.sheet === null && UNPLACED.has(one.code));
}

const UNPLACED = new Set(['other-period', 'unscheduled-period', 'agency-not-valid', 'other-agency', 'other-plan']);

function lastVersion(ledger: readonly Submission[], file: CheckedFile): number {
  const versions = ledger
    .filter((submission) => submission.agency === file.agency && submission.period === file.period)
    .map((submission) => submission.version);
  return Math.max(0, ...versions);
}

/** New files of one agency and period in the order they came; where only the file's own time tells, that is said; a tie is not decided. */
function order(group: readonly Arrived[]): CheckedFile[] {
  if (group.length < 2) return group.map(({ file }) => file);
  const time = (one: Arrived) => one.modified?.getTime() ?? 0;
  const sorted = [...group].sort((a, b) => time(a) - time(b) || (a.file.file < b.file.file ? -1 : 1));
  const last = sorted[sorted.length - 1];
  const isTie = sorted[0].modified === null || time(last) === time(sorted[sorted.length - 2]);
  return sorted.map(({ file }) => {
    const found = isTie
      ? finding('versions-undecided', 'warning', null, { count: group.length })
      : finding('version-by-file-time', 'warning', null, { count: group.length, chosen: last.file.file });
    const findings = [...file.findings, found];
    const observations = isTie
      ? file.observations.map((one) => (one.state === 'withheld' ? one : { ...one, state: 'undecided' as const }))
      : file.observations;
    return { ...file, findings, observations, verdict: verdictOf(findings) };
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
  };
}
