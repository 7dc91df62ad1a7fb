import { parseArea, parseCell, MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { CellValue, Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import { Sheet, type Validation } from '../../workbook/sheet';
import { readEscapes } from './shared-strings';
import { truthy } from './styles';
import { MalformedXml, scanXml } from './xml';

export interface SheetContext {
  strings: readonly string[];
  styles: readonly Style[];
  /** Cells all sheets may still hold. */
  budget: { cells: number };
}

export class TooManyCells extends Error {}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: Style | undefined;
  value: string;
  text: string[];
  formula: string | undefined;
  shared: string | undefined;
}

/** One worksheet part as a sheet; rows by what the cells say, not by the stored dimension. */
export function readSheet(name: string, xml: string, context: SheetContext): Sheet {
  const sheet = new Sheet(name);
  const sharedFormulas = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let inside = '';
  let validation: (Partial<Validation> & { kind?: string; ref?: string; formula?: string }) | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      switch (tag) {
        case 'row': {
          row = attribute('r') ? Number(attribute('r')) - 1 : row + 1;
          if (!(row >= 0 && row < MAX_ROWS)) throw new MalformedXml('row out of range');
          column = -1;
          if (truthy(attribute('hidden'))) sheet.hiddenRows.add(row);
          const height = Number(attribute('ht'));
          if (height > 0 && truthy(attribute('customHeight'))) sheet.rowHeights.set(row, height);
          break;
        }
        case 'c': {
          const place = attribute('r') ? parseCell(attribute('r')!) : null;
          column = place ? place.column : column + 1;
          if (place) row = place.row;
          if (row < 0 || column >= MAX_COLUMNS) throw new MalformedXml('cell out of range');
          cell = {
            row,
            column,
            type: attribute('t') ?? 'n',
            style: context.styles[Number(attribute('s') ?? 0)],
            value: '',
            text: [],
            formula: undefined,
            shared: undefined,
          };
          break;
        }
        case 'v':
        case 't':
          inside = tag;
          break;
        case 'f':
          inside = 'f';
          if (cell) {
            cell.formula = '';
            if (attribute('t') === 'shared') cell.shared = attribute('si');
          }
          break;
        case 'rPh':
          inside = 'rPh';
          break;
        case 'col':
          readColumn(sheet, attribute);
          break;
        case 'mergeCell': {
          const area = parseArea(attribute('ref') ?? '');
          if (area) sheet.merges.push(area);
          break;
        }
        case 'sheetProtection':
          sheet.isProtected = truthy(attribute('sheet'));
          break;
        case 'sheetView':
          if (attribute('showGridLines') !== undefined) sheet.showGridlines = truthy(attribute('showGridLines'));
          break;
        case 'pane':
          if (attribute('state') === 'frozen') {
            sheet.frozenRows = Number(attribute('ySplit') ?? 0);
            sheet.frozenColumns = Number(attribute('xSplit') ?? 0);
          }
          break;
        case 'dataValidation':
          validation = {
            kind: attribute('type'),
            ref: attribute('sqref'),
            prompt: attribute('prompt')
              ? { title: attribute('promptTitle') ?? '', text: attribute('prompt')! }
              : undefined,
            error: attribute('error') ? { title: attribute('errorTitle') ?? '', text: attribute('error')! } : undefined,
          };
          break;
        case 'formula1':
          inside = 'formula1';
          break;
      }
    },
    text(text) {
      if (cell && inside === 'v') cell.value += text;
      else if (cell && inside === 't') cell.text.push(text);
      else if (cell && inside === 'f') cell.formula += text;
      else if (validation && inside === 'formula1') validation.formula = (validation.formula ?? '') + text;
    },
    close(tag) {
      if (tag === 'c' && cell) {
        closeCell(sheet, cell, context, sharedFormulas);
        cell = null;
      } else if (tag === 'dataValidation' && validation) {
        const closed = closeValidation(validation);
        if (closed) sheet.validations.push(closed);
        validation = null;
      }
      if (tag === inside) inside = '';
    },
  });
  return sheet;
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

function closeCell(
  sheet: Sheet,
  cell: OpenCell,
  context: SheetContext,
  sharedFormulas: Map<string, { formula: string; row: number; column: number }>,
): void {
  const value = valueOf(cell, context.strings);
  const formula = formulaOf(cell, sharedFormulas);
  // A blank cell that only carries a look: kept where it is part of a form (unlocked or bordered), bounded like all others.
  if (value === null && formula === undefined && !cell.style?.border && !cell.style?.unlocked && !cell.style?.fill)
    return;
  if (--context.budget.cells < 0) throw new TooManyCells();
  const hasLook = cell.style && Object.keys(cell.style).length > 0;
  sheet.set(cell.row, cell.column, {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(hasLook ? { style: cell.style } : {}),
  });
}

function valueOf(cell: OpenCell, strings: readonly string[]): CellValue {
  const text = cell.value.trim();
  switch (cell.type) {
    case 's':
      return text === '' ? null : (strings[Number(text)] ?? null);
    case 'inlineStr':
      return readEscapes(cell.text.join(''));
    case 'str':
      return readEscapes(cell.value);
    case 'b':
      return text === '' ? null : truthy(text);
    case 'e':
      return { error: text };
    case 'd':
      return text === '' ? null : isoToSerial(text);
    default: {
      if (text === '') return null;
      const number = Number(text);
      return Number.isNaN(number) ? text : number;
    }
  }
}

function isoToSerial(text: string): CellValue {
  const milliseconds = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, '')}Z` : `${text}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? text : milliseconds / 86_400_000 + 25_569;
}

function formulaOf(
  cell: OpenCell,
  sharedFormulas: Map<string, { formula: string; row: number; column: number }>,
): string | undefined {
  if (cell.formula === undefined) return undefined;
  if (cell.shared === undefined) return cell.formula;
  if (cell.formula !== '') {
    sharedFormulas.set(cell.shared, { formula: cell.formula, row: cell.row, column: cell.column });
    return cell.formula;
  }
  const master = sharedFormulas.get(cell.shared);
  return master ? shiftFormula(master.formula, cell.row - master.row, cell.column - master.column) : '';
}

function closeValidation(
  open: Partial<Validation> & { kind?: string; ref?: string; formula?: string },
): Validation | null {
  const area = parseArea((open.ref ?? '').split(' ')[0]);
  const formula = open.formula?.trim();
  if (!area || !formula) return null;
  const list = open.kind === 'list' ? /^"([^"]*)"$/.exec(formula) : null;
  if (list) return { area, rule: { list: list[1].split(',') }, prompt: open.prompt, error: open.error };
  return open.kind === 'custom' ? { area, rule: { formula }, prompt: open.prompt, error: open.error } : null;
}
