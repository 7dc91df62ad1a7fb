import { formatMoment } from '../../text/date';
import type { Actor } from '../actor';
import { cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { Restated, RestatementCause } from '../consolidation/restatement';
import { figureLook, heightFor, LOOK, writeHead } from '../page/page';
import { periodLabel, periodOf, type PeriodId } from '../period/period';
import { findAgency, findIndicator, governingBody, type Plan } from '../plan/plan';
import type { CellValue } from '../../workbook/cell';
import { finishTable, writePlainHeadings } from './table-frame';
import type { TableChange } from './table-changes';

/**
 * Totals that were locked and are others now: đã khóa | hiện nay | chênh lệch, and why. Made anew
 * at every consolidation once there were any.
 */
export const RESTATEMENT_SHEET = 'Số liệu điều chỉnh';

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Kỳ đã khóa', 22],
  ['Mã', 10],
  ['Chỉ tiêu, nhiệm vụ, cột', 44],
  ['Tử số: đã khóa', 14],
  ['Tử số: hiện nay', 14],
  ['Mẫu số: đã khóa', 14],
  ['Mẫu số: hiện nay', 14],
  ['Kết quả: đã khóa', 13],
  ['Kết quả: hiện nay', 13],
  ['Chênh lệch', 13],
  ['Nguyên nhân', 20],
];

const CAUSE: Record<RestatementCause, string> = {
  figures: 'Số liệu thay đổi',
  method: 'Cách tính thay đổi',
  either: 'Số liệu hoặc cách tính thay đổi',
};

/** What was entered or decided since a lock: which submission, by whom, when. */
export interface Correction extends Actor {
  submission: string;
}

/**
 * A cell of a locked table that says something else in the same table now, or in that of a later
 * lock.
 */
export interface RestatedCell extends TableChange {
  period: PeriodId;
  lock: number;
  /** The lock it is held against; null: as the ledger is now. */
  again: number | null;
  causes: Correction[];
}

const CELL_COLUMNS = [
  'STT',
  'Kỳ đã khóa',
  'Lần khóa',
  'Bảng',
  'Dòng',
  'Cột',
  'Đã khóa',
  'Hiện nay',
] as const;
const CELL_CAUSE = 11;
/** So many corrections are named at one cell. */
const NAMED = 3;

/** The second table of the sheet: every cell, with the correction it comes from. */
function writeCells(sheet: Sheet, cells: readonly RestatedCell[], top: number): number {
  sheet.put(top, 0, 'Từng ô của các bảng đã khóa nay khác', LOOK.text);
  CELL_COLUMNS.forEach((heading, column) => sheet.put(top + 1, column, heading, LOOK.heading));
  sheet.put(top + 1, CELL_CAUSE, 'Nguyên nhân', LOOK.heading);
  cells.forEach((cell, index) => {
    const row = top + 2 + index;
    const label = periodLabel(periodOf(cell.period));
    const period = cell.again === null ? label : `${label}: lần khóa ${cell.lock} → ${cell.again}`;
    const said: CellValue[] = [index + 1, period, cell.lock, cell.sheet, cell.row, cell.column];
    said.forEach((value, column) => sheet.put(row, column, value, LOOK.text));
    [cell.before, cell.after].forEach((value, at) => {
      const shown = value === '+' ? 'thêm' : value === null ? '' : value;
      sheet.put(
        row,
        CELL_COLUMNS.length - 2 + at,
        shown,
        typeof shown === 'number' ? figureLook(shown) : LOOK.text,
      );
    });
    sheet.put(row, CELL_CAUSE, causeText(cell.causes), LOOK.text);
  });
  return top + 1 + cells.length;
}

function causeText(causes: readonly Correction[]): string {
  if (causes.length === 0) return 'Kế hoạch, danh mục hoặc cách tính thay đổi';
  const named = causes.slice(0, NAMED).map(({ submission, who, at }) => {
    return `${submission} (${[who, formatMoment(at)].filter(Boolean).join(', ')})`;
  });
  const more = causes.length > NAMED ? `; và ${causes.length - NAMED} bản khác` : '';
  return named.join('; ') + more;
}

export function writeRestatements(
  plan: Plan,
  restated: readonly Restated[],
  cells: readonly RestatedCell[] = [],
): Sheet {
  const sheet = new Sheet(RESTATEMENT_SHEET);
  const last = COLUMNS.length - 1;
  const head = {
    parent: governingBody(plan).toUpperCase(),
    agency: (findAgency(plan, plan.consolidator)?.name ?? '').toUpperCase(),
    title: 'ĐIỀU CHỈNH SỐ LIỆU ĐÃ BÁO CÁO',
    mark: '',
    lines: [
      'Số liệu của kỳ đã khóa được giữ nguyên; số liệu mới là kết quả tổng hợp lại từ sổ số liệu hiện tại.',
    ],
  };
  const top = writeHead(sheet, head, 0, last);
  writePlainHeadings(sheet, COLUMNS, top);
  restated.forEach(({ period, signed, now, cause }, index) => {
    const row = top + 2 + index;
    const name = nameOf(plan, signed.of, signed.code, signed.column);
    sheet.put(row, 0, index + 1, LOOK.textCentre);
    sheet.put(row, 1, periodLabel(periodOf(period)), LOOK.text);
    sheet.put(row, 2, signed.code, LOOK.code);
    sheet.put(row, 3, name, LOOK.text);
    const parts = ['numerator', 'denominator', 'value'] as const;
    parts.forEach((part, place) => {
      sheet.put(row, 4 + 2 * place, signed[part], figureLook(signed[part]));
      sheet.put(row, 5 + 2 * place, now?.[part] ?? null, figureLook(now?.[part] ?? null));
    });
    // A task has no result of its own: what changed is how many have done it.
    const [from, to] = signed.of === 'task' ? [4, 5] : [8, 9];
    const [old, fresh] = [sheet.value(row, from), sheet.value(row, to)];
    const change = typeof old === 'number' && typeof fresh === 'number' ? fresh - old : '';
    const [a, b] = [cellName(row, from), cellName(row, to)];
    const formula = `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${b}-${a},"")`;
    sheet.putFormula(
      row,
      10,
      formula,
      change,
      figureLook(typeof change === 'number' ? change : null),
    );
    sheet.put(row, 11, CAUSE[cause], LOOK.text);
    sheet.rowHeights.set(
      row,
      heightFor([
        [name, 44, 12],
        [CAUSE[cause], 20, 12],
      ]),
    );
  });
  if (restated.length === 0)
    sheet.put(top + 2, 3, 'Không có: số liệu đã khóa và số liệu hiện tại như nhau', LOOK.text);
  const lastTotal = top + 1 + Math.max(1, restated.length);
  const lastRow = cells.length === 0 ? lastTotal : writeCells(sheet, cells, lastTotal + 2);
  return finishTable(sheet, { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 });
}

function nameOf(plan: Plan, of: Restated['signed']['of'], code: string, column: string): string {
  if (of === 'indicator') return findIndicator(plan, code)?.name ?? '';
  if (of === 'task') return plan.tasks.find((task) => task.code === code)?.text ?? '';
  const form = plan.forms.find((one) => one.code === code);
  return `Cột (${column}) ${form?.columns.find((one) => one.code === column)?.name ?? ''}`.trim();
}
