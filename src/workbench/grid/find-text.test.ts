import { Sheet } from '../../workbook/sheet';
import { nextOf, placesOf } from './find-text';

const sheet = new Sheet('Sheet1');
sheet.put(4, 1, 'Sở Nội vụ');
sheet.put(1, 2, 'sở nội vụ tỉnh');
sheet.put(1, 0, 1234.5, { format: '#,##0.0' });
sheet.put(2, 0, 'Sở Nội vụ');
sheet.hiddenRows.add(2);

it('a text is found without capitals and tones, row by row, and not where it is hidden', () => {
  const found = [
    { row: 1, column: 2 },
    { row: 4, column: 1 },
  ];
  expect(placesOf(sheet, 'so noi')).toEqual(found);
  expect(placesOf(sheet, 'SỞ NỘI')).toEqual(found);
  expect(placesOf(sheet, ' ')).toEqual([]);
});

it('a number is found as it is shown', () => {
  expect(placesOf(sheet, '1.234,5')).toEqual([{ row: 1, column: 0 }]);
});

it('the next and the one before go around the end of the sheet', () => {
  const places = placesOf(sheet, 'so noi');
  expect(nextOf(places, { row: 0, column: 0 }, 1)).toBe(0);
  expect(nextOf(places, { row: 1, column: 2 }, 1)).toBe(1);
  expect(nextOf(places, { row: 4, column: 1 }, 1)).toBe(0);
  expect(nextOf(places, { row: 4, column: 1 }, -1)).toBe(0);
  expect(nextOf(places, { row: 1, column: 2 }, -1)).toBe(1);
});
