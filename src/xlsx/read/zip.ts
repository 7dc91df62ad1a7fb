import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';

/**
 * The directory of a zip archive, and its entries inflated one at a time within bounds. Nothing the
 * directory says is believed: an entry that gives other bytes than it announced is damaged.
 */

export class DamagedZip extends Error {}
/** An entry, or all of them, would be larger than allowed. */
export class TooLargeZip extends Error {}
export class EncryptedZip extends Error {}

export interface ZipEntry {
  /** As the archive writes it. */
  name: string;
  /** Inflated size, as announced. */
  size: number;
  readonly crc: number;
  readonly packed: { method: number; isEncrypted: boolean; start: number; size: number };
}

export interface Zip {
  entries: ZipEntry[];
  /** The bytes of an entry as they lie in the archive. */
  packed(entry: ZipEntry): Uint8Array;
  /** The bytes of an entry; at most `limit`. */
  inflate(entry: ZipEntry, limit: number): Uint8Array;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record with its longest comment. */
const END_REACH = 22 + 65_535;

/** Opens an archive, also one with something before it (a junk prefix moves every offset). */
export function openZip(bytes: Uint8Array, maxEntries: number): Zip {
  try {
    return open(bytes, maxEntries);
  } catch (error) {
    // A record that reaches over the end of the file.
    throw error instanceof RangeError ? new DamagedZip('directory', { cause: error }) : error;
  }
}

function open(bytes: Uint8Array, maxEntries: number): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > maxEntries) throw new TooLargeZip('entries');
  const entries: ZipEntry[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new DamagedZip('directory');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const wide = readWide(view, at + 46 + nameLength, extraLength, at);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: wide.size,
      packed: {
        method: view.getUint16(at + 10, true),
        isEncrypted: (flags & 1) === 1,
        start: wide.offset + directory.shift,
        size: wide.packedSize,
      },
      crc: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return {
    entries,
    packed: (entry) => packedBytes(bytes, view, entry),
    inflate: (entry, limit) => inflate(packedBytes(bytes, view, entry), entry, limit),
  };
}

function findDirectory(view: DataView): { start: number; count: number; shift: number } {
  const length = view.byteLength;
  let end = length - 22;
  const first = Math.max(0, length - END_REACH);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new DamagedZip('no end record');
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (
    (count === 0xffff || offset === 0xffffffff) &&
    end >= 20 &&
    view.getUint32(end - 20, true) === END_64_LOCATOR
  ) {
    const end64 = Number(view.getBigUint64(end - 12, true));
    if (end64 + 56 > length || view.getUint32(end64, true) !== END_64)
      throw new DamagedZip('end record');
    count = Number(view.getBigUint64(end64 + 32, true));
    size = Number(view.getBigUint64(end64 + 40, true));
    offset = Number(view.getBigUint64(end64 + 48, true));
    directoryEnd = end64;
  }
  const isAt = (place: number) =>
    place >= 0 && place + 4 <= length && view.getUint32(place, true) === CENTRAL;
  if (count === 0) return { start: offset, count, shift: 0 };
  if (isAt(offset)) return { start: offset, count, shift: 0 };
  const start = directoryEnd - size;
  if (!isAt(start)) throw new DamagedZip('directory');
  return { start, count, shift: start - offset };
}

/** Sizes and offset of an entry, from the zip64 field where the short ones are full. */
function readWide(
  view: DataView,
  extra: number,
  length: number,
  header: number,
): { size: number; packedSize: number; offset: number } {
  const short = {
    size: view.getUint32(header + 24, true),
    packedSize: view.getUint32(header + 20, true),
    offset: view.getUint32(header + 42, true),
  };
  if (short.size !== 0xffffffff && short.packedSize !== 0xffffffff && short.offset !== 0xffffffff)
    return short;
  const end = Math.min(extra + length, view.byteLength);
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (short[key] !== 0xffffffff) continue;
      if (next + 8 > end) throw new DamagedZip('zip64');
      short[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  return short;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('latin1');

/**
 * Names are UTF-8 in practice, whatever their flag says; what is not keeps its bytes as letters.
 */
function entryName(name: Uint8Array): string {
  try {
    return utf8.decode(name);
  } catch {
    return latin1.decode(name);
  }
}

/**
 * DEFLATE never packs more than 1032 to 1: so small an entry cannot run away even where its
 * announced size is a lie.
 */
const SURELY_SMALL = 64 << 10;
/** One push of so many packed bytes gives at most 4 MB before the limit is looked at. */
const PUSH = 4 << 10;

function packedBytes(
  bytes: Uint8Array,
  view: DataView,
  { name, packed: { start, size } }: ZipEntry,
): Uint8Array {
  if (start < 0 || start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL)
    throw new DamagedZip(name);
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + size > bytes.length) throw new DamagedZip(name);
  return bytes.subarray(from, from + size);
}

function inflate(
  data: Uint8Array,
  { name, size, crc, packed }: ZipEntry,
  limit: number,
): Uint8Array {
  if (packed.isEncrypted) throw new EncryptedZip(name);
  if (size > limit) throw new TooLargeZip(name);
  const part = packed.method === 0 ? data : packed.method === 8 ? deflated(data, size, name) : null;
  if (!part || part.length !== size || crc32(part) !== crc) throw new DamagedZip(name);
  return part;
}

/**
 * What the platform inflates with where it has something quicker that does not have to be waited
 * for: at most `most` bytes, or null where it does not go through. Then it is told by ours, so that
 * what is damaged is the same everywhere.
 */
export type Inflater = (data: Uint8Array, most: number) => Uint8Array | null;

let platform: Inflater | null = null;

/** For the whole of a program, where it is put together. */
export function inflateBy(inflater: Inflater | null): void {
  platform = inflater;
}

function deflated(data: Uint8Array, size: number, name: string): Uint8Array {
  try {
    const given = platform?.(data, size + 1);
    if (given) return given;
    // One byte more than announced shows an entry that holds more.
    if (data.length <= SURELY_SMALL) return inflateSync(data, { out: new Uint8Array(size + 1) });
    return streamed(data, size);
  } catch (error) {
    throw error instanceof DamagedZip ? error : new DamagedZip(name, { cause: error });
  }
}

function streamed(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new DamagedZip('more than announced');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < data.length; at += PUSH) {
    stream.push(data.subarray(at, at + PUSH), at + PUSH >= data.length);
  }
  return filled === size ? out : out.subarray(0, filled);
}
