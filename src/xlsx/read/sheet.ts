import { parseArea, parseCell, MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { Cell, CellValue, Style } from '../../workbook/cell';
import { shiftFormula } from '../../workbook/formula';
import { Sheet } from '../../workbook/sheet';
import { withoutPrefixes } from './function-prefix';
import { readPage } from './page';
import { RuleReader } from './rules';
import { readEscapes } from './shared-strings';
import { truthy, type StyleSheet } from './styles';
import { MalformedXml, scanXml } from './xml';

export interface SheetContext {
  strings: readonly string[];
  styles: StyleSheet;
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
  spill: Cell['spill'];
}

/** One worksheet part as a sheet; rows by what the cells say, not by the stored dimension. */
export function readSheet(name: string, xml: string, context: SheetContext): Sheet {
  const sheet = new Sheet(name);
  const sharedFormulas = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let inside = '';
  const rules = new RuleReader(sheet, context.styles.differential);
  scanXml(xml, {
    open(tag, attribute) {
      if (rules.open(tag, attribute)) return;
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
            style: context.styles.cells[Number(attribute('s') ?? 0)],
            value: '',
            text: [],
            formula: undefined,
            shared: undefined,
            spill: undefined,
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
            else if (attribute('t') === 'array') cell.spill = spillOf(attribute('ref'));
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
          readProtection(sheet, attribute);
          break;
        case 'tabColor':
          sheet.tabColor = /^[0-9a-f]{8}$/i.test(attribute('rgb') ?? '')
            ? `#${attribute('rgb')!.slice(2).toUpperCase()}`
            : '';
          break;
        case 'pageMargins':
        case 'pageSetup':
          readPage(sheet, tag, attribute);
          break;
        case 'oddHeader':
        case 'oddFooter':
          inside = tag;
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
      }
    },
    text(text) {
      if (cell && inside === 'v') cell.value += text;
      else if (cell && inside === 't') cell.text.push(text);
      else if (cell && inside === 'f') cell.formula += text;
      else if (inside === 'oddHeader' && sheet.page) sheet.page.header = (sheet.page.header ?? '') + text;
      else if (inside === 'oddFooter' && sheet.page) sheet.page.footer = (sheet.page.footer ?? '') + text;
      else rules.text(text);
    },
    close(tag) {
      if (tag === 'c' && cell) {
        closeCell(sheet, cell, context, sharedFormulas);
        cell = null;
      } else rules.close(tag);
      if (tag === inside) inside = '';
    },
  });
  markSpilled(sheet);
  return sheet;
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

function spillOf(reference: string | undefined): Cell['spill'] {
  const area = parseArea(reference ?? '');
  if (!area || (area.top === area.bottom && area.left === area.right)) return undefined;
  return { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
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

function readProtection(sheet: Sheet, attribute: (name: string) => string | undefined): void {
  sheet.isProtected = truthy(attribute('sheet'));
  for (const [option, name] of ALLOWED) {
    if (attribute(name) !== undefined && !truthy(attribute(name))) sheet.protectionOptions[option] = true;
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

function closeCell(
  sheet: Sheet,
  cell: OpenCell,
  context: SheetContext,
  sharedFormulas: Map<string, { formula: string; row: number; column: number }>,
): void {
  const value = valueOf(cell, context.strings);
  const raw = formulaOf(cell, sharedFormulas);
  const formula = raw === undefined ? undefined : withoutPrefixes(raw);
  // A blank cell that only carries a look: kept where it is part of a form (unlocked or bordered), bounded like all others.
  if (
    value === null &&
    formula === undefined &&
    !cell.style?.border &&
    !cell.style?.edges &&
    !cell.style?.unlocked &&
    !cell.style?.fill
  )
    return;
  if (--context.budget.cells < 0) throw new TooManyCells();
  const hasLook = cell.style && Object.keys(cell.style).length > 0;
  sheet.set(cell.row, cell.column, {
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(cell.spill ? { spill: cell.spill } : {}),
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
