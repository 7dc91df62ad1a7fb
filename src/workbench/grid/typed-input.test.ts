import fc from 'fast-check';
import { editText, typedInput } from './typed-input';

it.each<[string, string | undefined, object | null]>([
  ['12,5', undefined, { value: 12.5 }],
  ['1.234,5', undefined, { value: 1234.5, format: '#,##0.00' }],
  [',5', undefined, { value: 0.5 }],
  ['1e3', undefined, { value: 1000 }],
  ['12%', undefined, { value: 0.12, format: '0%' }],
  ['12,5%', undefined, { value: 0.125, format: '0.00%' }],
  ['12', '0%', { value: 0.12 }],
  ['0,5', '0%', { value: 0.5 }],
  ['15/3/2024', undefined, { value: 45366, format: 'dd/mm/yyyy' }],
  ['10:30', undefined, { value: 0.4375, format: 'hh:mm' }],
  ['true', undefined, { value: true }],
  ["'007", undefined, { value: '007' }],
  ['007', '@', { value: '007' }],
  ['1.5', undefined, { value: '1.5' }],
  ['1.10', undefined, { value: '1.10' }],
  ['3/2024', undefined, { value: 45352, format: 'mmm-yy' }],
  ['2024-03', undefined, { value: 45352, format: 'mmm-yy' }],
  ['12-2024', undefined, { value: 45627, format: 'mmm-yy' }],
  ['(5)', undefined, { value: -5 }],
  ['$5', undefined, { value: '$5' }],
  ['00123', undefined, { value: 123 }],
  ['=sum(a1:a2;1,5)', undefined, { value: null, formula: 'SUM(A1:A2,1.5)' }],
  ['=1,5+1', undefined, { value: null, formula: '1.5+1' }],
  ['=ROUND(2,345;1)', undefined, { value: null, formula: 'ROUND(2.345,1)' }],
  ['=IF(A1>0;"a;b,c";{1;2,3})', undefined, { value: null, formula: 'IF(A1>0,"a;b,c",{1;2,3})' }],
  ['=SUM(A1,B1)', undefined, { value: null, formula: 'SUM(A1,B1)' }],
  ['+2+3', undefined, { value: null, formula: '+2+3' }],
  ['-', undefined, { value: '-' }],
  ['=SUM(A1', undefined, null],
  ['=1+', undefined, null],
  ['', undefined, { value: null }],
])('%j typed under %j', (text, format, typed) => expect(typedInput(text, format)).toEqual(typed));

it.each([
  [45657, undefined, 'dd/mm/yyyy', '31/12/2024'],
  [0.12, undefined, '0%', '12%'],
  [12.5, undefined, undefined, '12,5'],
  [0, 'IF(A1>0,1.5,"a,b")', undefined, '=IF(A1>0;1,5;"a,b")'],
])('%j is edited as it is typed', (value, formula, format, text) =>
  expect(editText(value, formula, format)).toBe(text),
);

it('what the bar shows, entered again, is the same figure', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
      (number) => {
        expect(typedInput(editText(number, undefined), undefined)).toEqual({
          value: number === 0 ? expect.closeTo(0) : number,
        });
      },
    ),
  );
});
