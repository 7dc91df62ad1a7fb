import { dateFromSerial, dateToSerial } from '../../text/date';
import type { CellValue } from '../../workbook/cell';
import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { findAgency, type Plan } from '../plan/plan';
import { readTable, writeTable, type Column, type TableRow } from '../plan/table';
import { accept, refuse, type Refusal, type Result } from '../result';
import type {
  Acceptance,
  MeasureName,
  Observation,
  ObservationState,
  Submission,
  Verdict,
} from '../submission/submission';

/**
 * The ledger as two tables: *Bản nộp*, a row for each submission version, and *Sổ số liệu*, a row for each submission and
 * indicator or task with every measure and its source cell. A submission counts only when all its rows of figures are there:
 * its row says how many, so half a write is recognised.
 */
export const LEDGER_SHEETS = { submissions: 'Bản nộp', figures: 'Sổ số liệu' } as const;
export const LEDGER_FORMAT_PROPERTY = 'TongHop.DinhDangSo';
export const LEDGER_FORMAT = 1;

const VERDICTS: Record<Verdict, string> = {
  clean: 'Không có lỗi',
  warnings: 'Có cảnh báo',
  errors: 'Có lỗi',
  unreadable: 'Không đọc được',
};
const ACCEPTANCES: Record<Acceptance, string> = { all: 'Tiếp nhận', partial: 'Tiếp nhận một phần', none: 'Trả lại' };
const STATES: Record<ObservationState, string> = {
  ok: 'Tính',
  undecided: 'Chưa xác định',
  withheld: 'Không tính',
  'not-applicable': 'Không phát sinh',
};
const MEASURES: readonly [MeasureName, string][] = [
  ['numerator', 'Tử'],
  ['denominator', 'Mẫu'],
  ['value', 'Kết quả'],
  ['status', 'Tình trạng'],
  ['date', 'Ngày hoàn thành'],
  ['text', 'Văn bản'],
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
    { heading: 'Tiếp nhận', width: 18, write: (s) => ACCEPTANCES[s.accepted] },
    { heading: 'Số lỗi', width: 8, write: (s) => s.errors },
    { heading: 'Số cảnh báo', width: 8, write: (s) => s.warnings },
    { heading: 'Số liệu mẫu', width: 9, write: (s) => (s.sample ? 'Có' : null) },
    { heading: 'Số dòng số liệu', width: 10, write: (s) => groupByCode(s.observations).length },
  ];
}

/** The figures of one submission for one code: a row of Sổ số liệu. */
interface FigureRow {
  submission: string;
  of: Observation['of'];
  code: string;
  sheet: string;
  measures: Map<MeasureName, Observation>;
}

const FIGURE_COLUMNS: Column<FigureRow>[] = [
  { heading: 'Mã bản nộp', width: 22, style: TEXT, write: (row) => row.submission },
  { heading: 'Loại', width: 10, write: (row) => (row.of === 'indicator' ? 'Chỉ tiêu' : 'Nhiệm vụ') },
  { heading: 'Mã', width: 11, style: TEXT, write: (row) => row.code },
  { heading: 'Trang tính', width: 16, style: TEXT, write: (row) => row.sheet },
  ...MEASURES.flatMap(([measure, word]): Column<FigureRow>[] => {
    const at = (row: FigureRow) => row.measures.get(measure);
    const isFigure = measure === 'numerator' || measure === 'denominator' || measure === 'value';
    return [
      { heading: word, width: 12, style: isFigure ? undefined : TEXT, write: (row) => at(row)?.value ?? null },
      { heading: `${word}: ô`, width: 8, style: TEXT, write: (row) => at(row)?.cell ?? null },
      { heading: `${word}: ghi trong tệp`, width: 12, style: TEXT, write: (row) => at(row)?.raw ?? null },
      { heading: `${word}: trạng thái`, width: 12, write: (row) => (at(row) ? STATES[at(row)!.state] : null) },
    ];
  }),
];

/** Stable and readable: agency, period, version. */
export function submissionId(submission: Submission): string {
  return `${submission.agency}/${submission.period}/${submission.version}`;
}

export function writeLedger(plan: Plan, submissions: readonly Submission[]): Sheet[] {
  return [
    writeTable(LEDGER_SHEETS.submissions, submissionColumns(plan), submissions, true),
    writeTable(LEDGER_SHEETS.figures, FIGURE_COLUMNS, submissions.flatMap(figureRows), true),
  ];
}

function figureRows(submission: Submission): FigureRow[] {
  return groupByCode(submission.observations).map((group) => ({
    submission: submissionId(submission),
    of: group[0].of,
    code: group[0].code,
    sheet: group[0].sheet,
    measures: new Map(group.map((observation) => [observation.measure, observation])),
  }));
}

function groupByCode(observations: readonly Observation[]): Observation[][] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = `${observation.of} ${observation.code}`;
    groups.set(key, [...(groups.get(key) ?? []), observation]);
  }
  return [...groups.values()];
}

export type LedgerRefusalCode = 'ledger-newer-format' | 'ledger-no-sheet' | 'ledger-no-column' | 'ledger-bad-cell';

export interface LedgerReading {
  submissions: Submission[];
  /** Submissions whose figures are not all there, or figures without their submission: an interrupted write; none counts. */
  interrupted: string[];
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
  if (!submissions && !figures) return accept({ submissions: [], interrupted: [] });
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
  for (const row of rowsOf(figureSheet, FIGURE_COLUMNS)) {
    const id = row.get('Mã bản nộp').text;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    const list = observations.get(id) ?? [];
    list.push(...readObservations(row));
    observations.set(id, list);
  }
  const reading: LedgerReading = { submissions: [], interrupted: [] };
  for (const row of rowsOf(submissionSheet, submissionColumns(plan))) {
    const id = row.get('Mã bản nộp').text;
    const isWhole = (counts.get(id) ?? 0) === integer(row, 'Số dòng số liệu');
    counts.delete(id);
    if (!isWhole) reading.interrupted.push(id);
    else reading.submissions.push(readSubmission(row, observations.get(id) ?? []));
  }
  reading.interrupted.push(...counts.keys());
  return reading;
}

function rowsOf<Row>(sheet: Sheet, columns: Column<Row>[]): TableRow[] {
  const { rows, missing } = readTable(
    sheet,
    columns.map((column) => column.heading),
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
    accepted: key(row, 'Tiếp nhận', ACCEPTANCES),
    sample: row.get('Số liệu mẫu').text !== '',
    errors: integer(row, 'Số lỗi'),
    warnings: integer(row, 'Số cảnh báo'),
    run: row.get('Lượt ghi').text,
    observations,
  };
}

function readObservations(row: TableRow): Observation[] {
  return MEASURES.flatMap(([measure, word]): Observation[] => {
    const state = row.get(`${word}: trạng thái`);
    if (state.text === '') return [];
    const value: CellValue = row.get(word).value;
    return [
      {
        of: row.get('Loại').text === 'Chỉ tiêu' ? 'indicator' : 'task',
        code: row.get('Mã').text,
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
