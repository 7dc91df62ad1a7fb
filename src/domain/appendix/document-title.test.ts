import { readDocumentTitle } from './document-title';

const REFERENCE = '(Kèm theo Quyết định số 2621/QĐ-UBND của Ủy ban nhân dân tỉnh Vĩnh Long)';

it.each([
  [
    'the heading itself',
    ['PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023'],
    'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023',
    2023,
  ],
  [
    'the heading after its number',
    ['Phụ lục 02: Chỉ tiêu kinh tế – xã hội năm 2026'],
    'Chỉ tiêu kinh tế – xã hội năm 2026',
    2026,
  ],
  [
    'the heading after a Roman number',
    ['PHỤ LỤC số II – Danh mục nhiệm vụ năm 2025'],
    'Danh mục nhiệm vụ năm 2025',
    2025,
  ],
  ['the line below', ['PHỤ LỤC I', 'Chỉ tiêu năm 2024'], 'Chỉ tiêu năm 2024', 2024],
  ['a number is no name', ['Phụ lục 01'], '', null],
])('a document is called by %s', (_, lines, name, year) => {
  expect(readDocumentTitle([...lines, REFERENCE], null)).toMatchObject({ name, year });
});
