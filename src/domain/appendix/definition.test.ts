import { againstLastYear, defineIndicator } from './definition';

/** Names of parts are proposals; these are what the field means by the name. */
it.each([
  ['Tỷ lệ che phủ rừng', 'Diện tích rừng', 'Tổng diện tích đất tự nhiên', 'stock'],
  ['Tỷ lệ hộ nghèo giảm', 'Số hộ nghèo', 'Tổng số hộ dân cư', 'stock'],
  ['Tỷ lệ hộ cận nghèo theo chuẩn đa chiều', 'Số hộ cận nghèo', 'Tổng số hộ dân cư', 'stock'],
  ['Tỷ lệ bao phủ bảo hiểm y tế', 'Số người tham gia bảo hiểm y tế', 'Dân số', 'stock'],
  [
    'Tỷ lệ giải ngân vốn đầu tư công',
    'Số vốn đã giải ngân',
    'Kế hoạch vốn được giao',
    'flow-of-constant',
  ],
  [
    'Tỷ lệ chất thải rắn đô thị được thu gom, xử lý',
    'Khối lượng chất thải được thu gom, xử lý',
    'Tổng khối lượng chất thải phát sinh',
    'flow',
  ],
  // What says its parts itself is read from its words.
  [
    'Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ',
    'Số hồ sơ nộp trực tuyến',
    'Tổng số hồ sơ',
    'flow',
  ],
])('%s is %s over %s, over time a %s', (name, numerator, denominator, overTime) => {
  expect(defineIndicator(name, '%', false)).toMatchObject({
    ...{ kind: 'ratio', overTime, isUnitKnown: true },
    numerator: { name: numerator },
    denominator: { name: denominator },
  });
});

it.each([
  ['Số giường bệnh/vạn dân', 'Giường'],
  ['Số bác sĩ trên 1 vạn dân', 'Bác sĩ'],
  ['Số thuê bao internet trên 1.000 dân', 'Thuê bao'],
  ['Số giường bệnh/10.000 dân', 'Giường'],
])(
  '%s is so many for so many people: of two quarters never added, and asked about',
  (name, unit) => {
    expect(defineIndicator(name, unit, false)).toMatchObject({
      overTime: 'stock',
      isKindKnown: false,
    });
  },
);

it.each([
  'Tỷ lệ phủ sóng băng rộng di động 4G/5G đến thôn, bản',
  'Tỷ lệ hộ gia đình có đường Internet cáp quang',
  'Tỷ lệ dân số trưởng thành có tài khoản định danh điện tử',
  'Tỷ lệ hộ dân sử dụng điện lưới quốc gia',
  'Tỷ lệ phổ cập giáo dục mầm non cho trẻ 5 tuổi',
])('%s is how it stands at the end of a period: two quarters are never added', (name) => {
  expect(defineIndicator(name, '%', false)).toMatchObject({ kind: 'ratio', overTime: 'stock' });
});

it.each([
  'Tỷ lệ hồ sơ có kết quả trước hạn',
  'Tỷ lệ cán bộ, công chức được tập huấn',
  'Tỷ lệ hộ nghèo được hỗ trợ nhà ở',
  'Tỷ lệ hồ sơ sử dụng biểu mẫu điện tử',
])('%s is work done, and adds up', (name) => {
  expect(defineIndicator(name, '%', false)).toMatchObject({ kind: 'ratio', overTime: 'flow' });
});

it('a count of people is a count', () => {
  expect(defineIndicator('Số người dân được tập huấn trên địa bàn', 'Người', false)).toMatchObject({
    ...{ kind: 'count', overTime: 'flow', isKindKnown: true },
  });
});

it.each([
  ['Giảm số hồ sơ trễ hạn so với năm 2025', 'Số hồ sơ trễ hạn', 'hồ sơ'],
  ['Mức giảm số văn bản giấy, so với cùng kỳ năm trước', 'Số văn bản giấy', 'văn bản'],
  ['Tai nạn giao thông so với năm trước', 'Tai nạn giao thông', 'trường hợp'],
])('%s asks for the figure itself: %s', (name, asked, unit) => {
  expect(againstLastYear(name)).toMatchObject({
    ...{ kind: 'against-last-year', numerator: { name: asked, unit }, isKindKnown: false },
  });
});

it.each([
  ['Thời gian chờ trung bình của một hồ sơ', 'Tổng thời gian chờ của các hồ sơ', 'hồ sơ'],
  ['Thời gian giải quyết bình quân mỗi thủ tục', 'Tổng thời gian giải quyết mỗi thủ tục', 'lượt'],
  ['Giảm thời gian xử lý trung bình/01 văn bản', 'Tổng thời gian xử lý của các văn bản', 'văn bản'],
  ['Thời gian chờ', 'Tổng thời gian chờ', 'lượt'],
])('%s is %s over their number', (name, numerator, unit) => {
  expect(defineIndicator(name, 'phút', false)).toMatchObject({
    kind: 'duration',
    numerator: { name: numerator, unit: 'phút' },
    denominator: { name: `Tổng số ${unit}`, unit },
  });
});

it.each([
  'Tỷ lệ hộ nghèo được hỗ trợ nhà ở',
  'Tỷ lệ người thất nghiệp được tư vấn việc làm',
  'Tỷ lệ hộ nghèo dân tộc thiểu số tham gia bảo hiểm y tế',
  'Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao trên số xã đạt chuẩn',
])('%s is of the thing it names, and not the rate of that thing', (name) => {
  const { denominator } = defineIndicator(name, '%', false);
  expect(denominator?.name).not.toMatch(/dân cư|Lực lượng|^Tổng số xã$/);
});
