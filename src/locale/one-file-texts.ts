import type { SelfCheckId } from '../app/self-check';

/**
 * What the page of the one-file edition says around the workbook; the pane beside it says the rest.
 */
export interface OneFileTexts {
  product: string;
  title: string;
  welcome: string;
  steps: readonly string[];
  choose: string;
  emptyBook: string;
  private: string;
  open: string;
  openLabel: string;
  saveCopy: string;
  saveInto: string;
  undo: string;
  redo: string;
  notices: string;
  close: string;
  sheets: string;
  pane: string;
  opened(name: string): string;
  openedOld(name: string): string;
  saved(name: string): string;
  askedToSave(name: string): string;
  notSaved(why: string): string;
  onlyOne: string;
  oldKind(format: string): string;
  openOver(name: string): string;
  unsaved(name: string): string;
  openAnyway: string;
  willLose: string;
  saveAnyway: string;
  cancel: string;
  emptyName: string;
  openedName: string;
  openHere: string;
  openHereHint: string;
  openBookHere: string;
  keepDraft: string;
  keepDraftHint: string;
  draftFailed(why: string): string;
  draftFound(name: string, at: string): string;
  openDraft: string;
  eraseDraft: string;
  /** What Tự kiểm tra says here otherwise than in Excel. */
  selfCheckHint: string;
  selfChecks: Partial<Record<SelfCheckId, string>>;
}

export const oneFileVi: OneFileTexts = {
  product: 'Tổng Hợp',
  title: 'Tổng Hợp – bản một tệp',
  welcome: 'Chọn hoặc kéo thả biểu, sổ tổng hợp (.xlsx)',
  steps: [
    'Người gửi: mở biểu đã nhận, kiểm tra, sửa, đánh dấu đã kiểm tra, rồi lưu một bản cùng tên để gửi.',
    'Người tổng hợp: mở sổ tổng hợp, hoặc bắt đầu sổ mới từ kế hoạch có sẵn hay phụ lục của quyết định.',
  ],
  choose: 'Chọn tệp…',
  emptyBook: 'Bắt đầu sổ tổng hợp mới',
  private:
    'Trang này không dùng mạng và không giữ lại gì: mọi việc làm trong máy này, chỉ có tệp do chính anh, chị lưu. Đóng trang là hết, trừ khi chọn giữ bản nháp.',
  open: 'Mở tệp…',
  openLabel: 'Mở biểu hoặc sổ',
  saveCopy: 'Lưu một bản',
  saveInto: 'Lưu vào tệp…',
  undo: 'Hoàn tác ô',
  redo: 'Làm lại ô',
  notices: 'Giấy phép',
  close: 'Đóng',
  sheets: 'Trang tính',
  pane: 'Ngăn việc',
  opened: (name) => `Đã mở ${name}.`,
  openedOld: (name) => `Đã mở ${name}. Tệp kiểu cũ nên khi lưu sẽ thành .xlsx.`,
  saved: (name) => `Đã lưu ${name}.`,
  askedToSave: (name) => `Đã chuyển ${name} cho trình duyệt lưu (thường ở thư mục Tải xuống).`,
  notSaved: (why) => `Chưa lưu được: ${why}`,
  onlyOne:
    'Mỗi lần chỉ mở một biểu hoặc một sổ. Nhiều tệp đã nhận thì chọn hoặc kéo thả ở bước Tiếp nhận của sổ tổng hợp.',
  oldKind: (format) => `định dạng, bảo vệ, danh sách chọn của tệp kiểu ${format}`,
  openOver: (name) => `Mở ${name}?`,
  unsaved: (name) => `Các thay đổi trong ${name} chưa được lưu sẽ mất.`,
  openAnyway: 'Mở, không lưu',
  willLose: 'Bản lưu sẽ không còn:',
  saveAnyway: 'Vẫn lưu một bản',
  cancel: 'Thôi',
  emptyName: 'so-tong-hop.xlsx',
  openedName: 'so-moi.xlsx',
  openHere: 'Mở trong trang này',
  openHereHint:
    'Nếu trình duyệt không cho tải tệp: chọn một đơn vị rồi bấm “Mở trong trang này” và lưu một bản.',
  openBookHere: 'Mở sổ làm việc trong trang này',
  keepDraft: 'Giữ bản nháp',
  keepDraftHint:
    'Phòng khi máy tắt đột ngột: bản nháp nằm trong trình duyệt này, và mọi trang mở từ máy này đều có thể đọc được. Lưu tệp hoặc bỏ chọn thì bản nháp bị xóa.',
  draftFailed: (why) => `Không giữ được bản nháp (${why}). Đề nghị lưu một bản.`,
  draftFound: (name, at) => `Có bản nháp chưa lưu của ${name}, lúc ${at}.`,
  openDraft: 'Mở bản nháp',
  eraseDraft: 'Xóa bản nháp',
  selfCheckHint:
    'Thử cách trình duyệt trên máy này làm việc, trên biểu thử trong bộ nhớ. Số liệu của sổ không bị đọc hay thay đổi; không có gì được lưu hay gửi đi.',
  selfChecks: {
    program: 'Trình duyệt và hệ điều hành',
    theme: 'Màu nền, cỡ màn hình',
    region: 'Vùng: cách viết số, múi giờ',
    storage: 'Bộ nhớ của trình duyệt',
    workers: 'Kiểm tra một biểu trống ở luồng phụ',
  },
};

export const oneFileEn: OneFileTexts = {
  product: 'Tổng Hợp',
  title: 'Tổng Hợp – one-file edition',
  welcome: 'Choose or drop a form or a consolidation workbook (.xlsx)',
  steps: [
    'Sender: open the form you received, check it, fix it, mark it as checked, and save a copy of the same name to send.',
    'Consolidator: open your workbook, or begin a new one from a built-in plan or the appendix of a decision.',
  ],
  choose: 'Choose a file…',
  emptyBook: 'Begin a new workbook',
  private:
    'This page uses no network and keeps nothing: all is done on this machine, and only files you save remain. Closing the page ends it, unless you choose to keep a draft.',
  open: 'Open…',
  openLabel: 'Open a form or workbook',
  saveCopy: 'Save a copy',
  saveInto: 'Save into a file…',
  undo: 'Undo cell',
  redo: 'Redo cell',
  notices: 'Licences',
  close: 'Close',
  sheets: 'Sheets',
  pane: 'Task pane',
  opened: (name) => `${name} is open.`,
  openedOld: (name) => `${name} is open. It is of an old kind, so it will be saved as .xlsx.`,
  saved: (name) => `${name} was saved.`,
  askedToSave: (name) => `${name} was handed to the browser to save (mostly into Downloads).`,
  notSaved: (why) => `Could not be saved: ${why}`,
  onlyOne:
    'One form or one workbook is opened at a time. Received files are chosen or dropped in the Intake step of a workbook.',
  oldKind: (format) => `formats, protection and drop-down lists of a ${format} file`,
  openOver: (name) => `Open ${name}?`,
  unsaved: (name) => `Changes in ${name} that are not saved will be lost.`,
  openAnyway: 'Open without saving',
  willLose: 'The saved file will no longer hold:',
  saveAnyway: 'Save a copy all the same',
  cancel: 'Cancel',
  emptyName: 'so-tong-hop.xlsx',
  openedName: 'so-moi.xlsx',
  openHere: 'Open in this page',
  openHereHint:
    'If the browser lets no file be downloaded: choose one agency, press “Open in this page” and save a copy.',
  openBookHere: 'Open the workbook in this page',
  keepDraft: 'Keep a draft',
  keepDraftHint:
    'Against a crash: the draft lies in this browser, and any page opened from this machine can read it. Saving, or turning this off, erases it.',
  draftFailed: (why) => `No draft could be kept (${why}). Please save a copy.`,
  draftFound: (name, at) => `There is an unsaved draft of ${name}, of ${at}.`,
  openDraft: 'Open the draft',
  eraseDraft: 'Erase the draft',
  selfCheckHint:
    'Tries how the browser on this machine works, on a form of its own in memory. The figures of the workbook are neither read nor changed; nothing is kept or sent.',
  selfChecks: {
    program: 'Browser and operating system',
    theme: 'Theme, size of the screen',
    region: 'Region: how numbers are written, time zone',
    storage: 'Storage of the browser',
    workers: 'A blank form checked in a worker',
  },
};
