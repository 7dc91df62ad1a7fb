import type { CellValue } from '../../src/workbook/cell';
import { pastedWorkbook } from './appendix-workbook';
import { head, indicator, sheet, task, VINH_LONG, type SampleAppendix } from './samples';

/** More of them: what names who leads and who helps, targets of every kind, totals, signatures. */

type Row = CellValue[];

function sample(
  id: string,
  what: string,
  tables: { name?: string; title: string; rows: Row[]; merges?: string[] }[],
  rows: SampleAppendix['rows'],
): SampleAppendix {
  return {
    ...{ id, what, year: null, province: VINH_LONG, rows },
    workbook: () =>
      pastedWorkbook(
        tables.map(({ name = 'Phụ lục', title, rows, merges = [] }) =>
          sheet(name, [...head(title), ...rows], merges),
        ),
      ),
  };
}

const REPORT = { product: 'Báo cáo' };

const rotated = sample(
  'cot-dao-thu-tu',
  'Thứ tự cột đảo: thời hạn đứng đầu, STT đứng cuối; chủ trì, phối hợp ghi chung một ô bằng bốn cách; Hằng năm',
  [
    {
      title: 'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
      rows: [
        ['Thời hạn hoàn thành', 'Cơ quan chủ trì', 'Nội dung công việc', 'Sản phẩm dự kiến', 'STT'],
        [null, null, 'I. CẢI CÁCH THỂ CHẾ'],
        ['Quý II/2026', 'Sở Tư pháp', 'Rà soát văn bản', 'Báo cáo', 1],
        ['Thường xuyên', 'Sở Nội vụ (chủ trì); Sở Tài chính (phối hợp)', 'Đôn đốc', 'Báo cáo', 2],
        [null, null, 'II. CẢI CÁCH THỦ TỤC'],
        ['Hằng năm', 'Văn phòng UBND tỉnh', 'Công bố danh mục', 'Báo cáo', 1],
        ['Quý III', 'Sở Nội vụ chủ trì, phối hợp với Sở Tài chính', 'Sơ kết', 'Báo cáo', 2],
        [
          'Trước 15/11/2026',
          'Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ, UBND các xã, phường',
          'Rà soát thủ tục y tế',
          'Báo cáo',
          3,
        ],
      ],
    },
  ],
  [
    task('1', 'Rà soát văn bản', 'I|CẢI CÁCH THỂ CHẾ', 'STP', '2026-Q2', REPORT),
    task('2', 'Đôn đốc', 'I|CẢI CÁCH THỂ CHẾ', 'SNV', 'continuous', REPORT),
    task('1', 'Công bố danh mục', 'II|CẢI CÁCH THỦ TỤC', 'VPUB', '2026', REPORT),
    task('2', 'Sơ kết', 'II|CẢI CÁCH THỦ TỤC', 'SNV', '2026-Q3', REPORT),
    task('3', 'Rà soát thủ tục y tế', 'II|CẢI CÁCH THỦ TỤC', 'SYT', '2026-11-14', REPORT),
  ],
);

const sharedColumn = sample(
  'chu-tri-phoi-hop-mot-cot',
  'Cột “Cơ quan chủ trì/Cơ quan phối hợp”; thời hạn nhiều quý; cơ quan gộp ô theo cột; ghi chú, nơi nhận, chữ ký ở cuối',
  [
    {
      title: 'NHIỆM VỤ TRỌNG TÂM NĂM 2026',
      rows: [
        ['TT', 'Nhiệm vụ, giải pháp', 'Cơ quan chủ trì/Cơ quan phối hợp', 'Thời gian', 'Ghi chú'],
        ['A', 'NHÓM NHIỆM VỤ CHUNG'],
        [1, 'Xây dựng kế hoạch', 'Sở Nội vụ/Các sở, ban, ngành tỉnh', 'Quý I/2026', null],
        [2, 'Tập huấn nghiệp vụ', 'Sở Nội vụ', 'Quý II, III/2026', 'Lồng ghép'],
        ['B', 'NHÓM NHIỆM VỤ CỤ THỂ'],
        [1, 'Kiểm tra công vụ', 'Thanh tra tỉnh', 'Quý III - IV/2026', null],
        [2, 'Khảo sát hài lòng', null, 'Tháng 10 năm 2026', null],
        [null, null, null, 'Vĩnh Long, ngày 05 tháng 01 năm 2026'],
        ['Nơi nhận:', null, null, 'TM. ỦY BAN NHÂN DÂN'],
        ['- Như trên;', null, null, 'CHỦ TỊCH'],
        [null, null, null, 'Nguyễn Văn Mẫu'],
      ],
      merges: ['C10:C11'],
    },
  ],
  [
    task('1', 'Xây dựng kế hoạch', 'A|NHÓM NHIỆM VỤ CHUNG', 'SNV', '2026-Q1'),
    task('2', 'Tập huấn nghiệp vụ', 'A|NHÓM NHIỆM VỤ CHUNG', 'SNV', '2026-Q3'),
    task('1', 'Kiểm tra công vụ', 'B|NHÓM NHIỆM VỤ CỤ THỂ', 'TTT', '2026-Q4'),
    task('2', 'Khảo sát hài lòng', 'B|NHÓM NHIỆM VỤ CỤ THỂ', 'TTT', '2026-10'),
  ],
);

const growth = '1. Tốc độ tăng trưởng kinh tế (GRDP)';
const economy = 'I. Về kinh tế|';
const society = 'II. Về xã hội|';

const allKinds = sample(
  'ktxh-moi-loai-muc',
  'KTXH tiêu đề hai hàng Năm 2025 | Năm 2026: tăng trưởng và thành phần, khoảng, tăng giảm so với năm trước, cột so sánh',
  [
    {
      title: 'HỆ THỐNG CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2026',
      rows: [
        [
          'STT',
          'Chỉ tiêu',
          'Đơn vị tính',
          'Năm 2025',
          null,
          'Năm 2026',
          null,
          'Cơ quan theo dõi, đánh giá',
        ],
        [null, null, null, 'Kế hoạch', 'Ước thực hiện', 'Kế hoạch', 'So với năm 2025 (%)', null],
        ['I', 'Về kinh tế'],
        [1, 'Tốc độ tăng trưởng kinh tế (GRDP)', '%', 8, 8.2, '10 trở lên', null, 'Sở Tài chính'],
        ['1.1', '- Nông, lâm, thủy sản', '%', 3, 3.1, '3,5', null, 'Sở Nông nghiệp và Môi trường'],
        ['1.2', '- Công nghiệp', '%', 11, 11.5, 'Tăng 13 - 14', null, 'Sở Công Thương'],
        [
          2,
          'Tổng vốn đầu tư toàn xã hội',
          'Tỷ đồng',
          '60.000',
          '61.500',
          'Tăng tối thiểu 12% so với năm 2025',
          null,
          'Sở Tài chính',
        ],
        ['II', 'Về xã hội'],
        [
          3,
          'Tỷ lệ hộ nghèo',
          '%',
          '1,2',
          '1,1',
          'Giảm tối thiểu 0,3 điểm % so với năm 2025',
          null,
          'Sở Nông nghiệp và Môi trường',
        ],
        [
          4,
          'Số vụ tai nạn giao thông',
          'Vụ',
          100,
          90,
          'Giảm 5 – 10% so với cùng kỳ',
          null,
          'Văn phòng UBND tỉnh',
        ],
        [
          5,
          'Số lao động được tạo việc làm',
          'Người',
          '40.000',
          '41.000',
          'Trên 42.000',
          null,
          'Sở Nội vụ',
        ],
        [
          6,
          'Chỉ số PCI',
          'Thứ hạng',
          20,
          18,
          'Tăng tối thiểu 02 bậc so với năm 2025',
          null,
          'Sở Tài chính',
        ],
        [7, 'Có Cổng dữ liệu mở', null, null, null, 'Có', null, 'Sở Khoa học và Công nghệ'],
        [8, 'Thu nhập bình quân đầu người', 'Triệu đồng', 60, 62, '≥ 65', null, 'Thống kê tỉnh'],
        [9, 'Tỷ lệ hồ sơ đúng hạn', '%', 97, 98, '≥ 98', null, 'Các sở, ban, ngành tỉnh'],
      ],
      merges: ['A5:A6', 'B5:B6', 'C5:C6', 'D5:E5', 'F5:G5', 'H5:H6'],
    },
  ],
  [
    indicator('1', 'Tốc độ tăng trưởng kinh tế (GRDP)', economy, 'STC', ['>= 10']),
    indicator('1.1', 'Nông, lâm, thủy sản', economy + growth, 'SNNMT', ['? 3.5']),
    indicator('1.2', 'Công nghiệp', economy + growth, 'SCT', ['between 13..14']),
    // Its year is that of the indicator, which is added up over it.
    indicator('2', 'Tổng vốn đầu tư toàn xã hội', economy, 'STC', ['>= 12 on last-year-percent']),
    indicator('3', 'Tỷ lệ hộ nghèo', society, 'SNNMT', [
      '<= -0.3 whole-year on last-year-difference',
    ]),
    indicator('4', 'Số vụ tai nạn giao thông', society, 'VPUB', [
      'between -10..-5 every-period on last-year-percent',
    ]),
    indicator('5', 'Số lao động được tạo việc làm', society, 'SNV', ['> 42000']),
    indicator('6', 'Chỉ số PCI', society, 'STC', ['<= -2 whole-year on last-year-difference']),
    indicator('7', 'Có Cổng dữ liệu mở', society, 'SKHCN', ['yes null']),
    indicator('8', 'Thu nhập bình quân đầu người', society, 'TKE', ['>= 65']),
    // An office beside the departments is asked where it is named, and not among all of them.
    indicator('9', 'Tỷ lệ hồ sơ đúng hạn', society, 'tinh -TKE', ['>= 98']),
  ],
);

const agencyColumns = sample(
  'giao-theo-cot-don-vi',
  'Cột là đơn vị, một cột là cả cấp xã, cột Toàn tỉnh ở cuối; dấu “-” là không giao',
  [
    {
      title: 'GIAO CHỈ TIÊU DỊCH VỤ CÔNG TRỰC TUYẾN NĂM 2026',
      rows: [
        [
          'STT',
          'Chỉ tiêu',
          'ĐVT',
          'Sở Nội vụ',
          'Sở Tư pháp',
          'Sở Y tế',
          'UBND cấp xã',
          'Toàn tỉnh',
        ],
        [1, 'Tỷ lệ hồ sơ toàn trình', '%', 80, 'Tối thiểu 85', '-', 'Tối thiểu 60', 'Tối thiểu 75'],
        [2, 'Số mô hình mới', 'Mô hình', 1, 1, 1, 'Mỗi xã tối thiểu 01', null],
      ],
    },
  ],
  [
    indicator('1', 'Tỷ lệ hồ sơ toàn trình', '|', 'SNV STP xa', [
      ...['>= 75', '? 80 @SNV', '>= 85 @STP', '>= 60 xa'],
    ]),
    indicator('2', 'Số mô hình mới', '|', 'SNV STP SYT xa', [
      ...['? 1 @SNV', '? 1 @STP', '? 1 @SYT', '>= 1 xa each'],
    ]),
  ],
);

const agencyRows = sample(
  'giao-theo-dong-don-vi',
  'Dòng là đơn vị, tiêu đề hai hàng, dòng Tổng cộng ghi ở cột STT',
  [
    {
      title: 'GIAO CHỈ TIÊU BẢO HIỂM Y TẾ NĂM 2026',
      rows: [
        ['TT', 'Đơn vị', 'Chỉ tiêu giao năm 2026', null, 'Ghi chú'],
        [null, null, 'Số người tham gia BHYT (người)', 'Tỷ lệ bao phủ BHYT (%)', null],
        [1, 'Phường An Hội', '25.000', '≥ 95', null],
        [2, 'Phường Sơn Đông', '18.500', '≥ 94,5', null],
        ['Tổng cộng', null, '43.500', '≥ 94,8', null],
      ],
      merges: ['A5:A6', 'B5:B6', 'C5:D5', 'E5:E6'],
    },
  ],
  [
    indicator('1', 'Số người tham gia BHYT', '|', '28777 28783', [
      ...['? 43500', '? 25000 @28777', '? 18500 @28783'],
    ]),
    indicator('2', 'Tỷ lệ bao phủ BHYT', '|', '28777 28783', [
      ...['>= 94.8', '>= 95 @28777', '>= 94.5 @28783'],
    ]),
  ],
);

const milestones = sample(
  'moc-trong-nam',
  'Mốc trong năm: cột “Đến 30/6”, “Đến 31/12”; mốc ghi trong một ô; mỗi đơn vị; chỉ có chữ',
  [
    {
      title: 'CHỈ TIÊU ĐIỀU HÀNH NĂM 2026',
      rows: [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Mức phải đạt', null, null, 'Đơn vị thực hiện'],
        [null, null, null, 'Đến 30/6', 'Đến 30/9', 'Đến 31/12', null],
        [
          1,
          'Tỷ lệ giải ngân vốn ngân sách tỉnh',
          '%',
          'Tối thiểu 45',
          'Tối thiểu 70',
          100,
          'Sở Tài chính',
        ],
        [2, 'Tỷ lệ giải ngân vốn trung ương', '%', 40, 65, 95, 'Sở Tài chính'],
      ],
      merges: ['A5:A6', 'B5:B6', 'C5:C6', 'D5:F5', 'G5:G6'],
    },
    {
      name: 'Phụ lục II',
      title: 'CHỈ TIÊU CẤP XÃ NĂM 2026',
      rows: [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Mức phải đạt', 'Đơn vị thực hiện'],
        [
          1,
          'Tỷ lệ hồ sơ số hóa',
          '%',
          'Đến tháng 6 tối thiểu 60%, cuối năm tối thiểu 80%',
          'UBND các xã, phường',
        ],
        [2, 'Số tuyến phố không tiền mặt', 'Tuyến', 'Mỗi xã tối thiểu 05', 'UBND các xã, phường'],
        [
          3,
          'Tỷ lệ cơ quan dùng chữ ký số',
          '%',
          'Tối thiểu 90 trong năm 2026',
          'Các sở, ban, ngành',
        ],
        [4, 'Xã đạt chuẩn tiếp cận pháp luật', '%', '100% số xã', 'Sở Tư pháp'],
        [5, 'Xếp loại chuyển đổi số', 'Nhóm', 'Thuộc nhóm khá', 'Sở Khoa học và Công nghệ'],
      ],
    },
  ],
  [
    indicator('1', 'Tỷ lệ giải ngân vốn ngân sách tỉnh', '|', 'STC', [
      ...['>= 45 by 2026-06-30', '>= 70 by 2026-09-30', '= 100 whole-year'],
    ]),
    indicator('2', 'Tỷ lệ giải ngân vốn trung ương', '|', 'STC', [
      ...['? 40 by 2026-06-30', '? 65 by 2026-09-30', '? 95 whole-year'],
    ]),
    indicator('1', 'Tỷ lệ hồ sơ số hóa', '|', 'xa', ['>= 60 by 2026-06-30', '>= 80 whole-year']),
    indicator('2', 'Số tuyến phố không tiền mặt', '|', 'xa', ['>= 5 each']),
    indicator('3', 'Tỷ lệ cơ quan dùng chữ ký số', '|', 'tinh', ['>= 90 whole-year']),
    indicator('4', 'Xã đạt chuẩn tiếp cận pháp luật', '|', 'STP', ['? 100']),
    indicator('5', 'Xếp loại chuyển đổi số', '|', 'SKHCN', ['!']),
  ],
);

export const MORE_SAMPLES: readonly SampleAppendix[] = [
  ...[rotated, sharedColumn, allKinds, agencyColumns, agencyRows, milestones],
];
