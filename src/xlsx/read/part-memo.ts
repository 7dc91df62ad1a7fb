/**
 * What was made of a part that comes again to the byte: forms of one template share their styles
 * and relations, so they are inflated and parsed once in a drop, not once a file. Bounded; what is
 * kept is never changed.
 */
export class PartMemo<T> {
  private readonly known = new Map<string, { packed: Uint8Array; made: T }>();

  /** Of all the parts that are kept. */
  private letters = 0;

  constructor(private readonly make: (xml: string) => T) {}

  get(packed: Uint8Array, crc: number, xml: () => string): T {
    const key = `${crc} ${packed.length}`;
    const found = this.known.get(key);
    // A checksum can be forged: only the same bytes are the same part.
    if (found && isSame(found.packed, packed)) return found.made;
    const text = xml();
    const made = this.make(text);
    if (packed.length > KEPT_BYTES || text.length > KEPT_TEXT) return made;
    if (this.known.size === KEPT_PARTS || this.letters + text.length > KEPT_TEXT) {
      this.known.clear();
      this.letters = 0;
    }
    this.letters += text.length;
    // A copy, so that the file it came with is not kept for it.
    this.known.set(key, { packed: packed.slice(), made });
    return made;
  }
}

const KEPT_PARTS = 64;
const KEPT_BYTES = 64 << 10;
/** What is made grows with the text, and 64 KB of packed text may be 60 MB. */
const KEPT_TEXT = 1 << 20;

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
