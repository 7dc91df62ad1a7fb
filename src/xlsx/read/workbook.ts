import { accept, refuse, type Result } from '../../domain/result';
import { withFewMarks } from '../../text/combining';
import { columnIndex, parseArea } from '../../workbook/address';
import type { Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { OWN, RECEIVED, type Limits } from './limits';
import { PartMemo } from './part-memo';
import { openPackage, type Package, type ReadRefusal } from './package';
import { refusalOf } from './refusal';
import { readSharedStrings } from './shared-strings';
import { readSheet, type SheetContext } from './sheet';
import { readStyles, truthy } from './styles';
import { sniff } from '../sniff';
import { scanXml, unescapeXml } from './xml';

/** How a workbook is read: whole for somebody who works in it, or only what a check of it needs. */
export interface Reading {
  limits: Limits;
  /**
   * Rules and cells that are blank but have a look are kept; formulas are left as the file writes
   * them.
   */
  forEditing: boolean;
  /**
   * Whether a sheet matters, by its first rows; of one that does not no more is read. Null: all do.
   */
  matters: ((head: Sheet) => boolean) | null;
}

const WHOLE: Reading = { limits: OWN, forEditing: true, matters: null };

/**
 * Reads an .xlsx or .xlsm of ours whole; anything else is refused by name. Faults of ours are
 * thrown.
 */
export function readWorkbook(bytes: Uint8Array): Result<Workbook, ReadRefusal> {
  return readBytes(bytes, (_source, { workbook }) => workbook, WHOLE);
}

/**
 * Reads a received .xlsx or .xlsm as far as a check needs it, within the bounds of what anybody may
 * send.
 */
export function readReceived(
  bytes: Uint8Array,
  matters: ((head: Sheet) => boolean) | null = null,
): Result<Workbook, ReadRefusal> {
  return readBytes(bytes, (_source, { workbook }) => workbook, {
    limits: RECEIVED,
    forEditing: false,
    matters,
  });
}

/** Opens the package, reads the workbook and lets `then` go on with both. */
export function readBytes<T>(
  bytes: Uint8Array,
  then: (source: Package, read: ReadPackage) => T,
  reading: Reading = WHOLE,
): Result<T, ReadRefusal> {
  const refusal = refuseByContent(bytes, reading.limits);
  if (refusal) return { ok: false, refusal };
  try {
    const source = openPackage(bytes, reading.limits);
    const read = readPackage(source, reading);
    return read.ok ? accept(then(source, read.value)) : read;
  } catch (error) {
    const expected = refusalOf(error, reading.limits);
    if (expected) return { ok: false, refusal: expected };
    throw error;
  }
}

/** What is no package at all; a PDF and an old workbook are named for what they are. */
function refuseByContent(bytes: Uint8Array, limits: Limits): ReadRefusal | null {
  if (bytes.length > limits.fileBytes)
    return { code: 'file-too-large', facts: { most: limits.fileBytes >> 20, of: 'MB' } };
  switch (sniff(bytes)) {
    case 'package':
      return null;
    case 'empty':
      return { code: 'file-empty', facts: {} };
    case 'encrypted':
      return { code: 'file-encrypted', facts: {} };
    case 'scan':
      return { code: 'file-scan', facts: {} };
    case 'archive':
      return { code: 'file-archive', facts: {} };
    case 'xls':
    case 'xml-2003':
      return { code: 'file-old-format', facts: { format: '.xls' } };
    case 'html':
      return { code: 'file-old-format', facts: { format: 'HTML' } };
    case 'csv':
      return { code: 'file-old-format', facts: { format: '.csv' } };
    case 'unknown':
      return { code: 'file-not-a-workbook', facts: {} };
  }
}

/** A workbook with the part each of its sheets came from. */
export interface ReadPackage {
  workbook: Workbook;
  parts: Map<Sheet, string>;
}

function readPackage(source: Package, reading: Reading): Result<ReadPackage, ReadRefusal> {
  const parts = new Map<Sheet, string>();
  const path = workbookPath(source);
  if (path?.endsWith('.bin')) return refuse('file-old-format', { format: '.xlsb' });
  const xml = path ? source.part(path) : null;
  if (!path || xml === null) {
    return isOpenDocument(source)
      ? refuse('file-old-format', { format: '.ods' })
      : refuse('file-not-a-workbook');
  }
  const workbook = emptyWorkbook();
  const relations = readRelations(source, path);
  const byType = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;
  const listed: { name: string; relation: string; state: string }[] = [];
  const externals: string[] = [];
  const localNames: { sheet: number; key: string; value: string }[] = [];
  let name: { sheet: number | null; key: string; value: string } | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'workbookPr') workbook.date1904 = truthy(attribute('date1904'));
      else if (tag === 'sheet') {
        listed.push({
          name: withFewMarks(attribute('name') ?? ''),
          relation: attribute('id') ?? '',
          state: attribute('state') ?? 'visible',
        });
      } else if (tag === 'externalReference') externals.push(attribute('id') ?? '');
      else if (tag === 'definedName') {
        const sheet = attribute('localSheetId');
        name = {
          sheet: sheet === undefined ? null : Number(sheet),
          key: withFewMarks(attribute('name') ?? ''),
          value: '',
        };
      }
    },
    text(text) {
      if (name) name.value += text;
    },
    close(tag) {
      if (tag !== 'definedName' || !name) return;
      name.value = withFewMarks(name.value);
      if (name.sheet === null) workbook.names.set(name.key, name.value);
      else localNames.push({ sheet: name.sheet, key: name.key, value: name.value });
      name = null;
    },
  });
  const { limits } = reading;
  if (listed.length === 0) return refuse('file-damaged');
  if (listed.length > limits.sheets)
    return refuse('file-too-large', { most: limits.sheets, of: 'sheets' });
  const styles = (byType('styles') && source.parsed(byType('styles')!, STYLES)) || NO_STYLES;
  const strings = byType('sharedStrings');
  const budget = { cells: limits.cells, letters: limits.letters };
  const context: SheetContext = {
    strings: readSharedStrings(strings ? source.bytes(strings) : null, limits, budget),
    styles,
    looks: styles.cells.map((style) => (Object.keys(style).length > 0 ? style : undefined)),
    keepsBlank: styles.cells.map((style) => reading.forEditing && isPartOfForm(style)),
    externals: reading.forEditing ? [] : externalNames(source, relations, externals),
    date1904: workbook.date1904,
    budget,
    limits,
    forEditing: reading.forEditing,
    matters: reading.matters,
  };
  const bySheet = new Map<number, Sheet>();
  for (const [index, entry] of listed.entries()) {
    const relation = relations.get(entry.relation);
    if (!relation?.type.endsWith('/worksheet')) continue;
    const part = source.bytes(relation.target);
    if (part === null) return refuse('file-damaged');
    const sheet = withState(readSheet(entry.name, part, context), entry.state);
    workbook.sheets.push(sheet);
    bySheet.set(index, sheet);
    parts.set(sheet, relation.target);
  }
  for (const { sheet, key, value } of localNames) putLocalName(bySheet.get(sheet), key, value);
  readProperties(source, workbook);
  return accept({ workbook, parts });
}

/** An .ods says so in its first part; where that was lost, its content does. */
function isOpenDocument(source: Package): boolean {
  const kind = source.part('mimetype');
  if (kind !== null) return kind.includes('opendocument.spreadsheet');
  return source.part('content.xml')?.includes('<office:spreadsheet') ?? false;
}

/** A blank cell is part of a form where it is open for input or drawn as a box. */
function isPartOfForm({ border, edges, unlocked, fill }: Style): boolean {
  return border === true || edges !== undefined || unlocked === true || fill !== undefined;
}

/**
 * The file names of the workbooks that formulas call [1], [2] …: they are named, never followed.
 */
function externalNames(
  source: Package,
  relations: ReadonlyMap<string, { target: string }>,
  ids: readonly string[],
): string[] {
  return ids.map((id) => {
    const part = relations.get(id)?.target;
    const xml = part && source.part(relationsPart(part));
    const target = /Target\s*=\s*"([^"]*)"/.exec(xml ?? '')?.[1] ?? '';
    return unescapeXml(decoded(target)).split(/[\\/]/).pop() ?? '';
  });
}

/** A target is written as a URL where it holds other than plain letters. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** What Excel keeps about printing as names of a sheet, and names that hold on one sheet only. */
function putLocalName(sheet: Sheet | undefined, key: string, value: string): void {
  if (!sheet) return;
  const local = value.replace(/(?:'(?:[^']|'')+'|[^!',]+)!/g, '');
  if (key === '_xlnm.Print_Area') {
    const area = parseArea(local);
    if (area && sheet.page) sheet.page.printArea = area;
  } else if (key === '_xlnm.Print_Titles') {
    const rows = /(?:^|,)\$?(\d+):\$?(\d+)/.exec(local);
    const columns = /(?:^|,)\$?([A-Z]+):\$?([A-Z]+)/.exec(local);
    if (columns && sheet.page)
      sheet.page.titleColumns = {
        first: columnIndex(columns[1]) ?? 0,
        last: columnIndex(columns[2]) ?? 0,
      };
    if (rows && sheet.page)
      sheet.page.titleRows = { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 };
  } else if (!key.startsWith('_xlnm.')) sheet.names.set(key, value);
}

function withState(sheet: Sheet, state: string): Sheet {
  sheet.visibility = state === 'veryHidden' || state === 'hidden' ? state : 'visible';
  return sheet;
}

function workbookPath(source: Package): string | null {
  for (const relation of readRelations(source, '').values()) {
    if (relation.type.endsWith('/officeDocument') && source.has(relation.target))
      return relation.target;
  }
  return ['xl/workbook.xml', 'xl/workbook.bin'].find((path) => source.has(path)) ?? null;
}

interface Relation {
  type: string;
  target: string;
}

const STYLES = new PartMemo(readStyles);
const NO_STYLES = readStyles('');
const RELATIONS = new PartMemo(listRelations);

/**
 * The relations of a part: id → type and target path inside the package. Targets outside are left
 * out: no link is followed.
 */
export function readRelations(source: Package, part: string): Map<string, Relation> {
  const folder = folderOf(part);
  const listed = source.parsed(relationsPart(part), RELATIONS) ?? [];
  return new Map(
    listed.map(([id, { type, target }]) => [id, { type, target: resolve(folder, target) }]),
  );
}

function listRelations(xml: string): [string, Relation][] {
  const relations: [string, Relation][] = [];
  scanXml(xml, {
    open(tag, attribute) {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return;
      relations.push([
        attribute('Id') ?? '',
        { type: attribute('Type') ?? '', target: attribute('Target') ?? '' },
      ]);
    },
  });
  return relations;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function resolve(folder: string, written: string): string {
  // Some programs write paths as Windows does.
  const target = written.replace(/\\/g, '/');
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function readProperties(source: Package, workbook: Workbook): void {
  let key: string | null = null;
  let value = '';
  scanXml(source.part('docProps/custom.xml') ?? '', {
    open(tag, attribute) {
      if (tag === 'property') {
        key = attribute('name') ?? null;
        value = '';
      }
    },
    text(text) {
      value += text;
    },
    close(tag) {
      if (tag === 'property' && key !== null)
        workbook.properties.set(key, withFewMarks(value.trim()));
    },
  });
}
