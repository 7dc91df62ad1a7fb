import { MalformedXml } from './xml';

export class TooMuchText extends Error {}

const utf8 = new TextDecoder('utf-8');

/**
 * The text of an XML part in the encoding it is in: a byte order mark, UTF-16 without one, or what
 * its declaration says.
 */
export function decodePart(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) throw new TooMuchText();
  const encoding = encodingOf(bytes);
  return (encoding === 'utf-8' ? utf8 : new TextDecoder(encoding)).decode(bytes);
}

/** Whether the bytes are UTF-8 as they stand. */
export function isUtf8(bytes: Uint8Array): boolean {
  return encodingOf(bytes) === 'utf-8';
}

/** The encoding that a byte order mark names; null without one that does. */
export function markedEncoding([a, b]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function encodingOf(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked) return marked;
  const [a, b] = bytes;
  if (a === 60 && b === 0) return 'utf-16le';
  if (a === 0 && b === 60) return 'utf-16be';
  if (a !== 60 || b !== 63) return 'utf-8';
  const name = declaredEncoding(bytes);
  if (name === 'utf-8' || name === 'utf8' || name === 'us-ascii') return 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new MalformedXml(`encoding ${name}`);
  }
}

const ENCODING = [...'encoding'].map((letter) => letter.charCodeAt(0));

/**
 * What stands behind "encoding=" in the declaration, in small letters; UTF-8 where it says nothing.
 */
function declaredEncoding(bytes: Uint8Array): string {
  const end = bytes.indexOf(62);
  search: for (let at = 0; at < Math.min(end, 200); at++) {
    for (let k = 0; k < ENCODING.length; k++) if (bytes[at + k] !== ENCODING[k]) continue search;
    const quote = /^\s*=\s*["']([\w.-]+)/.exec(
      utf8.decode(bytes.subarray(at + ENCODING.length, end)),
    );
    return quote?.[1].toLowerCase() ?? 'utf-8';
  }
  return 'utf-8';
}
