import { firstVi } from './first-vi';
import { ofPeriod } from './of-period';
import { doubtsVi, troublesVi, wordsVi } from './words-vi';
import { periodInSentence, type Period } from '../domain/period/period';
import { formatNumber } from '../text/number';
import { HAND_IN_WORDS } from '../domain/report/hand-in-words';
import { TASK_STATES } from '../domain/template/task-states';
import { INDICATOR_STATUS } from '../domain/report/indicator-status';
import { doubtCounts, doubtHeading, doubtsInWords } from './doubt-words';
import type { SaidFacts } from '../app/acts/said';
import { namedSome } from './some-names';
import type { FewNames, UiTexts } from './ui-texts';

/** "thêm 3 bản, nộp lại 2 bản, giữ nguyên 120 bản" */
function inEntering({ adding, replacing, restoring, keeping }: SaidFacts['entering']): string {
  const parts = [
    adding > 0 && `thêm ${adding} bản nộp`,
    replacing > 0 && `thay ${replacing} bản nộp (sau khi được chấp nhận)`,
    restoring > 0 && `ghi lại theo tệp ${restoring} bản nộp đã sửa tay`,
    keeping > 0 && `giữ nguyên ${keeping} bản nộp`,
  ].filter(Boolean);
  return parts.join(', ') || 'không thay đổi';
}

/** A period as a sentence names it; the year is a year. */
function inSentence(period: Period): string {
  return ofPeriod(periodInSentence(period));
}

export const uiVi: UiTexts = {
  ...firstVi,
  official: (text) => text,
  moment: wordsVi.moment,
  steps: {
    plan: 'Kế hoạch',
    issue: 'Phát hành',
    intake: 'Tiếp nhận',
    settle: 'Xử lý',
    consolidate: 'Tổng hợp',
    lock: 'Khóa',
  },
  month: {
    ...firstVi.month,
    line: 'Các bước của kỳ',
    before: 'Về kỳ liền trước',
    after: 'Sang kỳ liền sau',
    inSentence,
    filesOf: (period) =>
      `Danh sách là của ${period}. Tệp của các kỳ kia cũng thả được ở đây, mỗi tệp vào đúng kỳ của mình; xem kỳ khác:`,
    toAgencies: (count) => `cho ${formatNumber(count)}`,
    part: (name, taken, asked, open) =>
      `${name}: đã tiếp nhận ${taken}/${asked}${open > 0 ? `, ${open} biểu cần xử lý` : ''}`,
    formsOf: (period) => `Biểu mẫu được phát hành theo ${period}.`,
    next: {
      locked: (period) => `Đã khóa ${period}.`,
      toPeriod: (period) => `Sang ${period}`,
      settle: (count, missing) =>
        `Còn ${count} biểu cần xử lý${missing > 0 ? `, ${missing} đơn vị chưa nộp` : ''}.`,
      toSettle: (count) => `Xem ${count} biểu cần xử lý`,
      issue: 'Chưa tiếp nhận biểu nào của kỳ này.',
      toIssue: (count) => `Phát hành cho ${count} đơn vị`,
      receive: 'Đã tạo biểu mẫu; chưa tiếp nhận biểu nào.',
      toReceive: 'Tiếp nhận biểu đã nhận',
      chase: (count) => `Còn ${count} đơn vị chưa nộp.`,
      toChase: (count) => `Đôn đốc ${count} đơn vị chưa nộp`,
      consolidate: (taken, asked) =>
        `Đã tiếp nhận ${taken}/${asked} đơn vị; chưa tổng hợp số liệu mới nhất.`,
      toConsolidate: (period) => `Tổng hợp ${period}`,
      lock: 'Các bảng đã đúng với sổ số liệu.',
      toLock: (period) => `Khóa ${period}`,
    },
    nothingToSettle: 'Không còn biểu nào cần xử lý.',
  },
  help: {
    ...firstVi.help,
    heading: {
      form: 'Gửi báo cáo: các bước',
      desk: 'Tổng hợp báo cáo: các bước của một kỳ',
      other: 'Bắt đầu từ đâu',
    },
    steps: {
      form: [
        'Nhập số liệu vào các ô nền vàng nhạt của biểu; không phát sinh thì ghi “Không phát sinh”.',
        'Bấm “Kiểm tra biểu”. Phím F8 đi đến lỗi tiếp theo.',
        'Sửa từng lỗi. Số đúng mà có cảnh báo: bấm “Giải trình…” và ghi lý do.',
        'Hết lỗi: đối chiếu với báo cáo ký, bấm “Đánh dấu đã kiểm tra”, lưu tệp rồi gửi.',
      ],
      desk: [
        'Chọn kỳ ở đầu ngăn; kỳ này dùng cho mọi bước.',
        'Phát hành: tạo biểu mẫu cho các đơn vị rồi gửi đi.',
        'Tiếp nhận: chọn hoặc kéo thả các tệp đã nhận; từng tệp được kiểm tra.',
        'Xử lý: trả lại biểu có lỗi, quyết định bản nộp lại, chọn số liệu đúng cho ô chưa rõ.',
        'Tổng hợp: ghi các bảng của kỳ. Chọn một ô của bảng rồi xem “Nguồn của ô đang chọn”.',
        'Khóa: giữ nguyên các bảng của kỳ và ngừng tiếp nhận.',
      ],
      other: [
        'Đơn vị gửi báo cáo: mở tệp biểu đã nhận; ngăn này tự nhận ra biểu.',
        'Đơn vị tổng hợp: chọn một kế hoạch có sẵn hoặc đọc phụ lục của quyết định vào sổ này.',
        'Sổ đã có kế hoạch: mở tệp đó rồi mở lại ngăn.',
      ],
    },
    screens: {
      start: {
        title: 'Sổ này chưa có biểu hay kế hoạch',
        steps: [
          'Đơn vị gửi báo cáo: mở tệp biểu đã nhận.',
          'Đơn vị tổng hợp: bấm “Tôi tổng hợp”, chọn một kế hoạch rồi bấm “Ghi kế hoạch vào sổ làm việc”.',
          'Muốn xem trước: chọn “Sổ mẫu để thử”.',
        ],
      },
      form: {
        title: 'Kiểm tra biểu',
        steps: [
          'Bấm “Kiểm tra biểu”; mỗi nguyên nhân là một thẻ, “Đi đến ô” mở đúng ô.',
          '“Sửa…” cho xem trước rồi mới ghi; “Giải trình…” khi số đúng mà có cảnh báo.',
          'Hết lỗi: “Đánh dấu đã kiểm tra”, lưu tệp rồi gửi.',
        ],
      },
      issue: {
        title: 'Phát hành',
        steps: [
          'Bấm “Kiểm tra kế hoạch”; mỗi điểm cần xem lại dẫn đến ô của nó.',
          'Chọn phát hành cho tất cả, cho một số đơn vị, hay một biểu chung.',
          'Bấm “Phát hành biểu mẫu”, lưu tệp nén rồi gửi biểu cho từng đơn vị.',
        ],
      },
      intake: {
        title: 'Tiếp nhận',
        steps: [
          'Ghi ngày nhận nếu biết; để trống thì không tệp nào bị tính là muộn.',
          'Chọn tệp, chọn thư mục hoặc kéo thả; từng tệp được kiểm tra, tệp gốc không bị sửa.',
          'Xem bảng tình hình nộp; bấm vào một đơn vị để mở trang của đơn vị đó.',
        ],
      },
      settle: {
        title: 'Xử lý',
        steps: [
          'Biểu có lỗi: “Tải tệp đánh dấu lỗi” và “Nội dung thông báo cho đơn vị” để trả lại.',
          'Nộp lại: xem ô nào thay đổi, rồi “Chấp nhận” hoặc “Trả lại” kèm lý do.',
          'Ô chưa rõ: chọn số liệu đúng. Báo bằng điện thoại: “Nhập hộ, điều chỉnh”.',
        ],
      },
      chase: {
        title: 'Đôn đốc',
        steps: [
          'Chọn các đơn vị cần nhắc; mỗi đơn vị nêu vì sao.',
          'Sao chép nội dung, tải thư nháp hoặc tải danh sách.',
          'Bấm “Ghi đã đôn đốc” để lần sau thấy đã nhắc ai, ngày nào.',
        ],
      },
      consolidate: {
        title: 'Tổng hợp',
        steps: [
          'Bấm “Xem trước” để thấy ô nào sẽ đổi, rồi “Tổng hợp”.',
          'Chọn một ô của bảng, bấm “Nguồn của ô đang chọn” để thấy từng đơn vị, tệp, ô.',
          'n/N: đã báo cáo n trên N lượt phải báo cáo; chưa đủ thì chưa đánh giá.',
        ],
      },
      lock: {
        title: 'Khóa',
        steps: [
          'Bấm “Khóa kỳ” khi các bảng đã đúng; các bảng được giữ ở các trang tính “Khóa …”.',
          'Sau khi khóa không tiếp nhận thêm; “Mở lại kỳ” khi phải sửa.',
          'Số thay đổi sau khi khóa được nêu ở trang tính “Số liệu điều chỉnh”.',
        ],
      },
    },
    version: (version) => `Phiên bản ${version}`,
    support:
      'Có vấn đề: bấm “Tự kiểm tra”, sao chép kết quả và gửi cho cán bộ công nghệ thông tin của cơ quan kèm ảnh màn hình.',
  },
  chase: {
    title: 'Đôn đốc',
    heading: (count) =>
      count === 0 ? 'Không còn đơn vị nào cần đôn đốc.' : `Đôn đốc: ${count} đơn vị`,
    line: (agency, reason, before, contact) =>
      `${agency}: ${reason}${before ? ` (đã đôn đốc ngày ${before})` : ''}${contact ? ` – đầu mối: ${contact}` : ''}`,
    all: (count) => `Xem cả ${count} đơn vị`,
    day: 'Đề nghị nộp trước hết ngày',
    draft: 'Tải thư nháp (.eml)',
    table: 'Tải danh sách (.xlsx)',
    note: (count) => `Ghi đã đôn đốc ${count} đơn vị`,
    noted: (count) => `Đã ghi việc đôn đốc ${count} đơn vị vào trang tính Đôn đốc.`,
    made: (file) => `Đã tạo ${file}.`,
    calendar: 'Tải lịch hạn nộp (.ics)',
    calendarHint:
      'Hạn nộp của mọi kỳ trong kế hoạch, mở bằng Outlook hoặc lịch trên điện thoại; nhắc trước một ngày.',
  },
  needed: {
    reason: 'Vui lòng ghi lý do.',
    choice: 'Vui lòng chọn.',
    figure: 'Vui lòng ghi số liệu.',
    sameAsSigned: 'Vui lòng đối chiếu với báo cáo ký rồi đánh dấu vào đây.',
  },
  sample: 'SỐ LIỆU MẪU',
  noPlan:
    'Sổ làm việc này chưa có kế hoạch. Vui lòng chọn một kế hoạch có sẵn, hoặc đọc phụ lục của quyết định.',
  choosePlan: 'Kế hoạch có sẵn',
  writePlan: 'Ghi kế hoạch vào sổ làm việc',
  planSummary: (number, year) => `${number} – năm ${year}`,
  planCounts: (indicators, tasks, agencies) =>
    `${indicators} chỉ tiêu, ${tasks} nhiệm vụ, ${agencies} đơn vị báo cáo`,
  checkPlan: 'Kiểm tra kế hoạch',
  planChecked: (counts) =>
    `Đã kiểm tra kế hoạch: ${doubtsInWords(counts, doubtsVi) || 'không có điểm nào cần xem lại'}.`,
  planSources: {
    builtin: 'Chọn từ danh sách',
    appendix: 'Đọc phụ lục',
    'last-year': 'Sổ làm việc năm trước',
    sample: 'Sổ mẫu để thử',
  },
  start: {
    ...firstVi.start,
    openForm:
      'Vui lòng mở tệp biểu do đơn vị tổng hợp gửi; phần mềm tự nhận ra biểu. Chưa có biểu: đề nghị hỏi đơn vị tổng hợp.',
    sampleHint:
      'Kế hoạch bịa của “tỉnh Mẫu” để thử mọi bước; không phải kế hoạch của cơ quan nào. Vui lòng thử trong một sổ làm việc riêng.',
    lastYearHint:
      'Kế hoạch, danh mục đơn vị, chỉ tiêu, mức giao, nhiệm vụ của sổ đó được chép sang sổ này; số liệu không chép theo. Sau đó vui lòng sửa năm, mức giao, thời hạn rồi bấm “Kiểm tra kế hoạch”.',
    chooseLastYear: 'Chọn sổ làm việc năm trước…',
  },
  appendixHint:
    'Dán bảng phụ lục của quyết định vào một trang tính, mở trang tính đó rồi bấm “Đọc phụ lục”; hoặc chọn thẳng tệp .docx của quyết định. Nội dung đọc được hiện ra trước, chưa ghi vào sổ làm việc.',
  readAppendix: 'Đọc phụ lục',
  appendix: {
    title: 'Nội dung đọc được từ phụ lục',
    chooseFile: 'Chọn tệp .docx hoặc bảng tính',
    counts: (indicators, targets, tasks, agencies) =>
      `${indicators} chỉ tiêu, ${targets} mức giao, ${tasks} nhiệm vụ, ${agencies} đơn vị. Chưa ghi gì vào sổ làm việc.`,
    columns: 'Mỗi cột được hiểu là',
    guessed: 'Đoán theo nội dung bên dưới. Vui lòng kiểm tra.',
    questions: (toConfirm, atCells) =>
      toConfirm === 0
        ? 'Không có điểm nào cần xác nhận.'
        : `${toConfirm} điểm cần xác nhận, trong đó ${atCells} chỗ chưa rõ trong phụ lục:`,
    afterWriting:
      'Các điểm cần xác nhận sẽ được ghi vào trang Xác nhận; chưa có người xác nhận thì chưa đánh giá đạt, không đạt.',
    back: 'Chọn lại',
  },
  openDoubts: (counts) =>
    `Kế hoạch còn ${doubtsInWords(counts, doubtsVi)}. Vui lòng bấm “Kiểm tra kế hoạch”.`,
  waitsForYes: (count) => `Kế hoạch còn ${count} điểm cần xác nhận.`,
  toConfirm: (count) => `Xem ${count} điểm cần xác nhận`,
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
  registerImported: ({ after, stay }) =>
    `Đã ghi ${after} đơn vị vào trang tính Đơn vị, ${stay} đơn vị vẫn như trước. Vui lòng bấm “Kiểm tra kế hoạch”.`,
  registerReplaces: ({ before, after, stay, gone, typedGone }) =>
    `Danh mục đang có ${before} đơn vị sẽ được thay bằng ${after} đơn vị: ${stay} đơn vị cùng mã ở lại (cùng tên thì giữ đầu mối, mã định danh), ${gone.length} đơn vị không còn trong danh mục: ${namedSome(gone)}.` +
    (typedGone > 0
      ? ` Đầu mối, mã định danh đã ghi của ${typedGone} đơn vị không còn hoặc đã đổi tên sẽ mất.`
      : ''),
  replaceRegister: 'Đồng ý thay danh mục',
  registerOffices: 'Cơ quan khác của tỉnh',
  registerOfficesHint:
    'Chọn cơ quan tỉnh mình có. Cơ quan được chọn thuộc “các sở, ban, ngành cấp tỉnh”; dòng nào không giao thì ghi ở trang tính Phân công.',
  statForm: 'Biểu thống kê',
  statFormBasis: wordsVi.basis,
  addStatForm: 'Thêm biểu thống kê',
  statFormAdded: (code) =>
    `Đã thêm biểu ${code} vào trang tính Biểu thống kê; vui lòng sửa các dòng cho phù hợp.`,
  who: 'Người thực hiện (tự khai)',
  whoMissing: 'Vui lòng ghi tên người thực hiện.',
  whoKept: 'Tên được ghi nhớ trên máy này.',
  confirmDoubt: 'Xác nhận',
  confirmed: 'Đã ghi xác nhận vào trang tính Xác nhận.',
  planFaulty: (count) =>
    `Kế hoạch có ${count} lỗi phải sửa; chưa phát hành, tiếp nhận hay tổng hợp được.`,
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
  files: {
    asked: (file) =>
      `Đã yêu cầu máy lưu ${file}; ngăn không thấy được tệp đã lưu hay chưa. Vui lòng xem thư mục Tải về; nếu chưa có:`,
    opened: (file) =>
      `Excel cho Mac không lưu được tệp từ ngăn, nên ${file} được mở thành sổ làm việc mới. Vui lòng lưu sổ đó với tên này; nếu chưa thấy:`,
    copyText: (file) =>
      `Excel cho Mac không lưu được tệp từ ngăn. Vui lòng chép toàn bộ phần dưới đây vào một tệp văn bản UTF-8 tên ${file}`,
    elsewhere: (file) =>
      `Excel cho Mac không lưu được tệp từ ngăn. Để có ${file}, vui lòng mở sổ làm việc này trong Excel trên web hoặc trên Windows rồi làm lại; hoặc ngay trên máy này, bấm nút dưới đây.`,
    copyFile: (file) => `Chép ${file} vào bộ nhớ tạm`,
    fileCopied:
      'Đã chép. Vui lòng mở ứng dụng Terminal (Đầu cuối), dán dòng sau rồi nhấn Enter; tệp nằm ở thư mục Tải về: ',
    notCopied:
      'Máy không cho ngăn dùng bộ nhớ tạm. Vui lòng dùng Excel trên web hoặc trên Windows.',
    dropNotRead:
      'Excel không giao được cho ngăn những gì vừa thả. Vui lòng bấm “Chọn tệp…” để chọn các tệp đó.',
    dropTooEarly:
      'Đang làm việc khác nên chưa nhận các tệp vừa thả. Vui lòng chọn hoặc kéo thả lại khi xong.',
    noFolder:
      'Excel cho Mac không cho chọn thư mục: bấm “Chọn tệp…” rồi chọn cả loạt tệp trong thư mục (⌘A), hoặc chọn tệp nén .zip của thư mục.',
  },
  planWarnings: (counts) =>
    ` Kế hoạch còn ${doubtsInWords(counts, doubtsVi)}; bấm “Kiểm tra kế hoạch”.`,
  planDoubts: (counts) => doubtCounts(counts, doubtsVi),
  doubtHeading: (kind, count) => doubtHeading(kind, count, doubtsVi),
  doubtKinds: doubtsVi.kinds,
  showMoreDoubts: (count) => `Xem thêm ${count} điểm`,
  periodName: wordsVi.periods.alone,
  period: 'Kỳ báo cáo',
  issueForms: 'Phát hành biểu mẫu',
  planPut: (name) => `Đã ghi kế hoạch “${name}” vào sổ làm việc.`,
  formsIssued: (count, file) => `Đã tạo ${count} biểu mẫu trong tệp ${file}.`,
  issueNotes: {
    show: 'Đã phát hành cho ai, khi nào',
    none: 'Chưa phát hành biểu nào của kỳ này từ sổ này.',
    time: (at, forms, file, who) =>
      `${at}: ${forms} đơn vị, ${file}${who === '' ? '' : ` (${who})`}`,
    template: (version) => `phiên bản biểu ${version}`,
    notNoted: (reason) => `Chưa ghi được việc phát hành vào trang Phát hành: ${reason}`,
  },
  received: 'Ngày nhận',
  dayAsWritten: 'ngày/tháng/năm',
  notADay: (text) => `“${text}” không phải là ngày. Vui lòng ghi như 20/9/2024.`,
  receivedUnknown: 'Chưa rõ: không tệp nào bị tính là muộn.',
  receipt: {
    doubtful: (day, days, due) =>
      `Nhận ngày ${day} thì các tệp của kỳ này muộn ${days} ngày (hạn nộp ${due}). Có đúng các tệp đến ngày này không?`,
    leaveOpen: 'Tiếp nhận, ngày nhận chưa rõ',
    isRight: 'Đúng, tiếp nhận với ngày này',
    ofAgency: 'Tệp của đơn vị đến ngày',
    fileDay: (day) => `Ngày của chính tệp: ${day} (chỉ để tham khảo).`,
    state: 'Ghi ngày nhận',
    stateAll: (count) => `Sửa ngày nhận của ${count} tệp đã nhận`,
    stateAllAs: (day) => `Ghi cho mọi tệp của kỳ: ${day}`,
    unknown: 'chưa rõ',
    stated: (count) => `Đã ghi ngày nhận của ${count} bản nộp.`,
  },
  drop: 'Kéo thả các tệp đã nhận vào đây (cả thư mục hoặc tệp nén .zip)',
  chooseFiles: 'Chọn tệp…',
  chooseFolder: 'Chọn thư mục…',
  checking: (done, total, left) =>
    `Đang kiểm tra ${done}/${total} tệp${left === null ? '' : `, còn khoảng ${left} giây`}`,
  writing: 'Đang ghi vào sổ làm việc…',
  entering: (entering) => `Đang ghi vào sổ số liệu: ${inEntering(entering)}…`,
  older: {
    asked: ({ plan, ledger, file }) =>
      `Sổ này do phiên bản trước của phần mềm ghi (${[
        plan === null ? '' : `kế hoạch định dạng ${plan}`,
        ledger === null ? '' : `sổ số liệu định dạng ${ledger}`,
      ]
        .filter(Boolean)
        .join(
          ', ',
        )}). Ghi vào sổ thì phiên bản trước không mở được nữa. Một bản sao của sổ như hiện nay (số liệu và công thức) được lưu trước vào tệp ${file}.`,
    keep: (file) => `Lưu bản sao ${file}`,
    kept: (file) =>
      `Đã yêu cầu lưu bản sao ${file}; vui lòng xem thư mục Tải về, hoặc lưu sổ vừa mở ra với tên này. Đã có tệp thì bấm “Đã có bản sao, ghi tiếp”; chưa có thì bấm “Quay lại”: sổ còn nguyên.`,
    goOn: 'Đã có bản sao, ghi tiếp',
    left: (file) => `Chưa ghi gì: sổ còn nguyên định dạng cũ. Bản sao đã yêu cầu lưu: ${file}.`,
    raised: (file) =>
      `Sổ đã chuyển sang định dạng mới; phiên bản trước không mở được nữa. Bản trước khi ghi: ${file}.`,
  },
  wouldEnter: (entering) =>
    `Sẽ ghi vào sổ số liệu: ${inEntering(entering)}. Đề nghị kiểm tra trước khi ghi.`,
  enterDrop: 'Đồng ý ghi',
  takenIn: (files, accepted, partial, wrong, waiting, entered) =>
    `Đã kiểm tra ${files} tệp: tiếp nhận ${accepted}` +
    (partial > 0 ? ` (${partial} tệp chỉ được phần không có lỗi, còn phải sửa)` : '') +
    (partial > 0 && wrong === 0 ? '.' : `, cần sửa ${wrong}.`) +
    ` Sổ số liệu: ${inEntering(entered)}.` +
    (waiting > 0 ? ` ${waiting} tệp nộp lại đang chờ chấp nhận.` : ''),
  nothingDropped:
    'Không có tệp nào để tiếp nhận trong những gì đã chọn. Vui lòng kiểm tra thư mục.',
  skipped: (files) =>
    `Đã bỏ qua ${files} tệp không phải biểu nộp (tệp khóa, tệp hệ thống, tệp ẩn).`,
  board: 'Tình hình nộp',
  boardSummary: (accepted, total, missing, returned) =>
    `Đã tiếp nhận ${accepted}/${total}; chưa nộp ${missing}; trả lại ${returned}`,
  filters: {
    all: 'Tất cả',
    missing: 'Chưa nộp',
    waiting: 'Nộp lại',
    returned: 'Trả lại',
    accepted: 'Đã tiếp nhận',
  },
  states: HAND_IN_WORDS,
  agencies: 'Danh sách đơn vị',
  versionSaid: (version, received, state) =>
    `Lần ${version}${received ? `, nhận ngày ${received}` : ''}: ${HAND_IN_WORDS[state].toLowerCase()}`,
  order: 'Sắp xếp',
  orders: {
    problems: 'Cần xem trước',
    register: 'Theo danh mục',
    name: 'Theo tên',
    late: 'Muộn nhất trước',
  },
  levels: { tinh: 'Sở, ban, ngành', huyen: 'Cấp huyện', xa: 'Cấp xã' },
  usual: (count) => `${count} đơn vị không có gì cần xem`,
  noAgencyFound: 'Không có đơn vị nào như vậy.',
  lateDays: (days) => `muộn ${days} ngày`,
  version: (n) => `lần ${n}`,
  notPlaced: 'Tệp không tiếp nhận được',
  takeAs: (agency, period) => `Nhận là của ${agency}, ${ofPeriod(period)}`,
  justChecked: (errors, warnings) =>
    errors > 0
      ? `vừa kiểm tra: ${errors} lỗi`
      : warnings > 0
        ? `vừa kiểm tra: ${warnings} cảnh báo`
        : 'vừa kiểm tra: không có lỗi',
  showMore: (count) => `Xem thêm ${count} tệp`,
  noFindings: 'Không có lỗi, cảnh báo.',
  errorCount: (n) => `${n} lỗi`,
  warningCount: (n) => `${n} cảnh báo`,
  unreadCells: (n) => `${n} ô chưa rõ`,
  goToCell: 'Đi đến ô',
  findingsOf: (agency) => `Kết quả kiểm tra của ${agency}`,
  notEntered: (count) => `${count} ô chưa nhập`,
  alike: (count) => `${count} chỗ cùng loại`,
  formVerdict: (errors, warnings, causes, blanks) => {
    const left = [`${warnings} cảnh báo`, blanks > 0 && `${blanks} ô chưa nhập`]
      .filter(Boolean)
      .join(', ');
    if (errors > 0)
      return `Còn ${errors} lỗi phải sửa${causes < errors ? ` (do ${causes} nguyên nhân)` : ''}, ${left}.`;
    return warnings + blanks > 0
      ? `Có thể gửi; còn ${warnings > 0 ? left : `${blanks} ô chưa nhập`}, đề nghị xem lại trước.`
      : 'Không có lỗi – có thể gửi.';
  },
  understood: (count) => `${count} điểm phần mềm đã tự xử lý, không cần sửa`,
  followers: (count) => `${count} điểm khác do cùng nguyên nhân`,
  andMore: (count) => `… và ${count} điểm khác`,
  explained: (reason) => `Giải trình: ${reason}`,
  repair: 'Sửa…',
  choose: 'Chọn số liệu đúng…',
  repairAll: (count) => `Sửa cả ${count} ô cùng loại…`,
  agreeAll: (count) => `Đồng ý sửa ${count} ô`,
  formulaOfForm: 'công thức của biểu',
  blankCell: '(trống)',
  repaired: (count) => `Đã sửa ${count} ô và ghi vào trang tính Nhật ký sửa.`,
  explain: 'Giải trình…',
  reason: 'Lý do',
  confirmWarning: 'Xác nhận cảnh báo',
  explainedNow:
    'Đã ghi giải trình vào trang tính Giải trình; sẽ đi cùng số liệu đến báo cáo của tỉnh.',
  stamp: 'Đánh dấu đã kiểm tra',
  sameAsSigned: 'Số liệu trong biểu đúng với báo cáo đã (hoặc sẽ) ký',
  stamped: (mark) => `Đã ghi ${mark}. Vui lòng lưu tệp rồi gửi.`,
  notStamped: (errors) => `Chưa thể đánh dấu đã kiểm tra: còn ${errors} lỗi phải sửa.`,
  coloured: 'Các ô có lỗi được tô màu trong trang tính đến lần kiểm tra sau.',
  uncolour: 'Bỏ tô màu',
  changedSinceCheck: 'Biểu đã thay đổi từ lần kiểm tra. Vui lòng kiểm tra lại.',
  editsNotTold:
    'Excel không báo cho ngăn khi ô được sửa. Sau mỗi lần sửa, vui lòng bấm “Kiểm tra biểu” lại rồi mới đánh dấu.',
  takeSound: 'Tiếp nhận phần đúng',
  chooseReading: 'Số liệu đúng',
  readingChosen: (cell) => `Đã ghi số liệu đúng của ô ${cell} vào sổ số liệu.`,
  notApplicable: 'Không phát sinh',
  ledger: {
    waits: (version) => `Nộp lại (lần ${version}) đang chờ quyết định`,
    nothingChanges: 'Bản nộp lại không thay đổi số liệu nào.',
    changes: (count) => `${count} ô thay đổi so với số liệu hiện hành`,
    cell: 'Chỉ tiêu, ô',
    before: 'Hiện hành',
    after: 'Nộp lại',
    measures: {
      numerator: 'Tử số',
      denominator: 'Mẫu số',
      value: 'Kết quả',
      status: 'Tình trạng',
      date: 'Ngày hoàn thành',
      text: 'Văn bản',
      difficulty: 'Khó khăn, vướng mắc',
    },
    effect: (indicators) =>
      indicators === 0
        ? 'Số toàn tỉnh của kỳ không thay đổi.'
        : `Nếu chấp nhận, ${indicators} chỉ tiêu toàn tỉnh thay đổi:`,
    decide: { accepted: 'Chấp nhận', returned: 'Trả lại' },
    decided: {
      accepted: (version) => `Đã chấp nhận bản nộp lần ${version}; số liệu được tính từ bây giờ.`,
      returned: (version) =>
        `Đã trả lại bản nộp lần ${version}; số liệu của bản này không được tính.`,
    },
    decideAgain: { returned: 'Trả lại bản đã tiếp nhận…', accepted: 'Chấp nhận lại bản đã trả…' },
    adjust: 'Nhập hộ, điều chỉnh…',
    document: 'Số, ký hiệu văn bản',
    enter: 'Ghi vào sổ số liệu',
    adjusted: (row) => `Đã ghi điều chỉnh của ${row}; lý do đi cùng số liệu đến báo cáo.`,
    kindOfRow: 'Loại số liệu',
    kindsOfRow: { indicator: 'Chỉ tiêu', form: 'Dòng của biểu thống kê', task: 'Nhiệm vụ' },
    formRow: 'Dòng của biểu',
    task: 'Nhiệm vụ',
    chooseRow: '(chọn)',
    taskStates: TASK_STATES,
  },
  wholeForm: {
    open: 'Nhập hộ cả biểu…',
    title: 'Nhập hộ cả biểu',
    emptyStays:
      'Nhập như trong biểu của đơn vị. Ô để trống giữ nguyên số liệu hiện hành (hiện mờ trong ô).',
    group: (of, filled, count) =>
      `${of === 'indicator' ? 'Chỉ tiêu' : of === 'task' ? 'Nhiệm vụ' : `Biểu ${of}`}: đã nhập ${filled}/${count} dòng`,
    day: 'ngày/tháng/năm',
    enter: (rows) => (rows === 0 ? 'Ghi vào sổ số liệu' : `Ghi ${rows} dòng vào sổ số liệu`),
    enterAsItIs: (warnings) => `Số liệu đúng, ghi vào sổ số liệu kèm ${warnings} cảnh báo`,
    found: (errors, warnings) =>
      errors > 0
        ? `Chưa ghi: còn ${errors} lỗi phải sửa${warnings > 0 ? `, ${warnings} cảnh báo` : ''}. Vui lòng sửa tại từng dòng rồi ghi lại.`
        : `Chưa ghi: ${warnings} cảnh báo cần xem tại từng dòng. Nếu số liệu đúng, vui lòng bấm ghi lần nữa.`,
    entered: (rows) => `Đã ghi ${rows} dòng nhập hộ; lý do đi cùng số liệu đến báo cáo.`,
  },
  markedCopy: 'Tải tệp đánh dấu lỗi',
  markedCopyFrom: 'Tải tệp đánh dấu lỗi (chọn tệp gốc hoặc bản lưu trữ)…',
  isMarkedCopy: (agency, period) =>
    `Đây là tệp đánh dấu lỗi của ${agency || 'một đơn vị'}${period ? `, ${ofPeriod(period)}` : ''}: vui lòng sửa trong tệp của đơn vị rồi nộp lại; tệp này chỉ để xem.`,
  returnMessage: 'Nội dung thông báo cho đơn vị',
  acceptIncomplete: 'Chốt kỳ dù chưa đủ đơn vị (vẫn đánh giá các chỉ tiêu chưa đủ số liệu)',
  consolidate: 'Tổng hợp',
  consolidated: (period) => `Đã tổng hợp ${ofPeriod(period)} và ghi các bảng vào sổ làm việc.`,
  asTheyStood: (seen) =>
    `Cấu trúc sổ đang được bảo vệ: số liệu đã ghi vào các trang đã có; ${seen.length > 0 ? `chưa ẩn được ${seen.join(', ')}` : 'không trang nào được ẩn hay hiện'}. Muốn sắp lại, đề nghị bỏ bảo vệ (thẻ Xem lại, nút Bảo vệ Sổ làm việc) rồi bấm Chỉ hiện bảng của kỳ này.`,
  blankForms: (agencies) =>
    `Biểu trống đã tiếp nhận trước đây, nay coi như chưa báo cáo: ${agencies}. Đề nghị đơn vị nộp lại.`,
  gap: ({ of, codes, reported, expected, notReported, unmatched }) => {
    const why = [
      ...fewNames('chưa có số liệu', notReported),
      ...fewNames('không có đơn vị để so sánh ở kỳ đó', unmatched),
    ].join('; ');
    const word = of === 'previous' ? 'Kỳ trước' : 'Cùng kỳ năm trước';
    return `${word} có số liệu ${reported}/${expected} lượt báo cáo (${codes.join(', ')})${why ? `; ${why}` : ''}.`;
  },
  coverage: (accepted, expected) => `Đã tiếp nhận ${accepted}/${expected} đơn vị`,
  openTable: 'Mở bảng',
  paths: {
    title: 'Hai đường báo cáo',
    asked: (codes, example, above, below) =>
      `${codes.join(', ')}: ${example}${above > 1 ? ` và ${above - 1} đơn vị khác` : ''} cùng báo cáo với ${below} đơn vị trực thuộc. Đề nghị chọn số được tính của kỳ này; bảng ghi lại ai chọn.`,
    choices: {
      above: 'Lấy số cấp trên',
      below: 'Lấy số cấp dưới',
      both: 'Cộng cả hai (số riêng của từng cấp)',
    },
    chosen: (count, path) =>
      `Đã ghi lựa chọn của ${count} dòng ở trang tính “Chọn đường báo cáo”: ${path === 'both' ? 'cộng cả hai cấp' : path === 'above' ? 'lấy số cấp trên' : 'lấy số cấp dưới'}. Vui lòng tổng hợp lại.`,
  },
  sheetsSeen: {
    title: 'Trang tính đang hiện',
    index: 'Mở Mục lục',
    only: 'Chỉ hiện bảng của kỳ này',
    onlyShown: 'Đã ẩn bảng của các kỳ khác và các trang phần mềm dùng.',
    all: 'Hiện mọi trang',
    allShown: 'Đã hiện mọi trang của sổ.',
  },
  tables: {
    indicators: 'Chỉ tiêu',
    tasks: 'Nhiệm vụ',
    handIn: 'Nộp báo cáo',
    matrix: 'Theo đơn vị',
    explanations: 'Giải trình',
    notCounted: 'Không tính',
    reconciliation: 'Đối chiếu',
    narratives: 'Vướng mắc',
    charts: 'Biểu đồ',
    figures: 'Nguồn số liệu',
  },
  formTable: (form, reported, expected) => `Biểu ${form} (${reported}/${expected})`,
  statuses: INDICATOR_STATUS,
  indicator: 'Chỉ tiêu',
  result: 'Kết quả',
  status: 'Đánh giá',
  periods: {
    title: 'Trạng thái kỳ',
    state: {
      'not-open': 'Chưa mở',
      open: 'Đang mở',
      closed: 'Đã chốt số liệu',
      consolidating: 'Đang tổng hợp',
      locked: 'Đã khóa',
      reopened: 'Đã mở lại',
    },
    by: (who, at) => `${who || 'chưa ghi tên'}, ${wordsVi.moment(at)}`,
    act: { lock: 'Khóa kỳ', reopen: 'Mở lại kỳ' },
    acted: {
      lock: (period) =>
        `Đã khóa ${ofPeriod(period)}; các bảng được giữ nguyên ở các trang tính “Khóa …”.`,
      reopen: (period) => `Đã mở lại ${ofPeriod(period)}; các bảng đã khóa vẫn giữ nguyên.`,
    },
    isLocked: (period) => `${period} đã khóa: không tiếp nhận thêm tệp nào.`,
    partsLocked: (periods) =>
      `${periods.join(', ')} đã khóa riêng: mở lại ở chính kỳ đó khi phải sửa.`,
    lockHint:
      'Khóa kỳ: lưu các bảng ở dạng số (không công thức) kèm mã đối chiếu; sau đó không tiếp nhận thêm tệp.',
    lockWarning: (period, missing, open) =>
      `Khóa ${period} khi ${[missing > 0 && `${missing} đơn vị chưa nộp`, open > 0 && `${open} biểu chưa xử lý`].filter(Boolean).join(', ')}: số liệu ở đó không có trong bảng đã khóa, và không tiếp nhận thêm tệp nào cho đến khi mở lại kỳ.`,
    lockAnyway: (period) => `Đồng ý khóa ${period}`,
    restatedCells: (count) =>
      `${count} ô của các bảng đã khóa nay khác; từng ô và nguyên nhân ở trang tính “Số liệu điều chỉnh”.`,
    checkLocks: 'Đối chiếu các bản đã khóa',
    lockIs: (period, isSame, missing) =>
      missing.length > 0
        ? `${period}: thiếu trang ${missing.join(', ')}.`
        : isSame
          ? `${period}: còn nguyên như lúc khóa.`
          : `${period}: bảng đã khóa bị sửa sau khi khóa.`,
    noLocks: 'Chưa khóa kỳ nào.',
    restated: (count) =>
      `${count} số liệu của kỳ đã khóa nay thay đổi (trang tính Số liệu điều chỉnh):`,
    signed: 'Đã khóa',
    now: 'Hiện nay',
    change: 'Chênh lệch',
    cause: 'Nguyên nhân',
    causes: {
      figures: 'Số liệu thay đổi',
      method: 'Cách tính thay đổi',
      either: 'Số liệu hoặc cách tính thay đổi',
    },
  },
  sources: {
    title: 'Nguồn của ô đang chọn',
    look: 'Xem ô đang chọn',
    selectionNotTold: 'Excel không báo ô đang chọn. Vui lòng chọn ô rồi bấm “Xem ô đang chọn”.',
    agency: 'Đơn vị, kỳ',
    value: 'Số liệu',
    from: 'Tệp, trang tính, ô; lần nộp; trạng thái',
    none: '(chưa có bản nộp)',
    notCounted: (state) => `(${HAND_IN_WORDS[state].toLowerCase()}: chưa được tính)`,
    place: (sheet, cell) => `${sheet}, ô ${cell}`,
    notOurs: 'Ô này không lấy từ sổ số liệu.',
    noFigure: 'Ô này của bảng là chữ hoặc số đếm, không cộng từ số liệu của đơn vị.',
    lockedOnly:
      'Bảng đã khóa không có công thức; bảng hiện nay không có dòng và cột này, nên không nêu được nguồn.',
    locked: (table) =>
      `Bản đã khóa không có công thức. Dưới đây là nguồn của ô cùng vị trí trong bảng “${table}” hiện nay:`,
    lockedNone: (table) =>
      `Bản đã khóa không có công thức; ô cùng vị trí trong bảng “${table}” hiện nay không cộng từ số liệu của đơn vị.`,
    count: (figures, numbers) => `${figures} nguồn, ${numbers} có số liệu`,
    all: (count) => `Xem cả ${count} nguồn`,
    cut: 'Còn nguồn khác chưa liệt kê: vui lòng chọn một ô cụ thể hơn.',
    previous: 'Trước',
    next: 'Tiếp',
    nth: (index, count) => `nguồn ${index}/${count}`,
    nobody: (source) => `${source}: chưa có biểu nào được tính nêu số này.`,
    told: (grounds) => `Số này không từ tệp: ${grounds}.`,
    away: (file) =>
      `Tệp “${file}” được tiếp nhận từ lần mở trước. Để xem tại ô, vui lòng mở tệp gốc hoặc bản lưu trữ của kỳ.`,
    give: 'Mở tệp gốc hoặc bản lưu trữ…',
    toFigures: 'Đi đến dòng số liệu',
  },
  preview: {
    title: 'Xem trước',
    fresh: (tables) => `Sẽ ghi mới: ${tables}.`,
    again: (tables, cells) =>
      cells === 0
        ? `${tables} bảng đã có sẽ được ghi lại, không ô nào thay đổi.`
        : `${tables} bảng đã có sẽ được ghi lại tại chỗ, ${cells} ô thay đổi:`,
    cell: 'Dòng, cột',
    before: 'Đang ghi',
    after: 'Sẽ ghi',
  },
  history: {
    title: 'Lịch sử',
    undoLast: 'Hoàn tác thao tác vừa rồi',
    undoAct: (what) => `Hoàn tác: ${what}`,
    nothing: 'Chưa có thao tác nào.',
    taken: (files) => `Tiếp nhận ${files} bản nộp`,
    entered: (agency) => `Nhập số cho đơn vị ${agency}`,
    confirmed: (table, code, heading) => `Xác nhận kế hoạch: ${table}, ${code}, ${heading}`,
    chose: (count, path) =>
      `Chọn đường báo cáo của ${count} dòng: ${path === 'both' ? 'cộng cả hai cấp' : path === 'above' ? 'số cấp trên' : 'số cấp dưới'}`,
    filled: (cells, period) => `Điền biểu đã liên kết: ${period}, ${cells} ô`,
    fillingNotRead: (why) =>
      `Chưa đọc được lần “Điền biểu” gần nhất nên chưa liệt kê ở đây. ${why}`,
    decided: (kind, agency, version) =>
      `${kind === 'accepted' ? 'Chấp nhận' : 'Trả lại'} bản nộp lần ${version} của ${agency}`,
  },
  interrupted: (count) =>
    `${count} bản nộp thiếu dòng trong sổ số liệu (lần ghi trước bị dừng, hoặc có dòng bị xóa) nên chưa được tính; vui lòng tiếp nhận lại các tệp đó.`,
  strangers: (codes) =>
    `Sổ số liệu có bản nộp của đơn vị không còn trong danh mục (${codes}); các số liệu này không được tính. Vui lòng kiểm tra trang tính Đơn vị.`,
  edits: {
    title: (count) => `${count} chỗ trong sổ số liệu không còn như lúc ghi:`,
    waysOut:
      'Số liệu, bản nộp bị sửa: vui lòng ghi lại như cũ, tiếp nhận lại đúng tệp đã nộp ở bước Tiếp nhận, lấy lại từ bản lưu trữ (bước Tổng hợp), hoặc chấp nhận là điều chỉnh, kèm lý do.',
    accept: 'Chấp nhận là điều chỉnh',
    accepted: (submission) => `Đã ghi chỗ sửa tay của bản nộp ${submission} thành điều chỉnh.`,
    takeBack: 'Lấy lại số liệu bị sửa tay',
    takenBack: (count) => `Đã lấy lại ${count} bản nộp từ bản lưu trữ.`,
  },
  issuing: (done, total) => `Đang tạo biểu mẫu ${done}/${total}`,
  severity: { error: 'Lỗi phải sửa', warning: 'Cảnh báo', fixed: 'Để biết' },
  selfCheck: {
    ...firstVi.selfCheck,
    hint: 'Thử cách Excel trên máy này làm việc, trên một trang tính ẩn của riêng phần mềm rồi xóa đi. Số liệu của sổ không bị đọc hay thay đổi; không có gì được gửi đi. Excel không hoàn tác (Ctrl+Z) được các thao tác trước đó.',
    start: 'Bắt đầu thử',
    running: (done, total) => `Đang thử ${done}/${total}`,
    done: (checks, unexpected) =>
      unexpected === 0
        ? `Đã thử ${checks} điều, không có gì khác dự kiến.`
        : `Đã thử ${checks} điều, ${unexpected} điều khác dự kiến. Đề nghị sao chép kết quả gửi cho bộ phận hỗ trợ.`,
    expected: (what) => `dự kiến: ${what}`,
    text: 'Kết quả để gửi lại',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    checks: {
      program: 'Excel và hệ điều hành',
      sets: 'Các bộ tính năng',
      languages: 'Ngôn ngữ hiển thị, nội dung',
      theme: 'Màu nền Excel cho biết',
      region: 'Vùng: dấu thập phân, dấu nhóm, ngày',
      workbook: 'Sổ đang mở',
      grid: 'Số dòng, số cột của trang tính',
      'date-system': 'Hệ ngày',
      storage: 'Bộ nhớ của ngăn',
      workers: 'Luồng phụ',
      typed: 'Gõ vào ô thường',
      quoted: 'Ghi thành chữ',
      'error-names': 'Tên của lỗi trong công thức',
      'text-cell-number': 'Số ghi vào ô văn bản',
      'text-cell-formula': 'Công thức ghi vào ô văn bản',
      'long-text': 'Văn bản dài hơn 8.200 ký tự',
      'long-text-formulas': 'Văn bản dài đọc cùng công thức',
      'ranges-comma': 'Nhiều vùng, dấu phẩy',
      'ranges-semicolon': 'Nhiều vùng, dấu chấm phẩy',
      'name-area': 'Vùng của một tên',
      'copy-formulas': 'Sao chép công thức',
      'copy-formats': 'Sao chép định dạng',
      'copy-merges': 'Ô gộp đi theo định dạng',
      'clear-remarks': 'Ghi chú, nhận xét khi xóa và sao chép',
      links: 'Liên kết trong sổ',
      'chart-categories': 'Nhãn trục của biểu đồ',
      'filter-told': 'Excel cho biết đang lọc',
      'filter-write': 'Ghi khi đang lọc',
      'filter-clear': 'Xóa khi đang lọc',
      suspended: 'Tính lại sau khi tạm ngừng tính',
      'panes-hidden': 'Cố định hàng của trang ẩn',
      paper: 'Khổ giấy A4',
      'unprotect-twice': 'Bỏ bảo vệ trang không được bảo vệ',
      colours: 'Tô màu ô có lỗi (định dạng có điều kiện)',
      'colours-protected': 'Tô màu trên trang được bảo vệ mà cho định dạng ô',
      'protect-twice': 'Bảo vệ trang đã được bảo vệ',
      password: 'Bỏ bảo vệ thiếu mật khẩu',
      'same-name': 'Thêm trang trùng tên',
      'wrong-size': 'Ghi sai kích thước vùng',
      'hidden-shown': 'Chọn ô của trang ẩn',
      'write-speed': 'Ghi 10.000 ô',
      'read-speed': 'Đọc 10.000 ô',
      'round-trip': 'Một lượt hỏi đáp',
      'cleaned-up': 'Thêm và xóa trang thử',
      saving: 'Cách lưu tệp',
      calculation: 'Tính công thức',
      'read-back': 'Đọc lại điều vừa ghi',
    },
  },
  ownLayout: {
    title: 'Biểu sẵn có của đơn vị',
    hint: 'Liên kết một lần, mỗi kỳ bấm “Điền biểu đã liên kết”.',
    propose: 'Liên kết biểu sẵn có',
    chooseCell: 'Liên kết ô đang chọn',
    preview: 'Điền biểu đã liên kết',
    proposed: (sheet, cells) =>
      `“${sheet}”: đề xuất liên kết ${cells} ô. Vui lòng xem lại từng cột rồi đồng ý.`,
    columnCells: (heading, cells) => `${heading} (${cells} ô)`,
    columnShows: (source, label, figure) =>
      figure === null
        ? `Sẽ ghi: ${source}. Kỳ đang chọn chưa có số liệu để xem thử.`
        : `Sẽ ghi: ${source}. Ví dụ “${label}”: ${figure}`,
    undecided: (rows, cells) =>
      `${[rows > 0 && `${rows} dòng, cột chưa hiểu`, cells > 0 && `${cells} ô chưa xác định`].filter(Boolean).join(', ')}: không điền, không liên kết.`,
    undecidedCell: {
      'row-unknown': (text) =>
        `dòng “${text}” không phải là chỉ tiêu, nhiệm vụ, đơn vị hay dòng biểu của kế hoạch.`,
      'row-shared-name': (text, codes) =>
        `“${text}” là tên của ${codes}. Đề nghị ghi thêm mã trước tên (ví dụ “${codes.split(',')[0]}. …”).`,
      'row-contrary': (text) =>
        `mã và tên của dòng “${text}” thuộc hai chỉ tiêu (dòng biểu) khác nhau.`,
      'row-other-unit': (text) => `dòng “${text}” ghi đơn vị tính khác đơn vị tính của kế hoạch.`,
      'row-repeated': (text) => `nhãn “${text}” có ở nhiều dòng.`,
      'column-unknown': (text) => `chưa hiểu tiêu đề “${text}”; có thể liên kết từng ô.`,
      'column-contrary': (text) =>
        `tiêu đề “${text}” có hai nghĩa, hoặc là số liệu phần mềm không có.`,
      'column-other-kind': (text) =>
        `tiêu đề “${text}” ghi loại kỳ khác kỳ đang chọn; đề nghị chọn đúng kỳ rồi liên kết.`,
      'column-repeated': (text) => `tiêu đề “${text}” có ở nhiều cột.`,
      'no-such-figure': (text) => `bảng tổng hợp không có số liệu này (${text}).`,
      'own-formula': (text) => `ô đã có công thức của đơn vị nên giữ nguyên (${text}).`,
    },
    bind: (cells) => `Đồng ý liên kết ${cells} ô`,
    bound: (cells) => `Đã liên kết ${cells} ô; danh sách ở trang tính Liên kết biểu.`,
    boundSheet: (sheet, cells) => `${sheet}: ${cells} ô`,
    unbind: 'Bỏ liên kết',
    unbound: (sheet) => `Đã bỏ liên kết “${sheet}”; số liệu trong biểu giữ nguyên.`,
    row: 'Chỉ tiêu, nhiệm vụ',
    scope: 'Phạm vi',
    province: 'Toàn tỉnh',
    span: 'Kỳ tính',
    measure: 'Số liệu',
    cellHint: 'Vui lòng chọn ô trong biểu, chọn số liệu rồi bấm “Liên kết ô này”.',
    bindCell: 'Liên kết ô này',
    cellBound: (cell, label, heading) =>
      `Đã liên kết ô ${cell} (dòng “${label}”, cột “${heading}”).`,
    wouldFill: (cells, sheets) => `Sẽ điền ${cells} ô ở ${sheets} trang tính.`,
    wouldOverwrite: (cells) => `${cells} ô đang có nội dung khác sẽ bị thay:`,
    blanks: (cells) => `${cells} ô để trống`,
    notFilled: (count) => `${count} chỗ không điền:`,
    keepTyped: 'Giữ nguyên các ô này',
    fill: 'Đồng ý điền',
    filled: (cells, troubles) =>
      `Đã điền ${cells} ô.${troubles > 0 ? ` Còn ${troubles} chỗ không điền, đề nghị xem danh sách.` : ''}`,
    follow: 'Liên kết theo vị trí mới',
    followed: (cells) => `Đã liên kết lại ${cells} ô theo vị trí mới.`,
    trouble: {
      'row-unreadable': ({ heading, found }) =>
        `không hiểu “${found}” ở cột “${heading}”; ô của dòng này không được điền. Đề nghị sửa hoặc xóa dòng.`,
      'sheet-missing': () =>
        'trang tính không còn trong sổ (có thể đã đổi tên). Đề nghị khôi phục tên hoặc bỏ liên kết.',
      'own-sheet': () => 'đây là trang tính do phần mềm ghi nên không điền.',
      'cell-twice': () =>
        'ô được liên kết hai lần trong trang tính Liên kết biểu. Đề nghị giữ một dòng.',
      'label-missing': ({ label }) => `không còn thấy nhãn “${label}”.`,
      'label-ambiguous': ({ label }) => `nhãn “${label}” có ở nhiều dòng.`,
      'heading-missing': ({ heading }) => `không còn thấy tiêu đề “${heading}”.`,
      'heading-ambiguous': ({ heading }) => `tiêu đề “${heading}” có ở nhiều cột.`,
      moved: ({ to, label, heading }) =>
        `đã chuyển sang ô ${to} (dòng “${label}”, cột “${heading}”).`,
      'other-period': ({ heading }) =>
        `tiêu đề “${heading}” ghi kỳ khác. Đề nghị sửa tiêu đề theo kỳ đang điền.`,
      'not-in-plan': ({ found }) => `kế hoạch của kỳ này không có “${found}”.`,
      'agency-not-in-plan': ({ found }) => `danh mục không có đơn vị “${found}”.`,
      'not-in-report': ({ source }) => `bảng tổng hợp của kỳ này không có số liệu: ${source}.`,
      'left-over': ({ formula }) => `ô còn số liệu của kỳ khác (=${formula}) nên được để trống.`,
      blank: ({ why, source }) =>
        ({
          'not-reported': `chưa có báo cáo: ${source}.`,
          'no-earlier-figure': `không có số liệu kỳ trước: ${source}.`,
          'no-occurrence': `không phát sinh: ${source}.`,
        })[why],
    },
  },
  out: {
    title: 'Gửi đi, lưu trữ, nhập số liệu',
    export: 'Xuất số liệu',
    exportHint:
      'Mỗi số liệu một dòng, kèm tệp, trang tính, ô. Trong CSV dấu thập phân là dấu chấm: mở bằng Dữ liệu > Từ văn bản/CSV.',
    exportAs: { csv: 'Tải sổ số liệu (CSV)', json: 'Tải sổ số liệu (JSON)' },
    exported: (file, submissions) => `Đã tạo ${file} với ${submissions} bản nộp.`,
    copy: 'Bản không công thức',
    copyHint: 'Các bảng của kỳ, không còn công thức, để gửi đi. Bảng phải đúng với sổ số liệu.',
    copyOf: (period) => `Tải bản không công thức của ${ofPeriod(period)}`,
    copied: (file) => `Đã tạo ${file}; các bảng khớp với sổ số liệu.`,
    send: 'Gửi đi',
    sendHint:
      'Phụ lục và báo cáo Word của kỳ, số liệu như trong các bảng. Các bảng phải đúng với sổ số liệu.',
    printSet: 'Tạo bộ phụ lục để in',
    word: 'Tạo báo cáo Word',
    template: 'Điền mẫu Word…',
    fields: 'Các trường dùng được trong mẫu',
    sent: (file) => `Đã tạo ${file}.`,
    templateLeft: (count) => `${count} chỗ trong mẫu được giữ nguyên:`,
    templateTroubles: troublesVi,
    lake: 'Gửi đi: kho số liệu mở',
    lakeHint:
      'Cả sổ số liệu thành các tệp Parquet trong một tệp .zip, để tổng hợp nhiều tỉnh hoặc mở bằng Power BI, DuckDB; giải nén rồi dùng.',
    withNames: 'Kèm tên người nhập, người quyết định',
    makeLake: 'Tạo kho số liệu mở',
    archive: 'Lưu trữ kỳ',
    archiveHint:
      'Tạo một tệp .zip gồm tệp gốc, sổ số liệu và các bảng đã khóa. Vui lòng chọn thư mục các tệp đã nhận (tên tệp có thể đã đổi).',
    archiveOf: (period) => `Lưu trữ ${ofPeriod(period)}`,
    originalsAtHand: (count) =>
      `${count} tệp vừa tiếp nhận trong lần mở này được đưa vào luôn; chỉ cần chọn thêm tệp của những lần trước.`,
    originalsGiven: (count) => `Đã chọn ${count} tệp.`,
    archived: (file, originals, absent) =>
      absent === 0
        ? `Đã tạo ${file} với đủ ${originals} tệp gốc.`
        : `Đã tạo ${file} với ${originals} tệp gốc; còn thiếu ${absent} tệp gốc. Đề nghị tìm đủ rồi lưu trữ lại.`,
    absent: (count) => `${count} tệp gốc không có trong các tệp đã chọn:`,
    restore: 'Khôi phục từ bản lưu trữ',
    restoreHint:
      'Kiểm tra từng tệp còn nguyên vẹn và mở đúng ô của tệp gốc. Sổ đang mở chỉ thay đổi khi bấm “Lấy lại số liệu bị sửa tay”.',
    chooseArchive: 'Chọn bản lưu trữ…',
    restored: (submissions, originals, troubles) =>
      `Bản lưu trữ có ${submissions} bản nộp, ${originals} tệp gốc còn nguyên${troubles === 0 ? '; mọi tệp còn nguyên vẹn.' : `; ${troubles} điểm không khớp.`}`,
    troubles: (count) => `${count} điểm không khớp:`,
    openBook: 'Mở sổ làm việc trong Excel',
    downloadBook: 'Tải sổ số liệu',
    submission: 'Bản nộp',
    figure: 'Số liệu',
    downloadOriginal: 'Tải tệp gốc',
    import: 'Nhập số liệu',
    importHint:
      'Từ một bản sao của sổ số liệu, sổ số liệu năm trước, sổ số liệu của lệnh tonghop, hoặc bảng tự lập có các cột: Mã đơn vị (hoặc Đơn vị), Kỳ, Mã chỉ tiêu (hoặc Chỉ tiêu), Tử số, Mẫu số, Kết quả. Xem trước rồi mới ghi.',
    chooseLedger: 'Chọn tệp cần nhập…',
    preview: {
      enters: (count) => `${count} bản nộp sẽ được nhập.`,
      waits: (count) => `${count} bản nộp là lần nộp mới của số liệu hiện hành: sẽ chờ chấp nhận.`,
      known: (count) => `${count} bản nộp đã có trong sổ.`,
      superseded: (count) => `${count} bản cũ đã được thay trong tệp đó: không nhập.`,
    },
    nothingToEnter: 'Không có bản nộp nào nhập được.',
    waiting: (count) => `${count} bản nộp sẽ chờ chấp nhận (bước Tiếp nhận):`,
    refused: (count) => `${count} dòng không nhập được:`,
    remarks: (count) => `${count} điểm cần xem lại:`,
    atCell: (sheet, cell) => `[${sheet}] Ô ${cell}: `,
    enter: 'Ghi vào sổ số liệu',
    imported: (entered, waiting) =>
      `Đã nhập ${entered} bản nộp${waiting === 0 ? '.' : `; ${waiting} bản chờ chấp nhận ở bước Tiếp nhận.`}`,
  },
};

function fewNames(word: string, { names, more }: FewNames): string[] {
  if (names.length === 0) return [];
  return [`${word}: ${names.join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}`];
}
