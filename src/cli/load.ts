import { statSync } from 'node:fs';
import { isOfWord } from '../app/opened-appendix';
import { withBlanks } from '../domain/ledger/blank-forms';
import {
  actEdits,
  lockedPeriods,
  lostLocks,
  writePeriodActs,
  type PeriodAct,
} from '../domain/ledger/period-states';
import { periodActsIn } from '../app/period-acts-in';
import {
  isSettledByFile,
  readLedger,
  writeLedger,
  LEDGER_FORMAT,
  LEDGER_FORMAT_PROPERTY,
  LEDGER_PLAN_PROPERTY,
  type LedgerEdit,
} from '../domain/ledger/ledger-tables';
import type { Plan } from '../domain/plan/plan';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { readPlan } from '../domain/plan/read-plan';
import { accept, refuse, type Result } from '../domain/result';
import type { Decision, Submission } from '../domain/submission/submission';
import { decided, decisionEdits, readDecisions, writeDecisions } from '../domain/ledger/decisions';
import {
  readSigned,
  signedEdits,
  writeSigned,
  type SignedFigure,
} from '../domain/consolidation/signed-figures';
import { columnIn, headingsAt } from '../domain/table/table';
import { cliTexts } from '../locale/cli-texts-of';
import { ownFileSentence, placedSentence, placeName, refusalSentence } from '../locale/sentence';
import { type Language } from '../locale/language';
import { cellName } from '../workbook/address';
import { isBlank } from '../workbook/cell';
import type { Sheet } from '../workbook/sheet';
import { emptyWorkbook, findSheet, type Workbook } from '../workbook/workbook';
import { readLaidOver, type Laid } from '../xlsx/read/laid-over';
import { APPENDIX, OWN, type Limits } from '../xlsx/read/limits';
import type { ReadRefusal } from '../xlsx/read/package';
import { readWorkbook } from '../xlsx/read/workbook';
import { mustBeFile, readBytes, shown } from './files';
import { isFree, keepAs, keptAs, mustBeWritable, writeWhole } from './write-files';
import { say } from './output';
import { refuseWith } from './refused';

function open(
  path: string,
  code: 'plan-file-unreadable' | 'ledger-file-unreadable',
  language: Language,
): Workbook {
  return openAs(readWorkbook, path, code, language);
}

function openAs<Opened>(
  read: (bytes: Uint8Array) => Result<Opened, ReadRefusal>,
  path: string,
  code: 'plan-file-unreadable' | 'ledger-file-unreadable',
  language: Language,
): Opened {
  const bytes = bytesWithin(path, OWN);
  const opened = bytes.ok ? read(bytes.value) : bytes;
  if (opened.ok) return opened.value;
  const reason = ownFileSentence(opened.refusal, language);
  return refuseWith(code, { file: shown(path), reason });
}

/** The bytes of a file, unless there are more of them than is ever opened: then none is read. */
function bytesWithin(path: string, { fileBytes }: Limits): Result<Uint8Array, ReadRefusal> {
  return statSync(mustBeFile(path)).size > fileBytes
    ? refuse('file-too-large', { most: fileBytes >> 20, of: 'MB' })
    : accept(readBytes(path));
}

export function loadPlan(path: string, language: Language): Plan {
  const workbook = openPlanWorkbook(path, language);
  const sheets = Object.values(PLAN_SHEETS);
  // A report or a form is no plan with faults: nothing of it is to be mended.
  if (!sheets.some((name) => findSheet(workbook, name)))
    return refuseWith('plan-file-no-plan', { file: shown(path), sheets: sheets.join(', ') });
  return planIn(workbook, path, language);
}

function planIn(workbook: Workbook, path: string, language: Language): Plan {
  const read = readPlan(workbook);
  if (read.ok) return read.value;
  const reason = refusalSentence(read.refusal, language);
  return refuseWith('plan-file-unreadable', { file: shown(path), reason });
}

/** The workbook of a plan as it stands, for what is said of its cells. */
export function openPlanWorkbook(path: string, language: Language): Workbook {
  return open(path, 'plan-file-unreadable', language);
}

/**
 * A decision's appendix: a workbook in any format a received file may have, or the decision as a
 * .docx.
 */
export async function openAppendixFile(
  path: string,
  language: Language,
): Promise<{ workbook: Workbook; isWord: boolean }> {
  // Only one command reads these.
  const { openAppendix } = await import('../intake/open-appendix');
  const bytes = bytesWithin(path, APPENDIX);
  const opened = bytes.ok ? await openAppendix(bytes.value) : bytes;
  if (opened.ok) return opened;
  if (isOfWord(opened.refusal)) return refuseWith(opened.refusal.code, opened.refusal.facts);
  const reason = ownFileSentence(opened.refusal, language);
  return refuseWith('appendix-file-unreadable', { file: shown(path), reason });
}

/**
 * A ledger of the command line: its submissions as they were decided, who locked which period, and
 * what was signed then.
 */
export interface LedgerFile {
  submissions: Submission[];
  decisions: Decision[];
  acts: PeriodAct[];
  signed: SignedFigure[];
  /** What of its sheets somebody changed by hand and nobody settled. */
  edits: readonly LedgerEdit[];
  /** All that is said of its cells: the edits, and what is told once or counts the safer way. */
  remarks: readonly LedgerEdit[];
  /**
   * What the file holds beside the ledger, for people; it would be gone if the file were written
   * again.
   */
  beside: readonly Beside[];
  /** How wide somebody drew the columns of its sheets, by their headings; kept. */
  widths: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The format the file has; once it is written again older versions cannot read it. */
  format: number;
}

export const EMPTY_LEDGER: LedgerFile = {
  submissions: [],
  decisions: [],
  acts: [],
  signed: [],
  edits: [],
  remarks: [],
  beside: [],
  widths: new Map(),
  format: LEDGER_FORMAT,
};

/**
 * A sheet that is none of the ledger's; the first cell of one of the ledger's that is none of its
 * table, or that has a note; or what a person laid over one of its sheets or put beside them.
 */
export type Beside = { sheet: string; cell: string | null } | Laid;

/**
 * The ledger of a file. Only a command that takes in files may start a new one; a mistyped path is
 * refused.
 */
export function loadLedger(
  path: string | undefined,
  plan: Plan,
  language: Language,
  mayStart = false,
): LedgerFile {
  if (path === undefined) return EMPTY_LEDGER;
  if (mayStart && isFree(path)) {
    mustBeWritable(path);
    return EMPTY_LEDGER;
  }
  const { workbook, laid } = openAs(readLaidOver, path, 'ledger-file-unreadable', language);
  const owner = workbook.properties.get(LEDGER_PLAN_PROPERTY);
  if (owner === undefined) refuseNoLedger(path, workbook);
  if (owner !== plan.id)
    return refuseWith('ledger-of-other-plan', { found: owner, expected: plan.id });
  const ledger = ledgerIn(workbook, path, plan, language);
  return { ...ledger, beside: [...ledger.beside, ...laidOver(workbook, laid)] };
}

/** The ledger a workbook holds, with all that is said of its cells. */
export function ledgerIn(
  workbook: Workbook,
  path: string,
  plan: Plan,
  language: Language,
): LedgerFile {
  const read = readLedger(workbook, plan);
  if (!read.ok) {
    const reason = refusalSentence(read.refusal, language);
    return refuseWith('ledger-file-unreadable', { file: shown(path), reason });
  }
  for (const id of read.value.interrupted) say(cliTexts(language).halfWritten(id));
  const { edits, unlikeTyped, format } = read.value;
  const asDecided = decided(read.value.submissions, readDecisions(workbook));
  const acts = periodActsIn(workbook);
  const others = [
    ...decisionEdits(workbook, asDecided),
    ...actEdits(workbook),
    ...lostLocks(acts),
    ...signedEdits(workbook),
  ];
  const remarks = [...edits, ...unlikeTyped, ...others];
  for (const { sheet, cell, said } of remarks)
    say(placedSentence(sheet, cell, refusalSentence(said, language), language));
  if (edits.some(({ said }) => isSettledByFile(said.code)))
    say(refusalSentence({ code: 'edits-ways-out', facts: {} }, language));
  const decisions = readDecisions(workbook);
  const submissions = withBlanks(plan, asDecided, lockedPeriods(plan, acts));
  const signed = readSigned(workbook);
  return {
    submissions,
    decisions,
    acts,
    signed,
    edits,
    remarks,
    beside: besideLedger(workbook, plan),
    widths: new Map(workbook.sheets.map((sheet) => [sheet.name, widthsOf(sheet)])),
    format,
  };
}

/**
 * The plan and ledger of a workbook that holds both (the pane's own, one put away), or of a ledger
 * of the command line whose plan `planOf` knows.
 */
export function loadWithPlan(
  path: string,
  planOf: (id: string) => Plan | null,
  language: Language,
): { plan: Plan; ledger: LedgerFile } {
  const workbook = open(path, 'ledger-file-unreadable', language);
  const owner = workbook.properties.get(LEDGER_PLAN_PROPERTY);
  const holdsPlan = Object.values(PLAN_SHEETS).some((name) => findSheet(workbook, name));
  if (owner === undefined && !holdsPlan)
    return refuseWith('ledger-file-none', { file: shown(path) });
  const plan = holdsPlan ? planIn(workbook, path, language) : planOf(owner ?? '');
  if (!plan) return refuseWith('lake-plan-unknown', { file: shown(path), plan: owner ?? '' });
  return { plan, ledger: ledgerIn(workbook, path, plan, language) };
}

/**
 * A workbook the command line did not write: the pane's own, which people work in, or one that has
 * nothing to do with us.
 */
function refuseNoLedger(path: string, workbook: Workbook): never {
  const isDesk = Object.values(PLAN_SHEETS).some((name) => findSheet(workbook, name));
  return refuseWith(isDesk ? 'ledger-is-desk' : 'ledger-file-none', { file: shown(path) });
}

/** Headings of tables that are as long as what was handed in asks. */
const NUMBERED = /^(Giải trình \(\d+\)|Cột \(.+\)(: .+)?|Dòng)$/;

function besideLedger(workbook: Workbook, plan: Plan): Beside[] {
  const own = [...writeLedger(plan, []), writeDecisions([]), writePeriodActs([]), writeSigned([])];
  return workbook.sheets.flatMap((sheet): Beside[] => {
    const table = own.find(({ name }) => name === sheet.name);
    if (!table) return [{ sheet: sheet.name, cell: null }];
    const columns = textsIn(sheet, 0);
    // A ledger of before has headings of before; what reading passes over is a person's.
    const headings = headingsAt(sheet, 0);
    const read = new Set(
      [...textsIn(table, 0).values()].map((heading) => columnIn(headings, heading)),
    );
    const isOwn = (column: number) => read.has(column) || NUMBERED.test(columns.get(column) ?? '');
    for (const [row, cells] of sheet.rows)
      for (const [column, { value }] of cells)
        if (!isOwn(column) && !isBlank(value))
          return [{ sheet: sheet.name, cell: cellName(row, column) }];
    return [];
  });
}

/** A note is somebody's too, and so is all else: the ledger is written as cells alone. */
function laidOver({ sheets }: Workbook, laid: readonly Laid[]): Beside[] {
  const notes = sheets.flatMap(({ name, notes: own }) =>
    own.slice(0, 1).map(({ row, column }) => ({ sheet: name, cell: cellName(row, column) })),
  );
  return [...notes, ...laid];
}

function widthsOf(sheet: Sheet): Map<string, number> {
  return new Map(
    [...textsIn(sheet, 0)].flatMap(([column, heading]) => {
      const width = sheet.columnWidths.get(column);
      return width === undefined ? [] : [[heading, width] as const];
    }),
  );
}

function textsIn(sheet: Sheet, row: number): Map<number, string> {
  const cells = [...(sheet.rows.get(row) ?? [])];
  return new Map(
    cells.map(([column, { value }]) => [column, String(value).normalize('NFC').trim()]),
  );
}

/**
 * Says before any work is done that the ledger can be written again without anybody losing
 * anything.
 */
export function mustHoldNothingElse(
  path: string,
  { beside }: LedgerFile,
  language: Language,
): void {
  if (beside.length === 0) return;
  const named = beside.slice(0, NAMED).map((one) => besideName(one, language));
  refuseWith('ledger-holds-more', {
    path: shown(path),
    found: named.join('; '),
    more: beside.length - named.length,
  });
}

function besideName(one: Beside, language: Language): string {
  if ('cell' in one) return placeName(one.sheet, one.cell, language);
  const words = cliTexts(language).laid;
  if (one.name !== null) return words.named(one.name);
  const what = words.kinds[one.kind];
  return one.sheet === null ? what : `${placeName(one.sheet, null, language)} (${what})`;
}

/** More are counted, not named. */
const NAMED = 5;

/**
 * `mayWrite` refuses, at the last moment, where somebody else has written it since it was read. A
 * ledger of an older format stays beside it as it was; its path is given back, else null.
 */
export async function saveLedger(
  path: string,
  plan: Plan,
  ledger: LedgerFile,
  mayWrite: () => void = () => undefined,
): Promise<string | null> {
  const { submissions, decisions, acts, signed } = ledger;
  const workbook = emptyWorkbook([
    ...writeLedger(plan, submissions),
    ...(decisions.length > 0 ? [writeDecisions(decisions)] : []),
    ...(acts.length > 0 ? [writePeriodActs(acts)] : []),
    ...(signed.length > 0 ? [writeSigned(signed)] : []),
  ]);
  for (const sheet of workbook.sheets)
    for (const [column, heading] of textsIn(sheet, 0)) {
      const width = ledger.widths.get(sheet.name)?.get(heading);
      if (width !== undefined) sheet.columnWidths.set(column, width);
    }
  workbook.properties.set(LEDGER_PLAN_PROPERTY, plan.id);
  workbook.properties.set(LEDGER_FORMAT_PROPERTY, String(LEDGER_FORMAT));
  // Most commands write no workbook.
  const { writeWorkbook } = await import('../xlsx/write/workbook');
  const bytes = await writeWorkbook(workbook);
  mayWrite();
  const older = ledger.format < LEDGER_FORMAT ? keepAs(path, markOf(ledger.format)) : null;
  if (older !== null) mayWrite();
  writeWhole(path, bytes);
  return older;
}

const markOf = (format: number) => `dinh-dang-${format}`;

/**
 * What {@link saveLedger} kept beside a ledger of older formats; a file of such a name that is no
 * ledger is somebody's.
 */
export function keptLedgers(path: string): string[] {
  const formats = Array.from({ length: LEDGER_FORMAT - 1 }, (_, before) => before + 1);
  return formats
    .flatMap((format) => keptAs(path, markOf(format)))
    .filter((copy) => {
      const opened = readWorkbook(readBytes(copy));
      return opened.ok && opened.value.properties.has(LEDGER_PLAN_PROPERTY);
    });
}
