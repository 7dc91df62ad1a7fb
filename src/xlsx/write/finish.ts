import { deflateSync } from 'fflate';
import { crc32 } from '../read/crc32';
import { openZip } from '../read/zip';
import { archiveOf, type PackedEntry } from '../stamp/archive';
import { withPrefixMarks } from './quote-prefix';

const STYLES = 'xl/styles.xml';

/**
 * Mends what the library does not write as the standard has it, and says what it cannot; the other
 * parts stay as they are packed.
 */
export function finished(
  file: Uint8Array,
  firstPages: ReadonlyMap<string, number> = new Map(),
): Uint8Array {
  const zip = openZip(file, Infinity);
  return archiveOf(
    zip.entries.map((entry): PackedEntry => {
      const { name, crc, size } = entry;
      const first = firstPages.get(name);
      if (name !== STYLES && first === undefined)
        return { name, crc, size, method: entry.packed.method, packed: zip.packed(entry) };
      const xml = new TextDecoder().decode(zip.inflate(entry, Infinity));
      const mended =
        first === undefined ? withPrefixMarks(withFontsInOrder(xml)) : withFirstPage(xml, first);
      const bytes = new TextEncoder().encode(mended);
      return { name, crc: crc32(bytes), size: bytes.length, method: 8, packed: deflateSync(bytes) };
    }),
  );
}

/** Where a sheet's pages begin to be counted (ECMA-376 Part 1, 18.3.1.63). */
function withFirstPage(sheet: string, first: number): string {
  return sheet.replace(
    '<pageSetup ',
    `<pageSetup firstPageNumber="${first}" useFirstPageNumber="1" `,
  );
}

/** The order of what a font says, which Excel keeps and Microsoft's validator asks for. */
const FONT = [
  'b',
  'i',
  'strike',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function withFontsInOrder(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const children = inner.match(/<[^>]*\/>/g) ?? [];
    const place = (child: string) => FONT.indexOf(/^<(\w+)/.exec(child)![1]);
    return `<font>${children.sort((a, b) => place(a) - place(b)).join('')}</font>`;
  });
}
