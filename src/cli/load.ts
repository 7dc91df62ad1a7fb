import { existsSync } from 'node:fs';
import { readLedger, writeLedger, LEDGER_FORMAT, LEDGER_FORMAT_PROPERTY } from '../domain/ledger/ledger-tables';
import type { Plan } from '../domain/plan/plan';
import { readPlan } from '../domain/plan/plan-tables';
import type { Submission } from '../domain/submission/submission';
import { findingSentence, refusalSentence, type Language } from '../locale/sentence';
import { finding } from '../domain/rules/finding';
import { emptyWorkbook } from '../workbook/workbook';
import type { Workbook } from '../workbook/workbook';
import { readWorkbook } from '../xlsx/read/workbook';
import { writeWorkbook } from '../xlsx/write';
import { readBytes, shown, writeWhole } from './files';
import { CommandRefused, refuseWith, say } from './output';

function open(path: string, code: 'plan-file-unreadable' | 'ledger-file-unreadable', language: Language): Workbook {
  const opened = readWorkbook(readBytes(path));
  if (opened.ok) return opened.value;
  const reason = findingSentence(finding(opened.refusal.code, 'error', null, opened.refusal.facts as never), language);
  return refuseWith({ code, facts: { file: shown(path), reason } }, language);
}

export function loadPlan(path: string, language: Language): Plan {
  const read = readPlan(open(path, 'plan-file-unreadable', language));
  if (read.ok) return read.value;
  const reason = refusalSentence(read.refusal, language);
  return refuseWith({ code: 'plan-file-unreadable', facts: { file: shown(path), reason } }, language);
}

const PLAN_PROPERTY = 'TongHop.KeHoach';

/** The ledger of a file, empty when the file does not exist yet. */
export function loadLedger(path: string | undefined, plan: Plan, language: Language): Submission[] {
  if (path === undefined || !existsSync(path)) return [];
  const workbook = open(path, 'ledger-file-unreadable', language);
  const owner = workbook.properties.get(PLAN_PROPERTY);
  if (owner !== plan.id) {
    return refuseWith({ code: 'ledger-of-other-plan', facts: { found: owner ?? '?', expected: plan.id } }, language);
  }
  const read = readLedger(workbook, plan);
  if (!read.ok) {
    const reason = refusalSentence(read.refusal, language);
    return refuseWith({ code: 'ledger-file-unreadable', facts: { file: shown(path), reason } }, language);
  }
  for (const id of read.value.interrupted)
    say(`Bản nộp ${id} ghi chưa xong ở lần trước nên không tính; hãy nộp lại tệp này.`);
  return read.value.submissions;
}

export async function saveLedger(path: string, plan: Plan, submissions: readonly Submission[]): Promise<void> {
  const workbook = emptyWorkbook(writeLedger(plan, submissions));
  workbook.properties.set(PLAN_PROPERTY, plan.id);
  workbook.properties.set(LEDGER_FORMAT_PROPERTY, String(LEDGER_FORMAT));
  writeWhole(path, await writeWorkbook(workbook));
}

export function assertLanguage(text: string | undefined): Language {
  if (text === undefined || text === 'vi' || text === 'en') return text ?? 'vi';
  throw new CommandRefused(`--lang nhận vi hoặc en, không phải “${text}”.`);
}
