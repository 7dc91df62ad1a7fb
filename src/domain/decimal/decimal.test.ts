import fc from 'fast-check';
import { compareProducts, exactSum, sum } from './decimal';

const typed = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`));

describe('exact decimal sums', () => {
  it('0,1 + 0,2 is 0,3', () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([])).toBe(0);
    expect(sum([1e21, -1e21, 0.5])).toBe(0.5);
  });

  it('do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(typed), (values) => {
        expect(sum([...values].reverse())).toBe(sum(values));
      }),
    );
  });

  it('agree with whole numbers counted in the smallest unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 })), (cents) => {
        const total = cents.reduce((a, b) => a + b, 0);
        expect(sum(cents.map((cent) => cent / 100))).toBe(total === 0 ? 0 : total / 100);
      }),
    );
  });

  it('of whole numbers are whole numbers added without end, also beyond what a double counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1e6, max: 1e6 }))),
        (values) => {
          expect(sum(values)).toBe(
            Number(values.reduce((soFar, value) => soFar + BigInt(value), 0n)),
          );
        },
      ),
    );
    expect(sum([2 ** 53 - 1, 2, -2])).toBe(2 ** 53 - 1);
    expect(Object.is(sum([-0]), 0)).toBe(true);
  });
});

describe('comparison with a target', () => {
  it('a value that only rounds up to its target is below it', () => {
    expect(compareProducts(100, 79_999, 80, 100_000)).toBe(-1);
    expect(compareProducts(100, 57, 57, 100)).toBe(0);
    expect(compareProducts(1, 0.3, 0.1, 3)).toBe(0);
  });

  it('is decided before sums are rounded: one more than 2^53 is not equal to it', () => {
    const [more, less] = [exactSum([9007199254740991, 2]), exactSum([9007199254740991, 1])];
    expect(sum([9007199254740991, 2])).toBe(sum([9007199254740991, 1]));
    expect(compareProducts(100, more, 100, less)).toBe(1);
  });

  it('is exact for any typed numbers', () => {
    fc.assert(
      fc.property(typed, typed, (a, b) => {
        expect(compareProducts(a, b, b, a)).toBe(0);
        expect(compareProducts(a, 1, b, 1)).toBe(Math.sign(a - b) + 0);
      }),
    );
  });
});
