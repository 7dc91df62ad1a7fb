import { formatNumber } from '../../text/number';
import type { IndicatorResult, TaskStatus } from '../consolidation/consolidation';
import type { Compared } from '../measure/choices';
import { isPlace } from '../measure/units';
import type { Period } from '../period/period';
import type { Level } from '../agency/agency';
import type { Indicator } from '../plan/plan';
import { INDICATOR_STATUS } from './indicator-status';
import { printedAmount } from './printed-money';

/** The words of official tables; Vietnamese whatever the interface language. */

/** What a result is judged by, as far as its status alone does not say it. */
export type Judged = Pick<
  IndicatorResult,
  'status' | 'progress' | 'unitsMet' | 'unitsJudged' | 'compared' | 'change'
> &
  Partial<Pick<IndicatorResult, 'complete' | 'unit'>>;

/**
 * The status; how far the year's target is reached while it is not due, how many do as they should
 * where each agency is judged by itself.
 */
export function judgedAs(
  { status, complete, progress, unitsMet, unitsJudged, compared, change, unit = '' }: Judged,
  indicator?: Indicator,
): string {
  if (status === 'not-due' && typeof progress === 'number')
    return `Đạt ${formatNumber(progress)}% kế hoạch năm`;
  // A table of targets for single agencies says nothing of what they make together.
  if (status === 'no-target' && unitsJudged)
    return `${unitsMet}/${unitsJudged} đơn vị đạt mức được giao`;
  const word = INDICATOR_STATUS[status];
  if (compared && status === 'incomplete' && complete)
    return `${word} (chưa có số ${baseSaid(compared)})`;
  if (compared && typeof change === 'number')
    return `${word} (${changeSaid(compared, change, unit, indicator)})`;
  return unitsJudged ? `${word} (${unitsMet}/${unitsJudged} đơn vị đạt)` : word;
}

/**
 * "tăng 7,2% so với cùng kỳ năm trước"; a rank that falls by two is two places better: "tăng 2
 * bậc".
 */
export function changeSaid(
  compared: Compared,
  change: number,
  unit: string,
  indicator?: Indicator,
): string {
  const base = `so với ${baseSaid(compared)}`;
  if (change === 0) return `không thay đổi ${base}`;
  const size = Math.abs(change);
  const isAmount = !compared.endsWith('percent');
  const isUp = isAmount && isPlace(unit) ? change < 0 : change > 0;
  const said = isAmount ? amountSaid(size, unit, indicator) : `${formatNumber(size)}%`;
  return `${isUp ? 'tăng' : 'giảm'} ${said} ${base}`;
}

function amountSaid(size: number, unit: string, indicator?: Indicator): string {
  if (isPlace(unit)) return `${formatNumber(size)} bậc`;
  if (unit === '%') return `${formatNumber(size)} điểm phần trăm`;
  return indicator ? printedAmount(indicator, size) : formatNumber(size);
}

/** What a change is on. */
export function baseSaid(compared: Compared): string {
  return compared.startsWith('last-year') ? 'cùng kỳ năm trước' : 'kỳ trước';
}

export const TASK_STATUS: Record<TaskStatus, string> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'in-progress': 'Đang thực hiện',
  overdue: 'Quá hạn',
  'not-due': 'Chưa đến hạn',
  'not-reported': 'Chưa báo cáo',
  'no-deadline': 'Chưa có thời hạn',
};

export const LEVEL_GROUP: Record<Level, string> = {
  tinh: 'Sở, ban, ngành',
  huyen: 'Ủy ban nhân dân cấp huyện',
  xa: 'Đơn vị cấp xã',
};

export const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** Over the results of indicators that are all ratios, and over results of any kind. */
export const RATIO = '%';
export const RESULT = 'Kết quả';

export const LAST_YEAR = 'Cùng kỳ năm trước';

/** Nine months and a year are compared with it in the column of the period before. */
export function hasLastYear({ kind }: Period): boolean {
  return kind !== 'nine-months' && kind !== 'year';
}

/** What the period before is called. */
export const PERIOD_BEFORE: Record<Period['kind'], string> = {
  month: 'Tháng trước',
  quarter: 'Quý trước',
  'half-year': '6 tháng trước',
  'nine-months': LAST_YEAR,
  year: 'Năm trước',
};

/**
 * A name begins with a capital on paper, as the office writes it; the plan's own text stays in the
 * plan.
 */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What an indicator is called on paper where it stands alone: a part (6.1 "Đối với UBND cấp xã")
 * with the numbered row it is a part of.
 */
export function nameAlone(indicator: Pick<Headed, 'name' | 'heading'>): string {
  return /^\d/.test(indicator.heading) ? wholeName(indicator) : capitalised(indicator.name);
}

/**
 * How an indicator is named in a sentence on paper: by its number in the table where that is its
 * own, else by its words; never by a code of ours.
 */
export function printedRow(
  indicators: readonly { code: string; stt: string; name: string }[],
  code: string,
): string {
  const own = indicators.find((one) => one.code === code);
  if (!own) return code;
  const isOwn = own.stt !== '' && indicators.filter(({ stt }) => stt === own.stt).length === 1;
  return isOwn ? `chỉ tiêu ${own.stt}` : `“${capitalised(own.name.trim())}”`;
}

interface Headed {
  code: string;
  name: string;
  group: string;
  /** The row it is a part of, with its number; "" for none. */
  heading: string;
}

/**
 * What stands over an indicator's columns in the table of agencies: its words, for a code of ours
 * is not printed. A part of a row says of which (“Đối với UBND cấp xã” alone says nothing). Of
 * several that are called alike what they stand under, and the code only where that is the same
 * too.
 */
export function matrixHeading(own: Headed, all: readonly Headed[]): string {
  const { code, group } = own;
  const said = wholeName(own);
  const namesakes = all.filter((one) => wholeName(one) === said);
  if (namesakes.length < 2) return said;
  const isTold = group !== '' && namesakes.filter((one) => one.group === group).length < 2;
  return isTold ? `${said} (${group})` : `${code}. ${said}`;
}

function wholeName({ name, heading }: Pick<Headed, 'name' | 'heading'>): string {
  const over = heading.replace(/^[\dIVX.]+\s+/, '').replace(/[.:;\s]+$/, '');
  return over === '' ? capitalised(name) : `${capitalised(over)} – ${name}`;
}

/** What stood there before, with the code in any case: workbooks of then are still read. */
export function matrixHeadingOfBefore({ code, name }: Pick<Headed, 'code' | 'name'>): string {
  return `${code}. ${capitalised(name)}`;
}
