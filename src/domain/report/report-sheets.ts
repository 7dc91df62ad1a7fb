import type { PeriodId } from '../period/period';

/** The sheets of one period's report; the names say the period so that periods stand side by side in one workbook. */
export interface ReportSheetNames {
  indicators: string;
  tasks: string;
  handIn: string;
  figures: string;
}

export function reportSheetNames(period: PeriodId): ReportSheetNames {
  return {
    indicators: `Chỉ tiêu ${period}`,
    tasks: `Nhiệm vụ ${period}`,
    handIn: `Nộp báo cáo ${period}`,
    figures: `Số liệu ${period}`,
  };
}
