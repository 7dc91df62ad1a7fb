import { DeskRefused } from '../app/desk-refused';
import { countsFrom1904, secondOf1904 } from './date-system';

/**
 * What of the workbook as a whole makes a write impossible, or its figures other ones: looked at
 * before anything is written, for Excel itself says no only in the middle of a write, or not at
 * all.
 */

/** Of Excel 97: an .xls that was not converted. */
const OLD_GRID = { rows: 65_536, columns: 256 };

export interface Whole {
  workbook: Excel.Workbook;
  grid: Excel.Range;
  /** Null where it is not asked, for Excel may have refused that. */
  day: Excel.FunctionResult<number> | null;
  /** The sheets that are written into, as far as they are there. */
  sheets: { name: string; worksheet: Excel.Worksheet }[];
}

/** To be read with the first request of a write. */
export function wholeOf(
  context: Excel.RequestContext,
  names: readonly string[],
  asksDay = true,
): Whole {
  const { workbook } = context;
  workbook.load('name,readOnly,usePrecisionAsDisplayed');
  workbook.protection.load('protected');
  const grid = workbook.worksheets.getFirst().getRange();
  grid.load('rowCount,columnCount');
  const sheets = names.map((name) => {
    const worksheet = workbook.worksheets.getItemOrNullObject(name);
    worksheet.protection.load('protected');
    return { name, worksheet };
  });
  return { workbook, grid, day: asksDay ? secondOf1904(context) : null, sheets };
}

/**
 * What a write needs: to add and show sheets, to write below what stands on some, or only to change
 * cells, for which a sheet is opened.
 */
export type Reach = 'sheets' | 'rows' | 'cells';

/**
 * Refuses by name, with the way out, what this workbook would not take or would keep as something
 * else.
 */
export function mustTakeWrites({ workbook, grid, day, sheets }: Whole, reach: Reach): void {
  const { name, readOnly, usePrecisionAsDisplayed, protection } = workbook;
  if (readOnly) throw new DeskRefused({ code: 'workbook-read-only', facts: {} });
  if (
    /\.xls$/i.test(name) ||
    grid.rowCount <= OLD_GRID.rows ||
    grid.columnCount <= OLD_GRID.columns
  )
    throw new DeskRefused({ code: 'workbook-old-format', facts: { name } });
  if (countsFrom1904(day)) throw new DeskRefused({ code: 'workbook-counts-from-1904', facts: {} });
  if (usePrecisionAsDisplayed) throw new DeskRefused({ code: 'workbook-keeps-shown', facts: {} });
  if (reach === 'sheets' && protection.protected)
    throw new DeskRefused({ code: 'workbook-structure-protected', facts: {} });
  if (reach !== 'cells') mustBeOpen(sheets);
}

/** A sheet that is written whole, or below, is not opened by us: somebody protected it. */
function mustBeOpen(sheets: Whole['sheets']): void {
  const shut = sheets.find(
    ({ worksheet }) => !worksheet.isNullObject && worksheet.protection.protected,
  );
  if (shut) throw new DeskRefused({ code: 'sheet-is-protected', facts: { sheet: shut.name } });
}

/**
 * Runs a write. Where Excel refuses it, which of its codes it answers differs between its programs:
 * so it is looked at what of the workbook is the reason, and that is said; else the code.
 */
export async function explained<T>(
  names: readonly string[],
  reach: Reach,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusedByExcel(error)) throw error;
    const reason = await reasonOf(names, reach).catch(() => null);
    throw reason ?? error;
  }
}

async function reasonOf(names: readonly string[], reach: Reach): Promise<DeskRefused | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const whole = wholeOf(context, names, false);
    await context.sync();
    try {
      mustTakeWrites(whole, reach);
    } catch (reason) {
      if (reason instanceof DeskRefused) return reason;
      throw reason;
    }
    return null;
  });
}

/** Whether only sheets cannot be added: cells of those that stand may be written. */
export function isOfStructure(error: unknown): boolean {
  return error instanceof DeskRefused && error.refusal.code === 'workbook-structure-protected';
}

/**
 * What a workbook that does not take writes may be answered with; of a lost connection nothing is
 * to be explained.
 */
const REFUSALS: readonly unknown[] = [
  'AccessDenied',
  'GeneralException',
  'InvalidArgument',
  'InvalidOperation',
  'NotImplemented',
  'UnsupportedOperation',
];

/** Whether Excel said no to what was asked, and not the way to it. */
export function isRefusedByExcel(error: unknown): boolean {
  return REFUSALS.includes((error as { code?: unknown } | null)?.code);
}
