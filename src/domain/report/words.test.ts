import { changeSaid, judgedAs, matrixHeading } from './words';

/** The first place is the best: from 20th to 18th is two places up. */
it.each([
  [-2, 'tăng 2 bậc so với cùng kỳ năm trước'],
  [3, 'giảm 3 bậc so với cùng kỳ năm trước'],
  [0, 'không thay đổi so với cùng kỳ năm trước'],
])('a rank that changed by %s “%s”', (change, said) => {
  expect(changeSaid('last-year-difference', change, 'hạng')).toBe(said);
  const judged = { status: 'met' as const, compared: 'last-year-difference' as const, change };
  expect(judgedAs({ ...judged, unit: 'hạng' })).toBe(`Đạt (${said})`);
});

it('shares differ by points, counts by so many', () => {
  expect(changeSaid('before-difference', 2.5, '%')).toBe('tăng 2,5 điểm phần trăm so với kỳ trước');
  expect(changeSaid('before-difference', -7, 'mô hình')).toBe('giảm 7 so với kỳ trước');
  expect(changeSaid('last-year-percent', 7.25, 'hồ sơ')).toBe(
    'tăng 7,25% so với cùng kỳ năm trước',
  );
});

it('a part of a row says over its columns of which row it is', () => {
  const of = (name: string, heading = '', group = '') => ({ code: 'K', name, group, heading });
  const rows = [
    of('Đối với UBND cấp xã.', '6. Tỷ lệ xử lý văn bản:'),
    of('Đối với UBND cấp xã.', '7. Tỷ lệ hồ sơ điện tử'),
    of('tỷ lệ số hóa'),
  ];
  expect(rows.map((one) => matrixHeading(one, rows))).toEqual([
    'Tỷ lệ xử lý văn bản – Đối với UBND cấp xã.',
    'Tỷ lệ hồ sơ điện tử – Đối với UBND cấp xã.',
    'Tỷ lệ số hóa',
  ]);
});
