import { insertColumn, insertRow } from '../../../test/defects/drift';
import { Form } from '../../../test/forms';
import { findHeader } from './find-header';
import { INDICATOR_KIND } from './form-kind';

/** Headings that came before are known again; what people did to them is seen all the same. */
describe('headings of a form whose like came before', () => {
  const sheetOf = () => Form.of('29461', '2024-03').fill().workbook.sheets[0];
  const header = (sheet = sheetOf()) => findHeader(sheet, INDICATOR_KIND)!;
  const issued = header();

  it('are found in every form, each in its own sheet', () => {
    const other = sheetOf();
    expect(header(other)).toEqual({ ...issued, sheet: other });
    expect(header(other).sheet).toBe(other);
  });

  it('are found where they stand now', () => {
    const sheet = sheetOf();
    insertRow(sheet, 0);
    const { row, firstRow, columns } = header(sheet);
    expect([row, firstRow]).toEqual([issued.row + 1, issued.firstRow + 1]);
    expect(columns).toEqual(issued.columns);
  });

  it('are found in the columns they stand in now', () => {
    const sheet = sheetOf();
    const at = issued.columns.get('numerator')!;
    insertColumn(sheet, at);
    expect(header(sheet).columns.get('numerator')).toBe(at + 1);
    expect(header().columns.get('numerator')).toBe(at);
  });

  it('are read in other words, and in their own after that', () => {
    const sheet = sheetOf();
    const at = issued.columns.get('unit')!;
    sheet.put(issued.row, at, 'Đơn vị tính của số liệu');
    expect([...header(sheet).renamed.keys()]).toEqual(['unit']);
    expect([...header().renamed.keys()]).toEqual([]);
  });
});
