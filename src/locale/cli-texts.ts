import type { IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';
import { INDICATOR_STATUS, TASK_STATUS } from '../domain/report/words';
import type { FieldValue } from '../document/field';
import { INDICATOR_STATUS_EN, TASK_STATUS_EN } from './statuses-en';
import type { Severity } from '../domain/finding/finding';
import type { Verdict } from '../domain/submission/submission';
import { formatNumber } from '../text/number';
import type { Language } from './sentence';

/** What the command line says beside sentences for codes: results, headings, how it is used. */
export interface CliTexts {
  usage: string;
  fault(detail: string): string;
  severities: Record<Severity, string>;
  verdicts: Record<Verdict, string>;
  /** Of what is doubtful in a plan. */
  gravities: Record<Severity, string>;
  indicatorStatus: Record<IndicatorStatus, string>;
  taskStatus: Record<TaskStatus, string>;
  number(value: number, decimals: number): string;
  indicators(count: number): string;
  tasks(count: number): string;
  agencies(count: number): string;
  planWritten(id: string, path: string): string;
  appendixRead(counts: {
    indicators: number;
    tasks: number;
    agencies: number;
    confirmations: number;
  }): string;
  /** A question of the sheet Xác nhận, which is official. */
  confirmation(question: string): string;
  /** What each column of an appendix was understood as, and that it was guessed. */
  columnsRead: string;
  guessed: string;
  formsWritten(count: number, folder: string): string;
  commonFormWritten(path: string): string;
  doubts(count: number): string;
  moreDoubts(count: number): string;
  planFindings(errors: number, warnings: number, notes: number): string;
  notMarked(file: string): string;
  copiesWritten(count: number, folder: string): string;
  reportWritten(path: string): string;
  printSetWritten(path: string): string;
  wordWritten(path: string): string;
  /** A field as it is typed into a template, by what it gives. */
  fieldForms: Record<FieldValue['kind'], (name: string) => string>;
  fieldsAsked(count: number, unknown: number): string;
  /** What of a template was left as it stands. */
  templateTroubles: Record<'unknown' | 'not-alone' | 'not-closed', (field: string) => string>;
  halfWritten(submission: string): string;
  summary(counts: {
    period: string;
    expected: number;
    received: number;
    accepted: number;
    missing: number;
    returned: number;
  }): string;
  blankBefore(agencies: string): string;
  indicatorHeadings: readonly string[];
  taskHeadings: readonly string[];
  form(code: string, reported: number, expected: number, isComplete: boolean): string;
  secondsLeft(seconds: number): string;
  lakeHeadings: readonly string[];
  lakeWritten(path: string): string;
  queryHeadings: readonly string[];
  /** Of a row over all plans. */
  together: string;
}

const vi: CliTexts = {
  usage: `tonghop plans [--json TỆP]                            các kế hoạch có sẵn
tonghop plan MÃ --out plan.xlsx [--form II.06a|TTHC…]
                                                      ghi một kế hoạch có sẵn thành sổ làm việc
tonghop read-appendix PHỤ_LỤC.xlsx|PHỤ_LỤC.docx --out plan.xlsx [--year NĂM] [--province MÃ[:truoc|sau|2025]]
        [--column D=target…] [--json TỆP]
                                                      lập kế hoạch từ bảng phụ lục của quyết định
tonghop templates plan.xlsx --period KỲ --out THƯ_MỤC [--agency MÃ…] [--ledger SỔ.xlsx] [--common] [--list TỆP.xlsx]
                                                      phát hành biểu mẫu cho các đơn vị
tonghop check plan.xlsx TỆP… [--period KỲ] [--ledger SỔ.xlsx] [--json TỆP] [--annotate THƯ_MỤC]
                                                      kiểm tra các biểu đã nộp
tonghop check-plan plan.xlsx [--json TỆP]             kiểm tra chính kế hoạch
tonghop consolidate plan.xlsx --period KỲ --in THƯ_MỤC… --out report.xlsx [--ledger SỔ.xlsx]
        [--partial] [--accept-incomplete] [--received NGÀY [--check-received]] [--as-of NGÀY]
        [--print-set PHỤ_LỤC.xlsx] [--word BÁO_CÁO.docx]
        [--word-template MẪU.docx] [--json TỆP]
                                                      tiếp nhận các biểu đã nộp và tổng hợp một kỳ
tonghop word-fields plan.xlsx [--word-template MẪU.docx] [--json TỆP]
                                                      các trường dùng được trong mẫu báo cáo Word
tonghop lake THƯ_MỤC [--plan plan.xlsx|MÃ…] [--ledger SỔ.xlsx…] [--archive BẢN_LƯU_TRỮ.zip…] [--names] [--json TỆP]
                                                      đưa sổ số liệu vào kho số liệu mở (Parquet)
tonghop lake query THƯ_MỤC --period KỲ [--level tinh|huyen|xa] [--out TỆP.csv|.json|.xlsx] [--json TỆP]
                                                      tổng hợp nhiều tỉnh từ kho (cần DuckDB)
tonghop rules [--json TỆP]                            các quy tắc kiểm tra
KỲ: 2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024. NGÀY: 2024-03-18. --lang vi|en. --json - ghi ra đầu ra chuẩn.`,
  fault: (detail) => `Phần mềm gặp lỗi: ${detail}`,
  severities: { error: 'lỗi phải sửa', warning: 'cảnh báo', fixed: 'để biết' },
  verdicts: {
    clean: 'Không có lỗi',
    warnings: 'Có cảnh báo',
    errors: 'Có lỗi',
    unreadable: 'Không đọc được',
  },
  gravities: { error: 'Cần sửa', warning: 'Cần xác nhận', fixed: 'Để biết' },
  indicatorStatus: INDICATOR_STATUS,
  taskStatus: TASK_STATUS,
  number: formatNumber,
  indicators: (count) => `${count} chỉ tiêu`,
  tasks: (count) => `${count} nhiệm vụ`,
  agencies: (count) => `${count} đơn vị`,
  planWritten: (id, path) => `Đã ghi kế hoạch ${id} vào ${path}.`,
  appendixRead: ({ indicators, tasks, agencies, confirmations }) =>
    `${indicators} chỉ tiêu, ${tasks} nhiệm vụ, ${agencies} đơn vị; ${confirmations} điểm cần xác nhận.`,
  confirmation: (question) => question,
  columnsRead: 'Các cột được hiểu (đổi bằng --column, ví dụ --column "D=target"):',
  guessed: ' (đoán theo nội dung)',
  formsWritten: (count, folder) => `Đã ghi ${count} biểu mẫu vào ${folder}.`,
  commonFormWritten: (path) => `Đã ghi biểu mẫu chung vào ${path}.`,
  doubts: (count) => `Kế hoạch còn ${count} điểm cần xem:`,
  moreDoubts: (count) => `… và ${count} điểm khác: tonghop check-plan để xem hết.`,
  planFindings: (errors, warnings, notes) =>
    `Cần sửa ${errors}, cần xác nhận ${warnings}, để biết ${notes}.`,
  notMarked: (file) =>
    `${file}: tệp lớn quá mức của một biểu nên không làm bản đánh dấu; xem danh sách lỗi.`,
  copiesWritten: (count, folder) => `Đã ghi ${count} bản đánh dấu vào ${folder}.`,
  reportWritten: (path) => `Đã ghi báo cáo vào ${path}.`,
  printSetWritten: (path) => `Đã ghi bộ phụ lục để in vào ${path}.`,
  wordWritten: (path) => `Đã ghi báo cáo Word vào ${path}.`,
  fieldForms: {
    text: (name) => `{{${name}}}`,
    blocks: (name) => `{{${name}}}`,
    condition: (name) => `{{neu ${name}}} … {{het}}`,
  },
  fieldsAsked: (count, unknown) =>
    `Mẫu có ${count} chỗ điền, ${unknown} chỗ không có trong danh sách.`,
  templateTroubles: {
    unknown: (field) =>
      `Mẫu Word: không có trường “${field}”; chỗ này được giữ nguyên. Vui lòng xem danh sách: tonghop word-fields.`,
    'not-alone': (field) =>
      `Mẫu Word: “${field}” là bảng hoặc đoạn, phải đứng riêng một dòng; chỗ này được giữ nguyên. Vui lòng đưa xuống dòng riêng.`,
    'not-closed': (field) =>
      `Mẫu Word: “${field}” chưa đủ cặp {{neu …}} và {{het}} trong cùng một dòng, hoặc mỗi bên đứng riêng một dòng trong cùng một ô; chỗ này được giữ nguyên.`,
  },
  halfWritten: (submission) =>
    `Bản nộp ${submission} ghi dở ở lần trước nên chưa được tính; đề nghị tiếp nhận lại tệp này.`,
  summary: ({ period, expected, received, accepted, missing, returned }) =>
    `Kỳ ${period}: phải báo cáo ${expected} đơn vị, đã nộp ${received}, đã tiếp nhận ${accepted}, chưa nộp ${missing}, bị trả lại ${returned}.`,
  blankBefore: (agencies) =>
    `Biểu trống đã tiếp nhận trước đây, nay coi như chưa báo cáo: ${agencies}. Đề nghị đơn vị nộp lại.`,
  indicatorHeadings: ['Mã', 'Tử', 'Mẫu', 'Kết quả', 'n/N', 'Đánh giá'],
  taskHeadings: ['Nhiệm vụ', 'Đã HT', 'Tình trạng'],
  form: (code, reported, expected, isComplete) =>
    `Biểu ${code}: ${reported}/${expected} lượt báo cáo${isComplete ? '' : ', chưa đủ'}.`,
  secondsLeft: (seconds) => `, còn khoảng ${seconds} giây`,
  lakeHeadings: ['Kế hoạch', 'Năm', 'Bản nộp', 'Mới thêm', 'Số liệu'],
  lakeWritten: (path) => `Kho số liệu mở ở ${path}.`,
  queryHeadings: [
    'Mã',
    'Chỉ tiêu',
    'ĐVT',
    'Tỉnh',
    'Tử',
    'Mẫu',
    'Kết quả',
    'n/N',
    'n/N tỉnh',
    'Đánh giá',
  ],
  together: 'Cộng các tỉnh',
};

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

const en: CliTexts = {
  usage: `tonghop plans [--json FILE]                           the built-in plans
tonghop plan ID --out plan.xlsx [--form II.06a|TTHC…]
                                                      writes a built-in plan as a workbook
tonghop read-appendix APPENDIX.xlsx|APPENDIX.docx --out plan.xlsx [--year YEAR] [--province CODE[:truoc|sau|2025]]
        [--column D=target…] [--json FILE]
                                                      makes a plan of the appendix table of a decision
tonghop templates plan.xlsx --period P --out FOLDER [--agency CODE…] [--ledger LEDGER.xlsx] [--common] [--list FILE.xlsx]
                                                      issues the forms of the agencies
tonghop check plan.xlsx FILE… [--period P] [--ledger LEDGER.xlsx] [--json FILE] [--annotate FOLDER]
                                                      checks forms that were handed in
tonghop check-plan plan.xlsx [--json FILE]            checks the plan itself
tonghop consolidate plan.xlsx --period P --in FOLDER… --out report.xlsx [--ledger LEDGER.xlsx]
        [--partial] [--accept-incomplete] [--received DATE [--check-received]] [--as-of DATE]
        [--print-set ANNEXES.xlsx] [--word REPORT.docx]
        [--word-template TEMPLATE.docx] [--json FILE]
                                                      takes in what was handed in and consolidates a period
tonghop word-fields plan.xlsx [--word-template TEMPLATE.docx] [--json FILE]
                                                      the fields of a template of the report in Word
tonghop lake FOLDER [--plan plan.xlsx|ID…] [--ledger LEDGER.xlsx…] [--archive ARCHIVE.zip…] [--names] [--json FILE]
                                                      adds ledgers to an open lake (Parquet)
tonghop lake query FOLDER --period P [--level tinh|huyen|xa] [--out FILE.csv|.json|.xlsx] [--json FILE]
                                                      several provinces from a lake (needs DuckDB)
tonghop rules [--json FILE]                           what the check looks for
P: 2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024. DATE: 2024-03-18. --lang vi|en. --json - is standard output.`,
  fault: (detail) => `The software failed: ${detail}`,
  severities: { error: 'error', warning: 'warning', fixed: 'note' },
  verdicts: {
    clean: 'No errors',
    warnings: 'Warnings',
    errors: 'Errors',
    unreadable: 'Not readable',
  },
  gravities: { error: 'To correct', warning: 'To confirm', fixed: 'Note' },
  indicatorStatus: INDICATOR_STATUS_EN,
  taskStatus: TASK_STATUS_EN,
  number: (value, decimals) => value.toLocaleString('en-US', { maximumFractionDigits: decimals }),
  indicators: (count) => counted(count, 'indicator'),
  tasks: (count) => counted(count, 'task'),
  agencies: (count) => counted(count, 'agency', 'agencies'),
  planWritten: (id, path) => `Plan ${id} was written to ${path}.`,
  appendixRead: ({ indicators, tasks, agencies, confirmations }) =>
    `${counted(indicators, 'indicator')}, ${counted(tasks, 'task')}, ${counted(agencies, 'agency', 'agencies')}; ${counted(confirmations, 'point')} to confirm.`,
  confirmation: (question) => `“${question.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  columnsRead:
    'What the columns were understood as (changed with --column, such as --column "D=target"):',
  guessed: ' (guessed by its contents)',
  formsWritten: (count, folder) =>
    `${counted(count, 'form was', 'forms were')} written to ${folder}.`,
  commonFormWritten: (path) => `The form for all was written to ${path}.`,
  doubts: (count) => `The plan has ${counted(count, 'point')} to look at:`,
  moreDoubts: (count) => `… and ${count} more: tonghop check-plan shows them all.`,
  planFindings: (errors, warnings, notes) =>
    `To correct ${errors}, to confirm ${warnings}, notes ${notes}.`,
  notMarked: (file) =>
    `${file}: too large for a form, so no marked copy was made; please see the list of errors.`,
  copiesWritten: (count, folder) =>
    `${counted(count, 'marked copy was', 'marked copies were')} written to ${folder}.`,
  reportWritten: (path) => `The report was written to ${path}.`,
  printSetWritten: (path) => `The annexes to print were written to ${path}.`,
  wordWritten: (path) => `The report in Word was written to ${path}.`,
  fieldForms: {
    text: (name) => `{{${name}}}`,
    blocks: (name) => `{{${name}}}`,
    condition: (name) => `{{neu ${name}}} … {{het}}`,
  },
  fieldsAsked: (count, unknown) =>
    `The template has ${counted(count, 'field')}; ${unknown} of them unknown.`,
  templateTroubles: {
    unknown: (field) =>
      `Word template: there is no field “${field}”; it was left as it stands. Please see the list: tonghop word-fields.`,
    'not-alone': (field) =>
      `Word template: “${field}” is a table or a passage and has to stand in a line of its own; it was left as it stands.`,
    'not-closed': (field) =>
      `Word template: “${field}” lacks its {{neu …}} or {{het}} in the same line, or each in a line of its own in the same cell; it was left as it stands.`,
  },
  halfWritten: (submission) =>
    `Submission ${submission} was only half written by an earlier run and does not count; please hand its file in again.`,
  summary: ({ period, expected, received, accepted, missing, returned }) =>
    `${period}: ${counted(expected, 'agency', 'agencies')} to report, ${received} submitted, ${accepted} accepted, ${missing} not submitted, ${returned} returned.`,
  blankBefore: (agencies) =>
    `Blank forms accepted earlier, now taken as not reported: ${agencies}. Please have them sent again.`,
  indicatorHeadings: ['Code', 'Num.', 'Den.', 'Result', 'n/N', 'Status'],
  taskHeadings: ['Task', 'Done', 'Status'],
  form: (code, reported, expected, isComplete) =>
    `Form ${code}: ${reported}/${expected} reports${isComplete ? '' : ', incomplete'}.`,
  secondsLeft: (seconds) => `, about ${seconds} s left`,
  lakeHeadings: ['Plan', 'Year', 'Submissions', 'Added', 'Figures'],
  lakeWritten: (path) => `The open lake is in ${path}.`,
  queryHeadings: [
    'Code',
    'Indicator',
    'Unit',
    'Province',
    'Num.',
    'Den.',
    'Result',
    'n/N',
    'n/N provinces',
    'Status',
  ],
  together: 'All provinces',
};

export function cliTexts(language: Language): CliTexts {
  return language === 'vi' ? vi : en;
}
