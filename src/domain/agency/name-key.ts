import { matchKey, plainKey } from '../../text/normal-form';
import { editDistance } from './edit-distance';

/**
 * The name of an agency taken apart for comparing, as words without spaces: "UBND TT. Trà Cú" is
 * "thịtrấn" and "tràcú".
 */
export interface NameKey {
  /** The kind of unit it is written with, "" when none. */
  kind: string;
  /** What follows the kind; without a kind the whole. */
  bare: string;
  whole: string;
}

/**
 * Only in front of a name and only so written: "TT" in the middle is "thông tin", and "x Đôn" may
 * be "xã" with a letter lost.
 */
const KIND_SHORT: [RegExp, string][] = [
  [/^t\.?t[. ]\s*(?=[\p{L}\d])/u, 'thị trấn '],
  [/^t\.?p[. ]\s*(?=[\p{L}\d])/u, 'thành phố '],
  [/^t\.?x[. ]\s*(?=[\p{L}\d])/u, 'thị xã '],
  [/^đ\.?k[. ]\s*(?=[\p{L}\d])/u, 'đặc khu '],
  [/^p(?:\.\s*(?=[\p{L}\d])|(?=\d))/u, 'phường '],
  [/^q(?:\.\s*(?=[\p{L}\d])|(?=\d))/u, 'quận '],
  [/^x\.\s*(?=\p{L})/u, 'xã '],
  [/^h\.\s*(?=\p{L})/u, 'huyện '],
];

const WORD_SHORT: ReadonlyMap<string, string> = new Map([
  ['ubnd', matchKey('ủy') + 'bannhândân'],
  ['hđnd', 'hộiđồngnhândân'],
  ['vp', 'vănphòng'],
  ['bql', matchKey('ban quản lý').replaceAll(' ', '')],
  ['kkt', 'khukinhtế'],
  ['kcn', 'khucôngnghiệp'],
  ['ptnt', 'pháttriểnnôngthôn'],
]);

const KINDS = [
  'thị trấn',
  'thị xã',
  'thành phố',
  'đặc khu',
  'xã',
  'phường',
  'huyện',
  'quận',
  'tỉnh',
];
const KIND = new RegExp(`^(${KINDS.join('|')})(?= )`);
const COMMITTEE = new RegExp(
  `^(?:ubnd|ub|${matchKey('ủy ban')}(?: nhân dân)?)(?:\\. ?| )(?=[\\p{L}\\d])`,
  'u',
);

/**
 * The key of a name; two names with one `whole` are written differently and mean the same. Accents
 * count.
 */
export function nameKey(text: string): NameKey {
  const spelt = expandKind(spell(text).replace(COMMITTEE, ''));
  const kind = KIND.exec(spelt)?.[1] ?? '';
  const bare = squeeze(spelt.slice(kind.length), kind === '');
  return { kind: kind.replace(' ', ''), bare, whole: kind.replace(' ', '') + bare };
}

/** "Ea H' Leo" and "Ea H'Leo" are one, so are "Phường 04" and "Phường 4". */
function spell(text: string): string {
  return matchKey(text)
    .replace(/['’‘`´]\s*/g, '')
    .replace(/(?<![\p{L}\d])0+(?=\d)/gu, '');
}

function expandKind(text: string): string {
  for (const [short, kind] of KIND_SHORT) if (short.test(text)) return text.replace(short, kind);
  return text;
}

/**
 * "và" is "&" or nothing where departments are joined ("TN&MT"); in the name of a place it would be
 * a word.
 */
function squeeze(text: string, joins: boolean): string {
  const words = text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words
    .map((word) => (joins && word === 'và' ? '' : (WORD_SHORT.get(word) ?? word)))
    .join('');
}

/**
 * The beginnings of a text at every end of a word but the last, longest first, each with what
 * follows.
 */
export function* beginnings(text: string): Iterable<[string, string]> {
  const key = matchKey(text);
  const ends = [...key.matchAll(/[^\p{L}\p{M}\d]+(?=[\p{L}\d])/gu)].reverse();
  for (const { index, 0: gap } of ends) yield [key.slice(0, index), key.slice(index + gap.length)];
}

const PLAIN_KINDS = KINDS.map(plainKey);
const PLAIN_KIND = new RegExp(`(?:^| )(?:${PLAIN_KINDS.join('|')}) (.+)`);

/**
 * Without accents, the bare name in a text whose kind lacks its accents, follows a misspelt "UBND"
 * or is misspelt itself.
 */
export function likelyBare(text: string): string {
  const { kind, bare } = nameKey(text);
  if (kind !== '') return plainKey(bare);
  const words = plainKey(text).match(/[a-z\d]+/g) ?? [];
  const behindKind = PLAIN_KIND.exec(words.join(' '))?.[1];
  if (behindKind) return behindKind.replaceAll(' ', '');
  const kindWords = [1, 2].find((count) => isLikeKind(words.slice(0, count).join(' ')));
  return kindWords ? words.slice(kindWords).join('') : '';
}

/** "huyn", "thi trn", or the one letter left of "xã". */
function isLikeKind(text: string): boolean {
  if (text.length < 4) return /^[hpqx]$/.test(text);
  return PLAIN_KINDS.some((kind) => kind.length >= 4 && editDistance(text, kind) <= 1);
}
