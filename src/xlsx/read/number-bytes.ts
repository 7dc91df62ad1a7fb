/** 10 to the n-th, exact as far as doubles are. */
const POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);

/**
 * The number that stands between two places; NaN where none does. Up to 15 digits an exact division
 * gives the nearest double, as
 * Number does; the rest is left to Number.
 */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  if (at >= end) return NaN;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const digit = bytes[at] - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (digit === -2 && decimals < 0) decimals = 0;
    else return slowly(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return slowly(bytes, start, end);
  if (decimals > 0) value /= POWERS[decimals];
  return isNegative ? -value : value;
}

/** XML numbers and nothing of what else Number takes ("0x1F", "Infinity", ""). */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function slowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN;
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]);
  return NUMBER.test(text) ? Number(text) : NaN;
}
