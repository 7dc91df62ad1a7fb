import { Sheet } from '../../workbook/sheet';
import { readLinks } from './links';

const LINK = '<hyperlink ref="B2" location="\'Chỉ tiêu 2024-03\'!A1"/>';

it.each([
  [`<worksheet><hyperlinks>${LINK}</hyperlinks></worksheet>`, 1],
  [`<x:hyperlinks >${LINK}</x:hyperlinks>`, 1],
  [`<hyperlinks>${LINK}`, 0],
  ['<worksheet></worksheet>', 0],
])('%s holds as many of our links as it lists: %i', (xml, count) => {
  const sheet = new Sheet('Mục lục');
  expect(readLinks(sheet, xml)).toBe(count);
  expect(sheet.links).toHaveLength(count);
});

it('a part that begins its list half a million times and never ends it is looked through once', () => {
  const sheet = new Sheet('Mục lục');
  expect(readLinks(sheet, '<hyperlinks '.repeat(500_000))).toBe(0);
});
