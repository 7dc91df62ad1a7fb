import type { Actor } from '../actor';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { text } from '../table/field';
import { SheetTable } from '../table/sheet-table';
import type { Finding } from '../finding/finding';

/**
 * What a sender's pane writes into a form beside its figures: *Nhật ký sửa*, every repair with what
 * stood there before, and *Giải trình*, why a warning stands. Both are plain sheets anybody can
 * read; the second goes with the figures to the province's report.
 */
export const LOG_SHEET = 'Nhật ký sửa';
export const REASON_SHEET = 'Giải trình';

export interface RepairLine extends Actor {
  sheet: string;
  cell: string;
  /** The row by code and name. */
  label: string;
  before: string;
  after: string;
  /** The code of the finding that was settled. */
  code: string;
}

const LOG = new SheetTable<RepairLine>(
  LOG_SHEET,
  {
    at: text('Thời điểm', 20),
    who: text('Người thực hiện (tự khai)', 26),
    sheet: text('Trang tính', 18),
    cell: text('Ô', 8),
    label: text('Dòng', 40),
    before: text('Ghi ban đầu', 22),
    after: text('Sửa thành', 22),
    code: text('Quy tắc', 22),
  },
  true,
);

export function writeRepairLog(lines: readonly RepairLine[]): Sheet {
  return LOG.write(lines);
}

/** Why a warning stands, in the sender's words. */
export interface Reason extends Actor {
  sheet: string;
  cell: string;
  label: string;
  code: string;
  /** The warning as it was said. */
  warning: string;
  reason: string;
}

const REASONS = new SheetTable<Reason>(
  REASON_SHEET,
  {
    sheet: text('Trang tính', 18),
    cell: text('Ô', 8),
    label: text('Dòng', 40),
    code: text('Quy tắc', 22),
    warning: text('Cảnh báo', 60),
    reason: text('Lý do', 50),
    who: text('Người thực hiện (tự khai)', 26),
    at: text('Thời điểm', 20),
  },
  true,
);

export function writeReasons(reasons: readonly Reason[]): Sheet {
  return REASONS.write(reasons);
}

/** A form of a few hundred cells has no more; what a hostile file adds is not read. */
const MOST_REASONS = 500;
const LONGEST = 1000;

export function readReasons(workbook: Workbook): Reason[] {
  return REASONS.rowsOf(workbook)
    .slice(0, MOST_REASONS)
    .map((row) => {
      const said = (key: keyof Reason) => row.text(key).slice(0, LONGEST);
      return {
        sheet: said('sheet'),
        cell: said('cell'),
        label: said('label'),
        code: said('code'),
        warning: said('warning'),
        reason: said('reason'),
        who: said('who'),
        at: said('at'),
      };
    });
}

/**
 * The reason given for a warning: of the same rule at the same row, wherever the row stands now.
 * The last one given holds.
 */
export function reasonFor(found: Finding, reasons: readonly Reason[]): Finding['reason'] {
  if (found.severity !== 'warning') return null;
  const isSame = (one: Reason) =>
    one.code === found.code &&
    one.reason !== '' &&
    (one.label === (found.label ?? '') && one.label !== ''
      ? IN_A_ROW_ONCE.has(found.code) || columnOf(one.cell) === columnOf(found.cell ?? '')
      : one.sheet === (found.sheet ?? '') && one.cell === (found.cell ?? ''));
  const given = reasons.findLast(isSame);
  return given ? { text: given.reason, who: given.who } : null;
}

/** Found once in a row at most: a reason of before stood at another cell of it. */
const IN_A_ROW_ONCE: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  'done-without-evidence',
]);

function columnOf(cell: string): string {
  return cell.replace(/\d+$/, '');
}
