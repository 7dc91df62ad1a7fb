import { shownText } from './number-text';

it.each<[number | string | boolean | null, string | undefined, string]>([
  [1234.5, '#,##0.00', '1.234,50'],
  [-5, '#,##0;(#,##0)', '(5)'],
  [0.125, '0.00%', '12,50%'],
  [0.1, undefined, '0,1'],
  [1 / 3, 'General', '0,333333333'],
  [12345, 'General', '12345'],
  [45366, 'dd/mm/yyyy', '15/03/2024'],
  [45366.75, 'dd/mm/yyyy hh:mm', '15/03/2024 18:00'],
  [1.5, '[h]:mm', '36:00'],
  [1500, '#,##0 "đ"', '1.500 đ'],
  [12345, '0.00E+00', '1,23E+04'],
  [2.675, '0.00', '2,68'],
  [-7, '0;"âm "0;"không"', 'âm 7'],
  // As in Excel: the sign of the decimals stays where there are none.
  [12, '#,##0.###', '12,'],
  ['Đạt', '#,##0', 'Đạt'],
  ['x', '@" (ghi chú)"', 'x (ghi chú)'],
  [true, '0', 'TRUE'],
  [null, '0', ''],
  [5, 'không phải định dạng [', '5'],
])('%j under %j is shown as %j', (value, format, text) =>
  expect(shownText(value, format)).toBe(text),
);
