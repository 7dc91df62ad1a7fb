import type { PeriodId } from '../period/period';

/** The sheets of one period's report; the names say the period so that periods stand side by side in one workbook. */
export interface ReportSheetNames {
  indicators: string;
  tasks: string;
  handIn: string;
  matrix: string;
  figures: string;
}

/** The table of a statistics form and the figures it adds up; a sheet's name has 31 characters and some signs it may not have. */
export function formSheetNames(form: string, period: PeriodId): { table: string; figures: string } {
  const own = form.replace(/[[\]:*?/\\]/g, '-').slice(0, 12);
  return { table: `Biểu ${own} ${period}`, figures: `Số liệu ${own} ${period}` };
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
