/** A zip archive of entries that are packed already (APPNOTE 6.3.10, 4.3): only headers are made. */

export interface PackedEntry {
  /** Plain ASCII, as the names of parts are. */
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

export function archiveOf(entries: readonly PackedEntry[]): Uint8Array {
  const size = entries.reduce((sum, { name, packed }) => sum + 76 + 2 * name.length + packed.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const entry of entries) {
    starts.push(at);
    view.setUint32(at, LOCAL, true);
    at = putCommon(view, at + 4, entry);
    at = putName(bytes, at + 2, entry.name);
    bytes.set(entry.packed, at);
    at += entry.packed.length;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, VERSION, true);
    at = putCommon(view, at + 6, entry);
    view.setUint32(at + 12, starts[index], true);
    at = putName(bytes, at + 16, entry.name);
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** What both headers of an entry say, from the version to the length of the name. */
function putCommon(view: DataView, at: number, entry: PackedEntry): number {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  return at + 24;
}

function putName(bytes: Uint8Array, at: number, name: string): number {
  for (let index = 0; index < name.length; index++) bytes[at + index] = name.charCodeAt(index);
  return at + name.length;
}
