import { matchKey } from '../../text/normal-form';
import type { AppendixMark, MarkReason } from './mark';
import { isBare } from './read-targets';

/**
 * What the owner is asked, in the sheet Xác nhận: official, so Vietnamese whatever the interface
 * language.
 */
const QUESTIONS: Record<MarkReason, (found: string) => string> = {
  deadline: (found) => `Thời hạn “${found}” chưa xác định được thành ngày hoặc kỳ.`,
  unit: (found) =>
    `“${found}” tính bằng gì còn chưa rõ; đề nghị xem đơn vị tính của chỉ tiêu, của tử số và mẫu số.`,
  operator: (found) =>
    `Mức giao “${found}” chưa rõ là tối thiểu, tối đa hay bằng bao nhiêu; đề nghị ghi lại ở trang tính Mức giao.`,
  'no-target': (found) =>
    `“${found}” chưa có mức giao; đề nghị ghi ở trang tính Mức giao, hoặc xác nhận là chỉ theo dõi.`,
  agency: (found) =>
    found === ''
      ? 'Không nêu cơ quan thực hiện.'
      : `“${found}” chưa đối chiếu được với danh mục đơn vị.`,
  row: (found) => `Dòng “${found}” chưa rõ thuộc mục nào.`,
  kind: (found) => `“${found}” có con số nhưng chưa rõ cách tính; đề nghị ghi tử số, mẫu số.`,
  column: (found) => `Cột “${found}” chưa được đọc.`,
  'guessed-column': (found) =>
    `Cột “${found}” được hiểu theo nội dung bên dưới, không theo tiêu đề.`,
  heading: (found) => `Dòng “${found}” được hiểu là tiêu đề hay là một nhiệm vụ, chỉ tiêu?`,
  'section-figure': (found) =>
    `Dòng tiêu đề mục còn ghi “${found}”; nội dung này chưa được ghi vào kế hoạch.`,
  inherited: (found) => `“${found}” ghi ở dòng tiêu đề, đang áp dụng cho các dòng bên dưới.`,
  both: (found) =>
    `Dòng có cả mức giao “${found}” và sản phẩm, đang được ghi cả thành nhiệm vụ và chỉ tiêu.`,
  result: (found) => `Kết quả cần đạt “${found}” có con số nhưng chưa thành chỉ tiêu.`,
  range: (found) => `Mức giao “${found}” là một khoảng chưa rõ hai đầu.`,
  relative: (found) =>
    `Mức giao “${found}” so với số của kỳ khác; đề nghị xem cột So với của chỉ tiêu và Mức.`,
  milestone: (found) =>
    `Mức giao “${found}” là số của riêng kỳ đó hay là số phải đạt tính đến hết kỳ? Đang ghi phải đạt đến hết kỳ.`,
  time: (found) =>
    `Mức giao “${found}” chưa rõ phải đạt đến ngày nào, chưa được ghi vào kế hoạch; đề nghị ghi một dòng ở trang Mức giao.`,
  'each-unit': (found) => `“${found}”: mỗi đơn vị phải tự đạt, hay tính số đơn vị đạt?`,
  'one-owner': (found) =>
    `“${found}” là số của riêng một đơn vị nhưng đang giao nhiều đơn vị báo cáo.`,
  'several-owners': (found) =>
    `“${found}” giao cho vài cơ quan: số của các cơ quan đang được cộng lại. Nếu là một số chung, đề nghị chỉ ghi một cơ quan ở cột Đơn vị điền số liệu.`,
  'same-row': (found) => `“${found}” ghi ở hai chỗ của phụ lục, nội dung không giống nhau.`,
  schedule: (found) => `Tần suất báo cáo “${found}” khác kỳ báo cáo của kế hoạch.`,
};

/** Every reason, as other programs are told. */
export const MARK_REASONS = Object.keys(QUESTIONS) as MarkReason[];

/** How many of a list are named; the rest is counted. */
const NAMED = 8;

function listed(all: readonly string[]): string {
  return all.slice(0, NAMED).join(', ') + (all.length > NAMED ? '…' : '');
}

function rowsOf(codes: readonly string[]): string {
  return codes.length < 2 ? '' : ` (${codes.length} dòng: ${listed(codes)})`;
}

/** One question: everything that was not understood at one cell, or the same thing at several. */
export interface AppendixQuestion {
  /** The first of each kind at the cell. */
  marks: readonly AppendixMark[];
  /** Rows it concerns. */
  codes: readonly string[];
  /** Cells it stands at. */
  cells: readonly string[];
}

/** `count`: over how many agencies a name for many was spread, 0 where it was not. */
export function questionOf({ marks, codes, cells }: AppendixQuestion, count: number): string {
  const [first] = marks;
  const short = (found: string): string => (found.length > 160 ? `${found.slice(0, 160)}…` : found);
  const sentences =
    count > 0
      ? [
          `“${short(first.found)}” được hiểu là ${count} đơn vị trong danh mục${rowsOf(codes)}; đề nghị xác nhận.`,
        ]
      : marks.map(({ why, found }) => QUESTIONS[why](short(found)));
  if (count === 0 && codes.length > 1)
    sentences.push(`Áp dụng cho ${codes.length} dòng: ${listed(codes)}.`);
  const at = cells.length > 1 ? `các ô ${listed(cells)}` : `ô ${first.cell}`;
  return `${sentences.join(' ').replace(/\.$/, '')} (phụ lục: ${first.sheet}, ${at}).`;
}

/**
 * What one person is asked at once: a name once for all rows it stands in, the bare figures of one
 * indicator once, anything else once a cell.
 */
export function questionsOf(
  marks: readonly AppendixMark[],
  spread: (mark: AppendixMark) => number,
): AppendixQuestion[] {
  const asked = new Map<
    string,
    { marks: AppendixMark[]; codes: Set<string>; cells: Set<string> }
  >();
  for (const mark of marks) {
    const count = mark.why === 'agency' ? spread(mark) : 0;
    const isName = (mark.why === 'agency' && mark.found !== '') || mark.why === 'schedule';
    // A hundred communes' bare figures of one indicator lack one word, and are asked for it once.
    const isFigure =
      mark.table === 'targets' && mark.why === 'operator' && mark.code !== '' && isBare(mark.found);
    const isOnce = isName || isFigure;
    const key = isName
      ? `${mark.table} ${matchKey(mark.found)} ${count}`
      : isFigure
        ? `figures ${mark.code}`
        : `${mark.sheet}!${mark.cell}`;
    const known = asked.get(key);
    if (!known) {
      asked.set(key, { marks: [mark], codes: new Set([mark.code]), cells: new Set([mark.cell]) });
      continue;
    }
    known.codes.add(mark.code);
    known.cells.add(mark.cell);
    if (!known.marks.some(({ why, found }) => why === mark.why && (isOnce || found === mark.found)))
      known.marks.push(mark);
  }
  return [...asked.values()].map(({ marks: own, codes, cells }) => ({
    marks: own,
    codes: [...codes],
    cells: [...cells],
  }));
}
