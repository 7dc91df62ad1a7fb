import type { Level } from '../agency/agency';
import { wordKey } from '../../text/normal-form';

/** What a column of an appendix table says. */
export type Role =
  | 'stt'
  | 'code'
  | 'group'
  | 'text'
  | 'unit'
  | 'target'
  | 'opening'
  | 'lead'
  | 'coordinating'
  | 'implementing'
  | 'source'
  | 'person'
  | 'product'
  | 'result'
  | 'deadline'
  | 'schedule';

/** Every role a person may give a column; "none": the column is not read. */
export const COLUMN_ROLES = [
  ...([
    'stt',
    'code',
    'group',
    'text',
    'unit',
    'target',
    'opening',
    'lead',
    'coordinating',
    'implementing',
  ] as const),
  ...(['source', 'person', 'product', 'result', 'deadline', 'schedule', 'none'] as const),
] as const satisfies readonly (Role | 'none')[];
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export type HeadingReading =
  | { role: Role }
  /**
   * "Chỉ tiêu", "Mục tiêu": the name of an indicator or the level it must reach, as the other
   * columns tell.
   */
  | { role: 'text-or-target' }
  /** "Đơn vị": the unit of an indicator or who carries a task out. */
  | { role: 'unit-or-implementing' };

const WHO =
  '(?:(?:các|cơ quan|đơn vị|bộ phận|phòng|ban|sở|ngành|người|cá nhân|tổ chức|địa phương|trách nhiệm|phân công|và)\\s?)*';
const BARE_TEXT =
  'nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|chỉ số|tiêu chí|chỉ tiêu|mục tiêu|dự án|công trình|đề án|chương trình|tiểu dự án';
/** What a lead does with a figure or a task that it answers for. */
const DOES =
  'thực hiện|tham mưu|triển khai|báo cáo|theo dõi|đánh giá|tổng hợp|quản lý|đôn đốc|chính|chung|chỉ tiêu|nhiệm vụ|và';
const GIVES = 'cung cấp|thu thập|tổng hợp|báo cáo|công bố|thống kê|xác nhận';

const ROLES: readonly (readonly [HeadingReading['role'], RegExp])[] = [
  ['stt', /^(stt|s\.t\.t|tt|số tt|số thứ tự|thứ tự|mục)$/],
  ['code', /^(mã( (số|hiệu|nhiệm vụ|nv|chỉ tiêu|ct|định danh|tiêu chí))*|ký hiệu)$/],
  ['unit', /^(đvt|đơn vị tính|đv tính|đơn vị đo|đơn vị đo lường|đ\.v\.t)$/],
  ['unit-or-implementing', /^đơn vị$/],
  [
    'person',
    /^(họ và tên|họ tên|(lãnh đạo|đồng chí|đ c|người|phó chủ tịch|chủ tịch|thành viên)\s.*(phụ trách|chỉ đạo|theo dõi|chịu trách nhiệm|đứng đầu)|lãnh đạo|người phụ trách)( .*)?$/,
  ],
  [
    'schedule',
    /^(tần suất|chế độ|định kỳ|kỳ|chu kỳ|kỳ hạn|thời gian|thời điểm|thời kỳ)( (báo cáo|đánh giá|thống kê|công bố|thu thập|cập nhật|theo dõi|số liệu|và))+$|^(tần suất|định kỳ)$/,
  ],
  ['text-or-target', /^(các )?(chỉ tiêu|mục tiêu|mục tiêu chỉ tiêu|chỉ tiêu mục tiêu)( cụ thể)?$/],
  [
    'opening',
    /^((số liệu |kết quả )?ước( .*)?|hiện trạng( .*)?|năm gốc.*|giá trị gốc|số liệu gốc|(đã )?(th|kq|tt|thực hiện|kết quả|kết quả thực hiện|kết quả đạt được|số liệu|thực trạng|số thực hiện)( (đến|hết|cuối|trong))* ?(năm )?\d{4}|(cùng kỳ|năm trước|năm ngoái).*|thực trạng)$/,
  ],
  [
    'target',
    /^((dự kiến|mức|chỉ tiêu|mục tiêu|kế hoạch|kh|tỷ lệ|giá trị|số lượng|khối lượng|định mức|ngưỡng|dự toán|nghị quyết|nq)( (dự kiến|chỉ tiêu|mục tiêu|kế hoạch|kh|giao|được giao|cần đạt|phải đạt|đạt|đạt được|phấn đấu|thực hiện|đề ra|đăng ký|đến|hết|cuối|năm|tối thiểu|hđnd|tỉnh|xã|ubnd|trung ương|vốn|dự toán|ngân sách|\d{4}))+|mức|kế hoạch|kh|tỷ lệ|giá trị|định mức|ngưỡng|số lượng|khối lượng|(mức|tỷ lệ|chỉ tiêu|số|giá trị)\s.{0,40}(phải|cần) đạt|(đến |hết )?(cuối )?(năm )?\d{4})$/,
  ],
  ['group', /^(lĩnh vực|nhóm|trụ cột|phần|nhóm (nhiệm vụ|chỉ tiêu|nội dung)|ngành lĩnh vực)$/],
  [
    'text',
    new RegExp(
      `^(tên |các |nhóm |danh mục |hệ thống |bộ )*(${BARE_TEXT}|văn bản)( (${BARE_TEXT}|văn bản|cụ thể|chủ yếu|trọng tâm|thực hiện|triển khai|và|cải cách hành chính|cchc|chuyển đổi số|cđs|kinh tế|xã hội|kt xh|ktxh|phát triển|được giao|giao|đánh giá|thành phần|đầu tư|chi tiết|năm \\d{4}|\\d{4}))*$`,
    ),
  ],
  [
    'source',
    new RegExp(
      `^(nguồn (cung cấp )?(số liệu|dữ liệu|thông tin)|(?=cơ quan|đơn vị|đầu mối|sở|bộ phận|phòng)${WHO}(chịu trách nhiệm )?(${GIVES})( (${GIVES}|số liệu|dữ liệu|thông tin|kết quả|và))*)$`,
    ),
  ],
  [
    'lead',
    new RegExp(
      `^${WHO}(chủ trì|đầu mối|chủ quản|chủ đầu tư|soạn thảo|chịu trách nhiệm chính|quản lý|theo dõi|tham mưu)( (${DOES}|đầu mối|chủ trì|số liệu|ubnd tỉnh|tổ chức))*$|^(chủ trì|đầu mối)$|^${WHO}chủ trì (và )?${WHO}phối hợp( (${DOES}))*$`,
    ),
  ],
  [
    'coordinating',
    new RegExp(`^${WHO}(cùng )?phối hợp( (thực hiện|triển khai|cung cấp|báo cáo))*$`),
  ],
  [
    'implementing',
    new RegExp(
      `^(${WHO}(tổ chức |chịu trách nhiệm )?(thực hiện|triển khai)( (thực hiện|triển khai|chỉ tiêu|nhiệm vụ|và))*|${WHO}(được giao|phụ trách|chịu trách nhiệm)|trách nhiệm|phân công)$`,
    ),
  ],
  [
    'result',
    /^(dự kiến )?kết quả( (cần đạt|phải đạt|đạt được|dự kiến|chủ yếu|phấn đấu|yêu cầu))*$|^(các )?yêu cầu( (cần đạt|phải đạt|đạt được|kết quả|về kết quả|cụ thể))*$/,
  ],
  [
    'product',
    /^(dự kiến )?(kết quả|sản phẩm|đầu ra)( (kết quả|sản phẩm|đầu ra|đạt được|dự kiến|chủ yếu|hoàn thành|thực hiện|phải đạt|cần đạt|bàn giao|và))*$/,
  ],
  [
    'deadline',
    /^((thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hạn|kỳ hạn|mốc thời gian)( (thời gian|thực hiện|hoàn thành|triển khai|trình|ban hành|dự kiến|kết thúc|tiến độ|và))*|hoàn thành)$/,
  ],
];

const LONGEST_HEADING = 80;

/** Who gives a figure: those above the province, and the province or the place itself. */
const ABOVE =
  '(?:tw|trung ương|quốc hội|chính phủ|thủ tướng(?: chính phủ)?|cấp trên|bộ(?: \\p{L}+){0,6}?)';
const GIVER = `(?:${ABOVE}|(?:nghị quyết |nq )?(?:hđnd|ubnd|hội đồng nhân dân|uỷ ban nhân dân)(?: (?:tỉnh|thành phố|huyện|xã))?|tỉnh|thành phố|địa phương)`;
const GIVEN = new RegExp(
  `^(?:kế hoạch |kh |dự toán |chỉ tiêu |mức )*${GIVER} (?:đã )?(?:giao|quyết định|thông qua|quyết nghị|đề ra)(?: (?:năm )?\\d{4})?$|^(?:nghị quyết|nq) (?:hđnd|hội đồng nhân dân)(?: (?:tỉnh|thành phố))?$`,
  'u',
);
const GIVEN_ABOVE = new RegExp(`^(?:kế hoạch |kh |dự toán |chỉ tiêu |mức )*${ABOVE} `, 'u');

/** "Trung ương giao" beside "Tỉnh giao": those of the province are asked of its agencies. */
export function isGivenFromAbove(text: string): boolean {
  return text.length <= LONGEST_HEADING && GIVEN_ABOVE.test(headingKey(text));
}

/** The heading without what stands in brackets and without its separators. */
function headingKey(text: string): string {
  return wordKey(text)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[*:.]+\s*$/, '')
    .replace(/[,/;\s-]+/g, ' ')
    .trim();
}

/** Undefined when the text is no heading that is known. */
export function readHeading(text: string): HeadingReading | undefined {
  if (text.length > LONGEST_HEADING) return undefined;
  const key = headingKey(text).replace(/tỉ lệ/g, 'tỷ lệ');
  const role =
    ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? (GIVEN.test(key) ? 'target' : undefined);
  return role ? ({ role } as HeadingReading) : undefined;
}

/** "Mức giao (%)" says the unit of its column. */
export function unitInHeading(text: string): string {
  return /\(\s*(%|[^()\d]{1,20})\s*\)\s*$/.exec(text)?.[1].trim() ?? '';
}

const UNIT_IN_NAME =
  /\(\s*(?:đvt\s*:\s*|đơn vị tính\s*:\s*)?(%|điểm|phút|giờ|ngày|hồ sơ|TTHC|dịch vụ|văn bản|lượt|người|đơn vị|(?:triệu |tỷ )?đồng)\s*\)[.\s]*$/i;

/** "Tỷ lệ hồ sơ đúng hạn (%)" says its own unit. */
export function unitInName(name: string): string {
  return UNIT_IN_NAME.exec(name.normalize('NFC').slice(-60))?.[1] ?? '';
}

export function withoutUnit(name: string): string {
  return unitInName(name) === '' ? name : name.slice(0, name.lastIndexOf('(')).trim();
}

/** The year a heading names ("Chỉ tiêu năm 2024", "KH 2026", "2026"), or null. */
export function yearInHeading(text: string): number | null {
  const key = text.normalize('NFC');
  const year =
    /năm\s+(20\d\d)(?!\d)/i.exec(key)?.[1] ?? /(?<![\d/])(20\d\d)(?![\d/])/.exec(key)?.[1];
  return year ? Number(year) : null;
}

/** Of a group of headings of targets the one for all: "Toàn tỉnh", "Tổng số". */
export function isWholeHeading(text: string): boolean {
  return /^(toàn|cả) (tỉnh|huyện|xã|phường|thành phố)$|^(tổng|tổng số|tổng cộng|chung|cộng)$/.test(
    headingKey(text),
  );
}

/** What a table of targets per agency calls its agencies. */
export function namesAgencies(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  return /^(tên |danh sách )*(đơn vị|cơ quan|địa phương|địa bàn|xã|phường|sở|huyện|thôn|ubnd|uỷ ban nhân dân)( (đơn vị|cơ quan|địa phương|xã|phường|đặc khu|thị trấn|huyện|sở|ban|ngành|phòng|ubnd|hành chính|cấp|trực thuộc|thực hiện|báo cáo|được giao|và))*$/.test(
    headingKey(text),
  );
}

/** "Cấp huyện" under "Chỉ tiêu", or "Mức giao cấp huyện": a column of targets for one level. */
export function levelInHeading(text: string, isUnderTarget: boolean): Level | null {
  if (text.length > LONGEST_HEADING) return null;
  const match =
    /^((?:mức|mức giao|chỉ tiêu|mục tiêu)(?: năm \d{4})? )?(?:cấp )?(tỉnh|huyện|xã)$/.exec(
      headingKey(text),
    );
  if (!match || (!isUnderTarget && match[1] === undefined)) return null;
  return ({ tỉnh: 'tinh', huyện: 'huyen', xã: 'xa' } as const)[match[2] as 'tỉnh'];
}

/** Whether the text heading is about measures and not about work to do. */
export function namesIndicators(text: string): boolean {
  return (
    /chỉ tiêu|chỉ số|tiêu chí|mục tiêu/.test(headingKey(text)) &&
    !/nhiệm vụ|công việc|nội dung|hoạt động/.test(headingKey(text))
  );
}
