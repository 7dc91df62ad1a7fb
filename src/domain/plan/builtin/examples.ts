import type { Agency, Level } from '../../agency/agency';
import type { Filler, Indicator, Plan, Target } from '../plan';
import { parseStatIdentity, type StatForm, type StatIdentity, type StatRow } from '../stat-form';

/**
 * Two plans that nobody issued, to try the product with: no province, office or figure of them is
 * real (SỐ LIỆU MẪU, “tỉnh Mẫu”). They hold what the decisions do not: growth below 0, ranks,
 * ranges, targets of the whole year, of each unit and of single agencies, and a form of statistics
 * in which every row has its own unit.
 */

const OPEN = { validFrom: null, validTo: null, successor: null, reports: true };

function agency(code: string, name: string, level: Level): Agency {
  return { code, name, shortName: '', aliases: [], level, parent: null, ...OPEN };
}

const AGENCIES: Agency[] = [
  agency('VPUB', 'Văn phòng Ủy ban nhân dân tỉnh Mẫu', 'tinh'),
  agency('SNV', 'Sở Nội vụ tỉnh Mẫu', 'tinh'),
  agency('STC', 'Sở Tài chính tỉnh Mẫu', 'tinh'),
  agency('SNNMT', 'Sở Nông nghiệp và Môi trường tỉnh Mẫu', 'tinh'),
  agency('X01', 'Ủy ban nhân dân xã Mẫu Một', 'xa'),
  agency('X02', 'Ủy ban nhân dân xã Mẫu Hai', 'xa'),
  agency('X03', 'Ủy ban nhân dân phường Mẫu Ba', 'xa'),
];

const SCHEDULE = { window: 'nd09', dueAfter: 2 } as const;

function basics(
  id: string,
  name: string,
  number: string,
): Omit<Plan, 'schedule' | 'indicators' | 'targets' | 'forms'> {
  return {
    id,
    name: `SỐ LIỆU MẪU: ${name}`,
    number,
    date: '2026-01-05',
    issuer: 'Ủy ban nhân dân tỉnh Mẫu',
    year: 2026,
    consolidator: 'VPUB',
    agencies: AGENCIES,
    tasks: [],
    successions: [],
    confirmations: [],
    holidays: [
      { date: '2026-01-01', name: 'Tết Dương lịch', kind: 'off' },
      { date: '2026-04-30', name: 'Ngày Chiến thắng', kind: 'off' },
      { date: '2026-05-01', name: 'Ngày Quốc tế lao động', kind: 'off' },
      { date: '2026-09-02', name: 'Quốc khánh', kind: 'off' },
    ],
  };
}

const COMMUNES: Filler[] = [{ level: 'xa' }];

/** A figure typed alone; what is chosen beyond its kind comes last. */
function figure(
  [code, name, unit]: readonly [string, string, string],
  kind: Indicator['kind'],
  filledBy: Filler[],
  more: Partial<Indicator> = {},
): Indicator {
  return {
    ...{ code, stt: '', group: '', heading: '', name, unit, kind, overTime: 'stock' },
    numerator: { name, unit },
    denominator: null,
    partOfWhole: false,
    assess: 'every-period',
    deadline: null,
    ...{ task: '', lead: '', coordinating: '', implementing: '', sameAs: '', proposedNames: false },
    filledBy,
    ...more,
  };
}

const OF_YEAR = { overTime: 'flow', assess: 'whole-year' } as const;
const HOSO = 'hồ sơ';

const INDICATORS: Indicator[] = [
  figure(['GRDP', 'Tốc độ tăng GRDP so với cùng kỳ', '%'], 'own-figure', [{ agency: 'STC' }], {
    sign: 'any',
    decimals: 'two',
  }),
  figure(['KTS', 'Tỷ trọng kinh tế số trong GRDP', '%'], 'own-figure', [{ agency: 'STC' }], {
    decimals: 'two',
  }),
  figure(
    ['THU', 'Thu ngân sách nhà nước trên địa bàn', 'tỷ đồng'],
    'count',
    [{ agency: 'STC' }],
    OF_YEAR,
  ),
  figure(['PAR', 'Xếp hạng Chỉ số cải cách hành chính', 'thứ hạng'], 'rank', [{ agency: 'SNV' }]),
  figure(['PAPI', 'Chỉ số hiệu quả quản trị', 'điểm'], 'index', [{ agency: 'SNV' }]),
  figure(['OCOP', 'Sản phẩm OCOP được công nhận mới', 'sản phẩm'], 'count', COMMUNES, OF_YEAR),
  figure(['VIPHAM', 'Số vụ vi phạm môi trường', 'vụ'], 'count', [{ agency: 'SNNMT' }], {
    overTime: 'flow',
  }),
  figure(
    ['TUYEN', 'Mỗi xã có tối thiểu 05 tuyến phố không dùng tiền mặt', 'tuyến phố'],
    'each-unit',
    COMMUNES,
  ),
  figure(['DVC', 'Tỷ lệ hồ sơ nộp trực tuyến', '%'], 'ratio', COMMUNES, {
    overTime: 'flow',
    numerator: { name: 'Hồ sơ nộp trực tuyến', unit: HOSO },
    denominator: { name: 'Hồ sơ tiếp nhận', unit: HOSO },
    partOfWhole: true,
  }),
].map((one, index) => ({ ...one, stt: String(index + 1) }));

function target(
  indicator: string,
  raw: string,
  operator: Target['operator'],
  value: number,
  more: Partial<Target> = {},
): Target {
  return { indicator, level: null, agency: null, raw, operator, value, confirmed: true, ...more };
}

const KTXH: Plan = {
  ...basics(
    'ktxh-mau-2026',
    'CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU NĂM 2026 CỦA TỈNH MẪU',
    '01/KH-MẪU',
  ),
  schedule: { ...SCHEDULE, kinds: ['month', 'quarter', 'year'], from: '2026-01' },
  indicators: INDICATORS,
  targets: [
    target('GRDP', 'Trên 8', '>', 8),
    target('KTS', '28 - 30', 'between', 28, { to: 30 }),
    target('THU', 'Tối thiểu 6.000', '>=', 6000),
    target('PAR', 'Trong nhóm 10 tỉnh dẫn đầu', '<=', 10),
    target('PAPI', 'Trên 43', '>', 43),
    target('OCOP', 'Tối thiểu 60', '>=', 60),
    target('VIPHAM', 'Dưới 12 vụ mỗi tháng', '<', 12),
    target('TUYEN', 'Tối thiểu 05', '>=', 5),
    target('DVC', '60', '>=', 60, { agency: 'X01' }),
    target('DVC', '70', '>=', 70, { agency: 'X02' }),
    target('DVC', '95', '>=', 95, { agency: 'X03' }),
  ],
  forms: [],
};

const rule = (text: string): StatIdentity => parseStatIdentity(text)!;

function row(
  key: string,
  group: string,
  name: string,
  unit: string,
  more: Partial<StatRow> = {},
): StatRow {
  return { key, group, name, ...(unit === '' ? {} : { unit }), ...more };
}

const [LEAD, PROCEDURES, STAFF, MONEY] = [
  '1. Chỉ đạo, điều hành',
  '3. Thủ tục hành chính',
  '5. Công vụ',
  '6. Tài chính công',
];

/** What every ministry's annex of statistics is like; no ministry's own. */
const ANNEX: StatForm = {
  code: 'CCHC',
  title: 'THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH (BIỂU MẪU TỰ ĐẶT)',
  rowHeading: 'Nội dung',
  columns: [
    { code: '3', group: '', name: 'Kết quả trong kỳ', unit: '', overTime: 'flow' },
    { code: '4', group: '', name: 'Ghi chú', unit: '', overTime: 'none', typed: 'text' },
  ],
  rows: [
    row('1.1.1', LEAD, 'Số nhiệm vụ đến hạn', 'nhiệm vụ'),
    row('1.1.2', LEAD, 'Số nhiệm vụ đã hoàn thành', 'nhiệm vụ'),
    row('1.1.3', LEAD, 'Tỷ lệ hoàn thành', '%', { formula: rule('1.1.3 = 100 * 1.1.2 / 1.1.1') }),
    row('1.4', LEAD, 'Hình thức khảo sát hài lòng', '', {
      typed: 'choice',
      answers: ['0 = trực tuyến', '1 = phát phiếu', '2 = kết hợp'],
    }),
    row('3.1', PROCEDURES, 'Tổng số thủ tục hành chính', 'thủ tục', {
      formula: rule('3.1 = 3.1.1 + 3.1.2'),
    }),
    row('3.1.1', PROCEDURES, 'Cấp tỉnh', 'thủ tục', { overTime: 'stock' }),
    row('3.1.2', PROCEDURES, 'Cấp xã', 'thủ tục', { overTime: 'stock' }),
    row('5.1', STAFF, 'Tăng, giảm biên chế so với đầu năm', '%', { sign: 'any', decimals: 'two' }),
    row('5.2', STAFF, 'Thời gian chờ lâu nhất của người dân', 'phút', {
      overAgencies: 'largest',
      overTime: 'stock',
    }),
    row('5.3', STAFF, 'Xếp hạng Chỉ số cải cách hành chính', 'thứ hạng', {
      overTime: 'stock',
      filledBy: [{ agency: 'SNV' }],
    }),
    row('6.1', MONEY, 'Vốn được phân bổ', 'triệu đồng'),
    row('6.2', MONEY, 'Vốn đã giải ngân', 'triệu đồng'),
    row('6.3', MONEY, 'Vốn chưa giải ngân', 'triệu đồng', { formula: rule('6.3 = 6.1 - 6.2') }),
  ],
  identities: [],
  rowIdentities: ['1.1.2 ≤ 1.1.1', '6.2 ≤ 6.1'].map(rule),
  filledBy: [{ level: 'tinh' }, { level: 'xa' }],
};

const CCHC: Plan = {
  ...basics(
    'cchc-mau-2026',
    'PHỤ LỤC THỐNG KÊ CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA TỈNH MẪU',
    '02/KH-MẪU',
  ),
  schedule: { ...SCHEDULE, kinds: ['quarter', 'year'], from: '2026-Q1' },
  indicators: [],
  targets: [],
  forms: [ANNEX],
};

export const EXAMPLE_PLANS: readonly Plan[] = [KTXH, CCHC];
