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
export function finished(file: Uint8Array, own: OwnParts = NONE): Uint8Array {
  const zip = openZip(file, Infinity);
  return archiveOf(
    zip.entries.map((entry): PackedEntry => {
      const { name, crc, size } = entry;
      const mend = mendOf(name, own);
      if (!mend) return { name, crc, size, method: entry.packed.method, packed: zip.packed(entry) };
      const mended = mend(new TextDecoder().decode(zip.inflate(entry, Infinity)));
      const bytes = new TextEncoder().encode(mended);
      return { name, crc: crc32(bytes), size: bytes.length, method: 8, packed: deflateSync(bytes) };
    }),
  );
}

/** What the library has no option for, by the part of the file it stands in. */
export interface OwnParts {
  /** Of sheets: where their pages begin to be counted. */
  firstPages: ReadonlyMap<string, number>;
  /** Of drawings: what their charts are called, in order. */
  chartNames: ReadonlyMap<string, readonly string[]>;
}

const NONE: OwnParts = { firstPages: new Map(), chartNames: new Map() };

function mendOf(part: string, { firstPages, chartNames }: OwnParts) {
  if (part === STYLES) return (xml: string) => withPrefixMarks(withFontsInOrder(xml));
  const first = firstPages.get(part);
  if (first !== undefined) return (xml: string) => withFirstPage(xml, first);
  if (CHART.test(part)) return withPlainTicks;
  const names = chartNames.get(part);
  return names && ((xml: string) => withChartNames(xml, names));
}

const CHART = /^xl\/charts\/chart\d+\.xml$/;

const PLAIN_TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/>';

/**
 * Where an axis says nothing of its ticks it has small ones across it, and figures with the
 * decimals of the cells: a ladder on paper (ECMA-376 Part 1, 21.2.2.115).
 */
function withPlainTicks(chart: string): string {
  return chart.replace(
    /(<c:axPos val="\w"\/>)(?=<c:crossAx )/g,
    `$1<c:numFmt formatCode="General" sourceLinked="0"/>${PLAIN_TICKS}`,
  );
}

/** A chart is found again by its name when its sheet is made anew; the library counts them only. */
function withChartNames(drawing: string, names: readonly string[]): string {
  let count = 0;
  return drawing.replace(/(<xdr:cNvPr id="\d+" name=")Chart \d+"/g, (whole, before: string) => {
    const name = names[count++];
    return name === undefined ? whole : `${before}${inAttribute(name)}"`;
  });
}

function inAttribute(text: string): string {
  return text
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
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
