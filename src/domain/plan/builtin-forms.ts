import { parseStatIdentity, type StatColumn, type StatForm } from './stat-form';

/**
 * Statistics forms an owner can add to a plan; rows are a starting list, edited in the sheet Biểu
 * thống kê.
 */

const identity = (text: string) => parseStatIdentity(text)!;
const RECEIVED = 'Số hồ sơ nhận giải quyết';
const SETTLED = 'Số hồ sơ đã giải quyết';
const PENDING = 'Số hồ sơ đang giải quyết';
const DOSSIERS = 'hồ sơ';

function column(
  code: string,
  group: string,
  name: string,
  unit: string,
  overTime: StatColumn['overTime'],
): StatColumn {
  return { code, group, name, unit, overTime };
}

/**
 * Biểu số II.06a: tình hình, kết quả giải quyết thủ tục hành chính; its 13 columns are STT, the
 * field, and these eleven.
 */
const II_06A: StatForm = {
  code: 'II.06a',
  title: 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
  rowHeading: 'Lĩnh vực',
  columns: [
    column('3', RECEIVED, 'Tổng số', DOSSIERS, 'computed'),
    column('4', RECEIVED, 'Trực tuyến', DOSSIERS, 'flow'),
    column('5', RECEIVED, 'Trực tiếp, dịch vụ bưu chính', DOSSIERS, 'flow'),
    column('6', RECEIVED, 'Từ kỳ trước', DOSSIERS, 'opening'),
    column('7', SETTLED, 'Tổng số', DOSSIERS, 'computed'),
    column('8', SETTLED, 'Trước hạn', DOSSIERS, 'flow'),
    column('9', SETTLED, 'Đúng hạn', DOSSIERS, 'flow'),
    column('10', SETTLED, 'Quá hạn', DOSSIERS, 'flow'),
    column('11', PENDING, 'Tổng số', DOSSIERS, 'computed'),
    column('12', PENDING, 'Trong hạn', DOSSIERS, 'stock'),
    column('13', PENDING, 'Quá hạn', DOSSIERS, 'stock'),
  ],
  rows: [
    ['1', 'Tư pháp, hộ tịch'],
    ['2', 'Đất đai, môi trường'],
    ['3', 'Xây dựng, giao thông'],
    ['4', 'Nội vụ, lao động, người có công'],
    ['5', 'Đầu tư, đăng ký kinh doanh'],
    ['6', 'Lĩnh vực khác'],
  ].map(([key, name]) => ({ key, group: '', name })),
  identities: [
    '3 = 4 + 5 + 6',
    '7 = 8 + 9 + 10',
    '11 = 12 + 13',
    '3 = 7 + 11',
    '6 = 11 kỳ trước',
  ].map(identity),
  filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
};

const IN_MONTH = 'Số thủ tục hành chính được công bố trong kỳ';
const PROCEDURES = 'TTHC';

/**
 * The monthly statistics of procedures newly issued, amended, replaced and abolished (Trà Vinh,
 * 258/QĐ-UBND, nhiệm vụ 6).
 */
const PROCEDURE_CHANGES: StatForm = {
  code: 'TTHC',
  title: 'THỐNG KÊ THỦ TỤC HÀNH CHÍNH ĐƯỢC BAN HÀNH MỚI, SỬA ĐỔI, BỔ SUNG, THAY THẾ, BÃI BỎ',
  rowHeading: 'Thẩm quyền giải quyết',
  columns: [
    column('3', '', 'Có hiệu lực đầu kỳ', PROCEDURES, 'opening'),
    column('4', IN_MONTH, 'Tổng số', PROCEDURES, 'computed'),
    column('5', IN_MONTH, 'Ban hành mới', PROCEDURES, 'flow'),
    column('6', IN_MONTH, 'Sửa đổi, bổ sung', PROCEDURES, 'flow'),
    column('7', IN_MONTH, 'Thay thế', PROCEDURES, 'flow'),
    column('8', IN_MONTH, 'Bãi bỏ', PROCEDURES, 'flow'),
    column('9', '', 'Có hiệu lực cuối kỳ', PROCEDURES, 'stock'),
  ],
  rows: [
    { key: 'A1', group: 'A. Cấp tỉnh', name: 'Ủy ban nhân dân tỉnh' },
    { key: 'A2', group: 'A. Cấp tỉnh', name: 'Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh' },
    { key: 'B1', group: 'B. Cấp huyện, cấp xã', name: 'Ủy ban nhân dân cấp huyện' },
    { key: 'B2', group: 'B. Cấp huyện, cấp xã', name: 'Ủy ban nhân dân cấp xã' },
  ],
  // A procedure that is amended or replaced stays one procedure.
  identities: ['4 = 5 + 6 + 7 + 8', '9 + 8 = 3 + 5', '3 = 9 kỳ trước'].map(identity),
  filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
};

export const BUILTIN_FORMS: readonly StatForm[] = [II_06A, PROCEDURE_CHANGES];

export function builtinForm(code: string): StatForm | undefined {
  return BUILTIN_FORMS.find((form) => form.code === code);
}
