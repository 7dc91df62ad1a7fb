import { consolidate } from '../../src/domain/consolidation/consolidate';
import { differences } from '../oracle/differences';
import { oracle } from '../oracle/oracle';
import { randomProvince } from '../oracle/province';

it('consolidation agrees with the independent oracle on 30,000 more random provinces', () => {
  const found: string[] = [];
  for (let seed = 100_000; seed < 130_000 && found.length < 10; seed++) {
    const { plan, submissions, period, options } = randomProvince(seed);
    const ours = consolidate(plan, submissions, period, options);
    found.push(
      ...differences(ours, oracle(plan, submissions, period, options), `seed ${seed} ${period}`),
    );
  }
  expect(found).toEqual([]);
});
