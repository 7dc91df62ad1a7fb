import { isCounted, powerOfDong } from './units';

it.each(['hồ sơ', 'TTHC', 'văn bản', 'người', 'lượt', 'vụ', 'sản phẩm', 'xã', 'Tuyến phố'])(
  '%s is counted: half of one is a slip',
  (unit) => expect(isCounted(unit)).toBe(true),
);

it.each([
  ...['đồng', 'Triệu đồng', 'TỶ ĐỒNG', 'tỉ đồng', 'nghìn đồng', 'USD', 'triệu USD', 'đô la Mỹ'],
  ...[
    '%',
    '‰',
    'điểm %',
    'lần',
    'phút',
    'ngày',
    'km²',
    'm3',
    'nghìn tấn',
    'tấn',
    'MW',
    'triệu kWh',
  ],
  ...['nghìn người', 'vạn dân', 'triệu lượt', 'triệu đồng/người/năm', 'người/km2', 'kg/người'],
])('%s is measured: fractions of it make sense', (unit) => expect(isCounted(unit)).toBe(false));

it.each([
  ['đồng', 0],
  ['VNĐ', 0],
  ['vnd', 0],
  ['Nghìn đồng', 3],
  ['triệu VNĐ', 6],
  ['tỉ đồng', 9],
  ['đồng/người', null],
  ['triệu USD', null],
  ['hồ sơ', null],
] as const)('%s is money of ours of that power of ten: %s', (unit, power) =>
  expect(powerOfDong(unit)).toBe(power),
);

it('an amount in VNĐ is measured like one in đồng', () => expect(isCounted('VNĐ')).toBe(false));

it.each(['1.000 doanh nghiệp', '1000 người', '10.000 lượt', '100.000 con'])(
  'what is counted by “%s” has fractions',
  (unit) => expect(isCounted(unit)).toBe(false),
);
it.each(['1 hồ sơ', '100 hồ sơ'])('“%s” has none', (unit) => expect(isCounted(unit)).toBe(true));
