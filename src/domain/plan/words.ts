import type { Compared, Decimals, OverAgencies, Scale } from '../measure/choices';
import type { PeriodKind } from '../period/period';
import { periodLabel, periodOf, readPeriodLabel } from '../period/period';
import type { Level } from '../agency/agency';
import type {
  Assess,
  Deadline,
  Filler,
  IndicatorKind,
  Operator,
  OverTime,
  PrintedIn,
  TaskCount,
} from './plan';
import type { SuccessionKind } from '../agency/succession';
import type { ColumnOverTime, StatOverAgencies, StatTyped } from './stat-form';
import { formatDate, readDate } from '../../text/date';
import { matchKey, tidy } from '../../text/normal-form';
import { Words } from '../table/words';

/** The Vietnamese words of the plan tables, one pair of directions each. */

export const levelWords = new Words<Level>({ tinh: 'Tỉnh', huyen: 'Huyện', xa: 'Xã' });

export const indicatorKindWords = new Words<IndicatorKind>({
  ratio: 'Tỷ lệ',
  satisfaction: 'Mức độ hài lòng',
  reduction: 'Cắt giảm',
  duration: 'Thời gian bình quân',
  increase: 'Tăng so với kỳ trước',
  count: 'Số lượng',
  computed: 'Tính từ nhiệm vụ',
  'own-figure': 'Số của riêng đơn vị chủ trì',
  rank: 'Xếp hạng',
  index: 'Chỉ số',
  'each-unit': 'Mỗi đơn vị tự đạt',
  'yes-no': 'Có/Không',
  'per-ten-thousand': 'Trên 1 vạn dân',
  'against-last-year': 'So với năm trước',
});

export const taskCountWords = new Words<TaskCount>({
  done: 'Đã hoàn thành/được giao',
  'done-on-time': 'Hoàn thành đúng hạn/đến hạn',
});

export const overTimeWords = new Words<OverTime>({
  flow: 'Cộng các kỳ',
  'flow-of-constant': 'Cộng tử số; mẫu số là số giao cả năm',
  stock: 'Số cuối kỳ',
  cumulative: 'Lũy kế đến cuối kỳ',
  'from-tasks': 'Theo nhiệm vụ',
});

export const columnOverTimeWords = new Words<ColumnOverTime>({
  flow: 'Cộng các kỳ',
  opening: 'Số đầu kỳ',
  stock: 'Số cuối kỳ',
  cumulative: 'Lũy kế đến cuối kỳ',
  computed: 'Theo công thức',
  none: 'Không cộng',
});

export const statTypedWords = new Words<StatTyped>({
  number: 'Số',
  choice: 'Lựa chọn',
  text: 'Chữ',
  date: 'Ngày',
});

export const statOverAgenciesWords = new Words<StatOverAgencies>({
  added: 'Cộng các đơn vị',
  each: 'Từng đơn vị',
  owner: 'Số của đơn vị chủ trì',
  largest: 'Lớn nhất',
  smallest: 'Nhỏ nhất',
});

export const overAgenciesWords = new Words<OverAgencies>({
  added: 'Cộng các đơn vị',
  owner: 'Số của đơn vị chủ trì',
  each: 'Từng đơn vị',
  largest: 'Lớn nhất',
  smallest: 'Nhỏ nhất',
});

export const scaleWords = new Words<`${Scale}`>({
  1: '1',
  100: '100',
  1000: '1.000',
  10000: '10.000',
});

export const comparedWords = new Words<Compared>({
  'last-year-percent': 'Cùng kỳ năm trước, %',
  'last-year-difference': 'Cùng kỳ năm trước, chênh lệch',
  'before-percent': 'Kỳ trước, %',
  'before-difference': 'Kỳ trước, chênh lệch',
});

export const decimalsWords = new Words<Decimals>({
  whole: 'Số nguyên',
  two: 'Tối đa 2 chữ số',
  four: 'Tối đa 4 chữ số',
  any: 'Không giới hạn',
});

export const printedInWords = new Words<PrintedIn>({
  'nghìn đồng': 'Nghìn đồng',
  'triệu đồng': 'Triệu đồng',
  'tỷ đồng': 'Tỷ đồng',
});

/** What a row of the sheet Biểu thống kê says of its form. */
export type FormPart = 'form' | 'column' | 'row' | 'identity' | 'row-identity';
export const formPartWords = new Words<FormPart>({
  form: 'Biểu',
  column: 'Cột',
  row: 'Dòng',
  identity: 'Ràng buộc',
  'row-identity': 'Ràng buộc dòng',
});

export const successionWords = new Words<SuccessionKind>({
  merge: 'Hợp nhất',
  absorb: 'Sáp nhập',
  split: 'Chia, tách',
  rename: 'Đổi tên',
});

export const assignmentWords = new Words<'yes' | 'no'>({ yes: 'Giao', no: 'Không giao' });

export const assessWords = new Words<Assess>({
  'every-period': 'Mỗi kỳ',
  'at-deadline': 'Khi đến hạn',
  'whole-year': 'Cuối năm',
  pace: 'Theo tiến độ năm',
});

/** Whom a target is asked of; blank says the same as the first, or what its indicator says. */
export const scopeWords = new Words<'whole' | 'each'>({ whole: 'Số chung', each: 'Từng đơn vị' });

export const operatorWords = new Words<Operator>({
  '>=': 'Tối thiểu',
  '<=': 'Tối đa',
  '=': 'Bằng',
  '>': 'Trên',
  '<': 'Dưới',
  between: 'Trong khoảng',
  increase: 'Tăng',
  yes: 'Có',
  text: 'Người đánh giá',
});

export const taskKindWords = new Words<'task' | 'indicator-task'>({
  task: 'Nhiệm vụ',
  'indicator-task': 'Nhiệm vụ có chỉ tiêu',
});

export const yesNoWords = new Words<'yes' | 'no'>({ yes: 'Có', no: 'Không' });

export const confirmedWords = new Words<'yes' | 'no'>({ yes: 'Đã xác nhận', no: 'Cần xác nhận' });

export const namesWords = new Words<'yes' | 'no'>({ yes: 'Phần mềm đề xuất', no: 'Đã xác nhận' });

export const pathTableWords = new Words<'indicators' | 'forms'>({
  indicators: 'Chỉ tiêu',
  forms: 'Biểu thống kê',
});

export const pathWords = new Words<'above' | 'below' | 'both'>({
  above: 'Cấp trên',
  below: 'Cấp dưới',
  both: 'Cả hai (số riêng)',
});

export const holidayWords = new Words<'off' | 'work'>({ off: 'Nghỉ', work: 'Làm bù' });

export const windowWords = new Words<'nd09' | 'calendar'>({
  nd09: 'Nghị định 09/2019/NĐ-CP (ngày 15 đến ngày 14)',
  calendar: 'Tháng dương lịch',
});

export const periodKindWords = new Words<PeriodKind>({
  month: 'Tháng',
  quarter: 'Quý',
  'half-year': '6 tháng',
  'nine-months': '9 tháng',
  year: 'Năm',
});

/** Whole levels as fillers: the collective names of the decisions. */
const LEVEL_FILLERS = new Words<Level>({
  tinh: 'Các sở, ban, ngành cấp tỉnh',
  huyen: 'Ủy ban nhân dân cấp huyện',
  xa: 'Tất cả đơn vị cấp xã',
});

/** Those who are left out stand in the sheet Phân công. */
export function writeFillers(fillers: Filler[]): string {
  return fillers
    .flatMap((filler) =>
      'level' in filler
        ? [LEVEL_FILLERS.write(filler.level)]
        : 'agency' in filler
          ? [filler.agency]
          : [],
    )
    .join('; ');
}

/** A whole level by its collective name; undefined for anything else. */
export function readLevelFiller(text: string): Level | undefined {
  return LEVEL_FILLERS.read(text);
}

export function splitList(text: string): string[] {
  return text.split(';').map(tidy).filter(Boolean);
}

export function writeDeadline(deadline: Deadline | null): string {
  if (!deadline) return '';
  switch (deadline.kind) {
    case 'period':
      return periodLabel(periodOf(deadline.period));
    case 'date':
      return `Ngày ${formatDate(deadline.date)}`;
    case 'recurring':
      return deadline.every === 'month' ? 'Hằng tháng' : 'Hằng quý';
    case 'continuous':
      return 'Thường xuyên';
  }
}

/** Undefined when the words are not understood. */
export function readDeadline(text: string): Deadline | null | undefined {
  const key = matchKey(text);
  if (key === '') return null;
  if (/^h[àằ]ng tháng$/.test(key)) return { kind: 'recurring', every: 'month' };
  if (/^h[àằ]ng qu[ýí]$/.test(key)) return { kind: 'recurring', every: 'quarter' };
  if (key === 'thường xuyên') return { kind: 'continuous' };
  const period = readPeriodLabel(text);
  if (period) return { kind: 'period', period: period.id };
  const date = readDate(text);
  return date ? { kind: 'date', date } : undefined;
}
