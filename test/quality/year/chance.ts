import { Random, seedOf } from '../../../src/cli/sample/random';

/** What happens by chance, from a seed: the same words always give the same figures. */
export class Chance {
  private readonly random: Random;

  constructor(words: string) {
    this.random = new Random(seedOf(words));
  }

  /** Whether something of that probability happens. */
  is(probability: number): boolean {
    return this.random.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random.next();
  }

  whole(low: number, high: number): number {
    return this.random.whole(low, high);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.random.whole(0, from.length - 1)];
  }

  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.random.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.random.next());
  }

  /** Around a median, as many times above as below. */
  about(median: number, spread: number): number {
    return median * Math.exp(this.normal(0, spread));
  }

  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.random.next(); product > limit; product *= this.random.next()) count++;
    return count;
  }

  /** How many of so many, each with that probability. */
  binomial(of: number, probability: number): number {
    if (of > 300) {
      const found = Math.round(
        this.normal(of * probability, Math.sqrt(of * probability * (1 - probability))),
      );
      return Math.min(of, Math.max(0, found));
    }
    let count = 0;
    for (let one = 0; one < of; one++) if (this.random.next() < probability) count++;
    return count;
  }
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(share: number): number {
  return Math.log(share / (1 - share));
}
