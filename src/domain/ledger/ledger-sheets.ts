/** Where the ledger of a workbook stands, for who looks only which workbook it is. */
export const LEDGER_SHEETS = { submissions: 'Bản nộp', figures: 'Sổ số liệu' } as const;
export const KEPT_SHEET = 'Kết quả kiểm tra';
export const DECISION_SHEET = 'Quyết định';
export const PERIOD_SHEET = 'Kỳ báo cáo';
export const SIGNED_SHEET = 'Số liệu đã khóa';
