import { bytesOf } from './requests';

/* Large sheets come in blocks, each within Excel's size of a reply, so these loops must sync. */

/**
 * Bytes asked for in one reply; Excel on the web gives 5 MB. What a cell takes is judged by the
 * first rows, so some room is left.
 */
const REPLY_BYTES = 3_700_000;
/** What a cell may take that was judged as blank or short. */
const LEAST = 3;
/** What a cell is taken to need of which nothing was seen. */
export const UNKNOWN = 40;
/** What stands around the cells of one block in a request and in its reply. */
const BLOCK = 300;

/** Bytes a cell takes in a reply, as far as these tell. */
export function bytesACell(seen: readonly unknown[], least = LEAST): number {
  const bytes = seen.map((one) => Math.max(least, bytesOf(one as string)));
  return Math.max(LEAST, bytes.reduce((sum, one) => sum + one, 0) / bytes.length);
}

/** Rows of columns side by side that are to be read. */
export interface Rows {
  worksheet: Excel.Worksheet;
  left: number;
  width: number;
  top: number;
  bottom: number;
  /** Bytes a row of them takes, as far as the first rows tell. */
  weight: number;
}

/** What of a block is asked for, and where it goes once it is there. */
interface Reader<Of> {
  ask(of: Of, block: Excel.Range): void;
  take(of: Of, block: Excel.Range, top: number): void;
}

/** Reads rows in blocks, as many together as a reply holds. */
export async function inReplies<Of extends Rows>(
  context: Excel.RequestContext,
  wanted: readonly Of[],
  replyBytes: number,
  { ask, take }: Reader<Of>,
): Promise<void> {
  let pending: { of: Of; block: Excel.Range; top: number }[] = [];
  let room = replyBytes;
  const read = async () => {
    await context.sync();
    for (const { of, block, top } of pending) take(of, block, top);
    pending = [];
    room = replyBytes;
  };
  for (const of of wanted) {
    const { worksheet, left, width, bottom, weight } = of;
    // What the rows take is not what they were taken to: of so many there are fewer in any case.
    const most = Math.ceil(((bottom - of.top + 1) * replyBytes) / REPLY_BYTES);
    for (let top = of.top; top <= bottom;) {
      if (room < weight && pending.length > 0) await read();
      const count = Math.min(bottom - top + 1, most, Math.max(1, Math.floor(room / weight)));
      const block = worksheet.getRangeByIndexes(top, left, count, width);
      ask(of, block);
      pending.push({ of, block, top });
      top += count;
      room = count === most && top <= bottom ? 0 : room - count * weight - BLOCK;
    }
  }
  if (pending.length > 0) await read();
}

/** Where further down the cells are far longer than the first rows said, once more with less. */
export async function askingForLess<Read>(
  read: (replyBytes: number) => Promise<Read>,
  replyBytes = REPLY_BYTES,
): Promise<Read> {
  try {
    return await read(replyBytes);
  } catch (error) {
    if (!isTooLarge(error) || replyBytes < REPLY_BYTES / 64) throw error;
    return askingForLess(read, replyBytes / 4);
  }
}

/** Excel on the web gives no reply of that size; nothing was done. */
export function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ResponsePayloadSizeLimitExceeded';
}
