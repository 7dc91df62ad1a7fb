import type { Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { as, optional, text, whole, word } from '../table/field';
import { SheetTable, type BadCell, type ValuesOf } from '../table/sheet-table';
import { asWorking } from '../table/table';
import { Words } from '../table/words';
import { catalogue } from '../rules/catalogue';
import { pickFindings } from '../rules/causes';
import { bySeverity, type Finding, type FindingCode, type Severity } from '../finding/finding';
import type { Submission } from '../submission/submission';
import { KEPT_SHEET } from './ledger-sheets';

/**
 * *Kết quả kiểm tra*: what was found in each submission, a row for each error and warning, so that
 * why a file was returned is still known when the workbook is opened again. The sentence is made
 * from the code and its facts, as when it was found.
 */

/** A file with more faults is sent again whole; its row of *Bản nộp* says how many there were. */
const KEPT = 200;
/** A cell holds 32,767 characters. */
const CELL_ROOM = 30_000;

const FOUND = new SheetTable(
  KEPT_SHEET,
  {
    submission: text('Mã bản nộp', 22),
    hash: text('Mã đối chiếu tệp', 16),
    /** Counted from 1 within its submission. */
    number: whole('Điểm', 7),
    severity: word(
      'Mức',
      14,
      new Words<Severity>({ error: 'Lỗi phải sửa', warning: 'Cảnh báo', fixed: 'Để biết' }),
    ),
    code: text('Quy tắc', 24),
    sheet: optional(text('Trang tính', 18)),
    cell: optional(text('Ô', 8)),
    label: optional(text('Dòng', 40)),
    facts: as(text('Số liệu của câu', 40), { takes: '{…}' }),
    cause: optional(whole('Cùng nguyên nhân với điểm', 8)),
    reason: optional(text('Giải trình', 40)),
    who: optional(text('Người giải trình', 22)),
  },
  true,
);
type KeptRow = ValuesOf<typeof FOUND>;

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
    (one.findings ?? []).map(({ severity, code, sheet, cell, label, ...found }, index) => ({
      submission: idOf(one),
      hash: one.hash,
      number: index + 1,
      severity,
      code,
      sheet,
      cell,
      label,
      facts: JSON.stringify(found.facts),
      cause: found.cause === null ? null : found.cause + 1,
      reason: found.reason?.text ?? null,
      who: found.reason?.who ?? null,
    })),
  );
  return asWorking(FOUND.write(lines));
}

/** What was found in each submission, and the cells that cannot be read as what we wrote. */
export interface KeptFindings {
  /** By its id and hash. */
  of(id: string, hash: string): Finding[];
  bad: BadCell[];
}

export function readKept(workbook: Workbook): KeptFindings {
  const found = new Map<string, Finding[]>();
  const bad: BadCell[] = [];
  for (const row of FOUND.rowsOf(workbook)) {
    const { values, bad: unreadable } = row.whole();
    const one = values && findingIn(values);
    if (!one) {
      bad.push(unreadable?.[0] ?? row.badAt(exampleOf(row.text('code')) ? 'facts' : 'code'));
      continue;
    }
    const key = `${row.text('submission')} ${row.text('hash')}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  const of = (id: string, hash: string) =>
    (found.get(`${id} ${hash}`) ?? []).map((one, _, all) => ({
      ...one,
      cause: one.cause !== null && one.cause >= 0 && one.cause < all.length ? one.cause : null,
    }));
  return { of, bad };
}

function findingIn({ code, severity, sheet, cell, label, ...row }: KeptRow): Finding | null {
  return keptFinding({
    code,
    severity,
    sheet,
    cell,
    label,
    facts: parsed(row.facts),
    cause: row.cause === null ? null : row.cause - 1,
    reason: row.reason === null ? null : { text: row.reason, who: row.who ?? '' },
  });
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
  const example = exampleOf(kept.code);
  const { facts } = kept;
  if (!example || typeof facts !== 'object' || facts === null) return null;
  const own = new Map<string, unknown>(Object.entries(facts));
  const isLike = Object.entries(example).every(
    ([key, value]) => own.has(key) && isAlike(own.get(key), value),
  );
  return isLike ? (kept as Finding) : null;
}

function exampleOf(code: string): object | undefined {
  examples ??= new Map(
    catalogue().map(({ code: own, example }): [FindingCode, object] => [own, example]),
  );
  return examples.get(code);
}

function isAlike(value: unknown, example: unknown): boolean {
  if (Array.isArray(example))
    return (
      Array.isArray(value) && value.every((one) => typeof one === typeof (example as unknown[])[0])
    );
  return value === null || typeof value === typeof example;
}
