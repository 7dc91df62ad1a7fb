/**
 * More marks on one letter than any language writes; sorting them into their normal order takes
 * time with the square of their number.
 */
const MOST_MARKS = 30;
const TOO_MANY = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
const MARK = /\p{M}|[\ud800-\udfff]/u;

/**
 * A text as its reader gives it on: of a run of combining marks no more than anybody writes. Looked
 * for once, where a text comes in, so that no normal form of it is costly later; a text without
 * such a run costs one look at every thirtieth letter.
 */
export function withFewMarks(text: string): string {
  for (let at = MOST_MARKS; at < text.length; at += MOST_MARKS + 1) {
    const code = text.charCodeAt(at);
    // Letters of Vietnamese (U+1E00 to U+1EFF) are whole.
    if (code < 0x300 || (code >= 0x1e00 && code <= 0x1eff)) continue;
    if (MARK.test(text[at])) return text.replace(TOO_MANY, '$1');
  }
  return text;
}
