import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { readTable, writeTable, type Column } from '../table/table';
import { catalogue } from '../rules/catalogue';
import { pickFindings } from '../rules/causes';
import { bySeverity, type Finding, type FindingCode, type Severity } from '../finding/finding';
import type { Submission } from '../submission/submission';

/**
 * *Kết quả kiểm tra*: what was found in each submission, a row for each error and warning, so that
 * why a file was returned is still known when the workbook is opened again. The sentence is made
 * from the code and its facts, as when it was found.
 */
export const KEPT_SHEET = 'Kết quả kiểm tra';

/** A file with more faults is sent again whole; its row of *Bản nộp* says how many there were. */
const KEPT = 200;
/** A cell holds 32,767 characters. */
const CELL_ROOM = 30_000;

const SEVERITIES: Record<Severity, string> = {
  error: 'Lỗi phải sửa',
  warning: 'Cảnh báo',
  fixed: 'Đã tự sửa',
};
const TEXT = { format: '@' };

interface Line {
  submission: string;
  hash: string;
  /** Counted from 1 within its submission. */
  number: number;
  found: Finding;
}

const COLUMNS: Column<Line>[] = [
  { heading: 'Mã bản nộp', width: 22, style: TEXT, write: (line) => line.submission },
  { heading: 'Mã băm', width: 16, style: TEXT, write: (line) => line.hash },
  { heading: 'Điểm', width: 7, write: (line) => line.number },
  { heading: 'Mức', width: 14, write: ({ found }) => SEVERITIES[found.severity] },
  { heading: 'Quy tắc', width: 24, style: TEXT, write: ({ found }) => found.code },
  { heading: 'Trang tính', width: 18, style: TEXT, write: ({ found }) => found.sheet },
  { heading: 'Ô', width: 8, style: TEXT, write: ({ found }) => found.cell },
  { heading: 'Dòng', width: 40, style: TEXT, write: ({ found }) => found.label },
  {
    heading: 'Số liệu của câu',
    width: 40,
    style: TEXT,
    write: ({ found }) => JSON.stringify(found.facts),
  },
  {
    heading: 'Theo sau điểm',
    width: 8,
    write: ({ found }) => (found.cause === null ? null : found.cause + 1),
  },
  {
    heading: 'Giải trình',
    width: 40,
    style: TEXT,
    write: ({ found }) => found.reason?.text ?? null,
  },
  {
    heading: 'Người giải trình',
    width: 22,
    style: TEXT,
    write: ({ found }) => found.reason?.who ?? null,
  },
];

/**
 * The findings of a file that its submission keeps: errors and warnings, the gravest where there
 * are too many.
 */
export function keptOf(findings: readonly Finding[]): Finding[] {
  const isKept = ({ severity, facts }: Finding) =>
    severity !== 'fixed' && JSON.stringify(facts).length < CELL_ROOM;
  const indexes = [...findings.keys()].filter((index) => isKept(findings[index]));
  const gravest = indexes
    .sort((a, b) => bySeverity(findings[a], findings[b]) || a - b)
    .slice(0, KEPT);
  return pickFindings(
    findings,
    gravest.sort((a, b) => a - b),
  );
}

export function writeKept(
  submissions: readonly Submission[],
  idOf: (submission: Submission) => string,
): Sheet {
  const lines = submissions.flatMap((one) =>
    (one.findings ?? []).map((found, index): Line => {
      return { submission: idOf(one), hash: one.hash, number: index + 1, found };
    }),
  );
  return writeTable(KEPT_SHEET, COLUMNS, lines, true);
}

/**
 * What was found in each submission, by its id and hash; a row nobody can read as a finding of ours
 * is none.
 */
export function readKept(workbook: Workbook): (id: string, hash: string) => Finding[] {
  const sheet = findSheet(workbook, KEPT_SHEET);
  const found = new Map<string, Finding[]>();
  if (!sheet) return () => [];
  const { rows } = readTable(
    sheet,
    COLUMNS.map(({ heading }) => heading),
  );
  for (const row of rows) {
    const text = (heading: string) => row.get(heading).text;
    const severity = (Object.keys(SEVERITIES) as Severity[]).find(
      (one) => SEVERITIES[one] === text('Mức'),
    );
    const cause = row.get('Theo sau điểm').value;
    const one =
      severity &&
      keptFinding({
        code: text('Quy tắc'),
        severity,
        sheet: text('Trang tính') || null,
        cell: text('Ô') || null,
        label: text('Dòng') || null,
        facts: parsed(text('Số liệu của câu')),
        cause: typeof cause === 'number' ? cause - 1 : null,
        reason:
          text('Giải trình') === ''
            ? null
            : { text: text('Giải trình'), who: text('Người giải trình') },
      });
    if (!one) continue;
    const key = `${text('Mã bản nộp')} ${text('Mã băm')}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return (id, hash) =>
    (found.get(`${id} ${hash}`) ?? []).map((one, _, all) => ({
      ...one,
      cause: one.cause !== null && one.cause >= 0 && one.cause < all.length ? one.cause : null,
    }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let examples: ReadonlyMap<string, object> | undefined;

/**
 * A finding as it was kept, if its facts are those its sentence is made of; people may have changed
 * them, or another version wrote it.
 */
export function keptFinding(
  kept: Omit<Finding, 'code' | 'facts'> & { code: string; facts: unknown },
): Finding | null {
  examples ??= new Map(
    catalogue().map(({ code, example }): [FindingCode, object] => [code, example]),
  );
  const example = examples.get(kept.code);
  const { facts } = kept;
  if (!example || typeof facts !== 'object' || facts === null) return null;
  const own = new Map<string, unknown>(Object.entries(facts));
  const isLike = Object.entries(example).every(
    ([key, value]) => own.has(key) && isAlike(own.get(key), value),
  );
  return isLike ? (kept as Finding) : null;
}

function isAlike(value: unknown, example: unknown): boolean {
  if (Array.isArray(example))
    return (
      Array.isArray(value) && value.every((one) => typeof one === typeof (example as unknown[])[0])
    );
  return value === null || typeof value === typeof example;
}
