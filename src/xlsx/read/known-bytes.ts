interface Known<Made> {
  bytes: Uint8Array;
  made: Made;
  /** What came after it the last time. */
  next: Known<Made> | null;
}

/**
 * What was made of bytes that came before: the forms of a plan say the same words in the same
 * sheets and order, so one of them is read once in a drop, and found where it came the last time; a
 * text is the same string in every form, whose keys are found the quicker for it. Bounded; what is
 * kept is never changed.
 */
export class KnownBytes<Made> {
  private known = new Map<number, Known<Made>>();
  private last: Known<Made> | null = null;
  private bytes = 0;

  /** What is longer than `keptLength` comes once, and is not kept. */
  constructor(private readonly keptLength: number) {}

  /** What these bytes stand for; made where they did not come before. */
  get(part: Uint8Array, start: number, end: number, make: () => Made): Made {
    const length = end - start;
    if (length > this.keptLength) return make();
    const likely = this.last?.next;
    if (likely?.bytes.length === length && isSame(likely.bytes, part, start)) {
      this.last = likely;
      return likely.made;
    }
    const key = keyOf(part, start, end);
    const found = this.known.get(key);
    // Two texts may have one key: only the same bytes are the same text.
    if (found?.bytes.length === length && isSame(found.bytes, part, start))
      return this.followed(found);
    const made = make();
    if (this.bytes + length > KEPT_BYTES) {
      this.known.clear();
      this.last = null;
      this.bytes = 0;
    }
    this.bytes += length;
    // A copy, so that the part it came with is not kept for it.
    const kept = { bytes: part.slice(start, end), made, next: null };
    this.known.set(key, kept);
    return this.followed(kept);
  }

  private followed(found: Known<Made>): Made {
    if (this.last) this.last.next = found;
    this.last = found;
    return found.made;
  }
}

/** A name of a plan is no longer; what somebody writes at length comes once. */
export const TEXT_LENGTH = 1000;
/** Of all that is kept of one kind: some plans' worth. */
const KEPT_BYTES = 512 << 10;

/** Every third byte tells a text well enough: all of them are compared after. */
const STEP = 3;

function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = end - start;
  for (let at = start; at < end; at += STEP) key = Math.imul(key ^ bytes[at], 0x01000193);
  // Texts that are numbered alike differ in their last letters.
  for (let at = Math.max(start, end - 12); at < end; at++)
    key = Math.imul(key ^ bytes[at], 0x01000193);
  return key;
}

function isSame(known: Uint8Array, part: Uint8Array, start: number): boolean {
  for (let at = 0; at < known.length; at++) if (known[at] !== part[start + at]) return false;
  return true;
}
