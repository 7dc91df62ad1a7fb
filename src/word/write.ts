import { theOne } from '../known/known';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { deflateSync } from 'fflate';
import type * as our from '../document/document';
import { crc32 } from '../xlsx/read/crc32';
import { openZip } from '../xlsx/read/zip';
import { archiveOf, type PackedEntry } from '../xlsx/stamp/archive';
import { CHART_RELATIONSHIP, CHART_TYPE, chartPart, chartRun } from './chart-part';
import { CORE, coreProperties } from './core-properties';
import { CHART_MARK, writable } from './writable';

/**
 * A4, upright, in Times New Roman 14 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I; the
 * number of the page over all but the first.
 */
const FONT = 'Times New Roman';
const SIZE = 14;
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const PAGE = { width: 210, height: 297 };
/** The first line of a paragraph, in millimetres. */
const INDENT = 10;

/** Writes a document as .docx; the same document gives the same bytes. */
export async function writeDocument({ title, blocks }: our.TextDocument): Promise<Uint8Array> {
  const charts = blocks.filter((block) => block.kind === 'chart');
  const children = blocks.map((block) =>
    block.kind === 'chart' ? placeOf(charts.indexOf(block)) : toBlock(block),
  );
  const packed = await Packer.toArrayBuffer(toLibrary(children));
  return repeatable(new Uint8Array(packed), title, charts);
}

/**
 * The body of a document as WordprocessingML, to stand in a document of somebody else: every look
 * is said where it is.
 */
export async function bodyOf(blocks: readonly our.TextBlock[]): Promise<string> {
  const packed = await Packer.toArrayBuffer(toLibrary(blocks.map(toBlock)));
  const zip = openZip(new Uint8Array(packed), Infinity);
  const part = theOne(zip.entries, ({ name }) => name === 'word/document.xml');
  const xml = new TextDecoder().decode(zip.inflate(part, Infinity));
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr'));
}

function toLibrary(children: (Paragraph | Table)[]): Document {
  const run = { font: FONT, size: SIZE * 2, language: { value: 'vi-VN' } };
  const page = {
    size: { width: twips(PAGE.width), height: twips(PAGE.height) },
    margin: {
      top: twips(MARGINS.top),
      bottom: twips(MARGINS.bottom),
      left: twips(MARGINS.left),
      right: twips(MARGINS.right),
      header: twips(10),
      footer: twips(10),
    },
  };
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
  });
  return new Document({
    styles: { default: { document: { run } } },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          default: new Header({ children: [number] }),
          first: new Header({ children: [new Paragraph('')] }),
        },
        children,
      },
    ],
  });
}

function toBlock(block: our.TextBlock): Paragraph | Table {
  return block.kind === 'paragraph' ? toParagraph(block) : toTable(block);
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

function toParagraph({
  runs,
  align,
  isIndented,
  keepsWithNext,
  heading,
  before,
  after,
}: our.Paragraph): Paragraph {
  return new Paragraph({
    alignment: ALIGN[align],
    indent: isIndented ? { firstLine: twips(INDENT) } : undefined,
    keepNext: keepsWithNext,
    outlineLevel: heading === undefined ? undefined : heading - 1,
    spacing: { before: Math.round((before ?? 0) * 20), after: Math.round((after ?? 0) * 20) },
    children: runs.flatMap(toRuns),
  });
}

/** A line break within a text is one in the document. */
function toRuns({ text, isBold, isItalic, isUnderlined, size = SIZE }: our.Run): TextRun[] {
  return writable(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          break: index === 0 ? undefined : 1,
          bold: isBold,
          italics: isItalic,
          underline: isUnderlined ? {} : undefined,
          font: FONT,
          size: size * 2,
        }),
    );
}

function toTable({ widths, rows, headingRows, hasBorders }: our.Table): Table {
  const border = hasBorders
    ? { style: BorderStyle.SINGLE, size: 4, color: '000000' }
    : { style: BorderStyle.NONE };
  const borders = { top: border, bottom: border, left: border, right: border };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    rows: rows.map((cells, index) => {
      let column = 0;
      const children = cells.map(({ paragraphs, span = 1 }) => {
        const width = widths.slice(column, column + span).reduce((sum, own) => sum + own, 0);
        column += span;
        return new TableCell({
          columnSpan: span,
          width: { size: twips(width), type: WidthType.DXA },
          verticalAlign: hasBorders ? VerticalAlign.CENTER : VerticalAlign.TOP,
          margins: hasBorders
            ? { left: twips(1), right: twips(1), top: 20, bottom: 20 }
            : undefined,
          children: paragraphs.map(toParagraph),
        });
      });
      // Said where it is so only: "false" is a word Microsoft's validator does not take here.
      const heading = index < headingRows ? { tableHeader: true } : {};
      return new TableRow({ children, cantSplit: true, ...heading });
    }),
  });
}

function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** The library draws no charts: each has a place, which no text can look like. */
function placeOf(chart: number): Paragraph {
  const run = new TextRun({ text: markOf(chart) });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [run],
  });
}

function markOf(chart: number): string {
  return `${CHART_MARK}${chart + 1}${CHART_MARK}`;
}

const DOCUMENT = 'word/document.xml';
const LINKS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';

/** Where a chart's part stands, from the document and from the whole. */
const partOf = (chart: number) => `charts/chart${chart + 1}.xml`;
const linkOf = (chart: number) => `rIdChart${chart + 1}`;

/** The parts that tell of the charts, as they are with them. */
const WITH_CHARTS: Record<string, (xml: string, charts: readonly our.Chart[]) => string> = {
  [DOCUMENT]: (xml, charts) =>
    charts.reduce((whole, chart, index) => {
      const at = whole.indexOf(markOf(index));
      const start = Math.max(whole.lastIndexOf('<w:r>', at), whole.lastIndexOf('<w:r ', at));
      const end = whole.indexOf('</w:r>', at) + '</w:r>'.length;
      const width = PAGE.width - MARGINS.left - MARGINS.right;
      const drawn = chartRun(chart, index + 1, linkOf(index), width);
      return whole.slice(0, start) + drawn + whole.slice(end);
    }, xml),
  [LINKS]: (xml, charts) =>
    before(
      xml,
      '</Relationships>',
      charts.map(
        (_, index) =>
          `<Relationship Id="${linkOf(index)}" Type="${CHART_RELATIONSHIP}" Target="${partOf(index)}"/>`,
      ),
    ),
  [TYPES]: (xml, charts) =>
    before(
      xml,
      '</Types>',
      charts.map(
        (_, index) => `<Override PartName="/word/${partOf(index)}" ContentType="${CHART_TYPE}"/>`,
      ),
    ),
};

function before(xml: string, end: string, added: readonly string[]): string {
  const at = xml.lastIndexOf(end);
  return xml.slice(0, at) + added.join('') + xml.slice(at);
}

/**
 * The file with its charts; the library says the clock's time and a person's name nobody gave: both
 * are said here.
 */
function repeatable(file: Uint8Array, title: string, charts: readonly our.Chart[]): Uint8Array {
  const zip = openZip(file, Infinity);
  const entries = zip.entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => {
      const { name, crc, size, packed } = entry;
      if (name === CORE) return packedPart(name, coreProperties(title));
      const change = WITH_CHARTS[name];
      if (change && charts.length > 0) {
        const xml = new TextDecoder().decode(zip.inflate(entry, Infinity));
        return packedPart(name, change(xml, charts));
      }
      return { name, crc, size, method: packed.method, packed: zip.packed(entry) };
    });
  const parts = charts.map((chart, index) => packedPart(`word/${partOf(index)}`, chartPart(chart)));
  return archiveOf([...entries, ...parts]);
}

function packedPart(name: string, xml: string): PackedEntry {
  const bytes = new TextEncoder().encode(xml);
  return { name, crc: crc32(bytes), size: bytes.length, method: 8, packed: deflateSync(bytes) };
}
