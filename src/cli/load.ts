import { withBlanks } from '../domain/ledger/blank-forms';
import {
  actEdits,
  lockedPeriods,
  readPeriodActs,
  writePeriodActs,
  type PeriodAct,
} from '../domain/ledger/period-states';
import {
  readLedger,
  writeLedger,
  LEDGER_FORMAT,
  LEDGER_FORMAT_PROPERTY,
  LEDGER_PLAN_PROPERTY,
  type LedgerEdit,
} from '../domain/ledger/ledger-tables';
import type { Plan } from '../domain/plan/plan';
import { PLAN_SHEETS } from '../domain/plan/plan-tables';
import { readPlan } from '../domain/plan/read-plan';
import type { Decision, Submission } from '../domain/submission/submission';
import { decided, decisionEdits, readDecisions, writeDecisions } from '../domain/ledger/decisions';
import { readSigned, signedEdits, writeSigned, type SignedFigure } from '../domain/ledger/signed-figures';
import { findingSentence, placedSentence, refusalSentence, type Language } from '../locale/sentence';
import { finding } from '../domain/rules/finding';
import { emptyWorkbook, findSheet } from '../workbook/workbook';
import type { Workbook } from '../workbook/workbook';
import { readWorkbook } from '../xlsx/read/workbook';
import { writeWorkbook } from '../xlsx/write/workbook';
import { openReceived } from '../intake/open-received';
import { readBytes, shown } from './files';
import { isFree, mustBeWritable, writeWhole } from './write-files';
import { say } from './output';
import { refuseWith } from './refused';

function open(path: string, code: 'plan-file-unreadable' | 'ledger-file-unreadable', language: Language): Workbook {
  const opened = readWorkbook(readBytes(path));
  if (opened.ok) return opened.value;
  const reason = findingSentence(finding(opened.refusal.code, 'error', null, opened.refusal.facts as never), language);
  return refuseWith(code, { file: shown(path), reason });
}

export function loadPlan(path: string, language: Language): Plan {
  const workbook = openPlanWorkbook(path, language);
  const sheets = Object.values(PLAN_SHEETS);
  // A report or a form is no plan with faults: nothing of it is to be mended.
  if (!sheets.some((name) => findSheet(workbook, name)))
    return refuseWith('plan-file-no-plan', { file: shown(path), sheets: sheets.join(', ') });
  const read = readPlan(workbook);
  if (read.ok) return read.value;
  const reason = refusalSentence(read.refusal, language);
  return refuseWith('plan-file-unreadable', { file: shown(path), reason });
}

/** The workbook of a plan as it stands, for what is said of its cells. */
export function openPlanWorkbook(path: string, language: Language): Workbook {
  return open(path, 'plan-file-unreadable', language);
}

/** A workbook in any format a received file may have. */
export async function openAnyWorkbook(path: string, language: Language): Promise<Workbook> {
  const opened = await openReceived(readBytes(path), undefined, null);
  if (opened.ok) return opened.value.workbook;
  const reason = findingSentence(finding(opened.refusal.code, 'error', null, opened.refusal.facts as never), language);
  return refuseWith('appendix-file-unreadable', { file: shown(path), reason });
}

/** A ledger of the command line: its submissions as they were decided, who locked which period, and what was signed then. */
export interface LedgerFile {
  submissions: Submission[];
  decisions: Decision[];
  acts: PeriodAct[];
  signed: SignedFigure[];
  /** What of its sheets somebody changed by hand and nobody settled. */
  edits: readonly LedgerEdit[];
}

export const EMPTY_LEDGER: LedgerFile = { submissions: [], decisions: [], acts: [], signed: [], edits: [] };

/** The ledger of a file. Only a command that takes in files may start a new one; a mistyped path is refused. */
export function loadLedger(path: string | undefined, plan: Plan, language: Language, mayStart = false): LedgerFile {
  if (path === undefined) return EMPTY_LEDGER;
  if (mayStart && isFree(path)) {
    mustBeWritable(path);
    return EMPTY_LEDGER;
  }
  const workbook = open(path, 'ledger-file-unreadable', language);
  const owner = workbook.properties.get(LEDGER_PLAN_PROPERTY);
  if (owner !== plan.id) {
    return refuseWith('ledger-of-other-plan', { found: owner ?? '?', expected: plan.id });
  }
  const read = readLedger(workbook, plan);
  if (!read.ok) {
    const reason = refusalSentence(read.refusal, language);
    return refuseWith('ledger-file-unreadable', { file: shown(path), reason });
  }
  for (const id of read.value.interrupted)
    say(`Bản nộp ${id} ghi chưa xong ở lần trước nên không tính; hãy nộp lại tệp này.`);
  const { edits, unlikeTyped } = read.value;
  const asDecided = decided(read.value.submissions, readDecisions(workbook));
  const others = [...decisionEdits(workbook, asDecided), ...actEdits(workbook), ...signedEdits(workbook)];
  for (const { sheet, cell, said } of [...edits, ...unlikeTyped, ...others])
    say(placedSentence(sheet, cell, refusalSentence(said, language), language));
  if (edits.length > 0) say(refusalSentence({ code: 'edits-ways-out', facts: {} }, language));
  const decisions = readDecisions(workbook);
  const acts = readPeriodActs(workbook);
  const submissions = withBlanks(plan, asDecided, lockedPeriods(plan, acts));
  return { submissions, decisions, acts, signed: readSigned(workbook), edits };
}

/** `mayWrite` refuses, at the last moment, where somebody else has written it since it was read. */
export async function saveLedger(
  path: string,
  plan: Plan,
  ledger: LedgerFile,
  mayWrite: () => void = () => undefined,
): Promise<void> {
  const { submissions, decisions, acts, signed } = ledger;
  const workbook = emptyWorkbook([
    ...writeLedger(plan, submissions),
    ...(decisions.length > 0 ? [writeDecisions(decisions)] : []),
    ...(acts.length > 0 ? [writePeriodActs(acts)] : []),
    ...(signed.length > 0 ? [writeSigned(signed)] : []),
  ]);
  workbook.properties.set(LEDGER_PLAN_PROPERTY, plan.id);
  workbook.properties.set(LEDGER_FORMAT_PROPERTY, String(LEDGER_FORMAT));
  const bytes = await writeWorkbook(workbook);
  mayWrite();
  writeWhole(path, bytes);
}

export function assertLanguage(text: string | undefined): Language {
  if (text === undefined || text === 'vi' || text === 'en') return text ?? 'vi';
  return refuseWith('cli-language', { found: text });
}
