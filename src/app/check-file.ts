import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import type { Period } from '../domain/period/period';
import type { Plan } from '../domain/plan/plan';
import { finding, type Finding } from '../domain/rules/finding';
import { checkForm } from '../domain/submission/check-form';
import { identify } from '../domain/submission/identify';
import type { Acceptance, CheckedFile, Observation, Verdict } from '../domain/submission/submission';
import { isSample } from '../domain/template/identity';
import type { WorkbookReader } from './ports';

export interface CheckOptions {
  /** The period being received; null when any of the plan's will do. */
  period: Period | null;
  /** Take the sound part of a file with errors (tiếp nhận một phần). */
  partial: boolean;
}

/** Reads and checks one file; whatever is wrong with it becomes findings, and nothing it does stops the others. */
export function checkFile(
  plan: Plan,
  path: string,
  bytes: Uint8Array,
  read: WorkbookReader,
  options: CheckOptions,
): CheckedFile {
  const file: CheckedFile = {
    file: path,
    hash: bytesToHex(sha256(bytes)),
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
  try {
    return readAndCheck(plan, file, bytes, read, options);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ...file, findings: [finding('file-fault', 'error', null, { detail })] };
  }
}

function readAndCheck(
  plan: Plan,
  file: CheckedFile,
  bytes: Uint8Array,
  read: WorkbookReader,
  options: CheckOptions,
): CheckedFile {
  const opened = read(bytes);
  if (!opened.ok) {
    const refused = finding(opened.refusal.code, 'error', null, opened.refusal.facts as never);
    return { ...file, findings: [refused] };
  }
  const { agency, period, findings } = identify(opened.value, plan, file.file, options.period);
  const known = { ...file, agency: agency?.code ?? null, period: period?.id ?? null, sample: isSample(opened.value) };
  if (!agency || !period || findings.some((one) => one.severity === 'error')) {
    return { ...known, findings, verdict: 'errors' };
  }
  const checked = checkForm(opened.value, plan, agency, period);
  const all = [...findings, ...checked.findings];
  const accepted = acceptance(all, checked.observations, options.partial);
  return { ...known, findings: all, verdict: verdictOf(all), observations: checked.observations, accepted };
}

/** A file with an error counts nothing, unless its sound part is taken; warnings alone are accepted. */
function acceptance(findings: readonly Finding[], observations: readonly Observation[], partial: boolean): Acceptance {
  if (!findings.some((one) => one.severity === 'error')) return 'all';
  const sound = observations.some((one) => one.state === 'ok' || one.state === 'not-applicable');
  return partial && sound ? 'partial' : 'none';
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.severity === 'error')) return 'errors';
  return findings.some((one) => one.severity === 'warning') ? 'warnings' : 'clean';
}
