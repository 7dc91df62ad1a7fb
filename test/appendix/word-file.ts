import { strToU8, zipSync } from 'fflate';
import type { Workbook } from '../../src/workbook/workbook';

/** Parts of a .docx made for tests. */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function docx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, data]) => [
    name,
    typeof data === 'string' ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 1 });
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

export function paragraph(text: string, properties = ''): string {
  const runs = text
    .split('\n')
    .map((line) => `<w:r>${properties}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
  return `<w:p>${runs}</w:p>`;
}

/**
 * The sheets of a workbook as the decision they were pasted from: lines above a table as
 * paragraphs, the rest as one table.
 */
export function wordOf({ sheets }: Workbook): Uint8Array {
  const body = sheets.map((sheet) => {
    const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
    const isLine = (row: number): boolean =>
      sheet.rows.get(row)!.size === 1 && sheet.rows.get(row)!.has(0);
    const first = rows.findIndex((row) => !isLine(row));
    const width = Math.max(...[...sheet.rows.values()].flatMap((cells) => [...cells.keys()])) + 1;
    const cellOf = (row: number, column: number): string => {
      const merge = sheet.merges.find(
        ({ top, bottom, left, right }) =>
          top <= row && row <= bottom && left <= column && column <= right,
      );
      if (merge && merge.left !== column) return '';
      const span = merge ? `<w:gridSpan w:val="${merge.right - merge.left + 1}"/>` : '';
      const over =
        merge && merge.bottom > merge.top
          ? merge.top === row
            ? '<w:vMerge w:val="restart"/>'
            : '<w:vMerge/>'
          : '';
      const value =
        merge && merge.top !== row ? '' : String(sheet.value(row, column) ?? '').replace('.', ',');
      const text =
        typeof sheet.value(row, column) === 'number'
          ? value
          : String(sheet.value(row, column) ?? '');
      const bold = sheet.cell(row, column)?.style?.bold ? '<w:rPr><w:b/></w:rPr>' : '';
      return `<w:tc><w:tcPr>${span}${over}</w:tcPr>${paragraph(value === '' ? '' : text, bold)}</w:tc>`;
    };
    const lines = rows.slice(0, first).map((row) => paragraph(String(sheet.value(row, 0))));
    const table = rows
      .slice(first)
      .map(
        (row) =>
          `<w:tr>${Array.from({ length: width }, (_, column) => cellOf(row, column)).join('')}</w:tr>`,
      );
    return `${lines.join('')}<w:tbl>${table.join('')}</w:tbl>`;
  });
  return docx(body.join(''));
}
