import { isDateFormat, isPercentFormat } from './cell';

it.each(['dd/mm/yyyy', 'm/d/yy', '[$-42A]d mmmm yyyy', 'h:mm', 'yyyy-mm-dd;@', '[h]:mm:ss'])(
  '%s shows a date or time',
  (format) => {
    expect(isDateFormat(format)).toBe(true);
  },
);

it.each([
  undefined,
  '',
  'General',
  '0.00',
  '#,##0',
  '0%',
  '@',
  '#,##0" đồng"',
  '[Red]0',
  '0.00E+00',
  '"d"0',
])('%s shows no date', (format) => {
  expect(isDateFormat(format)).toBe(false);
});

it('knows a percent format from a quoted percent sign', () => {
  expect(isPercentFormat('0.00%')).toBe(true);
  expect(isPercentFormat('0" %"')).toBe(false);
});
