import { formatDate, formatMoment } from '../text/date';
import { formatNumber } from '../text/number';
import { periodInSentence, periodOf } from '../domain/period/period';
import type { Drift } from '../domain/finding/finding';
import { cut, shortList, type Catalogue } from './catalogue';
import { scheduleSaid } from './period-name';
import { ruleSentences } from './rule-sentences';
import { ofPeriod } from './of-period';
import { wordsVi } from './words-vi';

const n = (value: number, decimals = 6) => formatNumber(value, decimals);
const LEVEL = { tinh: 'tỉnh', huyen: 'huyện', xa: 'xã' };
const percent = (value: number) => `${n(value, 2)}%`;

/** How one change of a form's layout is said. */
function drift(one: Drift): string {
  switch (one.kind) {
    case 'header-moved':
      return `tiêu đề bảng ở hàng ${one.row}`;
    case 'rows-inserted':
      return one.first === one.last
        ? `hàng ${one.first} được chèn`
        : `hàng ${one.first}–${one.last} được chèn`;
    case 'rows-removed':
      return `bớt ${one.count} hàng ở trên hàng ${one.row}`;
    case 'column-moved':
      return `cột ${one.column} dời sang ${one.to}`;
    case 'columns-inserted':
      return one.first === one.last
        ? `cột ${one.first} được chèn`
        : `cột ${one.first}–${one.last} được chèn`;
    case 'column-removed':
      return `cột ${one.column} bị xóa`;
  }
}

/** How long something has been going on, as people say it. */
function age(minutes: unknown): string {
  const count = Number(minutes);
  if (count < 120) return `${count} phút`;
  return count < 48 * 60 ? `${Math.round(count / 60)} giờ` : `${Math.round(count / 1440)} ngày`;
}

const MERGED: Record<string, string> = {
  path: 'đường báo cáo',
  period: 'trạng thái kỳ',
  decision: 'quyết định',
  part: 'phần đúng đã tiếp nhận',
  day: 'ngày nhận',
  version: 'bản đã được chấp nhận',
};

/** What two workbooks say of one submission; else a cell, by its code. */
function mergedWhat(code: unknown): string {
  return MERGED[String(code)] ?? `số liệu đã chọn của ${code}`;
}

/** Who did it and when, as far as the workbook says. */
/** A ledger in which nothing counts is not an empty one. */
function noneAccepted(submissions: number): string {
  return `Sổ có ${submissions} bản nộp nhưng không bản nào được tiếp nhận (trả lại hoặc còn chờ), nên chưa có số liệu`;
}

function byAndAt(who: unknown, at: unknown): string {
  return [who || 'một cửa sổ khác', formatMoment(String(at))].filter(Boolean).join(', lúc ');
}

/** A number whose grouping is the very question: without any. */
const plain = (value: number) => String(value).replace('.', ',');

/** A number as one of the two kinds a text may mean. */
const kindOf = (value: number) =>
  `${Number.isInteger(value) ? 'số nguyên' : 'số thập phân'} ${plain(value)}`;

/** "01/9/2026 – 30/9/2026" as official texts say it: the year once where it is one. */
function spanSaid(days: string): string {
  const [from, to] = days.split(' – ');
  if (to === undefined) return days;
  const isOneYear = from.slice(-5) === to.slice(-5);
  return `từ ngày ${isOneYear ? from.slice(0, -5) : from} đến ngày ${to}`;
}

/** What a command lacks, by what its usage calls it. */
const ARGUMENTS: Record<string, string> = {
  ID: 'mã kế hoạch (xem: tonghop plans)',
  DIR: 'thư mục kho số liệu',
  'FILE…': 'tệp biểu cần kiểm tra',
  'FILE.xlsx': 'tệp phụ lục (.xlsx hoặc .docx)',
  'plan.xlsx': 'tệp kế hoạch (plan.xlsx)',
};

/** Vietnamese, the source language: what, where, and what to do, politely. */
const LIMITED = {
  MB: 'MB',
  cells: 'ô',
  strings: 'chuỗi',
  letters: 'chữ trong các ô',
  merges: 'vùng gộp ô',
  sheets: 'trang tính',
  rows: 'hàng',
};

/** Which headings were understood, which not, and what to do. */
function readAs(taken: string | undefined, unclear: string): string {
  return `${taken ? `Đã hiểu ${taken}. ` : ''}Chưa hiểu tiêu đề ${unclear}. Đề nghị ghi lại tiêu đề cột như biểu đã phát hành.`;
}

export const vi: Catalogue = {
  at: (cell) => `Ô ${cell}: `,
  inSheet: (sheet) => `Trang tính “${sheet}”: `,
  andMore: (count) => ` (và ${count} lỗi khác; chạy Kiểm tra kế hoạch để xem hết)`,
  place: (sheet, cell) =>
    cell === null ? `trang tính “${sheet}”` : `trang tính “${sheet}”, ô ${cell}`,
  findings: {
    ...ruleSentences('vi', n),
    'file-empty': () => 'Tệp rỗng (0 byte). Đề nghị nộp lại.',
    'file-encrypted': () => 'Tệp có mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu rồi nộp lại.',
    'file-unreachable': () =>
      'Không mở được tệp (có thể đang mở ở nơi khác, đã bị chuyển, hoặc là một thư mục). Vui lòng đóng tệp rồi chọn lại.',
    'file-damaged': () => 'Tệp bị hỏng hoặc tải về chưa đủ, không đọc được. Đề nghị nộp lại.',
    'file-too-large': ({ most, of }) =>
      `Tệp quá lớn (giới hạn ${n(most)} ${LIMITED[of]}). Đề nghị dùng đúng biểu mẫu đã phát hành.`,
    'file-archive': () =>
      'Tệp nén (.rar, .7z) chưa mở được ở đây. Vui lòng giải nén rồi chọn thư mục đã giải nén.',
    'file-scan': () => 'Tệp PDF hoặc ảnh quét không đọc được số liệu. Đề nghị gửi kèm tệp Excel.',
    'file-not-a-workbook': () =>
      'Tệp không phải bảng tính Excel. Đề nghị gửi tệp .xlsx theo biểu mẫu.',
    'file-old-format': ({ format }) =>
      `Tệp ở định dạng ${format}, chưa đọc được. Đề nghị mở bằng Excel, chọn “Lưu thành” .xlsx rồi nộp lại.`,
    'file-too-slow': ({ seconds }) =>
      `Đọc tệp quá ${seconds} giây nên đã dừng; tệp có thể bị hỏng. Đề nghị mở bằng Excel, chọn “Lưu thành” .xlsx rồi nộp lại.`,
    'file-too-heavy': () =>
      'Tệp chiếm quá nhiều bộ nhớ khi đọc nên đã dừng; tệp có thể bị hỏng. Đề nghị dùng đúng biểu mẫu đã phát hành.',
    'file-converted': ({ format }) =>
      format === 'HTML'
        ? 'Tệp là bảng web (HTML) lưu đuôi .xls; đã đọc được, đề nghị lần sau lưu thành .xlsx.'
        : `Đã đọc tệp ${format}; đề nghị lần sau nộp .xlsx.`,
    'scan-beside': ({ sheet }) =>
      `Bản quét đi kèm tệp “${sheet}”: không lấy số liệu từ bản quét. Đề nghị đối chiếu số liệu Excel với báo cáo đã ký.`,
    'findings-more': ({ count }) =>
      `Còn ${n(count)} lỗi, cảnh báo khác không liệt kê. Đề nghị sửa các lỗi đã nêu rồi kiểm tra lại.`,
    'file-no-form': () =>
      'Tệp không chứa biểu mẫu nào của kế hoạch này. Đề nghị dùng biểu mẫu đã phát hành.',
    'file-fault': ({ detail }) =>
      `Phần mềm không đọc được tệp này do lỗi của chính phần mềm; các tệp khác không bị ảnh hưởng. Đề nghị báo bộ phận hỗ trợ (${detail}).`,
    'identity-missing': () =>
      'Biểu không còn mã biểu nên không biết của đơn vị nào, kỳ nào. Đề nghị dùng biểu mẫu đã phát hành.',
    'identity-conflict': ({ found }) =>
      `Tệp có mã của nhiều đơn vị hoặc nhiều kỳ (${found}). Đề nghị mỗi đơn vị, mỗi kỳ nộp một tệp riêng, trên biểu mẫu đã phát hành.`,
    'other-plan': ({ found, expected, document }) =>
      `Biểu thuộc kế hoạch khác (mã ${found}). Đề nghị nộp biểu của ${document ?? `kế hoạch ${expected}`}.`,
    'other-period': ({ found, expected }) =>
      `Biểu ghi kỳ ${found}, kỳ đang tiếp nhận là ${expected}. Đề nghị nộp đúng kỳ.`,
    'unscheduled-period': ({ found, allowed }) =>
      `Kế hoạch không có kỳ báo cáo “${found}”. Các kỳ của kế hoạch: ${scheduleSaid(allowed, wordsVi.periods)}.`,
    'agency-not-picked': (_, at) =>
      `${at}chưa chọn đơn vị báo cáo. Đề nghị chọn đơn vị trong danh sách rồi nộp lại.`,
    'unknown-agency': ({ code }) =>
      `Mã đơn vị “${code}” không có trong danh mục đơn vị của kế hoạch. Đề nghị kiểm tra danh mục.`,
    'form-before-adjustment': ({ adjusted, rows, dropped }) =>
      [
        `Biểu phát hành trước khi điều chỉnh kế hoạch (từ ngày ${formatDate(adjusted)}); vẫn được tiếp nhận.`,
        rows
          ? `Chưa có trong biểu: ${rows}; đề nghị nộp bổ sung bằng biểu mới nếu có số liệu.`
          : '',
        dropped ? `Kế hoạch không còn: ${dropped}; số liệu các dòng này không được tính.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    'agency-not-valid': ({ agency, day, successor }) =>
      `${agency} không còn hoạt động trong kỳ này (hoạt động đến ngày ${formatDate(day)}). ${successor ? `Đơn vị kế thừa: ${successor}. ` : ''}Đề nghị chọn đơn vị hiện hành.`,
    'other-agency': ({ agency, other }) =>
      `Biểu là của ${agency}, nhưng tên tệp ghi ${other}. Đề nghị kiểm tra có gửi nhầm tệp không.`,
    'other-period-in-head': ({ coded, said }, at) =>
      `${at}biểu mang mã ${coded}, tiêu đề ghi ${said}: có thể là biểu ${coded} dùng lại. Tệp chưa được tính. Nếu là số liệu ${said}, đề nghị nhập vào biểu mẫu ${said}, hoặc người tiếp nhận xác nhận tệp là của ${said}; nếu là bản sửa của ${coded}, đề nghị ghi lại đúng tiêu đề, hoặc người tiếp nhận xác nhận tệp là của ${coded}.`,
    'other-agency-in-head': ({ coded, said }, at) =>
      `${at}biểu mang mã của ${coded}, tiêu đề ghi ${said}: có thể là biểu của ${coded} dùng lại. Tệp chưa được tính. Đề nghị nhập vào biểu mẫu cấp cho ${said}, hoặc người tiếp nhận xác nhận tệp là của đơn vị nào.`,
    'accepted-period-again': ({ found, expected }) =>
      `Biểu mang mã ${found} (kỳ này đã có bản được tiếp nhận) nhưng nộp khi đang tiếp nhận ${expected}: có thể là biểu ${found} dùng lại. Tệp chưa được tính. Nếu là số liệu ${expected}, đề nghị nhập vào biểu mẫu ${expected}, hoặc người tiếp nhận xác nhận tệp là của ${expected}; nếu là bản sửa của ${found}, đề nghị xác nhận như vậy, hoặc tiếp nhận tệp ở ${found}.`,
    'identity-stated': ({ agency, period }) =>
      `Người tiếp nhận xác nhận biểu là của ${agency}, ${period}.`,
    'letters-lost': ({ found }, at) =>
      `${at}chữ có dấu đã mất khi lưu tệp (“${cut(found)}”), nên không nhận ra biểu và không lấy được số liệu. Đề nghị mở tệp của đơn vị bằng Excel, lưu thành .xlsx (nếu cần .csv thì chọn “CSV UTF-8”) rồi nộp lại.`,
    'marked-copy': ({ agency, period }) =>
      `Đây là tệp đánh dấu lỗi của ${agency || 'một đơn vị'}${period ? `, ${ofPeriod(period)}` : ''}: vui lòng sửa trong tệp của đơn vị rồi nộp lại. Tệp này chỉ để xem, không được tính.`,
    'several-forms': ({ forms, count }) =>
      `Tệp có ${count} biểu của nhiều đơn vị hoặc nhiều kỳ mà không tách được chắc chắn: ${forms}. Chưa biểu nào được tính. Đề nghị tách mỗi đơn vị, mỗi kỳ một tệp rồi nộp lại.`,
    'duplicate-file': ({ other }) => `Tệp giống hệt “${other}”; chỉ tính một lần.`,
    'versions-undecided': ({ count }) =>
      `Có ${count} tệp khác nhau của cùng đơn vị, cùng kỳ và không biết tệp nào nộp sau. Vui lòng chọn một tệp; chưa tệp nào được tính.`,
    'version-by-file-time': ({ count, chosen }) =>
      `Có ${count} tệp của cùng đơn vị, cùng kỳ. Căn cứ giờ ghi trên tệp, bản nộp sau cùng là “${chosen}”. Vui lòng xác nhận.`,
    'parts-joined': ({ parts }) =>
      `Các tệp của cùng đơn vị, cùng kỳ được tính là một bản nộp: ${parts}.`,
    'part-waits': ({ other }) =>
      `Tệp “${other}” của cùng bản nộp còn lỗi phải sửa nên cả bản nộp chưa được tính. Đề nghị sửa tệp đó rồi nộp lại.`,
    'part-twice': ({ forms, other }) =>
      `${forms} có cả trong tệp này và tệp “${other}”, chưa rõ lấy tệp nào nên chưa tệp nào được tính. Đề nghị chỉ nộp tệp đúng, hoặc nộp đủ các biểu trong một tệp.`,
    'part-of-accepted': ({ forms, version, file }) =>
      `Tệp chỉ có ${forms}, trong khi bản nộp lần ${version} (tệp “${file}”) có cả biểu này đang được tính. Tệp chưa được tính. Nếu là bản sửa, đề nghị nộp lại đủ các biểu trong một tệp, hoặc người tiếp nhận chấp nhận thay riêng ${forms} (ngăn tác vụ, bước Tiếp nhận).`,
    late: ({ days, due }) =>
      `Nộp muộn ${days} ngày (hạn nộp ${formatDate(due)}); vẫn tiếp nhận và ghi nhận nộp muộn.`,
    'sheet-missing': ({ form, taken, unclear }, at) =>
      unclear
        ? `${at}trang tính này có tiêu đề của ${form} nhưng chưa đủ để đọc. ${readAs(taken, unclear)}`
        : `Tệp không có ${form}. Đề nghị dùng biểu mẫu đã phát hành.`,
    'sheet-renamed': ({ found, form }) =>
      `Đã nhận diện ${form} theo nội dung trang tính “${found}”.`,
    'sheet-duplicate': ({ form, other }) =>
      `Có hai trang tính cùng là ${form} (trang tính kia: “${other}”). Đề nghị chỉ giữ một trang tính; hiện chưa được tính.`,
    'column-missing': ({ column, taken, unclear }) =>
      unclear
        ? `Không thấy cột “${column}”. ${readAs(taken, unclear)}`
        : `Thiếu cột “${column}”. Đề nghị dùng biểu mẫu đã phát hành.`,
    'row-missing': ({ code, name }) =>
      `Thiếu dòng ${code} (${name}). Đề nghị dùng biểu mẫu đã phát hành.`,
    'row-extra': ({ row, text }) =>
      `Hàng ${row} (“${text}”) không có trong biểu mẫu nên không được tổng hợp.`,
    'row-duplicate': ({ code, first }, at) =>
      `${at}dòng ${code} bị lặp (đã có ở ô ${first}). Đề nghị chỉ giữ một dòng; chưa dòng nào được tính.`,
    'row-label-differs': ({ code, other }, at) =>
      `${at}mã ${code} nhưng nội dung là của ${other}. Đề nghị đặt lại đúng dòng; cả hai dòng chưa được tính.`,
    'cells-merged': ({ area }) =>
      `Vùng gộp ô ${area}: không rõ số liệu của từng dòng. Đề nghị bỏ gộp ô rồi nhập lại.`,
    'row-unassigned': ({ code }) =>
      `Đơn vị không được giao dòng ${code}; số liệu dòng này không được tổng hợp.`,
    'number-as-text': ({ raw, value }, at) =>
      `${at}đã chuyển “${raw}” (dạng chữ) thành số ${n(value)}.`,
    'number-ambiguous': ({ raw, first, second }, at) =>
      `${at}“${raw}” là ${kindOf(first)} hay ${kindOf(second)}? Đề nghị ghi lại cho rõ; hiện chưa được tính.`,
    'number-english': ({ raw, value, unit }, at) =>
      `${at}“${raw}” được hiểu là ${plain(value)} ${unit} (dấu phẩy ngăn cách hàng nghìn). Nếu không đúng, đề nghị ghi lại.`,
    'number-with-letters': ({ raw, suggestion }, at) =>
      `${at}“${raw}” có chữ lẫn trong số. Có phải ${n(suggestion)}? Hiện chưa được tính.`,
    'number-with-words': ({ raw, values }, at) =>
      `${at}“${cut(raw)}” có lời ghi kèm số. Có phải ${values.map((one) => n(one)).join(' hay ')}? Đề nghị chỉ ghi số; hiện chưa được tính.`,
    'number-percent-format': ({ shown }, at) =>
      `${at}đang ở định dạng phần trăm (${shown}), ô này ghi số lượng. Đề nghị đổi định dạng ô, ghi lại số; hiện chưa được tính.`,
    'not-a-number': ({ raw, unit }, at) =>
      `${at}“${raw}” không phải là số. Đề nghị chỉ ghi chữ số${unit ? `, theo đơn vị tính ${unit}` : ''}; không phát sinh thì ghi “Không phát sinh”.`,
    estimate: ({ raw }, at) =>
      `${at}“${raw}” là số ước lượng. Đề nghị ghi số liệu chính xác, không ghi “khoảng”, “>”.`,
    'target-as-result': ({ raw }, at) =>
      `${at}“${raw}” là mức giao, không phải kết quả thực hiện. Đề nghị ghi kết quả.`,
    'numbers-apart': ({ values }, at) =>
      `${at}có nhiều số trong một ô (${values.map((one) => n(one)).join('; ')}): chỗ xuống dòng, gạch ngang hoặc chỉ số trên không nối thành một số. Đề nghị chỉ ghi một số; hiện chưa được tính.`,
    'struck-out': ({ raw }, at) =>
      `${at}“${raw}” bị gạch ngang hoặc ghi nhỏ lên trên. Còn dùng thì đề nghị bỏ gạch ngang, không dùng thì xóa và ghi lại; hiện chưa được tính.`,
    'figure-twice': ({ raw, other, at: cell }, at) =>
      `${at}“${raw}” ở cột Kết quả, “${other}” ở cột Tử (${cell}): chỉ tiêu này chỉ có một số. Đề nghị ghi số đúng ở cột Kết quả, xóa số ở cột Tử.`,
    'several-values': ({ raw }, at) => `${at}“${raw}” có nhiều giá trị. Một ô chỉ ghi một giá trị.`,
    dash: ({ raw }, at) =>
      `${at}dấu “${raw}” nghĩa là 0 hay chưa có số liệu? Đề nghị ghi rõ; hiện chưa được tính.`,
    'none-as-zero': ({ raw, denominator }, at) =>
      denominator === ''
        ? `${at}“${raw}” được hiểu là 0.`
        : `${at}“${raw}” được hiểu là 0 vì mẫu số là ${denominator}.`,
    'none-as-not-applicable': ({ raw }, at) =>
      `${at}“${raw}” được hiểu là không phát sinh, cả tử số và mẫu số.`,
    'none-undecided': ({ raw }, at) =>
      `${at}“${raw}” là 0 hay không phát sinh? Đề nghị ghi rõ; hiện chưa được tính.`,
    'formula-error': ({ error }, at) =>
      `${at}công thức bị lỗi ${error}. Đề nghị sửa công thức hoặc nhập số.`,
    'formula-without-value': (_, at) =>
      `${at}có công thức nhưng tệp không lưu kết quả. Đề nghị mở tệp bằng Excel, lưu lại, hoặc nhập số.`,
    'external-link': (_, at) =>
      `${at}lấy số từ tệp khác, có thể chưa cập nhật. Đề nghị dán giá trị.`,
    'date-as-figure': ({ date }, at) =>
      `${at}là ngày${date ? ` ${formatDate(date)}` : ' hoặc giờ'}, không phải số liệu. Đề nghị ghi lại số.`,
    blank: (_, at) =>
      `${at}chưa có số liệu, được coi là chưa báo cáo. Có phát sinh mà bằng 0 thì ghi 0; không phát sinh thì ghi “Không phát sinh”.`,
    'date-as-text': ({ raw, date }, at) =>
      `${at}đã chuyển “${raw}” thành ngày ${formatDate(date)}.`,
    'not-a-date': ({ raw }, at) =>
      `${at}“${raw}” không phải là ngày. Đề nghị ghi theo dạng 20/9/2024.`,
    'date-of-another-year': ({ date, likely }, at) =>
      `${at}ngày hiểu là ${formatDate(date)}${likely ? `. Có phải ${formatDate(likely)}?` : ', trước năm báo cáo. Có đúng năm không?'} Đề nghị ghi lại, hoặc giải trình nếu đúng năm; hiện chưa được tính.`,
    'status-in-own-words': ({ raw, state }, at) => `${at}đã hiểu “${raw}” là “${state}”.`,
    'status-unknown': ({ raw, allowed }, at) =>
      `${at}“${raw}” không có trong danh sách. Đề nghị chọn: ${allowed}.`,
    'status-mark': ({ raw }, at) =>
      `${at}đã hiểu “${raw}” là Hoàn thành; đề nghị bổ sung số, ngày văn bản.`,
    'status-blank': ({ code }, at) =>
      `${at}nhiệm vụ ${code} chưa ghi tình trạng; được coi là chưa báo cáo.`,
    'ratio-without-parts': ({ given }, at) =>
      `${at}chỉ có tỷ lệ ${percent(given)}, không có tử số và mẫu số nên không đủ cơ sở tính. Đề nghị bổ sung.`,
    'form-row-blank': ({ row }, at) =>
      `${at}dòng “${row}” chưa ghi số liệu. Không có thì ghi 0, không để trống.`,
    'stamp-intact': ({ at, warnings, explained }) =>
      `Đơn vị đã kiểm tra biểu lúc ${formatMoment(at)} (${warnings} cảnh báo, ${explained} đã giải trình); từ đó số liệu không thay đổi.`,
    'stamp-changed': ({ at, cells }) =>
      `Số liệu đã thay đổi sau lần kiểm tra lúc ${formatMoment(at)}: ô ${cells.slice(0, 20).join(', ')}${cells.length > 20 ? ` và ${cells.length - 20} ô khác` : ''}. Đề nghị đơn vị kiểm tra lại biểu rồi nộp lại.`,
    'identity-restored': ({ agency, period }) =>
      `Biểu không còn mã biểu; căn cứ phần đầu biểu, đã hiểu là của ${agency}, kỳ ${period}.`,
    'agency-misspelt': ({ found, suggestion }, at) =>
      `${at}không có đơn vị “${found}”.${suggestion ? ` Có phải “${suggestion}”?` : ''} Đề nghị ghi đúng tên đơn vị.`,
    'agency-abbreviated': ({ found, agency }, at) => `${at}đã hiểu “${found}” là ${agency}.`,
    'agency-ambiguous': ({ found, agencies }, at) =>
      `${at}có nhiều đơn vị tên “${found}” (${agencies}). Đề nghị ghi rõ đơn vị.`,
    'other-window': ({ found, expected }, at) =>
      `${at}biểu ghi ${spanSaid(found)}; kỳ này lấy số liệu ${spanSaid(expected)}. Đề nghị kiểm tra lại.`,
    'month-as-date': ({ raw, year, month }, at) =>
      `${at}đã hiểu “${raw}” là tháng ${month}/${year}.`,
    'period-locked': ({ period }) =>
      `Kỳ ${period} đã khóa. Đề nghị liên hệ đơn vị tổng hợp để mở lại.`,
    'headings-skipped': ({ rows }) =>
      `Đã bỏ qua dòng tiêu đề, dòng tổng tự thêm (hàng ${shortList(rows)}).`,
    'rows-reordered': ({ codes }) =>
      `Đã đối chiếu theo mã dòng vì thứ tự khác biểu mẫu (${codes}).`,
    'column-renamed': ({ found, column }) => `Đã nhận cột “${found}” là “${column}”.`,
    realigned: ({ drifts }) =>
      `Biểu đã bị thay đổi bố cục; đã đối chiếu lại theo mã và tiêu đề: ${drifts.map(drift).join(', ')}.`,
    'cells-shifted': ({ count }, at) =>
      `${at}có ${count} số liệu nằm ở dòng không nhập số, cả cột có thể bị lệch hàng. Đề nghị đặt lại đúng dòng; chưa số nào của cột này được tính.`,
    'sheet-copy-set-aside': ({ form, other }) =>
      `Trang tính “${other}” trùng hoặc chưa nhập, cũng là ${form}; đã dùng trang tính có số liệu.`,
    'hidden-figures': ({ rows, columns, isSheetHidden }, at) =>
      `${at}${[
        isSheetHidden ? 'trang tính đang bị ẩn' : '',
        rows.length > 0 ? `có số liệu ở ${rows.length} hàng ẩn (hàng ${shortList(rows)})` : '',
        columns ? `có số liệu ở cột ẩn (${columns})` : '',
      ]
        .filter(Boolean)
        .join('; ')}. Hiện chưa được tính; nếu cần tính, đề nghị bỏ ẩn rồi nộp lại.`,
    'text-legacy': ({ encoding, raw, text, count }) =>
      `Đã chuyển mã ${encoding} sang Unicode ở ${n(count)} ô: “${cut(raw)}” là “${cut(text)}”.`,
    'text-decomposed': ({ count }) =>
      `Đã chuẩn hóa bảng mã chữ Việt ở ${n(count)} ô; nội dung không đổi.`,
    'text-tone': ({ found, text }) => `“${cut(found)}” và “${cut(text)}” được coi là như nhau.`,
    'text-tidied': ({ text, count }) =>
      `Đã chuẩn hóa khoảng trắng, gạch nối ở ${n(count)} ô: “${cut(text)}”.`,
    'text-like-formula': ({ raw }, at) =>
      `${at}“${raw}” được giữ nguyên là chữ, không dùng làm công thức.`,
    'stt-mangled': ({ found, expected }, at) =>
      `${at}số thứ tự “${expected}” đã thành “${found}”; đã nhận diện dòng theo mã, không theo STT.`,
    'form-line-edited': ({ found, expected }, at) =>
      `${at}dòng này của biểu không được sửa (ghi “${cut(found)}”); biểu đã phát hành ghi “${cut(expected)}”. Đề nghị kiểm tra số liệu có theo đúng nội dung đã phát hành không.`,
    'plan-column-edited': ({ column, found, expected }, at) =>
      `${at}cột “${column}” không được sửa (ghi “${cut(found)}”); phần mềm dùng “${cut(expected)}” theo kế hoạch.`,
    'percent-as-text': ({ raw, value }, at) => `${at}đã chuyển “${raw}” thành ${n(value)}.`,
    'percent-as-fraction': ({ raw, first, second }, at) =>
      `${at}“${raw.replace('.', ',')}” là ${percent(first)} hay ${percent(second)}? Đề nghị ghi lại cho rõ; hiện chưa được tính.`,
    'date-swapped': ({ date, swapped }, at) =>
      `${at}ngày hiểu là ${formatDate(date)}. Có phải ${formatDate(swapped)}? Đề nghị ghi lại cho rõ; hiện chưa được tính.`,
    'rule-fault': ({ rule, detail }) =>
      `Phần mềm không kiểm tra được một nội dung của biểu; các nội dung khác vẫn được kiểm tra. Đề nghị báo bộ phận hỗ trợ (mã: ${rule}; ${detail}).`,
    'form-blank': ({ count }) =>
      `Biểu trống: chưa nhập số liệu nào (${n(count)} ô, dòng còn trống), nên đơn vị coi như chưa báo cáo. Đề nghị nhập số liệu rồi nộp lại; nếu trong kỳ không có gì để báo cáo thì ghi “Không phát sinh” hoặc nêu lý do ở cột Ghi chú.`,
    'far-from-own-history': ({ value, low, high, periods }, at) =>
      `${at}${n(value)} khác nhiều so với ${periods} kỳ trước (từ ${n(low)} đến ${n(high)}). Đề nghị kiểm tra hoặc giải trình.`,
    'completion-taken-back': ({ raw, period }, at) =>
      `${at}kỳ ${periodInSentence(periodOf(period))} đã báo cáo hoàn thành, kỳ này ghi “${raw}”; vẫn được tính là đã hoàn thành. Đề nghị kiểm tra hoặc giải trình.`,
    'far-from-peers': ({ value, low, high, agencies }, at) =>
      `${at}${percent(value)} khác nhiều so với ${agencies} đơn vị cùng cấp (thường từ ${percent(low)} đến ${percent(high)}). Đề nghị kiểm tra hoặc giải trình.`,
    'plan-fault-no-sheet': ({ sheet }) =>
      `Sổ làm việc thiếu trang tính “${sheet}” của kế hoạch. Vui lòng khôi phục tên trang tính.`,
    'plan-fault-no-column': ({ column }) => `Thiếu cột: ${column}. Vui lòng khôi phục tiêu đề cột.`,
    'plan-fault-no-item': ({ item }) => `Thiếu mục “${item}”. Vui lòng ghi lại mục này.`,
    'plan-fault-newer-format': () =>
      'Kế hoạch do phiên bản phần mềm mới hơn tạo ra nên chưa đọc được. Vui lòng cập nhật phần mềm.',
    'plan-fault-bad-cell': ({ found, expected }, at) =>
      found === ''
        ? `${at}chưa ghi; cần ghi: ${expected}.`
        : `${at}“${found}” không hợp lệ; cần ghi: ${expected}.`,
    'plan-fault-empty': (_, at) => `${at}chưa ghi. Vui lòng ghi nội dung.`,
    'plan-fault-formula': ({ formula }, at) =>
      `${at}có công thức “=${formula}” trong ô chữ. Vui lòng ghi nội dung, không dùng công thức.`,
    'plan-fault-duplicate-code': ({ code, first }, at) =>
      `${at}mã “${code}” đã có ở ${first}. Vui lòng mỗi dòng một mã.`,
    'plan-fault-unknown-agency': ({ found, suggestion }, at) =>
      `${at}không có đơn vị “${found}” trong trang tính Đơn vị.${suggestion ? ` Có phải: ${suggestion}?` : ''} Vui lòng ghi mã đơn vị.`,
    'plan-fault-unknown-indicator': ({ code }, at) =>
      `${at}không có chỉ tiêu “${code}” trong trang tính Chỉ tiêu.`,
    'plan-fault-unknown-row': ({ code, table }, at) =>
      `${at}không có dòng mã “${code}” trong trang tính ${table}.`,
    'plan-fault-form-incomplete': ({ code }, at) =>
      `${at}biểu “${code}” cần một dòng “Biểu” có tên, ít nhất một “Cột” và một “Dòng”.`,
    'plan-fault-unknown-column': ({ code }, at) => `${at}biểu không có cột “${code}”.`,
    'plan-fault-column-undefined': ({ code }, at) =>
      `${at}cột “${code}” tính theo công thức nhưng chưa có ràng buộc dạng “${code} = …” từ các cột nhập.`,
    'plan-form-basis-ended': ({ form, document, until, followedBy }, at) =>
      `${at}biểu ${form} theo ${document}, có hiệu lực đến ${formatDate(until)}; sau đó áp dụng ${followedBy}, phần mềm chưa có biểu mới. Đề nghị đối chiếu, nhập biểu mới vào trang tính Biểu thống kê nếu khác.`,
    'plan-document-open': ({ found }, at) =>
      `${at}văn bản chưa có đủ số và ngày ban hành${found ? ` (“${found}”)` : ''}. Đề nghị ghi khi ban hành.`,
    'plan-scope-open': ({ found }, at) =>
      `${at}“${found}” là của từng đơn vị, nhưng đang xét số chung của các đơn vị. Mỗi đơn vị phải tự đạt thì đề nghị ghi Phạm vi là Từng đơn vị; đúng là số chung thì xác nhận.`,
    'plan-year-open': ({ found }, at) =>
      `${at}mức “${found}” của chỉ tiêu cộng dồn trong năm đang được so với số của từng kỳ. Là mức của cả năm thì đề nghị ghi Cách đánh giá là Cuối năm; đúng là mức của mỗi kỳ thì xác nhận.`,
    'plan-rate-added': ({ found, over }, at) =>
      over === 'agencies'
        ? `${at}“${found}” không cộng được: số của các đơn vị đang cộng lại thành số chung. Đề nghị chọn Cộng theo đơn vị (Từng đơn vị, Lớn nhất, Nhỏ nhất, Số của đơn vị chủ trì) hoặc ghi tử số, mẫu số; đúng là cộng thì xác nhận.`
        : `${at}“${found}” không cộng được: số của các kỳ đang cộng lại. Đề nghị chọn Cách cộng qua các kỳ là Số cuối kỳ hoặc ghi tử số, mẫu số; đúng là cộng thì xác nhận.`,
    'plan-operator-contradicts': ({ found }, at) =>
      `${at}“${found}” trái với câu chỉ tiêu (thời gian cần giảm thì mức phải là tối đa). Đề nghị xác nhận trước khi đánh giá đạt, không đạt.`,
    'plan-target-no-figure': ({ found }, at) =>
      `${at}“${found}” chưa có con số để đánh giá. Đề nghị ghi cột So sánh và cột Mức, rồi xác nhận.`,
    'plan-operator-not-written': ({ found, value, operator }, at) =>
      `${at}“${found}” không ghi tối thiểu hay tối đa; tạm hiểu là ${{ '>=': 'tối thiểu', '>': 'trên', '=': 'bằng' }[operator]} ${n(value)}. Đề nghị xác nhận.`,
    'plan-target-unconfirmed': ({ found }, at) =>
      `${at}mức giao “${found}” chưa được xác nhận nên chưa dùng để đánh giá đạt, không đạt.`,
    'plan-increase-without-base': (_, at) =>
      `${at}chỉ yêu cầu “tăng” mà không có mức; cần có số liệu kỳ trước đầy đủ để so sánh.`,
    'plan-target-not-asked': ({ found, count }, at) =>
      `${at}có mức giao cho ${count === 1 ? found : `${count} đơn vị (như ${found})`} nhưng không được giao điền chỉ tiêu này nên không bao giờ được đánh giá. Đề nghị thêm vào cột Đơn vị điền số liệu, hoặc bỏ mức giao.`,
    'plan-level-without-agency': ({ level }, at) =>
      `${at}có mức giao cho cấp ${LEVEL[level]} nhưng không đơn vị nào của cấp này được giao chỉ tiêu.`,
    'plan-small-denominator': ({ value, count, needed }, at) =>
      `${at}${n(value)}% của ${count} đơn vị không phải số nguyên: phải đạt ít nhất ${needed}/${count}.`,
    'plan-no-target': ({ found }, at) =>
      found === undefined
        ? `${at}chỉ tiêu chưa có mức giao nên không đánh giá đạt, không đạt.`
        : `${at}mức giao “${found}” trong phụ lục chưa hiểu được nên chưa đánh giá đạt, không đạt.`,
    'plan-indicator-linked': ({ other }, at) =>
      `${at}chỉ tiêu trùng với ${other}; số liệu hai dòng phải bằng nhau.`,
    'plan-indicator-twice': ({ other }, at) =>
      `${at}chỉ tiêu gần như trùng với ${other}. Nếu là một, đề nghị ghi ${other} vào cột “Trùng với”.`,
    'plan-definition-proposed': ({ numerator, denominator, overTime }, at) =>
      `${at}phần mềm đề xuất tử số là “${numerator}”${denominator ? `, mẫu số là “${denominator}”` : ''}, qua các kỳ là “${overTime}”; cách tính khác thì đề nghị sửa ở trang tính Chỉ tiêu.`,
    'plan-no-lead': (_, at) => `${at}nhiệm vụ không có cơ quan chủ trì. Đề nghị chỉ định đầu mối.`,
    'plan-collective-lead': ({ found, count }, at) =>
      `${at}“${found}” được hiểu là ${count} đơn vị trong danh mục.`,
    'plan-agency-misspelt': ({ found, suggestion }, at) =>
      `${at}“${found}” có thể viết sai; gần nhất là “${suggestion}”.`,
    'plan-two-paths': ({ codes, above, below, example }, at) =>
      `${at}hai đường báo cáo (${codes.join(', ')}): ${above} đơn vị (như ${example}) và ${below} đơn vị trực thuộc cùng điền. Nếu số của cấp trên đã gồm cấp dưới thì tính hai lần: đề nghị chỉ để một cấp ở cột “Đơn vị điền số liệu” (từ giữa năm: thêm dòng cùng mã, có “Từ ngày”). Nếu mỗi cấp chỉ báo số riêng của mình, đề nghị bấm “Xác nhận”.`,
    'plan-agency-abolished': ({ agency, day, successor }, at) =>
      `${at}${agency} kết thúc hoạt động ngày ${formatDate(day)}, trước khi hết năm kế hoạch.${successor ? ` Đơn vị kế thừa: ${successor}.` : ''}`,
    'plan-deadline-year': ({ found, year }, at) =>
      `${at}thời hạn “${found}” không thuộc năm kế hoạch ${year}. Đề nghị xác nhận lại.`,
    'plan-deadline-outside-year': ({ found, year }, at) =>
      `${at}thời hạn “${found}” nằm ngoài năm kế hoạch ${year}; cần xác định có tính vào kết quả năm ${year} hay không.`,
    'plan-periodic-without-frequency': ({ found }, at) =>
      `${at}“${found}” chưa nêu tần suất. Đề nghị chọn tháng, quý, 6 tháng hoặc năm.`,
    'plan-no-deadline': ({ year }, at) =>
      `${at}nhiệm vụ không nêu thời hạn. Đề nghị chọn “Thường xuyên” hoặc một hạn trong năm ${year}.`,
    'plan-deadline-not-dated': ({ found }, at) =>
      `${at}“${found}” chưa rõ ngày đến hạn; chỉ theo dõi tình trạng, chưa tính quá hạn cho đến khi ghi ngày.`,
    'plan-before-day': ({ found, date }, at) =>
      `${at}“${found}” được hiểu là hạn cuối ngày ${formatDate(date)}.`,
    'plan-task-twice': ({ other }, at) =>
      `${at}nhiệm vụ gần như trùng với ${other} nhưng khác cơ quan chủ trì hoặc thời hạn. Đề nghị xác định một đầu mối.`,
    'plan-document-in-future': ({ number, date, issued }, at) =>
      `${at}${number} ghi ngày ${formatDate(date)}, sau ngày ban hành kế hoạch (${formatDate(issued)}). Đề nghị kiểm tra.`,
    'plan-document-two-dates': ({ number, first, second }, at) =>
      `${at}${number} ghi ngày ${formatDate(second)}, chỗ khác ghi ${formatDate(first)}. Đề nghị kiểm tra.`,
    'plan-cell-truncated': ({ found }, at) =>
      `${at}nội dung có vẻ bị cắt cụt: “…${found}”. Đề nghị bổ sung cho đủ.`,
    'plan-fault-identities-contradict': ({ form, columns }, at) =>
      `${at}các ràng buộc của biểu ${form} chỉ cùng đúng khi cột ${columns} bằng 0. Vui lòng sửa một ràng buộc.`,
    'plan-confirmation-open': ({ table, question }, at) =>
      `${at}chưa được xác nhận (trang tính ${table}): ${question}`,
    'plan-repeated-word': ({ found }, at) => `${at}lặp chữ “${found}”.`,
  },
  ownFiles: {
    'file-empty': () => 'Tệp rỗng (0 byte).',
    'file-encrypted': () => 'Tệp có mật khẩu. Vui lòng bỏ mật khẩu rồi chọn lại.',
    'file-damaged': () => 'Tệp bị hỏng hoặc tải về chưa đủ.',
    'file-too-large': ({ most, of }) =>
      `Tệp quá lớn (giới hạn ${n(most)} ${LIMITED[of]}). Vui lòng chép riêng phần cần dùng sang một tệp mới.`,
    'file-archive': () => 'Tệp nén (.rar, .7z) chưa mở được ở đây. Vui lòng giải nén trước.',
    'file-scan': () => 'Tệp PDF hoặc ảnh quét không đọc được. Vui lòng dùng tệp Excel.',
    'file-not-a-workbook': () => 'Tệp không phải bảng tính Excel.',
    'file-old-format': ({ format }) =>
      `Tệp ở định dạng ${format}, chưa đọc được. Vui lòng mở bằng Excel, chọn “Lưu thành” .xlsx rồi chọn lại.`,
  },
  refusals: {
    'ledger-newer-format': () =>
      'Sổ số liệu do phiên bản phần mềm mới hơn tạo ra nên chưa đọc được. Vui lòng cập nhật phần mềm.',
    'ledger-no-sheet': ({ sheet }) =>
      `Sổ làm việc thiếu trang tính “${sheet}” của sổ số liệu (có thể đã bị đổi tên). Vui lòng khôi phục tên trang tính.`,
    'ledger-no-column': ({ sheet, column }) => `Trang tính “${sheet}” thiếu cột: ${column}.`,
    'ledger-bad-cell': ({ sheet, cell, found, expected }) =>
      `Trang tính “${sheet}”, ô ${cell}: “${found}” không hợp lệ; cần ghi: ${expected}.`,
    'unknown-plan': ({ id, allowed }) =>
      `Không có kế hoạch “${id}”. Các kế hoạch có sẵn: ${allowed}.`,
    'unknown-period': ({ found, grammar }) =>
      `“${found}” không phải là kỳ báo cáo. Cách ghi: ${grammar}.`,
    'period-not-scheduled': ({ found, allowed }) =>
      `Kế hoạch không có kỳ báo cáo “${found}”. Các kỳ của kế hoạch: ${allowed}.`,
    'period-not-tiled': ({ found, allowed }) =>
      `Không tổng hợp được kỳ “${found}” từ các kỳ báo cáo của kế hoạch. Các kỳ của kế hoạch: ${allowed}.`,
    'unknown-agency': ({ code }) =>
      `Không có đơn vị mã “${code}” trong danh mục đơn vị của kế hoạch.`,
    'agency-not-reporting': ({ code, period }) =>
      `Đơn vị “${code}” không phải báo cáo kỳ ${period}.`,
    'plan-file-no-plan': ({ file, sheets }) =>
      `“${file}” không phải tệp kế hoạch (không có trang tính nào trong số: ${sheets}). Vui lòng chọn đúng tệp kế hoạch.`,
    'plan-file-unreadable': ({ file, reason }) => `Không đọc được kế hoạch “${file}”: ${reason}`,
    'ledger-file-unreadable': ({ file, reason }) =>
      `Không đọc được sổ số liệu “${file}”: ${reason}`,
    'ledger-of-other-plan': ({ found, expected }) =>
      `Sổ số liệu thuộc kế hoạch “${found}”, không phải “${expected}”.`,
    'ledger-is-desk': ({ file }) =>
      `“${file}” là sổ làm việc của ngăn tác vụ (có kế hoạch và các bảng), không phải sổ của dòng lệnh. Vui lòng tiếp nhận, tổng hợp sổ này trong Excel; với --ledger, dùng một tên tệp khác; để chỉ đọc số liệu đã có, dùng so-so-lieu.xlsx trong bản lưu trữ kỳ.`,
    'ledger-file-none': ({ file }) =>
      `“${file}” không phải sổ số liệu do lệnh tonghop ghi. Vui lòng chọn đúng tệp sổ.`,
    'ledger-holds-more': ({ path, found, more }) =>
      `Sổ “${path}” còn có nội dung khác (${found}${Number(more) > 0 ? `; và ${more} chỗ khác` : ''}); tiếp nhận thì lệnh ghi lại cả tệp và phần đó sẽ mất, nên lệnh chưa ghi gì. Vui lòng chuyển phần đó sang tệp khác rồi chạy lại; không có --in thì sổ chỉ được đọc.`,
    'no-plan-in-workbook': () =>
      'Sổ làm việc này chưa có kế hoạch. Vui lòng chọn một kế hoạch có sẵn.',
    'appendix-file-unreadable': ({ file, reason }) => `Không đọc được phụ lục “${file}”: ${reason}`,
    'appendix-word-macros': () =>
      'Tệp Word có macro nên không được đọc. Vui lòng lưu thành .docx (không macro) rồi đọc lại.',
    'appendix-word-no-table': () =>
      'Tệp Word không có bảng nào. Vui lòng chọn văn bản có phụ lục dạng bảng, hoặc chép bảng sang Excel.',
    'appendix-no-table': () =>
      'Không thấy bảng nào của phụ lục. Bảng cần có tiêu đề cột như “Nhiệm vụ”, “Cơ quan chủ trì”, “Thời gian hoàn thành” hoặc “Chỉ tiêu”, “Đơn vị tính”, “Chỉ tiêu năm …”.',
    'appendix-too-large': ({ cells, most }) =>
      `Trang tính có ${n(Number(cells))} ô, quá lớn so với một phụ lục (tối đa ${n(Number(most))}). Vui lòng chép riêng bảng phụ lục sang một trang tính mới.`,
    'appendix-too-long': ({ letters, most }) =>
      `Các ô của tệp có ${n(Number(letters))} chữ, quá dài so với một phụ lục (tối đa ${n(Number(most))}). Vui lòng chép riêng bảng phụ lục sang một trang tính mới.`,
    'appendix-no-year': () =>
      'Phụ lục không nêu năm của kế hoạch. Vui lòng ghi năm vào tiêu đề phụ lục (“… năm 2026”), hoặc cho biết ở ô “Năm kế hoạch” (dòng lệnh: --year).',
    'unknown-province': ({ found }) =>
      `Không có tỉnh, thành phố “${found}” trong danh mục của thời điểm đó. Cách ghi: mã tỉnh, dấu hai chấm, rồi truoc, sau hoặc 2025 (86:sau).`,
    'reading-settled': ({ cell }) =>
      `Ô ${cell} đã có người chọn số liệu. Vui lòng bấm “Đọc lại sổ làm việc”.`,
    'period-is-locked': ({ period }) =>
      `Kỳ ${period} đã khóa. Muốn thay đổi số liệu, vui lòng bấm “Mở lại kỳ” trước (bước Khóa).`,
    'lock-holds-nothing': ({ period }) =>
      `Kỳ ${period} chưa có bản nộp nào được tiếp nhận, khóa lại thì không đơn vị nào nộp được nữa.`,
    'lock-closes-ahead': ({ period, periods }) =>
      `Khóa kỳ ${period} sẽ đóng cả ${periods}, là kỳ chưa bắt đầu.`,
    'locked-by-itself': ({ period, months }) =>
      `Kỳ ${period} không bị khóa chung: ${months} được khóa riêng, nên vẫn giữ khóa. Muốn mở, vui lòng chọn từng kỳ đó rồi bấm “Mở lại kỳ”.`,
    'version-settled': ({ submission }) =>
      `Bản nộp ${submission} đã được quyết định. Vui lòng bấm “Đọc lại sổ làm việc”.`,
    'reason-missing': () => 'Vui lòng ghi lý do và họ tên người thực hiện.',
    'figure-not-asked': ({ code, agency }) =>
      `Đơn vị ${agency} không được giao ${code} trong kỳ này.`,
    'figure-not-whole': ({ found }) =>
      `“${found}” không hợp lệ. Vui lòng nhập số không âm; số đếm (hồ sơ, văn bản…) phải là số nguyên.`,
    'figure-too-large': ({ numerator, denominator }) =>
      `Tử số ${numerator} lớn hơn mẫu số ${denominator}.`,
    'figure-breaks-identity': ({ identity, left, right }) =>
      `Các cột chưa khớp: ${identity} (${n(Number(left))} và ${n(Number(right))}). Vui lòng kiểm tra lại.`,
    'date-in-future': ({ date }) =>
      `Ngày hoàn thành ${date} sau ngày hôm nay. Vui lòng kiểm tra lại.`,
    'date-missing': () => 'Nhiệm vụ đã hoàn thành: vui lòng ghi ngày hoàn thành.',
    'reading-too-large': ({ numerator, denominator }) =>
      `Không ghi được: hiểu như vậy thì tử số (${n(Number(numerator))}) lớn hơn mẫu số (${n(Number(denominator))}). Vui lòng trả lại để đơn vị sửa.`,
    'table-columns-moved': ({ sheet, column }) =>
      `Trang tính “${sheet}”: bảng bị chèn hoặc xóa cột từ cột ${column}. Vui lòng chuyển cột riêng sang bên phải bảng (hoặc khôi phục cột đã xóa) rồi làm lại. Chưa ghi gì.`,
    'table-has-no-room': ({ sheet, column }) =>
      `Trang tính “${sheet}”: bảng nay rộng đến cột ${column}, nơi đang có nội dung riêng. Vui lòng chuyển nội dung đó sang bên phải cột ${column} rồi làm lại; chưa có gì được ghi.`,
    'sheet-is-filtered': ({ sheet }) =>
      `Trang tính “${sheet}” đang lọc dữ liệu: ghi lúc này thì số liệu vào sai dòng. Vui lòng bỏ lọc (thẻ Dữ liệu, nút Xóa cạnh nút Lọc) rồi làm lại; chưa có gì được ghi.`,
    'sheet-not-as-written': ({ sheet }) =>
      `Trang tính “${sheet}” bị lọc trong lúc ghi nên có dòng không đúng. Đề nghị không dùng trang này: vui lòng bỏ lọc (thẻ Dữ liệu, nút Xóa cạnh nút Lọc), xem trang đã như trước chưa, rồi làm lại việc vừa làm.`,
    'filter-not-told': ({ sheet }) =>
      `Trang tính “${sheet}”: Excel không cho biết điều kiện lọc nên phần mềm không bỏ lọc rồi lọc lại thay được. Vui lòng bỏ lọc (thẻ Dữ liệu, nút Xóa cạnh nút Lọc) rồi làm lại; chưa có gì được ghi.`,
    'filter-not-put-back': ({ sheets }) =>
      `Chưa đặt lại được điều kiện lọc ở trang tính “${sheets}”; số liệu không bị ảnh hưởng. Vui lòng lọc lại (thẻ Dữ liệu, nút Lọc).`,
    'table-over-ours': ({ sheet, table }) =>
      `Trang tính “${sheet}”: trên bảng của phần mềm có một bảng riêng của Excel (“${table}”). Vui lòng chuyển bảng đó thành vùng thường (thẻ Thiết kế bảng, nút Chuyển đổi thành Dải ô) rồi làm lại; chưa có gì được ghi.`,
    'workbook-read-only': () =>
      'Sổ đang mở ở chế độ chỉ đọc nên không lưu được. Vui lòng bấm “Bật Chỉnh sửa” ở thanh màu vàng phía trên trang tính (hoặc “Chỉnh sửa Sổ làm việc” trên web), hoặc lưu thành bản khác (Tệp, Lưu Như) và làm trên bản đó; chưa có gì được ghi.',
    'workbook-old-format': ({ name }) =>
      `Sổ “${name}” ở định dạng Excel 97-2003 (.xls): trang tính chỉ có 65.536 dòng, 256 cột và không giữ được các công thức của bảng. Vui lòng chuyển sang .xlsx (Tệp, Thông tin, Chuyển đổi; hoặc Lưu Như, Sổ làm việc Excel), mở lại rồi làm tiếp; chưa có gì được ghi.`,
    'workbook-counts-from-1904': () =>
      'Sổ này đếm ngày từ năm 1904 (tùy chọn của Excel cho Mac đời cũ), nên ngày đọc ra, ghi vào sẽ lệch bốn năm. Vui lòng làm trên tệp biểu hoặc sổ do phần mềm tạo; hoặc bỏ chọn “Dùng hệ thống ngày 1904” (Tệp, Tùy chọn, Nâng cao) rồi kiểm tra lại các ngày đã nhập; chưa có gì được ghi.',
    'workbook-keeps-shown': () =>
      'Sổ đang đặt “độ chính xác như được hiển thị”: số ghi vào bị làm tròn theo cách hiển thị, nên các tổng sẽ sai. Vui lòng bỏ chọn “Đặt độ chính xác như được hiển thị” (Tệp, Tùy chọn, Nâng cao, Khi tính toán sổ làm việc này) rồi làm lại; chưa có gì được ghi.',
    'workbook-structure-protected': ({ sheets, note }) => {
      const why = sheets
        ? `, mà sổ chưa có: ${sheets}`
        : note
          ? `, mà cạnh dòng sẽ bị bỏ (${note}) có ghi chú của người dùng`
          : '';
      return `Cấu trúc sổ đang được bảo vệ nên không thêm, bớt trang tính được${why}. Vui lòng bỏ bảo vệ (thẻ Xem lại, nút Bảo vệ Sổ làm việc) rồi làm lại; chưa có gì được ghi.`;
    },
    'sheet-is-protected': ({ sheet }) =>
      `Trang tính “${sheet}” đang được bảo vệ. Vui lòng bỏ bảo vệ trang tính này (thẻ Xem lại, nút Bỏ bảo vệ Trang tính) rồi làm lại; chưa có gì được ghi.`,
    'sheet-has-password': ({ sheet }) =>
      `Trang tính “${sheet}” được bảo vệ bằng mật khẩu nên phần mềm không mở được. Đề nghị người đặt mật khẩu bỏ bảo vệ trang tính này (thẻ Xem lại, nút Bỏ bảo vệ Trang tính) rồi làm lại; chưa có gì được ghi.`,
    'sheet-is-hidden': ({ sheet }) =>
      `Trang tính “${sheet}” đang ẩn nên không đến ô được. Vui lòng bỏ ẩn (bấm chuột phải vào tên một trang tính, Bỏ ẩn) rồi bấm lại; trang tính không có trong danh sách đó do người lập sổ ẩn bằng lập trình.`,
    'cell-not-taken': ({ sheet, cell }) =>
      `Excel không nhận nội dung ghi vào ô ${cell} của trang tính “${sheet}” (ô được gộp, hoặc có định dạng, quy tắc riêng). Các ô giữ nguyên như trước; vui lòng kiểm tra ô đó rồi làm lại.`,
    'cell-written-since': ({ sheet, cell }) =>
      `Chưa hoàn tác: ô ${cell} của trang tính “${sheet}” đã được sửa sau lần ghi này. Các ô giữ nguyên như hiện nay.`,
    'cell-moved-since': ({ sheet, cell }) =>
      `Chưa hoàn tác: trên trang tính “${sheet}” dòng, cột đã được chèn, xóa hoặc sắp xếp, nên không rõ ô ${cell} lúc ghi nay là ô nào. Các ô giữ nguyên như hiện nay; vui lòng sửa tay các ô đã điền.`,
    'calculation-pending': () =>
      'Excel đang đặt tính thủ công và chưa tính xong, nên các tổng trong sổ chưa phải của số liệu hiện có. Vui lòng nhấn F9 (hoặc thẻ Công thức, Tùy chọn tính toán, Tự động), chờ tính xong rồi làm lại.',
    'sheet-written-meanwhile': ({ sheets }) =>
      `Trong lúc ghi, người khác đã ghi trang ${sheets}; số liệu của họ được giữ nguyên, lần ghi này đã được rút lại. Vui lòng bấm “Đọc lại sổ làm việc” rồi làm lại.`,
    'entered-while-locking': ({ submission }) =>
      `Chưa khóa: trong lúc khóa, một cửa sổ khác vừa ghi thêm ${submission} nên bảng khóa sẽ thiếu bản này. Vui lòng xem lại rồi bấm “Khóa kỳ” lần nữa.`,
    'plan-changed-meanwhile': () =>
      'Trong lúc kiểm tra, kế hoạch trong sổ đã được sửa, nên kết quả kiểm tra không còn đúng; chưa có gì được tiếp nhận. Vui lòng bấm “Đọc lại sổ làm việc” rồi chọn lại các tệp.',
    'sheet-written-since': ({ sheets }) =>
      `Chưa hoàn tác: sau lần ghi này, người khác đã ghi lại trang tính ${sheets}. Sổ giữ nguyên như hiện nay; vui lòng bấm “Đọc lại sổ làm việc”.`,
    'undo-changed-since': ({ submission }) =>
      `Chưa hoàn tác: bản nộp ${submission} đã được sửa ở một cửa sổ khác sau lần ghi này. Sổ giữ nguyên như hiện nay; vui lòng bấm “Đọc lại sổ làm việc”.`,
    'undo-version-since': ({ submission, who, at }) =>
      `Chưa hoàn tác: sau lần ghi này đã có thêm ${submission} (${byAndAt(who, at)}). Sổ giữ nguyên như hiện nay; vui lòng xử lý bản đó trước, hoặc dùng “Trả lại”, “Nhập hộ, điều chỉnh”.`,
    'undo-decided-since': ({ submission, who, at }) =>
      `Chưa hoàn tác: sau lần ghi này đã có quyết định về ${submission} (${byAndAt(who, at)}). Sổ giữ nguyên như hiện nay; vui lòng trao đổi với người quyết định.`,
    'undo-period-since': ({ period, who, at }) =>
      `Chưa hoàn tác: kỳ ${period} đã được chốt, khóa hoặc mở lại sau lần ghi này (${byAndAt(who, at)}). Sổ giữ nguyên như hiện nay; nếu vẫn cần, vui lòng dùng “Khóa kỳ”, “Mở lại kỳ”.`,
    'undo-gone': () =>
      'Việc này đã được hoàn tác hoặc không còn trong sổ làm việc; sổ giữ nguyên như hiện nay.',
    'undo-keeps-lock': ({ period }) =>
      `Chưa hoàn tác: bảng đã khóa của kỳ ${period} được giữ làm bằng chứng. Nếu cần sửa, vui lòng dùng “Mở lại kỳ”.`,
    'undo-keeps-tables': ({ period }) =>
      `Không có số liệu nào để hoàn tác: bảng của kỳ ${period} chỉ được lập từ sổ số liệu. Nếu cần bảng khác, vui lòng bấm “Tổng hợp”.`,
    'layout-own-sheet': ({ sheet }) =>
      `“${sheet}” là trang tính do phần mềm ghi. Vui lòng mở trang tính biểu của đơn vị rồi bấm lại.`,
    'layout-no-table': ({ sheet }) =>
      `Trang tính “${sheet}” không có bảng theo chỉ tiêu, nhiệm vụ hoặc đơn vị của kế hoạch. Vui lòng ghi mã chỉ tiêu vào bảng, hoặc chọn từng ô.`,
    'layout-cell-not-identified': ({ sheet, cell }) =>
      `Không liên kết được ô ${cell} của “${sheet}”: cần một nhãn ở bên trái và một tiêu đề ở phía trên không trùng với dòng, cột khác.`,
    'layout-none-bound': () =>
      'Chưa có ô nào được liên kết. Vui lòng mở trang tính biểu rồi bấm “Liên kết biểu sẵn có”.',
    'layout-table-unreadable': ({ sheet, cell, found, heading }) =>
      `Trang tính “${sheet}”, ô ${cell}: không hiểu “${found}” ở cột “${heading}”. Vui lòng sửa hoặc xóa dòng này rồi làm lại.`,
    'layout-report-not-current': ({ period }) =>
      `Các bảng tổng hợp ${period} chưa có trong sổ làm việc hoặc đã cũ so với sổ số liệu. Vui lòng bấm “Tổng hợp” trước.`,
    'layout-changed': ({ cell, sheet }) =>
      `Ô ${cell} của “${sheet}” vừa thay đổi so với lúc xem trước; chưa ghi gì. Vui lòng xem trước lại.`,
    'layout-written-meanwhile': ({ cell, sheet }) =>
      `Trong lúc điền, một cửa sổ khác vừa điền biểu hoặc lập lại bảng tổng hợp: ô ${cell} của “${sheet}” không còn là số của lần điền này. Vui lòng xem trước rồi điền lại.`,
    'register-lacks-agencies': ({ count, names }) =>
      `Danh mục này không có ${count} đơn vị đang được giao trong kế hoạch (${names}…). Chưa ghi gì; vui lòng sửa “Đơn vị điền số liệu” và “Đơn vị tổng hợp” trước.`,
    'unknown-form': ({ code, allowed }) =>
      `Không có biểu thống kê “${code}”. Các biểu có sẵn: ${allowed}.`,
    'ledger-figure-edited': ({ submission, code, measure, found, raw, as }) =>
      `${code}, ${measure} của bản nộp ${submission} đang ghi “${found}”${as === 'text' ? ' dạng chữ' : ''}, khác lúc tiếp nhận (tệp ghi “${raw}”): không được tính.`,
    'ledger-row-edited': ({ submission, code, found }) =>
      `dòng ${code} của bản nộp ${submission} đã bị sửa mã (nay ghi “${found}”): không được tính.`,
    'ledger-submission-edited': ({ submission, column, found }) =>
      `bản nộp ${submission}: cột “${column}” đang ghi “${found}”, khác lúc tiếp nhận: cả bản nộp không được tính.`,
    'ledger-figure-unlike-typed': ({ submission, code, measure, found, raw }) =>
      `${code}, ${measure} của bản nộp ${submission} đang tính “${found}” trong khi tệp ghi “${raw}”. Vui lòng đối chiếu với tệp.`,
    'ledger-decision-unreadable': ({ submission, found }) =>
      `không đọc được quyết định “${found}” về bản nộp ${submission}; được hiểu là Trả lại. Vui lòng ghi lại “Chấp nhận” hoặc “Trả lại”.`,
    'ledger-decision-of-nothing': ({ found }) =>
      `không có bản nộp “${found}” nên quyết định này không có hiệu lực. Vui lòng ghi lại mã bản nộp.`,
    'ledger-act-unreadable': ({ period, found }) =>
      `không đọc được trạng thái “${found}” của kỳ ${period}; được hiểu là Đã khóa. Vui lòng ghi lại trạng thái.`,
    'ledger-act-of-nothing': ({ found }) =>
      `không đọc được kỳ “${found}” nên dòng này không có hiệu lực. Vui lòng ghi lại kỳ, như 2024-03 hoặc 2024-Q1.`,
    'ledger-act-changed': ({ period, found }) =>
      `dòng này của kỳ ${period} đang ghi “${found}”, khác lúc ghi; kỳ vẫn được coi là đã khóa. Muốn mở, vui lòng bấm “Mở lại kỳ” (bước Khóa).`,
    'ledger-lock-lost': ({ period }) =>
      `không còn dòng khóa của kỳ ${period}, nhưng bảng hoặc số liệu đã khóa của kỳ này vẫn còn: kỳ vẫn được coi là đã khóa, không nhận thêm gì. Muốn mở, vui lòng bấm “Mở lại kỳ” (bước Khóa).`,
    'ledger-cell-unreadable': ({ column, found, expected }) =>
      `cột “${column}” ghi “${cut(String(found))}”, không đọc được nên ô này không được dùng. Vui lòng ghi lại (${expected}).`,
    'ledger-signed-edited': ({ period, code, found }) =>
      `số liệu đã khóa của ${code}, kỳ ${period} đang ghi “${found}”, khác lúc khóa: không dùng để đối chiếu. Vui lòng xem bảng đã khóa.`,
    'edits-ways-out': () =>
      'Cách xử lý chỗ sửa tay: nộp lại đúng tệp đã nộp; lấy lại từ bản lưu trữ; hoặc chấp nhận là điều chỉnh, kèm lý do (trong ngăn tác vụ). Ghi lại như cũ vào ô cũng được.',
    'doubt-changed': ({ sheet, row }) =>
      `Dòng ${row} của trang tính “${sheet}” đã thay đổi sau lần kiểm tra kế hoạch; chưa xác nhận gì. Vui lòng bấm “Kiểm tra kế hoạch” rồi xem lại.`,
    'edit-not-here': ({ submission }) =>
      `Bản nộp ${submission} không còn gì bị sửa tay. Vui lòng bấm “Đọc lại sổ làm việc”.`,
    'edit-no-source': () =>
      'Bản lưu trữ này không có bản nộp nào bị sửa tay trong sổ số liệu. Vui lòng chọn bản lưu trữ của đúng kỳ.',
    'edit-not-a-figure': ({ code, found }) =>
      `${code} đang ghi “${found}”, không dùng làm số liệu được. Vui lòng lấy lại từ tệp hoặc bản lưu trữ.`,
    'ledger-json-bad': ({ place }) =>
      `Tệp này không phải sổ số liệu do phần mềm xuất ra (sai ở: ${place}). Vui lòng chọn lại tệp.`,
    'report-missing': ({ sheet, period }) =>
      `Chưa có bảng “${sheet}” trong sổ làm việc. Vui lòng bấm “Tổng hợp” cho kỳ ${period} rồi làm lại.`,
    'report-differs': ({ sheet, cell, found, expected }) =>
      `Bảng “${sheet}”, ô ${cell} ghi “${found}”, theo sổ số liệu là “${expected}”. Vui lòng bấm “Tổng hợp” rồi làm lại.`,
    'archive-too-large': ({ limit }) =>
      `Bản lưu trữ vượt quá ${limit}. Vui lòng lưu trữ từng kỳ ngắn hơn (tháng, quý).`,
    'archive-not-one': () =>
      'Vui lòng chọn đúng một tệp lưu trữ “luu-tru-….zip” do phần mềm tạo, chưa giải nén hoặc sửa.',
    'archive-no-list': () =>
      'Bản lưu trữ thiếu hoặc hỏng tệp danh-muc.csv nên không kiểm tra được các tệp: chỉ xem, không khôi phục từ bản này. Vui lòng dùng bản lưu trữ còn nguyên vẹn.',
    'archive-file-changed': ({ path }) =>
      `“${path}” đã bị sửa sau khi lưu trữ (không khớp danh mục).`,
    'archive-file-damaged': ({ path }) => `“${path}” bị hỏng, không đọc được.`,
    'archive-file-missing': ({ path }) => `Thiếu “${path}” có trong danh mục.`,
    'archive-file-unlisted': ({ path }) => `“${path}” không có trong danh mục của bản lưu trữ.`,
    'original-not-given': ({ file }) =>
      `Tệp đã chọn không phải (hoặc không có) tệp gốc “${file}”. Vui lòng chọn đúng tệp đã nhận hoặc bản lưu trữ của kỳ.`,
    'figure-sheet-gone': ({ file, sheet }) =>
      `Không mở được trang tính “${sheet}” của tệp “${file}”: tệp đã hỏng hoặc không còn trang này. Đề nghị chọn lại tệp gốc.`,
    'archive-original-absent': ({ submission, file }) =>
      `Bản nộp ${submission}: tệp gốc “${file}” không có trong bản lưu trữ.`,
    'import-file-unreadable': ({ file, reason }) => `Không đọc được “${file}”: ${reason}`,
    'import-nothing-found': ({ headings }) =>
      `Tệp không có sổ số liệu (trang tính “Bản nộp”, “Sổ số liệu”) và cũng không có bảng đủ các cột: ${headings}.`,
    'import-interrupted': ({ submission }) =>
      `bản nộp ${submission} ghi chưa xong trong tệp đó nên không nhập.`,
    'import-codes-unknown': ({ codes, count }) =>
      `${count} mã không có trong kế hoạch này, số liệu được giữ nhưng không vào bảng nào: ${codes}.`,
    'import-taken': ({ submission, what, there }) =>
      `${submission}: lấy ${mergedWhat(what)} của sổ số liệu kia (${there}).`,
    'import-contradicts': ({ submission, what, here, there }) =>
      `${submission}: hai sổ số liệu khác nhau về ${mergedWhat(what)}: sổ này ${here}; sổ kia ${there}. Chưa lấy bên nào; đề nghị hai người thống nhất rồi ghi lại.`,
    'import-code-renamed': ({ code, before, now }) =>
      `${code} trong tệp đó là “${cut(String(before))}”, trong kế hoạch này là “${cut(String(now))}”. Vui lòng xem có cùng một chỉ tiêu không.`,
    'import-agency-unknown': ({ found }) =>
      `“${found}” không có trong danh mục đơn vị của kế hoạch.`,
    'import-agency-ambiguous': ({ found, agencies }) =>
      `“${found}” chưa rõ là đơn vị nào (${agencies}). Vui lòng ghi mã đơn vị.`,
    'import-agency-contradicts': ({ found, other }) =>
      `mã đơn vị “${found}” và tên “${other}” là hai đơn vị khác nhau.`,
    'import-period-unused': ({ found, base }) =>
      `số liệu “${found}” của năm khác không được dùng ở đâu: cùng kỳ và kỳ trước được cộng từ từng ${base === 'month' ? 'tháng' : 'quý'} hoặc kỳ dài hơn. Đề nghị nhập số cả ${base === 'month' ? 'tháng' : 'quý'}.`,
    'import-year-unused': ({ found, before, year }) =>
      `số liệu “${found}” không được dùng ở đâu: báo cáo năm ${year} chỉ dùng số năm ${year} và cùng kỳ, kỳ trước của năm ${before}. Đề nghị bỏ dòng này hoặc sửa kỳ.`,
    'import-indicator-contradicts': ({ found, other, code }) =>
      `mã “${found}” và tên “${other}” là hai chỉ tiêu khác nhau (tên này là của ${code}).`,
    'import-indicator-unknown': ({ found }) =>
      `“${found}” không phải mã hay tên chỉ tiêu của kế hoạch.`,
    'import-indicator-ambiguous': ({ found, codes }) =>
      `“${cut(String(found))}” là tên của nhiều chỉ tiêu (${codes}). Vui lòng ghi mã chỉ tiêu.`,
    'import-row-twice': ({ cell }) => `đơn vị, kỳ và chỉ tiêu này đã có ở dòng của ô ${cell}.`,
    'import-no-figure': () => 'dòng không có số liệu nào.',
    'import-parts-missing': ({ code }) =>
      `${code} là tỷ lệ nên cần cả tử số và mẫu số; chỉ có kết quả thì không tổng hợp được.`,
    'word-template-macros': ({ file }) =>
      `Mẫu “${file}” có macro nên không dùng được. Vui lòng lưu lại dạng .docx rồi thử lại.`,
    'word-template-not-docx': ({ file }) =>
      `“${file}” không phải tệp Word .docx. Vui lòng mở bằng Word, chọn “Lưu thành” .docx rồi thử lại.`,
    'word-template-unreadable': ({ file, reason }) => `Không dùng được mẫu “${file}”: ${reason}`,
    'cli-file-missing': ({ path }) => `Không thấy tệp “${path}”. Vui lòng kiểm tra đường dẫn.`,
    'cli-folder-missing': ({ path }) =>
      `Không thấy thư mục “${path}”. Vui lòng kiểm tra đường dẫn.`,
    'cli-is-folder': ({ path }) => `“${path}” là thư mục, cần một tệp.`,
    'cli-is-file': ({ path }) => `“${path}” là tệp, cần một thư mục.`,
    'cli-cannot-write': ({ path, reason }) =>
      `Không ghi được “${path}” (${reason}). Vui lòng chọn nơi khác.`,
    'cli-would-overwrite': ({ path }) =>
      `“${path}” đã có và không phải tệp do lệnh này tạo, nên không ghi đè. Vui lòng chọn tên khác.`,
    'cli-same-file': ({ path }) =>
      `“${path}” được dùng hai lần trong lệnh. Vui lòng chọn tên khác cho tệp kết quả.`,
    'cli-option-missing': ({ option }) => `Thiếu tùy chọn ${option}.`,
    'cli-option-unknown': ({ option, allowed }) =>
      `Tùy chọn ${option} không đúng hoặc thiếu giá trị. Các tùy chọn: ${allowed}.`,
    'cli-option-not-here': ({ command, option, allowed }) =>
      `Lệnh ${command} không có tùy chọn ${option}. Các tùy chọn: ${allowed}.`,
    'cli-command-unknown': ({ command, allowed }) =>
      `Không có lệnh “${command}”. Các lệnh: ${allowed}.`,
    'cli-argument-missing': ({ command, what }) =>
      `Lệnh ${command} thiếu ${ARGUMENTS[String(what)] ?? String(what)}. Vui lòng xem cách dùng: tonghop --help`,
    'cli-surplus': ({ word }) =>
      `Lệnh có phần thừa: “${word}”. Vui lòng bỏ đi hoặc xem cách dùng: tonghop --help`,
    'cli-date': ({ option, found }) => `${option} cần ngày dạng 2024-03-18, không phải “${found}”.`,
    'cli-column': ({ found, allowed }) =>
      `--column cần dạng “D=target” hoặc “Phụ lục!D=target”, không phải “${found}”. Nội dung của cột: ${allowed}.`,
    'cli-year': ({ option, found }) => `${option} cần năm dạng 2026, không phải “${found}”.`,
    'cli-language': ({ found, allowed }) =>
      `--lang nhận ${String(allowed).replaceAll('|', ' hoặc ')}, không phải “${found}”.`,
    'cli-no-input': () => `Cần --in THƯ_MỤC (tệp đã nhận) hoặc --ledger SỔ.xlsx đã có.`,
    'cli-cannot-read': ({ path, reason }) =>
      `Không đọc được “${path}” (${reason}). Vui lòng kiểm tra quyền truy cập.`,
    'cli-report-edited': ({ path }) =>
      `“${path}” đã có người sửa và lưu lại sau khi lập; lệnh không ghi đè. Vui lòng đổi tên tệp đó hoặc chọn tên khác cho báo cáo.`,
    'cli-file-open': ({ path, owner }) =>
      `“${path}” đang mở trong Excel (có tệp “${owner}” bên cạnh). Vui lòng lưu, đóng tệp rồi chạy lại; nếu không còn ai mở thì xóa tệp “${owner}”.`,
    'cli-file-held': ({ path, reason }) =>
      `Không ghi được “${path}” vì tệp đang mở ở chương trình khác (Excel) hoặc chỉ được đọc (${reason}). Vui lòng đóng tệp rồi chạy lại.`,
    'ledger-in-use': ({ path, host, pid, minutes, lock }) =>
      `Một lượt chạy khác đang ghi sổ “${path}” (máy ${host}, tiến trình ${pid}, bắt đầu cách đây ${age(minutes)}). Vui lòng đợi lượt đó xong rồi chạy lại; nếu chắc chắn không còn lượt nào thì xóa tệp “${lock}” cạnh sổ.`,
    'ledger-changed': ({ path }) =>
      `Sổ “${path}” đã bị chương trình khác ghi trong lúc lệnh chạy, nên lệnh không ghi gì. Vui lòng chạy lại.`,
    'cli-receipt-doubtful': ({ day, count }) =>
      `Ngày nhận ${formatDate(String(day))} làm ${count} tệp muộn hơn 60 ngày; chưa ghi gì. Nếu ngày này sai, vui lòng chạy lại với --received khác (hoặc bỏ --received: chưa rõ ngày nhận); nếu đúng, vui lòng bỏ --check-received.`,
    'cli-nothing-received': ({ folders, count, returned }) =>
      `Không có tệp nào để tiếp nhận trong ${folders}${Number(count) > 0 ? ` (bỏ qua ${count} tệp không phải biểu nộp)` : ''}. ${Number(returned) > 0 ? `${noneAccepted(Number(returned))}. ` : ''}Vui lòng kiểm tra thư mục.`,
    'cli-nothing-accepted': ({ returned }) =>
      `${Number(returned) > 0 ? noneAccepted(Number(returned)) : 'Sổ chưa có số liệu nào được tiếp nhận'}. Vui lòng thêm --in THƯ_MỤC (tệp đã nhận).`,
    'lake-figure-places': ({ plan, agency, period, code, found, sheet, cell }) =>
      `Số “${found}” của chỉ tiêu ${code} (kế hoạch ${plan}, đơn vị ${agency}, kỳ ${period}, trang tính “${sheet}”, ô ${cell}) có quá 10 chữ số thập phân, kho không giữ đúng được nên không ghi gì. Vui lòng sửa số ở biểu của đơn vị (hoặc nhập điều chỉnh) rồi chạy lại.`,
    'lake-figure-range': ({ plan, agency, period, code, found, sheet, cell }) =>
      `Số “${found}” của chỉ tiêu ${code} (kế hoạch ${plan}, đơn vị ${agency}, kỳ ${period}, trang tính “${sheet}”, ô ${cell}) có quá 18 chữ số phần nguyên, kho không giữ đúng được nên không ghi gì. Vui lòng sửa số ở biểu của đơn vị (hoặc nhập điều chỉnh) rồi chạy lại.`,
    'lake-total-range': ({ plan, period, code }) =>
      `Các số của ${code} (kế hoạch ${plan}, kỳ ${period}) cộng theo đơn vị, theo cấp hay cả năm vượt quá 18 chữ số phần nguyên hay 10 chữ số thập phân, kho không giữ đúng được nên không ghi gì. Vui lòng xem lại các số của chỉ tiêu này.`,
    'lake-target-compared': ({ plan, period, code, places }) =>
      `Kế hoạch ${plan}, chỉ tiêu ${code}, kỳ ${period}: mức giao xét mức tăng, giảm so với kỳ trước hoặc cùng kỳ năm trước, mà tử số, mẫu số quá lớn hay có quá ${places} chữ số thập phân nên kho không so sánh đúng từng chữ số được; không ghi gì. Vui lòng xem lại các số của chỉ tiêu này, hay dùng đơn vị tính lớn hơn.`,
    'lake-tasks-compared': ({ plan, code }) =>
      `Kế hoạch ${plan}, chỉ tiêu ${code}: tính từ nhiệm vụ mà so với năm trước; kho số liệu mở chỉ có nhiệm vụ của năm nay nên không ghi gì. Vui lòng dùng báo cáo tổng hợp cho kế hoạch này.`,
    'lake-figure-of-longer': ({ plan, code, agency, period }) =>
      `Kế hoạch ${plan}, chỉ tiêu ${code}: đơn vị ${agency} chỉ có số của cả kỳ ${period} mà chỉ phải báo cáo một phần kỳ đó; kho số liệu mở chưa cộng được như vậy nên không ghi gì. Vui lòng nhập số từng kỳ, hoặc dùng báo cáo tổng hợp.`,
    'lake-target-range': ({ plan, code, found }) =>
      `Mức giao “${found}” của chỉ tiêu ${code} (kế hoạch ${plan}) vượt quá 18 chữ số phần nguyên hay 10 chữ số thập phân, kho không giữ đúng được nên không ghi gì. Vui lòng sửa mức giao trong kế hoạch.`,
    'lake-registers-differ': ({ plan, agency, before, now }) =>
      `Mã đơn vị “${agency}” của kế hoạch ${plan} là “${before}” trong kho mà là “${now}” trong sổ đưa vào, nên không ghi gì. Nếu là hai tỉnh, vui lòng đặt mã kế hoạch khác nhau; nếu đơn vị đổi tên, vui lòng dùng mã mới và ghi quan hệ kế thừa.`,
    'lake-plans-differ': ({ plan, before, now }) =>
      `Kế hoạch ${plan} là của “${before}” trong kho mà là của “${now}” trong sổ đưa vào, nên không ghi gì. Nếu là hai kế hoạch, vui lòng đặt mã khác nhau; nếu cơ quan ban hành được sửa lại, vui lòng chạy lại kèm kế hoạch đã sửa (--plan).`,
    'lake-registers-contradict': ({ plan, agency, column, before, now }) =>
      `Đơn vị “${agency}” của kế hoạch ${plan}: cột “${column}” của danh mục là “${before}” trong kho mà là “${now}” trong sổ đưa vào, nên không ghi gì. Vui lòng sửa danh mục sai, hoặc chạy lại kèm kế hoạch đúng (--plan).`,
    'lake-agency-gone': ({ plan, agency, submissions }) =>
      `Đơn vị “${agency}” của kế hoạch ${plan} có ${submissions} lần nộp trong kho mà không có trong danh mục của sổ đưa vào, nên không ghi gì. Vui lòng ghi lại dòng của đơn vị; đơn vị đã kết thúc vẫn giữ dòng, có ngày ở cột “Hiệu lực đến”.`,
    'lake-versions-differ': ({ plan, agency, period, version, first, second }) =>
      `Lần nộp ${version} của đơn vị ${agency}, kỳ ${period} (kế hoạch ${plan}) là tệp “${first}” ở nơi này mà là “${second}” ở nơi khác, nên không ghi gì. Vui lòng nhập hai sổ thành một (Nhập số liệu) rồi đưa sổ đó vào.`,
    'lake-newer-format': () =>
      'Kho do phiên bản phần mềm mới hơn tạo ra nên chưa đọc được. Vui lòng cập nhật phần mềm.',
    'lake-file-missing': ({ path, more }) =>
      `Kho thiếu tệp “${path}”${Number(more) > 0 ? ` và ${more} tệp khác` : ''} (chép chưa xong?). Vui lòng chép lại cả thư mục.`,
    'lake-file-changed': ({ path, more }) =>
      `Tệp “${path}”${Number(more) > 0 ? ` và ${more} tệp khác` : ''} của kho không còn như lúc ghi (không khớp danh mục). Vui lòng chép lại kho từ bản còn nguyên.`,
    'lake-log-differs': ({ table }) =>
      `Nhật ký của bảng “${table}” không khớp danh mục của kho: một lượt ghi bị dừng giữa chừng, hay thư mục chép chưa xong. Vui lòng chạy lại “tonghop lake” với thư mục này (không cần thêm gì), hoặc chép lại cả thư mục.`,
    'lake-folder-taken': ({ path }) =>
      `Thư mục “${path}” có nội dung khác và không phải kho số liệu, nên không ghi vào. Vui lòng chọn thư mục mới.`,
    'lake-folder-none': ({ path }) =>
      `“${path}” không phải kho số liệu (không có _tonghop/lake.json). Vui lòng chọn đúng thư mục.`,
    'lake-nothing-given': () =>
      `Kho chưa có gì. Vui lòng thêm --ledger SỔ.xlsx hay --archive BẢN_LƯU_TRỮ.zip.`,
    'lake-plan-unknown': ({ file, plan }) =>
      `Sổ “${file}” thuộc kế hoạch “${plan}” mà lệnh này không biết. Vui lòng thêm --plan với tệp kế hoạch đó.`,
    'lake-archive-damaged': ({ file, reason }) =>
      `Bản lưu trữ “${file}” không còn như lúc lưu nên không đưa vào kho: ${reason}`,
    'lake-no-engine': ({ install }) =>
      `Máy này chưa có DuckDB nên chưa trả lời được; kho vẫn đọc được bằng chương trình khác (docs/lake.md). Cách cài: ${install}`,
    'lake-level': ({ found, allowed }) => `--level nhận ${allowed}, không phải “${found}”.`,
    'lake-no-period': ({ found, allowed }) =>
      `Kho không có số liệu kỳ “${found}”. Các kỳ có: ${allowed}.`,
    'lake-output': ({ found }) => `--out nhận tệp .csv, .json hoặc .xlsx, không phải “${found}”.`,
  },
  notes: {
    'receipt-doubtful': ({ day, count }) =>
      `Ngày nhận ${formatDate(String(day))} làm ${count} tệp muộn hơn 60 ngày (thêm --check-received để lệnh dừng trước khi ghi). Nếu không đúng, vui lòng sửa ngày nhận trong sổ làm việc (bước Tiếp nhận), hoặc chạy lại với sổ như trước đó và ngày khác.`,
    'files-skipped': ({ count, files }) => `Bỏ qua ${count} tệp không phải biểu nộp: ${files}`,
    'run-was-ended': ({ path, minutes }) =>
      `Lượt chạy trước trên sổ “${path}” (bắt đầu cách đây ${age(minutes)}) đã bị dừng giữa chừng; sổ vẫn nguyên vẹn, khóa cũ đã được gỡ.`,
    'nothing-received': ({ folders }) =>
      `Không có tệp nào để tiếp nhận trong ${folders}; chỉ dùng số liệu đã có trong sổ.`,
    'lake-forms-untotalled': ({ plan, forms }) =>
      `Kế hoạch ${plan}, biểu ${forms}: số liệu có trong kho nhưng kho không có tổng, vì biểu có danh sách, câu trả lời bằng chữ, hoặc dòng, cột không chỉ là phép cộng. Vui lòng dùng báo cáo tổng hợp cho tổng của các biểu này.`,
    'lake-same-code': ({ found, more }) =>
      `Cùng một mã đơn vị ở nhiều kế hoạch (không trộn: mọi bảng theo từng kế hoạch): ${found}${Number(more) > 0 ? `; và ${more} mã khác` : ''}.`,
    'lake-completed': ({ path }) =>
      `Lượt ghi trước vào kho “${path}” bị dừng giữa chừng; kho đã được đưa về trạng thái nguyên vẹn.`,
  },
};
