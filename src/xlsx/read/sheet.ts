import { parseArea } from '../../workbook/address';
import { Sheet } from '../../workbook/sheet';
import { KnownBytes } from './known-bytes';
import type { Limits } from './limits';
import { readBreak, readPage } from './page';
import { RowReader, type RowContext } from './rows';
import { RuleReader } from './rules';
import { truthy, type StyleSheet } from './styles';
import { decodePart, isUtf8 } from './text-encoding';
import { scanXml, type XmlHandler } from './xml';
import { NotPlain, toPlain, XmlBytes } from './xml-bytes';

export interface SheetContext extends RowContext {
  styles: StyleSheet;
  limits: Limits;
  /** Whether a sheet matters, by its first rows; one that does not ends there. Null: all do. */
  matters: ((head: Sheet) => boolean) | null;
}

/** So many rows tell what a sheet is. */
export const HEAD_ROWS = 60;

export class TooManyMerges extends Error {}

/** One worksheet part as a sheet. */
export function readSheet(name: string, part: Uint8Array, context: SheetContext): Sheet {
  if (!isUtf8(part))
    return readPlainSheet(name, toPlain(decodePart(part, context.limits.textBytes)), context);
  const cells = context.budget.cells;
  try {
    return readPlainSheet(name, part, context);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    context.budget.cells = cells;
    return readPlainSheet(name, toPlain(decodePart(part, context.limits.textBytes)), context);
  }
}

/** What stands before the rows, the rows, and what stands behind them. */
function readPlainSheet(name: string, part: Uint8Array, context: SheetContext): Sheet {
  const sheet = new Sheet(name);
  const frame = new FrameReader(sheet, context);
  const xml = new XmlBytes(part);
  let start = 0;
  for (;;) {
    // A worksheet without rows is all frame.
    if (!xml.nextTag()) {
      frame.read(part);
      return sheet;
    }
    start = xml.name - 1;
    const isData = !xml.isClosing && xml.is('sheetData');
    xml.skipAttributes();
    if (isData) break;
  }
  frame.read(part.subarray(0, start));
  let end = xml.at;
  if (!xml.isSelfClosing) {
    const rows = new RowReader(part, xml.at, sheet, context);
    if (context.matters && rows.readTo(HEAD_ROWS) && !context.matters(sheet)) return sheet;
    rows.readTo(Infinity);
    end = rows.at;
    if (rows.hasSpill) markSpilled(sheet);
  }
  frame.read(part.subarray(end));
  return sheet;
}

/** What of a sheet's frame a check asks for. */
const CHECKED_FRAME = new Set(['col', 'mergeCell', 'sheetProtection']);
/** A frame is no longer, unless somebody merged thousands of cells. */
const FRAME_LENGTH = 32 << 10;

interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** Forms of one template are framed alike. */
const FRAMES = new KnownBytes<readonly Tag[]>(FRAME_LENGTH);

/** The tags of a frame a check asks for, with those of their attributes it reads. */
function checkedTags(xml: string): Tag[] {
  const tags: Tag[] = [];
  scanXml(xml, {
    wants: CHECKED_FRAME,
    open(name, attribute) {
      const attributes = new Map<string, string>();
      for (const key of CHECKED_ATTRIBUTES) {
        const value = attribute(key);
        if (value !== undefined) attributes.set(key, value);
      }
      tags.push({ name, attributes });
    },
  });
  return tags;
}

/** Everything of a worksheet part but its rows. */
class FrameReader implements XmlHandler {
  private inside = '';
  private isFitted = false;
  private breaks: 'rowBreaks' | 'colBreaks' = 'rowBreaks';
  private readonly rules: RuleReader | null;

  constructor(
    private readonly sheet: Sheet,
    private readonly context: SheetContext,
  ) {
    this.rules = context.forEditing ? new RuleReader(sheet, context.styles.differential) : null;
  }

  read(part: Uint8Array): void {
    const { forEditing, limits } = this.context;
    const text = () => decodePart(part, limits.textBytes);
    const open = (name: string, attribute: (key: string) => string | undefined) =>
      this.open(name, attribute);
    if (forEditing) scanXml(text(), this);
    // Of so long a one no list is made: there may be a million of its tags.
    else if (part.length > FRAME_LENGTH) scanXml(text(), { wants: CHECKED_FRAME, open });
    else {
      const tags = FRAMES.get(part, 0, part.length, () => checkedTags(text()));
      for (const { name, attributes } of tags) open(name, (key) => attributes.get(key));
    }
  }

  get ignoresText(): boolean {
    return this.inside === '' && this.rules === null;
  }

  open(tag: string, attribute: (name: string) => string | undefined): void {
    const { sheet } = this;
    if (this.rules?.open(tag, attribute)) return;
    switch (tag) {
      case 'col':
        readColumn(sheet, attribute);
        break;
      case 'mergeCell': {
        const area = parseArea(attribute('ref') ?? '');
        if (area) sheet.merges.push(area);
        if (sheet.merges.length > this.context.limits.merges) throw new TooManyMerges();
        break;
      }
      case 'sheetProtection':
        readProtection(sheet, attribute);
        break;
      case 'tabColor':
        sheet.tabColor = /^[0-9a-f]{8}$/i.test(attribute('rgb') ?? '')
          ? `#${attribute('rgb')!.slice(2).toUpperCase()}`
          : '';
        break;
      case 'pageMargins':
      case 'pageSetup':
        readPage(sheet, tag, attribute, this.isFitted);
        break;
      case 'pageSetUpPr':
        this.isFitted = truthy(attribute('fitToPage'));
        break;
      case 'headerFooter':
        if (truthy(attribute('differentFirst')) && sheet.page) sheet.page.bareFirstPage = true;
        break;
      case 'rowBreaks':
      case 'colBreaks':
        this.breaks = tag;
        break;
      case 'brk':
        readBreak(sheet, this.breaks, attribute);
        break;
      case 'oddHeader':
      case 'oddFooter':
        this.inside = tag;
        break;
      case 'sheetView':
        if (attribute('showGridLines') !== undefined)
          sheet.showGridlines = truthy(attribute('showGridLines'));
        break;
      case 'pane':
        if (attribute('state') === 'frozen') {
          sheet.frozenRows = Number(attribute('ySplit') ?? 0);
          sheet.frozenColumns = Number(attribute('xSplit') ?? 0);
        }
        break;
    }
  }

  text(text: string): void {
    const { page } = this.sheet;
    if (this.inside === 'oddHeader' && page) page.header = (page.header ?? '') + text;
    else if (this.inside === 'oddFooter' && page) page.footer = (page.footer ?? '') + text;
    else this.rules?.text(text);
  }

  close(tag: string): void {
    if (tag === this.inside) this.inside = '';
    this.rules?.close(tag);
  }
}

/** Cells within the reach of an array formula have their values from it. */
function markSpilled(sheet: Sheet): void {
  for (const [row, cells] of sheet.rows) {
    for (const [column, { spill }] of cells) {
      if (!spill) continue;
      for (let r = row; r < row + spill.rows; r++) {
        for (let c = column; c < column + spill.columns; c++) {
          const cell = sheet.cell(r, c);
          if (cell && cell.formula === undefined) cell.isSpilled = true;
        }
      }
    }
  }
}

/** In the file an attribute of 0 allows (ECMA-376 Part 1, 18.3.1.85). */
const ALLOWED: [keyof Sheet['protectionOptions'], string][] = [
  ['allowAutoFilter', 'autoFilter'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowInsertRows', 'insertRows'],
  ['allowPivotTables', 'pivotTables'],
  ['allowSort', 'sort'],
];

/** What is read of the tags of {@link CHECKED_FRAME}. */
const CHECKED_ATTRIBUTES = [
  ...['min', 'max', 'width', 'customWidth', 'hidden', 'ref', 'sheet'],
  ...ALLOWED.map(([, name]) => name),
];

function readProtection(sheet: Sheet, attribute: (name: string) => string | undefined): void {
  sheet.isProtected = truthy(attribute('sheet'));
  for (const [option, name] of ALLOWED) {
    if (attribute(name) !== undefined && !truthy(attribute(name)))
      sheet.protectionOptions[option] = true;
  }
}

function readColumn(sheet: Sheet, attribute: (name: string) => string | undefined): void {
  const first = Number(attribute('min')) - 1;
  const last = Math.min(Number(attribute('max')) - 1, first + 255);
  if (!(first >= 0)) return;
  for (let column = first; column <= last; column++) {
    const width = Number(attribute('width'));
    if (width > 0 && truthy(attribute('customWidth'))) sheet.columnWidths.set(column, width);
    if (truthy(attribute('hidden'))) sheet.hiddenColumns.add(column);
  }
}
