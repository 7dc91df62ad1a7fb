import { strToU8, zipSync } from 'fflate';
import { accept, refuse, type Result } from '../../domain/result';
import { RECEIVED } from '../read/limits';
import type { ReadRefusal } from '../read/package';
import { openZip } from '../read/zip';

/** Parts of .ods and .xlsb that hold cells; pictures and previews are left behind. */
const NEEDED = /(\.(xml|bin|rels)|mimetype)$/i;

/** Parts of an .ods that SheetJS insists on and a reader of cells can do without. */
const DISPENSABLE = [
  ['META-INF/manifest.xml', '<manifest:manifest/>'],
  ['styles.xml', '<office:document-styles/>'],
] as const;

/**
 * The same package made anew of what was inflated here, within bounds: no lie of its directory is
 * left for the reader after. Packed again, for SheetJS reads stored parts in place and, in a
 * damaged one, over its end.
 */
export function repacked(bytes: Uint8Array): Result<Uint8Array, ReadRefusal> {
  const zip = openZip(bytes, RECEIVED.entries);
  const parts: [string, Uint8Array][] = [];
  let left = RECEIVED.totalBytes;
  for (const entry of zip.entries) {
    if (!NEEDED.test(entry.name)) continue;
    if (entry.size > left)
      return refuse('file-too-large', { most: RECEIVED.totalBytes >> 20, of: 'MB' });
    const part = zip.inflate(entry, Math.min(left, RECEIVED.partBytes));
    left -= part.length;
    if (
      /manifest\.xml$/i.test(entry.name) &&
      /encryption-data/.test(new TextDecoder().decode(part))
    )
      return refuse('file-encrypted');
    parts.push([entry.name, part]);
  }
  const names = new Set(parts.map(([name]) => name));
  if (names.has('content.xml')) {
    for (const [name, part] of DISPENSABLE) if (!names.has(name)) parts.push([name, strToU8(part)]);
  }
  return accept(zipSync(Object.fromEntries(parts), { level: 1 }));
}
