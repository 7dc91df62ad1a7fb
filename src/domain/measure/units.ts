import { matchKey, remembered } from '../../text/normal-form';

/** Units that are measured, not counted: fractions of them make sense. */
const MEASURED = new Set(
  [
    ...['đồng', 'VNĐ', 'VND', 'USD', 'đô la', 'đô la Mỹ', 'EUR', 'euro', 'nhân dân tệ', 'CNY'],
    ...['%', '‰', 'điểm', 'điểm %', 'điểm phần trăm', 'lần', 'chỉ số', 'hệ số'],
    ...['giây', 'phút', 'giờ', 'ngày', 'tháng', 'năm', 'tuổi', 'công', 'ngày công'],
    ...[
      'mm',
      'cm',
      'm',
      'mét',
      'km',
      'm2',
      'm²',
      'km2',
      'km²',
      'ha',
      'hecta',
      'héc ta',
      'm3',
      'm³',
      'lít',
    ],
    ...['gam', 'g', 'kg', 'yến', 'tạ', 'tấn'],
    ...['W', 'kW', 'MW', 'MWp', 'kWh', 'MWh', 'GWh', 'KB', 'MB', 'GB', 'TB', 'Mbps', 'Gbps'],
  ].map(matchKey),
);

/**
 * "Nghìn người", "1.000 người", "vạn dân": what is counted in so many at once has fractions.
 */
const MANY = /^(trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|10{0,3}[.\s]?000)(?![\p{L}\p{N}])/u;

/**
 * Whether whole things of that unit are counted (hồ sơ, TTHC, văn bản …); of one thing for each of
 * another none is.
 */
export const isCounted = remembered((unit): boolean => {
  const key = matchKey(unit);
  return !MEASURED.has(key) && !MANY.test(key) && !key.includes('/');
});

/** So many zeros. */
const ZEROS: ReadonlyMap<string, number> = new Map([
  ['nghìn', 3],
  ['ngàn', 3],
  ['triệu', 6],
  ['tỷ', 9],
  ['tỉ', 9],
]);
const OF_DONG = new RegExp(`^(?:(${[...ZEROS.keys()].join('|')}) )?(?:đồng|vnđ|vnd)$`, 'u');

/** Money is counted in so many đồng: the power of ten; null of what is no money of ours. */
export const powerOfDong = remembered((unit): number | null => {
  const match = OF_DONG.exec(matchKey(unit));
  return match && (ZEROS.get(match[1]) ?? 0);
});

/**
 * What two agencies have of it makes no third: shares, times, ranks, points, and so many for each
 * of another.
 */
const RATES = new Set(['%', '‰', 'điểm %', 'điểm phần trăm', 'lần'].map(matchKey));
const PLACES = new Set(
  ['hạng', 'thứ hạng', 'xếp hạng', 'vị trí', 'vị thứ', 'thứ bậc', 'bậc', 'thứ tự'].map(matchKey),
);
const STANDINGS = new Set(
  ['điểm', 'điểm số', 'chỉ số', 'hệ số', 'tuổi'].map(matchKey).concat(...PLACES),
);

/** A place in an order, of which the first is the best. */
export function isPlace(unit: string): boolean {
  return PLACES.has(matchKey(unit));
}

export function isRate(unit: string): boolean {
  return RATES.has(matchKey(unit));
}

/** Whether figures of that unit can be added up at all. */
export function isAddable(unit: string): boolean {
  // "% KH", "% dự toán": a share of something is one all the same.
  const isShare = isRate(unit) || /^\s*(%|‰)/.test(unit);
  return !isShare && !STANDINGS.has(matchKey(unit)) && !unit.includes('/');
}
