import { freeSheetName, sheetNameFault } from './sheet-names';

it.each([
  ['', 'Vui lòng ghi tên'],
  ['a'.repeat(32), 'dài quá 31'],
  ['Quý 1/2024', 'không được có'],
  ["'Chỉ tiêu", 'không được có'],
  ['HISTORY', 'History'],
  ['chỉ tiêu', 'Đã có trang tính “chỉ tiêu”'],
])('a sheet cannot be called %j', (name, said) => {
  expect(sheetNameFault(name, ['Chỉ tiêu'])).toContain(said);
});

it('another name is free, and a new sheet takes the first free one', () => {
  expect(sheetNameFault('Ghi chú', ['Chỉ tiêu'])).toBeNull();
  expect(freeSheetName(['Trang1', 'trang2', 'Chỉ tiêu'])).toBe('Trang3');
});
