import { exactSum, type Decimal } from '../domain/decimal/decimal';

/**
 * DECIMAL(28,10): every figure leaves with ten decimals and at most eighteen digits before the
 * point.
 */
export const PRECISION = 28;
export const SCALE = 10;

const UNIT = 10n ** BigInt(SCALE);
const LIMIT = 10n ** BigInt(PRECISION);

/** Why a number cannot leave: a cast would give another number, or 0, in silence. */
export type Unfit = 'places' | 'range';

/** The digits of a number in DECIMAL(28,10), or why it is none. */
export function unscaled(value: number | Decimal): bigint | Unfit {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return BigInt(value) * UNIT;
    if (!Number.isFinite(value)) return 'range';
    return unscaled(exactSum([value]));
  }
  const { digits, places } = reduced(value);
  if (places > SCALE) return 'places';
  const scaled = digits * 10n ** BigInt(SCALE - places);
  return scaled < LIMIT && scaled > -LIMIT ? scaled : 'range';
}

/** 0.30 has one decimal. */
function reduced({ digits, places }: Decimal): Decimal {
  let [kept, left] = [digits, places];
  while (left > SCALE && kept % 10n === 0n) [kept, left] = [kept / 10n, left - 1];
  return { digits: kept, places: left };
}

/** The nearest double. */
export function numberOf(digits: bigint): number {
  return Number(`${digits}e-${SCALE}`);
}
