import type { PeriodId } from '../period/period';

/**
 * The sheets of one period's report; the names say the period so that periods stand side by side in
 * one workbook.
 */
export interface ReportSheetNames {
  indicators: string;
  tasks: string;
  handIn: string;
  matrix: string;
  figures: string;
}

/** Only where anything was explained. */
export function explanationSheetName(period: PeriodId): string {
  return `Giải trình ${period}`;
}

/** Only where something does not count. */
export function notCountedSheetName(period: PeriodId): string {
  return `Không tính ${period}`;
}

export function chartSheetName(period: PeriodId): string {
  return `Biểu đồ ${period}`;
}

/** For the office: what holds the tables against their sources. */
export function controlSheetName(period: PeriodId): string {
  return `Kiểm soát ${period}`;
}

/** Only where the report of a longer period is in force within the period. */
export function reconciliationSheetName(period: PeriodId): string {
  return `Đối chiếu ${period}`;
}

/** Only where an agency wrote of difficulties. */
export function narrativeSheetName(period: PeriodId): string {
  return `Vướng mắc ${period}`;
}

/** The sheets a report has only where there is something to say in them. */
export function annexSheetNames(period: PeriodId): string[] {
  return [
    explanationSheetName,
    notCountedSheetName,
    reconciliationSheetName,
    narrativeSheetName,
  ].map((name) => name(period));
}

/**
 * The tables of a statistics form, by agency and, where its rows have choices of their own, by row
 * and of one agency, and the figures they add up; the plan's reader sees to it that sheets can
 * carry the code.
 */
export function formSheetNames(
  form: string,
  period: PeriodId,
): { table: string; byRow: string; ofOne: string; figures: string } {
  return {
    table: `Biểu ${form} ${period}`,
    byRow: `Theo dòng ${form} ${period}`,
    ofOne: `Một đơn vị ${form} ${period}`,
    figures: `Số liệu ${form} ${period}`,
  };
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
