import { formatMoment } from '../text/date';
import { periodLabel, type Period } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { ARCHIVE } from './archive-list';

export interface ArchiveFacts {
  plan: Plan;
  period: Period;
  at: string;
  originals: number;
  absent: number;
  /** SHA-256 of the list. */
  list: string;
}

/**
 * What lies in an archive and how it is opened again, for somebody who has never seen the software.
 */
export function archiveReadme({ plan, period, at, originals, absent, list }: ArchiveFacts): string {
  const lines = [
    `BẢN LƯU TRỮ ${periodLabel(period).toUpperCase()}`,
    '',
    `Kế hoạch: ${plan.number} – ${plan.name}`,
    `Đơn vị tổng hợp: ${findAgency(plan, plan.consolidator)?.name ?? plan.consolidator}`,
    `Lập lúc: ${formatMoment(at)}`,
    `Bản gốc có trong bản lưu trữ: ${originals}; còn thiếu: ${absent} (ghi rõ trong ${ARCHIVE.list}).`,
    '',
    'TRONG BẢN LƯU TRỮ CÓ',
    `- ${ARCHIVE.originals}<mã đơn vị>/: các tệp đúng như đã nhận; tên bắt đầu bằng lần nộp và 8 ký tự đầu của mã đối chiếu.`,
    `- ${ARCHIVE.tables}: các bảng đã khóa của kỳ, chỉ có giá trị; kỳ chưa khóa thì là bảng theo sổ lúc lưu trữ.`,
    `- ${ARCHIVE.book}: kế hoạch, sổ số liệu, quyết định, trạng thái kỳ, số liệu đã khóa; mở được bằng Excel, LibreOffice.`,
    `- ${ARCHIVE.ledger}: cùng sổ số liệu ấy cho phần mềm khác đọc.`,
    `- ${ARCHIVE.list}: từng tệp với đơn vị, kỳ, lần nộp, mã đối chiếu SHA-256; cả những tệp gốc KHÔNG có ở đây.`,
    '',
    'TRA NGUỒN MỘT SỐ LIỆU KHÔNG CẦN PHẦN MỀM',
    `1. Mở ${ARCHIVE.book}, trang tính “Sổ số liệu”: tìm mã chỉ tiêu của đơn vị; ghi lại mã bản nộp, trang tính, ô.`,
    '2. Trang tính “Bản nộp”: tìm mã bản nộp đó, ghi lại mã đối chiếu.',
    `3. ${ARCHIVE.list}: tìm mã đối chiếu, mở tệp theo đường dẫn, đến đúng trang tính và ô.`,
    '',
    'KHÔI PHỤC BẰNG PHẦN MỀM TỔNG HỢP',
    'Bước Tổng hợp, mục “Gửi đi, lưu trữ, nhập số liệu”, phần “Khôi phục từ bản lưu trữ”: chọn tệp .zip này. Phần mềm đối chiếu',
    'mã đối chiếu của mọi tệp, nêu tệp nào thiếu, hỏng hay bị sửa, và mở đúng ô của tệp gốc.',
    `Muốn làm việc tiếp: mở ${ARCHIVE.book} trong Excel, hoặc “Nhập số liệu” từ tệp đó vào sổ khác.`,
    '',
    `SHA-256 của ${ARCHIVE.list}:`,
    list,
    '',
  ];
  return '\ufeff' + lines.join('\r\n');
}
