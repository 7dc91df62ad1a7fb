import type { Cell as HucreCell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { absoluteName, areaName, cellName, columnName, quoteSheet } from '../../workbook/address';
import { isError, type Cell, type Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { openZip } from '../read/zip';
import { toChart } from './charts';
import { finished } from './finish';
import { withPrefixes } from './function-prefix';
import { soundMerges } from './merges';
import { toColumnBreaks, toPageSetup, toRowBreaks } from './page';
import { toProtection } from './protection';
import { prefixed, wantsPrefix } from './quote-prefix';
import { toConditionalRules, toValidation } from './rules';
import { DEFAULT_FONT, toCellStyle } from './styles';

/** The same workbook gives the same bytes: files carry this moment instead of the clock's. */
const FIXED_MOMENT = new Date(Date.UTC(2024, 0, 1));

/** Who wrote a file and when is told in some hundred letters. */
const PROPERTIES_BYTES = 1 << 16;

/** Whether a file is as it was written here: whatever program saves it again says when. */
export function isAsWritten(file: Uint8Array): boolean {
  const zip = openZip(file, Infinity);
  const entry = zip.entries.find(({ name }) => name === 'docProps/core.xml');
  if (!entry) return false;
  const said = new TextDecoder().decode(zip.inflate(entry, PROPERTIES_BYTES));
  const modified = /<dcterms:modified[^>]*>([^<]*)</.exec(said)?.[1];
  return modified !== undefined && Date.parse(modified) === FIXED_MOMENT.getTime();
}

/**
 * Writes a workbook as .xlsx. Text stays text whatever it starts with; formulas carry the value
 * they have now.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const styles = new Styles();
  // Excel opens no workbook of which no sheet is seen: those that are out of sight beside others
  // are in sight where they stand alone.
  const isHidden = ({ visibility }: Sheet) =>
    visibility === 'veryHidden' ||
    (visibility === 'hidden' && workbook.sheets.some((one) => one.visibility === 'visible'));
  // Who only checks files writes none.
  const { writeXlsx } = await import('hucre/xlsx');
  const written = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => ({
      ...toHucre(sheet, workbook, styles),
      hidden: (sheet.visibility === 'hidden' && isHidden(sheet)) || undefined,
    })),
    properties: {
      creator: 'Tổng Hợp',
      created: FIXED_MOMENT,
      modified: FIXED_MOMENT,
      custom: Object.fromEntries(workbook.properties),
    },
    namedRanges: [
      ...[...workbook.names].map(([name, range]) => ({ name, range })),
      ...workbook.sheets.flatMap(({ name: scope, names }) =>
        [...names].map(([name, range]) => ({ name, range, scope })),
      ),
      ...workbook.sheets.flatMap(printNames),
    ],
    defaultFont: DEFAULT_FONT,
    activeSheet: Math.max(
      0,
      workbook.sheets.findIndex((sheet) => !isHidden(sheet)),
    ),
  });
  const firstPages = workbook.sheets.flatMap(({ page }, index): [string, number][] =>
    page?.firstPageNumber === undefined
      ? []
      : [[`xl/worksheets/sheet${index + 1}.xml`, page.firstPageNumber]],
  );
  const chartNames = workbook.sheets.map(({ charts }, index): [string, string[]] => [
    `xl/drawings/drawing${index + 1}.xml`,
    charts.map(({ name }) => name),
  ]);
  return finished(written, {
    firstPages: new Map(firstPages),
    chartNames: new Map(chartNames),
  });
}

function toHucre(sheet: Sheet, workbook: Workbook, styles: Styles): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>();
  let lastColumn = -1;
  for (const [row, columns] of sheet.rows) {
    for (const [column, cell] of columns) {
      cells.set(`${row},${column}`, toCell(cell, row, column, styles));
      lastColumn = Math.max(lastColumn, column);
    }
  }
  for (const column of [...sheet.columnWidths.keys(), ...sheet.hiddenColumns])
    lastColumn = Math.max(lastColumn, column);
  // The library writes only rows that have a cell.
  for (const row of [...sheet.rowHeights.keys(), ...sheet.hiddenRows]) {
    if (!sheet.rows.has(row)) cells.set(`${row},0`, { value: null, type: 'empty' });
  }
  for (const { row, column, text, author } of sheet.notes) {
    const key = `${row},${column}`;
    cells.set(key, {
      ...(cells.get(key) ?? { value: null, type: 'empty' }),
      comment: { text, author },
    });
  }
  for (const { row, column, sheet: to, cell } of sheet.links) {
    const key = `${row},${column}`;
    const hyperlink = { target: '', location: `${quoteSheet(to)}!${cell}` };
    cells.set(key, { ...(cells.get(key) ?? { value: null, type: 'empty' }), hyperlink });
  }
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
    merges: soundMerges(sheet.merges).map((area) => ({
      startRow: area.top,
      startCol: area.left,
      endRow: area.bottom,
      endCol: area.right,
    })),
    dataValidations: sheet.validations.map(toValidation),
    conditionalRules: toConditionalRules(sheet.conditionalFormats),
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: areaName(table.area),
      columns: headings(sheet, table.area),
      style: table.style || undefined,
      showAutoFilter: table.showsFilter,
      showTotalRow: table.hasTotals,
    })),
    charts: sheet.charts.map((chart) => toChart(chart, sheet, workbook)),
    freezePane:
      sheet.frozenRows || sheet.frozenColumns
        ? { rows: sheet.frozenRows, columns: sheet.frozenColumns }
        : undefined,
    protection: toProtection(sheet),
    pageSetup: sheet.page ? toPageSetup(sheet.page) : undefined,
    rowBreaks: toRowBreaks(sheet.page),
    colBreaks: toColumnBreaks(sheet.page),
    headerFooter:
      sheet.page?.footer || sheet.page?.header
        ? {
            oddHeader: sheet.page.header,
            oddFooter: sheet.page.footer,
            differentFirst: sheet.page.bareFirstPage || undefined,
          }
        : undefined,
    view: {
      showGridLines: sheet.showGridlines,
      tabColor: sheet.tabColor ? { rgb: sheet.tabColor.slice(1) } : undefined,
    },
    veryHidden: sheet.visibility === 'veryHidden' || undefined,
  };
}

function toCell(cell: Cell, row: number, column: number, styles: Styles): Partial<HucreCell> {
  const value = isError(cell.value)
    ? cell.value.error
    : typeof cell.value === 'string'
      ? escapeText(cell.value)
      : cell.value;
  const isPrefixed = cell.formula === undefined && typeof value === 'string' && wantsPrefix(value);
  const style = styles.of(cell.style, isPrefixed);
  if (cell.formula !== undefined) {
    const array = cell.spill && {
      formulaType: 'array' as const,
      formulaRef: areaName({
        top: row,
        left: column,
        bottom: row + cell.spill.rows - 1,
        right: column + cell.spill.columns - 1,
      }),
    };
    return { formula: withPrefixes(cell.formula), formulaResult: value ?? '', style, ...array };
  }
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

/** Looks as the library takes them; cells share them, and so do those it gets. */
class Styles {
  private readonly plain = new Map<Style, CellStyle>();
  private readonly prefixed = new Map<Style | undefined, CellStyle>();

  of(style: Style | undefined, isPrefixed: boolean): CellStyle | undefined {
    if (isPrefixed) return shared(this.prefixed, style, () => prefixed(this.of(style, false)));
    return style && shared(this.plain, style, () => toCellStyle(style));
  }
}

function shared<K>(styles: Map<K, CellStyle>, key: K, make: () => CellStyle): CellStyle {
  let made = styles.get(key);
  if (!made) styles.set(key, (made = make()));
  return made;
}

/** A table's columns carry the texts of its first row. */
function headings(
  sheet: Sheet,
  { top, left, right }: Sheet['tables'][number]['area'],
): { name: string }[] {
  return Array.from({ length: right - left + 1 }, (_, index) => ({
    name: String(sheet.value(top, left + index) ?? cellName(top, left + index)),
  }));
}

/** A literal "_x000D_" in someone's text must not be read back as a line break. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/**
 * Print areas and titles as defined names of their sheet: the library's own options write sheet
 * names unquoted.
 */
function printNames(sheet: Sheet): { name: string; range: string; scope: string }[] {
  const names: { name: string; range: string; scope: string }[] = [];
  const { printArea, titleRows, titleColumns } = sheet.page ?? {};
  if (printArea) {
    const range = `${absoluteName(printArea.top, printArea.left)}:${absoluteName(printArea.bottom, printArea.right)}`;
    names.push({
      name: '_xlnm.Print_Area',
      range: `${quoteSheet(sheet.name)}!${range}`,
      scope: sheet.name,
    });
  }
  // Columns before rows, as Excel writes them.
  const titles = [
    ...(titleColumns
      ? [`$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`]
      : []),
    ...(titleRows ? [`$${titleRows.first + 1}:$${titleRows.last + 1}`] : []),
  ];
  if (titles.length > 0) {
    const range = titles.map((title) => `${quoteSheet(sheet.name)}!${title}`).join(',');
    names.push({ name: '_xlnm.Print_Titles', range, scope: sheet.name });
  }
  return names;
}
