import { dateFromSerial, dateToSerial } from '../../text/date';
import { readNumber } from '../../text/number';
import type { CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { findAgency, type Plan } from '../plan/plan';
import { inputColumns } from '../plan/stat-form';
import type { BadCell } from '../table/sheet-table';
import { readTable, writeTable, type Column, type TableRow } from '../table/table';
import { Words } from '../table/words';
import { accept, refuse, type Refusal, type Result } from '../result';
import type {
  Acceptance,
  Awaited,
  Explanation,
  MeasureName,
  Observation,
  ObservationState,
  Origin,
  Submission,
  Verdict,
} from '../submission/submission';
import { KEPT_SHEET, readKept, writeKept } from './kept-findings';

import {
  asItStands,
  CHECK_HEADING,
  editedFigure,
  fileCheck,
  filePart,
  measureCheck,
  measurePart,
  readCheck,
  rowCheck,
  rowPart,
  SETTLED_BY_NOBODY,
  SUBMISSION_PARTS,
  submissionChecks,
  writeRowCheck,
  writeSubmissionCheck,
  writtenState,
  type CheckParts,
  type SubmissionPart,
} from './check-value';
import { figureKey, submissionKey } from './in-force';

/**
 * The ledger as two tables: *Bản nộp*, a row for each submission version, and *Sổ số liệu*, a row
 * for each submission and indicator or task with every measure and its source cell. A submission
 * counts only when all its rows of figures are there: its row says how many, so half a write is
 * recognised.
 */
export const LEDGER_SHEETS = { submissions: 'Bản nộp', figures: 'Sổ số liệu' } as const;
/** Whose plan a file with nothing but a ledger belongs to. */
export const LEDGER_PLAN_PROPERTY = 'TongHop.KeHoach';
export const LEDGER_FORMAT_PROPERTY = 'TongHop.DinhDangSo';
/** 2: every row carries a check value over what was entered. */
export const LEDGER_FORMAT = 2;

export const VERDICTS: Record<Verdict, string> = {
  clean: 'Không có lỗi',
  warnings: 'Có cảnh báo',
  errors: 'Có lỗi',
  unreadable: 'Không đọc được',
};
export const ACCEPTANCES: Record<Acceptance, string> = {
  all: 'Tiếp nhận',
  partial: 'Tiếp nhận một phần',
  none: 'Trả lại',
};
/** What stands under *Tiếp nhận* while a new version waits for somebody to accept it. */
export const AWAITED: Record<Awaited, string> = {
  all: 'Chờ chấp nhận',
  partial: 'Chờ chấp nhận một phần',
};
export const ORIGINS: Record<Origin, string> = {
  adjustment: 'Nhập hộ, điều chỉnh',
  opening: 'Nhập tay',
};
export const STATES: Record<ObservationState, string> = {
  ok: 'Tính',
  undecided: 'Chưa xác định',
  withheld: 'Không tính',
  'not-applicable': 'Không phát sinh',
};
export const KINDS: Record<Observation['of'], string> = {
  indicator: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  form: 'Biểu thống kê',
};
const WORDS = {
  verdict: new Words(VERDICTS),
  acceptance: new Words(ACCEPTANCES),
  awaited: new Words(AWAITED),
  origin: new Words(ORIGINS),
  state: new Words(STATES),
  kind: new Words(KINDS),
};
const DIFFICULTY = 'Khó khăn, vướng mắc';
export const MEASURES: readonly [MeasureName, string][] = [
  ['numerator', 'Tử'],
  ['denominator', 'Mẫu'],
  ['value', 'Kết quả'],
  ['status', 'Tình trạng'],
  ['date', 'Ngày hoàn thành'],
  ['text', 'Văn bản'],
  ['difficulty', DIFFICULTY],
];

const TEXT = { format: '@' };

function submissionColumns(plan: Plan, explanationColumns: number): Column<Submission>[] {
  return [
    { heading: 'Mã bản nộp', width: 22, style: TEXT, write: submissionId },
    { heading: 'Lượt ghi', width: 22, style: TEXT, write: (s) => s.run },
    { heading: 'Tệp', width: 48, style: TEXT, write: (s) => s.file },
    { heading: 'Mã băm', width: 16, style: TEXT, write: (s) => s.hash },
    { heading: 'Mã đơn vị', width: 11, style: TEXT, write: (s) => s.agency },
    {
      heading: 'Đơn vị',
      width: 40,
      style: TEXT,
      write: (s) => findAgency(plan, s.agency)?.name ?? '',
    },
    { heading: 'Kỳ', width: 10, style: TEXT, write: (s) => s.period },
    { heading: 'Lần nộp', width: 9, write: (s) => s.version },
    {
      heading: 'Ngày nhận',
      width: 12,
      style: { format: 'dd/mm/yyyy' },
      write: (s) => (s.received ? dateToSerial(s.received) : null),
    },
    { heading: 'Muộn (ngày)', width: 9, write: (s) => s.late },
    { heading: 'Kết quả kiểm tra', width: 16, write: (s) => VERDICTS[s.verdict] },
    { heading: 'Tiếp nhận', width: 18, write: acceptanceWord },
    { heading: 'Số lỗi', width: 8, write: (s) => s.errors },
    { heading: 'Số cảnh báo', width: 8, write: (s) => s.warnings },
    { heading: 'Số liệu mẫu', width: 9, write: (s) => (s.sample ? 'Có' : null) },
    ...Array.from({ length: explanationColumns }, (_, at): Column<Submission> => {
      const write = (s: Submission) => writeExplanations(s.explanations)[at] ?? null;
      return { heading: explanationHeading(at), width: 40, style: TEXT, write };
    }),
    { heading: 'Nguồn', width: 16, write: (s) => (s.origin ? ORIGINS[s.origin] : null) },
    { heading: 'Lý do', width: 40, style: TEXT, write: (s) => s.grounds?.reason ?? null },
    { heading: 'Số văn bản', width: 22, style: TEXT, write: (s) => s.grounds?.document ?? null },
    {
      heading: 'Người nhập (tự khai)',
      width: 22,
      style: TEXT,
      write: (s) => s.grounds?.who ?? null,
    },
    { heading: PART_HEADING, width: 9, write: (s) => s.part ?? null },
    { heading: RECEIVED_BY, width: 22, style: TEXT, write: (s) => s.receivedBy ?? null },
    { heading: 'Số dòng số liệu', width: 10, write: (s) => groupByCode(s.observations).length },
    { heading: CHECK_HEADING, width: 22, style: TEXT, write: submissionCheck },
  ];
}

function acceptanceWord(submission: Submission): string {
  const { accepted, awaits } = submission.edited ?? submission.entered ?? submission;
  return awaits ? AWAITED[awaits] : ACCEPTANCES[accepted];
}

function submissionCheck(submission: Submission): string {
  return submission.edited?.check ?? writeSubmissionCheck(checksOf(submission));
}

function checksOf(submission: Submission): Record<SubmissionPart, string> {
  const rows = groupByCode(submission.observations).map(([{ of, code, row }]) =>
    rowCheck('', of, code, row ?? ''),
  );
  return submissionChecks(submission, acceptanceWord(submission), rows);
}

/** Which of the files of one submission; blank for a form whole. */
const PART_HEADING = 'Tệp thứ';
const RECEIVED_BY = 'Ngày nhận: ai ghi';
const EXPLANATIONS = 'Giải trình';
const EXPLANATION_HEADING = /^Giải trình( \((\d+)\))?$/;
/**
 * Absent in a ledger of before warnings were explained, figures could come without a file, forms in
 * several, and of before check values.
 */
const LATER = new Set([
  EXPLANATIONS,
  PART_HEADING,
  RECEIVED_BY,
  'Nguồn',
  'Lý do',
  'Số văn bản',
  'Người nhập (tự khai)',
  CHECK_HEADING,
]);
const BETWEEN = ' · ';
/** A cell holds 32,767 characters. */
const CELL_ROOM = 30_000;

/**
 * "Giải trình", "Giải trình (2)"…: as many cells as the longest explanations of one submission
 * take.
 */
function explanationHeading(at: number): string {
  return at === 0 ? EXPLANATIONS : `${EXPLANATIONS} (${at + 1})`;
}

/**
 * The cells of the explanations, a line for each: "H12 · same-as-last · K07 – Tỷ lệ… · lý do ·
 * người · trang tính".
 */
function writeExplanations(explanations: readonly Explanation[]): string[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('·', '-').trim();
  const cells: string[] = [];
  for (const { cell, code, label, text, who, sheet } of explanations) {
    const line = [cell, code, label, text, who, sheet].map(plain).join(BETWEEN).slice(0, CELL_ROOM);
    const last = cells.at(-1);
    if (last === undefined || last.length + line.length >= CELL_ROOM) cells.push(line);
    else cells[cells.length - 1] = `${last}\n${line}`;
  }
  return cells;
}

/** How many cells the explanations of submissions take; the first is always there. */
export function explanationColumns(submissions: readonly Submission[]): number {
  return Math.max(
    1,
    ...submissions.map(({ explanations }) => writeExplanations(explanations).length),
  );
}

function readExplanations(text: string): Explanation[] {
  return text.split('\n').flatMap((line): Explanation[] => {
    const [cell, code, label, own, who, sheet] = line.split(BETWEEN);
    return sheet === undefined ? [] : [{ cell, code, label, text: own, who, sheet }];
  });
}

/**
 * The figures of one submission for one code (of a statistics form: for one of its rows): a row of
 * Sổ số liệu.
 */
interface FigureRow {
  submission: string;
  /** The part of its submission's check value that tells its file. */
  file: string;
  of: Observation['of'];
  code: string;
  row: string;
  sheet: string;
  measures: Map<string, Observation>;
}

/** Headings that a ledger of before statistics forms does not have. */
const ROW_HEADING = 'Dòng';

const STAT_HEADING = /^Cột \((.+)\)$/;

/**
 * The typed columns of the plan's statistics forms, and of any whose figures are still there though
 * the plan dropped them.
 */
export function statMeasures(plan: Plan, submissions: readonly Submission[]): string[] {
  const ofPlan = plan.forms.flatMap((form) => inputColumns(form).map(({ code }) => code));
  const ofFigures = submissions.flatMap(({ observations }) =>
    observations.filter(({ of }) => of === 'form').map(({ measure }) => measure),
  );
  return [...new Set([...ofPlan, ...ofFigures])];
}

function figureColumns(stats: readonly string[]): Column<FigureRow>[] {
  return [
    { heading: 'Mã bản nộp', width: 22, style: TEXT, write: (row) => row.submission },
    { heading: 'Loại', width: 10, write: (row) => KINDS[row.of] },
    { heading: 'Mã', width: 11, style: TEXT, write: (row) => row.code },
    { heading: 'Trang tính', width: 16, style: TEXT, write: (row) => row.sheet },
    ...MEASURES.flatMap(([measure, word]) =>
      measureColumns(measure, word, !['numerator', 'denominator', 'value'].includes(measure)),
    ),
    ...(stats.length === 0
      ? []
      : [
          {
            heading: ROW_HEADING,
            width: 8,
            style: TEXT,
            write: (row: FigureRow) => row.row || null,
          },
        ]),
    ...stats.flatMap((code) => measureColumns(code, `Cột (${code})`, false)),
    { heading: CHECK_HEADING, width: 22, style: TEXT, write: figureCheck },
  ];
}

function figureCheck({ submission, file, of, code, row, measures }: FigureRow): string {
  return writeRowCheck(rowCheck(submission, of, code, row), file, measures);
}

function measureColumns(measure: string, word: string, isText: boolean): Column<FigureRow>[] {
  const at = (row: FigureRow) => row.measures.get(measure);
  return [
    {
      heading: word,
      width: 12,
      style: isText ? TEXT : undefined,
      write: (row) => at(row)?.value ?? null,
    },
    { heading: `${word}: ô`, width: 8, style: TEXT, write: (row) => at(row)?.cell ?? null },
    {
      heading: `${word}: ghi trong tệp`,
      width: 12,
      style: TEXT,
      write: (row) => at(row)?.raw ?? null,
    },
    { heading: `${word}: trạng thái`, width: 12, write: (row) => stateWord(at(row)) },
  ];
}

function stateWord(one: Observation | undefined): string | null {
  const state = one ? writtenState(one) : null;
  return state && STATES[state];
}

/**
 * Stable and readable: agency, period, version; of several files of one version which one, from the
 * second on.
 */
export function submissionId({ agency, period, version, part = 1 }: Submission): string {
  return `${agency}/${period}/${version}${part > 1 ? `/${part}` : ''}`;
}

export function writeLedger(plan: Plan, submissions: readonly Submission[]): [Sheet, Sheet, Sheet] {
  const [own, figures, found] = ledgerSheets(plan, submissions);
  return [own(), figures(), found()];
}

/**
 * The sheets of a ledger, each made when it is asked for: a pane that is looked at draws between
 * them.
 */
export function ledgerSheets(
  plan: Plan,
  submissions: readonly Submission[],
): [submissions: () => Sheet, figures: () => Sheet, found: () => Sheet] {
  return [
    () =>
      writeTable(
        LEDGER_SHEETS.submissions,
        submissionColumns(plan, explanationColumns(submissions)),
        submissions,
        true,
      ),
    () =>
      writeTable(
        LEDGER_SHEETS.figures,
        figureColumns(statMeasures(plan, submissions)),
        submissions.flatMap(figureRows),
        true,
      ),
    () => writeKept(submissions, submissionId),
  ];
}

function figureRows(submission: Submission): FigureRow[] {
  const { edited } = submission;
  const file = edited ? (filePart(readCheck(edited.check)) ?? '') : fileCheck(submission);
  return groupByCode(submission.observations).map((group) => ({
    submission: submissionId(submission),
    file,
    of: group[0].of,
    code: group[0].code,
    row: group[0].row ?? '',
    sheet: group[0].sheet,
    measures: new Map(group.map((observation) => [observation.measure, observation])),
  }));
}

function groupByCode(observations: readonly Observation[]): Observation[][] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = `${observation.of} ${observation.code}\u0000${observation.row ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  return [...groups.values()];
}

export type LedgerRefusalCode =
  | 'ledger-newer-format'
  | 'ledger-no-sheet'
  | 'ledger-no-column'
  | 'ledger-bad-cell'
  | 'ledger-json-bad';

export interface LedgerReading {
  submissions: Submission[];
  /**
   * Submissions whose figures are not all there, or figures without their submission: an
   * interrupted write; none counts.
   */
  interrupted: string[];
  /**
   * Rows can be added below as they stand; else the sheets are written anew (somebody moved a
   * column, the plan got a form).
   */
  takesRows: boolean;
  /** What somebody changed by hand, each at its cell; none of it counts until it is settled. */
  edits: LedgerEdit[];
  /**
   * Of a ledger of before check values: figures that are not what was typed in the file, each at
   * its cell. They count.
   */
  unlikeTyped: LedgerEdit[];
}

class Refused extends Error {
  constructor(readonly refusal: Refusal<LedgerRefusalCode>) {
    super(refusal.code);
  }
}

/** Reads the ledger of a workbook; one without ledger sheets has an empty ledger. */
export function readLedger(
  workbook: Workbook,
  plan: Plan,
): Result<LedgerReading, Refusal<LedgerRefusalCode>> {
  const format = Number(workbook.properties.get(LEDGER_FORMAT_PROPERTY) ?? LEDGER_FORMAT);
  if (format > LEDGER_FORMAT)
    return refuse('ledger-newer-format', { found: format, known: LEDGER_FORMAT });
  const submissions = findSheet(workbook, LEDGER_SHEETS.submissions);
  const figures = findSheet(workbook, LEDGER_SHEETS.figures);
  if (!submissions && !figures)
    return accept({
      submissions: [],
      interrupted: [],
      takesRows: false,
      edits: [],
      unlikeTyped: [],
    });
  if (!submissions || !figures) {
    return refuse('ledger-no-sheet', {
      sheet: submissions ? LEDGER_SHEETS.figures : LEDGER_SHEETS.submissions,
    });
  }
  try {
    return accept(readSheets(plan, submissions, figures, workbook));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function readSheets(
  plan: Plan,
  submissionSheet: Sheet,
  figureSheet: Sheet,
  workbook: Workbook,
): LedgerReading {
  const kept = readKept(workbook);
  const stats = headingsOf(figureSheet).flatMap((heading) => STAT_HEADING.exec(heading)?.[1] ?? []);
  const measures = [...MEASURES, ...stats.map((code) => [code, `Cột (${code})`] as const)];
  const hasChecks = [figureSheet, submissionSheet].every((sheet) =>
    headingsOf(sheet).includes(CHECK_HEADING),
  );
  const figures = rowsOf(figureSheet, figureColumns(stats)).map((row) =>
    readFigureRow(row, measures, hasChecks),
  );
  const explanations = headingsOf(submissionSheet).filter((heading) =>
    EXPLANATION_HEADING.test(heading),
  ).length;
  const submissionLayout = submissionColumns(plan, Math.max(1, explanations));
  const read = rowsOf(submissionSheet, submissionLayout).map((row) =>
    readSubmissionRow(row, explanations, hasChecks, workbook.date1904),
  );
  if (hasChecks) bringBack(figures, read);
  const reading: LedgerReading = {
    submissions: [],
    interrupted: [],
    takesRows: false,
    edits: [],
    unlikeTyped: [],
  };
  const { own: groups, left } = shareOut(figures, read);
  for (const one of read) {
    const { id, row, submission, changed } = one;
    const own = groups.get(one) ?? [];
    if (own.length !== integer(row, 'Số dòng số liệu')) {
      reading.interrupted.push(id);
      continue;
    }
    const findings = kept.of(id, submission.hash);
    const whole = {
      ...submission,
      observations: own.flatMap(({ observations }) => observations),
      ...(findings.length > 0 ? { findings } : {}),
    };
    if (!hasChecks) {
      reading.unlikeTyped.push(...own.flatMap((one) => unlikeTyped(whole, one)));
      reading.submissions.push(whole);
      continue;
    }
    // Opening figures are somebody's own table: they may be corrected where they stand.
    const isFree = submission.origin === 'opening' && changed.length === 0;
    const judged = isFree
      ? {
          submission: { ...whole, observations: whole.observations.flatMap(asItStands) },
          edits: [],
        }
      : judge(whole, row, changed, own);
    reading.submissions.push(judged.submission);
    reading.edits.push(...judged.edits);
  }
  reading.interrupted.push(...new Set(left.map(({ id }) => id)));
  const isMended = mendNumbers(reading);
  reading.edits = reading.edits.filter((one) => !isAdjusted(one, reading.submissions));
  reading.edits.push(...kept.bad.map(badCell));
  const wanted = new Set(statMeasures(plan, []));
  reading.takesRows =
    !isMended &&
    findSheet(workbook, KEPT_SHEET) !== undefined &&
    [...wanted].every((code) => stats.includes(code)) &&
    stands(submissionSheet, submissionLayout) &&
    stands(figureSheet, figureColumns(statMeasures(plan, reading.submissions)));
  return reading;
}

/**
 * The rows of figures of each submission, and those of none. Two windows that enter a form of one
 * agency at the same moment give both the same number: rows are told apart by the file they came
 * from, those of before that was kept by how many there are.
 */
function shareOut(
  figures: readonly FigureRead[],
  submissions: readonly SubmissionRead[],
): { own: Map<SubmissionRead, FigureRead[]>; left: FigureRead[] } {
  const groups = new Map<string, FigureRead[]>();
  for (const one of figures) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  const own = new Map<SubmissionRead, FigureRead[]>();
  const sharers = new Map<string, number>();
  for (const { id } of submissions) sharers.set(id, (sharers.get(id) ?? 0) + 1);
  for (const one of submissions) {
    const all = groups.get(one.id) ?? [];
    const file = filePart(readCheck(one.row.get(CHECK_HEADING).text));
    const told = all.filter(({ checks }) => filePart(checks) === file);
    const isTold = told.length > 0 && all.some(({ checks }) => filePart(checks) !== undefined);
    const count = integer(one.row, 'Số dòng số liệu');
    const taken = isTold
      ? told.slice(0, count)
      : sharers.get(one.id) === 1
        ? all
        : all.slice(0, count);
    own.set(one, taken);
    const isTaken = new Set(taken);
    groups.set(
      one.id,
      all.filter((row) => !isTaken.has(row)),
    );
  }
  return { own, left: [...groups.values()].flat() };
}

/**
 * Submissions that were given one number by two windows at the same moment, in the order they came:
 * the first keeps it. A later form of another file gets the next one and waits for a person, as it
 * would have had it come a moment later; the same file counts once. Gives whether anything was
 * mended: the next write puts the numbers right in the sheets as well.
 */
function mendNumbers(reading: LedgerReading): boolean {
  const taken = new Map<string, Submission>();
  const mended: Submission[] = [];
  const seen = new Set<string>();
  for (const one of reading.submissions) {
    const key = submissionKey(one);
    const before = taken.get(submissionId(one));
    if (before && seen.has(key)) continue;
    seen.add(key);
    const now = before ? laterOf(before, one, [...reading.submissions, ...mended]) : one;
    taken.set(submissionId(now), now);
    mended.push(now);
  }
  const isAsItWas = mended.every((one, index) => one === reading.submissions[index]);
  const isWhole = mended.length === reading.submissions.length;
  reading.submissions = mended;
  return !isAsItWas || !isWhole;
}

function laterOf(before: Submission, one: Submission, all: readonly Submission[]): Submission {
  const used = new Set(all.map(submissionId));
  let version = one.version + 1;
  while (used.has(submissionId({ ...one, version }))) version++;
  const numbered = { ...one, version };
  const isForm = one.origin !== 'adjustment' && before.origin !== 'adjustment';
  if (!isForm || before.accepted === 'none' || one.accepted === 'none') return numbered;
  return { ...numbered, accepted: 'none', awaits: one.accepted };
}

/** A changed figure over which somebody entered another is settled. */
function isAdjusted({ about }: LedgerEdit, submissions: readonly Submission[]): boolean {
  if (!about) return false;
  return submissions.some(
    (one) =>
      one.origin === 'adjustment' &&
      one.accepted !== 'none' &&
      one.agency === about.submission.agency &&
      one.period === about.submission.period &&
      one.version > about.submission.version &&
      one.observations.some((own) => figureKey(own) === figureKey(about.figure)),
  );
}

/** A row of Sổ số liệu as it stands, and what of it is not what was entered. */
interface FigureRead {
  id: string;
  row: TableRow;
  observations: Observation[];
  checks: CheckParts;
  /** Somebody changed whose row it is, or of what. */
  isMoved: boolean;
}

function readFigureRow(
  row: TableRow,
  measures: readonly (readonly [string, string])[],
  hasChecks: boolean,
): FigureRead {
  const checks = readCheck(row.get(CHECK_HEADING).text);
  const [id, code, key] = ['Mã bản nộp', 'Mã', ROW_HEADING].map((heading) => row.get(heading).text);
  const observations = readObservations(row, measures, hasChecks ? checks : null);
  const isMoved = hasChecks && rowPart(checks) !== rowCheck(id, readKind(row), code, key);
  return { id, row, observations, checks, isMoved };
}

/** A row of Bản nộp as it stands. */
interface SubmissionRead {
  id: string;
  row: TableRow;
  submission: Submission;
  /** Of the parts that decide whose figures count those that are not what was entered. */
  changed: Exclude<SubmissionPart, 'số_dòng'>[];
}

function readSubmissionRow(
  row: TableRow,
  explanations: number,
  hasChecks: boolean,
  date1904: boolean,
): SubmissionRead {
  const submission = readSubmission(row, explanations, date1904);
  const checks = readCheck(row.get(CHECK_HEADING).text);
  const now = submissionChecks(submission, acceptanceWord(submission), []);
  const parts = ['đơn_vị', 'tệp', 'tiếp_nhận'] as const;
  const changed = hasChecks ? parts.filter((part) => checks.get(part) !== now[part]) : [];
  return { id: row.get('Mã bản nộp').text, row, submission, changed };
}

/**
 * Rows whose code of submission was changed go back to the one that lacks them: both would look
 * half written.
 */
function bringBack(figures: readonly FigureRead[], submissions: readonly SubmissionRead[]): void {
  const moved = figures.filter(({ isMoved }) => isMoved);
  if (moved.length === 0) return;
  const counts = new Map<string, number>();
  for (const { id } of figures) counts.set(id, (counts.get(id) ?? 0) + 1);
  const lacking = submissions.filter(
    ({ id, row }) => (counts.get(id) ?? 0) < integer(row, 'Số dòng số liệu'),
  );
  for (const one of moved) {
    const [code, key] = ['Mã', ROW_HEADING].map((heading) => one.row.get(heading).text);
    const own = lacking.find(
      ({ id }) => rowPart(one.checks) === rowCheck(id, readKind(one.row), code, key),
    );
    if (own) one.id = own.id;
  }
}

/** A submission without what somebody changed of it by hand, and every such place. */
function judge(
  submission: Submission,
  row: TableRow,
  changed: SubmissionRead['changed'],
  figures: readonly FigureRead[],
): { submission: Submission; edits: LedgerEdit[] } {
  const id = row.get('Mã bản nộp').text;
  const edits: LedgerEdit[] = [];
  const observations = figures.flatMap((one): Observation[] => {
    const [code, found] = [one.row.get('Mã').text, one.row.get('Mã bản nộp').text];
    if (one.isMoved)
      edits.push(
        edit(one.row.get('Mã bản nộp'), 'ledger-row-edited', { submission: id, code, found }),
      );
    return one.observations.map((own) => {
      if (own.edited) {
        const word =
          MEASURES.find(([measure]) => measure === own.measure)?.[1] ?? `Cột (${own.measure})`;
        const at = one.row.get(word);
        const facts = { submission: id, code, measure: word, found: at.text, raw: own.raw };
        edits.push({
          ...edit(at, 'ledger-figure-edited', facts),
          about: { submission, figure: own },
        });
      }
      return one.isMoved ? editedFigure(own, SETTLED_BY_NOBODY, writtenState(own)) : own;
    });
  });
  const rows = figures.map((one) =>
    rowCheck('', readKind(one.row), one.row.get('Mã').text, one.row.get(ROW_HEADING).text),
  );
  const isOther =
    figures.every(({ isMoved }) => !isMoved) &&
    readCheck(row.get(CHECK_HEADING).text).get('số_dòng') !==
      submissionChecks(submission, '', rows)['số_dòng'];
  const headings: string[] = changed.map((part) => HEADING_OF_PART[part]);
  if (isOther) headings.push('Số dòng số liệu');
  for (const heading of headings) {
    const at = row.get(heading);
    edits.push(
      edit(at, 'ledger-submission-edited', { submission: id, column: heading, found: at.text }),
    );
  }
  const { accepted, awaits, ...rest } = { ...submission, observations };
  if (headings.length === 0) return { submission: { ...submission, observations }, edits };
  const stored = readCheck(row.get(CHECK_HEADING).text);
  const check = SUBMISSION_PARTS.map(
    (part) => `${part}:${stored.get(part) ?? SETTLED_BY_NOBODY}`,
  ).join(' ');
  return {
    submission: {
      ...rest,
      accepted: 'none',
      edited: { check, accepted, ...(awaits ? { awaits } : {}) },
    },
    edits,
  };
}

const HEADING_OF_PART: Record<SubmissionRead['changed'][number], string> = {
  đơn_vị: 'Mã đơn vị',
  tệp: 'Mã băm',
  tiếp_nhận: 'Tiếp nhận',
};

/** Something of the ledger that is not what was entered, at its cell. */
export interface LedgerEdit {
  sheet: string;
  cell: string;
  said: Refusal<LedgerEditCode>;
  /** Of a figure: which. */
  about?: { submission: Submission; figure: Observation };
}

export type LedgerEditCode =
  | 'ledger-figure-edited'
  | 'ledger-row-edited'
  | 'ledger-submission-edited'
  | 'ledger-figure-unlike-typed'
  | 'ledger-decision-unreadable'
  | 'ledger-decision-of-nothing'
  | 'ledger-act-unreadable'
  | 'ledger-act-of-nothing'
  | 'ledger-act-changed'
  | 'ledger-lock-lost'
  | 'ledger-signed-edited'
  | 'ledger-cell-unreadable';

/** A cell that says nothing its column could mean: nothing is taken from it. */
export function badCell({ sheet, cell, heading, found, expected }: BadCell): LedgerEdit {
  return edit({ sheet, cell }, 'ledger-cell-unreadable', { column: heading, found, expected });
}

export function edit(
  { sheet, cell }: { sheet: string; cell: string },
  code: LedgerEditCode,
  facts: Refusal['facts'],
): LedgerEdit {
  return { sheet, cell, said: { code, facts } };
}

/**
 * Figures that can be no reading of what was typed; what a person chose to read otherwise stands
 * among the explanations.
 */
function unlikeTyped(
  { explanations }: Submission,
  { row, observations }: FigureRead,
): LedgerEdit[] {
  return observations.flatMap((one) => {
    const { of, code, measure, value, raw, state, sheet, cell } = one;
    if (of === 'task' || state !== 'ok' || typeof value !== 'number') return [];
    if (explanations.some((own) => own.sheet === sheet && own.cell === cell)) return [];
    const read = readingsOf(raw);
    if (read.length === 0 || read.some((own) => Math.abs(own - value) <= 1e-9 * Math.abs(value)))
      return [];
    const word = MEASURES.find(([own]) => own === measure)?.[1] ?? `Cột (${measure})`;
    const at = row.get(word);
    const submission = row.get('Mã bản nộp').text;
    return [
      edit(at, 'ledger-figure-unlike-typed', {
        submission,
        code,
        measure: word,
        found: at.text,
        raw,
      }),
    ];
  });
}

/** Every number a typed text may mean. */
function readingsOf(raw: string): number[] {
  const plain = raw.trim() === '' ? NaN : Number(raw);
  const read = [true, false].flatMap((counted): number[] => {
    const reading = readNumber(raw, { counted, units: [] });
    if (reading.kind === 'number') return [reading.value];
    if (reading.kind === 'ambiguous') return [...reading.values];
    return reading.kind === 'letters' ? [reading.suggestion] : [];
  });
  return [plain, ...read].filter(Number.isFinite);
}

/** Columns of statistics forms are not there in a ledger of before the plan had any. */
function headingsOf(sheet: Sheet): string[] {
  return [...(sheet.rows.get(0) ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([, { value }]) => (typeof value === 'string' ? value.normalize('NFC').trim() : ''));
}

/**
 * Whether a sheet has exactly these columns, in this order, from the first: rows can be added under
 * it as they are written.
 */
function stands<Row>(sheet: Sheet, columns: readonly Column<Row>[]): boolean {
  const found = headingsOf(sheet);
  return (
    columns.length <= found.length &&
    columns.every(({ heading }, index) => found[index] === heading)
  );
}

function rowsOf<Row>(sheet: Sheet, columns: Column<Row>[]): TableRow[] {
  const table = readTable(
    sheet,
    columns.map((column) => column.heading),
  );
  const { rows } = table;
  const missing = table.missing.filter(
    (heading) =>
      heading !== ROW_HEADING &&
      !LATER.has(heading) &&
      !STAT_HEADING.test(heading) &&
      !heading.startsWith(DIFFICULTY),
  );
  if (missing.length > 0)
    throw new Refused({
      code: 'ledger-no-column',
      facts: { sheet: sheet.name, column: missing.join(', ') },
    });
  return rows;
}

function readSubmission(row: TableRow, explanations: number, date1904: boolean): Submission {
  const received = row.get('Ngày nhận').value;
  const part = row.get(PART_HEADING).value;
  const late = row.get('Muộn (ngày)').value;
  return {
    hash: row.get('Mã băm').text,
    file: row.get('Tệp').text,
    agency: row.get('Mã đơn vị').text,
    period: row.get('Kỳ').text,
    version: integer(row, 'Lần nộp'),
    ...(typeof part === 'number' ? { part } : {}),
    received: typeof received === 'number' ? dateFromSerial(received, date1904) : null,
    late: typeof late === 'number' ? late : null,
    verdict: key(row, 'Kết quả kiểm tra', WORDS.verdict),
    sample: row.get('Số liệu mẫu').text !== '',
    errors: integer(row, 'Số lỗi'),
    warnings: integer(row, 'Số cảnh báo'),
    run: row.get('Lượt ghi').text,
    ...(row.get(RECEIVED_BY).text === '' ? {} : { receivedBy: row.get(RECEIVED_BY).text }),
    observations: [],
    explanations: Array.from(
      { length: explanations },
      (_, at) => row.get(explanationHeading(at)).text,
    ).flatMap(readExplanations),
    ...readAcceptance(row),
    ...readOrigin(row),
  };
}

function readAcceptance(row: TableRow): Pick<Submission, 'accepted' | 'awaits'> {
  const waits = WORDS.awaited.read(row.get('Tiếp nhận').text);
  return waits
    ? { accepted: 'none', awaits: waits }
    : { accepted: key(row, 'Tiếp nhận', WORDS.acceptance) };
}

function readOrigin(row: TableRow): Pick<Submission, 'origin' | 'grounds'> {
  if (row.get('Nguồn').text === '') return {};
  const [reason, document, who] = ['Lý do', 'Số văn bản', 'Người nhập (tự khai)'].map(
    (one) => row.get(one).text,
  );
  return { origin: key(row, 'Nguồn', WORDS.origin), grounds: { reason, document, who } };
}

function readKind(row: TableRow): Observation['of'] {
  return key(row, 'Loại', WORDS.kind);
}

/** What a row says; held against its check value where the ledger has such. */
function readObservations(
  row: TableRow,
  measures: readonly (readonly [string, string])[],
  checks: CheckParts | null,
): Observation[] {
  const of = readKind(row);
  return measures.flatMap(([measure, word]): Observation[] => {
    const state = row.get(`${word}: trạng thái`);
    const entered = checks && measurePart(checks, measure);
    // Without a state there is no figure; where one was entered, somebody blanked it.
    if (state.text === '' && !entered) return [];
    const value: CellValue = row.get(word).value;
    const found: Observation = {
      of,
      code: row.get('Mã').text,
      ...(of === 'form' ? { row: row.get(ROW_HEADING).text } : {}),
      measure,
      value: typeof value === 'number' || typeof value === 'string' ? value : null,
      raw: row.get(`${word}: ghi trong tệp`).text,
      sheet: row.get('Trang tính').text,
      cell: row.get(`${word}: ô`).text,
      state: state.text === '' ? 'ok' : key(row, `${word}: trạng thái`, WORDS.state),
    };
    const stands = state.text === '' ? null : found.state;
    if (checks === null || (stands && entered === measureCheck(found))) return [found];
    return [editedFigure(found, entered ?? SETTLED_BY_NOBODY, stands)];
  });
}

function key<K extends string>(row: TableRow, heading: string, words: Words<K>): K {
  const cell = row.get(heading);
  const found = words.read(cell.text);
  if (!found) throw bad(cell, words.all.join(' / '));
  return found;
}

function integer(row: TableRow, heading: string): number {
  const cell = row.get(heading);
  if (typeof cell.value !== 'number' || !Number.isInteger(cell.value)) throw bad(cell, '0, 1, 2…');
  return cell.value;
}

function bad(cell: { sheet: string; cell: string; text: string }, expected: string): Refused {
  const facts = { sheet: cell.sheet, cell: cell.cell, found: cell.text, expected };
  return new Refused({ code: 'ledger-bad-cell', facts });
}
