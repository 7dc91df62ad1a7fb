import { Sheet } from '../src/workbook/sheet';

/**
 * A table as an office keeps it: titles, headings in two merged rows, groups, notes and signatures;
 * nothing of it is ours.
 */
export function provinceTable(
  rows: readonly (readonly [string, string] | string)[],
  name = 'Biểu số 1',
): Sheet {
  const sheet = new Sheet(name);
  sheet.put(0, 0, 'ỦY BAN NHÂN DÂN TỈNH TRÀ VINH');
  sheet.put(0, 6, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  sheet.put(1, 0, 'SỞ NỘI VỤ');
  sheet.put(1, 6, 'Độc lập - Tự do - Hạnh phúc');
  sheet.put(3, 0, 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH');
  sheet.merges.push({ top: 3, bottom: 3, left: 0, right: 12 });
  sheet.put(4, 0, '(Kèm theo Báo cáo số 15/BC-SNV)');
  PROVINCE_HEADINGS.forEach(([over, under], column) => {
    if (over !== '') sheet.put(6, column, over);
    if (under !== '') sheet.put(7, column, under);
    sheet.put(8, column, column + 1);
    if (under === '') sheet.merges.push({ top: 6, bottom: 7, left: column, right: column });
  });
  sheet.merges.push(
    { top: 6, bottom: 6, left: 4, right: 6 },
    { top: 6, bottom: 6, left: 7, right: 9 },
  );
  let row = 9;
  for (const one of rows) {
    if (typeof one === 'string') sheet.put(row, 1, one);
    else {
      sheet.put(row, 0, one[0]);
      sheet.put(row, 1, one[1]);
      sheet.put(row, 2, '%');
      sheet.put(row, 3, 'Tối thiểu 20%');
    }
    row++;
  }
  sheet.put(row + 1, 0, 'Ghi chú: số liệu tính đến ngày 14 của tháng báo cáo.');
  sheet.put(row + 3, 10, 'SỞ NỘI VỤ');
  return sheet;
}

/**
 * STT | Nội dung | ĐVT | Mức giao | Trong tháng: 3 | Lũy kế: 3 | Tháng trước | Tăng, giảm | Đánh
 * giá | Ghi chú
 */
export const PROVINCE_HEADINGS: readonly (readonly [string, string])[] = [
  ['STT', ''],
  ['Nội dung chỉ tiêu', ''],
  ['ĐVT', ''],
  ['Mức giao', ''],
  ['Trong tháng', 'Tử số'],
  ['', 'Mẫu số'],
  ['', 'Tỷ lệ\n(%)'],
  ['Lũy kế từ đầu năm', 'Tử số'],
  ['', 'Mẫu số'],
  ['', 'Tỷ lệ\n(%)'],
  ['Tháng trước', ''],
  ['Tăng, giảm (điểm %)', ''],
  ['Đánh giá', ''],
  ['Ghi chú', ''],
];
