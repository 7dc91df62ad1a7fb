import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { crc32 } from './crc32';
import { DamagedZip, EncryptedZip, openZip, TooLargeZip } from './zip';

const MB = 1 << 20;

function unzip(bytes: Uint8Array, limit = 64 * MB): Map<string, Uint8Array> {
  const zip = openZip(bytes, 100);
  return new Map(zip.entries.map((entry) => [entry.name, zip.inflate(entry, limit)]));
}

/** Changes the number at a place behind a signature, in every record that has it. */
function patched(
  bytes: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  size: 2 | 4 = 4,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + offset + size <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature) continue;
    if (size === 4) view.setUint32(at + offset, value, true);
    else view.setUint16(at + offset, value, true);
  }
  return copy;
}

const CENTRAL = 0x02014b50;

describe('a zip archive', () => {
  it('gives what was packed, packed or stored, small or large', () => {
    const entry = fc.tuple(
      fc.stringMatching(/^[a-zàáđêệ/]{1,12}[a-z]$/),
      fc.oneof(
        fc.uint8Array({ maxLength: 3000 }),
        fc.nat(300_000).map((n) => new Uint8Array(n).map((_, i) => i % 251)),
      ),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 5 }),
        fc.constantFrom(0, 6),
        (entries, level) => {
          const packed = zipSync(Object.fromEntries(entries), { level: level as 0 | 6 });
          const read = unzip(packed);
          expect([...read.keys()].sort()).toEqual(entries.map(([name]) => name).sort());
          // Byte by byte, by Node: Jest takes a second for a megabyte.
          for (const [name, bytes] of entries)
            expect([name, Buffer.compare(read.get(name)!, bytes)]).toEqual([name, 0]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('with a part damaged on its way is known to be, wherever it was hit', () => {
    const text = strToU8('Chỉ tiêu 45 60 75%\n'.repeat(200));
    const bytes = zipSync({ a: text });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = bytes.slice();
        spoiled[at] ^= change;
        let read: Uint8Array | undefined;
        try {
          read = unzip(spoiled).get('a');
        } catch (error) {
          expect(
            [DamagedZip, EncryptedZip, TooLargeZip].some((kind) => error instanceof kind),
          ).toBe(true);
          return;
        }
        // A name or a date may change; the bytes of a part never without a word.
        if (read) expect(Buffer.compare(read, text)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Uint8Array, typeof DamagedZip]>([
    [
      'announces less than it holds',
      patched(zipSync({ a: new Uint8Array(5 * MB) }), CENTRAL, 24, 10),
      DamagedZip,
    ],
    [
      'announces less, and is large',
      patched(zipSync({ a: noise(300_000) }), CENTRAL, 24, 1000),
      DamagedZip,
    ],
    [
      'announces more than it holds',
      patched(zipSync({ a: strToU8('xin chào') }), CENTRAL, 24, 500),
      DamagedZip,
    ],
    [
      'announces more than is allowed',
      patched(zipSync({ a: strToU8('x') }), CENTRAL, 24, 65 * MB),
      TooLargeZip,
    ],
    ['holds more than is allowed', zipSync({ a: new Uint8Array(65 * MB) }), TooLargeZip],
    [
      'starts outside the file',
      patched(zipSync({ a: strToU8('x') }), CENTRAL, 42, 0xffff),
      DamagedZip,
    ],
    [
      'is packed in an unknown way',
      patched(zipSync({ a: strToU8('x'.repeat(99)) }), CENTRAL, 10, 99, 2),
      DamagedZip,
    ],
    ['has a password', patched(zipSync({ a: strToU8('x') }), CENTRAL, 8, 1, 2), EncryptedZip],
  ])('an entry that %s', (_, bytes, kind) => {
    expect(() => unzip(bytes)).toThrow(kind);
  });

  it('more entries than allowed are not even listed', () => {
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, i) => [String(i), new Uint8Array()]),
    );
    expect(() => unzip(zipSync(many))).toThrow(TooLargeZip);
  });

  it('with its sizes in the 64-bit records is read as any other', () => {
    expect(unzip(zip64('a', strToU8('xin chào')))).toEqual(new Map([['a', strToU8('xin chào')]]));
  });
});

it('a checksum is that of zip', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      let plain = -1;
      for (const byte of bytes) {
        plain ^= byte;
        for (let k = 0; k < 8; k++) plain = plain & 1 ? (plain >>> 1) ^ 0xedb88320 : plain >>> 1;
      }
      expect(crc32(bytes)).toBe(~plain >>> 0);
    }),
  );
});

/** Bytes that do not pack. */
function noise(length: number): Uint8Array {
  let state = 7;
  return new Uint8Array(length).map(() => (state = (state * 1103515245 + 12345) >>> 0) >>> 16);
}

/**
 * An archive of one stored entry whose short sizes are full and whose real ones stand in the 64-bit
 * fields.
 */
function zip64(name: string, data: Uint8Array): Uint8Array {
  const FULL = 0xffffffff;
  const u16 = (n: number) => [n & 255, (n >> 8) & 255];
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
  const u64 = (n: number) => [...u32(n), ...u32(0)];
  const extra = [...u16(1), ...u16(24), ...u64(data.length), ...u64(data.length), ...u64(0)];
  const common = [
    ...u16(45),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...u32(crc32(data)),
    ...u32(FULL),
    ...u32(FULL),
  ];
  const local = [
    ...u32(0x04034b50),
    ...common,
    ...u16(name.length),
    ...u16(0),
    ...strToU8(name),
    ...data,
  ];
  const central = [
    ...[
      ...u32(CENTRAL),
      ...u16(45),
      ...common,
      ...u16(name.length),
      ...u16(extra.length),
      ...u16(0),
      ...u16(0),
    ],
    ...[...u16(0), ...u32(0), ...u32(FULL), ...strToU8(name), ...extra],
  ];
  const end64 = [
    ...[
      ...u32(0x06064b50),
      ...u64(44),
      ...u16(45),
      ...u16(45),
      ...u32(0),
      ...u32(0),
      ...u64(1),
      ...u64(1),
    ],
    ...[...u64(central.length), ...u64(local.length)],
  ];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(local.length + central.length), ...u32(1)];
  const end = [
    ...u32(0x06054b50),
    ...u32(0),
    ...u16(0xffff),
    ...u16(0xffff),
    ...u32(FULL),
    ...u32(FULL),
    ...u16(0),
  ];
  return new Uint8Array([...local, ...central, ...end64, ...locator, ...end]);
}
