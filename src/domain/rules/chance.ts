/**
 * A share on the scale on which 98 of 100 is as far from 90 as 2 from 10; a half more on either
 * side keeps 0 and all of it finite.
 */
export function logOdds(part: number, whole: number): number {
  return Math.log((part + 0.5) / (whole - part + 0.5));
}

/** What chance alone does to {@link logOdds} of so many. */
export function chanceOf(part: number, whole: number): number {
  return 1 / (part + 0.5) + 1 / (whole - part + 0.5);
}

export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
