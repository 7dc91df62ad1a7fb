import type { LaidKind } from '../app/refusals';
import type { IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';
import { TASK_STATUS } from '../domain/report/words';
import { INDICATOR_STATUS } from '../domain/report/indicator-status';
import type { FieldValue } from '../document/field';
import { counted } from './counted';
import { INDICATOR_STATUS_EN, TASK_STATUS_EN } from './statuses-en';
import type { DoubtCounts, DoubtKind } from '../domain/plan-check/doubt-kinds';
import { doubtCounts, doubtsInWords } from './doubt-words';
import type { Severity } from '../domain/finding/finding';
import type { Verdict } from '../domain/submission/submission';
import { formatNumber } from '../text/number';
import type { TemplateTroubles } from './template-troubles';
import { doubtsEn, troublesEn } from './words-en';
import { doubtsVi, troublesVi } from './words-vi';

/** The commands of the command line, by what is typed. */
export type CommandName =
  | 'plans'
  | 'plan'
  | 'read-appendix'
  | 'templates'
  | 'check'
  | 'check-plan'
  | 'consolidate'
  | 'word-fields'
  | 'lake'
  | 'lake query'
  | 'rules';

/** Words in capitals that stand for a value in what a command says of itself. */
export type UsageWord =
  | 'ID'
  | 'CODE'
  | 'P'
  | 'DATE'
  | 'YEAR'
  | 'FILE'
  | 'FOLDER'
  | 'DIR'
  | 'LEDGER'
  | 'ARCHIVE'
  | 'APPENDIX'
  | 'ANNEXES'
  | 'REPORT'
  | 'TEMPLATE';

/** What the command line says beside sentences for codes: results, headings, how it is used. */
export interface CliTexts {
  /** What each command does, in the usage. */
  does: Record<CommandName, string>;
  /** What stands for a value in the usage. */
  usageWords: Record<UsageWord, string>;
  /** What holds for every command. */
  usageFoot(languages: string): string;
  fault(detail: string): string;
  severities: Record<Severity, string>;
  verdicts: Record<Verdict, string>;
  /** Of what is doubtful in a plan. */
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
    faults: number;
    confirmations: number;
  }): string;
  /** A question of the sheet Xác nhận, which is official. */
  confirmation(question: string): string;
  /** What each column of an appendix was understood as, and that it was guessed. */
  columnsRead: string;
  guessed: string;
  formsWritten(count: number, folder: string): string;
  commonFormWritten(path: string): string;
  doubts(counts: DoubtCounts): string;
  moreDoubts(count: number): string;
  doubtKinds: Record<DoubtKind, string>;
  planFindings(counts: DoubtCounts): string;
  notMarked(file: string): string;
  copiesWritten(count: number, folder: string): string;
  reportWritten(path: string): string;
  printSetWritten(path: string): string;
  wordWritten(path: string): string;
  /** A field as it is typed into a template, by what it gives. */
  fieldForms: Record<FieldValue['kind'], (name: string) => string>;
  fieldsAsked(count: number, unknown: number): string;
  templateTroubles: TemplateTroubles;
  halfWritten(submission: string): string;
  /** What a person laid over the sheets of a ledger, or put beside them. */
  laid: { named(name: string): string; kinds: Record<LaidKind, string> };
  /** The ledger was of an older format. */
  olderKept(path: string, copy: string, format: number): string;
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

export const cliVi: CliTexts = {
  does: {
    plans: 'các kế hoạch có sẵn',
    plan: 'ghi một kế hoạch có sẵn thành sổ làm việc',
    'read-appendix': 'lập kế hoạch từ bảng phụ lục của quyết định',
    templates: 'phát hành biểu mẫu cho các đơn vị',
    check: 'kiểm tra các biểu đã nộp',
    'check-plan': 'kiểm tra chính kế hoạch',
    consolidate: 'tiếp nhận các biểu đã nộp và tổng hợp một kỳ',
    'word-fields': 'các trường dùng được trong mẫu báo cáo Word',
    lake: 'đưa sổ số liệu vào kho số liệu mở (Parquet)',
    'lake query': 'tổng hợp nhiều tỉnh từ kho (cần DuckDB)',
    rules: 'các quy tắc kiểm tra',
  },
  usageWords: {
    ID: 'MÃ',
    CODE: 'MÃ',
    P: 'KỲ',
    DATE: 'NGÀY',
    YEAR: 'NĂM',
    FILE: 'TỆP',
    FOLDER: 'THƯ_MỤC',
    DIR: 'THƯ_MỤC',
    LEDGER: 'SỔ',
    ARCHIVE: 'BẢN_LƯU_TRỮ',
    APPENDIX: 'PHỤ_LỤC',
    ANNEXES: 'PHỤ_LỤC',
    REPORT: 'BÁO_CÁO',
    TEMPLATE: 'MẪU',
  },
  usageFoot: (languages) =>
    `KỲ: 2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024. NGÀY: 2024-03-18. --lang ${languages}. --json - ghi ra đầu ra chuẩn.`,
  fault: (detail) => `Phần mềm gặp lỗi: ${detail}`,
  severities: { error: 'lỗi phải sửa', warning: 'cảnh báo', fixed: 'để biết' },
  verdicts: {
    clean: 'Không có lỗi',
    warnings: 'Có cảnh báo',
    errors: 'Có lỗi',
    unreadable: 'Không đọc được',
  },
  indicatorStatus: INDICATOR_STATUS,
  taskStatus: TASK_STATUS,
  number: formatNumber,
  indicators: (count) => `${count} chỉ tiêu`,
  tasks: (count) => `${count} nhiệm vụ`,
  agencies: (count) => `${count} đơn vị`,
  planWritten: (id, path) => `Đã ghi kế hoạch ${id} vào ${path}.`,
  appendixRead: ({ indicators, tasks, agencies, faults, confirmations }) =>
    `${indicators} chỉ tiêu, ${tasks} nhiệm vụ, ${agencies} đơn vị; ${faults > 0 ? `${faults} điểm cần sửa, ` : ''}${confirmations} điểm cần xác nhận.`,
  confirmation: (question) => question,
  columnsRead: 'Các cột được hiểu (đổi bằng --column, ví dụ --column "D=target"):',
  guessed: ' (đoán theo nội dung)',
  formsWritten: (count, folder) => `Đã ghi ${count} biểu mẫu vào ${folder}.`,
  commonFormWritten: (path) => `Đã ghi biểu mẫu chung vào ${path}.`,
  doubts: (counts) => `Kế hoạch còn ${doubtsInWords(counts, doubtsVi)}:`,
  moreDoubts: (count) => `… và ${count} điểm khác: tonghop check-plan để xem hết.`,
  doubtKinds: doubtsVi.kinds,
  planFindings: (counts) => `${doubtCounts(counts, doubtsVi)}.`,
  notMarked: (file) =>
    `${file}: tệp lớn quá mức của một biểu nên không làm tệp đánh dấu lỗi; xem danh sách lỗi.`,
  copiesWritten: (count, folder) => `Đã ghi ${count} tệp đánh dấu lỗi vào ${folder}.`,
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
  templateTroubles: troublesVi,
  olderKept: (path, copy, format) =>
    `Sổ ${path} trước đây có định dạng ${format}; phiên bản cũ của phần mềm không mở được sổ vừa ghi. Bản trước khi ghi được giữ ở ${copy}.`,
  laid: {
    named: (name) => `tên “${name}”`,
    kinds: {
      drawings: 'hình, biểu đồ',
      'conditional-formats': 'định dạng có điều kiện',
      validations: 'danh sách chọn, quy tắc nhập',
      tables: 'bảng của Excel',
      hyperlinks: 'siêu liên kết',
      names: 'tên do người dùng đặt',
      colours: 'màu ô, màu chữ',
      letters: 'chữ đậm, nghiêng, gạch',
      borders: 'đường kẻ',
      heights: 'chiều cao hàng',
      protection: 'khóa sửa',
      hidden: 'hàng, cột bị ẩn',
      macros: 'macro (VBA)',
      'pivot-tables': 'bảng tổng hợp xoay (PivotTable)',
      controls: 'nút bấm, ô chọn',
      objects: 'đối tượng nhúng',
      slicers: 'bộ lọc trực quan (slicer)',
      queries: 'kết nối và truy vấn dữ liệu',
      'external-links': 'liên kết tới tệp khác',
    },
  },
  halfWritten: (submission) =>
    `Bản nộp ${submission} thiếu dòng trong sổ số liệu (lần ghi trước bị dừng, hoặc có dòng bị xóa) nên chưa được tính; đề nghị tiếp nhận lại tệp này.`,
  summary: ({ period, expected, received, accepted, missing, returned }) =>
    `Kỳ ${period}: phải báo cáo ${expected} đơn vị, đã nộp ${received}, đã tiếp nhận ${accepted}, chưa nộp ${missing}, bị trả lại ${returned}.`,
  blankBefore: (agencies) =>
    `Biểu trống đã tiếp nhận trước đây, nay coi như chưa báo cáo: ${agencies}. Đề nghị đơn vị nộp lại.`,
  indicatorHeadings: ['Mã', 'Tử số', 'Mẫu số', 'Kết quả', 'n/N', 'Đánh giá'],
  taskHeadings: ['Nhiệm vụ', 'Đã hoàn thành', 'Tình trạng'],
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
    'Tử số',
    'Mẫu số',
    'Kết quả',
    'n/N',
    'n/N tỉnh',
    'Đánh giá',
  ],
  together: 'Cộng các tỉnh',
};

export const cliEn: CliTexts = {
  does: {
    plans: 'the built-in plans',
    plan: 'writes a built-in plan as a workbook',
    'read-appendix': 'makes a plan of the appendix table of a decision',
    templates: 'issues the forms of the agencies',
    check: 'checks forms that were handed in',
    'check-plan': 'checks the plan itself',
    consolidate: 'takes in what was handed in and consolidates a period',
    'word-fields': 'the fields of a template of the report in Word',
    lake: 'adds ledgers to an open lake (Parquet)',
    'lake query': 'several provinces from a lake (needs DuckDB)',
    rules: 'what the check looks for',
  },
  usageWords: {
    ID: 'ID',
    CODE: 'CODE',
    P: 'P',
    DATE: 'DATE',
    YEAR: 'YEAR',
    FILE: 'FILE',
    FOLDER: 'FOLDER',
    DIR: 'FOLDER',
    LEDGER: 'LEDGER',
    ARCHIVE: 'ARCHIVE',
    APPENDIX: 'APPENDIX',
    ANNEXES: 'ANNEXES',
    REPORT: 'REPORT',
    TEMPLATE: 'TEMPLATE',
  },
  usageFoot: (languages) =>
    `P: 2024-03, 2024-Q1, 2024-H1, 2024-9M, 2024. DATE: 2024-03-18. --lang ${languages}. --json - is standard output.`,
  fault: (detail) => `The software failed: ${detail}`,
  severities: { error: 'error', warning: 'warning', fixed: 'note' },
  verdicts: {
    clean: 'No errors',
    warnings: 'Warnings',
    errors: 'Errors',
    unreadable: 'Not readable',
  },
  indicatorStatus: INDICATOR_STATUS_EN,
  taskStatus: TASK_STATUS_EN,
  number: (value, decimals) => value.toLocaleString('en-US', { maximumFractionDigits: decimals }),
  indicators: (count) => counted(count, 'indicator'),
  tasks: (count) => counted(count, 'task'),
  agencies: (count) => counted(count, 'agency', 'agencies'),
  planWritten: (id, path) => `Plan ${id} was written to ${path}.`,
  appendixRead: ({ indicators, tasks, agencies, faults, confirmations }) =>
    `${counted(indicators, 'indicator')}, ${counted(tasks, 'task')}, ${counted(agencies, 'agency', 'agencies')}; ${faults > 0 ? `${counted(faults, 'point')} to correct, ` : ''}${counted(confirmations, 'point')} to confirm.`,
  confirmation: (question) => `“${question.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  columnsRead:
    'What the columns were understood as (changed with --column, such as --column "D=target"):',
  guessed: ' (guessed by its contents)',
  formsWritten: (count, folder) =>
    `${counted(count, 'form was', 'forms were')} written to ${folder}.`,
  commonFormWritten: (path) => `The form for all was written to ${path}.`,
  doubts: (counts) => `The plan has ${doubtsInWords(counts, doubtsEn)}:`,
  moreDoubts: (count) => `… and ${count} more: tonghop check-plan shows them all.`,
  doubtKinds: doubtsEn.kinds,
  planFindings: (counts) => `${doubtCounts(counts, doubtsEn)}.`,
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
  templateTroubles: troublesEn,
  olderKept: (path, copy, format) =>
    `The ledger ${path} was of format ${format}; older versions cannot open what is written now. It is kept as it was in ${copy}.`,
  laid: {
    named: (name) => `the name “${name}”`,
    kinds: {
      drawings: 'pictures, charts',
      'conditional-formats': 'conditional formats',
      validations: 'lists and rules of what may be typed',
      tables: 'a table of Excel',
      hyperlinks: 'hyperlinks',
      names: 'names given to cells',
      colours: 'colours of cells or letters',
      letters: 'bold, slanted or struck letters',
      borders: 'borders',
      heights: 'heights of rows',
      protection: 'protection',
      hidden: 'hidden rows or columns',
      macros: 'macros (VBA)',
      'pivot-tables': 'PivotTables',
      controls: 'buttons and boxes',
      objects: 'embedded objects',
      slicers: 'slicers',
      queries: 'connections and queries',
      'external-links': 'links to other files',
    },
  },
  halfWritten: (submission) =>
    `Submission ${submission} lacks rows in the ledger (an earlier run was ended, or rows were deleted) and does not count; please hand its file in again.`,
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
