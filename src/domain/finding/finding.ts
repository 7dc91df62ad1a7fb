import type { CivilDate } from '../../text/date';
import { parseCell } from '../../workbook/address';
import type { LegacyEncoding } from '../../text/legacy-encoding';
import type { PeriodId } from '../period/period';
import { FOUND, OF_PLANS } from './found';

/**
 * One way in which a form's layout is another than it was issued with; rows and columns as people
 * see them.
 */
export type Drift =
  | { kind: 'header-moved'; row: number }
  | { kind: 'rows-inserted'; first: number; last: number }
  | { kind: 'rows-removed'; row: number; count: number }
  | { kind: 'column-moved'; column: string; to: string }
  | { kind: 'columns-inserted'; first: string; last: string }
  | { kind: 'column-removed'; column: string };

export type Severity = 'error' | 'warning' | 'fixed';

/**
 * What is found without a rule: every code with the facts its sentence needs. Codes are stable for
 * ever. Numbers in `facts` are raw; the sentence formats them in the reader's language.
 */
export interface FoundFacts {
  // Intake refuses the file.
  'file-empty': Record<string, never>;
  'file-encrypted': Record<string, never>;
  'file-damaged': Record<string, never>;
  'file-unreachable': Record<string, never>;
  'file-too-large': {
    most: number;
    of: 'MB' | 'cells' | 'strings' | 'letters' | 'merges' | 'sheets' | 'rows';
  };
  'file-archive': Record<string, never>;
  'file-scan': Record<string, never>;
  'file-not-a-workbook': Record<string, never>;
  'file-old-format': { format: string };
  /** It was worked on for longer, or took more memory, than any form needs, and was ended. */
  'file-too-slow': { seconds: number };
  'file-too-heavy': Record<string, never>;
  /** Read from another format than .xlsx. */
  'file-converted': { format: string };
  /** A PDF or picture beside a sheet that was read. */
  'scan-beside': { sheet: string };
  /** The form was stamped after a check, and is as it was then. */
  'stamp-intact': { at: string; explained: number; warnings: number };
  'stamp-changed': { at: string; cells: string[] };
  'file-no-form': Record<string, never>;
  'file-fault': { detail: string };
  /** More findings than anybody reads; so many are not listed. */
  'findings-more': { count: number };
  // Who and when the file speaks for.
  'identity-missing': Record<string, never>;
  'identity-conflict': { found: string };
  /**
   * No place carries the identity any more, but the form says in words whose it is and for when.
   */
  'identity-restored': { agency: string; period: string };
  'other-plan': { found: string; expected: string; document?: string };
  'other-period': { found: string; expected: string };
  'unscheduled-period': { found: string; allowed: string };
  'unknown-agency': { code: string };
  /** A form for all in which nobody picked an agency. */
  'agency-not-picked': Record<string, never>;
  /**
   * A form that was out before the plan was adjusted: rows it does not ask yet, and rows the plan
   * no longer has; "" for none.
   */
  'form-before-adjustment': { adjusted: CivilDate; rows: string; dropped: string };
  'agency-not-valid': { agency: string; day: CivilDate; successor: string };
  /** The name of the file carries the code of another agency than the form does. */
  'other-agency': { agency: string; other: string };
  /**
   * The code of the form is of one period, its head says another: most often last month's form
   * typed over.
   */
  'other-period-in-head': { coded: string; said: string };
  /**
   * The code of the form is one agency's, its head names another: most often a neighbour's form
   * typed over.
   */
  'other-agency-in-head': { coded: string; said: string };
  /**
   * Another file of a period that is taken in already, handed in while another period is received.
   */
  'accepted-period-again': { found: string; expected: string };
  /** Which of several agencies or periods a form is of was said by a person. */
  'identity-stated': { agency: string; period: string };
  /** Saved without the letters of Vietnamese: no word of the form can be read. */
  'letters-lost': { found: string };
  /** What an office got back with its faults marked, to look at; "" where its head does not say. */
  'marked-copy': { agency: string; period: string };
  /** Forms of several agencies or periods in one workbook, not certain enough to be told apart. */
  'several-forms': { forms: string; count: number };
  /**
   * The name in the form's head, or typed where one is picked, is nearly that of an agency; ""
   * where it is like none.
   */
  'agency-misspelt': { found: string; suggestion: string };
  'agency-abbreviated': { found: string; agency: string };
  'agency-ambiguous': { found: string; agencies: string };
  /** The head says other days than the period's. */
  'other-window': { found: string; expected: string };
  /** A month that Excel, or its writer, made a date of: "01/2023" is 44927. */
  'month-as-date': { raw: string; year: number; month: number };
  'period-locked': { period: string };
  'duplicate-file': { other: string };
  'versions-undecided': { count: number };
  'version-by-file-time': { count: number; chosen: string };
  /** Sheets of one form in several files: which sheet in which file. */
  'parts-joined': { parts: string };
  /** Another file of the same submission has an error. */
  'part-waits': { other: string };
  /** The same sheets in two files, beside one that holds others. */
  'part-twice': { forms: string; other: string };
  /** Some of the sheets of a form that counts already, whole. */
  'part-of-accepted': { forms: string; version: number; file: string };
  late: { days: number; due: CivilDate };
  // Alignment of sheets, columns and rows.
  /**
   * Where a sheet has some of its headings: those in other words that were understood, and those
   * that were not.
   */
  'sheet-missing': { form: string; taken?: string; unclear?: string };
  'sheet-renamed': { found: string; form: string };
  'sheet-duplicate': { form: string; other: string };
  /** As of a sheet: its heading may be one that was not understood. */
  'column-missing': { column: string; taken?: string; unclear?: string };
  'row-missing': { code: string; name: string };
  'row-extra': { row: number; text: string };
  /** Totals and titles that people put between the rows. */
  'headings-skipped': { rows: number[] };
  'rows-reordered': { codes: string };
  'column-renamed': { found: string; column: string };
  /** What moved in a form that was understood all the same. */
  realigned: { drifts: Drift[] };
  /** A column of figures stands between the rows: cells came in above it. */
  'cells-shifted': { count: number };
  'sheet-copy-set-aside': { form: string; other: string };
  'hidden-figures': { rows: number[]; columns: string; isSheetHidden: boolean };
  /** Text of an old encoding, first of so many cells. */
  'text-legacy': { encoding: LegacyEncoding; raw: string; text: string; count: number };
  'text-decomposed': { text: string; count: number };
  'text-tone': { found: string; text: string; count: number };
  'text-tidied': { text: string; count: number };
  'text-like-formula': { raw: string };
  'stt-mangled': { found: string; expected: string };
  /** A title, or a line that says what to count, is another than the form was issued with. */
  'form-line-edited': { found: string; expected: string };
  'plan-column-edited': { column: string; found: string; expected: string };
  'row-duplicate': { code: string; first: string };
  'row-label-differs': { code: string; other: string };
  'row-unassigned': { code: string };
  'cells-merged': { area: string };
  // Reading of one cell.
  'number-as-text': { raw: string; value: number };
  'number-ambiguous': { raw: string; first: number; second: number };
  'number-english': { raw: string; value: number; unit: string };
  'number-with-letters': { raw: string; suggestion: number };
  /** "15 (tạm tính)": what a figure and the words behind it may mean. */
  'number-with-words': { raw: string; values: number[] };
  'number-percent-format': { shown: string; value: number };
  'percent-as-text': { raw: string; value: number };
  'percent-as-fraction': { raw: string; first: number; second: number };
  'not-a-number': { raw: string; unit?: string };
  estimate: { raw: string };
  'target-as-result': { raw: string };
  'several-values': { raw: string };
  /** Of an indicator that has one figure: what stands under “Kết quả”, and under “Tử” (`at`). */
  'figure-twice': { raw: string; other: string; at: string };
  /**
   * "120⏎130": numbers in one cell that nobody typed as one; raw with a line break where the first
   * ends.
   */
  'numbers-apart': { raw: string; values: number[] };
  /**
   * All the cell says is struck out or raised; `value` is the figure it would be, null where it is
   * none.
   */
  'struck-out': { raw: string; value: number | null };
  dash: { raw: string };
  'none-as-zero': { raw: string; denominator: string };
  'none-as-not-applicable': { raw: string };
  'none-undecided': { raw: string };
  'formula-error': { error: string };
  'formula-without-value': { formula: string };
  'external-link': { formula: string };
  /** The date it shows; null where the format is a date's but the number is none. */
  'date-as-figure': { date: CivilDate | null };
  blank: Record<string, never>;
  'date-as-text': { raw: string; date: CivilDate };
  'not-a-date': { raw: string };
  /** Read as `date`; with day and month changed places it is in the period. */
  'date-swapped': { date: CivilDate; swapped: CivilDate };
  /**
   * Read as `date`, of a year before the period's; `likely` is the same day of the period's year.
   */
  /** `likely`: the same day of the year that is reported; null where it has not come yet. */
  'date-of-another-year': { date: CivilDate; likely: CivilDate | null };
  /** Words that are not the official ones and can mean only one of them. */
  'status-in-own-words': { raw: string; state: string };
  'status-unknown': { raw: string; allowed: string };
  'status-mark': { raw: string };
  'status-blank': { code: string };
  // Rules over what was read.
  /** A rule of ours failed; the others ran. */
  'rule-fault': { rule: string; detail: string };
  'form-blank': { count: number };
  'far-from-own-history': { value: number; low: number; high: number; periods: number };
  /** Done in an earlier period, which is named, and not done now. */
  'completion-taken-back': { raw: string; period: PeriodId };
  'far-from-peers': { value: number; low: number; high: number; agencies: number };
  'ratio-without-parts': { given: number };
  'form-row-blank': { row: string };
}

/** What is found in a plan, likewise. */
export interface PlanFacts {
  // What is wrong with the tables of a plan: nothing goes out by it.
  'plan-fault-no-sheet': { sheet: string };
  'plan-fault-no-column': { column: string };
  'plan-fault-no-item': { item: string };
  'plan-fault-newer-format': { found: number; known: number };
  'plan-fault-bad-cell': { found: string; expected: string };
  'plan-fault-empty': Record<string, never>;
  'plan-fault-formula': { formula: string };
  'plan-fault-duplicate-code': { code: string; first: string };
  'plan-fault-unknown-agency': { found: string; suggestion: string };
  'plan-fault-unknown-indicator': { code: string };
  'plan-fault-unknown-row': { code: string; table: string };
  'plan-fault-form-incomplete': { code: string };
  'plan-fault-unknown-column': { code: string };
  'plan-fault-column-undefined': { code: string };
  // What is doubtful in a plan itself.
  'plan-document-open': { found: string };
  'plan-form-basis-ended': { form: string; document: string; until: CivilDate; followedBy: string };
  'plan-operator-contradicts': { found: string; value: number };
  'plan-operator-not-written': { found: string; value: number; operator: '>=' | '>' | '=' };
  'plan-target-no-figure': { found: string };
  'plan-target-unconfirmed': { found: string; value: number };
  'plan-scope-open': { found: string };
  'plan-year-open': { found: string };
  /** What is added up is a rate; `over`: of several agencies, or of several periods. */
  'plan-rate-added': { found: string; over: 'agencies' | 'periods' };
  'plan-increase-without-base': Record<string, never>;
  /** Agencies that have a target of what nobody asks them for; the first of them by its name. */
  'plan-target-not-asked': { found: string; count: number };
  'plan-level-without-agency': { level: 'tinh' | 'huyen' | 'xa' };
  'plan-small-denominator': { value: number; count: number; needed: number };
  'plan-no-target': { found?: string };
  'plan-indicator-linked': { other: string };
  'plan-indicator-twice': { other: string };
  /** `overTime`: the word of the column Cách cộng qua các kỳ. */
  'plan-definition-proposed': { numerator: string; denominator: string; overTime: string };
  'plan-no-lead': Record<string, never>;
  'plan-collective-lead': { found: string; count: number };
  'plan-agency-misspelt': { found: string; suggestion: string };
  'plan-agency-abolished': { agency: string; day: CivilDate; successor: string };
  'plan-two-paths': { codes: string[]; above: number; below: number; example: string };
  'plan-deadline-year': { found: string; year: number };
  'plan-deadline-outside-year': { found: string; year: number };
  'plan-periodic-without-frequency': { found: string };
  'plan-no-deadline': { year: number };
  'plan-deadline-not-dated': { found: string };
  'plan-before-day': { found: string; date: CivilDate };
  'plan-task-twice': { other: string };
  'plan-document-in-future': { number: string; date: CivilDate; issued: CivilDate };
  'plan-document-two-dates': { number: string; first: CivilDate; second: CivilDate };
  'plan-cell-truncated': { found: string };
  'plan-repeated-word': { found: string };
  'plan-fault-identities-contradict': { form: string; columns: string };
  'plan-confirmation-open': { table: string; question: string };
}

/** Every finding's code with its facts; a rule adds its own from its folder (decision 12). */
export interface FindingFacts extends FoundFacts, PlanFacts {}

export type FindingCode = keyof FindingFacts;

export interface FindingOf<Code extends FindingCode> {
  code: Code;
  severity: Severity;
  /** Null for a finding about the whole file. */
  sheet: string | null;
  cell: string | null;
  facts: FindingFacts[Code];
  /** The row as people know it: code and name; null where the place is none of a form's rows. */
  label: string | null;
  /** Why the sender says a warning stands; null where they said nothing. */
  reason: { text: string; who: string } | null;
  /** Index of the finding this one follows from, in the same file. */
  cause: number | null;
}

/** Bad data, as typed facts; the sentence is made late by locale. */
export type Finding = { [Code in FindingCode]: FindingOf<Code> }[FindingCode];

/** A finding of what no rule looks for; how grave its kind is stands in `found.ts`. */
export function finding<Code extends keyof FoundFacts | keyof PlanFacts>(
  code: Code,
  place: { sheet: string; cell: string } | null,
  facts: FindingFacts[Code],
): Finding {
  return findingOf(code, severityOf(code, facts), place, facts);
}

/** How grave it is that a thing was found of which no rule speaks. */
export function severityOf<Code extends keyof FoundFacts | keyof PlanFacts>(
  code: Code,
  facts: FindingFacts[Code],
): Severity {
  if (!(code in FOUND)) return OF_PLANS[code as keyof PlanFacts];
  const kind = FOUND[code as keyof FoundFacts];
  return kind.severityOf?.(facts as never) ?? kind.severity;
}

/** A finding of a kind that somebody else says how grave it is of: a rule, of its own. */
export function findingOf<Code extends FindingCode>(
  code: Code,
  severity: Severity,
  place: { sheet: string; cell: string } | null,
  facts: FindingFacts[Code],
): Finding {
  const found: FindingOf<Code> = {
    code,
    severity,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    facts,
    label: null,
    reason: null,
    cause: null,
  };
  return found as unknown as Finding;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, fixed: 2 };

/** The gravest first. */
export function bySeverity(a: Pick<Finding, 'severity'>, b: Pick<Finding, 'severity'>): number {
  return RANK[a.severity] - RANK[b.severity];
}

/** The gravest first, then as a reader goes down the sheet. */
export function inReadingOrder(a: Finding, b: Finding): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return (
    bySeverity(a, b) ||
    compareNames(a.sheet ?? '', b.sheet ?? '') ||
    one.row - other.row ||
    one.column - other.column
  );
}

/** What is of no cell comes before all cells. */
function placeOf({ cell }: Finding): { row: number; column: number } {
  return (cell === null ? null : parseCell(cell)) ?? { row: -1, column: -1 };
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
