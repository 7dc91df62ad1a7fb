/**
 * A zip archive of entries that are packed already (APPNOTE 6.3.10, 4.3): only headers are made.
 */

export interface PackedEntry {
  /** Plain ASCII, as the names of our parts are; another is written as UTF-8 and says so. */
  name: string;
  /** 8 deflated, 0 stored. */
  method: number;
  crc: number;
  /** Before packing. */
  size: number;
  packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980: the same entries give the same bytes. */
const DATE = 0x21;

/** The bit that says a name is UTF-8. */
const UTF_8 = 1 << 11;
const utf8 = new TextEncoder();

interface NamedEntry extends PackedEntry {
  nameBytes: Uint8Array;
}

export function archiveOf(packedEntries: readonly PackedEntry[]): Uint8Array {
  const entries = packedEntries.map((entry): NamedEntry => ({
    ...entry,
    nameBytes: utf8.encode(entry.name),
  }));
  const size = entries.reduce(
    (sum, { nameBytes, packed }) => sum + 76 + 2 * nameBytes.length + packed.length,
    22,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const entry of entries) {
    starts.push(at);
    view.setUint32(at, LOCAL, true);
    at = putCommon(view, at + 4, entry);
    at = putName(bytes, at + 2, entry.nameBytes);
    bytes.set(entry.packed, at);
    at += entry.packed.length;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    at = putCommon(view, at + 6, entry);
    view.setUint32(at + 12, starts[index], true);
    at = putName(bytes, at + 16, entry.nameBytes);
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** What both headers of an entry say, from the version to the length of the name. */
function putCommon(view: DataView, at: number, entry: NamedEntry): number {
  view.setUint16(at, VERSION, true);
  if (entry.nameBytes.length > entry.name.length) view.setUint16(at + 2, UTF_8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
  return at + 24;
}

function putName(bytes: Uint8Array, at: number, name: Uint8Array): number {
  bytes.set(name, at);
  return at + name.length;
}
