import { lastOf } from '../../known/known';
import type { Sheet } from '../../workbook/sheet';
import {
  SIGNED_SHEET,
  DECISION_SHEET,
  KEPT_SHEET,
  LEDGER_SHEETS,
  PERIOD_SHEET,
} from '../ledger/ledger-sheets';
import { compareEnds, parsePeriod, type Period, type PeriodId } from '../period/period';
import type { Plan } from '../plan/plan';
import { PLAN_SHEETS } from '../plan/plan-sheets';
import { TAB } from '../table/table';
import { CHASE_SHEET } from './chase-sheet';
import { ISSUE_SHEET } from './issue-sheet';
import { lockedTable } from './locked-copy';
import { CONTROL_WORD } from './control-sheet';
import { FIGURES_WORD } from './figures-sheet';
import { FORM_FIGURES_WORD } from './form-figures';
import { FORM_WORDS } from './form-tables';
import { sheetNameOf } from './report-table';
import { reportSheetNames } from './report-sheets';
import { REPORT_TABLES, withForms } from './report-tables';

/**
 * How one finds one's way in the office's workbook after a year: which sheets are of which kind and
 * period, and which are in sight. Only sheets of ours are ever put out of sight, never so that
 * people cannot show them again, and what a person shows or hides stays so.
 */

export const INDEX_SHEET = 'Mục lục';

/** What a sheet of ours is for; `office`: of a period, and not sent with its report. */
export type SheetKind = 'index' | 'plan' | 'annex' | 'office' | 'working' | 'locked';

/** Kinds that are out of sight when they come into the workbook. */
const UNSEEN: readonly SheetKind[] = ['office', 'working', 'locked'];

const COLOUR: Record<SheetKind, string> = {
  index: TAB.index,
  plan: TAB.plan,
  annex: TAB.table,
  office: TAB.working,
  working: TAB.working,
  locked: TAB.locked,
};

export interface OwnSheet {
  kind: SheetKind;
  /** Of a report, and of what was locked of it. */
  period: PeriodId | null;
  /** What the index calls it. */
  label: string;
}

const WORKING: readonly string[] = [
  ...Object.values(LEDGER_SHEETS),
  KEPT_SHEET,
  DECISION_SHEET,
  PERIOD_SHEET,
  SIGNED_SHEET,
  CHASE_SHEET,
  ISSUE_SHEET,
];

/** What a sheet is, by its name; null for one of somebody else. */
export function ownSheet(plan: Plan, name: string): OwnSheet | null {
  if (name === INDEX_SHEET) return { kind: 'index', period: null, label: name };
  if (Object.values<string>(PLAN_SHEETS).includes(name))
    return { kind: 'plan', period: null, label: name };
  if (WORKING.includes(name)) return { kind: 'working', period: null, label: name };
  const table = lockedTable(name);
  if (table !== null) {
    const own = tableOf(plan, table);
    return own && { kind: 'locked', period: own.period, label: LOCKED };
  }
  return tableOf(plan, name);
}

/** What the index calls the copies of a lock. */
export const LOCKED = 'Bản khóa';

function tableOf(plan: Plan, name: string): OwnSheet | null {
  const period = lastOf(name.split(' '));
  if (!parsePeriod(period)) return null;
  return tablesOf(plan, period).get(name) ?? null;
}

/** All sheets a report of the period may have, in the order the index names them. */
function tablesOf(plan: Plan, period: PeriodId): Map<string, OwnSheet> {
  const ofForms = (...words: string[]) =>
    plan.forms.flatMap(({ code }) => words.map((word) => ({ word: `${word} ${code}` })));
  const { byRow, table, ofOne } = FORM_WORDS;
  const isForOffice = (one: { isForOffice?: true }) => one.isForOffice === true;
  const sent = withForms<{ word: string; isForOffice?: true }>(ofForms(byRow, table));
  const all: [SheetKind, readonly { word: string }[]][] = [
    ['annex', sent.filter((one) => !isForOffice(one))],
    ['office', REPORT_TABLES.filter(isForOffice)],
    ['office', [...ofForms(ofOne), { word: CONTROL_WORD }]],
    ['working', [{ word: FIGURES_WORD }, ...ofForms(FORM_FIGURES_WORD)]],
  ];
  return new Map(
    all.flatMap(([kind, tables]) =>
      tables.map(({ word }): [string, OwnSheet] => [
        sheetNameOf({ word }, period),
        { kind, period, label: word },
      ]),
    ),
  );
}

/** Colour and sight of sheets of ours as they come into a workbook. */
export function dressTabs(plan: Plan, sheets: readonly Sheet[]): void {
  for (const sheet of sheets) {
    const own = ownSheet(plan, sheet.name);
    if (!own) continue;
    sheet.tabColor = COLOUR[own.kind];
    if (UNSEEN.includes(own.kind)) sheet.visibility = 'hidden';
  }
}

/**
 * A table that goes with no report: out of sight, and without a print area, for some programs print
 * what has one though nobody sees it.
 */
export function asOfficeTable(sheet: Sheet): void {
  sheet.visibility = 'hidden';
  sheet.tabColor = COLOUR.office;
  if (sheet.page) sheet.page = { ...sheet.page, printArea: undefined };
}

/** The labels of a period's sheets in the order the index has them. */
export function labelsOf(plan: Plan, period: PeriodId): string[] {
  return [...tablesOf(plan, period).values()].map(({ label }) => label);
}

/** The periods whose tables a workbook has, the latest first. */
export function periodsIn(plan: Plan, names: readonly string[]): Period[] {
  const periods = new Map<PeriodId, Period>();
  for (const name of names) {
    const own = ownSheet(plan, name);
    const period = own?.period ? parsePeriod(own.period) : null;
    if (period) periods.set(period.id, period);
  }
  // Of two that end together the longer one was made last.
  return [...periods.values()].sort(
    (a, b) => compareEnds(b, a) || a.firstMonth - b.firstMonth || (a.id < b.id ? -1 : 1),
  );
}

/** Tells of a sheet whether it goes out of sight. */
export type Hides = (name: string) => boolean;

/** The tables of a period alone are in sight, with the plan and the index. */
export function allBut(plan: Plan, period: PeriodId): Hides {
  return (name) => {
    const own = ownSheet(plan, name);
    if (!own) return false;
    return UNSEEN.includes(own.kind) || (own.kind === 'annex' && own.period !== period);
  };
}

/**
 * What goes out of sight when the tables of a period are written into a workbook of these sheets:
 * the tables of earlier ones where the period is new, everything that is worked with where the
 * workbook has no index yet. A period that is made again leaves all as people have it.
 */
export function hiddenByTables(plan: Plan, period: PeriodId, names: readonly string[]): Hides {
  const there = new Set(names);
  const isNew = !there.has(reportSheetNames(period).indicators);
  const isFirst = !there.has(INDEX_SHEET);
  const latest = periodsIn(plan, [...names, reportSheetNames(period).indicators])[0].id;
  return (name) => {
    const own = ownSheet(plan, name);
    if (!own || !(isNew || isFirst)) return false;
    const isOther = own.period !== period && own.period !== latest;
    if (own.kind === 'annex') return isOther;
    if (own.kind === 'locked') return true;
    return UNSEEN.includes(own.kind) && (isFirst || (own.period !== null && isOther));
  };
}

/** A lock leaves the copies of earlier ones out of sight. */
export function hiddenByLock(plan: Plan): Hides {
  return (name) => ownSheet(plan, name)?.kind === 'locked';
}
