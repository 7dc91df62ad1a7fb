import { writeXlsx } from 'hucre/xlsx';
import type { Cell as HucreCell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { absoluteName, areaName, quoteSheet } from '../workbook/address';
import { isError, type Cell, type Style } from '../workbook/cell';
import type { PageSetup, Sheet, Validation } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';

/** The same workbook gives the same bytes: files carry this moment instead of the clock's. */
const FIXED_MOMENT = new Date(Date.UTC(2024, 0, 1));
const MM_PER_INCH = 25.4;

/** Writes a workbook as .xlsx. Text stays text whatever it starts with; formulas carry the value they have now. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const styles = new Map<Style, CellStyle>();
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => toHucre(sheet, styles)),
    properties: {
      creator: 'Tổng Hợp',
      created: FIXED_MOMENT,
      modified: FIXED_MOMENT,
      custom: Object.fromEntries(workbook.properties),
    },
    namedRanges: [
      ...[...workbook.names].map(([name, range]) => ({ name, range })),
      ...workbook.sheets.flatMap(printNames),
    ],
    defaultFont: { name: 'Times New Roman', size: 12 },
    activeSheet: Math.max(
      0,
      workbook.sheets.findIndex((sheet) => sheet.visibility === 'visible'),
    ),
  });
}

function toHucre(sheet: Sheet, styles: Map<Style, CellStyle>): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>();
  let lastColumn = -1;
  for (const [row, columns] of sheet.rows) {
    for (const [column, cell] of columns) {
      cells.set(`${row},${column}`, toCell(cell, styles));
      lastColumn = Math.max(lastColumn, column);
    }
  }
  for (const column of sheet.columnWidths.keys()) lastColumn = Math.max(lastColumn, column);
  return {
    name: sheet.name,
    cells,
    columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({
      width: sheet.columnWidths.get(column),
      hidden: sheet.hiddenColumns.has(column) || undefined,
    })),
    rowDefs: new Map(
      [...new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows])].map((row) => [
        row,
        { height: sheet.rowHeights.get(row), hidden: sheet.hiddenRows.has(row) || undefined },
      ]),
    ),
    merges: sheet.merges.map((area) => ({
      startRow: area.top,
      startCol: area.left,
      endRow: area.bottom,
      endCol: area.right,
    })),
    dataValidations: sheet.validations.map(toValidation),
    freezePane:
      sheet.frozenRows || sheet.frozenColumns ? { rows: sheet.frozenRows, columns: sheet.frozenColumns } : undefined,
    protection: sheet.isProtected ? { sheet: true, objects: true, scenarios: true } : undefined,
    pageSetup: sheet.page ? toPageSetup(sheet.page) : undefined,
    headerFooter: sheet.page?.footer ? { oddFooter: sheet.page.footer } : undefined,
    view: { showGridLines: sheet.showGridlines },
    hidden: sheet.visibility === 'hidden' || undefined,
    veryHidden: sheet.visibility === 'veryHidden' || undefined,
  };
}

function toCell(cell: Cell, styles: Map<Style, CellStyle>): Partial<HucreCell> {
  const style = cell.style && (styles.get(cell.style) ?? remember(styles, cell.style));
  const value = isError(cell.value)
    ? cell.value.error
    : typeof cell.value === 'string'
      ? escapeText(cell.value)
      : cell.value;
  if (cell.formula !== undefined) return { formula: cell.formula, formulaResult: value ?? '', style };
  const type = isError(cell.value)
    ? 'error'
    : typeof value === 'string'
      ? 'string'
      : typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'boolean'
          : 'empty';
  return { value, type, style };
}

/** A literal "_x000D_" in someone's text must not be read back as a line break. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function remember(styles: Map<Style, CellStyle>, style: Style): CellStyle {
  const side = { style: 'thin' as const };
  const made: CellStyle = {
    font: {
      name: style.fontName,
      size: style.fontSize,
      bold: style.bold,
      italic: style.italic,
      color: style.fontColor ? { rgb: style.fontColor.slice(1) } : undefined,
    },
    fill: style.fill ? { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill.slice(1) } } : undefined,
    border: style.border ? { top: side, bottom: side, left: side, right: side } : undefined,
    alignment: { horizontal: style.align, vertical: style.verticalAlign, wrapText: style.wrap },
    numFmt: style.format,
    protection: style.unlocked ? { locked: false } : undefined,
  };
  styles.set(style, made);
  return made;
}

function toValidation({ area, rule, prompt, error }: Validation): DataValidation {
  const list = 'list' in rule;
  return {
    type: list ? 'list' : 'custom',
    values: list ? rule.list : undefined,
    formula1: list ? undefined : rule.formula,
    range: areaName(area),
    allowBlank: true,
    showInputMessage: !!prompt,
    inputTitle: prompt?.title,
    inputMessage: prompt?.text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: error?.title,
    errorMessage: error?.text,
  };
}

function toPageSetup(page: PageSetup): WriteSheet['pageSetup'] {
  const inches = (mm: number) => Number((mm / MM_PER_INCH).toFixed(3));
  const { top, bottom, left, right } = page.margins;
  return {
    paperSize: 'a4',
    orientation: page.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left),
      right: inches(right),
      header: 0.3,
      footer: 0.3,
    },
    horizontalCentered: true,
  };
}

/** Print areas and titles as defined names of their sheet: the library's own options write sheet names unquoted. */
function printNames(sheet: Sheet): { name: string; range: string; scope: string }[] {
  const names: { name: string; range: string; scope: string }[] = [];
  const { printArea, titleRows } = sheet.page ?? {};
  if (printArea) {
    const range = `${absoluteName(printArea.top, printArea.left)}:${absoluteName(printArea.bottom, printArea.right)}`;
    names.push({ name: '_xlnm.Print_Area', range: `${quoteSheet(sheet.name)}!${range}`, scope: sheet.name });
  }
  if (titleRows) {
    const range = `$${titleRows.first + 1}:$${titleRows.last + 1}`;
    names.push({ name: '_xlnm.Print_Titles', range: `${quoteSheet(sheet.name)}!${range}`, scope: sheet.name });
  }
  return names;
}
