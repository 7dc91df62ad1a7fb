import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Form } from '../../../test/forms';
import type { CellValue, Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook } from '../../workbook/workbook';
import { writeWorkbook } from '../write/workbook';
import { readWorkbook } from './workbook';

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
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
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
    ['entities and escapes', '<c r="A1" t="inlineStr"><is><t>a&lt;b&#x1EA5;_x000D_</t></is></c>', 'a<bấ\n'],
    ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
    ['a comment', '<!-- x --><c r="A1"><v>5</v></c>', 5],
    ['a prefix', '<x:c r="A1"><x:v>6</x:v></x:c>', 6],
  ])('%s', (_, cell, value) => {
    expect(values(pack(`<row>${cell}</row>`))).toEqual({ '0 0': value });
  });

  it('a blank shared string cell is blank, not the first string', () => {
    expect(values(pack('<row r="1"><c r="A1" t="s"/><c r="B1" t="s"><v></v></c></row>'))).toEqual({});
  });

  it('formulas that share one are moved to their place', () => {
    const cells =
      '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c>';
    const read = readWorkbook(pack(`<row r="1">${cells}</row>`));
    expect(read.ok && [read.value.sheets[0].cell(0, 0)!.formula, read.value.sheets[0].cell(1, 0)!.formula]).toEqual([
      'B1*2',
      'B2*2',
    ]);
  });
});

describe('hostile packages end in a typed reason', () => {
  it.each<[string, Uint8Array, string]>([
    ['a document type', pack('', { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' }), 'file-damaged'],
    ['an unclosed tag', pack('<row><c r="A1"><v>1'), 'ok'],
    ['two million “>” inside one attribute', pack(`<row x="${'>'.repeat(2_000_000)}"></row>`), 'ok'],
    ['a row outside the grid', pack('<row r="9999999"><c><v>1</v></c></row>'), 'file-damaged'],
    ['a column outside the grid', pack('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), 'ok'],
    ['no sheet part', pack('', { 'xl/worksheets/sheet1.xml': '' }), 'ok'],
    ['a 100 MB part of zeros', zipSync({ 'xl/workbook.xml': new Uint8Array(100 << 20) }), 'file-too-large'],
    ['nothing of a workbook', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'file-not-a-workbook'],
    [
      'an OpenDocument sheet',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      'file-old-format',
    ],
  ])('%s', (_, bytes, outcome) => {
    const read = readWorkbook(bytes);
    expect(read.ok ? 'ok' : read.refusal.code).toBe(outcome);
  });

  it('cut anywhere, flipped anywhere: a workbook or a refusal, never a throw', async () => {
    const form = await writeWorkbook(Form.of('29461', '2024-03').fill().workbook);
    fc.assert(
      fc.property(fc.nat(form.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const spoiled = cut ? form.slice(0, at) : form.slice();
        if (!cut) spoiled[at] = value;
        const read = readWorkbook(spoiled);
        expect(read.ok || read.refusal.code.startsWith('file-')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const corpus = join(__dirname, '../../../../shared/corpus');
  (existsSync(corpus) ? it : it.skip)('every workbook of the corpus is read or refused by name', () => {
    const outcomes = readdirSync(corpus).map((name) => {
      const read = readWorkbook(new Uint8Array(readFileSync(join(corpus, name))));
      return read.ok ? 'read' : read.refusal.code;
    });
    expect(outcomes.filter((outcome) => outcome === 'read').length).toBeGreaterThan(80);
  });
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
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(30), fc.nat(20), value, style), { maxLength: 20 }), async (cells) => {
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
      }),
      { numRuns: 150 },
    );
  });
});
