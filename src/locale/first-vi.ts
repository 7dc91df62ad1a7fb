import type { FirstTexts } from './ui-texts';

/** What several of Excel's codes mean to a person. */
const NO_ANSWER =
  'không nhận được trả lời của Excel nên chưa rõ việc này đã được ghi hay chưa. Vui lòng bấm “Đọc lại sổ làm việc” để xem rồi làm tiếp';
const TOO_LARGE =
  'nội dung của một lần gửi hoặc đọc lớn hơn mức Excel này nhận. Vui lòng mở sổ bằng Excel trên máy tính (không phải trên web) rồi làm lại';
const NOT_IN_FRONT = 'một sổ làm việc khác đang ở phía trước. Vui lòng bấm vào sổ này rồi làm lại';
const NOT_HERE =
  'bản Excel này không có chức năng cần dùng. Vui lòng cập nhật Excel, hoặc làm việc này trên máy có Microsoft 365';
const GONE =
  'ô hoặc dòng cần dùng không còn trong sổ. Vui lòng bấm “Đọc lại sổ làm việc” rồi làm lại';

/**
 * What the pane says before anything else of it is loaded: every word here is waited for.
 */
export const firstVi: FirstTexts = {
  product: 'Tổng Hợp',
  loading: 'Đang đọc sổ làm việc…',
  loadingPart: 'Đang mở…',
  partNotLoaded: (reason) =>
    `Không tải được phần này của phần mềm. Vui lòng kiểm tra mạng rồi bấm “Thử lại”; vẫn không được thì đóng ngăn và mở lại. (${reason})`,
  actNotLoaded:
    'Việc vừa bấm chưa xong: không tải được một phần của phần mềm. Vui lòng kiểm tra mạng rồi bấm lại; nếu vẫn không được, phần mềm có thể vừa có bản mới: đóng ngăn, mở lại rồi làm lại.',
  tryAgain: 'Thử lại',
  commands: {
    check: 'Kiểm tra biểu',
    'next-finding': 'Lỗi tiếp theo',
    'mark-checked': 'Đánh dấu đã kiểm tra',
    issue: 'Phát hành',
    intake: 'Tiếp nhận',
    chase: 'Đôn đốc',
    consolidate: 'Tổng hợp',
    sources: 'Nguồn số liệu',
    help: 'Trợ giúp',
  },
  unfit: (command, kind) =>
    `“${command}” ${
      {
        form: 'dùng trong sổ của đơn vị tổng hợp; sổ đang mở là biểu của một đơn vị. Vui lòng mở sổ có kế hoạch.',
        desk: 'dùng trong biểu của một đơn vị; sổ đang mở là sổ của đơn vị tổng hợp. Vui lòng mở biểu cần kiểm tra.',
        other:
          'cần một biểu đã phát hành hoặc một sổ có kế hoạch; sổ đang mở chưa có cả hai. Vui lòng mở tệp đó, hoặc bắt đầu một kế hoạch trong ngăn này.',
      }[kind]
    }`,
  agree: 'Đồng ý',
  failed: (reason) => `Không thực hiện được: ${reason}`,
  perhapsTyping: 'Excel chưa trả lời: nếu đang nhập dở một ô, vui lòng nhấn Enter hoặc Esc.',
  readAgain: 'Đọc lại sổ làm việc',
  excelErrors: {
    AccessDenied:
      'Excel không cho ghi: trang tính hoặc cấu trúc sổ đang được bảo vệ. Vui lòng bỏ bảo vệ (thẻ Xem lại) rồi làm lại',
    BadPassword:
      'trang tính được bảo vệ bằng mật khẩu. Đề nghị người đặt mật khẩu bỏ bảo vệ rồi làm lại',
    FilteredRangeConflict:
      'một trang tính đang lọc dữ liệu. Đề nghị bỏ lọc (thẻ Dữ liệu, nút Xóa cạnh nút Lọc) rồi làm lại',
    InsertDeleteConflict:
      'không chèn, xóa dòng được vì có ô gộp hoặc bảng riêng của Excel nằm vắt qua. Đề nghị bỏ gộp ô, hoặc chuyển bảng đó ra chỗ khác, rồi làm lại',
    NonBlankCellOffSheet:
      'không chèn dòng được vì dòng cuối của trang tính có nội dung. Đề nghị xóa nội dung ở cuối trang (Ctrl+End) rồi làm lại',
    InvalidArgument:
      'Excel không nhận một nội dung gửi sang (ô, vùng hoặc công thức ngoài khả năng của sổ này). Sổ giữ nguyên như trước; vui lòng bấm “Đọc lại sổ làm việc” rồi làm lại',
    InvalidOperation:
      'Excel không làm được việc này với trang tính như hiện nay (trang đang ẩn, hoặc là trang cuối cùng còn hiện). Vui lòng bỏ ẩn trang đó rồi làm lại',
    InvalidRequestContext:
      'Excel đã mất liên hệ với ngăn này. Vui lòng đóng ngăn rồi mở lại từ ruy băng',
    InvalidOperationInCellEditMode:
      'đang nhập dở một ô trong trang tính. Vui lòng nhấn Enter (nếu Excel không nhận nội dung đó thì nhấn Esc) rồi làm lại',
    ItemNotFound: 'trang tính cần dùng không còn trong sổ. Vui lòng bấm “Đọc lại sổ làm việc”',
    ItemAlreadyExists: 'đã có trang tính cùng tên. Vui lòng đổi tên trang tính đó rồi làm lại',
    RowsMoved: 'các dòng vừa ghi đã được sắp xếp hoặc sửa nên không hoàn tác tự động được',
    ActivityLimitReached: 'Excel đang bận. Vui lòng chờ một lát rồi làm lại',
    InvalidOrTimedOutSession: NO_ANSWER,
    ConnectionFailure: NO_ANSWER,
    RequestAborted: NO_ANSWER,
    ServiceNotAvailable: NO_ANSWER,
    Timeout: NO_ANSWER,
    RangeExceedsLimit: TOO_LARGE,
    RequestPayloadSizeLimitExceeded: TOO_LARGE,
    ResponsePayloadSizeLimitExceeded: TOO_LARGE,
    InactiveWorkbook: NOT_IN_FRONT,
    InvalidSelection: NOT_IN_FRONT,
    ApiNotAvailable: NOT_HERE,
    ApiNotFound: NOT_HERE,
    NotImplemented: NOT_HERE,
    UnsupportedOperation: NOT_HERE,
    InvalidReference: GONE,
    Conflict: 'người khác vừa ghi vào sổ. Vui lòng bấm “Đọc lại sổ làm việc” rồi làm lại',
    EmptyChartSeries: 'một biểu đồ trong sổ không có số liệu. Vui lòng xóa biểu đồ đó rồi làm lại',
    FormulaLengthExceedsLimit:
      'một công thức dài hơn mức Excel nhận. Vui lòng bớt số chỉ tiêu hoặc đơn vị cộng trong ô đó rồi làm lại',
    MergedRangeConflict:
      'bảng riêng của Excel nằm chồng lên ô gộp hoặc bảng khác. Vui lòng bỏ gộp ô, hoặc chuyển bảng đó ra chỗ khác, rồi làm lại',
    UnsupportedSheet:
      'trang cần dùng là trang biểu đồ hoặc macro, không phải trang tính. Vui lòng đổi tên trang đó rồi làm lại',
    WriteNotSupportedWhenModalDialogOpen:
      'Excel đang mở một hộp thoại. Vui lòng đóng hộp thoại đó rồi làm lại',
    GeneralException: 'Excel không thực hiện được. Sổ giữ nguyên như trước; vui lòng làm lại',
  },
  excelError: (code) =>
    `Excel báo lỗi ${code}. Vui lòng bấm “Đọc lại sổ làm việc” xem việc này đã được ghi chưa rồi làm lại; nếu vẫn vậy, đề nghị gửi dòng này cho bộ phận hỗ trợ`,
  goBack: 'Quay lại',
  cancel: 'Dừng',
  cancelled: 'Đã dừng; chưa ghi gì vào sổ làm việc.',
  checkForm: 'Kiểm tra biểu',
  commonForm: 'Biểu chung',
  nextFinding: 'Lỗi tiếp theo',
  entered: (filled, owed) => `${filled}/${owed} ô đã nhập`,
  undo: 'Hoàn tác',
  undone: 'Đã hoàn tác.',
  liftFilters: 'Bỏ lọc, làm lại, rồi lọc như cũ',
  month: {
    due: (day) => `hạn nộp ${day}`,
  },
  help: {
    title: 'Trợ giúp',
  },
  selfCheck: {
    title: 'Tự kiểm tra',
    back: 'Quay lại',
  },
  start: {
    title: 'Bắt đầu từ đâu',
    sender: 'Tôi gửi báo cáo',
    desk: 'Tôi tổng hợp',
  },
  figureGap: ({ code, found = '' }) =>
    ({
      'no-plan': 'Sổ này chưa có kế hoạch.',
      'no-such-indicator': `Kế hoạch không có chỉ tiêu “${found}”.`,
      'no-such-agency': `Danh mục không có đơn vị “${found}”, hoặc có nhiều đơn vị cùng tên; đề nghị ghi mã.`,
      'no-such-period': `“${found}” không phải kỳ của kế hoạch; ví dụ: tháng 3/2024, quý I/2024.`,
      'no-such-measure': `Không có đại lượng “${found}”; có: kết quả, tử số, mẫu số, lũy kế, kỳ trước.`,
      'not-assigned': 'Chỉ tiêu này không giao cho đơn vị trong kỳ.',
      'no-figure': 'Chưa có số liệu được tính trong kỳ này.',
      'not-loaded':
        'Chưa tải được phần tính số liệu. Vui lòng kiểm tra kết nối mạng, rồi nhấn F2 và Enter trong ô này.',
    })[code],
};
