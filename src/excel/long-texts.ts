import type { Area } from '../workbook/address';
import { askingForLess, bytesACell, inReplies, UNKNOWN, type Rows } from './reply-blocks';

/**
 * Excel for Windows does not tell the formulas of a range in which a cell holds a text of more than
 * 8,221 letters: of its object model this is known (xlwings#887), of Office.js it is a guess. A
 * form that was stamped holds such a text, and so may what somebody wrote of difficulties. Where a
 * reading is refused it is done once more, and formulas are asked apart from long texts. Nor are
 * they taken among formulas that are written (office-js#3256).
 */
const LONGEST = 8000;

export function isLongText(value: unknown): value is string {
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
function withoutLongTexts(values: readonly unknown[][], top: number, left: number): Area[] {
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

/** The formulas of blocks but for long texts, in as many replies as their values tell. */
export async function formulasApart<Of>(
  context: Excel.RequestContext,
  blocks: readonly ValuedBlock<Of>[],
  take: (of: Of, formulas: unknown[][], top: number, left: number) => void,
): Promise<void> {
  const wanted = blocks.flatMap(({ of, worksheet, values, top, left }) =>
    withoutLongTexts(values, top, left).map((area): Rows & { of: Of } => {
      const width = area.right - area.left + 1;
      const seen = values
        .slice(area.top - top, area.bottom - top + 1)
        .flatMap((cells) => cells.slice(area.left - left, area.right - left + 1));
      // A short value may be that of a long formula.
      const weight = width * bytesACell(seen, UNKNOWN);
      return { of, worksheet, left: area.left, width, top: area.top, bottom: area.bottom, weight };
    }),
  );
  await askingForLess((replyBytes) =>
    inReplies(context, wanted, replyBytes, {
      ask: (_, block) => block.load('formulas'),
      take: (rows, block, top) => take(rows.of, block.formulas, top, rows.left),
    }),
  );
}
