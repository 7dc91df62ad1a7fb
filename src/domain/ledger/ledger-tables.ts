import { dateFromSerial, dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { findAgency, type Plan } from '../plan/plan';
import { inputColumns } from '../plan/stat-form';
import { readTable, writeTable, type Column, type TableRow } from '../plan/table';
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

/**
 * The ledger as two tables: *Bản nộp*, a row for each submission version, and *Sổ số liệu*, a row for each submission and
 * indicator or task with every measure and its source cell. A submission counts only when all its rows of figures are there:
 * its row says how many, so half a write is recognised.
 */
export const LEDGER_SHEETS = { submissions: 'Bản nộp', figures: 'Sổ số liệu' } as const;
/** Whose plan a file with nothing but a ledger belongs to. */
export const LEDGER_PLAN_PROPERTY = 'TongHop.KeHoach';
export const LEDGER_FORMAT_PROPERTY = 'TongHop.DinhDangSo';
export const LEDGER_FORMAT = 1;

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
export const AWAITED: Record<Awaited, string> = { all: 'Chờ chấp nhận', partial: 'Chờ chấp nhận một phần' };
export const ORIGINS: Record<Origin, string> = { adjustment: 'Nhập hộ, điều chỉnh', opening: 'Nhập tay' };
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

function submissionColumns(plan: Plan): Column<Submission>[] {
  return [
    { heading: 'Mã bản nộp', width: 22, style: TEXT, write: submissionId },
    { heading: 'Lượt ghi', width: 22, style: TEXT, write: (s) => s.run },
    { heading: 'Tệp', width: 48, style: TEXT, write: (s) => s.file },
    { heading: 'Mã băm', width: 16, style: TEXT, write: (s) => s.hash },
    { heading: 'Mã đơn vị', width: 11, style: TEXT, write: (s) => s.agency },
    { heading: 'Đơn vị', width: 40, style: TEXT, write: (s) => findAgency(plan, s.agency)?.name ?? '' },
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
    { heading: 'Tiếp nhận', width: 18, write: (s) => (s.awaits ? AWAITED[s.awaits] : ACCEPTANCES[s.accepted]) },
    { heading: 'Số lỗi', width: 8, write: (s) => s.errors },
    { heading: 'Số cảnh báo', width: 8, write: (s) => s.warnings },
    { heading: 'Số liệu mẫu', width: 9, write: (s) => (s.sample ? 'Có' : null) },
    { heading: EXPLANATIONS, width: 40, style: TEXT, write: (s) => writeExplanations(s.explanations) },
    { heading: 'Nguồn', width: 16, write: (s) => (s.origin ? ORIGINS[s.origin] : null) },
    { heading: 'Lý do', width: 40, style: TEXT, write: (s) => s.grounds?.reason ?? null },
    { heading: 'Số văn bản', width: 22, style: TEXT, write: (s) => s.grounds?.document ?? null },
    { heading: 'Người nhập (tự khai)', width: 22, style: TEXT, write: (s) => s.grounds?.who ?? null },
    { heading: 'Số dòng số liệu', width: 10, write: (s) => groupByCode(s.observations).length },
  ];
}

const EXPLANATIONS = 'Giải trình';
/** Absent in a ledger of before warnings were explained, and of before figures could come without a file; so are difficulties. */
const LATER = new Set([EXPLANATIONS, 'Nguồn', 'Lý do', 'Số văn bản', 'Người nhập (tự khai)']);
const BETWEEN = ' · ';
/** A cell holds 32,767 characters. */
const CELL_ROOM = 30_000;

/** A line for each: "H12 · same-as-last · K07 – Tỷ lệ… · lý do · người · trang tính". */
function writeExplanations(explanations: readonly Explanation[]): string | null {
  const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('·', '-').trim();
  let room = CELL_ROOM;
  const lines = explanations
    .map(({ cell, code, label, text, who, sheet }) => [cell, code, label, text, who, sheet].map(plain).join(BETWEEN))
    .filter((line) => (room -= line.length + 1) > 0);
  return lines.length === 0 ? null : lines.join('\n');
}

function readExplanations(text: string): Explanation[] {
  return text.split('\n').flatMap((line): Explanation[] => {
    const [cell, code, label, own, who, sheet] = line.split(BETWEEN);
    return sheet === undefined ? [] : [{ cell, code, label, text: own, who, sheet }];
  });
}

/** The figures of one submission for one code (of a statistics form: for one of its rows): a row of Sổ số liệu. */
interface FigureRow {
  submission: string;
  of: Observation['of'];
  code: string;
  row: string;
  sheet: string;
  measures: Map<string, Observation>;
}

/** Headings that a ledger of before statistics forms does not have. */
const ROW_HEADING = 'Dòng';

const STAT_HEADING = /^Cột \((.+)\)$/;

/** The typed columns of the plan's statistics forms, and of any whose figures are still there though the plan dropped them. */
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
      : [{ heading: ROW_HEADING, width: 8, style: TEXT, write: (row: FigureRow) => row.row || null }]),
    ...stats.flatMap((code) => measureColumns(code, `Cột (${code})`, false)),
  ];
}

function measureColumns(measure: string, word: string, isText: boolean): Column<FigureRow>[] {
  const at = (row: FigureRow) => row.measures.get(measure);
  return [
    { heading: word, width: 12, style: isText ? TEXT : undefined, write: (row) => at(row)?.value ?? null },
    { heading: `${word}: ô`, width: 8, style: TEXT, write: (row) => at(row)?.cell ?? null },
    { heading: `${word}: ghi trong tệp`, width: 12, style: TEXT, write: (row) => at(row)?.raw ?? null },
    { heading: `${word}: trạng thái`, width: 12, write: (row) => (at(row) ? STATES[at(row)!.state] : null) },
  ];
}

/** Stable and readable: agency, period, version. */
export function submissionId(submission: Submission): string {
  return `${submission.agency}/${submission.period}/${submission.version}`;
}

export function writeLedger(plan: Plan, submissions: readonly Submission[]): Sheet[] {
  return [
    writeTable(LEDGER_SHEETS.submissions, submissionColumns(plan), submissions, true),
    writeTable(
      LEDGER_SHEETS.figures,
      figureColumns(statMeasures(plan, submissions)),
      submissions.flatMap(figureRows),
      true,
    ),
  ];
}

function figureRows(submission: Submission): FigureRow[] {
  return groupByCode(submission.observations).map((group) => ({
    submission: submissionId(submission),
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
    groups.set(key, [...(groups.get(key) ?? []), observation]);
  }
  return [...groups.values()];
}

export type LedgerRefusalCode =
  'ledger-newer-format' | 'ledger-no-sheet' | 'ledger-no-column' | 'ledger-bad-cell' | 'ledger-json-bad';

export interface LedgerReading {
  submissions: Submission[];
  /** Submissions whose figures are not all there, or figures without their submission: an interrupted write; none counts. */
  interrupted: string[];
  /** Rows can be added below as they stand; else the sheets are written anew (somebody moved a column, the plan got a form). */
  takesRows: boolean;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal<LedgerRefusalCode>) {
    super(refusal.code);
  }
}

/** Reads the ledger of a workbook; one without ledger sheets has an empty ledger. */
export function readLedger(workbook: Workbook, plan: Plan): Result<LedgerReading, Refusal<LedgerRefusalCode>> {
  const format = Number(workbook.properties.get(LEDGER_FORMAT_PROPERTY) ?? LEDGER_FORMAT);
  if (format > LEDGER_FORMAT) return refuse('ledger-newer-format', { found: format, known: LEDGER_FORMAT });
  const submissions = findSheet(workbook, LEDGER_SHEETS.submissions);
  const figures = findSheet(workbook, LEDGER_SHEETS.figures);
  if (!submissions && !figures) return accept({ submissions: [], interrupted: [], takesRows: false });
  if (!submissions || !figures) {
    return refuse('ledger-no-sheet', { sheet: submissions ? LEDGER_SHEETS.figures : LEDGER_SHEETS.submissions });
  }
  try {
    return accept(readSheets(plan, submissions, figures));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function readSheets(plan: Plan, submissionSheet: Sheet, figureSheet: Sheet): LedgerReading {
  const observations = new Map<string, Observation[]>();
  const counts = new Map<string, number>();
  const stats = headingsOf(figureSheet).flatMap((heading) => STAT_HEADING.exec(heading)?.[1] ?? []);
  const measures = [...MEASURES, ...stats.map((code) => [code, `Cột (${code})`] as const)];
  const figureLayout = figureColumns(stats);
  for (const row of rowsOf(figureSheet, figureLayout)) {
    const id = row.get('Mã bản nộp').text;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    const list = observations.get(id) ?? [];
    list.push(...readObservations(row, measures));
    observations.set(id, list);
  }
  const reading: LedgerReading = { submissions: [], interrupted: [], takesRows: false };
  const submissionLayout = submissionColumns(plan);
  for (const row of rowsOf(submissionSheet, submissionLayout)) {
    const id = row.get('Mã bản nộp').text;
    const isWhole = (counts.get(id) ?? 0) === integer(row, 'Số dòng số liệu');
    counts.delete(id);
    if (!isWhole) reading.interrupted.push(id);
    else reading.submissions.push(readSubmission(row, observations.get(id) ?? []));
  }
  reading.interrupted.push(...counts.keys());
  const wanted = new Set(statMeasures(plan, []));
  reading.takesRows =
    [...wanted].every((code) => stats.includes(code)) &&
    stands(submissionSheet, submissionLayout) &&
    stands(figureSheet, figureColumns(statMeasures(plan, reading.submissions)));
  return reading;
}

/** Columns of statistics forms are not there in a ledger of before the plan had any. */
function headingsOf(sheet: Sheet): string[] {
  return [...(sheet.rows.get(0) ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([, { value }]) => (typeof value === 'string' ? value.normalize('NFC').trim() : ''));
}

/** Whether a sheet has exactly these columns, in this order, from the first: rows can be added under it as they are written. */
function stands<Row>(sheet: Sheet, columns: readonly Column<Row>[]): boolean {
  const found = headingsOf(sheet);
  return columns.length <= found.length && columns.every(({ heading }, index) => found[index] === heading);
}

function rowsOf<Row>(sheet: Sheet, columns: Column<Row>[]): TableRow[] {
  const table = readTable(
    sheet,
    columns.map((column) => column.heading),
  );
  const { rows } = table;
  const missing = table.missing.filter(
    (heading) =>
      heading !== ROW_HEADING && !LATER.has(heading) && !STAT_HEADING.test(heading) && !heading.startsWith(DIFFICULTY),
  );
  if (missing.length > 0)
    throw new Refused({ code: 'ledger-no-column', facts: { sheet: sheet.name, column: missing.join(', ') } });
  return rows;
}

function readSubmission(row: TableRow, observations: Observation[]): Submission {
  const received = row.get('Ngày nhận').value;
  const late = row.get('Muộn (ngày)').value;
  return {
    hash: row.get('Mã băm').text,
    file: row.get('Tệp').text,
    agency: row.get('Mã đơn vị').text,
    period: row.get('Kỳ').text,
    version: integer(row, 'Lần nộp'),
    received: typeof received === 'number' ? dateFromSerial(received) : null,
    late: typeof late === 'number' ? late : null,
    verdict: key(row, 'Kết quả kiểm tra', VERDICTS),
    sample: row.get('Số liệu mẫu').text !== '',
    errors: integer(row, 'Số lỗi'),
    warnings: integer(row, 'Số cảnh báo'),
    run: row.get('Lượt ghi').text,
    observations,
    explanations: readExplanations(row.get(EXPLANATIONS).text),
    ...readAcceptance(row),
    ...readOrigin(row),
  };
}

function readAcceptance(row: TableRow): Pick<Submission, 'accepted' | 'awaits'> {
  const waits = (Object.keys(AWAITED) as Awaited[]).find((one) => AWAITED[one] === row.get('Tiếp nhận').text);
  return waits ? { accepted: 'none', awaits: waits } : { accepted: key(row, 'Tiếp nhận', ACCEPTANCES) };
}

function readOrigin(row: TableRow): Pick<Submission, 'origin' | 'grounds'> {
  if (row.get('Nguồn').text === '') return {};
  const [reason, document, who] = ['Lý do', 'Số văn bản', 'Người nhập (tự khai)'].map((one) => row.get(one).text);
  return { origin: key(row, 'Nguồn', ORIGINS), grounds: { reason, document, who } };
}

function readObservations(row: TableRow, measures: readonly (readonly [string, string])[]): Observation[] {
  const of = key(row, 'Loại', KINDS);
  return measures.flatMap(([measure, word]): Observation[] => {
    const state = row.get(`${word}: trạng thái`);
    if (state.text === '') return [];
    const value: CellValue = row.get(word).value;
    return [
      {
        of,
        code: row.get('Mã').text,
        ...(of === 'form' ? { row: row.get(ROW_HEADING).text } : {}),
        measure,
        value: typeof value === 'number' || typeof value === 'string' ? value : null,
        raw: row.get(`${word}: ghi trong tệp`).text,
        sheet: row.get('Trang tính').text,
        cell: row.get(`${word}: ô`).text,
        state: key(row, `${word}: trạng thái`, STATES),
      },
    ];
  });
}

function key<K extends string>(row: TableRow, heading: string, words: Record<K, string>): K {
  const cell = row.get(heading);
  const found = (Object.keys(words) as K[]).find((candidate) => words[candidate] === cell.text);
  if (!found) throw bad(cell, Object.values(words).join(' / '));
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
