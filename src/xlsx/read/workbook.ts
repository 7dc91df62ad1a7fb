import { accept, refuse, type Result } from '../../domain/result';
import { parseArea } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { openPackage, type Package, type ReadRefusal } from './package';
import { readSharedStrings } from './shared-strings';
import { readSheet, TooManyCells, type SheetContext } from './sheet';
import { refuseByContent } from './sniff';
import { readStyles, truthy } from './styles';
import { MalformedXml, scanXml } from './xml';

const MAX_CELLS = 2_000_000;
const MAX_SHEETS = 500;

/** Reads an .xlsx or .xlsm; anything else is refused by name. Faults of ours are thrown. */
export function readWorkbook(bytes: Uint8Array): Result<Workbook, ReadRefusal> {
  return readBytes(bytes, (_source, { workbook }) => workbook);
}

/** Opens the package, reads the workbook and lets `then` go on with both. */
export function readBytes<T>(
  bytes: Uint8Array,
  then: (source: Package, read: ReadPackage) => T,
  forEditing = false,
): Result<T, ReadRefusal> {
  const refusal = refuseByContent(bytes);
  if (refusal) return { ok: false, refusal };
  const opened = openPackage(bytes, forEditing);
  if (!opened.ok) return opened;
  try {
    const read = readPackage(opened.value);
    return read.ok ? accept(then(opened.value, read.value)) : read;
  } catch (error) {
    if (error instanceof TooManyCells) return refuse('file-too-large', { limit: `${MAX_CELLS} ô` });
    if (error instanceof MalformedXml) return refuse('file-damaged');
    throw error;
  }
}

/** A workbook with the part each of its sheets came from. */
export interface ReadPackage {
  workbook: Workbook;
  parts: Map<Sheet, string>;
}

function readPackage(source: Package): Result<ReadPackage, ReadRefusal> {
  const parts = new Map<Sheet, string>();
  const path = workbookPath(source);
  if (path?.endsWith('.bin')) return refuse('file-old-format', { format: '.xlsb' });
  const xml = path ? source.part(path) : null;
  if (!path || xml === null) {
    return source.part('mimetype')?.includes('opendocument.spreadsheet')
      ? refuse('file-old-format', { format: '.ods' })
      : refuse('file-not-a-workbook');
  }
  const workbook = emptyWorkbook();
  const relations = readRelations(source, path);
  const byType = (type: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;
  const context: SheetContext = {
    strings: readSharedStrings((byType('sharedStrings') && source.part(byType('sharedStrings')!)) || ''),
    styles: readStyles((byType('styles') && source.part(byType('styles')!)) || ''),
    budget: { cells: MAX_CELLS },
  };
  const listed: { name: string; relation: string; state: string }[] = [];
  const localNames: { sheet: number; key: string; value: string }[] = [];
  let name: { sheet: number | null; key: string; value: string } | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'workbookPr') workbook.date1904 = truthy(attribute('date1904'));
      else if (tag === 'sheet') {
        listed.push({
          name: attribute('name') ?? '',
          relation: attribute('id') ?? '',
          state: attribute('state') ?? 'visible',
        });
      } else if (tag === 'definedName') {
        const sheet = attribute('localSheetId');
        name = { sheet: sheet === undefined ? null : Number(sheet), key: attribute('name') ?? '', value: '' };
      }
    },
    text(text) {
      if (name) name.value += text;
    },
    close(tag) {
      if (tag !== 'definedName' || !name) return;
      if (name.sheet === null) workbook.names.set(name.key, name.value);
      else localNames.push({ sheet: name.sheet, key: name.key, value: name.value });
      name = null;
    },
  });
  if (listed.length > MAX_SHEETS) return refuse('file-too-large', { limit: `${MAX_SHEETS} trang tính` });
  const bySheet = new Map<number, Sheet>();
  for (const [index, entry] of listed.entries()) {
    const relation = relations.get(entry.relation);
    if (!relation?.type.endsWith('/worksheet')) continue;
    const part = source.part(relation.target);
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

/** What Excel keeps about printing as names of a sheet, and names that hold on one sheet only. */
function putLocalName(sheet: Sheet | undefined, key: string, value: string): void {
  if (!sheet) return;
  const local = value.replace(/(?:'(?:[^']|'')+'|[^!',]+)!/g, '');
  if (key === '_xlnm.Print_Area') {
    const area = parseArea(local);
    if (area && sheet.page) sheet.page.printArea = area;
  } else if (key === '_xlnm.Print_Titles') {
    const rows = /(?:^|,)\$?(\d+):\$?(\d+)/.exec(local);
    if (rows && sheet.page) sheet.page.titleRows = { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 };
  } else if (!key.startsWith('_xlnm.')) sheet.names.set(key, value);
}

function withState(sheet: Sheet, state: string): Sheet {
  sheet.visibility = state === 'veryHidden' || state === 'hidden' ? state : 'visible';
  return sheet;
}

function workbookPath(source: Package): string | null {
  for (const relation of readRelations(source, '').values()) {
    if (relation.type.endsWith('/officeDocument') && source.has(relation.target)) return relation.target;
  }
  return ['xl/workbook.xml', 'xl/workbook.bin'].find((path) => source.has(path)) ?? null;
}

/** The relations of a part: id → type and target path inside the package. */
export function readRelations(source: Package, part: string): Map<string, { type: string; target: string }> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const xml = source.part(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, { type: string; target: string }>();
  scanXml(xml ?? '', {
    open(tag, attribute) {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      relations.set(attribute('Id') ?? '', { type: attribute('Type') ?? '', target: resolve(folder, target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
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
      if (tag === 'property' && key !== null) workbook.properties.set(key, value.trim());
    },
  });
}
