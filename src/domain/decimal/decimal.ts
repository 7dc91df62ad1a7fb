/** Exact decimal sums and products of the numbers people typed: 0,1 + 0,2 is 0,3, in any order. */

export interface Decimal {
  digits: bigint;
  /** value = digits ÷ 10^places */
  places: number;
}

/** The shortest decimal that reads back as the same number: what was typed. */
function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function align(value: Decimal, places: number): bigint {
  return value.digits * 10n ** BigInt(places - value.places);
}

/** The sum without any rounding. */
export function exactSum(values: readonly number[]): Decimal {
  const decimals = values.map(decimalOf);
  const places = decimals.reduce((most, value) => Math.max(most, value.places), 0);
  return { digits: decimals.reduce((soFar, value) => soFar + align(value, places), 0n), places };
}

/** So many times, exactly. */
export function times({ digits, places }: Decimal, whole: number): Decimal {
  return { digits: digits * BigInt(whole), places };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: align(a, places) - align(b, places), places };
}

/** The nearest double of a quotient. */
export function quotientOf(over: Decimal, under: Decimal): number {
  const places = Math.max(over.places, under.places);
  const [a, b] = [align(over, places), align(under, places)];
  const shift = BigInt(Math.max(0, 30 + String(b).length - String(a).length));
  return Number(`${(a * 10n ** shift) / b}e-${shift}`);
}

/** Whether a number has more decimals than so many; null is any. */
export function hasMorePlaces(value: number, places: number | null): boolean {
  return places !== null && exactSum([value]).places > places;
}

/** The exact sum, rounded once to the nearest double. */
export function sum(values: readonly number[]): number {
  // One is what it is; a zero has no sign.
  if (values.length === 1 && Number.isFinite(values[0])) return values[0] + 0;
  return wholeSum(values) ?? roundedSum(values);
}

/**
 * Most figures are counts: while every partial sum is a whole number a double holds, adding them is
 * exact as it is.
 */
function wholeSum(values: readonly number[]): number | null {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(total)) return null;
  }
  return total;
}

function roundedSum(values: readonly number[]): number {
  return numberOf(exactSum(values));
}

/** Rounded once to the nearest double. */
export function numberOf({ digits, places }: Decimal): number {
  return places === 0 ? Number(digits) : Number(`${digits}e-${places}`);
}

/** The sign of a·b − c·d, exactly. */
export function compareProducts(
  a: number | Decimal,
  b: number | Decimal,
  c: number | Decimal,
  d: number | Decimal,
): number {
  const left = multiply(exact(a), exact(b));
  const right = multiply(exact(c), exact(d));
  const places = Math.max(left.places, right.places);
  const difference = align(left, places) - align(right, places);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function exact(value: number | Decimal): Decimal {
  return typeof value === 'number' ? decimalOf(value) : value;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}
