import type { Workbook } from '../../workbook/workbook';
import type { Sheet } from '../../workbook/sheet';
import { METHOD, type Consolidation } from './consolidation';
import { readPeriodLabel, type PeriodId } from '../period/period';
import { later, number, optional, text, whole, word } from '../table/field';
import { SheetTable, type BadCell, type RowOf } from '../table/sheet-table';
import { asWorking } from '../table/table';
import { Words } from '../table/words';
import { CHECK_HEADING, checkOf } from '../ledger/check-value';
import { edit, type LedgerEdit } from '../ledger/ledger-tables';
import { SIGNED_SHEET } from '../ledger/ledger-sheets';

/**
 * *Số liệu đã khóa*: every total of a period as it stood when the period was locked, a row each.
 * What was signed is compared with these, never with tables that were made again.
 */

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

const SIGNED = new SheetTable(
  SIGNED_SHEET,
  {
    period: text('Kỳ', 10),
    lock: whole('Lần khóa', 9),
    of: word(
      'Loại',
      14,
      new Words({ indicator: 'Chỉ tiêu', task: 'Nhiệm vụ', form: 'Biểu thống kê' }),
    ),
    code: text('Mã', 12),
    column: optional(text('Cột', 8)),
    numerator: optional(number('Tử số / đã hoàn thành', 18)),
    denominator: optional(number('Mẫu số / được giao', 18)),
    value: optional(number('Kết quả', 18)),
    status: optional(text('Đánh giá', 18)),
    /** Absent in a workbook of before the readings had a number: they were the first. */
    method: later(optional(whole('Cách tính', 10))),
    check: later(text(CHECK_HEADING, 12)),
  },
  true,
);
type SignedRow = RowOf<typeof SIGNED>;

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
  const rows = figures.map(({ edited, ...one }) => ({
    ...one,
    column: one.column || null,
    status: one.status || null,
    check: edited ?? checkOfSigned(one),
  }));
  return asWorking(SIGNED.write(rows));
}

/** The figures in their order; a row that is of no period or of nothing is compared with none. */
export function readSigned(workbook: Workbook): SignedFigure[] {
  return SIGNED.rowsOf(workbook).flatMap((row) => signedIn(row) ?? []);
}

/** Rows that are not what was locked: at the cell nobody can read, else at that of the code. */
export function signedEdits(workbook: Workbook): LedgerEdit[] {
  return SIGNED.rowsOf(workbook).flatMap((row) => {
    const own = signedIn(row);
    if (own && own.edited === undefined) return [];
    const facts = { period: row.text('period'), code: row.text('code') };
    const [bad] = badIn(row);
    const found = bad?.found ?? (row.text('value') || row.text('numerator'));
    return [edit(bad ?? row.cell('code'), 'ledger-signed-edited', { ...facts, found })];
  });
}

function badIn(row: SignedRow): BadCell[] {
  const period = readPeriodLabel(row.text('period'));
  return [...(period ? [] : [row.badAt('period')]), ...row.bad()];
}

function signedIn(row: SignedRow): SignedFigure | null {
  const [of, period] = [row.get('of'), readPeriodLabel(row.text('period'))];
  if (!of || !period) return null;
  const figure: SignedFigure = {
    period: period.id,
    lock: row.get('lock') ?? 0,
    of,
    code: row.text('code'),
    column: row.text('column'),
    numerator: row.get('numerator') ?? null,
    denominator: row.get('denominator') ?? null,
    value: row.get('value') ?? null,
    status: row.text('status'),
    method: row.get('method') ?? 1,
  };
  const check = row.text('check');
  if (row.bad().length > 0) return { ...figure, edited: check };
  // Of before rows had one there is nothing to hold it against.
  return check === '' || check === checkOfSigned(figure) ? figure : { ...figure, edited: check };
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
