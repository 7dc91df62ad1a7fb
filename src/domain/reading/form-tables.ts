import type { Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { readTable, writeTable, type Column } from '../table/table';
import type { Finding } from '../finding/finding';

/**
 * What a sender's pane writes into a form beside its figures: *Nhật ký sửa*, every repair with what
 * stood there before, and *Giải trình*, why a warning stands. Both are plain sheets anybody can
 * read; the second goes with the figures to the province's report.
 */
export const LOG_SHEET = 'Nhật ký sửa';
export const REASON_SHEET = 'Giải trình';

const TEXT = { format: '@' };

export interface RepairLine {
  at: string;
  who: string;
  sheet: string;
  cell: string;
  /** The row by code and name. */
  label: string;
  before: string;
  after: string;
  /** The code of the finding that was settled. */
  code: string;
}

const LOG: Column<RepairLine>[] = [
  { heading: 'Lúc', width: 20, style: TEXT, write: (line) => line.at },
  { heading: 'Người thực hiện (tự khai)', width: 26, style: TEXT, write: (line) => line.who },
  { heading: 'Trang tính', width: 18, style: TEXT, write: (line) => line.sheet },
  { heading: 'Ô', width: 8, style: TEXT, write: (line) => line.cell },
  { heading: 'Dòng', width: 40, style: TEXT, write: (line) => line.label },
  { heading: 'Ghi ban đầu', width: 22, style: TEXT, write: (line) => line.before },
  { heading: 'Sửa thành', width: 22, style: TEXT, write: (line) => line.after },
  { heading: 'Quy tắc', width: 22, style: TEXT, write: (line) => line.code },
];

export function writeRepairLog(lines: readonly RepairLine[]): Sheet {
  return writeTable(LOG_SHEET, LOG, lines, true);
}

/** Why a warning stands, in the sender's words. */
export interface Reason {
  sheet: string;
  cell: string;
  label: string;
  code: string;
  /** The warning as it was said. */
  warning: string;
  reason: string;
  who: string;
  at: string;
}

const REASONS: Column<Reason>[] = [
  { heading: 'Trang tính', width: 18, style: TEXT, write: (one) => one.sheet },
  { heading: 'Ô', width: 8, style: TEXT, write: (one) => one.cell },
  { heading: 'Dòng', width: 40, style: TEXT, write: (one) => one.label },
  { heading: 'Quy tắc', width: 22, style: TEXT, write: (one) => one.code },
  { heading: 'Cảnh báo', width: 60, style: TEXT, write: (one) => one.warning },
  { heading: 'Lý do', width: 50, style: TEXT, write: (one) => one.reason },
  { heading: 'Người thực hiện (tự khai)', width: 26, style: TEXT, write: (one) => one.who },
  { heading: 'Lúc', width: 20, style: TEXT, write: (one) => one.at },
];

export function writeReasons(reasons: readonly Reason[]): Sheet {
  return writeTable(REASON_SHEET, REASONS, reasons, true);
}

/** A form of a few hundred cells has no more; what a hostile file adds is not read. */
const MOST_REASONS = 500;
const LONGEST = 1000;

export function readReasons(workbook: Workbook): Reason[] {
  const sheet = findSheet(workbook, REASON_SHEET);
  if (!sheet) return [];
  const { rows } = readTable(
    sheet,
    REASONS.map(({ heading }) => heading),
  );
  return rows.slice(0, MOST_REASONS).map((row) => {
    const text = (heading: string) => row.get(heading).text.slice(0, LONGEST);
    return {
      sheet: text('Trang tính'),
      cell: text('Ô'),
      label: text('Dòng'),
      code: text('Quy tắc'),
      warning: text('Cảnh báo'),
      reason: text('Lý do'),
      who: text('Người thực hiện (tự khai)'),
      at: text('Lúc'),
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
