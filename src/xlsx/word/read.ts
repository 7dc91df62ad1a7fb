import { lastOf } from '../../known/known';
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
import { MalformedXml, scanXml, type Attribute } from '../read/xml';
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
    const numbering = new Numbering(source, path.slice(0, path.lastIndexOf('/') + 1));
    new DocumentReader(numbering, pages).read(xml);
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
    return lastOf(this.sheets);
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

type Opening = (attribute: Attribute) => void;

/** What of a document is being read. */
class DocumentReader {
  /** Elements within what is passed over. */
  private passing = 0;
  /** Tables within tables; only the outermost has rows of ours. */
  private depth = 0;
  private rows: TableRow[] = [];
  private row: TableRow = [];
  private column = 0;
  private cell: TableCell | null = null;
  private isRowDeleted = false;
  private isInRowProperties = false;
  // The paragraph that is read, and whether every run of it that says something is bold.
  private text = '';
  private list: ListPlace | null = null;
  private style = '';
  private isAllBold = true;
  private isRunBold = false;
  private isHidden = false;
  private isInRun = false;
  private isText = false;

  constructor(
    private readonly numbering: Numbering,
    private readonly pages: Pages,
  ) {}

  private readonly opening: ReadonlyMap<string, Opening> = new Map<string, Opening>([
    ['tbl', () => this.openTable()],
    ['tr', () => this.openRow()],
    ['trPr', () => (this.isInRowProperties = this.depth === 1)],
    [
      'gridBefore',
      (attribute) => {
        if (this.isInRowProperties) this.column += clamped(attribute('val'));
      },
    ],
    ['tc', () => this.openCell()],
    [
      'gridSpan',
      (attribute) => this.ofCell((cell) => (cell.span = Math.max(1, clamped(attribute('val'))))),
    ],
    [
      'vMerge',
      (attribute) => this.ofCell((cell) => (cell.goesOn = attribute('val') !== 'restart')),
    ],
    ['p', () => this.openParagraph()],
    ['pStyle', (attribute) => (this.style = attribute('val') ?? '')],
    [
      'ilvl',
      (attribute) =>
        (this.list = { list: this.list?.list ?? '0', level: Number(attribute('val')) }),
    ],
    [
      'numId',
      (attribute) => (this.list = { list: attribute('val') ?? '0', level: this.list?.level ?? 0 }),
    ],
    ['r', () => ([this.isInRun, this.isRunBold, this.isHidden] = [true, false, false])],
    ['b', (attribute) => this.inRun(() => (this.isRunBold = isOn(attribute)))],
    ['vanish', (attribute) => this.inRun(() => (this.isHidden = isOn(attribute)))],
    ['t', () => (this.isText = true)],
    ['br', () => this.inRun(() => this.say('\n'))],
    ['cr', () => this.inRun(() => this.say('\n'))],
    ['tab', () => this.inRun(() => this.say(' '))],
    ['noBreakHyphen', () => this.say('-')],
  ]);

  private readonly closing: ReadonlyMap<string, () => void> = new Map<string, () => void>([
    ['t', () => (this.isText = false)],
    ['r', () => ([this.isInRun, this.isHidden] = [false, false])],
    ['p', () => this.closeParagraph()],
    ['trPr', () => (this.isInRowProperties = false)],
    ['tc', () => this.closeCell()],
    ['tr', () => this.closeRow()],
    ['tbl', () => this.closeTable()],
  ]);

  read(xml: string): void {
    scanXml(xml, {
      open: (name, attribute) => this.open(name, attribute),
      text: (said) => {
        if (this.isText && this.passing === 0) this.say(said);
      },
      close: (name) => {
        if (this.passing > 0) this.passing--;
        else this.closing.get(name)?.();
      },
    });
    // Cut off inside a table: what is missing nobody can say.
    if (this.depth > 0) throw new MalformedXml('unclosed table');
  }

  private open(name: string, attribute: Attribute): void {
    if (this.passing > 0 || PASSED_OVER.has(name) || name.endsWith('Change')) {
      if (name === 'del' && this.isInRowProperties && this.passing === 0) this.isRowDeleted = true;
      this.passing++;
    } else this.opening.get(name)?.(attribute);
  }

  private openTable(): void {
    if (++this.depth > DEEPEST) throw new TooManyCells();
    if (this.depth === 1) this.rows = [];
  }

  private closeTable(): void {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth === 0) this.pages.table(this.rows);
  }

  private openRow(): void {
    if (this.depth === 1) [this.row, this.column, this.isRowDeleted] = [[], 0, false];
  }

  private closeRow(): void {
    if (this.depth === 1 && !this.isRowDeleted) this.rows.push(this.row);
    if (this.rows.length > LIMITS.cells) throw new TooManyCells();
  }

  private openCell(): void {
    if (this.depth === 1)
      this.cell = { column: this.column, span: 1, goesOn: false, text: '', isBold: false };
  }

  private ofCell(say: (cell: TableCell) => void): void {
    if (this.cell && this.depth === 1) say(this.cell);
  }

  private closeCell(): void {
    if (this.depth !== 1 || !this.cell) return;
    this.row.push(this.cell);
    this.column += this.cell.span;
    if (this.column > 4 * WIDEST) throw new TooManyCells();
    this.cell = null;
  }

  private openParagraph(): void {
    [this.text, this.list, this.style, this.isAllBold] = ['', null, '', true];
  }

  private closeParagraph(): void {
    const { cell, isAllBold } = this;
    const said = this.numbered();
    if (!cell) {
      if (this.depth === 0) this.pages.paragraph({ text: said, isBold: isAllBold });
    } else if (said !== '' && cell.text.length < CELL_TEXT) {
      cell.isBold = (cell.text === '' || cell.isBold) && isAllBold;
      cell.text += (cell.text === '' ? '' : '\n') + said;
    }
    this.openParagraph();
  }

  /** The paragraph with the number Word draws before it. */
  private numbered(): string {
    const { list, style, text, numbering } = this;
    const place = list ?? (style === '' ? undefined : numbering.ofStyle(style));
    const number = place && place.list !== '0' ? numbering.next(place) : '';
    return number === '' ? text : `${number} ${text}`.trim();
  }

  private inRun(read: () => void): void {
    if (this.isInRun) read();
  }

  private say(said: string): void {
    if (this.isHidden) return;
    if (this.text.length < CELL_TEXT) this.text += said;
    if (said.trim() !== '' && !this.isRunBold) this.isAllBold = false;
  }
}

function isOn(attribute: Attribute): boolean {
  return !/^(0|false|off|none)$/.test(attribute('val') ?? '');
}

function clamped(value: string | undefined): number {
  const number = Number(value);
  return number >= 0 ? Math.min(WIDEST, Math.trunc(number)) : 0;
}
