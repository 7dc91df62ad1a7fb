import { plainKey } from './normal-form';

/** As they sound; one is "mốt" and five "lăm" behind tens. */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5 },
  ...{ sau: 6, bay: 7, tam: 8, chin: 9 },
};

const SCALES: Readonly<Record<string, number>> = {
  ...{ nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 },
};

/** No number a form asks for takes more words. */
const MOST_WORDS = 40;

/**
 * "mười lăm" → 15: a whole number as it is spoken; null for anything else. Used only to hold words
 * against figures, so marks over letters may be missing.
 */
export function numberInWords(text: string): number | null {
  const words = plainKey(text).split(/[\s,]+/, MOST_WORDS + 1);
  if (words.length > MOST_WORDS) return null;
  let said: Said | null = { total: 0, group: 0, digit: null };
  for (const word of words) said = said && withWord(said, word);
  return said?.isAny ? said.total + said.group + (said.digit ?? 0) : null;
}

/** What was said so far: whole scales, what is below the next one, a digit that may yet be tens. */
interface Said {
  total: number;
  group: number;
  digit: number | null;
  isAny?: boolean;
}

function withWord({ total, group, digit, isAny }: Said, word: string): Said | null {
  if (word === 'linh' || word === 'le') return { total, group, digit, isAny };
  if (Object.hasOwn(DIGITS, word) && digit === null)
    return { total, group, digit: DIGITS[word], isAny: true };
  if (word === 'muoi') return { total, group: group + 10 * (digit ?? 1), digit: null, isAny: true };
  if (word === 'tram' && digit !== null)
    return { total, group: group + 100 * digit, digit: null, isAny: true };
  if (Object.hasOwn(SCALES, word) && isAny)
    return { total: total + (group + (digit ?? 0)) * SCALES[word], group: 0, digit: null, isAny };
  return null;
}
