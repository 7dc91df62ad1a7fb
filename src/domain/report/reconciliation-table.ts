import type { Consolidation } from '../consolidation/consolidation';
import { cellName } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import {
  differenceOf,
  reconciliations,
  type FigurePlace,
  type Reconciliation,
} from '../consolidation/reconciliation';
import { figureLook, heightFor, LOOK, writeTableHead } from '../page/page';
import { periodLabel, periodOf, type Period } from '../period/period';
import { findIndicator, type Plan } from '../plan/plan';
import { headOf, type TableTitle } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';
import { tableOfRows } from './report-table';

const COLUMNS: [string, number][] = [
  ['STT', 6],
  ['Đơn vị', 30],
  ['Báo cáo của kỳ', 14],
  ['Chỉ tiêu, số đo', 38],
  ['Theo các tháng', 13],
  ['Theo báo cáo của kỳ', 13],
  ['Chênh lệch', 12],
  ['Kết quả đối chiếu', 24],
  ['Ô của các tháng', 40],
  ['Ô của báo cáo', 34],
];

/**
 * Reports of longer periods beside what their base periods make: both figures, what they differ by,
 * and the cells they stand in. Of statistics forms, which have hundreds of cells, only those that
 * do not agree.
 */
export function writeReconciliation(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  compared: readonly Reconciliation[],
  result: Consolidation,
): Sheet {
  const sheet = new Sheet(name);
  const last = COLUMNS.length - 1;
  const top = writeTableHead(sheet, headOf(plan, period, result, title), 0, last);
  writePlainHeadings(sheet, COLUMNS, top);
  const shown = compared.filter(({ of, outcome }) => of === 'indicator' || !isSettled(outcome));
  shown.forEach((one, index) => writeRow(sheet, top + 2 + index, index + 1, plan, one));
  const total = top + 2 + shown.length;
  writeTotal(sheet, total, last, compared);
  return finishTable(sheet, {
    top,
    headingRows: 2,
    lastRow: total,
    lastColumn: last,
    frozenColumns: 0,
  });
}

function writeRow(sheet: Sheet, row: number, stt: number, plan: Plan, one: Reconciliation): void {
  const figure = nameOf(plan, one);
  const [parts, whole] = [
    one.partsAt.map(placeText).join('\n'),
    one.wholeAt ? placeText(one.wholeAt) : '',
  ];
  sheet.put(row, 0, stt, LOOK.textCentre);
  sheet.put(row, 1, one.agency.name, LOOK.text);
  sheet.put(row, 2, periodLabel(one.period), LOOK.text);
  sheet.put(row, 3, figure, LOOK.text);
  sheet.put(row, 4, one.parts, figureLook(one.parts));
  sheet.put(row, 5, one.whole, figureLook(one.whole));
  const [a, b] = [cellName(row, 4), cellName(row, 5)];
  const difference = differenceOf(one);
  sheet.putFormula(
    row,
    6,
    `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${b}-${a},"")`,
    difference ?? '',
    figureLook(difference),
  );
  sheet.put(row, 7, outcomeText(one), LOOK.text);
  sheet.put(row, 8, parts, LOOK.text);
  sheet.put(row, 9, whole, LOOK.text);
  const texts = [one.agency.name, figure, outcomeText(one), parts, whole];
  sheet.rowHeights.set(
    row,
    heightFor([1, 3, 7, 8, 9].map((column, at) => [texts[at], COLUMNS[column][1], 12] as const)),
  );
}

function writeTotal(
  sheet: Sheet,
  row: number,
  last: number,
  compared: readonly Reconciliation[],
): void {
  const count = (...outcomes: Reconciliation['outcome'][]) =>
    compared.filter(({ outcome }) => outcomes.includes(outcome)).length;
  for (let column = 0; column <= last; column++) sheet.put(row, column, null, LOOK.total);
  const text = `TỔNG CỘNG: ${compared.length} số liệu; khớp ${count('agrees')}; lệch ${count('differs')}; tính từ báo cáo quý ${count('derived')}; chưa đối chiếu được ${count('cannot-compare')}`;
  sheet.put(row, 1, text, LOOK.total);
  sheet.merges.push({ top: row, bottom: row, left: 1, right: last });
}

function isSettled(outcome: Reconciliation['outcome']): boolean {
  return outcome === 'agrees' || outcome === 'derived';
}

function outcomeText({ outcome, missing, period }: Reconciliation): string {
  if (outcome === 'agrees') return 'Khớp';
  if (outcome === 'differs') return 'Lệch';
  if (outcome === 'derived') return 'Khớp (có tháng tính từ báo cáo quý trừ hai tháng trước)';
  if (missing.length === 0)
    return `Chưa đối chiếu được: báo cáo ${periodLabel(period)} không có số liệu tính được`;
  return `Chưa đối chiếu được: thiếu ${missing.map((id) => periodLabel(periodOf(id))).join(', ')}`;
}

const MEASURES: Record<string, string> = {
  numerator: 'tử số',
  denominator: 'mẫu số',
  value: 'số lượng',
};

function nameOf(plan: Plan, { of, code, row, measure }: Reconciliation): string {
  if (of === 'form') return `Biểu ${code}, dòng ${row}, cột (${measure})`;
  return `${code} – ${findIndicator(plan, code)?.name ?? ''}: ${MEASURES[measure]}`;
}

function placeText({ period, file, sheet, cell }: FigurePlace): string {
  return `${periodLabel(periodOf(period))}: ${sheet}, ô ${cell} (${file})`;
}

export const reconciliationTable = tableOfRows<Reconciliation>({
  key: 'reconciliation',
  word: 'Đối chiếu',
  title: 'ĐỐI CHIẾU BÁO CÁO CỦA KỲ DÀI VỚI CÁC KỲ THÀNH PHẦN',
  isForOffice: true,
  rowsOf: ({ plan, period, inForce }) => reconciliations(plan, period, inForce),
  write: writeReconciliation,
});
