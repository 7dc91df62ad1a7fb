import { medianOf } from '../domain/rules/chance';

/**
 * What is usual, by the median and the median distance from it: neither is moved by the very
 * figures that are looked for.
 */
export interface Usual {
  median: number;
  spread: number;
}

/** 1.4826 makes it a standard deviation where figures are spread as usual. */
const AS_DEVIATION = 1.4826;

export function usualOf(values: readonly number[]): Usual {
  const median = medianOf(values);
  return {
    median,
    spread: AS_DEVIATION * medianOf(values.map((value) => Math.abs(value - median))),
  };
}
