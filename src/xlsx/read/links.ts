import { parseArea, parseCell, unquoteSheet } from '../../workbook/address';
import type { Link, Sheet } from '../../workbook/sheet';
import { scanXml } from './xml';

/** So many Excel keeps on a sheet ("Excel specifications and limits"). */
const MOST = 65_530;

const BEGIN = /<(?:\w+:)?hyperlinks[\s>]/;
const END = /<\/(?:\w+:)?hyperlinks>/;

/** A part may begin its list a million times and never end it: the end is looked for once. */
function listIn(xml: string): string | null {
  const from = xml.search(BEGIN);
  if (from < 0) return null;
  const begun = xml.slice(from);
  const end = END.exec(begun);
  return end && begun.slice(0, end.index + end[0].length);
}

/**
 * The links of a worksheet part that we write again just as they are: from one cell to another of
 * the workbook. Returns how many.
 */
export function readLinks(sheet: Sheet, xml: string): number {
  const list = listIn(xml);
  if (list === null) return 0;
  const before = sheet.links.length;
  scanXml(list, {
    open(tag, attribute) {
      if (tag !== 'hyperlink' || sheet.links.length >= MOST) return;
      const link = linkOf(attribute);
      if (link) sheet.links.push(link);
    },
  });
  return sheet.links.length - before;
}

function linkOf(attribute: (name: string) => string | undefined): Link | null {
  // Out of the workbook, or with a hint of its own: neither is written by us.
  if (attribute('id') !== undefined || attribute('tooltip') !== undefined) return null;
  const area = parseArea(attribute('ref') ?? '');
  const to = /^('(?:[^']|'')+'|[^'!]+)!([^!]+)$/.exec(attribute('location') ?? '');
  if (!area || area.top !== area.bottom || area.left !== area.right) return null;
  if (!to || !parseCell(to[2])) return null;
  return { row: area.top, column: area.left, sheet: unquoteSheet(to[1]), cell: to[2] };
}
