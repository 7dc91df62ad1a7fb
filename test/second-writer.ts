import { Workbook as ExcelJs, type CellValue as Given, type Worksheet } from 'exceljs';
import { areaName, cellName } from '../src/workbook/address';
import { isError, type Cell, type Style } from '../src/workbook/cell';
import type { Sheet, Validation } from '../src/workbook/sheet';
import type { Workbook } from '../src/workbook/workbook';
import type { WorkbookWriter } from '../src/app/ports';

/**
 * A second writer behind the product's seam ({@link WorkbookWriter}), by exceljs: that the product
 * could change its writer, and that what a file says is what the workbook says and not a habit of
 * one library. It cannot write charts and custom properties, and names that are no ranges.
 */
export const writeBySecond: WorkbookWriter = async ({ sheets }: Workbook) => {
  const book = new ExcelJs();
  const activeTab = sheets.findIndex(({ visibility }) => visibility === 'visible');
  book.views = [
    { x: 0, y: 0, width: 20000, height: 12000, firstSheet: 0, activeTab, visibility: 'visible' },
  ];
  for (const sheet of sheets)
    writeSheet(book.addWorksheet(sheet.name, { state: sheet.visibility }), sheet);
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
};

/** What a cell without a look of its own has in every workbook of ours. */
const DEFAULT: Style = { fontName: 'Times New Roman', fontSize: 12 };

function writeSheet(target: Worksheet, sheet: Sheet): void {
  for (const [column, width] of sheet.columnWidths) target.getColumn(column + 1).width = width;
  for (const column of sheet.hiddenColumns) target.getColumn(column + 1).hidden = true;
  for (const [row, height] of sheet.rowHeights) target.getRow(row + 1).height = height;
  for (const row of sheet.hiddenRows) target.getRow(row + 1).hidden = true;
  for (const [row, cells] of sheet.rows)
    for (const [column, cell] of cells) {
      const at = target.getCell(row + 1, column + 1);
      at.value = valueOf(cell);
      Object.assign(at, lookOf({ ...DEFAULT, ...cell.style }));
    }
  for (const { top, left, bottom, right } of sheet.merges)
    target.mergeCellsWithoutStyle(top + 1, left + 1, bottom + 1, right + 1);
  for (const validation of sheet.validations) {
    // One for each cell: the library keeps them so.
    const { top, bottom, left, right } = validation.area;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        target.getCell(row + 1, column + 1).dataValidation = validationOf(validation);
  }
  sheet.conditionalFormats.forEach(({ area, rule, style }, index) => {
    if (!('formula' in rule)) throw new Error('no sheet of ours has another');
    target.addConditionalFormatting({
      ref: areaName(area),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [rule.formula],
          style: {
            fill: style.fill
              ? { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${style.fill.slice(1)}` } }
              : undefined,
          },
        },
      ],
    });
  });
  if (sheet.frozenRows || sheet.frozenColumns)
    target.views = [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows }];
  if (sheet.isProtected) void target.protect('', {});
}

function valueOf({ value, formula }: Cell): Given {
  const own = isError(value) ? { error: value.error as never } : value;
  return formula === undefined ? own : { formula, result: own ?? undefined, date1904: false };
}

function lookOf(style: Style): Partial<Parameters<typeof Object.assign>[0]> {
  const color = (rgb: string) => ({ argb: `FF${rgb.slice(1)}` });
  const thin = { style: 'thin' };
  const { fontName: name, fontSize: size, bold, italic, underline } = style;
  return {
    font: { name, size, bold, italic, underline, color: style.fontColor && color(style.fontColor) },
    fill: style.fill && { type: 'pattern', pattern: 'solid', fgColor: color(style.fill) },
    border: style.border ? { top: thin, bottom: thin, left: thin, right: thin } : undefined,
    alignment: {
      horizontal: style.align,
      vertical: style.verticalAlign === 'center' ? 'middle' : style.verticalAlign,
      wrapText: style.wrap,
    },
    numFmt: style.format,
    protection: style.unlocked ? { locked: false } : undefined,
  };
}

function validationOf({ rule, prompt, error, refusesBlank }: Validation) {
  const said = {
    allowBlank: !refusesBlank,
    showInputMessage: prompt !== undefined,
    promptTitle: prompt?.title,
    prompt: prompt?.text,
    showErrorMessage: true,
    errorTitle: error?.title,
    error: error?.text,
  };
  if ('list' in rule)
    return { ...said, type: 'list' as const, formulae: [`"${rule.list.join(',')}"`] };
  if ('source' in rule) return { ...said, type: 'list' as const, formulae: [rule.source] };
  if ('formula' in rule) return { ...said, type: 'custom' as const, formulae: [rule.formula] };
  throw new Error(`no sheet of ours has ${rule.kind} at ${cellName(0, 0)}`);
}
