/**
 * Texts that came before, by their bytes: the forms of a plan say the same words, so one of them is
 * decoded once in a drop, and is the same string in every form, whose keys are found the quicker
 * for it. Bounded; what is kept is never changed.
 */
export class KnownTexts<Text> {
  private known = new Map<number, { bytes: Uint8Array; made: Text }>();
  private bytes = 0;

  /** The text that these bytes stand for; made where they did not come before. */
  get(part: Uint8Array, start: number, end: number, make: () => Text): Text {
    const length = end - start;
    if (length > KEPT_LENGTH) return make();
    const key = keyOf(part, start, end);
    const found = this.known.get(key);
    // Two texts may have one key: only the same bytes are the same text.
    if (found?.bytes.length === length && isSame(found.bytes, part, start)) return found.made;
    const made = make();
    if (this.bytes + length > KEPT_BYTES) {
      this.known.clear();
      this.bytes = 0;
    }
    this.bytes += length;
    // A copy, so that the part it came with is not kept for it.
    this.known.set(key, { bytes: part.slice(start, end), made });
    return made;
  }
}

/** A name of a plan is no longer; what somebody writes at length comes once. */
const KEPT_LENGTH = 1000;
/** Of all the texts that are kept: some plans' worth. */
const KEPT_BYTES = 512 << 10;

function keyOf(bytes: Uint8Array, start: number, end: number): number {
  let key = end - start;
  for (let at = start; at < end; at++) key = Math.imul(key ^ bytes[at], 0x01000193);
  return key;
}

function isSame(known: Uint8Array, part: Uint8Array, start: number): boolean {
  for (let at = 0; at < known.length; at++) if (known[at] !== part[start + at]) return false;
  return true;
}
