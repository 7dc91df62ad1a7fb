import type { WordRefusal } from '../../app/opened-appendix';
import { accept, refuse, type Result } from '../../domain/result';
import { withFewMarks } from '../../text/combining';
import type { Style } from '../../workbook/cell';
import { Sheet } from '../../workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../workbook/workbook';
import { CELL_TEXT, SHOWN, type Limits } from '../read/limits';
import { openPackage, type Package, type ReadRefusal } from '../read/package';
import { refusalOf } from '../read/refusal';
import { TooManyCells } from '../read/rows';
import { readRelations } from '../read/workbook';
import { MalformedXml, scanXml } from '../read/xml';
import { sniff } from '../sniff';
import { Numbering, type ListPlace } from './numbering';

/** A decision is some hundred kilobytes of text; what is larger is no text somebody wrote. */
const LIMITS: Limits = SHOWN;
/** A table of Word has at most 63 columns. */
const WIDEST = 63;
/** Tables inside cells of tables inside cells: deeper than people nest them is made to harm. */
const DEEPEST = 16;

/** The part that holds the text of a .docx; null where the bytes are no Word document. */
export function wordPart(bytes: Uint8Array): string | null {
  if (bytes.length > LIMITS.fileBytes || sniff(bytes) !== 'package') return null;
  try {
    return mainPart(openPackage(bytes, LIMITS));
  } catch (error) {
    // Whatever else it is, the reader of workbooks says it.
    if (refusalOf(error, LIMITS)) return null;
    throw error;
  }
}

function mainPart(source: Package): string | null {
  if (source.has('word/document.xml')) return 'word/document.xml';
  const main = [...readRelations(source, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  return main && main.target.startsWith('word/') && source.has(main.target) ? main.target : null;
}

/**
 * The tables of a .docx as sheets, with the paragraphs around them, as if somebody had pasted the
 * document into Excel: one sheet for the text, one for each appendix. Macros are refused unread;
 * links and pictures are never opened.
 */
export function readWord(bytes: Uint8Array): Result<Workbook, ReadRefusal | WordRefusal> {
  if (bytes.length > LIMITS.fileBytes)
    return refuse('file-too-large', { most: LIMITS.fileBytes >> 20, of: 'MB' });
  try {
    const source = openPackage(bytes, LIMITS);
    if ([...source.names].some((name) => /vbaproject|vbadata/.test(name)))
      return refuse('appendix-word-macros');
    if (/macroenabled/i.test(source.part('[Content_Types].xml') ?? ''))
      return refuse('appendix-word-macros');
    const path = mainPart(source);
    const xml = path === null ? null : source.part(path);
    if (path === null || xml === null) return refuse('file-damaged');
    const pages = new Pages();
    readDocument(xml, new Numbering(source, path.slice(0, path.lastIndexOf('/') + 1)), pages);
    return pages.tables === 0
      ? refuse('appendix-word-no-table')
      : accept(emptyWorkbook(pages.sheets));
  } catch (error) {
    const expected = refusalOf(error, LIMITS);
    if (expected) return { ok: false, refusal: expected };
    throw error;
  }
}

interface CellText {
  text: string;
  isBold: boolean;
}

/** The sheets of a document, filled row by row. */
class Pages {
  readonly sheets: Sheet[] = [];
  tables = 0;
  private row = 0;
  private cells = 0;

  /** An appendix begins a sheet of its own. */
  paragraph({ text, isBold }: CellText): void {
    const said = text.trim();
    if (said === '') return;
    const isAppendix = /^(phụ lục|biểu( mẫu)?)(\s+(số\s+)?[\dIVXLA-Z.]{1,6})?\s*[:.]?$/i.test(
      said.normalize('NFC'),
    );
    if (isAppendix || this.sheets.length === 0) this.open(isAppendix ? said : 'Văn bản');
    this.put(this.row, 0, said, isBold);
    // A line over the page and no cell of a table.
    this.sheet.merges.push({ top: this.row, bottom: this.row, left: 0, right: 5 });
    this.row++;
  }

  table(rows: readonly TableRow[]): void {
    this.tables++;
    if (this.sheets.length === 0) this.open('Văn bản');
    const open = new Map<number, { top: number; right: number; bottom: number }>();
    const close = (column: number): void => {
      const merge = open.get(column);
      open.delete(column);
      if (merge && (merge.bottom > merge.top || merge.right > column))
        this.sheet.merges.push({
          top: merge.top,
          bottom: merge.bottom,
          left: column,
          right: merge.right,
        });
    };
    for (const cells of rows) {
      const seen = new Set<number>();
      for (const { column, span, goesOn, text, isBold } of cells) {
        seen.add(column);
        const above = open.get(column);
        if (goesOn && above) {
          above.bottom = this.row;
          continue;
        }
        close(column);
        if (text.trim() !== '') this.put(this.row, column, text.trim(), isBold);
        open.set(column, { top: this.row, right: column + span - 1, bottom: this.row });
      }
      for (const column of [...open.keys()]) if (!seen.has(column)) close(column);
      this.row++;
    }
    for (const column of [...open.keys()]) close(column);
  }

  private open(wanted: string): void {
    const base =
      wanted
        .replace(/[[\]:*?/\\]/g, ' ')
        .trim()
        .slice(0, 25) || 'Phụ lục';
    let name = base;
    for (
      let n = 2;
      this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
      n++
    )
      name = `${base} (${n})`;
    if (this.sheets.length >= LIMITS.sheets) throw new TooManyCells();
    this.sheets.push(new Sheet(name));
    this.row = 0;
  }

  private get sheet(): Sheet {
    return this.sheets.at(-1)!;
  }

  private put(row: number, column: number, text: string, isBold: boolean): void {
    if (++this.cells > LIMITS.cells) throw new TooManyCells();
    const style: Style | undefined = isBold ? { bold: true } : undefined;
    this.sheet.put(row, column, withFewMarks(text.slice(0, CELL_TEXT)), style);
  }
}

interface TableCell extends CellText {
  column: number;
  span: number;
  /** Drawn over by the cell above. */
  goesOn: boolean;
}

type TableRow = TableCell[];

/**
 * What is not text of the document as it stands: deleted words, what a change was before, codes of
 * fields, boxes beside the page.
 */
const PASSED_OVER = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'txbxContent',
  'Fallback',
  'footnote',
  'comment',
]);

function readDocument(xml: string, numbering: Numbering, pages: Pages): void {
  let passing = 0;
  let depth = 0;
  let rows: TableRow[] = [];
  let row: TableRow = [];
  let column = 0;
  let cell: TableCell | null = null;
  let isRowDeleted = false;
  let isInRowProperties = false;
  // The paragraph that is read, and whether every run of it that says something is bold.
  let text = '';
  let list: ListPlace | null = null;
  let style = '';
  let isAllBold = true;
  let isRunBold = false;
  let isHidden = false;
  let isInRun = false;
  let isText = false;

  const say = (said: string): void => {
    if (isHidden) return;
    if (text.length < CELL_TEXT) text += said;
    if (said.trim() !== '' && !isRunBold) isAllBold = false;
  };
  const startParagraph = (): void => {
    [text, list, style, isAllBold] = ['', null, '', true];
  };
  const endParagraph = (): void => {
    const place = list ?? (style === '' ? undefined : numbering.ofStyle(style));
    const number = place && place.list !== '0' ? numbering.next(place) : '';
    const said = number === '' ? text : `${number} ${text}`.trim();
    if (cell) {
      if (said !== '' && cell.text.length < CELL_TEXT) {
        cell.isBold = (cell.text === '' || cell.isBold) && isAllBold;
        cell.text += (cell.text === '' ? '' : '\n') + said;
      }
    } else if (depth === 0) pages.paragraph({ text: said, isBold: isAllBold });
    startParagraph();
  };

  scanXml(xml, {
    open(name, attribute) {
      if (passing > 0 || PASSED_OVER.has(name) || name.endsWith('Change')) {
        if (name === 'del' && isInRowProperties && passing === 0) isRowDeleted = true;
        passing++;
        return;
      }
      const isOn = (): boolean => !/^(0|false|off|none)$/.test(attribute('val') ?? '');
      switch (name) {
        case 'tbl':
          if (++depth > DEEPEST) throw new TooManyCells();
          if (depth === 1) rows = [];
          break;
        case 'tr':
          if (depth === 1) [row, column, isRowDeleted] = [[], 0, false];
          break;
        case 'trPr':
          isInRowProperties = depth === 1;
          break;
        case 'gridBefore':
          if (isInRowProperties) column += clamped(attribute('val'));
          break;
        case 'tc':
          if (depth === 1) cell = { column, span: 1, goesOn: false, text: '', isBold: false };
          break;
        case 'gridSpan':
          if (cell && depth === 1) cell.span = Math.max(1, clamped(attribute('val')));
          break;
        case 'vMerge':
          if (cell && depth === 1) cell.goesOn = attribute('val') !== 'restart';
          break;
        case 'p':
          startParagraph();
          break;
        case 'pStyle':
          style = attribute('val') ?? '';
          break;
        case 'ilvl':
          list = { list: list?.list ?? '0', level: Number(attribute('val')) };
          break;
        case 'numId':
          list = { list: attribute('val') ?? '0', level: list?.level ?? 0 };
          break;
        case 'r':
          [isInRun, isRunBold, isHidden] = [true, false, false];
          break;
        case 'b':
          if (isInRun) isRunBold = isOn();
          break;
        case 'vanish':
          if (isInRun) isHidden = isOn();
          break;
        case 't':
          isText = true;
          break;
        case 'br':
        case 'cr':
          if (isInRun) say('\n');
          break;
        case 'tab':
          if (isInRun) say(' ');
          break;
        case 'noBreakHyphen':
          say('-');
          break;
      }
    },
    text(said) {
      if (isText && passing === 0) say(said);
    },
    close(name) {
      if (passing > 0) {
        passing--;
        return;
      }
      switch (name) {
        case 't':
          isText = false;
          break;
        case 'r':
          [isInRun, isHidden] = [false, false];
          break;
        case 'p':
          endParagraph();
          break;
        case 'trPr':
          isInRowProperties = false;
          break;
        case 'tc':
          if (depth !== 1 || !cell) break;
          row.push(cell);
          column += cell.span;
          if (column > 4 * WIDEST) throw new TooManyCells();
          cell = null;
          break;
        case 'tr':
          if (depth === 1 && !isRowDeleted) rows.push(row);
          if (rows.length > LIMITS.cells) throw new TooManyCells();
          break;
        case 'tbl':
          depth = Math.max(0, depth - 1);
          if (depth === 0) pages.table(rows);
          break;
      }
    },
  });
  // Cut off inside a table: what is missing nobody can say.
  if (depth > 0) throw new MalformedXml('unclosed table');
}

function clamped(value: string | undefined): number {
  const number = Number(value);
  return number >= 0 ? Math.min(WIDEST, Math.trunc(number)) : 0;
}
