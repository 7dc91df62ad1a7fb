import { theOne } from '../../known/known';
import { readNumber } from '../../text/number';
import { isBlank } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { grouped } from '../grouped';
import { madeOnce } from '../made-once';
import { findAgency, type Plan } from '../plan/plan';
import { inputColumns } from '../plan/stat-form';
import { as, day, later, optional, text, value, whole, word, type Field } from '../table/field';
import {
  columnsOf,
  laterHeadings,
  SheetRow,
  type BadCell,
  type Fields,
  type SaidBy,
} from '../table/sheet-table';
import { isWord } from '../table/former-words';
import {
  asWorking,
  readTable,
  writeTable,
  type Column,
  type TableCell,
  type TableRow,
} from '../table/table';
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
import { readKept, writeKept } from './kept-findings';
import { KEPT_SHEET, LEDGER_SHEETS } from './ledger-sheets';

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
  ok: 'Được tính',
  undecided: 'Chưa rõ',
  withheld: 'Không được tính',
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
  ['numerator', 'Tử số'],
  ['denominator', 'Mẫu số'],
  ['value', 'Kết quả'],
  ['status', 'Tình trạng'],
  ['date', 'Ngày hoàn thành'],
  ['text', 'Văn bản'],
  ['difficulty', DIFFICULTY],
];

/** What stands under *Tiếp nhận*: how much was accepted, or what waits for a yes. */
type Standing = `${Acceptance}` | `awaits-${Awaited}`;
const STANDINGS = new Words<Standing>({
  ...ACCEPTANCES,
  'awaits-all': AWAITED.all,
  'awaits-partial': AWAITED.partial,
});

const SUBMISSION = {
  id: text('Mã bản nộp', 22),
  run: text('Lần ghi', 22),
  file: text('Tệp', 48),
  hash: text('Mã đối chiếu tệp', 16),
  agency: text('Mã đơn vị', 11),
  name: text('Đơn vị', 40),
  period: text('Kỳ', 10),
  version: whole('Lần nộp', 9),
  received: optional(day('Ngày nhận', 12)),
  late: optional(whole('Muộn (ngày)', 9)),
  verdict: word('Kết quả kiểm tra', 16, WORDS.verdict),
  standing: word('Tiếp nhận', 18, STANDINGS),
  errors: whole('Số lỗi', 8),
  warnings: whole('Số cảnh báo', 8),
  sample: optional(word('Số liệu mẫu', 9, new Words({ yes: 'Có' }))),
};
/** After the explanations, of which a submission may have several cells. */
const ENTRY = {
  origin: later(optional(word('Nguồn', 16, WORDS.origin))),
  reason: later(optional(text('Lý do', 40))),
  document: later(optional(text('Số văn bản', 22))),
  who: later(optional(text('Người nhập (tự khai)', 22))),
  /** Which of the files of one submission; blank for a form whole. */
  part: later(optional(whole('Tệp thứ', 9))),
  receivedBy: later(optional(text('Ngày nhận: ai ghi', 22))),
  rows: whole('Số dòng số liệu', 10),
  check: later(text(CHECK_HEADING, 22)),
};
const SUBMISSION_ROW = { ...SUBMISSION, ...ENTRY };
type SubmissionValues = SaidBy<typeof SUBMISSION_ROW>;
type SubmissionRow = SheetRow<SubmissionValues>;

interface WrittenSubmission {
  values: SubmissionValues;
  explanations: string[];
}

function submissionColumns(cells: number): Column<WrittenSubmission>[] {
  return [
    ...columnsOf(SUBMISSION, ({ values }: WrittenSubmission, key) => values[key]),
    ...Array.from({ length: cells }, (_, at) => explanationCell(at)).flatMap((field, at) =>
      columnsOf({ field }, ({ explanations }: WrittenSubmission) => explanations[at]),
    ),
    ...columnsOf(ENTRY, ({ values }: WrittenSubmission, key) => values[key]),
  ];
}

/**
 * "Giải trình", "Giải trình (2)"…: as many cells as the longest explanations of one submission
 * take.
 */
function explanationCell(at: number): Field<string> {
  return later(text(at === 0 ? EXPLANATIONS : `${EXPLANATIONS} (${at + 1})`, 40));
}

function writtenSubmission(plan: Plan, one: Submission): WrittenSubmission {
  const { run, file, hash, agency, period, version, received, late, verdict } = one;
  const { accepted, awaits } = one.edited ?? one.entered ?? one;
  return {
    values: {
      id: submissionId(one),
      run,
      file,
      hash,
      agency,
      name: findAgency(plan, agency)?.name ?? '',
      period,
      version,
      received,
      late,
      verdict,
      standing: awaits ? `awaits-${awaits}` : accepted,
      errors: one.errors,
      warnings: one.warnings,
      sample: one.sample ? 'yes' : null,
      origin: one.origin ?? null,
      ...groundsOf(one),
      part: one.part ?? null,
      receivedBy: one.receivedBy ?? null,
      rows: groupByCode(one.observations).length,
      check: submissionCheck(one),
    },
    explanations: writeExplanations(one.explanations),
  };
}

/** Why a figure was entered here, by what paper and by whom; of a form handed in nothing. */
function groundsOf({ grounds }: Submission): Record<'reason' | 'document' | 'who', string | null> {
  return {
    reason: grounds?.reason ?? null,
    document: grounds?.document ?? null,
    who: grounds?.who ?? null,
  };
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

const EXPLANATIONS = 'Giải trình';
const EXPLANATION_HEADING = /^Giải trình( \((\d+)\))?$/;
const BETWEEN = ' · ';
/** A cell holds 32,767 characters. */
const CELL_ROOM = 30_000;

/**
 * The cells of the explanations, a line for each: "H12 · same-as-last · K07 – Tỷ lệ… · lý do ·
 * người · trang tính".
 */
function writeExplanations(explanations: readonly Explanation[]): string[] {
  const plain = (said: string) => said.replace(/\s+/g, ' ').replaceAll('·', '-').trim();
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

/** The explanations of a cell. A line somebody wrote anew is what they say, of no cell. */
function readExplanations(said: string): Explanation[] {
  return said
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Explanation => {
      const parts = line.split(BETWEEN.trim()).map((part) => part.trim());
      if (parts.length !== 6) return { ...OF_NO_CELL, text: line.trim() };
      const [cell, code, label, text, who, sheet] = parts;
      return { cell, code, label, text, who, sheet };
    });
}
const OF_NO_CELL: Explanation = { cell: '', code: '', label: '', text: '', who: '', sheet: '' };

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

const FIGURE = {
  submission: text('Mã bản nộp', 22),
  of: word('Loại', 10, WORDS.kind),
  code: text('Mã', 11),
  sheet: text('Trang tính', 16),
};
/** A ledger of before statistics forms has none. */
const STAT_ROW = { row: later(optional(text('Dòng', 8))) };
const FIGURE_CHECK = { check: later(text(CHECK_HEADING, 22)) };
const FIGURE_ROW = { ...FIGURE, ...STAT_ROW, ...FIGURE_CHECK };
type FigureValues = SaidBy<typeof FIGURE_ROW>;

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
  const own = <Key extends keyof FigureValues>(row: FigureRow, key: Key) => figureValue(row, key);
  return [
    ...columnsOf(FIGURE, own),
    ...MEASURES.flatMap(([measure]) => measureColumns(measure)),
    ...(stats.length === 0 ? [] : columnsOf(STAT_ROW, own)),
    ...stats.flatMap(measureColumns),
    ...columnsOf(FIGURE_CHECK, own),
  ];
}

function figureValue<Key extends keyof FigureValues>(
  row: FigureRow,
  key: Key,
): FigureValues[Key] | undefined {
  if (key === 'check') return figureCheck(row) as FigureValues[Key];
  return (key === 'row' ? row.row || null : row[key as 'code']) as FigureValues[Key];
}

function figureCheck({ submission, file, of, code, row, measures }: FigureRow): string {
  return writeRowCheck(rowCheck(submission, of, code, row), file, measures);
}

/** The four cells of a measure. */
function measureFields(measure: string) {
  const own = MEASURES.find(([known]) => known === measure);
  const heading = own?.[1] ?? `Cột (${measure})`;
  const isFigure = !own || ['numerator', 'denominator', 'value'].includes(measure);
  // A ledger of before a measure was asked for has no columns of it.
  const since = !own || measure === 'difficulty' ? later : <Value>(field: Field<Value>) => field;
  const held = value(heading, 12);
  return {
    value: since(isFigure ? held : as(held, { style: { format: '@' } })),
    cell: since(text(`${heading}: ô`, 8)),
    raw: since(text(`${heading}: ghi trong tệp`, 12)),
    state: since(optional(word(`${heading}: trạng thái`, 12, WORDS.state))),
  };
}
type MeasureValues = SaidBy<ReturnType<typeof measureFields>>;

function measureColumns(measure: string): Column<FigureRow>[] {
  return columnsOf<MeasureValues, FigureRow>(measureFields(measure), ({ measures }, key) => {
    const one = measures.get(measure);
    return one && ((key === 'state' ? writtenState(one) : one[key as 'value']) as never);
  });
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
    () => {
      const columns = submissionColumns(explanationColumns(submissions));
      const rows = submissions.map((one) => writtenSubmission(plan, one));
      return asWorking(writeTable(LEDGER_SHEETS.submissions, columns, rows, true));
    },
    () => {
      const columns = figureColumns(statMeasures(plan, submissions));
      const rows = submissions.flatMap(figureRows);
      return asWorking(writeTable(LEDGER_SHEETS.figures, columns, rows, true));
    },
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
  const groups = grouped(observations, ({ of, code, row = '' }) => `${of} ${code}\u0000${row}`);
  return [...groups.values()];
}

export type LedgerRefusalCode =
  | 'ledger-newer-format'
  | 'ledger-no-sheet'
  | 'ledger-no-column'
  | 'ledger-bad-cell'
  | 'ledger-json-bad';

export interface LedgerReading {
  /** The format it has; once it is written again older versions cannot read it. */
  format: number;
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

/**
 * The format of a workbook's ledger as its sheets say: check values came with the second. Null
 * where it has none.
 */
export function ledgerFormat(workbook: Workbook): number | null {
  const names = Object.values(LEDGER_SHEETS);
  const sheets = names.flatMap((name) => findSheet(workbook, name) ?? []);
  if (sheets.length < names.length) return null;
  return sheets.every((sheet) => headingsOf(sheet).includes(CHECK_HEADING)) ? LEDGER_FORMAT : 1;
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
      format,
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
    return accept(readSheets(plan, submissions, figures, workbook, format));
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
  format: number,
): LedgerReading {
  const kept = readKept(workbook);
  const stats = headingsOf(figureSheet).flatMap((heading) => STAT_HEADING.exec(heading)?.[1] ?? []);
  const measures = [...MEASURES.map(([measure]) => measure), ...stats].map(
    (measure) => [measure, measureFields(measure)] as const,
  );
  const hasChecks = [figureSheet, submissionSheet].every((sheet) =>
    headingsOf(sheet).includes(CHECK_HEADING),
  );
  const { date1904 } = workbook;
  const figures = rowsOf(figureSheet, figureColumns(stats), [
    FIGURE_ROW,
    ...measures.map(([, fields]) => fields),
  ]).map((row) => readFigureRow(new SheetRow(FIGURE_ROW, row, date1904), row, measures, hasChecks));
  const explanations = headingsOf(submissionSheet).filter((heading) =>
    EXPLANATION_HEADING.test(heading),
  ).length;
  const explained = Array.from({ length: explanations }, (_, at) => explanationCell(at));
  // The first ledgers had no explanations.
  const known = explanations === 0 ? [explanationCell(0)] : explained;
  const submissionLayout = submissionColumns(known.length);
  const read = rowsOf(submissionSheet, submissionLayout, [SUBMISSION_ROW, known]).map((row) =>
    readSubmissionRow(new SheetRow(SUBMISSION_ROW, row, date1904), row, explained, hasChecks),
  );
  if (hasChecks) bringBack(figures, read);
  const reading: LedgerReading = {
    format,
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
    if (own.length !== needed(row, 'rows')) {
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
      : judge(plan, whole, row, changed, own);
    reading.submissions.push(judged.submission);
    reading.edits.push(...judged.edits);
  }
  reading.interrupted.push(...new Set(left.map(({ id }) => id)));
  const isMended = mendNumbers(reading);
  reading.edits = reading.edits.filter((one) => !isAdjusted(one, reading.submissions));
  reading.edits.push(...[...read.flatMap(({ bad }) => bad), ...kept.bad].map(badCell));
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
  const groups = grouped(figures, ({ id }) => id);
  const own = new Map<SubmissionRead, FigureRead[]>();
  const sharers = new Map<string, number>();
  for (const { id } of submissions) sharers.set(id, (sharers.get(id) ?? 0) + 1);
  for (const one of submissions) {
    const all = groups.get(one.id) ?? [];
    const file = filePart(readCheck(one.row.text('check')));
    const told = all.filter(({ checks }) => filePart(checks) === file);
    const isTold = told.length > 0 && all.some(({ checks }) => filePart(checks) !== undefined);
    const count = needed(one.row, 'rows');
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
  row: SheetRow<FigureValues>;
  of: Observation['of'];
  /** The cell of a measure's figure. */
  at(measure: string): TableCell;
  observations: Observation[];
  checks: CheckParts;
  /** Somebody changed whose row it is, or of what. */
  isMoved: boolean;
}

type MeasureRead = readonly (readonly [measure: string, Fields<MeasureValues>])[];

function readFigureRow(
  row: SheetRow<FigureValues>,
  table: TableRow,
  measures: MeasureRead,
  hasChecks: boolean,
): FigureRead {
  const checks = readCheck(row.text('check'));
  const [id, code, key] = [row.text('submission'), row.text('code'), row.text('row')];
  const of = needed(row, 'of');
  const observations = readObservations(row, of, table, measures, hasChecks ? checks : null);
  const isMoved = hasChecks && rowPart(checks) !== rowCheck(id, of, code, key);
  const at = (measure: string) =>
    table.get(theOne(measures, ([own]) => own === measure)[1].value.heading);
  return { id, row, of, at, observations, checks, isMoved };
}

/** A row of Bản nộp as it stands. */
interface SubmissionRead {
  id: string;
  row: SubmissionRow;
  submission: Submission;
  /** Of the parts that decide whose figures count those that are not what was entered. */
  changed: Exclude<SubmissionPart, 'số_dòng'>[];
  /** What nobody can read, and the row can do without. */
  bad: BadCell[];
}

function readSubmissionRow(
  row: SubmissionRow,
  table: TableRow,
  explained: readonly Field<string>[],
  hasChecks: boolean,
): SubmissionRead {
  const explanations = explained.flatMap(({ heading }) =>
    readExplanations(table.get(heading).text),
  );
  const submission = { ...readSubmission(row), explanations };
  const checks = readCheck(row.text('check'));
  const now = submissionChecks(submission, acceptanceWord(submission), []);
  const parts = ['đơn_vị', 'tệp', 'tiếp_nhận'] as const;
  const changed = hasChecks ? parts.filter((part) => checks.get(part) !== now[part]) : [];
  return { id: row.text('id'), row, submission, changed, bad: row.bad() };
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
  const lacking = submissions.filter(({ id, row }) => (counts.get(id) ?? 0) < needed(row, 'rows'));
  for (const one of moved) {
    const [code, key] = [one.row.text('code'), one.row.text('row')];
    const own = lacking.find(({ id }) => rowPart(one.checks) === rowCheck(id, one.of, code, key));
    if (own) one.id = own.id;
  }
}

/**
 * What the rows of a submission were entered as, by their check values: made when a moved row asks,
 * and once for all of them.
 */
class EnteredRows {
  private readonly codes = new Map<string, ReadonlyMap<string, string>>();
  private readonly lines = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly plan: Plan,
    private readonly submission: string,
  ) {}

  /** The code a row was entered under, of those the plan has. */
  codeOf(check: string | undefined, of: Observation['of'], key: string): string | undefined {
    const { submission } = this;
    return madeOnce(this.codes, `${of} ${key}`, () =>
      byCheck(this.rows(of), ({ code }) => [rowCheck(submission, of, code, key), code]),
    ).get(check ?? '');
  }

  isCode(of: Observation['of'], code: string): boolean {
    return this.rows(of).some((one) => one.code === code);
  }

  private rows(of: Observation['of']): readonly { code: string }[] {
    const { indicators, tasks, forms } = this.plan;
    return { indicator: indicators, task: tasks, form: forms }[of];
  }

  /** The line of a statistics form a row was entered under. */
  lineOf(check: string | undefined, code: string): string | undefined {
    return madeOnce(this.lines, code, () => {
      const form = this.plan.forms.find((one) => one.code === code);
      return byCheck(form?.rows ?? [], ({ key }) => [
        rowCheck(this.submission, 'form', code, key),
        key,
      ]);
    }).get(check ?? '');
  }
}

/** Of several with one check value the first. */
function byCheck<Row>(
  rows: readonly Row[],
  told: (row: Row) => readonly [check: string, name: string],
): ReadonlyMap<string, string> {
  return new Map(rows.map(told).reverse());
}

/** The cell that says whose row it is, or of what, and is not what was entered. */
function movedEdit(
  entered: EnteredRows,
  submission: string,
  { id, of, row, checks }: FigureRead,
): LedgerEdit {
  const [code, key, found] = [row.text('code'), row.text('row'), row.text('submission')];
  if (found !== id)
    return edit(row.cell('submission'), 'ledger-row-edited', { submission, code, found });
  const check = rowPart(checks);
  const was = entered.codeOf(check, of, key);
  const line = was === undefined && of === 'form' ? entered.lineOf(check, code) : undefined;
  if (line !== undefined)
    return edit(row.cell('row'), 'ledger-row-edited', {
      ...{ submission, code: `${code}, ${line}`, found: key },
    });
  // A row whose own code is one of the plan's, and which no other explains, has another owner.
  if (was === undefined && entered.isCode(of, code))
    return edit(row.cell('submission'), 'ledger-row-edited', { submission, code, found });
  return edit(row.cell('code'), 'ledger-row-edited', {
    submission,
    code: was ?? code,
    found: code,
  });
}

/** A submission without what somebody changed of it by hand, and every such place. */
function judge(
  plan: Plan,
  submission: Submission,
  row: SubmissionRow,
  changed: SubmissionRead['changed'],
  figures: readonly FigureRead[],
): { submission: Submission; edits: LedgerEdit[] } {
  const id = row.text('id');
  const entered = new EnteredRows(plan, id);
  const edits: LedgerEdit[] = [];
  const observations = figures.flatMap((one): Observation[] => {
    const code = one.row.text('code');
    if (one.isMoved) edits.push(movedEdit(entered, id, one));
    return one.observations.map((own) => {
      if (own.edited) {
        const at = one.at(own.measure);
        const { heading } = measureFields(own.measure).value;
        // What looks the same and is a text is none of the figures that are added up.
        const facts: LedgerEdit['said']['facts'] = {
          ...{ submission: id, code, measure: heading, found: at.text, raw: own.raw },
          ...(typeof at.value === 'string' ? { as: 'text' } : {}),
        };
        edits.push({
          ...edit(at, 'ledger-figure-edited', facts),
          about: { submission, figure: own },
        });
      }
      return one.isMoved ? editedFigure(own, SETTLED_BY_NOBODY, writtenState(own)) : own;
    });
  });
  const rows = figures.map((one) =>
    rowCheck('', one.of, one.row.text('code'), one.row.text('row')),
  );
  const isOther =
    figures.every(({ isMoved }) => !isMoved) &&
    readCheck(row.text('check')).get('số_dòng') !==
      submissionChecks(submission, '', rows)['số_dòng'];
  const keys: (keyof SubmissionValues)[] = changed.map((part) => KEY_OF_PART[part]);
  if (isOther) keys.push('rows');
  for (const key of keys) {
    const [at, column] = [row.cell(key), SUBMISSION_ROW[key].heading];
    edits.push(edit(at, 'ledger-submission-edited', { submission: id, column, found: at.text }));
  }
  const { accepted, awaits, ...rest } = { ...submission, observations };
  if (keys.length === 0) return { submission: { ...submission, observations }, edits };
  const stored = readCheck(row.text('check'));
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

const KEY_OF_PART: Record<SubmissionRead['changed'][number], keyof SubmissionValues> = {
  đơn_vị: 'agency',
  tệp: 'hash',
  tiếp_nhận: 'standing',
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

/**
 * The very file, handed in again, puts these right; a decision, a state or what was signed is in no
 * file.
 */
export function isSettledByFile(code: LedgerEditCode): boolean {
  return SETTLED_BY_FILES.has(code);
}

const SETTLED_BY_FILES: ReadonlySet<LedgerEditCode> = new Set([
  'ledger-figure-edited',
  'ledger-row-edited',
  'ledger-submission-edited',
]);

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
  { row, at: cellOf, observations }: FigureRead,
): LedgerEdit[] {
  return observations.flatMap((one) => {
    const { of, code, measure, value, raw, state, sheet, cell } = one;
    if (of === 'task' || state !== 'ok' || typeof value !== 'number') return [];
    if (explanations.some((own) => own.sheet === sheet && own.cell === cell)) return [];
    const read = readingsOf(raw);
    if (read.length === 0 || read.some((own) => Math.abs(own - value) <= 1e-9 * Math.abs(value)))
      return [];
    const at = cellOf(measure);
    const submission = row.text('submission');
    return [
      edit(at, 'ledger-figure-unlike-typed', {
        submission,
        code,
        measure: measureFields(measure).value.heading,
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
    columns.every(({ heading }, index) => isWord(heading, found[index]))
  );
}

/** The rows under these columns; one without a column that every format has is refused. */
function rowsOf<Row>(sheet: Sheet, columns: Column<Row>[], fields: readonly object[]): TableRow[] {
  const table = readTable(
    sheet,
    columns.map((column) => column.heading),
  );
  const known = new Set(fields.flatMap(laterHeadings));
  const missing = table.missing.filter((heading) => !known.has(heading));
  if (missing.length > 0)
    throw new Refused({
      code: 'ledger-no-column',
      facts: { sheet: sheet.name, column: missing.join(', ') },
    });
  return table.rows;
}

function readSubmission(row: SubmissionRow): Omit<Submission, 'explanations'> {
  const part = row.get('part');
  return {
    hash: row.text('hash'),
    file: row.text('file'),
    agency: row.text('agency'),
    period: row.text('period'),
    version: needed(row, 'version'),
    ...(part == null ? {} : { part }),
    received: row.get('received') ?? null,
    late: row.get('late') ?? null,
    verdict: needed(row, 'verdict'),
    // What stands there otherwise is no yes to count it.
    sample: row.text('sample') !== '',
    errors: needed(row, 'errors'),
    warnings: needed(row, 'warnings'),
    run: row.text('run'),
    ...(row.text('receivedBy') === '' ? {} : { receivedBy: row.text('receivedBy') }),
    observations: [],
    ...readStanding(row),
    ...readOrigin(row),
  };
}

function readStanding(row: SubmissionRow): Pick<Submission, 'accepted' | 'awaits'> {
  const standing = needed(row, 'standing');
  if (standing === 'awaits-all') return { accepted: 'none', awaits: 'all' };
  if (standing === 'awaits-partial') return { accepted: 'none', awaits: 'partial' };
  return { accepted: standing };
}

function readOrigin(row: SubmissionRow): Pick<Submission, 'origin' | 'grounds'> {
  const origin = needed(row, 'origin');
  if (origin === null) return {};
  const [reason, document, who] = [row.text('reason'), row.text('document'), row.text('who')];
  return { origin, grounds: { reason, document, who } };
}

/** What a row says; held against its check value where the ledger has such. */
function readObservations(
  row: SheetRow<FigureValues>,
  of: Observation['of'],
  table: TableRow,
  measures: MeasureRead,
  checks: CheckParts | null,
): Observation[] {
  const [code, sheet, key] = [row.text('code'), row.text('sheet'), row.text('row')];
  const observations: Observation[] = [];
  for (const [measure, fields] of measures) {
    const entered = checks && measurePart(checks, measure);
    // Most rows have few of the measures: nothing is made of the others.
    if (!entered && isBlank(table.get(fields.state.heading).value)) continue;
    const cells = new SheetRow(fields, table, false);
    // Without a state there is no figure; where one was entered, somebody blanked it.
    const state = needed(cells, 'state');
    if (state === null && !entered) continue;
    const held = cells.cell('value').value;
    const found: Observation = {
      of,
      code,
      ...(of === 'form' ? { row: key } : {}),
      measure,
      value: typeof held === 'number' || typeof held === 'string' ? held : null,
      raw: cells.text('raw'),
      sheet,
      cell: cells.text('cell'),
      state: state ?? 'ok',
    };
    const isAsEntered = checks === null || (state && entered === measureCheck(found));
    observations.push(
      isAsEntered ? found : editedFigure(found, entered ?? SETTLED_BY_NOBODY, state),
    );
  }
  return observations;
}

/** A cell without which a ledger cannot be read: the whole of it is refused, at that cell. */
function needed<Row extends object, Key extends keyof Row>(row: SheetRow<Row>, key: Key): Row[Key] {
  const value = row.get(key);
  if (value !== undefined) return value;
  const { sheet, cell, found, expected } = row.badAt(key);
  throw new Refused({ code: 'ledger-bad-cell', facts: { sheet, cell, found, expected } });
}
