import { isOwnFormula, isOwnSheet } from './own-sheets';

it.each([
  ['Chỉ tiêu', true],
  ['Sổ số liệu', true],
  ['Gắn biểu (cũ)', true],
  ['Chỉ tiêu 2024-03', true],
  ['chỉ tiêu 2024-q1', true],
  ['Theo đơn vị 2024-Q1 (cũ)', true],
  ['Khóa Chỉ tiêu 2024-03 (2)', true],
  ['Số liệu đã khóa', true],
  ['Biểu II.06a 2024-03', true],
  ['Khóa II.06a 2024-03 (10)', true],
  ['Số liệu II.06a 2024-03 cũ', true],
  ['Đối chiếu 2024-Q1', true],
  ['Đối chiếu công nợ', false],
  ['Biểu số 1 2024-03', false],
  ['Chỉ tiêu của tỉnh', false],
  ['Chỉ tiêu 2024-3', false],
  ['Phụ lục', false],
])('%s is a sheet of ours: %s', (name, isOwn) => {
  expect(isOwnSheet(name, ['II.06a'])).toBe(isOwn);
});

it.each([
  ["'Chỉ tiêu 2024-03'!F12", true],
  ["'Chỉ tiêu 2024-03 (cũ)'!$F$12", true],
  ['#REF!F12', true],
  ['#REF!', true],
  ["'Chỉ tiêu 2024-03'!F12+1", false],
  ["'Chỉ tiêu 2024-03'!F12:F13", false],
  ["SUM('Chỉ tiêu 2024-03'!F12)", false],
  ["'Chỉ tiêu'!F12", false],
  ["'Biểu của tôi'!F12", false],
  ['F12', false],
])('%s is a formula of ours: %s', (formula, isOwn) => {
  expect(isOwnFormula(formula)).toBe(isOwn);
});
