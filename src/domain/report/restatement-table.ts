import { cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import type { Restated, RestatementCause } from '../consolidation/restatement';
import { figureLook, heightFor, LOOK, writeHead } from '../page/page';
import { periodLabel, periodOf } from '../period/period';
import { findAgency, findIndicator, governingBody, type Plan } from '../plan/plan';
import { finishTable, writePlainHeadings } from './table-frame';

/** Totals that were locked and are others now: đã khóa | mới | chênh lệch, and why. Made anew at every consolidation once there were any. */
export const RESTATEMENT_SHEET = 'Số liệu điều chỉnh';

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Kỳ đã khóa', 22],
  ['Mã', 10],
  ['Chỉ tiêu, nhiệm vụ, cột', 44],
  ['Tử số: đã khóa', 14],
  ['Tử số: mới', 14],
  ['Mẫu số: đã khóa', 14],
  ['Mẫu số: mới', 14],
  ['Kết quả: đã khóa', 13],
  ['Kết quả: mới', 13],
  ['Chênh lệch', 13],
  ['Nguyên nhân', 20],
];

const CAUSE: Record<RestatementCause, string> = {
  figures: 'Số liệu thay đổi',
  method: 'Cách tính thay đổi',
  either: 'Số liệu hoặc cách tính thay đổi',
};

export function writeRestatements(plan: Plan, restated: readonly Restated[]): Sheet {
  const sheet = new Sheet(RESTATEMENT_SHEET);
  const last = COLUMNS.length - 1;
  const head = {
    parent: governingBody(plan).toUpperCase(),
    agency: (findAgency(plan, plan.consolidator)?.name ?? '').toUpperCase(),
    title: 'ĐIỀU CHỈNH SỐ LIỆU ĐÃ BÁO CÁO',
    mark: '',
    lines: ['Số liệu của kỳ đã khóa được giữ nguyên; số liệu mới là kết quả tổng hợp lại từ sổ số liệu hiện tại.'],
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
    sheet.putFormula(row, 10, formula, change, figureLook(typeof change === 'number' ? change : null));
    sheet.put(row, 11, CAUSE[cause], LOOK.text);
    sheet.rowHeights.set(
      row,
      heightFor([
        [name, 44, 12],
        [CAUSE[cause], 20, 12],
      ]),
    );
  });
  if (restated.length === 0) sheet.put(top + 2, 3, 'Không có: số liệu đã khóa và số liệu hiện tại như nhau', LOOK.text);
  const lastRow = top + 1 + Math.max(1, restated.length);
  return finishTable(sheet, { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 });
}

function nameOf(plan: Plan, of: Restated['signed']['of'], code: string, column: string): string {
  if (of === 'indicator') return findIndicator(plan, code)?.name ?? '';
  if (of === 'task') return plan.tasks.find((task) => task.code === code)?.text ?? '';
  const form = plan.forms.find((one) => one.code === code);
  return `Cột (${column}) ${form?.columns.find((one) => one.code === column)?.name ?? ''}`.trim();
}
