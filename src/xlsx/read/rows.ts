import { withFewMarks } from '../../text/combining';
import { MAX_COLUMNS, MAX_ROWS, parseArea } from '../../workbook/address';
import type { Cell, CellValue, Style, TextPart } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import type { Sheet } from '../../workbook/sheet';
import { withoutPrefixes } from './function-prefix';
import { KnownBytes, TEXT_LENGTH } from './known-bytes';
import { CELL_TEXT } from './limits';
import { readNumber } from './number-bytes';
import { richText, spend, type LettersLeft, type SharedStrings } from './shared-strings';
import { MalformedXml } from './xml';
import { NotPlain, wholeNumber, XmlBytes } from './xml-bytes';

export interface RowContext {
  strings: SharedStrings;
  /** Looks by the number cells give; undefined for one without a look. */
  looks: readonly (Style | undefined)[];
  /** The looks of rows and cells without a value are kept. */
  forEditing: boolean;
  /** Whether a cell without a value is kept for its look. */
  keepsBlank: readonly boolean[];
  /**
   * Names of the workbooks that formulas mention as [1], [2] …; empty where they are to be left as
   * they are.
   */
  externals: readonly string[];
  date1904: boolean;
  /** Cells all sheets may still hold. */
  budget: { cells: number } & LettersLeft;
}

export class TooManyCells extends Error {}

interface SharedFormula {
  formula: string;
  row: number;
  column: number;
}

/** Formulas, and the words they gave: in the forms of a plan the same. */
const FORMULAS = new KnownBytes<string>(TEXT_LENGTH);
const RESULTS = new KnownBytes<string>(TEXT_LENGTH);

/** Kinds of cells by the first letters of their type attribute (ECMA-376 Part 1, 18.18.11). */
const NUMBER = 110;
const SHARED = 115;
const FORMULA_TEXT = 0x7374;
const BOOLEAN = 98;
const ERROR = 101;
const DATE = 100;
const INLINE = 105;

/**
 * The rows of a worksheet part, read as far as asked; by what the cells say, not by the stored
 * dimension.
 */
export class RowReader {
  private row = -1;
  private column = -1;
  private isHidden = false;
  private isInside = true;
  /** Whether an array formula reached beyond its own cell; hardly any sheet holds one. */
  hasSpill = false;
  /** Of the text read last, where some of it is struck or raised. */
  private parts: readonly TextPart[] | undefined;
  private readonly shared = new Map<number, SharedFormula>();
  private readonly xml: XmlBytes;

  /** `start` is the place behind `<sheetData>`. */
  constructor(
    bytes: Uint8Array,
    start: number,
    private readonly sheet: Sheet,
    private readonly context: RowContext,
  ) {
    this.xml = new XmlBytes(bytes);
    this.xml.at = start;
  }

  /** The place behind the last row read. */
  get at(): number {
    return this.xml.at;
  }

  /** Reads on up to the row with this number, not with it; false when there are no more rows. */
  readTo(limit: number): boolean {
    const { xml } = this;
    while (this.isInside && xml.nextTag()) {
      const tag = xml.name - 1;
      if (xml.isClosing) {
        xml.skipAttributes();
        if (xml.bytes[xml.name] === 115 /* </sheetData> */) this.isInside = false;
      } else if (xml.is('row')) {
        if (!this.openRow(limit)) {
          xml.at = tag;
          return true;
        }
      } else if (xml.bytes[xml.name] === 99 && xml.is('c')) this.readCell();
      else xml.skipAttributes();
    }
    return false;
  }

  /** False, with nothing taken, when the row is one to stop at. */
  private openRow(limit: number): boolean {
    const { xml, sheet } = this;
    let row = this.row + 1;
    let isHidden = false;
    let height = 0;
    let hasHeight = false;
    xml.skipName();
    while (xml.nextAttribute()) {
      if (xml.isAttribute('r')) row = xml.attributeNumber() - 1;
      else if (xml.isAttribute('hidden')) isHidden = this.isTrue();
      else if (xml.isAttribute('ht')) height = readNumber(xml.bytes, xml.value, xml.valueEnd);
      else if (xml.isAttribute('customHeight')) hasHeight = this.isTrue();
    }
    if (!(row >= 0 && row < MAX_ROWS)) throw new MalformedXml('row out of range');
    if (row >= limit) return false;
    this.row = row;
    this.column = -1;
    if (hasHeight && height > 0 && this.context.forEditing) sheet.rowHeights.set(row, height);
    this.isHidden = isHidden;
    if (isHidden && this.context.forEditing) sheet.hiddenRows.add(row);
    return true;
  }

  private isTrue(): boolean {
    const first = this.xml.bytes[this.xml.value];
    return first === 49 || first === 116;
  }

  private readCell(): void {
    const { xml, context } = this;
    const { bytes } = xml;
    let type = NUMBER;
    let look = 0;
    let column = this.column + 1;
    xml.at = xml.name + 1;
    while (xml.nextAttribute()) {
      if (xml.attributeEnd - xml.attribute !== 1) continue;
      switch (bytes[xml.attribute]) {
        case 114 /* r */:
          column = this.place(column);
          break;
        case 115 /* s */:
          look = Math.max(0, xml.attributeNumber());
          break;
        case 116 /* t */:
          type = bytes[xml.value];
          if (type === SHARED && xml.valueEnd - xml.value > 1) type = FORMULA_TEXT;
          break;
      }
    }
    if (this.row < 0 || column >= MAX_COLUMNS) throw new MalformedXml('cell out of range');
    this.column = column;
    this.parts = undefined;
    if (xml.isSelfClosing) {
      if (context.keepsBlank[look]) this.put(null, undefined, undefined, look);
      return;
    }
    let value: CellValue = null;
    let formula: string | undefined;
    let spill: Cell['spill'];
    for (;;) {
      if (!xml.nextTag()) throw new MalformedXml('unclosed cell');
      if (xml.isClosing) {
        if (!xml.is('c')) throw new MalformedXml('unclosed cell');
        xml.skipAttributes();
        break;
      }
      if (xml.is('v')) value = this.readValue(type, value);
      else if (xml.is('f')) [formula, spill] = this.readFormula();
      else if (xml.is('is')) value = this.readInline();
      else this.skipElement();
    }
    if (value === null && formula === undefined && !context.keepsBlank[look]) return;
    this.put(value, formula, spill, look);
  }

  /** The column a cell says it is in; it may also say another row. */
  private place(next: number): number {
    const { bytes, value, valueEnd } = this.xml;
    let at = value;
    let column = 0;
    for (; at < valueEnd; at++) {
      const letter = bytes[at] & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    const row = wholeNumber(bytes, at, valueEnd) - 1;
    // An address that is none is as good as no address.
    if (column === 0 || at - value > 3 || row < 0) return next;
    if (row >= MAX_ROWS) throw new MalformedXml('cell out of range');
    this.row = row;
    return column - 1;
  }

  private readValue(type: number, inline: CellValue): CellValue {
    const { xml } = this;
    const { bytes } = xml;
    xml.skipAttributes();
    if (xml.isSelfClosing) return inline;
    let start = xml.at;
    let end = xml.textEnd();
    xml.at = end;
    this.close();
    if (type === FORMULA_TEXT) {
      const text = RESULTS.get(bytes, start, end, () => this.bounded(xml.text(start, end)));
      spend(this.context.budget, text);
      return text;
    }
    while (start < end && bytes[start] <= 32) start++;
    while (end > start && bytes[end - 1] <= 32) end--;
    if (type === INLINE) return inline;
    if (start === end) return type === ERROR ? { error: '' } : null;
    switch (type) {
      case NUMBER: {
        const number = readNumber(bytes, start, end);
        return Number.isNaN(number) ? this.bounded(xml.text(start, end)) : number;
      }
      case SHARED: {
        const { strings } = this.context;
        const index = wholeNumber(bytes, start, end);
        const text = strings.at(index);
        if (strings.parts.size > 0) this.parts = strings.parts.get(index);
        return text;
      }
      case BOOLEAN:
        return bytes[start] === 49 || bytes[start] === 116;
      case ERROR:
        return { error: this.bounded(xml.text(start, end)) };
      case DATE:
        return isoToSerial(this.bounded(xml.text(start, end)), this.context.date1904);
      default:
        throw new MalformedXml('type of a cell');
    }
  }

  private readInline(): CellValue {
    const { xml } = this;
    xml.skipAttributes();
    if (xml.isSelfClosing) return '';
    const start = xml.at;
    for (;;) {
      if (!xml.nextTag()) throw new MalformedXml('unclosed text');
      if (xml.isClosing && xml.is('is')) break;
      xml.skipAttributes();
    }
    const end = xml.name - 2;
    xml.skipAttributes();
    const { text, parts } = richText(xml, start, end);
    spend(this.context.budget, text);
    this.parts = parts;
    return text;
  }

  private readFormula(): [string, Cell['spill']] {
    const { xml } = this;
    let isShared = false;
    let isArray = false;
    let group = -1;
    let area = '';
    xml.skipName();
    while (xml.nextAttribute()) {
      if (xml.isAttribute('t')) {
        isShared = xml.bytes[xml.value] === 115;
        isArray = xml.bytes[xml.value] === 97;
      } else if (xml.isAttribute('si')) group = xml.attributeNumber();
      else if (xml.isAttribute('ref')) area = xml.attributeText();
    }
    let text = '';
    if (!xml.isSelfClosing) {
      const start = xml.at;
      xml.at = xml.textEnd();
      text = this.named(FORMULAS.get(xml.bytes, start, xml.at, () => this.formula(start)));
      this.close();
    }
    if (isShared && text !== '')
      this.shared.set(group, { formula: text, row: this.row, column: this.column });
    else if (isShared) {
      const first = this.shared.get(group);
      text = first
        ? shiftFormula(first.formula, this.row - first.row, this.column - first.column)
        : '';
    }
    return [text, isArray ? spillOf(area) : undefined];
  }

  /** A formula as people see it: names of functions without prefixes. */
  private formula(start: number): string {
    const { xml } = this;
    return withoutPrefixes(this.bounded(xml.text(start, xml.at)));
  }

  /** Other workbooks by name. */
  private named(text: string): string {
    const { externals } = this.context;
    if (externals.length === 0 || !text.includes('[')) return text;
    return text.replace(/\[(\d+)\]/g, (whole, number: string) => {
      const name = externals[Number(number) - 1];
      return name ? `[${name}]` : whole;
    });
  }

  /** The closing tag that must come now. */
  private close(): void {
    const { xml } = this;
    if (!xml.nextTag() || !xml.isClosing) throw new MalformedXml(`not closed at ${xml.at}`);
    xml.skipAttributes();
  }

  /** What a cell holds besides (extLst) does not concern us, with all that is in it. */
  private skipElement(): void {
    const { xml } = this;
    let depth = 0;
    do {
      if (xml.isClosing) {
        depth--;
        this.skipForeignTag();
      } else {
        this.skipForeignTag();
        if (!xml.isSelfClosing) depth++;
      }
    } while (depth > 0 && xml.nextTag());
  }

  /** A tag inside an extension may have a prefix and is still none of ours. */
  private skipForeignTag(): void {
    const { xml } = this;
    try {
      xml.skipName();
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      let at = xml.name;
      while (xml.bytes[at] > 32 && xml.bytes[at] !== 62 && xml.bytes[at] !== 47) at++;
      xml.at = at;
    }
    while (xml.nextAttribute());
  }

  private bounded(text: string): string {
    if (text.length > CELL_TEXT) throw new MalformedXml('a text longer than a cell holds');
    return withFewMarks(text);
  }

  private put(
    value: CellValue,
    formula: string | undefined,
    spill: Cell['spill'],
    look: number,
  ): void {
    const { sheet, context, row, column } = this;
    if (--context.budget.cells < 0) throw new TooManyCells();
    const style = context.looks[look];
    const cell: Cell = style ? { value, style } : { value };
    if (formula !== undefined) cell.formula = formula;
    if (spill) {
      cell.spill = spill;
      this.hasSpill = true;
    }
    if (this.parts) cell.parts = this.parts;
    sheet.set(row, column, cell);
    // A million formatted rows may be hidden; those that hold something concern a check.
    if (this.isHidden) sheet.hiddenRows.add(row);
  }
}

function spillOf(reference: string): Cell['spill'] {
  const area = parseArea(reference);
  if (!area || (area.top === area.bottom && area.left === area.right)) return undefined;
  return { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
}

const DAY_MS = 86_400_000;
/** The serials of 1970-01-01. */
const UNIX_DAY = 25_569;
const UNIX_DAY_1904 = 24_107;

function isoToSerial(text: string, date1904: boolean): CellValue {
  const zoned = /Z$|[+-]\d\d:?\d\d$/.test(text.slice(10));
  const milliseconds = Date.parse(
    text.includes('T') ? (zoned ? text : `${text}Z`) : `${text}T00:00:00Z`,
  );
  return Number.isNaN(milliseconds)
    ? text
    : milliseconds / DAY_MS + (date1904 ? UNIX_DAY_1904 : UNIX_DAY);
}
