import { shiftFormula } from './formula';

it.each([
  ['A1+B2', 1, 1, 'B2+C3'],
  ['$A1+B$2', 1, 1, '$A2+C$2'],
  ['SUM(A1:A9)', 0, 2, 'SUM(C1:C9)'],
  ['"A1"&A1', 1, 0, '"A1"&A2'],
  ["'Số liệu A1'!B2", 1, 0, "'Số liệu A1'!B3"],
  ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
  ['A1', -1, 0, '#REF!'],
  ['Tháng_A1+A1', 1, 0, 'Tháng_A1+A2'],
])('%s shifted by %i, %i is %s', (formula, rows, columns, shifted) => {
  expect(shiftFormula(formula, rows, columns)).toBe(shifted);
});
