import { findingSentence, type Language } from '../locale/sentence';
import type { Consolidation } from '../domain/consolidation/consolidation';
import { writeWhole } from './files';
import type { AppendixMark } from '../domain/appendix/mark';
import type { PlanFinding } from '../domain/plan-check/check-plan';
import type { Finding } from '../domain/rules/finding';
import type { CheckedFile } from '../domain/submission/submission';

/** JSON to a file, or to standard output for "-". */
export function writeJson(target: string, value: unknown): void {
  const text = JSON.stringify(value, null, 1) + '\n';
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
export function planCheckJson(plan: string | null, found: readonly PlanFinding[], language: Language): object {
  return { version: 1, plan, findings: found.map(({ row, finding }) => ({ row, ...findingJson(finding, language) })) };
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
    observations: file.observations.map(({ of, code, row, measure, value, raw, sheet, cell, state }) => ({
      [of]: code,
      ...(row === undefined ? {} : { row }),
      measure,
      value,
      raw,
      sheet,
      cell,
      state,
    })),
  };
}

/** A place of an appendix that was not understood for certain. */
export function markJson({ sheet, cell, table, code, heading, found, why }: AppendixMark): object {
  return { sheet, cell, table, code, heading, found, why };
}

export function consolidationJson(
  result: Consolidation,
  files: readonly CheckedFile[],
  skipped: readonly string[],
  language: Language,
): object {
  const { plan, period, expected, received, accepted, missing, returned, indicators, tasks, forms } = result;
  return {
    version: 1,
    plan,
    period,
    expected,
    received,
    accepted,
    missing,
    returned,
    files: [...files].sort(byPath).map((file) => fileJson(file, language)),
    skipped,
    indicators: indicators.map((indicator) => ({
      ...indicator,
      targets: indicator.targets.map(({ level, agency, operator, value, confirmed }) => ({
        ...(level === null ? {} : { level }),
        ...(agency === null ? {} : { agency }),
        operator,
        value,
        confirmed,
      })),
    })),
    tasks,
    forms,
  };
}

/** By path; the forms of one workbook by agency and period. */
export function byPath(a: Placed, b: Placed): number {
  const [one, other] = [a, b].map(({ file, agency, period }) => [file, agency ?? '', period ?? '']);
  const differs = one.findIndex((text, index) => text !== other[index]);
  return differs < 0 ? 0 : one[differs] < other[differs] ? -1 : 1;
}

type Placed = Pick<CheckedFile, 'file' | 'agency' | 'period'>;

/** A plain table for the terminal. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length));
    process.stdout.write(cells.join('  ').trimEnd() + '\n');
  }
}

export function say(text: string): void {
  process.stderr.write(text + '\n');
}
