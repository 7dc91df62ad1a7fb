import type { Period } from '../domain/period/period';
import type { Plan } from '../domain/plan/plan';
import type { Refusal, Result } from '../domain/result';
import { bySeverity, finding, type Finding, type FindingCode } from '../domain/finding/finding';
import { joinFindings, pickFindings } from '../domain/rules/causes';
import { checkForm, type FormCheck } from '../domain/check/check-form';
import { RULES } from '../domain/rules/registry';
import { decodeTexts } from '../domain/reading/decode-text';
import { headerFinder, type FindHeader } from '../domain/reading/find-header';
import { identify } from '../domain/reading/identify';
import { lettersLost } from '../domain/reading/letters-lost';
import { severalForms } from '../domain/check/several-forms';
import type {
  Acceptance,
  CheckedFile,
  Observation,
  Stated,
  Verdict,
} from '../domain/submission/submission';
import { readReasons, reasonFor } from '../domain/reading/form-tables';
import { changedSince, inputHash, readStamp, type Stamp } from '../domain/stamp/stamp';
import { isAskedDay, settleDates } from '../domain/reading/settle-dates';
import { isSample } from '../domain/template/identity';
import type { Workbook } from '../workbook/workbook';
import { isMarkedCopy } from './marked-sheet';
import { whoseMarkedCopy } from './whose-marked-copy';

export interface CheckOptions {
  /** The period being received; null when any of the plan's will do. */
  period: Period | null;
  /** Take the sound part of a file with errors (tiếp nhận một phần). */
  partial: boolean;
  /** Whose and of when the file is, where a person had to say. */
  stated?: Stated;
}

/**
 * A file as its reader gives it, or why it gives nothing (the code is that of the finding people
 * read).
 */
export type Opened = Result<OpenedFile, FileRefusal>;
export interface OpenedFile {
  workbook: Workbook;
  /** The kind of file it was where that is not .xlsx. */
  converted: string | null;
}
export type FileRefusal = Refusal<Extract<FindingCode, `file-${string}`>>;

/**
 * A file of which nothing could be read: only its name is known, why, and, where it could be had,
 * its SHA-256.
 */
export function unreadFile(path: string, hash: string, found: Finding): CheckedFile {
  return { ...bareFile(path, hash), findings: [found] };
}

/** What is known of a file before anything of it was read. */
export function bareFile(path: string, hash: string): CheckedFile {
  return {
    file: path,
    hash,
    verdict: 'unreadable',
    agency: null,
    period: null,
    received: null,
    late: null,
    version: 0,
    accepted: 'none',
    sample: false,
    findings: [],
    observations: [],
  };
}

/** Checks one file that was opened; whatever is wrong with it becomes findings. */
export function checkFile(
  plan: Plan,
  path: string,
  hash: string,
  opened: Opened,
  options: CheckOptions,
): CheckedFile {
  if (!opened.ok) {
    return unreadFile(
      path,
      hash,
      finding(opened.refusal.code, null, opened.refusal.facts as never),
    );
  }
  const { workbook, converted } = opened.value;
  const ofFile = decodeTexts(workbook);
  if (converted !== null) ofFile.push(finding('file-converted', null, { format: converted }));
  const lost = lettersLost(workbook);
  if (lost) return { ...bareFile(path, hash), verdict: 'errors', findings: [lost, ...ofFile] };
  // What is there to be looked at is no version of anything, whatever was typed into it.
  if (isMarkedCopy(workbook)) {
    const found = finding('marked-copy', null, { ...whoseMarkedCopy(workbook) });
    return { ...bareFile(path, hash), verdict: 'errors', findings: [found, ...ofFile] };
  }
  // From here on nothing in the workbook changes.
  const find = headerFinder();
  const several = severalForms(workbook, plan, find);
  if (several && 'unclear' in several) {
    const facts = {
      forms: several.unclear.slice(0, NAMED_FORMS).join('; '),
      count: several.unclear.length,
    };
    return {
      ...bareFile(path, hash),
      verdict: 'errors',
      findings: [finding('several-forms', null, facts)],
    };
  }
  // What the name of the file says is of one of its forms at most.
  const [first, ...beside] = several
    ? several.parts.map((part) =>
        checkPart(plan, { path, hash, name: '' }, part, ofFile, options, find),
      )
    : [checkOne(plan, { path, hash, name: path }, workbook, ofFile, options, find)];
  return beside.length === 0 ? first : { ...first, beside };
}

/** More forms of one workbook are counted, not named. */
const NAMED_FORMS = 20;

/**
 * One of the forms of a workbook: what a person said of the file holds for the one that may be it.
 */
function checkPart(
  ...[plan, file, part, ofFile, { stated, ...options }, find]: Parameters<typeof checkOne>
): CheckedFile {
  const unsaid = checkOne(plan, file, part, ofFile, options, find);
  const isMeant = unsaid.claims?.some(
    ({ agency, period }) => agency === stated?.agency && period === stated.period,
  );
  return stated && isMeant
    ? checkOne(plan, file, part, ofFile, { ...options, stated }, find)
    : unsaid;
}

/** Checks one form; what was found in the whole file goes with it. */
function checkOne(
  plan: Plan,
  { path, hash, name }: { path: string; hash: string; name: string },
  workbook: Workbook,
  ofFile: readonly Finding[],
  options: CheckOptions,
  find: FindHeader,
): CheckedFile {
  const { stated } = options;
  const { agency, period, template, findings, claims } = identify(
    workbook,
    plan,
    name,
    options.period,
    stated,
    find,
  );
  findings.push(...ofFile);
  const known: CheckedFile = {
    ...bareFile(path, hash),
    agency: agency?.code ?? null,
    period: period?.id ?? null,
    sample: isSample(workbook),
    ...(claims.length > 0 ? { claims } : {}),
  };
  if (!agency || !period || findings.some((one) => one.severity === 'error')) {
    return { ...known, findings, verdict: verdictOf(findings) };
  }
  const checked = checkForm(workbook, plan, agency, period, template, RULES, find);
  const stamp = readStamp(workbook);
  if (stamp) findings.push(stampFinding(stamp, checked));
  const reasons = readReasons(workbook);
  const joined = joinFindings(findings, checked.findings);
  const all =
    reasons.length === 0
      ? joined
      : joined.map((one) => ({ ...one, reason: reasonFor(one, reasons) }));
  // A day that may have changed places stands once its sender says why.
  settleDates(
    all.filter((one) => isAskedDay(one) && one.reason !== null),
    checked.observations,
  );
  const accepted = acceptance(all, checked.observations, options.partial);
  return {
    ...known,
    findings: listed(all),
    verdict: verdictOf(all),
    observations: checked.observations,
    accepted,
  };
}

function stampFinding(stamp: Stamp, checked: FormCheck): Finding {
  const { at, explained, warnings } = stamp;
  const inputs = checked.inputs();
  if (inputHash(inputs) === stamp.hash)
    return finding('stamp-intact', null, { at, explained, warnings });
  const { cells, gone } = changedSince(stamp, inputs);
  return finding('stamp-changed', null, { at, cells: [...cells, ...gone] });
}

/**
 * No person reads more; a sheet of a hundred thousand faults must not fill the memory of everybody
 * after it.
 */
const LISTED_FINDINGS = 1000;

function listed(findings: Finding[]): Finding[] {
  if (findings.length <= LISTED_FINDINGS) return findings;
  const more = finding('findings-more', null, {
    count: findings.length - LISTED_FINDINGS,
  });
  // Errors are never the ones left out for warnings.
  const order = findings
    .map((_, index) => index)
    .sort((a, b) => bySeverity(findings[a], findings[b]) || a - b);
  return [...pickFindings(findings, order.slice(0, LISTED_FINDINGS)), more];
}

/**
 * A file with an error counts nothing, unless its sound part is taken; warnings alone are accepted.
 */
export function acceptance(
  findings: readonly Finding[],
  observations: readonly Observation[],
  partial: boolean,
): Acceptance {
  if (!findings.some((one) => one.severity === 'error')) return 'all';
  const sound = observations.some((one) => one.state === 'ok' || one.state === 'not-applicable');
  return partial && sound ? 'partial' : 'none';
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.severity === 'error')) return 'errors';
  return findings.some((one) => one.severity === 'warning') ? 'warnings' : 'clean';
}
