import { editText, typedInput } from './typed-input';

it.each([
  ['12,5', { value: 12.5 }],
  ['1.234', { value: 1234 }],
  ['1.234,5', { value: 1234.5 }],
  ['20%', { value: 0.2, format: '0.00%' }],
  ['15/3/2024', { value: 45366, format: 'dd/mm/yyyy' }],
  ['31/2/2024', { value: '31/2/2024' }],
  ['=SUM(A1;"a;b")', { value: null, formula: 'SUM(A1,"a;b")' }],
  ["'0012", { value: '0012' }],
  ['=', { value: '=' }],
  ['', { value: null }],
])('typing %s', (text, typed) => {
  expect(typedInput(text, undefined)).toEqual(typed);
});

it('a text cell keeps everything as text, and the bar shows what would be typed', () => {
  expect(typedInput('12,5', '@')).toEqual({ value: '12,5' });
  expect([editText(12.5, undefined), editText(null, 'A1'), editText({ error: '#REF!' }, undefined)]).toEqual([
    '12,5',
    '=A1',
    '#REF!',
  ]);
});
