import { table } from '../../test/formulas/table';
import { isWellFormed } from './formula-syntax';
import { inCapitals, shiftFormula } from './formula';

it.each([
  '1 2',
  '1,2',
  '1..2',
  '"a" "b"',
  'A1 +* 2',
  'foo bar',
  'SUM(1;2)',
  'A1!!B2',
  '[',
  '{1,2',
  'A1:',
  '%',
  'SUM(A1',
  '1+',
  ')',
  '',
  '*2',
  'A1)',
  '"a',
  '(1,)',
])('=%s cannot be entered', (formula) => expect(isWellFormed(formula)).toBe(false));

it.each([
  'A1',
  '-A1%',
  '--(A1>0)',
  'IF(A1,,2)',
  'SUM()',
  'NOW()',
  "'Sở ''A'''!B2",
  '(A1,B2)',
  'A1:A3 A2:B2',
  '{1,2;-3,"x"}',
  'Table1[Cột]',
  '[@a]',
  'SUM(1:1)',
  'A1#',
  '@A1',
  'Tổng',
  'A1:INDEX(A:A,3)',
  '"a"&"b"',
  '1.5E+3',
  '#REF!',
  'Sheet1!#REF!',
  'IF(A1="x", 1, 2)',
  "SUM('Sở A:Sở C'!D8)",
])('=%s can be entered', (formula) => expect(isWellFormed(formula)).toBe(true));

it('takes every formula of the table of office formulas', () => {
  expect(
    table.cases.filter(({ formula }) => !isWellFormed(formula)).map((one) => one.formula),
  ).toEqual([]);
});

it.each([
  ['sum(a1:a2)+b$3', 'SUM(A1:A2)+B$3'],
  ['sum(a:b)', 'SUM(A:B)'],
  ['"a1"&\'a1\'!b2', '"a1"&\'a1\'!B2'],
  ['Tổng+ab_1', 'Tổng+ab_1'],
])('writes %j as %j', (typed, written) => expect(inCapitals(typed)).toBe(written));

it.each([
  ['SUM(A:A)', 0, 1, 'SUM(B:B)'],
  ['SUM($A:A)', 0, 1, 'SUM($A:B)'],
  ['SUM(2:2)', 1, 0, 'SUM(3:3)'],
  ['SUM(1:$2)', 1, 1, 'SUM(2:$2)'],
  ['SUM(A1:B2)', 1, 1, 'SUM(B2:C3)'],
])('%s copied by %i, %i is %s', (formula, rows, columns, moved) =>
  expect(shiftFormula(formula, rows, columns)).toBe(moved),
);
