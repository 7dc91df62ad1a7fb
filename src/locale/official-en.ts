/**
 * What official sheets say in Vietnamese, for a reader of English where a screen shows it between
 * words of its own: the state of a figure, its measure, what an entry by hand comes from, the note
 * of an act. Names that people gave are left as they are.
 */
const WORDS: Readonly<Record<string, string>> = {
  // Measures.
  Tử: 'numerator',
  'Tử số': 'numerator',
  'Tử số / đã hoàn thành': 'numerator / done',
  'Kết quả / tử số / đã hoàn thành': 'result / numerator / done',
  Mẫu: 'denominator',
  'Mẫu số': 'denominator',
  'Mẫu số / được giao': 'denominator / assigned',
  'Kết quả': 'result',
  'Tăng/giảm': 'change',
  'Đánh giá': 'status',
  'Tình trạng': 'status',
  'Số lượt được giao': 'times assigned',
  'Đã hoàn thành': 'done',
  // States.
  Tính: 'counts',
  'Được tính': 'counts',
  'Không tính': 'does not count',
  'Không được tính': 'does not count',
  'Chưa rõ': 'unclear',
  'Chưa xác định': 'unclear',
  'Không phát sinh': 'not applicable',
  'Không đủ cơ sở tính': 'no basis to compute',
  'Chưa báo cáo': 'not reported',
  'Chưa đến hạn': 'not due yet',
  'Chưa đủ số liệu': 'incomplete',
  'Có lỗi, không tính': 'has errors, does not count',
  'Tính từ báo cáo quý trừ hai tháng trước': 'the quarter’s report less the two months before',
  'Chưa tính được từ báo cáo quý': 'cannot be computed from the quarter’s report yet',
  // Where a figure comes from, and of whom.
  'Nhập hộ, điều chỉnh': 'Entered or adjusted by hand',
  'Nhập tay': 'Entered by hand',
  'Toàn tỉnh': 'the province',
  'Cấp Tỉnh': 'departments',
  'Cấp Huyện': 'districts',
  'Cấp Xã': 'communes',
  'Trong kỳ': 'in the period',
  'Biểu thống kê': 'statistics form',
  'Lũy kế': 'cumulative',
  'Kỳ trước': 'the period before',
  'Cùng kỳ năm trước': 'the same period of last year',
  // Notes of acts.
  'Ghi lại từ bảng đã khóa': 'made again from the locked tables',
};

const SHAPES: readonly [RegExp, string][] = [
  [/^(\d+\/\d+) đơn vị$/, '$1 agencies'],
  [/^Chấp nhận \((.+?)(?:, (\d\d:\d\d) ngày (.+))?\)$/, 'accepted ($1, $2 on $3)'],
  [/^Trả lại \((.+?)(?:, (\d\d:\d\d) ngày (.+))?\)$/, 'returned ($1, $2 on $3)'],
  [/^Đơn vị (\S+)$/, 'agency $1'],
  [/^Cột \((.+)\)$/, 'column ($1)'],
  [/^dòng (.+), cột (.+)$/, 'row $1, column $2'],
  [/^cột (.+)$/, 'column $1'],
  [/^Thiếu nhiệm vụ (.+)$/, 'task $1 not reported'],
];

export function officialInEnglish(text: string): string {
  return text.split(' – ').map(said).join(' – ');
}

function said(text: string): string {
  const word = WORDS[text];
  if (word !== undefined) return word;
  const shape = SHAPES.find(([pattern]) => pattern.test(text));
  return shape ? text.replace(shape[0], shape[1]) : text;
}
