import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { accept, refuse, type Result } from '../../domain/result';
import { withFewMarks } from '../../text/combining';
import type { CellValue } from '../../workbook/cell';
import { Sheet, type Visibility } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { CELL_TEXT, RECEIVED } from '../read/limits';
import type { ReadRefusal } from '../read/package';
import { refusalOf } from '../read/refusal';
import { markedEncoding } from '../read/text-encoding';
import { DEFAULT_PASSWORD, withoutDefaultPassword } from './default-password';
import { repacked } from './repack';

/**
 * Workbooks that are not .xlsx, read with SheetJS. It is slow, loops on some damaged files and
 * guesses when it can, so it is loaded only for a file that is known to be one of these, and runs
 * where it can be ended (intake's workers).
 */
export type LegacyFormat = '.xls' | '.xlsb' | '.ods' | 'XML 2003' | 'HTML' | '.csv';

/** All rows an .xls can have; a sheet of another kind with more is refused, never cut. */
const ROWS = 65_536;

/** Excel allows 31 characters; what is far beyond that is no name. */
const SHEET_NAME = 255;

export function readLegacy(bytes: Uint8Array, format: LegacyFormat): Result<Workbook, ReadRefusal> {
  try {
    const source = parse(bytes, format);
    return source.ok ? convert(source.value) : source;
  } catch (error) {
    const expected = refusalOf(error, RECEIVED);
    if (expected) return { ok: false, refusal: expected };
    return refuse(isAboutPassword(error) ? 'file-encrypted' : 'file-damaged');
  }
}

/**
 * Without `cellStyles`: with it, SheetJS writes down every column a damaged file claims to have, up
 * to four billion.
 */
const OPTIONS = { cellNF: true, cellFormula: true, dense: true, sheetRows: ROWS } as const;

function parse(bytes: Uint8Array, format: LegacyFormat): Result<WorkBook, ReadRefusal> {
  if (format === '.xlsb' || format === '.ods') {
    const safe = repacked(bytes);
    return safe.ok ? accept(read(safe.value, { ...OPTIONS, type: 'array' })) : safe;
  }
  if (format === '.xls') return accept(readOld(bytes));
  // Web pages and text hold what people see: "1.234" is not yet a number here, our own reading of
  // cells decides.
  const text = decodeText(bytes);
  if (format === 'HTML')
    return accept(read(divided(text), { ...OPTIONS, type: 'string', raw: true }));
  if (format !== '.csv') return accept(read(text, { ...OPTIONS, type: 'string' }));
  return accept(read(text, { ...OPTIONS, type: 'string', raw: true, FS: separatorOf(text) }));
}

function readOld(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { ...OPTIONS, type: 'array' });
  } catch (error) {
    if (!isAboutPassword(error)) throw error;
    // The oldest method, of Excel 95, SheetJS undoes itself.
    return read(withoutDefaultPassword(bytes) ?? bytes, {
      ...OPTIONS,
      type: 'array',
      password: DEFAULT_PASSWORD,
    });
  }
}

/** What SheetJS throws on a damaged file is of any kind; one with a password it names. */
function isAboutPassword(error: unknown): boolean {
  return /password|encrypt/i.test(error instanceof Error ? error.message : String(error));
}

/**
 * What is struck or raised in a web page stands on a line of its own: "<s>120</s>130" is never
 * 120130.
 */
function divided(html: string): string {
  return html.replace(/<\/?(?:s|strike|del|sup)(?:\s[^>]*)?>/gi, '<br>');
}

function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4096);
  const count = (separator: string) => head.split(separator).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function convert(source: WorkBook): Result<Workbook, ReadRefusal> {
  const workbook = emptyWorkbook();
  workbook.date1904 = source.Workbook?.WBProps?.date1904 === true;
  for (const { Name, Ref, Sheet: scope } of source.Workbook?.Names ?? []) {
    if (scope === undefined) workbook.names.set(Name, Ref);
  }
  for (const [name, value] of Object.entries(source.Custprops ?? {}))
    workbook.properties.set(name, String(value));
  let cells = 0;
  for (const [index, name] of source.SheetNames.entries()) {
    if (name.length > SHEET_NAME) return refuse('file-damaged');
    const worksheet = source.Sheets[name];
    const sheet = new Sheet(name);
    sheet.visibility = VISIBILITY[source.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    if (worksheet['!fullref'] !== undefined)
      return refuse('file-too-large', { most: ROWS, of: 'rows' });
    cells += takeCells(worksheet, sheet);
    if (cells > RECEIVED.cells)
      return refuse('file-too-large', { most: RECEIVED.cells, of: 'cells' });
    takeFrame(worksheet, sheet);
    workbook.sheets.push(sheet);
  }
  return accept(workbook);
}

const VISIBILITY: readonly Visibility[] = ['visible', 'hidden', 'veryHidden'];

/** Returns how many cells hold something. */
function takeCells(worksheet: WorkSheet, sheet: Sheet): number {
  let count = 0;
  const rows = (worksheet['!data'] ?? []) as (CellObject | undefined)[][];
  rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (!cell) return;
      const value = valueOf(cell);
      const formula = cell.f;
      if (value === null && formula === undefined) return;
      count++;
      const format = cell.z === undefined || cell.z === 'General' ? undefined : String(cell.z);
      sheet.set(row, column, {
        value,
        ...(formula === undefined ? {} : { formula }),
        ...(format === undefined ? {} : { style: { format } }),
      });
    }),
  );
  return count;
}

/** Error values by SheetJS's numbers for them. */
const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

function valueOf({ t, v, w }: CellObject): CellValue {
  if (v === undefined || v === null || t === 'z') return null;
  if (t === 'e') return { error: ERRORS[v as number] ?? w ?? '#VALUE!' };
  if (v instanceof Date) return null;
  if (typeof v === 'string' && v.length > CELL_TEXT)
    throw new RangeError('a text longer than a cell holds');
  return typeof v === 'string' ? withFewMarks(v) : v;
}

function takeFrame(worksheet: WorkSheet, sheet: Sheet): void {
  for (const { s, e } of worksheet['!merges'] ?? []) {
    sheet.merges.push({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
  sheet.isProtected = worksheet['!protect'] !== undefined;
}
