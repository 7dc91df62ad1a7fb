import { formatMoment } from '../text/date';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readDecisions, writeDecisions } from '../domain/ledger/decisions';
import { DECISION_SHEET } from '../domain/ledger/ledger-sheets';
import { writeLedgerJson } from '../domain/ledger/ledger-json';
import {
  LEDGER_FORMAT,
  LEDGER_FORMAT_PROPERTY,
  LEDGER_PLAN_PROPERTY,
  writeLedger,
} from '../domain/ledger/ledger-tables';
import { writePeriodActs, type PeriodAct } from '../domain/ledger/period-states';
import { writeSigned } from '../domain/consolidation/signed-figures';
import { endsWith, parsePeriod, tiles, type Period } from '../domain/period/period';
import { baseKind, findAgency } from '../domain/plan/plan';
import { writePlan } from '../domain/plan/plan-tables';
import { dressed } from '../domain/report/compare-tables';
import { hashOfTables, lockedName, valuesOnly } from '../domain/report/locked-copy';
import type { Submission } from '../domain/submission/submission';
import { safeFileName } from '../text/file-name';
import type { Sheet } from '../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../workbook/workbook';
import { ARCHIVE_LIMITS } from './archive-limits';
import { ARCHIVE, writeArchiveList, type ArchiveEntry } from './archive-list';
import { archiveReadme } from './archive-readme';
import { type Desk } from './desk';
import { DeskRefused } from './desk-refused';
import {
  Cancelled,
  type Progress,
  type ReceivedFile,
  type WorkbookPort,
  type WorkbookWriter,
} from './ports';
import { lockedTablesOf } from './period-acts';
import { standingReport } from './standing-report';

export interface Archive {
  name: string;
  bytes: Uint8Array;
  /** How many originals are in it. */
  originals: number;
  /** Submissions of the period whose original was not among the files given. */
  absent: Submission[];
  /** Files given that are no original of the period. */
  others: number;
}

/**
 * *Lưu trữ kỳ*: one zip with the originals of a period, the ledger, its locked tables, and a list
 * with the hash of each. The workbook keeps no files, so the originals are given: whatever they are
 * called now, the SHA-256 of the bytes says whose they are.
 */
export async function archivePeriod(
  port: WorkbookPort,
  period: Period,
  given: readonly ReceivedFile[],
  write: WorkbookWriter,
  at: string,
  progress: Progress,
): Promise<Archive> {
  const { desk, tables } = await standingReport(port, period);
  const packing = new Packing(at);
  const wanted = submissionsOf(desk, period);
  const found = await findOriginals(wanted, given, progress);
  for (const submission of wanted) packing.original(desk, submission, found.get(submission.hash));
  for (const { name, what, note, workbook } of await tablesOf(port, desk, period, tables))
    packing.file(ARCHIVE.tables + name, what, await write(workbook), note);
  packing.file(
    ARCHIVE.book,
    'Sổ làm việc: kế hoạch, sổ số liệu',
    await write(await bookOf(port, desk)),
  );
  const json = writeLedgerJson({ plan: desk.plan.id, submissions: desk.ledger });
  packing.file(ARCHIVE.ledger, 'Sổ số liệu', strToU8(json));
  const list = strToU8(writeArchiveList(packing.entries));
  packing.add(ARCHIVE.list, list);
  const absent = wanted.filter(({ hash, origin }) => origin === undefined && !found.has(hash));
  const readme = {
    plan: desk.plan,
    period,
    at,
    originals: found.size,
    absent: absent.length,
    list: hashOf(list),
  };
  packing.add(ARCHIVE.readme, strToU8(archiveReadme(readme)));
  const bytes = packing.zip();
  progress.step(given.length, given.length, '');
  const others = given.length - found.size;
  return { name: `luu-tru-${period.id}.zip`, bytes, originals: found.size, absent, others };
}

function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * What was handed in or entered for a period's base periods, and the reports of longer ones that
 * end with one, by agency, period and version.
 */
function submissionsOf({ plan, ledger }: Desk, period: Period): Submission[] {
  const parts = tiles(period, baseKind(plan.schedule)) ?? [period];
  const order = (one: Submission) =>
    `${one.agency} ${one.period} ${String(one.version).padStart(9, '0')}`;
  return ledger
    .filter((one) => {
      const own = parsePeriod(one.period);
      return own && parts.some((part) => endsWith(own, part));
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * The bytes given, by the hash of a submission; each is read once, and none that is too large to be
 * one.
 */
async function findOriginals(
  wanted: readonly Submission[],
  given: readonly ReceivedFile[],
  progress: Progress,
): Promise<Map<string, Uint8Array>> {
  const hashes = new Set(wanted.map(({ hash }) => hash));
  const found = new Map<string, Uint8Array>();
  for (const [index, file] of given.entries()) {
    if (progress.cancelled) throw new Cancelled();
    progress.step(index, given.length, file.path);
    if (file.size > ARCHIVE_LIMITS.entryBytes) continue;
    // A file that cannot be read is an original that is not there, and named as such.
    const bytes = await file.bytes().catch(() => null);
    const hash = bytes && hashOf(bytes);
    if (hash && hashes.has(hash)) found.set(hash, bytes);
    await progress.breathe?.();
  }
  return found;
}

/**
 * Each lock of the period as it stands, and the report as it is now where the period is not locked.
 */
async function tablesOf(
  port: WorkbookPort,
  desk: Desk,
  period: Period,
  now: readonly Sheet[],
): Promise<{ name: string; what: string; note: string; workbook: Workbook }[]> {
  const acts = desk.acts.filter(
    (act) => act.period === period.id && (act.kind === 'locked' || act.kind === 'reopened'),
  );
  const locks = acts.filter(({ kind }) => kind === 'locked');
  const standing = await port.readSheets(locks.flatMap(({ sheets = [] }) => sheets));
  const locked = locks.map((act, index) => ({
    name: `bang-da-khoa-${period.id}-lan-${index + 1}.xlsx`,
    what: 'Bảng đã khóa',
    ...lockedTables(act, index + 1, standing, now),
  }));
  if (acts.at(-1)?.kind === 'locked') return locked;
  const note = 'Kỳ chưa khóa lúc lưu trữ: bảng theo sổ số liệu lúc đó.';
  const workbook = emptyWorkbook(now.map((table) => valuesOnly(table)));
  return [...locked, { name: `bang-chua-khoa-${period.id}.xlsx`, what: 'Bảng', note, workbook }];
}

function lockedTables(
  act: PeriodAct,
  lock: number,
  standing: Workbook,
  now: readonly Sheet[],
): { note: string; workbook: Workbook } {
  const { who, at, hash } = act;
  const { tables, missing } = lockedTablesOf(act, lock, standing);
  const doubt =
    missing.length > 0
      ? `Thiếu trang ${missing.join(', ')}.`
      : hashOfTables(tables) === hash
        ? 'Còn nguyên như lúc khóa.'
        : 'Bảng bị sửa sau khi khóa!';
  const looks = new Map(now.map((table) => [lockedName(table.name, lock), table]));
  const copies = tables.map((table) => dressed(table, looks.get(table.name) ?? table));
  return {
    note: `Khóa lúc ${formatMoment(at)}, ${who}. ${doubt}`,
    workbook: emptyWorkbook(copies),
  };
}

/**
 * Plan and ledger with what was decided: a workbook that opens as a desk of its own, and a ledger
 * file for the command line.
 */
async function bookOf(port: WorkbookPort, desk: Desk): Promise<Workbook> {
  const { plan, ledger, acts, signed } = desk;
  const decisions = readDecisions(await port.readSheets([DECISION_SHEET]));
  const workbook = emptyWorkbook([
    ...writePlan(plan),
    ...writeLedger(plan, ledger),
    ...(decisions.length > 0 ? [writeDecisions(decisions)] : []),
    ...(acts.length > 0 ? [writePeriodActs(acts)] : []),
    ...(signed.length > 0 ? [writeSigned(signed)] : []),
  ]);
  workbook.properties.set(LEDGER_PLAN_PROPERTY, plan.id);
  workbook.properties.set(LEDGER_FORMAT_PROPERTY, String(LEDGER_FORMAT));
  return workbook;
}

/** The files of an archive with their list, within what can be opened again. */
class Packing {
  readonly entries: ArchiveEntry[] = [];
  private readonly files: Zippable = {};
  private readonly taken = new Set<string>();
  private bytes = 0;

  /** `at` is the moment every file carries. */
  constructor(private readonly at: string) {}

  original(desk: Desk, submission: Submission, bytes: Uint8Array | undefined): void {
    const { agency, period, version, hash, file, origin } = submission;
    const agencyName = findAgency(desk.plan, agency)?.name ?? '';
    const own = { agency, agencyName, period, version, received: file };
    if (bytes) {
      const folder = ARCHIVE.originals + safeFileName(agency);
      const path = this.free(`${folder}/${version}_${hash.slice(0, 8)}_`, safeFileName(file));
      this.add(path, bytes);
      this.entries.push({ ...own, path, what: 'Bản gốc', hash, note: '' });
    } else if (origin === undefined) {
      this.entries.push({
        ...own,
        path: '',
        what: 'Bản gốc',
        hash,
        note: 'KHÔNG CÓ trong bản lưu trữ này.',
      });
    } else {
      const note = 'Không phải tệp của đơn vị; lý do và người nhập ở sổ số liệu.';
      this.entries.push({ ...own, path: '', what: 'Nhập vào sổ', hash: '', note });
    }
  }

  file(path: string, what: string, bytes: Uint8Array, note = ''): void {
    this.add(path, bytes);
    const none = { agency: '', agencyName: '', period: '', version: null, received: '' };
    this.entries.push({ ...none, path, what, hash: hashOf(bytes), note });
  }

  add(path: string, bytes: Uint8Array): void {
    this.bytes += bytes.length;
    this.taken.add(path.toLowerCase());
    if (bytes.length > ARCHIVE_LIMITS.entryBytes || this.bytes > ARCHIVE_LIMITS.totalBytes)
      throw tooLarge(`${ARCHIVE_LIMITS.totalBytes >> 20} MB`);
    if (this.taken.size > ARCHIVE_LIMITS.entries) throw tooLarge(`${ARCHIVE_LIMITS.entries} tệp`);
    // A workbook is packed already.
    this.files[path] = [bytes, { level: path.endsWith('.json') || path.endsWith('.csv') ? 6 : 0 }];
  }

  /**
   * Two agencies whose codes are safe in one way, and a hash that begins as another does, are still
   * two files.
   */
  private free(before: string, name: string): string {
    for (let count = 1; ; count++) {
      const path = before + (count === 1 ? name : `${count}_${name}`);
      if (!this.taken.has(path.toLowerCase())) return path;
    }
  }

  zip(): Uint8Array {
    return zipSync(this.files, { mtime: new Date(this.at.slice(0, 19).replace(' ', 'T')) });
  }
}

function tooLarge(limit: string): DeskRefused {
  return new DeskRefused({ code: 'archive-too-large', facts: { limit } });
}
