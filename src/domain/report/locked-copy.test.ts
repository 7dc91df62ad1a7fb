import { formSheetNames } from './form-tables';
import { sheetNameOf } from './report-table';
import { REPORT_TABLES } from './report-tables';
import { lockedName, lockedTable } from './locked-copy';

const LONGEST = 'BC-TTHC-2024';

it.each([
  ['Chỉ tiêu 2024-03', 1, 'Khóa Chỉ tiêu 2024-03'],
  ['Chỉ tiêu 2024-03', 2, 'Khóa Chỉ tiêu 2024-03 (2)'],
  ['Biểu II.06a 2024-Q1', 2, 'Khóa Biểu II.06a 2024-Q1 (2)'],
  ['Biểu BC-TTHC-2024 2024-Q1', 1, 'Khóa Biểu BC-TTHC-2024 2024-Q1'],
  ['Biểu BC-TTHC-2024 2024-Q1', 12, 'Khóa BC-TTHC-2024 2024-Q1 (12)'],
])('%s locked for the %sth time is %s, and known by it', (table, lock, name) => {
  expect(lockedName(table, lock)).toBe(name);
  expect(lockedTable(name)).toBe(table);
});

it('every table has a name of its own that a sheet can bear, however often it is locked', () => {
  const tables = [
    ...REPORT_TABLES.map((table) => sheetNameOf(table, '2024-03')),
    formSheetNames(LONGEST, '2024-03').table,
  ];
  for (const lock of [1, 2, 99]) {
    const names = tables.map((table) => lockedName(table, lock));
    expect(new Set(names).size).toBe(tables.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  }
});
