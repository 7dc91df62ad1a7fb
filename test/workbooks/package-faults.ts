import { parseArea, parseCell } from '../../src/workbook/address';
import type { Area } from '../../src/workbook/address';
import { scanXml } from '../../src/xlsx/read/xml';
import { openZip } from '../../src/xlsx/read/zip';

/**
 * What makes Excel offer to repair a workbook, or open it with something gone, and no schema tells:
 * found in the parts as they are written, knowing nothing of who wrote them.
 */
export function packageFaults(bytes: Uint8Array): string[] {
  const zip = openZip(bytes, Infinity);
  const faults: string[] = [];
  const parts = new Map<string, string>();
  for (const entry of zip.entries) {
    if (parts.has(entry.name)) faults.push(`part twice: ${entry.name}`);
    parts.set(entry.name, new TextDecoder().decode(zip.inflate(entry, Infinity)));
  }
  const texts = count(parts.get('xl/sharedStrings.xml') ?? '', 'si');
  const looks = within(parts.get('xl/styles.xml') ?? '', 'cellXfs', 'xf');
  const differential = within(parts.get('xl/styles.xml') ?? '', 'dxfs', 'dxf');
  const names = new Names();
  for (const [name, xml] of parts) {
    const say = (fault: string) => faults.push(`${name}: ${fault}`);
    if (name === 'xl/workbook.xml') workbookFaults(xml, names, say);
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name))
      sheetFaults(xml, { texts, looks, differential }, say);
    if (/^xl\/tables\/[^/]+\.xml$/.test(name)) tableFaults(xml, names, say);
    if (/^xl\/comments[^/]*\.xml$/.test(name)) commentFaults(xml, say);
  }
  return faults;
}

type Say = (fault: string) => void;

/** Names of cells and of tables live together; case tells nothing apart. */
class Names {
  private readonly taken = new Set<string>();

  take(name: string, scope: string, say: Say): void {
    const key = `${scope}!${name.toLowerCase()}`;
    if (this.taken.has(key)) say(`name twice: ${name}`);
    this.taken.add(key);
    if (name.startsWith('_xlnm.')) return;
    const isReference = parseCell(name) !== null || /^(r|c|r\d*c\d*)$/i.test(name);
    if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) || name.length > 255 || isReference)
      say(`bad name: ${name}`);
  }
}

function workbookFaults(xml: string, names: Names, say: Say): void {
  const sheets = new Set<string>();
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'sheet') {
        const name = attribute('name') ?? '';
        if (
          name === '' ||
          name.length > 31 ||
          /[[\]:*?/\\\u0000-\u001f]|^'|'$|^history$/i.test(name)
        )
          say(`bad sheet name: ${name}`);
        if (sheets.has(name.toLowerCase())) say(`sheet name twice: ${name}`);
        sheets.add(name.toLowerCase());
      }
      if (tag === 'definedName')
        names.take(attribute('name') ?? '', attribute('localSheetId') ?? '', say);
    },
    text: () => undefined,
    close: () => undefined,
  });
}

interface Counts {
  texts: number;
  looks: number;
  differential: number;
}

function sheetFaults(xml: string, counts: Counts, say: Say): void {
  let row = -1;
  let column = -1;
  let lastColumn = 0;
  let isText = false;
  let isIn: 'v' | 'f' | 'formula1' | null = null;
  let written = '';
  const merges: Area[] = [];
  const links = new Set<string>();
  const priorities = new Set<string>();
  scanXml(xml, {
    open(tag, attribute) {
      written = '';
      isIn = tag === 'v' || tag === 'f' || tag === 'formula1' ? tag : null;
      if (tag === 'col') {
        if (Number(attribute('min')) <= lastColumn) say(`columns overlap: ${attribute('min')}`);
        lastColumn = Number(attribute('max'));
        if (Number(attribute('width') ?? 0) > 255) say(`column too wide: ${attribute('min')}`);
      }
      if (tag === 'row') {
        const next = Number(attribute('r')) - 1;
        if (next === row) say(`row twice: ${next + 1}`);
        else if (next < row) say(`row out of order: ${next + 1}`);
        row = next;
        column = -1;
        if (Number(attribute('ht') ?? 0) > 409.5) say(`row too high: ${next + 1}`);
      }
      if (tag === 'c') {
        const cell = attribute('r') ?? '';
        const place = parseCell(cell);
        if (!place || place.row !== row) return say(`cell in another row: ${cell}`);
        if (place.column === column) say(`cell twice: ${cell}`);
        else if (place.column < column) say(`cell out of order: ${cell}`);
        column = place.column;
        isText = attribute('t') === 's';
        if (Number(attribute('s') ?? 0) >= counts.looks) say(`look not there: ${cell}`);
      }
      if (tag === 'mergeCell') {
        const ref = attribute('ref') ?? '';
        const area = parseArea(ref);
        if (!area) return say(`merge of nothing: ${ref}`);
        if (area.top === area.bottom && area.left === area.right) say(`merge of one cell: ${ref}`);
        if (merges.some((other) => overlap(area, other))) say(`merges overlap: ${ref}`);
        merges.push(area);
      }
      if (tag === 'hyperlink') {
        const ref = attribute('ref') ?? '';
        if (links.has(ref)) say(`link twice: ${ref}`);
        links.add(ref);
      }
      if (tag === 'cfRule') {
        const priority = attribute('priority') ?? '';
        if (priorities.has(priority)) say(`priority twice: ${priority}`);
        priorities.add(priority);
        if (Number(attribute('dxfId') ?? 0) >= Math.max(1, counts.differential))
          say(`look not there: rule ${priority}`);
      }
      return undefined;
    },
    text(text) {
      if (isIn) written += text;
    },
    close(tag) {
      if (tag === 'v' && isText && Number(written) >= counts.texts)
        say(`text not there: ${written}`);
      if (tag === 'f' && written.length > 8192) say(`formula too long in row ${row + 1}`);
      if (tag === 'formula1' && /^".*"$/s.test(written) && written.length - 2 > 255)
        say(`list of ${written.length - 2} letters: ${written.slice(0, 30)}…`);
      isIn = null;
    },
  });
}

function overlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function tableFaults(xml: string, names: Names, say: Say): void {
  const columns = new Set<string>();
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'table') names.take(attribute('displayName') ?? '', '', say);
      if (tag !== 'tableColumn') return;
      const name = attribute('name') ?? '';
      if (name === '' || columns.has(name.toLowerCase()))
        say(`column of a table twice or unnamed: ${name}`);
      columns.add(name.toLowerCase());
    },
    text: () => undefined,
    close: () => undefined,
  });
}

function commentFaults(xml: string, say: Say): void {
  const cells = new Set<string>();
  scanXml(xml, {
    open(tag, attribute) {
      if (tag !== 'comment') return;
      const cell = attribute('ref') ?? '';
      if (cells.has(cell)) say(`note twice: ${cell}`);
      cells.add(cell);
    },
    text: () => undefined,
    close: () => undefined,
  });
}

function count(xml: string, tag: string): number {
  let found = 0;
  scanXml(xml, {
    open: (name) => void (name === tag && found++),
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

function within(xml: string, parent: string, tag: string): number {
  const inside = new RegExp(`<${parent}[ >].*?</${parent}>`, 's').exec(xml)?.[0] ?? '';
  return count(inside, tag);
}
