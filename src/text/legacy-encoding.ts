import { plainKey, remembered, tidy } from './normal-form';

/**
 * Vietnamese text of before Unicode, as it arrives in a workbook: each byte of the old encoding
 * shown as the Latin-1 character of that number. TCVN3 (ABC; TCVN 5712:1993, table VN3) has one
 * character a letter, VNI a letter and a mark behind it.
 */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/**
 * Lower-case letters and the seven capitals without a tone; capitals with one exist only in fonts
 * such as .VnTimeH.
 */
const TCVN3: ReadonlyMap<string, string> = pairs(
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ',
);

/** Letters of VNI that are one character. */
const VNI_SINGLE = withCapitals('ììííæỉóĩòịôơöưîỵñđ');
/** Marks behind a, e, o, ơ, u, ư, y. */
const VNI_TONES = withCapitals('ø\u0300ù\u0301û\u0309õ\u0303ï\u0323');
/** Marks that give a, e, o a hat or a bow, with a tone in the same character. */
const VNI_HATS: ReadonlyMap<string, readonly [string, string]> = new Map(
  (
    [
      ['â', '\u0302', ''],
      ['à', '\u0302', '\u0300'],
      ['á', '\u0302', '\u0301'],
      ['å', '\u0302', '\u0309'],
      ['ã', '\u0302', '\u0303'],
      ['ä', '\u0302', '\u0323'],
      ['ê', '\u0306', ''],
      ['è', '\u0306', '\u0300'],
      ['é', '\u0306', '\u0301'],
      ['ú', '\u0306', '\u0309'],
      ['ü', '\u0306', '\u0303'],
      ['ë', '\u0306', '\u0323'],
    ] as const
  ).flatMap(([mark, hat, tone]) => [
    [mark, [hat, tone]] as const,
    [mark.toUpperCase(), [hat, tone]] as const,
  ]),
);

const FROM_TCVN3 = new Map([...TCVN3].map(([old, letter]) => [letter, old]));

export function decodeTcvn3(text: string, inCapitals = false): string {
  const decoded = [...text].map((one) => TCVN3.get(one) ?? one).join('');
  return inCapitals ? decoded.toUpperCase() : decoded;
}

/** Null where the text has a letter TCVN3 has no character for (a capital with a tone). */
export function encodeTcvn3(text: string): string | null {
  const letters = [...text.normalize('NFC')].map((one) =>
    one <= '\u007f' ? one : FROM_TCVN3.get(one),
  );
  return letters.includes(undefined) ? null : letters.join('');
}

export function decodeVni(text: string): string {
  let decoded = '';
  let isOpen = false;
  for (const one of text) {
    const mark: string | undefined = isOpen ? markOver(decoded.at(-1) ?? '', one) : undefined;
    decoded += mark ?? VNI_SINGLE.get(one) ?? one;
    isOpen = mark === undefined && VOWEL.test(decoded.at(-1) ?? '');
  }
  return decoded.normalize('NFC');
}

const VOWEL = /[aeouyơưAEOUYƠƯ]/;

/** What a character puts over the vowel before it; undefined for one that stands by itself. */
function markOver(vowel: string, character: string): string | undefined {
  const hat = VNI_HATS.get(character);
  if (hat && (hat[0] === '\u0306' ? /[aA]/ : /[aeoAEO]/).test(vowel)) return hat.join('');
  return VOWEL.test(vowel) ? VNI_TONES.get(character) : undefined;
}

const TO_VNI_SINGLE = new Map([...VNI_SINGLE].map(([old, letter]) => [letter, old]));
const TO_VNI_TONE = new Map(
  [...VNI_TONES].map(([old, tone]) => [`${tone}${old === old.toUpperCase()}`, old]),
);
const TO_VNI_HAT = new Map(
  [...VNI_HATS].map(([old, [hat, tone]]) => [`${hat}${tone}${old === old.toUpperCase()}`, old]),
);

/** Null where the text has a character VNI has none for. */
export function encodeVni(text: string): string | null {
  let encoded = '';
  for (const one of text.normalize('NFC')) {
    const single = one <= '\u007f' ? one : TO_VNI_SINGLE.get(one);
    if (single !== undefined) {
      encoded += single;
      continue;
    }
    const [base, ...marks] = one.normalize('NFD');
    const isCapital = base !== base.toLowerCase();
    const horned = marks.includes('\u031b') ? `${base}\u031b`.normalize('NFC') : base;
    const tones = marks.filter((mark) => mark !== '\u031b');
    const hat = tones.find((mark) => mark === '\u0302' || mark === '\u0306');
    const tone = tones.find((mark) => mark !== hat) ?? '';
    const letter = horned <= '\u007f' ? horned : TO_VNI_SINGLE.get(horned);
    const mark = hat
      ? TO_VNI_HAT.get(`${hat}${tone}${isCapital}`)
      : TO_VNI_TONE.get(`${tone}${isCapital}`);
    if (letter === undefined || mark === undefined) return null;
    encoded += letter + mark;
  }
  return encoded;
}

/** A text as it is meant, and the encoding it was written in. */
export interface Decoded {
  text: string;
  encoding: LegacyEncoding;
}

/**
 * What a text of an old encoding says; null where it is none. The font decides where it is known
 * (".VnTime", ".VnTimeH", "VNI-Times"); else a text is old only where it has characters Vietnamese
 * does not have and decodes to Vietnamese syllables. A word that is one in both encodings ("Tö") is
 * of the one that is likely.
 */
export function decodeLegacy(
  text: string,
  font: string | undefined,
  likely: LegacyEncoding | null = null,
): Decoded | null {
  const nature = natureOf(text);
  if (nature === 'today') return null;
  const name = font?.trim().toLowerCase() ?? '';
  if (name.startsWith('.vn'))
    return { text: decodeTcvn3(text, name.endsWith('h')), encoding: 'TCVN3' };
  if (name.startsWith('vni')) return { text: decodeVni(text), encoding: 'VNI' };
  if (nature === 'likely today') return null;
  const readings: Decoded[] = [
    { text: decodeTcvn3(text), encoding: 'TCVN3' },
    { text: decodeVni(text), encoding: 'VNI' },
  ];
  const [best, other] = readings
    .map((one) => ({ ...one, share: one.text === text ? 0 : shareOfSyllables(one.text) }))
    .sort(
      (a, b) => b.share - a.share || Number(b.encoding === likely) - Number(a.encoding === likely),
    );
  const isCertain = best.share > other.share || best.encoding === likely;
  return best.share >= SENSIBLE && isCertain ? { text: best.text, encoding: best.encoding } : null;
}

/** Whether a text may be old at all, or only where its font says so. */
const natureOf = remembered((text): 'today' | 'likely today' | 'unclear' => {
  // A letter beyond Latin-1 is Unicode Vietnamese (ơ, ư, đ, ạ …): nothing old is left in it.
  if (!OLD_LETTER.test(text) || /[\u0100-\u1fff]/.test(text)) return 'today';
  return !NOT_VIETNAMESE.test(text) && shareOfSyllables(text) === 1 ? 'likely today' : 'unclear';
});

/**
 * A soft hyphen and a raised 1 are letters of TCVN3 (ư, ạ) only beside other letters: behind a
 * figure they are what they are.
 */
const OLD_LETTER =
  /[\u00a1-\u00ac\u00ae-\u00b8\u00ba-\u00ff]|[\u00ad\u00b9](?=\p{L})|(?<=\p{L})[\u00ad\u00b9]/u;

/** Abbreviations ("HĐND") and names are no syllables; where more is none, the reading is wrong. */
const SENSIBLE = 0.8;

/** Latin-1 characters that no Vietnamese text of today has. */
const NOT_VIETNAMESE =
  /[\u00a1-\u00a6\u00a8-\u00aa\u00ac-\u00af\u00b4-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?';
/**
 * Rimes of Vietnamese by the place of the vowel that takes the tone; where it may stand on either,
 * they are in both.
 */
const RIMES: readonly string[][] = [
  [
    '(?:a|ă|e|o|ô|u|ư)(?:ng|[cmnpt])?|â(?:ng|[cmnpt])|ơ[mnpt]?|i[mnpt]?|ê[mnpt]?|y|(?:a|ê|i)(?:nh|ch)|oong',
    'ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ia|ua|ưa|oa|oe|uy',
  ],
  [
    '(?:iê|yê|uô|ươ)(?:ng|[cmnpt])|oa(?:ng|nh|ch|[cmnpt])?|oă(?:ng|[cmnt])|oe[nt]?|uâ(?:ng|[nt])|uê(?:nh|ch)?|uơ|uy(?:nh|ch|[npt])?',
    'iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uya|uyu|uêu',
  ],
  ['uyê[nt]'],
];
const SYLLABLES = RIMES.map((some) => new RegExp(`^${ONSET}(?:${some.join('|')})$`));

/**
 * Of the words with a letter that is not plain, how many are Vietnamese syllables; 0 where there is
 * no such word.
 */
function shareOfSyllables(text: string): number {
  const words = (tidy(text).toLowerCase().match(WORD) ?? []).filter(
    (word) => plainKey(word) !== word,
  );
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}

const WORD = /[^\s\d!-/:-@[-`{-~“”‘’…]+/g;

function isSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD');
  const tones: readonly string[] = decomposed.match(TONE) ?? [];
  const bare = decomposed.replace(TONE, '').normalize('NFC').replace(/^đ/, 'd');
  if (tones.length > 1) return false;
  if (tones.length === 0) return SYLLABLES.some((syllable) => syllable.test(bare));
  const before = decomposed.slice(0, decomposed.indexOf(tones[0])).normalize('NFC');
  // The u of "qu" and the i of "gi" belong to the consonant.
  const vowels = before.replace(/^(?:qu|gi)(?=.)/, '').match(/[aăâeêioôơuưy]/g) ?? [];
  return SYLLABLES[vowels.length - 1]?.test(bare) ?? false;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "aàbá" → a → à, b → á. */
function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text];
  return new Map(
    letters.flatMap((one, index) => (index % 2 === 0 ? [[one, letters[index + 1]] as const] : [])),
  );
}

function withCapitals(text: string): ReadonlyMap<string, string> {
  const small = [...pairs(text)];
  return new Map([
    ...small,
    ...small.map(([old, one]) => [old.toUpperCase(), one.toUpperCase()] as const),
  ]);
}
