/**
 * A printed head or foot is one text in a file, with its parts at the left, in the middle and at
 * the right behind &L, &C and &R.
 */
export type FootPlace = 'L' | 'C' | 'R';

function parts(text = ''): Record<FootPlace, string> {
  const found = { L: '', C: '', R: '' };
  for (const [, place, content] of text.matchAll(/&([LCR])((?:(?!&[LCR])[^])*)/g))
    found[place as FootPlace] = content;
  return found;
}

export function part(text: string | undefined, place: FootPlace): string {
  return parts(text)[place];
}

export function withPart(
  text: string | undefined,
  place: FootPlace,
  value: string,
): string | undefined {
  const all = { ...parts(text), [place]: value };
  const joined = (['L', 'C', 'R'] as const)
    .map((one) => (all[one] ? `&${one}${all[one]}` : ''))
    .join('');
  return joined || undefined;
}
