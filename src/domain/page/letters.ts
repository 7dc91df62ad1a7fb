/**
 * How wide the letters of Times New Roman are, in thousandths of its size: a row is as high as its
 * texts need, neither cut nor half empty.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [180, "'"],
  [200, '|'],
  [250, ' ,.·'],
  [278, '/:;\\ijlt'],
  [300, '²³'],
  [333, '!()-I[]`fr'],
  [350, '•'],
  [389, 'Js'],
  [408, '"'],
  [444, '?acez“”'],
  [480, '{}'],
  [500, '#$*0123456789_bdghknopquvxyđ–'],
  [541, '~'],
  [556, 'FPS'],
  [564, '+<=>≤≥×'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐ'],
  [778, '&m'],
  [833, '%'],
  [889, 'M'],
  [921, '@'],
  [944, 'W'],
];
/** Of another writing or a sign: as wide as any. */
const WIDEST = 1000;
/** What stands at the right of ơ and ư; other marks stand over and under a letter. */
const HORN = '\u031b';
const HORN_WIDTH = 80;

const known = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

function widthOf(letter: string): number {
  const own = known.get(letter);
  if (own !== undefined) return own;
  const [base, ...marks] = letter.normalize('NFD');
  const bare = /\p{M}/u.test(base) ? 0 : (known.get(base) ?? WIDEST);
  const width = bare + ([base, ...marks].includes(HORN) ? HORN_WIDTH : 0);
  known.set(letter, width);
  return width;
}

/** The room of a text without a break in it, in thousandths of the letters' size. */
export function roomOf(text: string): number {
  let room = 0;
  for (const letter of text) room += widthOf(letter);
  return room;
}
