import type { PeriodId } from '../period/period';

/** The sheets of one period's report; the names say the period so that periods stand side by side in one workbook. */
export interface ReportSheetNames {
  indicators: string;
  tasks: string;
  handIn: string;
  matrix: string;
  figures: string;
}

export function reportSheetNames(period: PeriodId): ReportSheetNames {
  return {
    indicators: `Chỉ tiêu ${period}`,
    tasks: `Nhiệm vụ ${period}`,
    handIn: `Nộp báo cáo ${period}`,
    matrix: `Theo đơn vị ${period}`,
    figures: `Số liệu tổng hợp ${period}`,
  };
}
