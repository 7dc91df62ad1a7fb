import { LIMITS, type ReadRefusal } from './package';

/** What a file is by its first bytes; its name and extension are never believed. Null: a zip package, go on. */
export function refuseByContent(bytes: Uint8Array): ReadRefusal | null {
  if (bytes.length === 0) return { code: 'file-empty', facts: {} };
  if (bytes.length > LIMITS.fileBytes)
    return { code: 'file-too-large', facts: { limit: `${LIMITS.fileBytes >> 20} MB` } };
  const head = latin1(bytes.subarray(0, 1024));
  if (head.startsWith('PK')) return null;
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    return mentionsUtf16(bytes, 'EncryptedPackage')
      ? { code: 'file-encrypted', facts: {} }
      : { code: 'file-old-format', facts: { format: '.xls' } };
  }
  if (head.startsWith('%PDF') || PICTURES.some((magic) => head.startsWith(magic)))
    return { code: 'file-scan', facts: {} };
  if (/^\s*(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml|meta)/i.test(head)) {
    return { code: 'file-old-format', facts: { format: 'HTML' } };
  }
  return { code: 'file-not-a-workbook', facts: {} };
}

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', 'RIFF'];

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function mentionsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  outer: for (let i = bytes.indexOf(wanted[0]); i >= 0; i = bytes.indexOf(wanted[0], i + 1)) {
    for (let k = 1; k < wanted.length; k++) if (bytes[i + k] !== wanted[k]) continue outer;
    return true;
  }
  return false;
}
