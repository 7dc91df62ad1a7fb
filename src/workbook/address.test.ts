import fc from 'fast-check';
import {
  areaName,
  cellName,
  columnIndex,
  columnName,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  parseCell,
  quoteSheet,
} from './address';

describe('A1 arithmetic', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('column %i is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name)).toBe(index);
  });

  it.each(['XFE', 'AAAA', '', 'A1', 'Đ'])('refuses the column %s', (name) => {
    expect(columnIndex(name)).toBeNull();
  });

  it.each(['A0', 'A01', 'A1048577', 'XFE1', 'A', '1', 'A1:B2', ' A1'])(
    'refuses the cell %s',
    (text) => {
      expect(parseCell(text)).toBeNull();
    },
  );

  it('reads back every cell it names', () => {
    const row = fc.integer({ min: 0, max: MAX_ROWS - 1 });
    const column = fc.integer({ min: 0, max: MAX_COLUMNS - 1 });
    fc.assert(
      fc.property(row, column, (r, c) => {
        expect(parseCell(cellName(r, c))).toEqual({ row: r, column: c });
      }),
    );
  });

  it('takes the corners of a range in any order', () => {
    expect(parseArea('D9:B3')).toEqual(parseArea('B3:D9'));
    expect(areaName(parseArea('$B$3:$D$9')!)).toBe('B3:D9');
    expect(areaName(parseArea('C4')!)).toBe('C4');
    expect(parseArea('A1:B2:C3')).toBeNull();
  });

  it('doubles quotes in sheet names', () => {
    expect(quoteSheet("Sở 'A'")).toBe("'Sở ''A'''");
  });
});
