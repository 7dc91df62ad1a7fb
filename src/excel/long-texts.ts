import type { Area } from '../workbook/address';

/**
 * Excel for Windows does not tell the formulas of a range in which a cell holds a text of more than
 * 8,221 letters: of its object model this is known (xlwings#887), of Office.js it is a guess. A
 * form that was stamped holds such a text, and so may what somebody wrote of difficulties. Where a
 * reading is refused it is done once more, and formulas are asked apart from long texts.
 */
const LONGEST = 8000;

export function isLongText(value: unknown): boolean {
  return typeof value === 'string' && value.length > LONGEST;
}

/** What such a refusal may be called. */
const REFUSALS: readonly unknown[] = ['GeneralException', 'InvalidArgument', 'InvalidOperation'];

export function mayBeOfLongTexts(error: unknown): boolean {
  return REFUSALS.includes((error as { code?: unknown } | null)?.code);
}

/** Reads at once or, where that is refused, with formulas apart; what is refused twice is told. */
export async function apartFromLongTexts<T>(read: (apart: boolean) => Promise<T>): Promise<T> {
  try {
    return await read(false);
  } catch (error) {
    if (!mayBeOfLongTexts(error)) throw error;
    return read(true).catch(() => {
      throw error;
    });
  }
}

/** The cells of a block but for those of long texts, as rectangles: whole rows together. */
export function withoutLongTexts(values: readonly unknown[][], top: number, left: number): Area[] {
  const places: Area[] = [];
  values.forEach((cells, r) => {
    const row = top + r;
    let from = 0;
    const until = (column: number) => {
      if (column > from) {
        const [first, last] = [left + from, left + column - 1];
        const above = places.at(-1);
        const isJoined = above?.left === first && above.right === last && above.bottom === row - 1;
        if (isJoined) above.bottom = row;
        else places.push({ top: row, bottom: row, left: first, right: last });
      }
      from = column + 1;
    };
    cells.forEach((cell, column) => {
      if (isLongText(cell)) until(column);
    });
    until(cells.length);
  });
  return places;
}

/** A block of a sheet whose values are known. */
export interface ValuedBlock<Of> {
  of: Of;
  worksheet: Excel.Worksheet;
  values: readonly unknown[][];
  top: number;
  left: number;
}

/** The formulas of blocks, in one request; of each what does not hold long texts. */
export async function formulasApart<Of>(
  context: Excel.RequestContext,
  blocks: readonly ValuedBlock<Of>[],
  take: (of: Of, formulas: unknown[][], top: number, left: number) => void,
): Promise<void> {
  const asked = blocks.flatMap(({ of, worksheet, values, top, left }) =>
    withoutLongTexts(values, top, left).map((area) => {
      const { bottom, right } = area;
      const [rows, columns] = [bottom - area.top + 1, right - area.left + 1];
      const range = worksheet.getRangeByIndexes(area.top, area.left, rows, columns);
      return { of, area, range: range.load('formulas') };
    }),
  );
  if (asked.length > 0) await context.sync();
  for (const { of, area, range } of asked)
    take(of, range.formulas as unknown[][], area.top, area.left);
}
