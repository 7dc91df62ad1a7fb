import { matchKey } from '../../text/normal-form';
import { isCounted } from '../measure/units';
import { LOOK } from '../page/page';

/** How many decimals may stand in a cell people type in; null: any, or as its unit says. */
export type Places = 0 | 2 | 4 | null;

const IN_DONG = /^(đồng|vnd|vnđ)$/u;
const OF_MONEY = /^(nghìn|ngàn|triệu|tỷ|tỉ)\s*đồng$/u;

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
  const key = matchKey(unit);
  if (IN_DONG.test(key)) return LOOK.count;
  return OF_MONEY.test(key) ? LOOK.decimal : LOOK.number;
}
