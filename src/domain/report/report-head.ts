import { formatDate } from '../../text/date';
import type { PageHead } from '../page/page';
import { periodLabel, type Period } from '../period/period';
import { windowOf } from '../period/window';
import { findAgency, governingBody, type Plan } from '../plan/plan';
import { SAMPLE_MARK } from '../template/identity';

/** The head of every report table of a period. */
export function headOf(plan: Plan, period: Period, sample: boolean, title: string): PageHead {
  const window = windowOf(period, plan.schedule.window);
  return {
    parent: governingBody(plan).toUpperCase(),
    agency: (findAgency(plan, plan.consolidator)?.name ?? '').toUpperCase(),
    title,
    mark: sample ? SAMPLE_MARK : '',
    lines: [
      `Kỳ báo cáo: ${periodLabel(period)} (Từ ngày ${formatDate(window.from)} đến ngày ${formatDate(window.to)})`,
      '(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm …)',
    ],
  };
}
