import { typedValue } from './typing';

/**
 * What Excel makes of what is typed, under the regional settings of the United States and of Viet
 * Nam; null stays text.
 */
it.each<[string, unknown, unknown]>([
  ['3/2024', { value: 45352, format: 'mmm-yy' }, { value: 45352, format: 'mmm-yy' }],
  ['12-2024', { value: 45627, format: 'mmm-yy' }, { value: 45627, format: 'mmm-yy' }],
  ['2024-03', { value: 45352, format: 'mmm-yy' }, { value: 45352, format: 'mmm-yy' }],
  ['1/2', { value: 45293, format: 'd-mmm' }, { value: 45323, format: 'd-mmm' }],
  ['05/03/2024', { value: 45415, format: 'm/d/yyyy' }, { value: 45356, format: 'dd/mm/yyyy' }],
  ['(5)', { value: -5 }, { value: -5 }],
  ['$5', { value: 5, format: '"$"#,##0' }, null],
  ['5₫', null, { value: 5, format: '#,##0 "₫"' }],
  ['1.10', { value: 1.1 }, null],
  ['1,5', null, { value: 1.5 }],
  ['1.234', { value: 1.234 }, { value: 1234, format: '#,##0' }],
  ['1,234.5', { value: 1234.5, format: '#,##0.00' }, null],
  ['00123', { value: 123 }, { value: 123 }],
  ['12%', { value: 0.12, format: '0%' }, { value: 0.12, format: '0%' }],
  ['true', { value: true }, { value: true }],
  ['12/KH-UBND', null, null],
  ['T03', null, null],
  ['13/2024', null, null],
])('%j', (text, english, vietnamese) => {
  expect([typedValue(text, 'en-US', 2024), typedValue(text, 'vi-VN', 2024)]).toEqual([
    english,
    vietnamese,
  ]);
});
