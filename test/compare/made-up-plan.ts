import { findSheet, type Workbook } from '../../src/workbook/workbook';
import type { CellValue } from '../../src/workbook/cell';

/**
 * Kind, over time, part of the whole, units of numerator and denominator ("" for no denominator),
 * as a plan's table says them.
 */
const KINDS: readonly [kind: string, overTime: string, isPart: string, unit: string, of: string][] =
  [
    ['Tỷ lệ', 'Cộng các kỳ', 'Có', 'hồ sơ', 'hồ sơ'],
    ['Tỷ lệ', 'Số cuối kỳ', 'Có', 'TTHC', 'TTHC'],
    ['Tỷ lệ', 'Lũy kế đến cuối kỳ', 'Có', 'hồ sơ', 'hồ sơ'],
    ['Tỷ lệ', 'Cộng tử số, mẫu số cả năm', 'Không', 'triệu đồng', 'triệu đồng'],
    ['Tỷ lệ', 'Cộng tử số, mẫu số cả năm', 'Có', 'hồ sơ', 'hồ sơ'],
    ['Mức độ hài lòng', 'Cộng các kỳ', 'Có', 'phiếu', 'phiếu'],
    ['Cắt giảm', 'Lũy kế đến cuối kỳ', 'Có', 'đồng', 'đồng'],
    ['Thời gian bình quân', 'Cộng các kỳ', 'Không', 'phút', 'hồ sơ'],
    ['Thời gian bình quân', 'Số cuối kỳ', 'Không', 'ngày', 'hồ sơ'],
    ['Tăng so với kỳ trước', 'Cộng các kỳ', 'Có', 'hồ sơ', 'hồ sơ'],
    ['Tăng so với kỳ trước', 'Số cuối kỳ', 'Không', 'hồ sơ', 'TTHC'],
    ['Số lượng', 'Cộng các kỳ', 'Không', 'văn bản', ''],
    ['Số lượng', 'Số cuối kỳ', 'Không', 'văn bản', ''],
    ['Số lượng', 'Lũy kế đến cuối kỳ', 'Không', 'triệu đồng', ''],
  ];

/**
 * A plan whose indicators are of every kind and way of adding up over time, made of another plan's
 * rows.
 */
export function withEveryKind(workbook: Workbook): void {
  const { rows, put: putAt } = tableOf(workbook, 'Chỉ tiêu');
  rows.slice(0, KINDS.length).forEach((row, index) => {
    const [kind, overTime, isPart, unit, of] = KINDS[index];
    const put = (heading: string, value: CellValue) => putAt(row, heading, value);
    put('Loại', kind);
    put('Cách cộng qua các kỳ', overTime);
    put('Tử là một phần của mẫu', isPart);
    put('ĐVT tử số', unit);
    put('ĐVT mẫu số', of || null);
    put('Cách tính từ nhiệm vụ', null);
    put('Trùng với', null);
    if (of === '') put('Mẫu số', null);
    if (of === '' || kind === 'Thời gian bình quân') put('ĐVT', unit);
  });
}

/** Of a plan of many agencies only the first of each level report. */
export function withFewAgencies(workbook: Workbook, ofALevel: number): void {
  const { rows, at, put } = tableOf(workbook, 'Đơn vị');
  const count = new Map<CellValue, number>();
  for (const row of rows) {
    if (at(row, 'Phải báo cáo') !== 'Có') continue;
    const level = at(row, 'Cấp');
    count.set(level, (count.get(level) ?? 0) + 1);
    if (count.get(level)! > ofALevel) put(row, 'Phải báo cáo', 'Không');
  }
}

/** A table of a plan's workbook by its headings. */
function tableOf(workbook: Workbook, name: string) {
  const sheet = findSheet(workbook, name)!;
  const [first, ...rows] = [...sheet.rows.keys()].sort((a, b) => a - b);
  const headings = new Map(
    [...sheet.rows.get(first)!].map(([column, { value }]) => [String(value), column]),
  );
  return {
    rows,
    at: (row: number, heading: string) => sheet.value(row, headings.get(heading)!),
    put(row: number, heading: string, value: CellValue) {
      const column = headings.get(heading)!;
      sheet.put(row, column, value, sheet.cell(row, column)?.style);
    },
  };
}
