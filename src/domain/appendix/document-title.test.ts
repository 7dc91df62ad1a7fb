import { completeTitle, readDocumentTitle } from './document-title';

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
  [
    'what stands under its head',
    [
      'UBND XÃ MƯỜNG LA',
      'Số: 07/KH-UBND',
      'Mường La, ngày 20 tháng 01 năm 2026',
      'Kế hoạch năm 2026',
    ],
    'Kế hoạch năm 2026',
    2026,
  ],
  [
    'what stands under its head, where the day was left open',
    ['UBND TỈNH CÀ MAU', 'Cà Mau, ngày … tháng … năm 2026', 'Kế hoạch năm 2026'],
    'Kế hoạch năm 2026',
    2026,
  ],
])('a document is called by %s', (_, lines, name, year) => {
  expect(readDocumentTitle([...lines, REFERENCE], null)).toMatchObject({ name, year });
});

it.each([
  [['PHỤ LỤC I'], '2621/QĐ-UBND', '2022-12-13'],
  // What the appendix itself says goes before it.
  [['PHỤ LỤC I', '(Kèm theo Kế hoạch số 9/KH-UBND ngày 05/01/2023)'], '9/KH-UBND', '2023-01-05'],
])('under %j a reference at the head of the document is its own', (lines, number, date) => {
  const head = [
    'KẾ HOẠCH',
    'Cải cách hành chính năm 2023',
    '(Kèm theo Quyết định số 2621/QĐ-UBND ngày 13 tháng 12 năm 2022 của UBND tỉnh Vĩnh Long)',
    ...lines,
  ];
  expect(completeTitle(readDocumentTitle(lines, null), head)).toMatchObject({
    ...{ number, date },
    issuer: lines.length > 1 ? '' : 'Ủy ban nhân dân tỉnh Vĩnh Long',
  });
});

it.each([
  [
    ['KẾ HOẠCH', 'Chuyển đổi số tỉnh Điện Biên năm 2026', '(Kèm theo Quyết định số 1/QĐ-UBND)'],
    'Kế hoạch Chuyển đổi số tỉnh Điện Biên năm 2026',
  ],
  [['KẾ HOẠCH\nChuyển đổi số năm 2026', '-------'], 'Kế hoạch Chuyển đổi số năm 2026'],
  [
    ['QUYẾT ĐỊNH', 'Về việc ban hành Kế hoạch cải cách hành chính', 'năm 2026', 'Căn cứ Luật'],
    'Kế hoạch cải cách hành chính năm 2026',
  ],
  [['QUYẾT ĐỊNH', 'Phê duyệt Đề án số hóa năm 2026', 'CHỦ TỊCH'], 'Đề án số hóa năm 2026'],
  // Nothing that names a plan.
  [['QUYẾT ĐỊNH', 'Căn cứ Luật Tổ chức chính quyền địa phương'], 'Các chỉ tiêu năm 2026'],
  [['Số: 45/KH-UBND'], 'Các chỉ tiêu năm 2026'],
])('of several appendices the plan is called as its head calls it: %j', (head, name) => {
  const said = readDocumentTitle(['PHỤ LỤC I', 'Các chỉ tiêu năm 2026'], null);
  expect(completeTitle(said, ['TỈNH ĐIỆN BIÊN', ...head, 'PHỤ LỤC I'])).toMatchObject({
    ...{ name, year: 2026 },
  });
});

describe('whose plan it is', () => {
  const of = (...head: string[]) =>
    completeTitle(readDocumentTitle(['Phụ lục I'], null), head).issuer;

  it.each([
    [['ỦY BAN NHÂN DÂN TỈNH LÀO CAI', 'Số: 45/KH-UBND'], 'Ủy ban nhân dân tỉnh Lào Cai'],
    [
      ['UỶ BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'TỈNH SƠN LA', 'Độc lập - Tự do'],
      'Ủy ban nhân dân tỉnh Sơn La',
    ],
    [['UBND THÀNH PHỐ HỒ CHÍ MINH'], 'Ủy ban nhân dân thành phố Hồ Chí Minh'],
    [
      ['ỦY BAN NHÂN DÂN', 'TỈNH BÀ RỊA - VŨNG TÀU', '-------'],
      'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu',
    ],
    [['Ủy ban nhân dân xã Mường La CỘNG HÒA XÃ HỘI CHỦ NGHĨA'], 'Ủy ban nhân dân xã Mường La'],
    // A department's own plan, and a head that names no place.
    [['ỦY BAN NHÂN DÂN', 'TỈNH LÀO CAI', 'SỞ NỘI VỤ', 'Số: 12/KH-SNV'], ''],
    [['ỦY BAN NHÂN DÂN', 'Số: 45/KH-UBND'], ''],
    [['HỘI ĐỒNG NHÂN DÂN', 'TỈNH LÀO CAI'], ''],
  ])('is said by the head of the page: %j', (head, issuer) => {
    expect(of(...head)).toBe(issuer);
  });

  it('is first of all what the reference says', () => {
    const title = readDocumentTitle(['Phụ lục I', REFERENCE], null);
    expect(completeTitle(title, ['ỦY BAN NHÂN DÂN', 'TỈNH TRÀ VINH']).issuer).toBe(
      'Ủy ban nhân dân tỉnh Vĩnh Long',
    );
  });

  it.each([
    ['của UBND tỉnh Sơn La thực hiện năm 2026)', 'Ủy ban nhân dân tỉnh Sơn La'],
    [
      'của Chủ tịch UBND tỉnh Sơn La về việc giao chỉ tiêu)',
      'Chủ tịch Ủy ban nhân dân tỉnh Sơn La',
    ],
    ['của UBND tỉnh Sơn La ban hành Kế hoạch năm 2026)', 'Ủy ban nhân dân tỉnh Sơn La'],
  ])('ends where the reference says what for: %s', (words, issuer) => {
    const reference = `(Kèm theo Kế hoạch số 12/KH-UBND ngày 10/01/2026 ${words}`;
    expect(readDocumentTitle(['Phụ lục I', reference], null).issuer).toBe(issuer);
  });
});
