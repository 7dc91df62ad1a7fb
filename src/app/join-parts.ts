import { theOne } from '../known/known';
import { OF_BLANK, pickFindings } from '../domain/rules/causes';
import { finding, type Finding } from '../domain/finding/finding';
import { type Plan, knownAgency } from '../domain/plan/plan';
import { periodOf } from '../domain/period/period';
import { partsAsked, partsHeld, type FormPart } from '../domain/reading/form-parts';
import type { CheckedFile, Submission, Verdict } from '../domain/submission/submission';
import { acceptance, verdictOf } from './check-file';

/** What the files of one agency and period are together. */
export interface PartsJoined {
  /** The submission they make; null where it is the next one. */
  version: number | null;
  /** Files that belong together, each as a part of the one submission. */
  files: Map<CheckedFile, CheckedFile>;
  /** Of the ledger: what the files complete, as it counts with them. */
  completed: Submission[];
  /** Files of which nobody can tell which one is meant: none of them enters. */
  apart: Map<CheckedFile, CheckedFile>;
}

/** A file of this drop, a submission of the ledger, or both where the file is handed in again. */
interface Member {
  name: string;
  holds: ReadonlySet<FormPart>;
  file?: CheckedFile;
  before?: Submission;
}

/**
 * An agency may send the sheets of one form in several files: the indicators in one, a statistics
 * form in another, on one day or on several. Files that hold different sheets are one submission,
 * each figure traced to its own file, and it counts as one: whole, or not at all while any of its
 * files has an error. Files that hold the same sheet are never put together: nobody told which one
 * is meant.
 * Null where there is nothing to put together.
 */
export function joinParts(
  plan: Plan,
  arrived: readonly CheckedFile[],
  versions: readonly Submission[],
  partial: boolean,
): PartsJoined | null {
  // Most agencies send one file, and nothing of theirs has come before.
  if (arrived.length + versions.length < 2) return null;
  const [{ agency, period }] = arrived;
  const asked = partsAsked(plan, knownAgency(plan, agency!), periodOf(period!));
  if (asked.size < 2) return null;
  const { members, version } = membersOf(arrived, versions);
  if (members.length < 2 || members.some(({ holds }) => holds.size >= asked.size)) return null;
  const isTwice = (one: Member, all: readonly Member[]) =>
    all.some((other) => other !== one && overlaps(one, other));
  if (!members.some((one) => isTwice(one, members)))
    return { ...together(asked, members, partial), version, apart: new Map() };
  const fresh = members.filter(({ before }) => !before);
  const overlapping = fresh.filter((one) => isTwice(one, fresh));
  // One sheet twice, beside a file that holds another: as versions of each other they would throw
  // that one out.
  const isBeside = members.some((one) =>
    members.some((other) => other !== one && !overlaps(one, other)),
  );
  if (!isBeside) return null;
  const apart = new Map<CheckedFile, CheckedFile>();
  for (const one of overlapping) {
    const other = theOne(overlapping, (candidate) => candidate !== one && overlaps(one, candidate));
    const forms = namesOf(
      asked,
      [...one.holds].filter((part) => other.holds.has(part)),
    );
    apart.set(one.file!, withMore(one.file!, 'part-twice', { forms, other: other.name }));
  }
  return { version, files: new Map(), completed: [], apart };
}

/**
 * The files that are new or handed in again, and what they may complete: the latest submission,
 * where nobody returned it. What a version of before this took for a submission of its own, for it
 * knew of no parts, belongs to them where it is handed in again and nothing newer holds the same.
 */
function membersOf(
  arrived: readonly CheckedFile[],
  versions: readonly Submission[],
): { members: Member[]; version: number | null } {
  const againOf = ({ hash }: Submission) => arrived.find((one) => one.hash === hash);
  const latest = Math.max(
    0,
    ...versions.filter(({ origin }) => origin === undefined).map((one) => one.version),
  );
  const fresh = arrived
    .filter(({ hash }) => !versions.some((one) => one.hash === hash))
    .map((file): Member => ({ name: file.file, holds: partsHeld(file.observations), file }));
  const known = versions
    .filter(
      (one) => one.version === latest && (mayBeCompleted(one) || (isOpen(one) && againOf(one))),
    )
    .map((before): Member => {
      const file = againOf(before);
      return {
        name: before.file,
        holds: partsHeld(before.observations),
        before,
        ...(file ? { file } : {}),
      };
    })
    // What counts nothing gives way to the file that holds it anew.
    .filter(
      (one) => one.before!.accepted !== 'none' || !fresh.some((other) => overlaps(one, other)),
    );
  const members = [...known, ...fresh].filter(({ holds }) => holds.size > 0);
  const alone = versions.filter(
    (one) => one.version < latest && isOpen(one) && one.part === undefined,
  );
  for (const before of alone.sort((a, b) => b.version - a.version)) {
    const file = againOf(before);
    const member = file && { name: file.file, holds: partsHeld(file.observations), file };
    if (member && member.holds.size > 0 && !members.some((other) => overlaps(member, other)))
      members.push(member);
  }
  return { members, version: members.some(({ before }) => before) ? latest : null };
}

function mayBeCompleted({
  origin,
  isBlank,
  edited,
  decision,
  errors,
  findings,
}: Submission): boolean {
  if (origin !== undefined || isBlank || edited || decision?.kind === 'returned') return false;
  // A ledger of before findings were kept does not say what was wrong.
  return errors === 0 || findings !== undefined;
}

/** Returned by the check alone: no person has said anything of it, and nothing of it counts. */
function isOpen({ origin, isBlank, edited, decision, accepted, awaits }: Submission): boolean {
  return accepted === 'none' && !awaits && !decision && origin === undefined && !isBlank && !edited;
}

function overlaps(one: Member, other: Member): boolean {
  return [...one.holds].some((part) => other.holds.has(part));
}

function findingsOf({ file, before }: Member): Finding[] {
  return file?.findings ?? before?.findings ?? [];
}

/** Members that hold different parts, as one submission. */
function together(
  asked: ReadonlyMap<FormPart, string>,
  members: readonly Member[],
  partial: boolean,
): Pick<PartsJoined, 'files' | 'completed'> {
  const names = new Map([...asked].map(([part, name]) => [name, part]));
  const parts = members
    .map(({ name, holds }) => `${namesOf(asked, holds)} – “${name.split('/').pop()}”`)
    .sort()
    .join('; ');
  const held = new Set(members.flatMap(({ holds }) => [...holds]));
  const known = members.flatMap(({ before }) => before?.part ?? (before ? 1 : []));
  let next = Math.max(0, ...known);
  const numbered = [...members].sort((a, b) => (a.name < b.name ? -1 : 1));
  const isWhole = [...asked.keys()].every((part) => held.has(part));
  const joined = numbered.map((member) => {
    const { before, holds } = member;
    const findings = withoutMissing(findingsOf(member), (found) => {
      // Of the files that came with it before.
      if (found.code === 'part-waits') return true;
      if (found.code === 'sheet-missing') return isHeld(names.get(found.facts.form), held, holds);
      return isWhole && OF_BLANK.has(found.code) && !isSheetOf(member, found.sheet);
    });
    return {
      ...member,
      findings,
      part: before ? (before.part ?? 1) : ++next,
      errors: errorsOf(member, findings),
    };
  });
  const faulty = joined.find(({ errors }) => errors > 0);
  const files = new Map<CheckedFile, CheckedFile>();
  const completed: Submission[] = [];
  for (const one of joined) {
    const { file, before, findings, part, errors } = one;
    const waits =
      faulty && errors === 0 && !partial
        ? [finding('part-waits', null, { other: faulty.name })]
        : [];
    const counts = before !== undefined && before.accepted !== 'none';
    if (file) {
      const all = [...findings, ...(counts ? [] : waits), finding('parts-joined', null, { parts })];
      const accepted = acceptance(all, file.observations, partial);
      files.set(file, { ...file, findings: all, verdict: verdictOf(all), accepted, part });
    }
    if (!before || (file && !counts)) continue;
    const accepted = counts || waits.length > 0 ? before.accepted : acceptedAs(one, partial);
    if (accepted !== before.accepted || part !== before.part)
      completed.push(asCompleted(before, { findings, errors, accepted, part }));
  }
  return { files, completed };
}

/** A submission of the ledger that files of this drop complete. */
function asCompleted(
  before: Submission,
  now: Pick<Submission, 'errors' | 'accepted'> & { findings: Finding[]; part: number },
): Submission {
  const { findings: _before, entered: _row, ...rest } = before;
  const { findings, errors, accepted, part } = now;
  const kept = findings.length > 0 ? { findings } : {};
  const verdict: Verdict = errors > 0 ? 'errors' : before.warnings > 0 ? 'warnings' : 'clean';
  return { ...rest, ...kept, verdict, errors, accepted, part };
}

function acceptedAs({ before, errors }: { before?: Submission; errors: number }, partial: boolean) {
  if (errors === 0) return 'all';
  const isSound = before!.observations.some(
    ({ state }) => state === 'ok' || state === 'not-applicable',
  );
  return partial && isSound ? 'partial' : 'none';
}

/** How many errors are left; of a submission the ledger may list fewer than there were. */
function errorsOf({ file, before }: Member, findings: readonly Finding[]): number {
  const count = (all: readonly Finding[]) =>
    all.filter(({ severity }) => severity === 'error').length;
  if (file) return count(findings);
  return before!.errors - (count(before!.findings ?? []) - count(findings));
}

function isHeld(
  part: FormPart | undefined,
  held: ReadonlySet<FormPart>,
  own: ReadonlySet<FormPart>,
): boolean {
  return part !== undefined && held.has(part) && !own.has(part);
}

function isSheetOf({ file, before }: Member, sheet: string | null): boolean {
  return (file ?? before!).observations.some((one) => one.sheet === sheet);
}

function withoutMissing(
  findings: readonly Finding[],
  isGone: (found: Finding) => boolean,
): Finding[] {
  return pickFindings(
    findings,
    [...findings.keys()].filter((index) => !isGone(findings[index])),
  );
}

/**
 * A file that lacks part of the form and would take the place of a submission in force that has it:
 * it waits until a person says so, and then takes the place of nothing but what it holds.
 */
export function partOfAccepted(
  plan: Plan,
  file: CheckedFile,
  versions: readonly Submission[],
  partial: boolean,
): CheckedFile | null {
  const counting = versions.filter(
    (one) => one.accepted !== 'none' && one.origin === undefined && !one.isBlank,
  );
  if (counting.length === 0) return null;
  const holds = partsHeld(file.observations);
  const counted = new Set(counting.flatMap(({ observations }) => [...partsHeld(observations)]));
  const isSplit = counting.some(({ part }) => part !== undefined);
  const asked = partsAsked(plan, knownAgency(plan, file.agency!), periodOf(file.period!));
  const names = new Map([...asked].map(([part, name]) => [name, part]));
  const isMissing = ({ code, facts }: Finding) =>
    code === 'sheet-missing' && counted.has(names.get((facts as { form: string }).form) ?? '');
  const lacks =
    file.findings.some(isMissing) || (isSplit && [...counted].some((part) => !holds.has(part)));
  if (!lacks || holds.size === 0 || ![...holds].some((part) => counted.has(part))) return null;
  const findings = withoutMissing(file.findings, isMissing);
  const isSound = !findings.some(({ severity }) => severity === 'error');
  const last = counting[counting.length - 1];
  const facts = { forms: namesOf(asked, holds), version: last.version, file: last.file };
  const told = [...findings, finding('part-of-accepted', null, facts)];
  const awaits = isSound ? ('all' as const) : ('partial' as const);
  const waits = isSound || partial ? { awaits } : {};
  return { ...file, findings: told, verdict: 'errors', accepted: 'none', ...waits, part: 1 };
}

function withMore(
  file: CheckedFile,
  code: 'part-twice',
  facts: { forms: string; other: string },
): CheckedFile {
  const findings = [...file.findings, finding(code, null, facts)];
  return { ...file, findings, verdict: 'errors', accepted: 'none' };
}

function namesOf(asked: ReadonlyMap<FormPart, string>, parts: Iterable<FormPart>): string {
  const held = new Set(parts);
  return [...asked]
    .filter(([part]) => held.has(part))
    .map(([, name]) => name)
    .join(', ');
}
