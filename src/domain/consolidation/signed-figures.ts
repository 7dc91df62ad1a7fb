import { findSheet, type Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { METHOD, type Consolidation } from './consolidation';
import { readPeriodLabel, type PeriodId } from '../period/period';
import { readTable, writeTable, type Column, type TableRow } from '../table/table';
import { CHECK_HEADING, checkOf } from '../ledger/check-value';
import { edit, wordOf, type LedgerEdit } from '../ledger/ledger-tables';

/**
 * *Số liệu đã khóa*: every total of a period as it stood when the period was locked, a row each.
 * What was signed is compared with these, never with tables that were made again.
 */
export const SIGNED_SHEET = 'Số liệu đã khóa';

export interface SignedFigure {
  period: PeriodId;
  /** 1 for the first lock of the period. */
  lock: number;
  of: 'indicator' | 'task' | 'form';
  code: string;
  /** Only of a statistics form: the number of its column. */
  column: string;
  /** Of a task: done. */
  numerator: number | null;
  /** Of a task: assigned. */
  denominator: number | null;
  value: number | null;
  /** The code of the status, "" of a form. */
  status: string;
  /** The readings it was computed by: see {@link METHOD}. */
  method: number;
  /**
   * The row was changed by hand since: it keeps the check value it was locked with, and is compared
   * with nothing.
   */
  edited?: string;
}

const KINDS: Record<SignedFigure['of'], string> = {
  indicator: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  form: 'Biểu thống kê',
};
/** Absent in a workbook of before the readings had a number: they were the first. */
const METHOD_HEADING = 'Cách tính';
const TEXT = { format: '@' };

const COLUMNS: Column<SignedFigure>[] = [
  { heading: 'Kỳ', width: 10, style: TEXT, write: (one) => one.period },
  { heading: 'Lần khóa', width: 9, write: (one) => one.lock },
  { heading: 'Loại', width: 14, write: (one) => KINDS[one.of] },
  { heading: 'Mã', width: 12, style: TEXT, write: (one) => one.code },
  { heading: 'Cột', width: 8, style: TEXT, write: (one) => one.column || null },
  { heading: 'Tử số / đã hoàn thành', width: 18, write: (one) => one.numerator },
  { heading: 'Mẫu số / được giao', width: 18, write: (one) => one.denominator },
  { heading: 'Kết quả', width: 18, write: (one) => one.value },
  { heading: 'Đánh giá', width: 18, style: TEXT, write: (one) => one.status || null },
  { heading: METHOD_HEADING, width: 10, write: (one) => one.method },
  {
    heading: CHECK_HEADING,
    width: 12,
    style: TEXT,
    write: (one) => one.edited ?? checkOfSigned(one),
  },
];

function checkOfSigned(one: SignedFigure): string {
  const { period, lock, of, code, column, numerator, denominator, value, status } = one;
  return checkOf(period, lock, of, code, column, numerator, denominator, value, status);
}

/** What a consolidation says, as it is kept when its period is locked. */
export function signedFigures(result: Consolidation, lock: number): SignedFigure[] {
  const { period } = result;
  const nothing = {
    column: '',
    numerator: null,
    denominator: null,
    value: null,
    status: '',
    method: METHOD,
  };
  return [
    ...result.indicators.map(({ code, numerator, denominator, value, status }): SignedFigure => {
      return {
        ...nothing,
        period,
        lock,
        of: 'indicator',
        code,
        numerator,
        denominator,
        value,
        status,
      };
    }),
    ...result.tasks.map(({ code, done, assigned, status }): SignedFigure => {
      return {
        ...nothing,
        period,
        lock,
        of: 'task',
        code,
        numerator: done,
        denominator: assigned,
        status,
      };
    }),
    ...result.forms.flatMap(({ form, total }) =>
      Object.entries(total).map(([column, value]): SignedFigure => {
        return { ...nothing, period, lock, of: 'form', code: form, column, value };
      }),
    ),
  ];
}

export function writeSigned(figures: readonly SignedFigure[]): Sheet {
  return writeTable(SIGNED_SHEET, COLUMNS, figures, true);
}

/** The figures in their order; a row nobody can read as one is none of ours. */
export function readSigned(workbook: Workbook): SignedFigure[] {
  return rowsOf(workbook).flatMap((row) => signedIn(row) ?? []);
}

/** Rows that are not what was locked, each at the cell of its code. */
export function signedEdits(workbook: Workbook): LedgerEdit[] {
  return rowsOf(workbook).flatMap((row) => {
    const own = signedIn(row);
    if (own && own.edited === undefined) return [];
    const [at, found] = [
      row.get('Mã'),
      row.get('Kết quả').text || row.get('Tử số / đã hoàn thành').text,
    ];
    return [edit(at, 'ledger-signed-edited', { period: row.get('Kỳ').text, code: at.text, found })];
  });
}

function rowsOf(workbook: Workbook): TableRow[] {
  const sheet = findSheet(workbook, SIGNED_SHEET);
  const headings = COLUMNS.map(({ heading }) => heading);
  return sheet ? readTable(sheet, headings).rows : [];
}

function signedIn(row: TableRow): SignedFigure | null {
  const of = wordOf(KINDS, row.get('Loại').text);
  const period = readPeriodLabel(row.get('Kỳ').text);
  if (!of || !period) return null;
  const figure: SignedFigure = {
    period: period.id,
    lock: number(row, 'Lần khóa') ?? 0,
    of,
    code: row.get('Mã').text,
    column: row.get('Cột').text,
    numerator: number(row, 'Tử số / đã hoàn thành'),
    denominator: number(row, 'Mẫu số / được giao'),
    value: number(row, 'Kết quả'),
    status: row.get('Đánh giá').text,
    method: number(row, METHOD_HEADING) ?? 1,
  };
  const check = row.get(CHECK_HEADING).text;
  // Of before rows had one there is nothing to hold it against.
  return check === '' || check === checkOfSigned(figure) ? figure : { ...figure, edited: check };
}

function number(row: TableRow, heading: string): number | null {
  const { value } = row.get(heading);
  return typeof value === 'number' ? value : null;
}

/** The figures that hold for each locked period: those of its last lock. */
export function lastSigned(signed: readonly SignedFigure[]): Map<PeriodId, SignedFigure[]> {
  const last = new Map<PeriodId, SignedFigure[]>();
  for (const one of signed) {
    const held = last.get(one.period);
    if (held && held[0].lock === one.lock) held.push(one);
    else if (!held || held[0].lock < one.lock) last.set(one.period, [one]);
  }
  return last;
}
