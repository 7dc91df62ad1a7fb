/**
 * The plan as tables that staff read and edit in the consolidator's workbook
 * (docs/plan-workbook.md).
 */
export const PLAN_SHEETS = {
  plan: 'Kế hoạch',
  agencies: 'Đơn vị',
  indicators: 'Chỉ tiêu',
  targets: 'Mức giao',
  tasks: 'Nhiệm vụ',
  assignments: 'Phân công',
  forms: 'Biểu thống kê',
  successions: 'Kế thừa',
  confirmations: 'Xác nhận',
  paths: 'Chọn đường báo cáo',
  holidays: 'Ngày nghỉ',
} as const;

/** What the plan's id is called in the sheet of the plan. */
export const PLAN_ID = 'Mã kế hoạch';

/** Sheets that format 1 did not have, and that an owner without any of it may delete. */
export const OPTIONAL_SHEETS: readonly string[] = [
  PLAN_SHEETS.assignments,
  PLAN_SHEETS.forms,
  PLAN_SHEETS.successions,
  PLAN_SHEETS.confirmations,
  PLAN_SHEETS.paths,
];
