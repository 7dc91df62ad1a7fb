import { formatDate } from '../../text/date';
import type { Consolidation } from '../consolidation/consolidation';
import type { TableHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { windowOf } from '../period/window';
import type { Plan } from '../plan/plan';
import { SAMPLE_MARK } from '../template/identity';

/** The document a table goes with; number and day are put in by hand. */
export const ENCLOSED = '(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm …)';

/** Which annex a table is, "" for none, and what it is called. */
export interface TableTitle {
  number: string;
  title: string;
}

/**
 * The head of every report table of a period. A table some agency is missing from says so over its
 * figures.
 */
export function headOf(
  plan: Plan,
  period: Period,
  { sample, accepted, expected }: Pick<Consolidation, 'sample' | 'accepted' | 'expected'>,
  { number, title }: TableTitle,
  unit = '',
): TableHead {
  const window = windowOf(period, plan.schedule.window);
  const isWhole = accepted === expected;
  return {
    number,
    title,
    mark: sample ? SAMPLE_MARK : '',
    lines: [
      `Kỳ báo cáo: ${periodLabel(period)} (Từ ngày ${formatDate(window.from)} đến ngày ${formatDate(window.to)})`,
      number === '' ? '' : ENCLOSED,
      isWhole ? '' : `Số liệu chưa đầy đủ: đã tiếp nhận ${accepted}/${expected} đơn vị`,
    ],
    unit: unit === '' ? '' : `Đơn vị tính: ${unit}`,
  };
}

/**
 * "Phụ lục I", "Phụ lục II" …; of one alone "Phụ lục" (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
 * III).
 */
export function annexNumbers(count: number): string[] {
  return count === 1
    ? ['Phụ lục']
    : Array.from({ length: count }, (_, index) => `Phụ lục ${roman(index + 1)}`);
}

const ROMAN: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  const [value, letters] = ROMAN.find(([one]) => one <= number) ?? [0, ''];
  return value === 0 ? '' : letters + roman(number - value);
}
