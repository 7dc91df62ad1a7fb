import {
  DECISION_SHEET,
  KEPT_SHEET,
  LEDGER_SHEETS,
  PERIOD_SHEET,
  SIGNED_SHEET,
} from '../ledger/ledger-sheets';
import { parsePeriod, type Period } from '../period/period';
import { PLAN_SHEETS } from '../plan/plan-sheets';
import { CHASE_SHEET } from '../report/chase-sheet';
import { ISSUE_SHEET } from '../report/issue-sheet';
import { lockedTable } from '../report/locked-copy';
import { RESTATEMENT_SHEET } from '../report/restatement-table';
import { FORM_FIGURES_WORD } from '../report/form-figures';
import { FORM_WORDS } from '../report/form-tables';
import { REPORT_WORDS } from '../report/report-sheets';
import { unquoteSheet } from '../../workbook/address';
import { nameReplaced } from '../../workbook/replaced-sheet';

/** The sheet of what is bound, and what earlier versions called it. */
export const BINDINGS_SHEET = 'Liên kết biểu';
export const FORMER_BINDINGS_SHEET = 'Gắn biểu';

/** What the last *Điền biểu* wrote over. */
export const FILLED_SHEET = 'Lần điền biểu';

const TABLES = new Set<string>(
  [
    ...Object.values(PLAN_SHEETS),
    ...Object.values(LEDGER_SHEETS),
    KEPT_SHEET,
    DECISION_SHEET,
    PERIOD_SHEET,
    SIGNED_SHEET,
    RESTATEMENT_SHEET,
    BINDINGS_SHEET,
    FORMER_BINDINGS_SHEET,
    FILLED_SHEET,
    CHASE_SHEET,
    ISSUE_SHEET,
  ].map(key),
);

/**
 * Our sheets of a period without it: "chỉ tiêu" of "Chỉ tiêu 2024-03"; of statistics forms the code
 * stands between.
 */
const REPORTS = new Set(REPORT_WORDS.map(key));
const FORMS = [...Object.values(FORM_WORDS), FORM_FIGURES_WORD].map(key);

/**
 * Whether this software writes the sheet: a plan's, the ledger's, a report's, also one that a later
 * one replaced.
 */
export function isOwnSheet(name: string, forms: readonly string[]): boolean {
  const ofForms = FORMS.flatMap((word) => forms.map((code) => `${word} ${key(code)}`));
  return TABLES.has(withoutOld(name)) || isReport(withoutLock(name), ofForms);
}

/**
 * Whether a formula is one this software wrote into a bound cell: a reference to one cell of a
 * report of ours, and nothing else; with a period, one to a report of another.
 */
export function isOwnFormula(formula: string, otherThan?: Period): boolean {
  const reference = /^('(?:[^']|'')+')!\$?[A-Z]{1,3}\$?\d+$/.exec(formula);
  // What is left of one whose sheet somebody deleted.
  if (!reference) return /^#REF!(?:\$?[A-Z]{1,3}\$?\d+)?$/.test(formula);
  const name = unquoteSheet(reference[1]);
  return isReport(name, []) && (otherThan === undefined || !isOfPeriod(name, otherThan));
}

/** A report that a later one replaced is of no period that counts. */
function isOfPeriod(name: string, period: Period): boolean {
  return key(name).endsWith(` ${period.id.toLowerCase()}`);
}

function isReport(name: string, others: readonly string[]): boolean {
  const [, rest, period] = /^(.*) (\S+)$/.exec(withoutOld(name)) ?? [];
  if (period === undefined || !parsePeriod(period.toUpperCase())) return false;
  return REPORTS.has(rest) || others.includes(rest);
}

/** A sheet that a later one replaced is kept beside it. */
function withoutOld(name: string): string {
  return nameReplaced(key(name));
}

/** The tables of a locked period, kept as they were signed. */
function withoutLock(name: string): string {
  return key(lockedTable(name.normalize('NFC').trim()) ?? name);
}

function key(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
