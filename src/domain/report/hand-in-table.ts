import { dateToSerial } from '../../text/date';
import { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK, writeTableHead } from '../page/page';
import type { Period } from '../period/period';
import { LEVELS } from '../agency/agency';
import type { Plan } from '../plan/plan';
import { saidDay, type HandIn } from './hand-in';
import { HAND_IN_WORDS } from './hand-in-words';
import type { Consolidation } from '../consolidation/consolidation';
import { CONTACT } from './carry-typed';
import { writeReportFoot } from './report-foot';
import { headOf, type TableTitle } from './report-head';
import { finishTable, writePlainHeadings } from './table-frame';
import { LEVEL_GROUP, ROMAN } from './words';
import type { ReportTable } from './report-table';

/**
 * Layout E: who has handed in, when and how (đôn đốc), grouped by level; STT restarts in each
 * group.
 */

const COLUMNS: [string, number][] = [
  ['STT', 5],
  ['Đơn vị', 38],
  ['Biểu phải nộp', 7],
  ['Đã nộp', 7],
  ['Hạn nộp', 12],
  ['Thời điểm nộp', 12],
  ['Lần nộp', 6],
  ['Muộn (ngày)', 8],
  ['Lỗi', 7],
  ['Cảnh báo', 7],
  ['Trạng thái', 17],
  [CONTACT, 14],
];

export function writeHandInTable(
  name: string,
  title: TableTitle,
  plan: Plan,
  period: Period,
  rows: readonly HandIn[],
  result: Consolidation,
): Sheet {
  const sheet = new Sheet(name);
  const last = COLUMNS.length - 1;
  const top = writeTableHead(sheet, headOf(plan, period, result, title), 0, last);
  writePlainHeadings(sheet, COLUMNS, top);
  let row = top + 2;
  LEVELS.filter((level) => rows.some((one) => one.agency.level === level)).forEach(
    (level, index) => {
      const group = rows.filter((one) => one.agency.level === level);
      for (let c = 0; c <= last; c++) sheet.put(row, c, null, LOOK.group);
      sheet.put(row, 0, ROMAN[index], LOOK.group);
      sheet.put(row, 1, LEVEL_GROUP[level], LOOK.group);
      row++;
      group.forEach((one, i) => writeRow(sheet, row++, i + 1, one));
    },
  );
  const done = rows.filter((one) => one.state === 'accepted' || one.state === 'partial').length;
  for (let c = 0; c <= last; c++) sheet.put(row, c, null, LOOK.total);
  sheet.put(
    row,
    1,
    `TỔNG CỘNG: ${rows.length} đơn vị; đã tiếp nhận ${done}; chưa nộp ${rows.filter((one) => one.state === 'missing').length}`,
    LOOK.total,
  );
  sheet.merges.push({ top: row, bottom: row, left: 1, right: last });
  const lastRow = writeReportFoot(sheet, plan, row + 2, { left: 0, right: last });
  const extent = { top, headingRows: 2, lastRow, lastColumn: last, frozenColumns: 0 };
  return finishTable(sheet, extent);
}

function writeRow(sheet: Sheet, row: number, stt: number, one: HandIn): void {
  const { latest } = one;
  sheet.put(row, 0, stt, LOOK.textCentre);
  sheet.put(row, 1, one.agency.name, LOOK.text);
  sheet.put(row, 2, one.owed, LOOK.count);
  sheet.put(row, 3, one.received, LOOK.count);
  sheet.put(row, 4, dateToSerial(one.due), LOOK.date);
  const day = saidDay(one);
  sheet.put(row, 5, day !== null ? dateToSerial(day) : latest ? 'Chưa rõ' : null, LOOK.date);
  sheet.put(row, 6, latest?.version ?? null, LOOK.count);
  sheet.put(row, 7, latest?.late || null, LOOK.count);
  sheet.put(row, 8, latest?.errors ?? null, LOOK.count);
  sheet.put(row, 9, latest?.warnings ?? null, LOOK.count);
  sheet.put(row, 10, HAND_IN_WORDS[one.state], LOOK.textCentre);
  sheet.put(row, 11, null, LOOK.text);
  sheet.rowHeights.set(
    row,
    heightFor([
      [one.agency.name, 38, 12],
      [HAND_IN_WORDS[one.state], 17, 12],
    ]),
  );
}

export const handInTable: ReportTable = {
  key: 'handIn',
  word: 'Nộp báo cáo',
  title: 'TÌNH HÌNH NỘP BÁO CÁO',
  isTyped: true,
  of: ({ plan, period, board, result }) => ({
    write: ({ name, title }) => ({
      sheet: writeHandInTable(name, title, plan, period, board, result),
    }),
  }),
};
