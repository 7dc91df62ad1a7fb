import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellValue, Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../write/workbook';
import { readForEditing } from './for-editing';
import { readNumber } from './number-bytes';
import { PartMemo } from './part-memo';
import { readReceived, readWorkbook } from './workbook';

/** A package written by hand, the way odd producers write it. */
function pack(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${ns} xmlns:r="${relations}"><sheets><sheet name="A &amp; B" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${ns}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${ns}><si><t>một</t></si><si><r><t>ha</t></r><r><t>i</t></r><rPh><t>x</t></rPh></si><si/></sst>`,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

function values(bytes: Uint8Array): Record<string, CellValue> {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const found: Record<string, CellValue> = {};
  for (const [row, cells] of read.value.sheets[0].rows)
    for (const [column, cell] of cells) found[`${row} ${column}`] = cell.value;
  return found;
}

describe('what producers write', () => {
  it.each<[string, string, CellValue]>([
    ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
    ['a number with an exponent', '<c r="A1"><v>1E3</v></c>', 1000],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'một'],
    ['rich text without its phonetic run', '<c r="A1" t="s"><v>1</v></c>', 'hai'],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>ba</t></is></c>', 'ba'],
    ['a formula text', '<c r="A1" t="str"><f>X</f><v>bốn</v></c>', 'bốn'],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['an ISO date', '<c r="A1" t="d"><v>2024-01-01</v></c>', 45292],
    ['a cell without a place', '<c><v>7</v></c>', 7],
    [
      'entities and escapes',
      '<c r="A1" t="inlineStr"><is><t>a&lt;b&#x1EA5;_x000D_</t></is></c>',
      'a<bấ\n',
    ],
    ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
    ['a comment', '<!-- x --><c r="A1"><v>5</v></c>', 5],
    ['a prefix', '<x:c r="A1"><x:v>6</x:v></x:c>', 6],
  ])('%s', (_, cell, value) => {
    expect(values(pack(`<row>${cell}</row>`))).toEqual({ '0 0': value });
  });

  it('paths with the strokes of Windows', () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
    const bytes = pack('<row><c t="s"><v>0</v></c></row>', {
      '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '\\xl\\workbook.xml')}</Relationships>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', '\\xl\\worksheets\\sheet1.xml')}${relation('r2', 'sharedStrings', '.\\sharedStrings.xml')}</Relationships>`,
    });
    expect(values(bytes)).toEqual({ '0 0': 'một' });
  });

  it.each<[string, string, unknown]>([
    [
      'a struck number before one that stands',
      '<r><rPr><strike/><sz val="12"/></rPr><t>120</t></r><r><rPr><sz val="12"/></rPr><t>130</t></r>',
      [
        { text: '120', look: 'struck' },
        { text: '130', look: 'plain' },
      ],
    ],
    [
      'the raised number of a note, behind a run without a look',
      '<r><t>120</t></r><r><rPr><vertAlign val="superscript"/></rPr><t xml:space="preserve"> 1</t></r>',
      [
        { text: '120', look: 'plain' },
        { text: ' 1', look: 'raised' },
      ],
    ],
    [
      'a lowered one',
      '<r><t>130</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>',
      [
        { text: '130', look: 'plain' },
        { text: '2', look: 'raised' },
      ],
    ],
    [
      'a strike that is switched off',
      '<r><rPr><strike val="0"/></rPr><t>12</t></r><r><t>0</t></r>',
      undefined,
    ],
    ['bold', '<r><rPr><b/></rPr><t>12</t></r><r><t>0</t></r>', undefined],
  ])('%s comes with its pieces, shared or in the cell', (_, runs, parts) => {
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>x</t></si><si>${runs}</si></sst>` };
    const cells = `<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1"/><c r="D1" t="s"><v>1</v></c>`;
    const inline = `<c r="E1" t="inlineStr"><is>${runs}</is></c><c r="F1" t="inlineStr"><is><t>y</t></is></c>`;
    for (const read of [readWorkbook, readReceived]) {
      const found = read(pack(`<row>${cells}${inline}</row>`, shared));
      const [sheet] = found.ok ? found.value.sheets : [];
      expect([0, 1, 2, 3, 4, 5].map((column) => sheet.cell(0, column)?.parts)).toEqual([
        parts,
        undefined,
        undefined,
        parts,
        parts,
        undefined,
      ]);
    }
  });

  it.each<[string, string, CellValue]>([
    ['no value in the tag', '<c r="A1"><v/></c>', null],
    ['a space around a number', '<c r="A1"><v> 5 </v></c>', 5],
    ['single quotes and spaces in the tag', "<c  r = 'A1'\n t='n' ><v >8</v ></c >", 8],
    ['“>” in an attribute', '<c r="A1" x="a>b"><v>9</v></c>', 9],
    ['small letters in the address', '<c r="a1"><v>10</v></c>', 10],
    ['a negative number', '<c r="A1"><v>-0.05</v></c>', -0.05],
    ['17 digits', '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ['what only JavaScript takes for a number', '<c r="A1"><v>0x1F</v></c>', '0x1F'],
    [
      'an extension inside the cell',
      '<c r="A1"><v>11</v><extLst><ext><a:v>99</a:v></ext></extLst></c>',
      11,
    ],
    ['a processing instruction', '<?x y?><c r="A1"><v>12</v></c>', 12],
    [
      'one line end written twice',
      '<c r="A1" t="inlineStr"><is><t>a_x000d_\r\nb</t></is></c>',
      'a\nb',
    ],
    ['a cell in another row than it stands in', '<c r="B3"><v>13</v></c>', null],
  ])('also %s', (_, cell, value) => {
    expect(values(pack(`<row r="1">${cell}</row>`))['0 0'] ?? null).toEqual(value);
  });

  it('a blank shared string cell is blank, not the first string', () => {
    expect(values(pack('<row r="1"><c r="A1" t="s"/><c r="B1" t="s"><v></v></c></row>'))).toEqual(
      {},
    );
  });

  it('formulas that share one are moved to their place', () => {
    const cells =
      '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c>';
    const read = readWorkbook(pack(`<row r="1">${cells}</row>`));
    expect(
      read.ok && [
        read.value.sheets[0].cell(0, 0)!.formula,
        read.value.sheets[0].cell(1, 0)!.formula,
      ],
    ).toEqual(['B1*2', 'B2*2']);
  });
});

describe('packages as odd producers make them', () => {
  const cells = '<row r="1"><c r="A1"><v>5</v></c></row>';
  const xml = (text: string, encoding: 'utf-16le' | 'utf-16be', mark: boolean) => {
    const units = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
    return new Uint8Array(
      units.flatMap((u) => (encoding === 'utf-16le' ? [u & 255, u >> 8] : [u >> 8, u & 255])),
    );
  };
  const sheet = `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
  const part = 'xl/worksheets/sheet1.xml';
  const withPart = (bytes: Uint8Array) => zipSync({ ...unzipSync(pack(cells)), [part]: bytes });

  it.each<[string, () => Uint8Array]>([
    ['UTF-16 with a mark', () => withPart(xml(sheet, 'utf-16le', true))],
    ['UTF-16 without one', () => withPart(xml(sheet, 'utf-16be', false))],
    ['UTF-8 with a mark', () => withPart(strToU8(`\ufeff${sheet}`))],
    [
      'an encoding of another age',
      () => withPart(strToU8(`<?xml version="1.0" encoding="windows-1258"?>${sheet}`)),
    ],
    [
      'prefixes everywhere',
      () =>
        withPart(
          strToU8(
            '<x:worksheet><x:sheetData><x:row><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          ),
        ),
    ],
    [
      'a comment that holds a row',
      () =>
        withPart(strToU8(sheet.replace('<row', '<!-- <row r="1"><c><v>7</v></c></row> --><row'))),
    ],
    ['rows without numbers', () => pack('<row><c><v>5</v></c></row>')],
    ['backslashes in names', () => renamed(pack(cells), (name) => name.replace(/\//g, '\\'))],
    ['names in capitals', () => renamed(pack(cells), (name) => name.toUpperCase())],
    [
      'something before the archive',
      () => joined(strToU8('Content-Type: application/x-zip\r\n\r\n'), pack(cells)),
    ],
    ['something behind the archive', () => joined(pack(cells), strToU8('x'.repeat(100)))],
    [
      'strict namespaces',
      () =>
        renamed(
          pack(cells),
          (name) => name,
          (text) =>
            text.replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006',
              'http://purl.oclc.org/ooxml/officeDocument',
            ),
        ),
    ],
  ])('%s', (_, make) => {
    expect(values(make())).toEqual({ '0 0': 5 });
  });

  function renamed(
    bytes: Uint8Array,
    name: (name: string) => string,
    change = (text: string) => text,
  ): Uint8Array {
    const parts = Object.entries(unzipSync(bytes));
    return zipSync(
      Object.fromEntries(
        parts.map(([path, data]) => [name(path), strToU8(change(strFromU8(data)))]),
      ),
    );
  }

  function joined(...parts: Uint8Array[]): Uint8Array {
    return new Uint8Array(parts.flatMap((one) => [...one]));
  }

  it('a cell with a date as text counts from the workbook’s own epoch', () => {
    const cell = '<row r="1"><c r="A1" t="d"><v>2024-01-01</v></c></row>';
    const book = (attributes: string) =>
      `<workbook xmlns:r="r"><workbookPr ${attributes}/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`;
    expect(values(pack(cell, { 'xl/workbook.xml': book('') }))).toEqual({ '0 0': 45292 });
    expect(values(pack(cell, { 'xl/workbook.xml': book('date1904="1"') }))).toEqual({
      '0 0': 45292 - 1462,
    });
  });

  it('a formula over another workbook names it, and nothing else is asked of that workbook', () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = pack('<row r="1"><c r="A1"><f>[1]T8!C5</f><v>5</v></c></row>', {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets><externalReferences><externalReference r:id="r9"/></externalReferences></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="${relations}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="file:///D:/B%C3%A1o%20c%C3%A1o/T8.xlsx" TargetMode="External"/></Relationships>',
    });
    const read = readReceived(bytes);
    expect(read.ok && read.value.sheets[0].cell(0, 0)).toEqual({
      value: 5,
      formula: '[T8.xlsx]T8!C5',
    });
  });
});

describe('a received file is read as far as a check needs it', () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>${r}</v></c></row>`,
    ).join('');

  it('of a sheet that does not matter, only the first rows', () => {
    const seen: number[] = [];
    const read = readReceived(pack(rows(500)), (head) => seen.push(head.rows.size) < 0);
    expect(seen).toEqual([60]);
    expect(read.ok && read.value.sheets[0].rows.size).toBe(60);
  });

  it('a sheet that matters is read to its end, what stands behind the rows too', () => {
    const bytes = pack(
      `${rows(500)}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><sheetData>`,
    );
    const read = readReceived(bytes, () => true);
    expect(read.ok && [read.value.sheets[0].rows.size, read.value.sheets[0].merges.length]).toEqual(
      [500, 1],
    );
  });

  it('hidden rows are known where they hold something', () => {
    const read = readReceived(
      pack('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="9" hidden="true"/>'),
    );
    expect(read.ok && [...read.value.sheets[0].hiddenRows]).toEqual([0]);
  });
});

it('a tag that breaks off in an attribute is damage, not a reason to pass over the cell behind it', () => {
  const read = readReceived(pack('<row broken><c r="A1"><v>1</v></c></row>'));
  expect(read.ok ? 'ok' : read.refusal.code).toBe('file-damaged');
});

it('a workbook of ours opens with a sheet larger than anybody may send as text', () => {
  const cells = Array.from(
    { length: 20 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
  ).join('');
  const sheet = `<worksheet><sheetData>${cells}</sheetData>${' '.repeat(17 << 20)}</worksheet>`;
  const opened = readForEditing(pack('', { 'xl/worksheets/sheet1.xml': sheet }));
  expect(opened.ok && opened.value.workbook.sheets[0].rows.size).toBe(20);
});

it('what is kept of parts that come again is bounded by what was made of them', () => {
  const made: number[] = [];
  const memo = new PartMemo((text) => made.push(text.length));
  const get = (n: number, length: number) =>
    memo.get(new Uint8Array([n]), n, () => 'x'.repeat(length));
  get(1, 2 << 20);
  get(1, 2 << 20);
  // Too large to be kept; two of a lesser size do not stand beside each other.
  for (const n of [2, 2, 3, 2]) get(n, 600 << 10);
  expect(made.length).toBe(5);
});

describe('numbers', () => {
  it('are the doubles that JavaScript reads from the same text', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .tuple(fc.maxSafeInteger(), fc.nat(12))
        .map(([n, places]) => (n / 10 ** places).toFixed(places)),
      fc.stringMatching(/^-?\d{1,18}(\.\d{0,20})?([eE][+-]?\d{1,3})?$/),
    );
    fc.assert(
      fc.property(number, (text) => {
        const bytes = strToU8(text);
        expect(readNumber(bytes, 0, bytes.length)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', '-', '.', '1.2.3', '12a', '1 2', 'Infinity', '0x10', '--1'])(
    '“%s” is none',
    (text) => {
      const bytes = strToU8(text);
      expect(readNumber(bytes, 0, bytes.length)).toBeNaN();
    },
  );
});

describe('what we write, we read back', () => {
  const style: fc.Arbitrary<Style> = fc.record(
    {
      bold: fc.constant(true),
      unlocked: fc.constant(true),
      border: fc.constant(true),
      wrap: fc.constant(true),
      format: fc.constantFrom('0.00', '@', 'dd/mm/yyyy'),
    },
    { requiredKeys: ['border'] },
  );
  const text = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((one) => one.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim());
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
    fc.boolean(),
    text.filter((one) => one !== ''),
    fc.constantFrom('=1+1', '+cmd', '_x000D_', "'", '<b>&amp;', '  hai khoảng  ', '0012'),
  );
  it('values and looks, text that looks like a formula too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), fc.nat(20), value, style), { maxLength: 20 }),
        async (cells) => {
          const sheet = new Sheet('Trang & “1”');
          for (const [row, column, one, look] of cells) sheet.put(row, column, one, look);
          const read = readWorkbook(await writeWorkbook(emptyWorkbook([sheet])));
          if (!read.ok) throw new Error(read.refusal.code);
          const back = read.value.sheets[0];
          expect(back.name).toBe(sheet.name);
          for (const [row, column] of cells) {
            const [was, is] = [sheet.cell(row, column)!, back.cell(row, column)!];
            expect(is.value).toEqual(was.value);
            expect(is.formula).toBeUndefined();
            expect(is.style).toMatchObject(was.style!);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a rule over several areas', () => {
  const rulesOf = (xml: string) => {
    const read = readForEditing(
      pack('', { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/>${xml}</worksheet>` }),
    );
    if (!read.ok) throw new Error(read.refusal.code);
    const { conditionalFormats, validations } = read.value.workbook.sheets[0];
    return [...conditionalFormats, ...validations].map(({ rule }) => rule);
  };
  const format = (sqref: string, formula: string) =>
    `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;

  it('is one for each, which moves with its own cells', () => {
    const [first, second] = rulesOf(format('A1:A2 C1:C2', '$B1&gt;5'));
    expect(first).toEqual({ formula: '$B1>5' });
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
  });

  it('asks in each what it asks there in Excel: it is written for the corner of all of them', () => {
    expect(rulesOf(format('B2:B3 D7:D9', 'B2&gt;$A2'))).toEqual([
      { formula: 'B2>$A2' },
      { formula: 'D7>$A7' },
    ]);
    expect(rulesOf(format('D4:D8 B10:D10', 'B4&gt;B$1'))).toEqual([
      { formula: 'D4>D$1' },
      { formula: 'B10>B$1' },
    ]);
  });

  it('so does what may be typed', () => {
    const validation = (type: string, formula: string) =>
      `<dataValidations><dataValidation type="${type}" sqref="F8 F10"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
    expect(rulesOf(validation('custom', 'F8&gt;=T8'))).toEqual([
      { formula: 'F8>=T8' },
      { formula: 'F10>=T10' },
    ]);
    expect(rulesOf(validation('list', '"F8,F9"'))).toEqual([
      { list: ['F8', 'F9'] },
      { list: ['F8', 'F9'] },
    ]);
  });
});
