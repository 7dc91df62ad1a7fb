import { HAND_IN_WORDS } from '../domain/report/hand-in';
import { INDICATOR_STATUS } from '../domain/report/words';
import type { UiTexts } from './ui-texts';

export const uiVi: UiTexts = {
  product: 'Tổng Hợp',
  loading: 'Đang đọc sổ làm việc…',
  steps: { plan: 'Kế hoạch', intake: 'Tiếp nhận', consolidate: 'Tổng hợp' },
  sample: 'SỐ LIỆU MẪU',
  noPlan: 'Sổ làm việc này chưa có kế hoạch. Vui lòng chọn một kế hoạch có sẵn, hoặc đọc phụ lục của quyết định.',
  choosePlan: 'Kế hoạch có sẵn',
  writePlan: 'Ghi kế hoạch vào sổ',
  planSummary: (number, year) => `${number} – năm ${year}`,
  planCounts: (indicators, tasks, agencies) => `${indicators} chỉ tiêu, ${tasks} nhiệm vụ, ${agencies} đơn vị báo cáo`,
  checkPlan: 'Kiểm tra kế hoạch',
  planChecked: (remarks) =>
    remarks === 0
      ? 'Đã kiểm tra kế hoạch: không có điểm nào cần xem lại.'
      : `Đã kiểm tra kế hoạch: ${remarks} điểm cần xem.`,
  planSources: { builtin: 'Chọn từ danh sách', appendix: 'Đọc phụ lục' },
  appendixHint:
    'Dán bảng phụ lục của quyết định vào một trang tính, mở trang tính đó rồi bấm “Đọc phụ lục”. Chỗ chưa hiểu chắc sẽ được ghi vào trang Xác nhận.',
  readAppendix: 'Đọc phụ lục',
  openConfirmations: (count) => `${count} điểm chưa được xác nhận (trang Xác nhận). Vui lòng bấm “Kiểm tra kế hoạch”.`,
  planYear: 'Năm kế hoạch (để trống: theo phụ lục)',
  province: 'Tỉnh, thành phố',
  provinceOfDocument: 'Theo cơ quan ban hành phụ lục',
  spans: {
    'from-2025-07-01': 'Từ 01/7/2025',
    'across-2025': 'Cả năm 2025 (trước và sau 01/7)',
    'to-2025-06-30': 'Trước 01/7/2025',
  },
  planTools: 'Danh mục đơn vị, biểu thống kê',
  importRegister: 'Nhập danh mục đơn vị',
  registerImported: (agencies) => `Đã ghi ${agencies} đơn vị vào trang Đơn vị. Vui lòng bấm “Kiểm tra kế hoạch”.`,
  statForm: 'Biểu thống kê',
  addStatForm: 'Thêm biểu thống kê',
  statFormAdded: (code) => `Đã thêm biểu ${code} vào trang Biểu thống kê; vui lòng sửa các dòng cho phù hợp.`,
  who: 'Người thực hiện (tự khai)',
  whoMissing: 'Vui lòng ghi tên người thực hiện trước khi xác nhận.',
  confirmDoubt: 'Xác nhận',
  confirmed: 'Đã ghi xác nhận vào trang Xác nhận.',
  planFaulty: (count) => `Kế hoạch có ${count} lỗi phải sửa; chưa phát hành, tiếp nhận hay tổng hợp được.`,
  issueTo: 'Phát hành cho',
  issueTargets: {
    all: (count) => `Tất cả ${count} đơn vị`,
    some: 'Chọn đơn vị…',
    common: 'Một biểu chung (đơn vị tự chọn tên)',
  },
  filterAgencies: 'Tìm đơn vị',
  chosenAgencies: (count) => `Đã chọn ${count} đơn vị`,
  downloadAgain: (file) => `Tải lại ${file}`,
  openInExcel: 'Mở trong Excel',
  downloadHint: 'Nếu máy không cho tải tệp: chọn một đơn vị rồi bấm “Mở trong Excel”.',
  planWarnings: (count) => ` Kế hoạch còn ${count} điểm cần xem; bấm “Kiểm tra kế hoạch”.`,
  planDoubts: (errors, warnings, notes) => `Cần sửa ${errors}; cần xác nhận ${warnings}; để biết ${notes}`,
  doubtSeverity: { error: 'Cần sửa', warning: 'Cần xác nhận', fixed: 'Để biết' },
  showMoreDoubts: (count) => `Xem thêm ${count} điểm`,
  period: 'Kỳ báo cáo',
  issueForms: 'Phát hành biểu mẫu',
  formsIssued: (count, file) => `Đã tạo ${count} biểu mẫu trong tệp ${file}.`,
  received: 'Ngày nhận',
  drop: 'Thả các tệp đã nhận vào đây (cả thư mục hoặc tệp nén .zip)',
  chooseFiles: 'Chọn tệp…',
  chooseFolder: 'Chọn thư mục…',
  checking: (done, total, left) =>
    `Đang kiểm tra ${done}/${total} tệp${left === null ? '' : `, còn khoảng ${left} giây`}`,
  writing: 'Đang ghi vào sổ làm việc…',
  cancel: 'Dừng',
  cancelled: 'Đã dừng; chưa ghi gì vào sổ.',
  takenIn: (files, accepted, wrong) => `Đã kiểm tra ${files} tệp: tiếp nhận ${accepted}, cần sửa ${wrong}.`,
  board: 'Tình hình nộp',
  boardSummary: (accepted, total, missing, returned) =>
    `Đã tiếp nhận ${accepted}/${total}; chưa nộp ${missing}; trả lại ${returned}`,
  filters: { all: 'Tất cả', missing: 'Chưa nộp', returned: 'Trả lại', accepted: 'Đã tiếp nhận' },
  states: HAND_IN_WORDS,
  lateDays: (days) => `muộn ${days} ngày`,
  version: (n) => `lần ${n}`,
  notPlaced: 'Tệp không tiếp nhận được',
  justChecked: (errors, warnings) =>
    errors > 0
      ? `vừa kiểm tra: ${errors} lỗi`
      : warnings > 0
        ? `vừa kiểm tra: ${warnings} cảnh báo`
        : 'vừa kiểm tra: đạt',
  showMore: (count) => `Xem thêm ${count} tệp`,
  noFindings: 'Không có lỗi, cảnh báo.',
  errorCount: (n) => `${n} lỗi`,
  warningCount: (n) => `${n} cảnh báo`,
  goToCell: 'Đi đến ô',
  findingsOf: (agency) => `Kết quả kiểm tra của ${agency}`,
  checkForm: 'Kiểm tra biểu',
  commonForm: 'Biểu chung',
  nextFinding: 'Lỗi tiếp theo',
  formVerdict: (errors, warnings) =>
    errors > 0
      ? `Còn ${errors} lỗi phải sửa, ${warnings} cảnh báo.`
      : warnings > 0
        ? `Gửi được; còn ${warnings} cảnh báo, đề nghị xem lại trước khi gửi.`
        : 'Đạt – gửi được.',
  markedCopy: 'Tải bản đánh dấu',
  returnMessage: 'Lời nhắn gửi đơn vị',
  acceptIncomplete: 'Chốt kỳ khi chưa đủ đơn vị (đánh giá cả chỉ tiêu chưa đủ số liệu)',
  consolidate: 'Tổng hợp',
  consolidated: (period) => `Đã tổng hợp ${period} và ghi các bảng vào sổ.`,
  coverage: (accepted, expected) => `Đã tiếp nhận ${accepted}/${expected} đơn vị`,
  openTable: 'Mở bảng',
  tables: {
    indicators: 'Chỉ tiêu',
    tasks: 'Nhiệm vụ',
    handIn: 'Nộp báo cáo',
    matrix: 'Theo đơn vị',
    figures: 'Nguồn số liệu',
  },
  formTable: (form, reported, expected) => `Biểu ${form} (${reported}/${expected})`,
  statuses: INDICATOR_STATUS,
  indicator: 'Chỉ tiêu',
  result: 'Kết quả',
  status: 'Đánh giá',
  undo: 'Hoàn tác',
  undone: 'Đã hoàn tác.',
  failed: (reason) => `Không thực hiện được: ${reason}`,
  interrupted: (count) => `${count} bản nộp ghi chưa xong ở lần trước nên không tính; vui lòng thả lại các tệp đó.`,
  strangers: (codes) =>
    `Sổ số liệu có bản nộp của đơn vị không còn trong danh mục (${codes}); các số liệu này không được tính. Vui lòng kiểm tra trang Đơn vị.`,
  issuing: (done, total) => `Đang tạo biểu mẫu ${done}/${total}`,
  readAgain: 'Đọc lại sổ',
  excelErrors: {
    AccessDenied: 'trang tính đang được bảo vệ. Vui lòng bỏ bảo vệ trang tính rồi làm lại',
    InvalidOperationInCellEditMode: 'đang nhập dở một ô. Vui lòng nhấn Enter rồi làm lại',
    ItemNotFound: 'trang tính cần dùng không còn trong sổ. Vui lòng bấm “Đọc lại sổ”',
    ItemAlreadyExists: 'đã có trang tính cùng tên. Vui lòng đổi tên trang tính đó rồi làm lại',
    RowsMoved: 'các dòng vừa ghi đã được sắp xếp hoặc sửa nên không hoàn tác tự động được',
    ActivityLimitReached: 'Excel đang bận. Vui lòng chờ một lát rồi làm lại',
    GeneralException: 'Excel không thực hiện được. Sổ giữ nguyên như trước; vui lòng làm lại',
  },
  severity: { error: 'Lỗi phải sửa', warning: 'Cảnh báo', fixed: 'Đã tự sửa' },
  language: 'English',
};
