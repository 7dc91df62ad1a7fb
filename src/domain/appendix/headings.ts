import type { Level } from '../plan/plan';
import { wordKey } from '../../text/normal-form';

/** What a column of an appendix table says. */
export type Role =
  'stt' | 'text' | 'unit' | 'target' | 'lead' | 'coordinating' | 'implementing' | 'product' | 'deadline';

export type HeadingReading =
  | { role: Role }
  /** "Chỉ tiêu", "Mục tiêu": the name of an indicator or the level it must reach, as the other columns tell. */
  | { role: 'text-or-target' }
  /** "Đơn vị": the unit of an indicator or who carries a task out. */
  | { role: 'unit-or-implementing' };

const WHO =
  '(?:(?:cơ quan|đơn vị|bộ phận|phòng|ban|sở|ngành|người|cá nhân|tổ chức|địa phương|trách nhiệm|phân công|và)\\s?)*';
const BARE_TEXT = 'nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|chỉ số|tiêu chí|chỉ tiêu';

const ROLES: readonly (readonly [HeadingReading['role'], RegExp])[] = [
  ['stt', /^(stt|s\.t\.t|tt|số tt|số thứ tự|thứ tự)$/],
  ['unit', /^(đvt|đơn vị tính|đv tính|đơn vị đo|đơn vị đo lường)$/],
  ['unit-or-implementing', /^đơn vị$/],
  ['text-or-target', /^(chỉ tiêu|mục tiêu|các chỉ tiêu)$/],
  [
    'target',
    /^((mức|chỉ tiêu|mục tiêu|kế hoạch|tỷ lệ|giá trị|số lượng)( (chỉ tiêu|kế hoạch|giao|được giao|cần đạt|phải đạt|đạt|phấn đấu|thực hiện|đến|hết|năm|tối thiểu|\d{4}))+|mức|kế hoạch|tỷ lệ|giá trị|(đến )?năm \d{4})$/,
  ],
  [
    'text',
    new RegExp(
      `^(tên |các |nhóm |danh mục )*(${BARE_TEXT})( (${BARE_TEXT}|cụ thể|chủ yếu|trọng tâm|thực hiện|triển khai|và|cải cách hành chính|cchc|được giao))*$`,
    ),
  ],
  ['lead', new RegExp(`^${WHO}(chủ trì|đầu mối|chịu trách nhiệm chính)( (thực hiện|tham mưu|triển khai|báo cáo))*$`)],
  ['coordinating', new RegExp(`^${WHO}(cùng )?phối hợp( thực hiện)?$`)],
  [
    'implementing',
    new RegExp(
      `^(${WHO}(tổ chức |chịu trách nhiệm )?(thực hiện|triển khai)|${WHO}(được giao|phụ trách|chịu trách nhiệm)|trách nhiệm|phân công)$`,
    ),
  ],
  [
    'product',
    /^(dự kiến )?(kết quả|sản phẩm|đầu ra)( (kết quả|sản phẩm|đầu ra|đạt được|dự kiến|chủ yếu|hoàn thành|thực hiện|phải đạt|cần đạt|và))*$/,
  ],
  [
    'deadline',
    /^((thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hạn|kỳ hạn)( (thực hiện|hoàn thành|triển khai|trình|ban hành|dự kiến|và))*|hoàn thành)$/,
  ],
];

const LONGEST_HEADING = 80;

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
  const role = ROLES.find(([, pattern]) => pattern.test(key))?.[0];
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

/** The year a heading names ("Chỉ tiêu năm 2024"), or null. */
export function yearInHeading(text: string): number | null {
  const year = /năm\s+(\d{4})/i.exec(text.normalize('NFC'))?.[1];
  return year ? Number(year) : null;
}

/** "Cấp huyện" under "Chỉ tiêu", or "Mức giao cấp huyện": a column of targets for one level. */
export function levelInHeading(text: string, isUnderTarget: boolean): Level | null {
  if (text.length > LONGEST_HEADING) return null;
  const match = /^((?:mức|mức giao|chỉ tiêu|mục tiêu)(?: năm \d{4})? )?(?:cấp )?(tỉnh|huyện|xã)$/.exec(
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

/** A cheap look before a cell is tried as the heading of the text column. */
export function mayBeTextHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    /^[\s(*]*(t[eê]n|c[aá]c|nh|n[oộ]i|c[oô]ng|ho[aạ]t|ch[iỉ]|ti[eê]u|gi[aả]i|m[uụ]c|danh)/i.test(text)
  );
}
