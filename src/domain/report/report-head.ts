import { formatDate } from '../../text/date';
import type { Consolidation } from '../consolidation/consolidation';
import type { PageHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { windowOf } from '../period/window';
import { findAgency, governingBody, type Plan } from '../plan/plan';
import { SAMPLE_MARK } from '../template/identity';

/** The document a table goes with; number and day are put in by hand. */
export const ENCLOSED = '(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm …)';

/** The head of every report table of a period. A table some agency is missing from says so over its figures. */
export function headOf(
  plan: Plan,
  period: Period,
  { sample, accepted, expected }: Pick<Consolidation, 'sample' | 'accepted' | 'expected'>,
  title: string,
): PageHead {
  const window = windowOf(period, plan.schedule.window);
  const isWhole = accepted === expected;
  return {
    parent: governingBody(plan).toUpperCase(),
    agency: (findAgency(plan, plan.consolidator)?.name ?? '').toUpperCase(),
    title,
    mark: sample ? SAMPLE_MARK : '',
    lines: [
      `Kỳ báo cáo: ${periodLabel(period)} (Từ ngày ${formatDate(window.from)} đến ngày ${formatDate(window.to)})`,
      ENCLOSED,
      isWhole ? '' : `Số liệu chưa đầy đủ: đã tiếp nhận ${accepted}/${expected} đơn vị`,
    ],
  };
}
