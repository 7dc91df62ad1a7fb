import { strToU8, zipSync, unzipSync } from 'fflate';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

/**
 * Files made to harm whoever opens them, each with how it has to end: "read", or the code of its
 * refusal.
 */
export interface HostileFile {
  what: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /**
   * Takes seconds to make or to end; tried in `npm run test:all`, where another of its kind is
   * tried in `npm test`.
   */
  isLong?: boolean;
  ends:
    | 'read'
    | 'file-damaged'
    | 'file-too-large'
    | 'file-encrypted'
    | 'file-not-a-workbook'
    | 'file-too-slow'
    | 'file-too-heavy';
}

const MB = 1 << 20;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A package with one sheet, of a name that makes it matter; any part may be given otherwise. */
function pack(rows: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Giải trình" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf numFmtId="9"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>một</t></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, data]) => [
    name,
    typeof data === 'string' ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 1 });
}

/** Text over and over, made in bytes: the longest of these is never a string of JavaScript. */
function repeated(text: string, times: number, head = '', tail = ''): Uint8Array {
  const [one, first, last] = [text, head, tail].map((part) => strToU8(part));
  const all = new Uint8Array(first.length + one.length * times + last.length);
  all.set(first);
  if (times > 0) all.set(one, first.length);
  // Each copy doubles what stands.
  for (let done = 1; done < times; done *= 2) {
    const more = Math.min(done, times - done) * one.length;
    all.copyWithin(first.length + done * one.length, first.length, first.length + more);
  }
  all.set(last, all.length - last.length);
  return all;
}

const sheetOf = (text: string, times: number, before = '', after = '') => ({
  'xl/worksheets/sheet1.xml': repeated(
    text,
    times,
    `<worksheet><sheetData>${before}`,
    `${after}</sheetData></worksheet>`,
  ),
});

const strings = (text: string, times: number) => ({
  'xl/sharedStrings.xml': repeated(text, times, '<sst>', '</sst>'),
});
const frame = (behind: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData/>${behind}</worksheet>`,
});
const numbers = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join('');
const LOL = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefgh'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)}]>`;

const CENTRAL = 0x02014b50;

/** Every announced size in the directory, made another. */
function announcing(bytes: Uint8Array, size: (name: string, was: number) => number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== CENTRAL) continue;
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    );
    view.setUint32(at + 24, size(name, view.getUint32(at + 24, true)), true);
  }
  return bytes;
}

/**
 * One packed part that five hundred entries of the directory share: little to send, endless to
 * inflate.
 */
function overlapping(): Uint8Array {
  const names = Array.from({ length: 400 }, (_, n) => `xl/worksheets/sheet${n + 1}.xml`);
  const sheets = names.map((_, n) => `<sheet name="T${n}" r:id="r${n}"/>`).join('');
  const relations = names.map(
    (name, n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="/${name}"/>`,
  );
  const bytes = pack('', {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(names.slice(1).map((name) => [name, ''])),
    ...sheetOf(' ', 40 * MB),
  });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const records = new Map<string, number>();
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== CENTRAL) continue;
    records.set(
      new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
      at,
    );
  }
  const shared = records.get(names[0])!;
  for (const name of names.slice(1)) {
    const record = records.get(name)!;
    // Method, checksum, both sizes and the offset of the one that is really there.
    for (const [offset, length] of [
      [10, 2],
      [16, 12],
      [42, 4],
    ])
      bytes.copyWithin(record + offset, shared + offset, shared + offset + length);
  }
  return bytes;
}

async function form(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook(Form.of('29461', '2024-03').fill().workbook));
  change(parts);
  return zipSync(parts);
}

export const HOSTILE: HostileFile[] = [
  // Bombs.
  {
    what: '200 MB of nothing in a picture nobody looks at',
    isLong: true,
    ends: 'read',
    make: () => pack('', { 'xl/media/a.png': new Uint8Array(200 * MB) }),
  },
  {
    what: 'a sheet of 65 MB of spaces',
    ends: 'file-too-large',
    make: () => pack('', sheetOf(' ', 65 * MB)),
  },
  {
    what: 'a sheet of 60 MB that announces 1 KB',
    isLong: true,
    ends: 'file-damaged',
    make: () =>
      announcing(pack('', sheetOf(' ', 60 * MB)), (name, was) =>
        name.includes('sheet1') ? 1024 : was,
      ),
  },
  {
    what: 'a sheet that announces 4 GB',
    ends: 'file-too-large',
    make: () => announcing(pack(''), (name, was) => (name.includes('sheet1') ? 0xfffffffe : was)),
  },
  {
    what: '400 sheets that share one packed part',
    isLong: true,
    ends: 'file-too-large',
    make: overlapping,
  },
  {
    what: '6,000 entries',
    isLong: true,
    ends: 'file-too-large',
    make: () =>
      pack('', Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`x/${n}`, '']))),
  },
  {
    what: '600 sheets',
    ends: 'file-too-large',
    make: () =>
      pack('', {
        'xl/workbook.xml': `<workbook>${numbers(600, (n) => `<sheet name="T${n}" r:id="r1"/>`)}</workbook>`,
      }),
  },
  // Entities.
  ...[
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    '_rels/.rels',
  ].map((part): HostileFile => ({
    what: `a thousand laughs in ${part}`,
    ends: 'file-damaged',
    make: () => pack('', { [part]: `${LOL}<x>&h;</x>` }),
  })),
  {
    what: 'an entity that reads a file of this machine',
    ends: 'file-damaged',
    make: () =>
      pack('', {
        'xl/sharedStrings.xml':
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
      }),
  },
  {
    what: 'entities nobody declared',
    ends: 'read',
    make: () => pack('<row r="1"><c r="A1" t="str"><v>&lol;&#x110000;&#xD800;</v></c></row>'),
  },
  // Too much of what is allowed.
  {
    what: 'a million styled blanks',
    ends: 'read',
    make: () => pack('', sheetOf(`<row>${'<c s="1"/>'.repeat(100)}</row>`, 10_000)),
  },
  {
    what: 'a million rows with a look, a height, and hidden',
    isLong: true,
    ends: 'read',
    make: () =>
      pack(
        '',
        sheetOf(
          '<row s="1" customFormat="1" ht="30" customHeight="1" hidden="1"><c s="1"/></row>',
          800_000,
        ),
      ),
  },
  {
    what: 'a million numbers',
    ends: 'file-too-large',
    make: () => pack('', sheetOf('<row><c><v>1</v></c></row>', 1_000_000)),
  },
  {
    what: 'a million texts nobody uses',
    isLong: true,
    ends: 'file-too-large',
    make: () => pack('', strings('<si><t/></si>', 1_000_000)),
  },
  {
    what: 'a text of 10 MB, a thousand times',
    ends: 'file-damaged',
    make: () =>
      pack(
        numbers(1000, () => '<row><c t="s"><v>0</v></c></row>'),
        { 'xl/sharedStrings.xml': repeated('à', 5 * MB, '<sst><si><t>', '</t></si></sst>') },
      ),
  },
  {
    what: 'a formula of 1 MB',
    ends: 'file-damaged',
    make: () => pack(`<row><c><f>${'A1+'.repeat(350_000)}</f></c></row>`),
  },
  {
    what: 'a formula of 30,000 letters that 100,000 cells share',
    ends: 'file-too-slow',
    isLong: true,
    make: () =>
      pack(
        '',
        sheetOf(
          '<row><c><f t="shared" si="0"/><v>1</v></c></row>',
          100_000,
          `<row><c><f t="shared" si="0">${'A1+'.repeat(10_000)}1</f><v>1</v></c></row>`,
        ),
      ),
  },
  {
    what: '50,000 merges over the whole sheet',
    ends: 'read',
    make: () =>
      pack(
        '',
        frame(
          `<mergeCells>${numbers(50_000, () => '<mergeCell ref="A1:XFD1048576"/>')}</mergeCells>`,
        ),
      ),
  },
  {
    what: '200,000 merges',
    isLong: true,
    ends: 'file-too-large',
    make: () =>
      pack(
        '',
        frame(
          `<mergeCells>${numbers(200_000, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`)}</mergeCells>`,
        ),
      ),
  },
  {
    what: '20,000 validations of whole columns',
    ends: 'read',
    make: () =>
      pack(
        '',
        frame(
          `<dataValidations>${numbers(20_000, () => '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>')}</dataValidations>`,
        ),
      ),
  },
  {
    what: 'columns defined from 1 to four billion',
    ends: 'read',
    make: () =>
      pack('', {
        'xl/worksheets/sheet1.xml':
          '<worksheet><cols><col min="1" max="4294967295" width="9" customWidth="1" hidden="1"/></cols><sheetData/></worksheet>',
      }),
  },
  {
    what: 'a dimension of the whole grid',
    ends: 'read',
    make: () =>
      pack('', {
        'xl/worksheets/sheet1.xml':
          '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      }),
  },
  {
    what: 'a tag with a million attributes',
    isLong: true,
    ends: 'read',
    make: () => pack(`<row ${numbers(1_000_000, (n) => `a${n}="" `)}></row>`),
  },
  {
    what: 'elements a million deep',
    ends: 'read',
    make: () => pack('', frame('<a>'.repeat(1_000_000))),
  },
  {
    what: 'elements a million deep in a cell',
    ends: 'file-damaged',
    make: () => pack(`<row><c>${'<a>'.repeat(1_000_000)}`),
  },
  {
    what: 'styles of 60,000 looks with fonts and edges',
    ends: 'read',
    make: () =>
      pack('<row><c s="59999"><v>1</v></c></row>', {
        'xl/styles.xml': `<styleSheet><fonts>${numbers(60_000, () => '<font><b/><name val="x"/></font>')}</fonts><cellXfs>${numbers(60_000, (n) => `<xf fontId="${n}" numFmtId="9"/>`)}</cellXfs></styleSheet>`,
      }),
  },
  {
    what: 'a part of 30 MB where text belongs',
    isLong: true,
    ends: 'file-too-large',
    make: () => pack('', { 'xl/styles.xml': repeated(' ', 30 * MB) }),
  },
  // What is not so.
  {
    what: 'a row outside the grid',
    ends: 'file-damaged',
    make: () => pack('<row r="1048577"><c><v>1</v></c></row>'),
  },
  { what: 'row 0', ends: 'file-damaged', make: () => pack('<row r="0"><c><v>1</v></c></row>') },
  {
    what: 'a cell outside the grid',
    ends: 'file-damaged',
    make: () => pack('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
  },
  {
    what: 'more columns than there are',
    ends: 'file-damaged',
    make: () => pack(`<row r="1">${'<c/>'.repeat(16_385)}</row>`),
  },
  {
    what: 'a text that is not in the table',
    ends: 'file-damaged',
    make: () => pack('<row><c t="s"><v>4000000000</v></c></row>'),
  },
  {
    what: 'a sheet cut in the middle of a cell',
    ends: 'file-damaged',
    make: () =>
      pack('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1"><v>1' }),
  },
  {
    what: 'no sheets',
    ends: 'file-damaged',
    make: () => pack('', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
  },
  {
    what: 'a sheet whose part is missing',
    ends: 'file-damaged',
    make: () =>
      pack('', {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="gone.xml"/></Relationships>`,
      }),
  },
  {
    what: 'a workbook that is its own sheet',
    ends: 'read',
    make: () =>
      pack('', {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="workbook.xml"/></Relationships>`,
      }),
  },
  {
    what: 'two parts of one name',
    ends: 'file-damaged',
    make: () => pack('', { 'XL/WORKSHEETS/SHEET1.XML': '<worksheet/>' }),
  },
  {
    what: 'paths that climb out of the package',
    ends: 'read',
    make: () =>
      pack('<row><c><v>1</v></c></row>', {
        '../../../etc/passwd': 'x',
        '/tmp/x': 'y',
        'C:\\windows\\x': 'z',
      }),
  },
  {
    what: 'names that are words of JavaScript',
    ends: 'read',
    make: () =>
      pack('<row __proto__="1"><c constructor="x"><v>1</v></c></row>', {
        __proto__: 'x',
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="__proto__" r:id="r1"/></sheets><definedNames><definedName name="__proto__">1</definedName><definedName name="constructor">2</definedName></definedNames></workbook>',
        'docProps/custom.xml':
          '<Properties><property name="__proto__"><vt:lpwstr>x</vt:lpwstr></property></Properties>',
      }),
  },
  { what: 'a password on the entries', ends: 'file-encrypted', make: () => encrypted(pack('')) },
  {
    what: 'a text document',
    ends: 'file-not-a-workbook',
    make: () =>
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
  },
  // OpenDocument and web pages.
  {
    what: 'an .ods cell repeated over the whole grid',
    isLong: true,
    ends: 'file-too-heavy',
    make: () =>
      ods(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
      ),
  },
  {
    what: 'a sound form whose sheet was swapped for a bomb',
    isLong: true,
    ends: 'file-too-large',
    make: () => form((parts) => (parts['xl/worksheets/sheet1.xml'] = new Uint8Array(65 * MB))),
  },
];

function encrypted(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === CENTRAL) view.setUint16(at + 8, 1, true);
  return bytes;
}

function ods(rows: string): Uint8Array {
  const content = `<office:document-content xmlns:office="o" xmlns:table="t"><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
    'styles.xml': strToU8('<office:document-styles xmlns:office="o"/>'),
  });
}
