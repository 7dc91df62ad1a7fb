import type { Cell, Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { describe } from './describe';
import { variableOf, varies } from './variable';

/**
 * A workbook in two: what it is, and the values that vary between workbooks that are otherwise the
 * same.
 */
export interface Shape {
  /** The same for workbooks that differ in nothing but the values below. */
  key: string;
  /**
   * Each different text of the cells, in the order of first use: which cells share one is part of
   * the shape.
   */
  texts: string[];
  numbers: (number | null)[];
  /** What the properties and then the names of the workbook say. */
  constants: string[];
}

/** Bounds what is remembered, and keeps every number of a shape within 16 bits. */
const MOST_CELLS = 20_000;
const MOST_STYLES = 0x3fff;

/** What a cell is, in the last two bits of its number. */
const KINDS = { text: 0, number: 1, figure: 2, whole: 3 };

/** Null for a workbook too large to be remembered, or with cells outside of every grid. */
export function shapeOf(workbook: Workbook): Shape | null {
  const { sheets, properties, names, ...rest } = workbook;
  const constants: string[] = [];
  const reader = new CellReader();
  let key = describe(rest);
  for (const entries of [properties, names]) {
    key += describe(entries.size);
    for (const [name, constant] of entries) {
      key += describe(name);
      if (varies(constant)) constants.push(constant);
      else key += describe([constant]);
    }
  }
  for (const sheet of sheets) {
    const codes = reader.read(sheet);
    if (codes === null) return null;
    key += describeFrame(sheet) + describe(codes);
  }
  return {
    key: key + reader.tables(),
    texts: [...reader.texts.keys()],
    numbers: reader.numbers,
    constants,
  };
}

/** Everything of a sheet but its cells, whatever it is. */
function describeFrame(sheet: Sheet): string {
  let text = '{';
  for (const key in sheet)
    if (key !== 'rows') text += describe(key) + describe(sheet[key as keyof Sheet]);
  return `${text}}`;
}

/** Numbers the different things of cells, so that a cell is two or three letters of the key. */
class CellReader {
  readonly texts = new Map<string, number>();
  readonly numbers: (number | null)[] = [];
  private readonly styles = new Map<string, number>();
  private readonly known = new Map<Style | undefined, number>();
  private readonly wholes = new Map<string, number>();
  private count = 0;

  read(sheet: Sheet): string | null {
    const codes: number[] = [];
    for (const [row, cells] of sheet.rows) {
      this.count += cells.size;
      if (this.count > MOST_CELLS || row !== (row & 0xfffff)) return null;
      codes.push(row >> 16, row & 0xffff, cells.size);
      for (const [column, cell] of cells) {
        const style = this.styleOf(cell.style);
        if (column !== (column & 0x3fff) || style > MOST_STYLES) return null;
        codes.push(column);
        this.put(cell, style << 2, codes);
      }
    }
    return lettersOf(codes);
  }

  /** What the numbers stand for, as far as it is part of the shape. */
  tables(): string {
    return describe([...this.styles.keys()]) + describe([...this.wholes.keys()]);
  }

  private put(cell: Cell, style: number, codes: number[]): void {
    const variable = variableOf(cell);
    codes.push(style | KINDS[variable ?? 'whole']);
    if (variable === 'text') codes.push(numberOf(this.texts, cell.value as string));
    else if (variable) this.numbers.push(cell.value as number | null);
    else codes.push(numberOf(this.wholes, describe({ ...cell, style: null })));
  }

  private styleOf(style: Style | undefined): number {
    let number = this.known.get(style);
    if (number === undefined)
      this.known.set(style, (number = numberOf(this.styles, describe(style))));
    return number;
  }
}

function numberOf(table: Map<string, number>, item: string): number {
  let number = table.get(item);
  if (number === undefined) table.set(item, (number = table.size));
  return number;
}

/** Arguments of one call. */
const CHUNK = 8192;

function lettersOf(codes: number[]): string {
  let letters = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    letters += String.fromCharCode(...codes.slice(at, at + CHUNK));
  return letters;
}
