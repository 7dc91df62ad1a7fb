import { zipSync, strToU8 } from 'fflate';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openZip } from '../../src/xlsx/read/zip';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { everyKind } from './every-kind';
import { packageFaults } from './package-faults';

/**
 * What Excel would repair, and Microsoft's validator does not look for, in every kind of workbook
 * we write.
 */

it('nothing to repair in any kind of workbook we write', async () => {
  const found: string[] = [];
  for (const [kind, bytes] of await everyKind()) {
    found.push(...packageFaults(bytes).map((fault) => `${kind}: ${fault}`));
    // The order the validator asks for, without it.
    const styles = partOf(bytes, 'xl/styles.xml');
    if (/<color [^>]*\/><sz |<sz [^>]*\/>(<name [^>]*\/>)?<(b|i|u|strike)[ /]/.test(styles))
      found.push(`${kind}: font out of order`);
  }
  expect(found).toEqual([]);
});

function partOf(bytes: Uint8Array, name: string): string {
  const zip = openZip(bytes, Infinity);
  const entry = zip.entries.find((one) => one.name === name)!;
  return new TextDecoder().decode(zip.inflate(entry, Infinity));
}

describe('text that looks like a formula stays text when somebody goes into the cell', () => {
  it('every such cell, whatever its look, and no other', async () => {
    const sheet = new Sheet('Trang');
    const bold = { bold: true, wrap: true, align: 'center' } as const;
    ['=1+1', '+1', '-1', '@a', ' =1', 'a=1', '–', ''].forEach((text, row) => {
      sheet.put(row, 0, text);
      sheet.put(row, 1, text, bold);
    });
    sheet.put(8, 0, -1);
    sheet.putFormula(9, 0, 'A1', '=1+1', bold);
    const bytes = await writeWorkbook(emptyWorkbook([sheet]));
    const looks = [
      ...(/<cellXfs.*?<\/cellXfs>/s.exec(partOf(bytes, 'xl/styles.xml'))?.[0] ?? '').matchAll(
        /<xf [^>]*>/g,
      ),
    ];
    const cells = partOf(bytes, 'xl/worksheets/sheet1.xml').match(/<c [^>]*>/g) ?? [];
    const look = (cell: string) => looks[Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0)][0];
    const marked = cells
      .filter((cell) => look(cell).includes('quotePrefix="1"'))
      .map((cell) => / r="(\w+)"/.exec(cell)?.[1]);
    expect(marked).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'B3', 'A4', 'B4']);
    const read = readWorkbook(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.sheets[0].value(0, 1)).toBe('=1+1');
    expect(read.value.sheets[0].cell(0, 1)?.style).toMatchObject(bold);
  });
});

describe('what is wrong is found', () => {
  const sheet = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
  const file = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const book = (xml: string) =>
    file({ 'xl/worksheets/sheet1.xml': xml, 'xl/styles.xml': '<s><cellXfs><xf/></cellXfs></s>' });

  it.each([
    ['row twice', sheet('<row r="1"/><row r="1"/>')],
    ['row out of order', sheet('<row r="2"/><row r="1"/>')],
    ['cell twice', sheet('<row r="1"><c r="A1"/><c r="A1"/></row>')],
    ['cell out of order', sheet('<row r="1"><c r="B1"/><c r="A1"/></row>')],
    ['cell in another row', sheet('<row r="1"><c r="A2"/></row>')],
    ['look not there', sheet('<row r="1"><c r="A1" s="1"/></row>')],
    ['text not there', sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')],
    ['merge of one cell', '<worksheet><mergeCell ref="A1:A1"/></worksheet>'],
    ['merge of one cell', '<worksheet><mergeCell ref="A1"/></worksheet>'],
    ['merges overlap', '<worksheet><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></worksheet>'],
    ['list of 256', `<worksheet><formula1>"${'x'.repeat(256)}"</formula1></worksheet>`],
    ['link twice', '<worksheet><hyperlink ref="A1"/><hyperlink ref="A1"/></worksheet>'],
    ['columns overlap', '<worksheet><col min="1" max="2"/><col min="2" max="3"/></worksheet>'],
  ])('%s', (fault, xml) => expect(packageFaults(book(xml))[0]).toContain(fault));

  it.each([
    ['bad sheet name', '<workbook><sheet name="a/b"/></workbook>'],
    ['bad sheet name', `<workbook><sheet name="${'x'.repeat(32)}"/></workbook>`],
    ['sheet name twice', '<workbook><sheet name="Số"/><sheet name="SỐ"/></workbook>'],
    ['bad name: A1', '<workbook><definedName name="A1"/></workbook>'],
    ['bad name: a b', '<workbook><definedName name="a b"/></workbook>'],
    ['name twice', '<workbook><definedName name="x"/><definedName name="X"/></workbook>'],
  ])('%s', (fault, xml) =>
    expect(packageFaults(file({ 'xl/workbook.xml': xml }))[0]).toContain(fault),
  );
});
