import { consolidate } from '../../src/domain/consolidation/consolidate';
import { long } from '../long';
import { differences } from './differences';
import { oracle } from './oracle';
import { randomProvince } from './province';

/**
 * The second implementation was written from the semantic model alone, in another style; both must
 * agree everywhere.
 */
describe('consolidation agrees with the independent oracle', () => {
  const SEEDS = Number(process.env.ORACLE_SEEDS ?? long(200, 3000));

  it(`on ${SEEDS} random provinces`, () => {
    const found: string[] = [];
    for (let seed = 0; seed < SEEDS && found.length < 10; seed++) {
      const { plan, submissions, period, options } = randomProvince(seed);
      const ours = consolidate(plan, submissions, period, options);
      found.push(
        ...differences(ours, oracle(plan, submissions, period, options), `seed ${seed} ${period}`),
      );
    }
    expect(found).toEqual([]);
  });

  it('and does not depend on the order of submissions', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { plan, submissions, period, options } = randomProvince(seed);
      const reversed = [...submissions].reverse();
      expect(consolidate(plan, reversed, period, options)).toEqual(
        consolidate(plan, submissions, period, options),
      );
    }
  });
});
