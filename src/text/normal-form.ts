/** Normal forms of Vietnamese text. What people see is kept; keys are only for comparing. */

const KNOWN_KEYS = 4096;
const KNOWN_LENGTH = 1000;

interface Known<Made> {
  text: string;
  made: Made;
  /** What was asked for after it the last time. */
  next: Known<Made> | null;
}

/**
 * Texts are the same in every form of a plan, and in the same order: what is made of one is made
 * once, and the one that came after it the last time is looked at before it is looked for.
 */
export function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Known<Made>>();
  let last: Known<Made> | null = null;
  return (text) => {
    const likely = last?.next;
    if (likely && likely.text === text) {
      last = likely;
      return likely.made;
    }
    if (text.length > KNOWN_LENGTH) return make(text);
    let found = known.get(text);
    if (!found) {
      // What makes it may ask for others meanwhile.
      const made = make(text);
      if (known.size >= KNOWN_KEYS) {
        known.clear();
        last = null;
      }
      known.set(text, (found = { text, made, next: null }));
    }
    if (last) last.next = found;
    last = found;
    return found.made;
  };
}

/**
 * Marks that take no room: soft hyphens, joiners, direction marks, as web pages and mail programs
 * leave them.
 */
const UNSEEN = /\u034f|[\u00ad\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g;

/** Full-width signs of East Asian keyboards as plain ones, without marks that take no room. */
export function halfWidth(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/**
 * NFC, without soft hyphens, all dashes as "-", all spaces (also U+00A0 and line breaks) as one
 * space, trimmed.
 */
export const tidy = remembered(makeTidy);

function makeTidy(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNTIDY.test(composed)) return composed;
  return composed
    .replace(UNSEEN, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

/** Most texts need none of it. */
const UNTIDY =
  /\u034f|[\u00ad\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u2010-\u2015\u2212\u200b\ufeff]|[^\S ]| {2}|^ | $/;

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE_ON_FIRST = new RegExp(`(o|u)([${TONES}])(a|e|y)(?!\\p{L})`, 'gu');

/**
 * "Uỷ" and "Ủy", "hoá" and "hóa" are one: in an open syllable the tone of oa, oe, uy moves to the
 * second vowel.
 */
function placeTone(decomposed: string): string {
  return decomposed.replace(TONE_ON_FIRST, '$1$3$2');
}

const Y_FOR_I = new RegExp(`(?<!\\p{L})(qu|[hklmst])y(?=[${TONES}]?(?![\\p{L}\\p{M}]))`, 'gu');

/**
 * "Quý" and "quí", "kỹ" and "kĩ", "tỷ" and "tỉ" are one: y alone after these consonants sounds as i
 * ("thuý" and "thúi" are two).
 */
function oneI(decomposed: string): string {
  return decomposed.replace(Y_FOR_I, '$1i');
}

/** The key two spellings of one Vietnamese name share; accents still count. */
export const matchKey = remembered(makeKey);

function makeKey(text: string): string {
  return oneI(decomposedKey(text)).normalize('NFC');
}

/** As {@link matchKey}, with y as it is written: what patterns of words are held against. */
export function wordKey(text: string): string {
  return decomposedKey(text).normalize('NFC');
}

function decomposedKey(text: string): string {
  return placeTone(tidy(text).toLowerCase().normalize('NFD'));
}

/** The key without accents: good for suggesting, never for deciding. */
export const plainKey = remembered((text) => unmarked(tidy(text).toLowerCase()));

/** Without accents, and else as it was written. */
export function unmarked(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

/** "Ủy ban nhân dân xã Đôn Châu" → "uy-ban-nhan-dan-xa-don-chau", for file names. */
export function slug(text: string): string {
  return plainKey(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
