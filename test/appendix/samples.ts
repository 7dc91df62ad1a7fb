import type { CellValue } from '../../src/workbook/cell';
import type { Workbook } from '../../src/workbook/workbook';
import { pastedWorkbook, type PastedSheet } from './appendix-workbook';

/**
 * Appendices of made-up decisions (SỐ LIỆU MẪU) in structures met in real ones, each with the
 * reading a person wrote down for it by hand.
 */

/** What a person reads of one row. */
export interface ExpectedRow {
  kind: 'indicator' | 'task';
  stt: string;
  text: string;
  /**
   * Of a task its section and the section's title, of an indicator its group and the heading above:
   * "I|Chỉ đạo".
   */
  place: string;
  /** Codes of agencies or levels that fill it, in any order; "" where nobody can be told. */
  owners: string;
  /** Day, period, "month", "quarter", "continuous"; "" where none is written. */
  deadline: string;
  /**
   * "> 10", "? 27000" where no bound is written, "= 100 xa", "? 60 @28756", "? 65 from 2027-01-01",
   * "between 28..30", "? 60 by 2026-06-30", ">= 5 each", ">= 95 whole-year",
   * "? -10 on last-year-percent"; words where no figure can be told: "!".
   */
  targets: readonly string[];
  product?: string;
  code?: string;
}

export interface SampleAppendix {
  id: string;
  /** What is particular about it, as the page of measurements says it. */
  what: string;
  year: number | null;
  /** Null: the offices the table names are the register. */
  province: { code: string; span: 'from-2025-07-01' } | null;
  workbook(): Workbook;
  rows: readonly ExpectedRow[];
}

type Row = CellValue[];
export const VINH_LONG = { code: '86', span: 'from-2025-07-01' } as const;
const SAMPLE = '(SỐ LIỆU MẪU)';

export function sheet(name: string, rows: Row[], merges: string[] = []): PastedSheet {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    rows: rows.map((row) => [...row, ...Array<CellValue>(width - row.length).fill(null)]),
    merges,
  };
}

export function head(title: string, of = 'UBND tỉnh Vĩnh Long'): Row[] {
  return [
    ['Phụ lục I'],
    [`${title} ${SAMPLE}`],
    [`(Kèm theo Kế hoạch số 07/KH-UBND ngày 12 tháng 01 năm 2026 của ${of})`],
    [],
  ];
}

export function task(
  stt: string,
  text: string,
  place: string,
  owners: string,
  deadline: string,
  more: Partial<ExpectedRow> = {},
): ExpectedRow {
  return { kind: 'task', stt, text, place, owners, deadline, targets: [], ...more };
}

export function indicator(
  stt: string,
  text: string,
  place: string,
  owners: string,
  targets: string[],
  more: Partial<ExpectedRow> = {},
): ExpectedRow {
  return { kind: 'indicator', stt, text, place, owners, deadline: '', targets, ...more };
}

const communePlan: SampleAppendix = {
  id: 'ktxh-cap-xa',
  what: 'KTXH của một xã: mục A, I; dòng “Trong đó”, gạch đầu dòng; TH năm 2025 | KH năm 2026',
  year: null,
  province: null,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('CHỈ TIÊU PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026', 'UBND xã Mẫu Đông'),
        ['STT', 'Chỉ tiêu', 'ĐVT', 'TH năm 2025', 'KH năm 2026', 'Bộ phận theo dõi'],
        ['I', 'CHỈ TIÊU KINH TẾ', null, null, null, null],
        [1, 'Tổng giá trị sản xuất', 'Tỷ đồng', '1.150', '1.260', 'Phòng Kinh tế'],
        [null, 'Trong đó:', null, null, null, null],
        [null, '- Nông nghiệp', 'Tỷ đồng', '520', '540', 'Phòng Kinh tế'],
        [null, '- Thương mại, dịch vụ', 'Tỷ đồng', '630', '720', 'Phòng Kinh tế'],
        [2, 'Thu ngân sách trên địa bàn', 'Triệu đồng', '8.400', '≥ 9.000', 'Phòng Kinh tế'],
        ['II', 'CHỈ TIÊU XÃ HỘI', null, null, null, null],
        [1, 'Tỷ lệ hộ nghèo', '%', '1,9', 'Không quá 1,5', 'Phòng Văn hóa - Xã hội'],
        [2, 'Tỷ lệ người dân tham gia bảo hiểm y tế', '%', 94, 'Trên 95', 'Phòng Văn hóa - Xã hội'],
        [3, 'Số vụ phạm tội về trật tự xã hội', 'Vụ', 12, 'Tối đa 10', 'Công an xã'],
      ]),
    ]),
  rows: [
    indicator('1', 'Tổng giá trị sản xuất', 'I. CHỈ TIÊU KINH TẾ|', 'PKT', ['? 1260']),
    indicator('1a', 'Nông nghiệp', 'I. CHỈ TIÊU KINH TẾ|1. Tổng giá trị sản xuất', 'PKT', [
      '? 540',
    ]),
    indicator('1b', 'Thương mại, dịch vụ', 'I. CHỈ TIÊU KINH TẾ|1. Tổng giá trị sản xuất', 'PKT', [
      '? 720',
    ]),
    indicator('2', 'Thu ngân sách trên địa bàn', 'I. CHỈ TIÊU KINH TẾ|', 'PKT', ['>= 9000']),
    indicator('1', 'Tỷ lệ hộ nghèo', 'II. CHỈ TIÊU XÃ HỘI|', 'PVHXH', ['<= 1.5']),
    indicator('2', 'Tỷ lệ người dân tham gia bảo hiểm y tế', 'II. CHỈ TIÊU XÃ HỘI|', 'PVHXH', [
      '> 95',
    ]),
    indicator('3', 'Số vụ phạm tội về trật tự xã hội', 'II. CHỈ TIÊU XÃ HỘI|', 'CAX', ['<= 10']),
  ],
};

const digitalPlan: SampleAppendix = {
  id: 'chuyen-doi-so',
  what: 'Chuyển đổi số: mục La Mã có cơ quan đứng cạnh, 1 trên 1.1, tiêu đề không đánh số, lãnh đạo phụ trách',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026'),
        [
          'TT',
          'Nhiệm vụ',
          'Lãnh đạo UBND tỉnh phụ trách',
          'Đơn vị chủ trì',
          'Đơn vị phối hợp',
          'Sản phẩm đầu ra',
          'Thời gian hoàn thành',
        ],
        [
          'I',
          'Hoàn thiện thể chế',
          'Đ/c Nguyễn Văn Mẫu',
          'Sở Khoa học và Công nghệ',
          null,
          null,
          null,
        ],
        [
          1,
          'Ban hành quy chế quản lý dữ liệu',
          'Đ/c Nguyễn Văn Mẫu',
          'Sở Khoa học và Công nghệ',
          'Sở Tư pháp',
          'Quyết định',
          'Quý II/2026',
        ],
        [
          2,
          'Rà soát quy trình nội bộ',
          null,
          'Các sở, ban, ngành tỉnh',
          null,
          'Danh mục',
          'Trước ngày 30/6/2026',
        ],
        ['II', 'Phát triển hạ tầng', null, null, null, null, null],
        [3, 'Nâng cấp trung tâm dữ liệu', null, 'Sở Khoa học và Công nghệ', null, null, null],
        [
          '3.1',
          'Lập thiết kế',
          null,
          'Sở Khoa học và Công nghệ',
          'Sở Tài chính',
          'Hồ sơ thiết kế',
          'Tháng 3/2026',
        ],
        [
          '3.2',
          'Thi công, lắp đặt',
          null,
          null,
          'Sở Xây dựng',
          'Biên bản nghiệm thu',
          'Tháng 9/2026',
        ],
        [null, 'Nhóm nhiệm vụ về nhân lực', null, null, null, null, null],
        [4, 'Bồi dưỡng kỹ năng số cho cán bộ', null, 'Sở Nội vụ', null, 'Báo cáo', 'Thường xuyên'],
        [
          5,
          'Phổ cập kỹ năng số cộng đồng',
          null,
          'UBND các xã, phường',
          'Sở Giáo dục và Đào tạo',
          'Báo cáo',
          'Hằng quý',
        ],
      ]),
    ]),
  rows: [
    task('1', 'Ban hành quy chế quản lý dữ liệu', 'I|Hoàn thiện thể chế', 'SKHCN', '2026-Q2', {
      product: 'Quyết định',
    }),
    task('2', 'Rà soát quy trình nội bộ', 'I|Hoàn thiện thể chế', 'tinh', '2026-06-29', {
      product: 'Danh mục',
    }),
    task('3.1', 'Lập thiết kế', 'II|Phát triển hạ tầng', 'SKHCN', '2026-03', {
      product: 'Hồ sơ thiết kế',
    }),
    task('3.2', 'Thi công, lắp đặt', 'II|Phát triển hạ tầng', 'SKHCN', '2026-09', {
      product: 'Biên bản nghiệm thu',
    }),
    task('4', 'Bồi dưỡng kỹ năng số cho cán bộ', 'II|Phát triển hạ tầng', 'SNV', 'continuous', {
      product: 'Báo cáo',
    }),
    task('5', 'Phổ cập kỹ năng số cộng đồng', 'II|Phát triển hạ tầng', 'xa', 'quarter', {
      product: 'Báo cáo',
    }),
  ],
};

const povertyPlan: SampleAppendix = {
  id: 'giam-ngheo',
  what: 'Giảm nghèo: tiêu đề hai tầng, dòng là chỉ tiêu, cột là xã; dấu “-” là không giao',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet(
        'Phụ lục',
        [
          ...head('GIAO CHỈ TIÊU GIẢM NGHÈO NĂM 2026'),
          [
            'STT',
            'Nội dung chỉ tiêu',
            'Đơn vị tính',
            'Mức giao năm 2026',
            null,
            null,
            null,
            'Đầu mối theo dõi',
          ],
          [null, null, null, 'Toàn tỉnh', 'Phường An Hội', 'Xã Giao Long', 'Xã Phú Túc', null],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
          [
            1,
            'Số hộ thoát nghèo',
            'hộ',
            'Tối thiểu 60',
            'Tối thiểu 10',
            'Tối thiểu 20',
            'Tối thiểu 30',
            'Sở Nông nghiệp và Môi trường',
          ],
          [2, 'Số nhà ở được hỗ trợ sửa chữa', 'căn', 25, 5, 20, '-', 'Sở Xây dựng'],
          [
            3,
            'Tỷ lệ hộ nghèo',
            '%',
            'Dưới 2',
            'Dưới 1',
            'Dưới 2,5',
            'Dưới 2',
            'Sở Nông nghiệp và Môi trường',
          ],
        ],
        ['A5:A6', 'B5:B6', 'C5:C6', 'D5:G5', 'H5:H6'],
      ),
    ]),
  rows: [
    indicator('1', 'Số hộ thoát nghèo', '|', 'SNNMT', [
      '>= 60',
      '>= 10 @28777',
      '>= 20 @28807',
      '>= 30 @28810',
    ]),
    indicator('2', 'Số nhà ở được hỗ trợ sửa chữa', '|', 'SXD', [
      '? 25',
      '? 5 @28777',
      '? 20 @28807',
    ]),
    indicator('3', 'Tỷ lệ hộ nghèo', '|', 'SNNMT', [
      '< 2',
      '< 1 @28777',
      '< 2.5 @28807',
      '< 2 @28810',
    ]),
  ],
};

const perAgencyRows: SampleAppendix = {
  id: 'giao-theo-don-vi',
  what: 'Hai phụ lục: bảng chỉ tiêu, rồi bảng mức giao có dòng là đơn vị, cột là chỉ tiêu',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục I', [
        ...head('CHỈ TIÊU DỊCH VỤ CÔNG TRỰC TUYẾN NĂM 2026'),
        [
          'STT',
          'Tên chỉ tiêu',
          'ĐVT',
          'Chỉ tiêu giao',
          'Cơ quan chủ trì theo dõi, tổng hợp',
          'Cơ quan thực hiện',
        ],
        [
          1,
          'Tỷ lệ hồ sơ trực tuyến',
          '%',
          'Tối thiểu 60',
          'Văn phòng UBND tỉnh',
          'Các sở, ban, ngành tỉnh; UBND các xã, phường',
        ],
        [
          2,
          'Tỷ lệ thanh toán trực tuyến (%)',
          '%',
          'Tối thiểu 40',
          'Sở Tài chính',
          'UBND các xã, phường',
        ],
      ]),
      sheet('Phụ lục II', [
        ['Phụ lục II'],
        ['MỨC GIAO CHO TỪNG ĐƠN VỊ'],
        [
          'STT',
          'Đơn vị',
          'Tỷ lệ hồ sơ trực tuyến (%)',
          'Tỷ lệ thanh toán trực tuyến',
          'Số nhóm hỗ trợ cộng đồng (nhóm)',
        ],
        ['I', 'Các phường', null, null, null],
        [1, 'Phường An Hội', 'Tối thiểu 70', 'Tối thiểu 50', 3],
        [2, 'Phường Sơn Đông', 'Tối thiểu 65', 'Tối thiểu 45', 3],
        ['II', 'Các xã', null, null, null],
        [1, 'UBND xã Giao Long', 'Tối thiểu 55', 'Tối thiểu 35', 2],
        [2, 'Phú Túc', 'Tối thiểu 50', 'Tối thiểu 30', 2],
        [null, 'Tổng cộng', null, null, 10],
      ]),
    ]),
  rows: [
    indicator('1', 'Tỷ lệ hồ sơ trực tuyến', '|', 'tinh xa', [
      ...['>= 60', '>= 70 @28777', '>= 65 @28783', '>= 55 @28807', '>= 50 @28810'],
    ]),
    indicator('2', 'Tỷ lệ thanh toán trực tuyến (%)', '|', 'xa', [
      ...['>= 40', '>= 50 @28777', '>= 45 @28783', '>= 35 @28807', '>= 30 @28810'],
    ]),
    indicator('3', 'Số nhóm hỗ trợ cộng đồng', '|', '28777 28783 28807 28810', [
      ...['? 10', '? 3 @28777', '? 3 @28783', '? 2 @28807', '? 2 @28810'],
    ]),
  ],
};

const investment: SampleAppendix = {
  id: 'dau-tu-cong',
  what: 'Đầu tư công: danh mục dự án, chủ đầu tư, vốn (triệu đồng), giải ngân theo mốc quý',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet(
        'Phụ lục',
        [
          ...head('KẾ HOẠCH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026'),
          [
            'TT',
            'Danh mục dự án',
            'ĐVT',
            'Tỷ lệ giải ngân phải đạt',
            null,
            null,
            'Chủ đầu tư',
            'Thời gian hoàn thành',
          ],
          [null, null, null, 'Quý II', '9 tháng', 'Cả năm', null, null],
          ['A', 'DỰ ÁN CHUYỂN TIẾP', null, null, null, null, null, null],
          [
            1,
            'Đường tỉnh mẫu số 1',
            '%',
            'Tối thiểu 40',
            'Tối thiểu 70',
            'Tối thiểu 95',
            'Sở Xây dựng',
            'Năm 2026',
          ],
          [
            2,
            'Trường trung học mẫu',
            '%',
            'Tối thiểu 45',
            'Tối thiểu 75',
            100,
            'Sở Giáo dục và Đào tạo',
            'Quý IV/2026',
          ],
          ['B', 'DỰ ÁN KHỞI CÔNG MỚI', null, null, null, null, null, null],
          [
            1,
            'Trạm y tế mẫu',
            '%',
            'Tối thiểu 20',
            'Tối thiểu 50',
            'Tối thiểu 90',
            'Sở Y tế',
            'Năm 2027',
          ],
        ],
        ['A5:A6', 'B5:B6', 'C5:C6', 'D5:F5', 'G5:G6', 'H5:H6'],
      ),
    ]),
  rows: [
    indicator(
      '1',
      'Đường tỉnh mẫu số 1',
      'A. DỰ ÁN CHUYỂN TIẾP|',
      'SXD',
      ['? 40 by 2026-06-30', '>= 70 by 2026-09-30', '>= 95 whole-year'],
      { deadline: '2026' },
    ),
    indicator(
      '2',
      'Trường trung học mẫu',
      'A. DỰ ÁN CHUYỂN TIẾP|',
      'SGDDT',
      ['? 45 by 2026-06-30', '>= 75 by 2026-09-30', '= 100 whole-year'],
      { deadline: '2026-Q4' },
    ),
    indicator(
      '1',
      'Trạm y tế mẫu',
      'B. DỰ ÁN KHỞI CÔNG MỚI|',
      'SYT',
      ['? 20 by 2026-06-30', '>= 50 by 2026-09-30', '>= 90 whole-year'],
      { deadline: '2027' },
    ),
  ],
};

const roadMap: SampleAppendix = {
  id: 'lo-trinh',
  what: 'Bảng chỉ tiêu và bảng lộ trình 2026 | 2027 | 2028 của cùng các chỉ tiêu; “Đến năm 2030”',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('CHỈ TIÊU VÀ LỘ TRÌNH KINH TẾ SỐ NĂM 2026'),
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu', 'Cơ quan quản lý', 'Tần suất báo cáo'],
        [
          1,
          'Tỷ lệ doanh nghiệp dùng hợp đồng điện tử',
          '%',
          'Tối thiểu 60',
          'Sở Công Thương',
          'Quý',
        ],
        [
          2,
          'Xếp hạng chỉ số đổi mới sáng tạo',
          'Thứ hạng',
          'Vị thứ 15',
          'Sở Khoa học và Công nghệ',
          'Năm',
        ],
        [
          3,
          'Tỷ lệ dân số có danh tính số',
          '%',
          'Đến năm 2030: tối thiểu 90%',
          'Sở Khoa học và Công nghệ',
          'Năm',
        ],
        [],
        ['II. LỘ TRÌNH THỰC HIỆN'],
        ['STT', 'Chỉ tiêu', 'ĐVT', 2026, 2027, 2028, 'Cơ quan quản lý'],
        [
          1,
          'Tỷ lệ doanh nghiệp dùng hợp đồng điện tử',
          '%',
          'Tối thiểu 60',
          'Tối thiểu 70',
          'Tối thiểu 80',
          'Sở Công Thương',
        ],
        [4, 'Số cửa hàng nhận thanh toán số', 'cửa hàng', 500, 700, 900, 'Sở Công Thương'],
      ]),
    ]),
  rows: [
    indicator('1', 'Tỷ lệ doanh nghiệp dùng hợp đồng điện tử', '|', 'SCT', [
      '>= 60',
      '>= 70 from 2027-01-01',
      '>= 80 from 2028-01-01',
    ]),
    indicator('2', 'Xếp hạng chỉ số đổi mới sáng tạo', '|', 'SKHCN', ['<= 15']),
    indicator('3', 'Tỷ lệ dân số có danh tính số', '|', 'SKHCN', ['>= 90'], { deadline: '2030' }),
    indicator('4', 'Số cửa hàng nhận thanh toán số', 'II. LỘ TRÌNH THỰC HIỆN|', 'SCT', [
      '? 500',
      '? 700 from 2027-01-01',
      '? 900 from 2028-01-01',
    ]),
  ],
};

const manyTables: SampleAppendix = {
  id: 'cchc-ma-chi-tieu',
  what: 'CCHC: mã riêng, 6 ở hai mục, ô STT gộp, nguồn số liệu cạnh chủ trì, “mỗi xã”, “trong nhóm 10”',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('BỘ CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2026'),
        [
          'STT',
          'Mã chỉ tiêu',
          'Chỉ tiêu',
          'ĐVT',
          'Yêu cầu',
          'Cơ quan chủ trì',
          'Cơ quan cung cấp số liệu',
        ],
        ['I', null, 'Thủ tục hành chính', null, null, null, null],
        [
          5,
          'CCHC-05',
          'Tỷ lệ hồ sơ giải quyết đúng hạn',
          '%',
          '≥ 98',
          'Văn phòng UBND tỉnh',
          'Các sở, ban, ngành tỉnh; UBND các xã, phường',
        ],
        [
          6,
          'CCHC-06',
          'Tỷ lệ hồ sơ quá hạn',
          '%',
          '≤ 2',
          'Văn phòng UBND tỉnh',
          'UBND các xã, phường',
        ],
        ['II', null, 'Chỉ số tổng hợp', null, null, null, null],
        [
          6,
          'CCHC-16',
          'Chỉ số PAR INDEX',
          'Thứ hạng',
          'Trong nhóm 10 tỉnh dẫn đầu',
          'Sở Nội vụ',
          null,
        ],
        [
          7,
          'CCHC-17',
          'Mức độ hài lòng của người dân',
          '%',
          'Từ 90 trở lên',
          'Sở Nội vụ',
          'Sở Nội vụ',
        ],
        [
          8,
          'CCHC-18',
          'Số mô hình cải cách của xã',
          'mô hình',
          'Mỗi xã tối thiểu 01',
          'UBND các xã, phường',
          null,
        ],
        [9, 'CCHC-19', 'Chi phí tuân thủ', '%', 'Giảm 10% so với năm 2025', 'Sở Tư pháp', null],
      ]),
    ]),
  rows: [
    indicator(
      '5',
      'Tỷ lệ hồ sơ giải quyết đúng hạn',
      'I. Thủ tục hành chính|',
      'tinh xa',
      ['>= 98'],
      {
        code: 'CCHC-05',
      },
    ),
    indicator('6', 'Tỷ lệ hồ sơ quá hạn', 'I. Thủ tục hành chính|', 'xa', ['<= 2'], {
      code: 'CCHC-06',
    }),
    indicator('6', 'Chỉ số PAR INDEX', 'II. Chỉ số tổng hợp|', 'SNV', ['<= 10'], {
      code: 'CCHC-16',
    }),
    indicator('7', 'Mức độ hài lòng của người dân', 'II. Chỉ số tổng hợp|', 'SNV', ['>= 90'], {
      code: 'CCHC-17',
    }),
    indicator('8', 'Số mô hình cải cách của xã', 'II. Chỉ số tổng hợp|', 'xa', ['>= 1 each'], {
      code: 'CCHC-18',
    }),
    indicator('9', 'Chi phí tuân thủ', 'II. Chỉ số tổng hợp|', 'STP', ['? -10 whole-year'], {
      code: 'CCHC-19',
    }),
  ],
};

const bothKinds: SampleAppendix = {
  id: 'chi-tieu-va-nhiem-vu',
  what: 'Một bảng có cả chỉ tiêu và nhiệm vụ; cột Lĩnh vực gộp ô; tiêu đề ba tầng 2025 | 2026',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet(
        'Phụ lục',
        [
          ...head('CHỈ TIÊU, NHIỆM VỤ TRỌNG TÂM NĂM 2026'),
          [
            'STT',
            'Lĩnh vực',
            'Chỉ tiêu, nhiệm vụ',
            'ĐVT',
            'Số liệu',
            null,
            null,
            'Cơ quan theo dõi, đánh giá',
            'Thời hạn hoàn thành',
          ],
          [null, null, null, null, 'Năm 2025', null, 'Năm 2026', null, null],
          [null, null, null, null, 'Kế hoạch', 'Ước thực hiện', 'Kế hoạch', null, null],
          [
            1,
            'Y tế',
            'Số bác sĩ trên 1 vạn dân',
            'bác sĩ',
            11,
            11.5,
            'Tối thiểu 12',
            'Sở Y tế',
            null,
          ],
          [2, null, 'Xây dựng đề án trạm y tế', null, null, null, null, 'Sở Y tế', 'Quý III/2026'],
          [
            3,
            'Giáo dục',
            'Tỷ lệ trường đạt chuẩn quốc gia',
            '%',
            60,
            62,
            'Trên 65',
            'Sở Giáo dục và Đào tạo',
            null,
          ],
          [
            4,
            null,
            'Ban hành kế hoạch xây trường',
            null,
            null,
            null,
            null,
            'Sở Giáo dục và Đào tạo',
            '15/5/2026',
          ],
        ],
        [
          'A5:A7',
          'B5:B7',
          'C5:C7',
          'D5:D7',
          'E5:G5',
          'E6:F6',
          'H5:H7',
          'I5:I7',
          'B8:B9',
          'B10:B11',
        ],
      ),
    ]),
  rows: [
    indicator('1', 'Số bác sĩ trên 1 vạn dân', 'Y tế|', 'SYT', ['>= 12']),
    task('2', 'Xây dựng đề án trạm y tế', '|Y tế', 'SYT', '2026-Q3'),
    indicator('3', 'Tỷ lệ trường đạt chuẩn quốc gia', 'Giáo dục|', 'SGDDT', ['> 65']),
    task('4', 'Ban hành kế hoạch xây trường', '|Giáo dục', 'SGDDT', '2026-05-15'),
  ],
};

const unmergedHead: SampleAppendix = {
  id: 'tieu-de-khong-gop',
  what: 'Dán không giữ gộp ô: tiêu đề hai hàng, chữ mục ở cột STT, hai trang lặp tiêu đề, dòng ghi chú cuối bảng',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('NHIỆM VỤ NĂM 2026'),
        ['STT', 'Nội dung công việc', 'Phân công thực hiện', null, 'Kết quả', 'Tiến độ'],
        [null, null, 'Chủ trì', 'Phối hợp', null, null],
        ['1', '2', '3', '4', '5', '6'],
        ['I. TUYÊN TRUYỀN', null, null, null, null, null],
        [
          '1.',
          'Mở chuyên mục trên báo',
          'Văn phòng UBND tỉnh',
          'Sở Nội vụ',
          'Chuyên mục',
          'Hằng tháng',
        ],
        ['2.', 'Tổ chức hội thi', 'Sở Nội vụ', null, 'Hội thi', 'Tháng 8/2026'],
        ['STT', 'Nội dung công việc', 'Phân công thực hiện', null, 'Kết quả', 'Tiến độ'],
        [null, null, 'Chủ trì', 'Phối hợp', null, null],
        ['3.', 'Tổng kết', 'Sở Nội vụ', 'Các cơ quan, đơn vị', 'Báo cáo', '20/12/2026'],
        ['II. KIỂM TRA', null, null, null, null, null],
        ['1.', 'Kiểm tra đột xuất', 'Thanh tra tỉnh', null, 'Kết luận', 'Khi có yêu cầu'],
      ]),
    ]),
  rows: [
    task('1', 'Mở chuyên mục trên báo', 'I|TUYÊN TRUYỀN', 'VPUB', 'month', {
      product: 'Chuyên mục',
    }),
    task('2', 'Tổ chức hội thi', 'I|TUYÊN TRUYỀN', 'SNV', '2026-08', { product: 'Hội thi' }),
    task('3', 'Tổng kết', 'I|TUYÊN TRUYỀN', 'SNV', '2026-12-20', { product: 'Báo cáo' }),
    task('1', 'Kiểm tra đột xuất', 'II|KIỂM TRA', 'TTT', '', { product: 'Kết luận' }),
  ],
};

const codedPlan: SampleAppendix = {
  id: 'ma-nhiem-vu-ba-cap',
  what: 'Mã nhiệm vụ ba cấp, cơ quan ghi ở dòng trên cho các dòng dưới, kết quả cần đạt cạnh sản phẩm',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet('Phụ lục', [
        ...head('DANH MỤC NHIỆM VỤ TRIỂN KHAI ĐỀ ÁN NĂM 2026'),
        [
          'Mã số',
          'STT',
          'Nhiệm vụ, giải pháp',
          'Cơ quan chủ trì',
          'Yêu cầu cần đạt',
          'Sản phẩm',
          'Thời hạn',
        ],
        ['A1', 'I', 'Dữ liệu', 'Văn phòng UBND tỉnh', null, null, null],
        ['A1.1', null, 'Làm sạch dữ liệu', 'Sở Tư pháp', 'Dữ liệu đúng, đủ', null, null],
        [
          'A1.1.1',
          1,
          'Đối soát dữ liệu hộ tịch',
          null,
          'Đúng quy trình',
          'Báo cáo',
          'Tháng 4/2026',
        ],
        [
          'A1.1.2',
          2,
          'Chuẩn hóa dữ liệu cũ',
          'UBND các xã, phường',
          'Xong 80% sổ',
          'Báo cáo',
          'Tháng 10/2026',
        ],
        ['A2', 'II', 'Kết nối', null, 'Đạt các yêu cầu sau:', null, 'Theo thời hạn sau:'],
        [
          'A2.1',
          3,
          'Kết nối hệ thống một cửa',
          'Sở Khoa học và Công nghệ',
          'Thông suốt',
          'Biên bản',
          'Quý I/2026',
        ],
      ]),
    ]),
  rows: [
    task('1', 'Đối soát dữ liệu hộ tịch', 'I|Dữ liệu', 'STP', '2026-04', {
      product: 'Báo cáo',
      code: 'A1.1.1',
    }),
    task('2', 'Chuẩn hóa dữ liệu cũ', 'I|Dữ liệu', 'xa', '2026-10', {
      product: 'Báo cáo',
      code: 'A1.1.2',
    }),
    task('3', 'Kết nối hệ thống một cửa', 'II|Kết nối', 'SKHCN', '2026-Q1', {
      product: 'Biên bản',
      code: 'A2.1',
    }),
  ],
};

const ktxhProvince: SampleAppendix = {
  id: 'ktxh-cap-tinh',
  what: 'KTXH cấp tỉnh: Nhóm chỉ tiêu | Chỉ tiêu, tiêu đề không đánh số giữa các chỉ tiêu, tên sở viết tắt, khoảng, tăng giảm',
  year: null,
  province: VINH_LONG,
  workbook: () =>
    pastedWorkbook([
      sheet(
        'Phụ lục',
        [
          ...head('CHỈ TIÊU PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026'),
          [
            'TT',
            'Nhóm chỉ tiêu',
            'Chỉ tiêu',
            'ĐVT',
            'Ước thực hiện năm 2025',
            'Dự kiến KH năm 2026',
            'Cơ quan thu thập, tổng hợp',
            'Ghi chú',
          ],
          [1, 'Kinh tế', 'Tốc độ tăng trưởng GRDP', '%', 8.1, 'Trên 10', 'Sở TC', null],
          [null, null, 'Cơ cấu kinh tế', null, null, null, null, null],
          [2, null, 'Khu vực nông nghiệp', '%', 30, '28 - 30', 'Sở NN&MT', null],
          [3, null, 'Kim ngạch xuất khẩu', 'triệu USD', 2100, '2.300', 'Sở Công Thương', 'Theo NQ'],
          [4, 'Xã hội', 'Tỷ lệ lao động qua đào tạo', '%', 70, 'Tối thiểu 72', 'Sở Nội vụ', null],
          [5, null, 'Số bác sĩ/1 vạn dân', 'bác sĩ', 11, '≥ 12', 'Sở Y tế', null],
          [6, null, 'Tỷ lệ trẻ em suy dinh dưỡng', '%', 9, 'Giảm còn 8', 'Sở Y tế', null],
        ],
        ['B6:B9', 'B10:B12'],
      ),
    ]),
  rows: [
    indicator('1', 'Tốc độ tăng trưởng GRDP', 'Kinh tế|', 'STC', ['> 10']),
    indicator('2', 'Khu vực nông nghiệp', 'Kinh tế|Cơ cấu kinh tế', 'SNNMT', ['between 28..30']),
    indicator('3', 'Kim ngạch xuất khẩu', 'Kinh tế|Cơ cấu kinh tế', 'SCT', ['? 2300']),
    indicator('4', 'Tỷ lệ lao động qua đào tạo', 'Xã hội|', 'SNV', ['>= 72']),
    indicator('5', 'Số bác sĩ/1 vạn dân', 'Xã hội|', 'SYT', ['>= 12']),
    indicator('6', 'Tỷ lệ trẻ em suy dinh dưỡng', 'Xã hội|', 'SYT', ['<= 8']),
  ],
};

export const SAMPLES: readonly SampleAppendix[] = [
  ...[communePlan, digitalPlan, povertyPlan, perAgencyRows, investment],
  ...[roadMap, manyTables, bothKinds, unmergedHead, codedPlan, ktxhProvince],
];
