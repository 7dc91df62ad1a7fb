import { matchKey } from '../../text/normal-form';

/**
 * Words and headings as earlier versions wrote them into workbooks, by what is written now. They
 * are read for as long as there are such workbooks; nothing of ours writes them any more.
 */
const FORMER: Readonly<Record<string, readonly string[]>> = {
  // What stands in cells.
  'Được tính': ['Tính'],
  'Không được tính': ['Không tính'],
  'Chưa rõ': ['Chưa xác định'],
  'Đã tiếp nhận': ['Đạt yêu cầu'],
  'Đã mở lại': ['Mở lại'],
  'Chưa có thời hạn': ['Không xác định hạn'],
  'Cộng tử số; mẫu số là số giao cả năm': ['Cộng tử số, mẫu số cả năm'],
  'Để biết': ['Đã tự sửa'],
  // Headings of the ledger and of what is decided about it.
  'Tử số': ['Tử'],
  'Mẫu số': ['Mẫu'],
  'Tử số: ô': ['Tử: ô'],
  'Tử số: ghi trong tệp': ['Tử: ghi trong tệp'],
  'Tử số: trạng thái': ['Tử: trạng thái'],
  'Mẫu số: ô': ['Mẫu: ô'],
  'Mẫu số: ghi trong tệp': ['Mẫu: ghi trong tệp'],
  'Mẫu số: trạng thái': ['Mẫu: trạng thái'],
  'Lần ghi': ['Lượt ghi'],
  'Mã đối chiếu tệp': ['Mã băm'],
  'Mã đối chiếu bảng': ['Mã băm bảng khóa'],
  'Thời điểm': ['Lúc'],
  'Cùng nguyên nhân với điểm': ['Theo sau điểm'],
  'Người liên kết (tự khai)': ['Người gắn (tự khai)'],
  // Headings of a plan.
  'Tiêu đề nhóm': ['Tiêu đề trên'],
  'Cách cộng qua các kỳ': ['Cộng theo thời gian'],
  // Of a form.
  'Mức giao': ['Chỉ tiêu năm'],
  // Programs of others read the targets of a plan by these; people may write the fuller ones.
  'Ghi trong kế hoạch': ['Nguyên văn trong kế hoạch'],
  'So sánh': ['Điều kiện'],
  Mức: ['Mức giao'],
  'Mức đến': ['Mức giao đến'],
};

const BY_KEY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(FORMER).map(([now, before]) => [matchKey(now), before.map(matchKey)]),
);

/** The keys a word may be read by: its own first, then those it had before. */
export function keysOf(word: string): readonly string[] {
  const own = matchKey(word);
  return [own, ...(BY_KEY.get(own) ?? [])];
}

/** Whether a cell says this word, in any spelling, now or as it was written before. */
export function isWord(word: string, text: string): boolean {
  return keysOf(word).includes(matchKey(text));
}
