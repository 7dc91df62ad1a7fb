import { citedDocument } from './citation';

it.each([
  ['258/QĐ-UBND', '2024-03-04', 'Quyết định số 258/QĐ-UBND ngày 04 tháng 3 năm 2024'],
  ['29/KH-UBND', '2024-01-31', 'Kế hoạch số 29/KH-UBND ngày 31 tháng 01 năm 2024'],
  ['06/CT-UBND', '2024-12-05', 'Chỉ thị số 06/CT-UBND ngày 05 tháng 12 năm 2024'],
  [
    '12/NQ-HĐND'.normalize('NFD'),
    '2024-12-05',
    `Nghị quyết số ${'12/NQ-HĐND'.normalize('NFD')} ngày 05 tháng 12 năm 2024`,
  ],
  ['123/UBND-NC', '2024-12-05', 'Văn bản số 123/UBND-NC ngày 05 tháng 12 năm 2024'],
  ['/KH-UBND', null, 'Kế hoạch số    /KH-UBND ngày … tháng … năm …'],
  ['', null, 'Văn bản ngày … tháng … năm …'],
] as const)('%s of %s is cited as “%s”', (number, date, said) => {
  expect(citedDocument({ number, date })).toBe(said);
});
