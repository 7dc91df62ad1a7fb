import { unzipSync } from 'fflate';
import { accept, refuse, type Result, type Refusal } from '../../domain/result';

/** The parts of an .xlsx package that we read, inflated; everything else is never inflated. */
export interface Package {
  part(path: string): string | null;
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
  | 'file-not-a-workbook'
  | 'file-old-format';

export type ReadRefusal = Refusal<ReadRefusalCode>;

/** Received files are hostile: what one may cost is bounded before anything is inflated. */
export const LIMITS = {
  fileBytes: 64 << 20,
  partBytes: 96 << 20,
  totalBytes: 192 << 20,
  entries: 5000,
};

const WANTED =
  /^(\[content_types\]\.xml|_rels\/|docprops\/custom\.xml|xl\/[^/]+\.xml|xl\/_rels\/|xl\/worksheets\/[^/]+\.xml|mimetype$|content\.xml$)/;

/** What reading for editing needs besides: rules, notes, tables and charts hang on parts of their own. */
const WANTED_FOR_EDITING =
  /^xl\/(worksheets\/_rels\/|tables\/|comments[^/]*\.xml|drawings\/[^/]*\.xml$|drawings\/_rels\/|charts\/chart[^/]*\.xml)/;

class TooLarge extends Error {}
class Duplicate extends Error {}

export function openPackage(bytes: Uint8Array, forEditing = false): Result<Package, ReadRefusal> {
  const names = new Set<string>();
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        const name = partName(file.name);
        if (names.has(name)) throw new Duplicate(name);
        names.add(name);
        if (names.size > LIMITS.entries) throw new TooLarge('entries');
        if (!WANTED.test(name) && !(forEditing && WANTED_FOR_EDITING.test(name))) return false;
        total += file.originalSize;
        if (file.originalSize > LIMITS.partBytes || total > LIMITS.totalBytes) throw new TooLarge(name);
        return true;
      },
    });
    const parts = new Map(Object.entries(files).map(([name, data]) => [partName(name), data]));
    return accept({
      names,
      has: (path) => names.has(partName(path)),
      part: (path) => {
        const data = parts.get(partName(path));
        return data ? decode(data) : null;
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file-too-large', { limit: `${LIMITS.totalBytes >> 20} MB` });
    return refuse('file-damaged');
  }
}

function partName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function decode(data: Uint8Array): string {
  const bom = data.length > 1 ? (data[0] << 8) | data[1] : 0;
  if (bom === 0xfffe) return new TextDecoder('utf-16le').decode(data);
  if (bom === 0xfeff) return new TextDecoder('utf-16be').decode(data);
  return new TextDecoder('utf-8').decode(data);
}
