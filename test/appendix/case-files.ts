import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAppendix } from '../../src/intake/open-appendix';
import type { Workbook } from '../../src/workbook/workbook';
import type { ExpectedRow } from './samples';

/**
 * Small inputs from outside, which stand beside the project where it is developed; what a person
 * reads of each.
 */
const FOLDER = join(__dirname, '../../../shared/cases/plans');

function task(
  stt: string,
  text: string,
  place: string,
  owners: string,
  deadline: string,
  product: string,
  code?: string,
): ExpectedRow {
  return {
    kind: 'task',
    stt,
    text,
    place,
    owners,
    deadline,
    targets: [],
    product,
    ...(code ? { code } : {}),
  };
}

function indicator(
  stt: string,
  text: string,
  owners: string,
  targets: string[],
  heading = '',
): ExpectedRow {
  return { kind: 'indicator', stt, text, place: `|${heading}`, owners, deadline: '', targets };
}

const CASES: Record<string, ExpectedRow[]> = {
  'group-number-in-second-column.xlsx': [
    task('1', 'Dữ liệu đất đai', '1|Làm sạch dữ liệu', 'SNNMT', '2026-08-30', 'Dữ liệu'),
    task('2', 'Dữ liệu y tế', '1|Làm sạch dữ liệu', 'SYT', '2026-08-30', 'Dữ liệu'),
    task('3', 'Tái cấu trúc quy trình', '2|Dịch vụ công', 'tinh', '', 'Quy trình'),
    task('4', 'Thanh toán trực tuyến', '2|Dịch vụ công', 'xa', '2026-09-30', 'Báo cáo'),
  ],
  'kh-nam-headings.xlsx': [
    indicator('1', 'Tổng thu ngân sách', 'STC', ['? 27000']),
    indicator('2.1', 'Dịch vụ', 'SCT', ['? 35'], '2. Cơ cấu kinh tế'),
    indicator('3', 'Tỷ lệ hộ nghèo', 'SNNMT', ['!']),
  ],
  'kinds-of-target.xlsx': [
    indicator('1', 'Tốc độ tăng GRDP', 'STC', ['> 10']),
    indicator('2', 'Tỷ trọng kinh tế số', 'SKHCN', ['between 28..30']),
    indicator('3', 'Số căn nhà ở xã hội hoàn thành', 'SXD', ['? 28500']),
    indicator('4', 'Số bác sĩ trên 1 vạn dân', 'SYT', ['? 12']),
    indicator('5', 'Chỉ số PAR INDEX', 'SNV', ['<= 10']),
    indicator('6', 'Tỷ lệ hồ sơ trực tuyến', 'tinh xa', ['? 60 by 2026-06-30', '? 80 whole-year']),
    indicator('7', 'Mỗi xã, phường có tối thiểu 05 tuyến phố không dùng tiền mặt', 'xa', ['>= 5']),
    indicator('8', 'Tỷ lệ hồ sơ quá hạn', 'tinh', ['<= 2']),
    indicator('9', 'Tai nạn giao thông so với năm trước', 'VPUB', ['between -10..-5 whole-year']),
  ],
  'levels-by-year.xlsx': [
    indicator('1', 'Tỷ lệ hồ sơ trực tuyến', 'SNV', [
      '? 60',
      '? 65 from 2027-01-01',
      '? 70 from 2028-01-01',
    ]),
  ],
  'target-under-ket-qua.xlsx': [
    indicator('1', 'Tỷ lệ hồ sơ trực tuyến', 'SNV', ['>= 80']),
    indicator('2', 'Xếp hạng chuyển đổi số', 'SKHCN', ['<= 10']),
    indicator('3', 'Số nền tảng dùng chung', 'SKHCN', ['? 5']),
  ],
  'unnumbered-heading-rows.xlsx': [
    task(
      '1',
      'Tham mưu kế hoạch',
      'I|Chỉ đạo, điều hành',
      'SNV',
      '2026-Q1',
      'Quyết định',
      'N01.1.1',
    ),
    task('2', 'Tổ chức hội nghị', 'I|Chỉ đạo, điều hành', 'SNV', '2026-Q2', 'Thông báo', 'N01.1.2'),
    task('3', 'Mở 02 lớp tập huấn', 'I|Chỉ đạo, điều hành', 'SNV', '2026-Q3', 'Báo cáo', 'N01.2.1'),
    task(
      '4',
      'Hỗ trợ hộ kinh doanh',
      'II|Phát triển kinh tế số',
      'SCT',
      '2026-Q4',
      'Báo cáo',
      'N02.1',
    ),
    task(
      '5',
      'Khai trương gian hàng',
      'II|Phát triển kinh tế số',
      'xa',
      '2026-07-31',
      'Báo cáo',
      'N02.2',
    ),
  ],
};

export interface CaseFile {
  name: string;
  rows: readonly ExpectedRow[];
  workbook(): Promise<Workbook>;
}

/** Empty where they are not beside the project. */
export function caseFiles(): CaseFile[] {
  if (!existsSync(FOLDER)) return [];
  return Object.entries(CASES).map(([name, rows]) => ({
    name,
    rows,
    workbook: async () => {
      const opened = await openAppendix(new Uint8Array(readFileSync(join(FOLDER, name))));
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.workbook;
    },
  }));
}
