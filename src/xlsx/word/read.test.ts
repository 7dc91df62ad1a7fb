import { strToU8, unzipSync, zipSync } from 'fflate';
import { docx, paragraph, wordOf } from '../../../test/appendix/word-file';
import { MORE_SAMPLES } from '../../../test/appendix/more-samples';
import { SAMPLES } from '../../../test/appendix/samples';
import { measure } from '../../../test/appendix/measure-reading';
import { planFromAppendix } from '../../app/plan-from-appendix';
import national from '../../domain/agency/national.json';
import type { National } from '../../domain/agency/national';
import { openAppendix } from '../../intake/open-appendix';
import { SHOWN } from '../read/limits';
import { readWord } from './read';

const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

function sheetsOf(bytes: Uint8Array) {
  const read = readWord(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.sheets;
}
const valuesOf = (bytes: Uint8Array, sheet = 0) =>
  [...sheetsOf(bytes)[sheet].rows].map(([at, cells]) => [
    at,
    [...cells].map(([column, { value }]) => [column, value]),
  ]);

describe('a decision as a .docx', () => {
  it.each([...SAMPLES, ...MORE_SAMPLES].map((sample) => [sample.id, sample] as const))(
    '%s reads as the sheet it was pasted to',
    async (_, sample) => {
      const opened = await openAppendix(wordOf(sample.workbook()));
      if (!opened.ok) throw new Error(opened.refusal.code);
      const read = planFromAppendix(opened.workbook, national as National, sample);
      if (!read.ok) throw new Error(read.refusal.code);
      const tally = measure(sample.rows, read.value);
      expect(Object.values(tally).flatMap(({ wrong }) => wrong)).toEqual([]);
    },
  );

  it('the text before, an appendix on a sheet of its own, cells that are one', () => {
    const bytes = docx(
      paragraph('QUYẾT ĐỊNH') +
        paragraph('Phụ lục II') +
        paragraph('NHIỆM VỤ NĂM 2026') +
        table(
          row(
            cell('STT', '<w:vMerge w:val="restart"/>'),
            cell('Phân công', '<w:gridSpan w:val="2"/>'),
          ),
          row(cell('', '<w:vMerge/>'), cell('Chủ trì'), cell('Phối hợp')),
        ),
    );
    const [text, appendix] = sheetsOf(bytes);
    expect([text.name, text.value(0, 0), appendix.name]).toEqual([
      'Văn bản',
      'QUYẾT ĐỊNH',
      'Phụ lục II',
    ]);
    expect(appendix.value(3, 1)).toBe('Chủ trì');
    expect(appendix.merges).toEqual(
      expect.arrayContaining([
        { top: 2, bottom: 3, left: 0, right: 0 },
        { top: 2, bottom: 2, left: 1, right: 2 },
      ]),
    );
  });

  it('numbers Word draws itself, in its lists and styles', () => {
    const numbered = (list: string, level = 0): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr></w:p>`;
    const styled = '<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr><w:r><w:t>Chỉ đạo</w:t></w:r></w:p>';
    const bytes = docx(
      table(
        row(`<w:tc>${styled}</w:tc>`),
        row(`<w:tc>${numbered('1')}</w:tc>`, cell('A')),
        row(`<w:tc>${numbered('1', 1)}</w:tc>`, cell('B')),
        row(`<w:tc>${numbered('1')}</w:tc>`, cell('C')),
        row(`<w:tc>${numbered('3')}</w:tc>`, cell('D')),
      ),
      {
        'word/numbering.xml': `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        'word/styles.xml': `<w:styles xmlns:w="w"><w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`,
      },
    );
    expect(valuesOf(bytes)).toEqual([
      [0, [[0, 'IV. Chỉ đạo']]],
      [
        1,
        [
          [0, '1.'],
          [1, 'A'],
        ],
      ],
      [
        2,
        [
          [0, '1a)'],
          [1, 'B'],
        ],
      ],
      [
        3,
        [
          [0, '2.'],
          [1, 'C'],
        ],
      ],
      [4, [[1, 'D']]],
    ]);
  });

  it('words that were deleted, hidden or stand in a box are not read; words put in are', () => {
    const bytes = docx(
      table(
        row(
          '<w:tc><w:p><w:r><w:t>Tối thiểu </w:t></w:r><w:del><w:r><w:delText>70</w:delText></w:r></w:del><w:ins><w:r><w:t>80</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p></w:tc>',
        ),
        '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>hàng bỏ</w:t></w:r></w:p></w:tc></w:tr>',
        row(`<w:tc>${table(row(cell('trong'), cell('ô')))}<w:p/></w:tc>`),
      ),
    );
    expect(valuesOf(bytes)).toEqual([
      [0, [[0, 'Tối thiểu 80']]],
      [1, [[0, 'trong\nô']]],
    ]);
  });
});

describe('a .docx that is not read says why', () => {
  const good = docx(table(row(cell('a'))));
  const parts = unzipSync(good);
  const MB = 1 << 20;
  it.each<[string, Uint8Array, string]>([
    [
      'with macros',
      zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array(9) }),
      'appendix-word-macros',
    ],
    [
      'called one with macros',
      zipSync({
        ...parts,
        '[Content_Types].xml': strToU8(
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        ),
      }),
      'appendix-word-macros',
    ],
    ['without a table', docx(paragraph('Chỉ có chữ')), 'appendix-word-no-table'],
    [
      'a bomb',
      zipSync({ ...parts, 'word/document.xml': new Uint8Array(20 * MB) }, { level: 9 }),
      'file-too-large',
    ],
    [
      'entities of entities',
      docx('', {
        'word/document.xml': '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>',
      }),
      'file-damaged',
    ],
    ['tables in tables', docx('<w:tbl><w:tr><w:tc>'.repeat(40)), 'file-too-large'],
    ['tags without end', docx('<w:tbl><w:tr><w:tc><w:p><w:r><w:t'), 'file-damaged'],
    ['very many cells', docx(table(row(cell('x')).repeat(60_000))), 'file-too-large'],
    [
      'columns without end',
      docx(table(row('<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr></w:tc>'.repeat(9)))),
      'file-too-large',
    ],
    ['cut off', good.slice(0, good.length / 2), 'file-damaged'],
  ])('%s', async (_, bytes, code) => {
    const opened = await openAppendix(bytes);
    expect(opened).toMatchObject({ ok: false, refusal: { code } });
  });

  it('and how much may be, as every reader does', () => {
    const facts = { most: SHOWN.fileBytes / MB, of: 'MB' };
    expect(readWord(new Uint8Array(SHOWN.fileBytes + 1))).toEqual({
      ok: false,
      refusal: { code: 'file-too-large', facts },
    });
  });

  it('deep nesting of what is no table costs nothing', () => {
    const bytes = docx('<w:sdt>'.repeat(200_000) + table(row(cell('a'))));
    expect(sheetsOf(bytes)).toHaveLength(1);
  });
});

it('a whole decision: its number and day where the appendix leaves them open, its paragraphs no name of the plan', async () => {
  const head = table(
    row(
      cell('ỦY BAN NHÂN DÂN\nTỈNH VĨNH LONG'),
      cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
    ),
    row(cell('Số: 45/KH-UBND'), cell('Vĩnh Long, ngày 06 tháng 02 năm 2026')),
  );
  const foot = table(row(cell('Nơi nhận:\n- Như trên;'), cell('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH')));
  const text = Array.from({ length: 40 }, (_, n) =>
    paragraph(`${n + 1}. Các cơ quan, đơn vị triển khai nội dung mẫu.`),
  );
  const list = table(
    row(cell('STT'), cell('Nhiệm vụ'), cell('Cơ quan chủ trì'), cell('Thời hạn')),
    row(cell('1'), cell('Ban hành kế hoạch'), cell('Sở Nội vụ'), cell('Quý I/2026')),
  );
  const bytes = docx(
    head +
      paragraph('KẾ HOẠCH MẪU') +
      text.join('') +
      foot +
      paragraph('Phụ lục') +
      paragraph('NHIỆM VỤ CẢI CÁCH NĂM 2026') +
      paragraph('(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026 của UBND tỉnh Vĩnh Long)') +
      list,
  );
  const opened = await openAppendix(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const read = planFromAppendix(opened.workbook, national as National, {
    year: null,
    province: null,
  });
  expect(read).toMatchObject({
    ok: true,
    value: {
      plan: {
        name: 'NHIỆM VỤ CẢI CÁCH NĂM 2026',
        number: '45/KH-UBND',
        date: '2026-02-06',
        issuer: 'Ủy ban nhân dân tỉnh Vĩnh Long',
        tasks: [{ text: 'Ban hành kế hoạch', filledBy: [{ agency: 'SNV' }] }],
      },
      marks: [],
    },
  });
});
