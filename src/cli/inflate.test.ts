import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { inflateBy, openZip } from '../xlsx/read/zip';
import { inflateHere } from './inflate';

afterAll(() => inflateBy(null));

/** What comes of every entry: its bytes, or how it is refused. */
function told(bytes: Uint8Array, limit: number): unknown[] {
  try {
    const zip = openZip(bytes, 100);
    return zip.entries.map((entry) => {
      try {
        return Buffer.from(zip.inflate(entry, limit)).toString('base64');
      } catch (error) {
        return (error as Error).constructor.name;
      }
    });
  } catch (error) {
    return [(error as Error).constructor.name];
  }
}

/** By Node's own, and by what a page has. */
function both(bytes: Uint8Array, limit = 1 << 20): [unknown[], unknown[]] {
  inflateBy(inflateHere);
  const here = told(bytes, limit);
  inflateBy(null);
  return [here, told(bytes, limit)];
}

it('a file is the same to the command line as to a page, whole or damaged anywhere', () => {
  const text = (length: number) => strToU8('Chỉ tiêu 45 60 75%\n'.repeat(length));
  fc.assert(
    fc.property(
      fc.record({ lines: fc.nat(400), at: fc.nat(), bit: fc.nat(7), cut: fc.nat(40) }),
      ({ lines, at, bit, cut }) => {
        const whole = zipSync({ a: text(lines), b: strToU8(''), c: text(lines >> 3) });
        const damaged = whole.slice();
        damaged[at % damaged.length] ^= 1 << bit;
        for (const bytes of [whole, damaged, whole.slice(0, whole.length - cut)]) {
          const [here, there] = both(bytes);
          expect(here).toEqual(there);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('an entry that holds more than it announces, or than is allowed, is refused alike', () => {
  const bytes = zipSync({ a: new Uint8Array(500_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 28 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  expect(both(bytes)).toEqual([['DamagedZip'], ['DamagedZip']]);
  const large = zipSync({ a: new Uint8Array(500_000) });
  expect(both(large, 1000)).toEqual([['TooLargeZip'], ['TooLargeZip']]);
});

it('gives no view of a larger piece of memory, which would be kept with it', () => {
  const text = 'biểu'.repeat(300);
  const zip = openZip(zipSync({ a: strToU8(text) }), 1);
  inflateBy(inflateHere);
  const part = zip.inflate(zip.entries[0], 1 << 20);
  expect(part).not.toBeInstanceOf(Buffer);
  const piece = part.slice(0, 4);
  part[0] = 0;
  expect(piece[0]).toBe(98);
});
