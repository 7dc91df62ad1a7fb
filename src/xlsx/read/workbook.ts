import { accept, refuse, type Result } from '../../domain/result';
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
  const refusal = refuseByContent(bytes);
  if (refusal) return { ok: false, refusal };
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return readPackage(opened.value);
  } catch (error) {
    if (error instanceof TooManyCells) return refuse('file-too-large', { limit: `${MAX_CELLS} ô` });
    if (error instanceof MalformedXml) return refuse('file-damaged');
    throw error;
  }
}

function readPackage(source: Package): Result<Workbook, ReadRefusal> {
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
  let name: { key: string; value: string } | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'workbookPr') workbook.date1904 = truthy(attribute('date1904'));
      else if (tag === 'sheet') {
        listed.push({
          name: attribute('name') ?? '',
          relation: attribute('id') ?? '',
          state: attribute('state') ?? 'visible',
        });
      } else if (tag === 'definedName' && attribute('localSheetId') === undefined)
        name = { key: attribute('name') ?? '', value: '' };
    },
    text(text) {
      if (name) name.value += text;
    },
    close(tag) {
      if (tag !== 'definedName' || !name) return;
      workbook.names.set(name.key, name.value);
      name = null;
    },
  });
  if (listed.length > MAX_SHEETS) return refuse('file-too-large', { limit: `${MAX_SHEETS} trang tính` });
  for (const entry of listed) {
    const relation = relations.get(entry.relation);
    if (!relation?.type.endsWith('/worksheet')) continue;
    const part = source.part(relation.target);
    if (part === null) return refuse('file-damaged');
    workbook.sheets.push(withState(readSheet(entry.name, part, context), entry.state));
  }
  readProperties(source, workbook);
  return accept(workbook);
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
function readRelations(source: Package, part: string): Map<string, { type: string; target: string }> {
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
