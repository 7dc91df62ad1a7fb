import { areaName } from './address';
import { withoutLinks } from './link-places';
import { Sheet } from './sheet';

it('leaves the links on texts, and covers every blank cell of the area once', () => {
  const sheet = new Sheet('Mục lục');
  sheet.put(0, 0, 'MỤC LỤC');
  sheet.put(2, 0, 'Kỳ');
  sheet.put(2, 1, 'Mở');
  sheet.put(3, 0, 'Tháng 1/2024');
  sheet.put(3, 1, null);
  sheet.put(4, 0, 'Tháng 2/2024');
  sheet.set(4, 2, { value: null, formula: 'A1' });
  const places = withoutLinks(sheet, { top: 0, left: 0, bottom: 5, right: 3 });
  expect(places.map(areaName)).toEqual(['B1:D1', 'A2:D2', 'C3:D3', 'B4:D4', 'B5', 'D5', 'A6:D6']);
});
