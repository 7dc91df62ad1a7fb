import { isCounted, powerOfDong } from '../measure/units';
import { LOOK } from '../page/page';

/**
 * The look of a figure's cell by its unit: things and money are grouped, what is measured shows
 * what was typed, and where a number of decimals was chosen these are shown.
 */
export function figureInputLook(
  unit: string,
  places: number | null,
  isWhole = isCounted(unit),
): typeof LOOK.count | typeof LOOK.number | typeof LOOK.decimal {
  if (places === 0 || (places === null && isWhole)) return LOOK.count;
  if (places !== null) return places === 2 ? LOOK.twoPlaces : LOOK.decimal;
  const power = powerOfDong(unit);
  if (power === null) return LOOK.number;
  return power === 0 ? LOOK.count : LOOK.decimal;
}
