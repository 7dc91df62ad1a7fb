export interface Mail {
  subject: string;
  body: string;
  /** Nobody sees the others where there are several; absent: whoever sends it writes them. */
  to?: readonly string[];
}

/**
 * A mail that is not sent yet: every mail program opens it as a draft (RFC 5322; X-Unsent is what
 * Outlook goes by).
 */
export function mailDraft({ subject, body, to = [] }: Mail): string {
  // What is no address in ASCII stays out: a header must not be made of it.
  const addresses = to.filter((one) => /^[\x21-\x7e]+$/.test(one) && !/[,;<>]/.test(one));
  const lines = base64(body.replace(/\r?\n/g, '\r\n')).match(/.{1,76}/g) ?? [];
  return [
    'X-Unsent: 1',
    ...(addresses.length > 0
      ? [`${addresses.length === 1 ? 'To' : 'Bcc'}: ${addresses.join(',\r\n ')}`]
      : []),
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
    '',
  ].join('\r\n');
}

/**
 * A header of more than ASCII in encoded words (RFC 2047), each of whole letters and at most 75
 * characters.
 */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    // 42 bytes are 56 characters, and 12 stand around them, 9 before the first.
    if (utf8(word + letter).length > 42) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?utf-8?B?${base64(one)}?=`).join('\r\n ');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(text: string): string {
  const bytes = utf8(text);
  let made = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.slice(at, at + 3);
    const four = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(four >> shift) & 63]);
    made += digits.map((digit, place) => (at + place > bytes.length ? '=' : digit)).join('');
  }
  return made;
}

/** The bytes of a text; this room has no platform. */
function utf8(text: string): number[] {
  return [...text].flatMap((letter) => {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) return [code];
    const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const first = [0, 0xc0, 0xe0, 0xf0][more] | (code >> (6 * more));
    return [
      first,
      ...Array.from({ length: more }, (_, i) => 0x80 | ((code >> (6 * (more - 1 - i))) & 63)),
    ];
  });
}
