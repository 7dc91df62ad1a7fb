import { isEdited } from '../app/settle-edits';
import { isSettledByFile, submissionId, type LedgerEdit } from '../domain/ledger/ledger-tables';
import { findingSentence, refusalSentence } from '../locale/sentence';
import type { Language } from '../locale/language';
import type { Consolidation, TargetResult } from '../domain/consolidation/consolidation';
import { readBytes, shown } from './files';
import { refuseWith } from './refused';
import { isFree, mustBeWritable, writeWhole } from './write-files';
import type { AppendixPlan } from '../app/plan-from-appendix';
import type { PlanFinding } from '../domain/plan-check/check-plan';
import type { Finding } from '../domain/finding/finding';
import type { CheckedFile, Submission } from '../domain/submission/submission';

/**
 * What our commands' JSON holds beside its version; that of `rules` is a list. The ledger's own
 * JSON is a record, and no output.
 */
const OUTPUTS = [
  ['plans'],
  ['plan', 'period', 'files'],
  ['plan', 'findings'],
  ['plan', 'marks'],
  ['plan', 'fields'],
  ['lake', 'plans'],
  ['lake', 'rows'],
];
const RULE = ['code', 'defects', 'severity', 'sentence'];

/**
 * Says before any work is done whether JSON can be put there: what is there already is an output of
 * ours, or somebody's and kept.
 */
export function mustTakeJson(target: string | undefined): void {
  if (target === undefined || target === '-') return;
  mustBeWritable(target);
  if (!isFree(target) && !isOurJson(readBytes(target)))
    refuseWith('cli-would-overwrite', { path: shown(target) });
}

function isOurJson(bytes: Uint8Array): boolean {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return false;
  }
  const has = (one: unknown, keys: readonly string[]) =>
    typeof one === 'object' && one !== null && keys.every((key) => Object.hasOwn(one, key));
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => has(one, RULE));
  return has(value, ['version']) && OUTPUTS.some((keys) => has(value, keys));
}

/** JSON to a file, or to standard output for "-". */
export function writeJson(target: string, value: unknown): void {
  mustTakeJson(target);
  // The same values, and a terminal obeys nothing in them.
  const text = plain(JSON.stringify(value, null, 1), /[\n]/) + '\n';
  if (target === '-') process.stdout.write(text);
  else writeWhole(target, new TextEncoder().encode(text));
}

/** A finding of the outside contract. */
function findingJson(finding: Finding, language: Language): object {
  return {
    code: finding.code,
    severity: finding.severity,
    sheet: finding.sheet,
    cell: finding.cell,
    message: findingSentence(finding, language),
    cause: finding.cause,
  };
}

/** Findings as those of a form, each with the code of its row. */
export function planCheckJson(
  plan: string | null,
  found: readonly PlanFinding[],
  language: Language,
): object {
  return {
    version: 1,
    plan,
    findings: found.map(({ row, finding }) => ({ row, ...findingJson(finding, language) })),
  };
}

/** FILE of the outside contract; messages in the chosen language. */
export function fileJson(file: CheckedFile, language: Language): object {
  return {
    file: file.file,
    verdict: file.verdict,
    agency: file.agency,
    period: file.period,
    received: file.received,
    late: file.late,
    version: file.version,
    accepted: file.accepted,
    findings: file.findings.map((finding) => findingJson(finding, language)),
    observations: file.observations.map(
      ({ of, code, row, measure, value, raw, sheet, cell, state }) => ({
        [of]: code,
        ...(row === undefined ? {} : { row }),
        measure,
        value,
        raw,
        sheet,
        cell,
        state,
      }),
    ),
  };
}

/**
 * What was read of an appendix: how each column was understood, and every place that was not
 * understood for certain.
 */
export function appendixJson({ plan, marks, columns, openings }: AppendixPlan): object {
  return {
    version: 1,
    plan: plan.id,
    marks: marks.map(({ sheet, cell, table, code, heading, found, why }) => {
      return { sheet, cell, table, code, heading, found, why };
    }),
    counts: {
      indicators: plan.indicators.length,
      targets: plan.targets.length,
      tasks: plan.tasks.length,
    },
    columns: columns.map(({ sheet, cell, heading, role, isGuessed }) => ({
      sheet,
      cell,
      heading,
      role,
      guessed: isGuessed,
    })),
    openings: openings.map(({ indicator, year, raw, sheet, cell }) => ({
      indicator,
      year,
      raw,
      sheet,
      cell,
    })),
  };
}

/** What is said of cells of the ledger; `settled` where the files of this very run put it right. */
function ledgerEditsJson(
  remarks: readonly LedgerEdit[],
  ledger: readonly Submission[],
  language: Language,
): { ledgerEdits?: object[] } {
  if (remarks.length === 0) return {};
  const open = new Set(ledger.filter(isEdited).map(submissionId));
  const ledgerEdits = remarks.map(({ sheet, cell, said }) => ({
    code: said.code,
    sheet,
    cell,
    message: refusalSentence(said, language),
    settled: isSettledByFile(said.code) && !open.has(String(said.facts.submission)),
  }));
  return { ledgerEdits };
}

export function consolidationJson(
  result: Consolidation,
  files: readonly CheckedFile[],
  skipped: readonly string[],
  ledger: { remarks: readonly LedgerEdit[]; submissions: readonly Submission[] },
  language: Language,
): object {
  const {
    plan,
    period,
    expected,
    received,
    accepted,
    missing,
    returned,
    blank,
    indicators,
    tasks,
    forms,
  } = result;
  return {
    version: 1,
    plan,
    period,
    expected,
    received,
    accepted,
    missing,
    returned,
    blank,
    files: [...files].sort(byPath).map((file) => fileJson(file, language)),
    skipped,
    ...ledgerEditsJson(ledger.remarks, ledger.submissions, language),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      targets: targetsJson(indicator.targets),
    })),
    tasks,
    forms,
  };
}

/** From when a target stands is said where it ends: else it is the plan's own history. */
function targetsJson(targets: readonly TargetResult[]): object[] {
  const areMilestones = targets.some(({ until }) => until !== undefined);
  return targets.map((target) => {
    const { level, agency, scope, operator, value, to, assess, from, until, confirmed } = target;
    return {
      ...(level === null ? {} : { level }),
      ...(agency === null ? {} : { agency }),
      ...(scope === undefined ? {} : { scope }),
      operator,
      value,
      ...(to === undefined ? {} : { to }),
      ...(assess === undefined ? {} : { judged: assess }),
      ...(areMilestones && from !== undefined ? { from } : {}),
      ...(until === undefined ? {} : { until }),
      confirmed,
    };
  });
}

/** By path; the forms of one workbook by agency and period. */
export function byPath(a: Placed, b: Placed): number {
  const [one, other] = [a, b].map(({ file, agency, period }) => [file, agency ?? '', period ?? '']);
  const differs = one.findIndex((text, index) => text !== other[index]);
  return differs < 0 ? 0 : one[differs] < other[differs] ? -1 : 1;
}

type Placed = Pick<CheckedFile, 'file' | 'agency' | 'period'>;

/** What a terminal obeys instead of showing it: controls, escapes, and what turns a line around. */
const OBEYED =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text with names and words of others in it, as a terminal may have it; in JSON it says the same.
 * `kept` are controls of our own.
 */
export function plain(text: string, kept?: RegExp): string {
  return text.replace(OBEYED, (sign) =>
    kept?.test(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A line on standard output. */
export function print(line: string): void {
  process.stdout.write(`${plain(line)}\n`);
}

/** A plain table for the terminal. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const shown = rows.map((row) => row.map((cell) => plain(cell)));
  const widths = shown[0].map((_, column) =>
    Math.max(...shown.map((row) => [...row[column]].length)),
  );
  for (const row of shown) {
    const cells = row.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length));
    print(cells.join('  ').trimEnd());
  }
}

export function say(text: string): void {
  process.stderr.write(`${plain(text)}\n`);
}
