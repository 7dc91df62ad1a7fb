import type { Refusal } from '../../domain/result';
import type { Limits } from './limits';
import type { PartMemo } from './part-memo';
import { decodePart } from './text-encoding';
import { DamagedZip, openZip, type ZipEntry } from './zip';

/** The parts of an .xlsx package; one is inflated when it is asked for and never before. */
export interface Package {
  /**
   * The bytes of a part, null where there is none. Throws what zip.ts throws for a part that is
   * damaged or too large.
   */
  bytes(path: string): Uint8Array | null;
  /** The part as text. */
  part(path: string): string | null;
  /**
   * What is made of a part, once for all files that hold it to the byte; null where there is none.
   */
  parsed<T>(path: string, memo: PartMemo<T>): T | null;
  has(path: string): boolean;
  /** Every part's name, in lower case, those that are not read too. */
  readonly names: ReadonlySet<string>;
}

export type ReadRefusalCode =
  | 'file-empty'
  | 'file-encrypted'
  | 'file-damaged'
  | 'file-too-large'
  | 'file-scan'
  | 'file-archive'
  | 'file-not-a-workbook'
  | 'file-old-format';

export type ReadRefusal = Refusal<ReadRefusalCode>;

/**
 * Opens a package: names in any case, with either slash; two parts of one name are refused, for
 * programs differ in which they read.
 */
export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const zip = openZip(bytes, limits.entries);
  const entries = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    if (entry.name.endsWith('/')) continue;
    const name = partName(entry.name);
    if (entries.has(name)) throw new DamagedZip(`twice: ${name}`);
    entries.set(name, entry);
  }
  let left = limits.totalBytes;
  const counted = new Set<ZipEntry>();
  const inflate = (path: string): Uint8Array | null => {
    const entry = entries.get(partName(path));
    if (!entry) return null;
    const part = zip.inflate(
      entry,
      Math.min(limits.partBytes, counted.has(entry) ? Infinity : left),
    );
    if (!counted.has(entry)) left -= part.length;
    counted.add(entry);
    return part;
  };
  return {
    names: new Set(entries.keys()),
    has: (path) => entries.has(partName(path)),
    bytes: inflate,
    parsed: (path, memo) => {
      const entry = entries.get(partName(path));
      return entry
        ? memo.get(zip.packed(entry), entry.crc, () => decodePart(inflate(path)!, limits.textBytes))
        : null;
    },
    part: (path) => {
      const part = inflate(path);
      return part && decodePart(part, limits.textBytes);
    },
  };
}

function partName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}
