import fc from 'fast-check';
import type { Area } from '../../workbook/address';
import { soundMerges } from './merges';

const overlap = (a: Area, b: Area) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

it('no merge of one cell, none over another; those that are sound stay, in their order', () => {
  const side = fc.tuple(fc.nat(12), fc.nat(5));
  const area = fc.tuple(side, side).map(([[top, high], [left, wide]]): Area => ({
    top,
    bottom: top + high,
    left,
    right: left + wide,
  }));
  fc.assert(
    fc.property(fc.array(area, { maxLength: 12 }), (merges) => {
      const kept = soundMerges(merges);
      expect(kept).toEqual(merges.filter((one) => kept.includes(one)));
      for (const [index, one] of kept.entries()) {
        expect(one.top < one.bottom || one.left < one.right).toBe(true);
        expect(kept.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
      }
      // Nothing is dropped that was in nobody's way.
      for (const one of merges.filter(
        (all) => !kept.includes(all) && (all.top < all.bottom || all.left < all.right),
      ))
        expect(kept.some((other) => overlap(one, other))).toBe(true);
    }),
  );
});
