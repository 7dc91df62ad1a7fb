import { REPORT_TABLES } from '../report/report-tables';
import { sheetNameOf } from '../report/report-table';
import { isOwnSheet } from './own-sheets';

it.each(REPORT_TABLES.map((table) => [table.key, table] as const))(
  'the sheet of %s is known as one of ours, and no other table has its name',
  (key, table) => {
    expect(isOwnSheet(sheetNameOf(table, '2024-03'), [])).toBe(true);
    const alike = REPORT_TABLES.filter((one) => one.key === key || one.word === table.word);
    expect(alike).toEqual([table]);
  },
);
