import { deflateSync } from 'fflate';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { FieldValue } from '../document/field';
import { crc32 } from '../xlsx/read/crc32';
import { SHOWN } from '../xlsx/read/limits';
import type { ReadRefusal } from '../xlsx/read/package';
import { refusalOf } from '../xlsx/read/refusal';
import { decodePart } from '../xlsx/read/text-encoding';
import { openZip, type Zip } from '../xlsx/read/zip';
import { sniff } from '../xlsx/sniff';
import { archiveOf } from '../xlsx/stamp/archive';
import {
  fieldName,
  fieldsIn,
  fillPart,
  tornIn,
  type Filling,
  type TemplateTrouble,
} from './fill-part';
import { bodyOf } from './write';

/**
 * A template is a Word file somebody gives us: what can be wrong with a received file can be wrong
 * with it too.
 */
export type TemplateRefusal =
  | ReadRefusal
  | Refusal<'word-template-macros' | 'word-template-not-docx'>;

const LIMITS = SHOWN;
/**
 * What people write in: the text itself, heads and feet, notes under and after it. Text boxes stand
 * in one of these.
 */
const TEXT = /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/i;

/** The fields a template asks for, each once, as they stand between the braces. */
export function templateFields(bytes: Uint8Array): Result<AskedFields, TemplateRefusal> {
  const all = (parts: readonly Part[], of: (xml: string) => string[]) => [
    ...new Set(parts.flatMap(({ xml }) => of(xml))),
  ];
  return within(bytes, (parts) =>
    accept({ fields: all(parts, fieldsIn), torn: all(parts, tornIn) }),
  );
}

interface AskedFields {
  fields: string[];
  /** Braces without their partners, with what stands beside them. */
  torn: string[];
}

/** What of a report a template asks for, and what it asks for in vain. */
export interface FilledTemplate {
  bytes: Uint8Array;
  troubles: TemplateTrouble[];
}

/**
 * Fills a template. Parts without a field stay packed as they are; of the others, only fields
 * change.
 */
export async function fillTemplate(
  bytes: Uint8Array,
  valueOf: (name: string) => FieldValue | undefined,
): Promise<Result<FilledTemplate, TemplateRefusal>> {
  const asked = templateFields(bytes);
  if (!asked.ok) return asked;
  const fillings = new Map<string, Filling>();
  for (const name of asked.value.fields.map(fieldName)) {
    if (name === null || fillings.has(name)) continue;
    const value = valueOf(name);
    // Blocks are laid out before any part is touched: the library makes them in its own time.
    fillings.set(
      name,
      value?.kind === 'blocks' ? { kind: 'xml', xml: await bodyOf(value.blocks) } : (value ?? null),
    );
  }
  return within(bytes, (parts, zip) => {
    const troubles: TemplateTrouble[] = [];
    const changed = new Map<string, Uint8Array>();
    for (const { name, xml } of parts) {
      const filled = fillPart(xml, (field) => fillings.get(field) ?? null);
      troubles.push(...filled.troubles);
      if (filled.xml !== xml) changed.set(name, new TextEncoder().encode(asUtf8(filled.xml)));
    }
    return accept({ bytes: packed(zip, changed), troubles: unique(troubles) });
  });
}

interface Part {
  name: string;
  xml: string;
}

function within<T>(
  bytes: Uint8Array,
  work: (parts: Part[], zip: Zip) => Result<T, TemplateRefusal>,
): Result<T, TemplateRefusal> {
  if (bytes.length > LIMITS.fileBytes)
    return refuse('file-too-large', { most: LIMITS.fileBytes >> 20, of: 'MB' });
  if (sniff(bytes) !== 'package') return refuse('word-template-not-docx');
  try {
    const zip = openZip(bytes, LIMITS.entries);
    if (zip.entries.some(({ packed: { isEncrypted } }) => isEncrypted))
      return refuse('file-encrypted');
    // Two parts of one name: programs differ in which they read.
    if (new Set(zip.entries.map(({ name }) => name.toLowerCase())).size < zip.entries.length)
      return refuse('file-damaged');
    let left = LIMITS.totalBytes;
    const read = (entry: Zip['entries'][number]) => {
      const part = zip.inflate(entry, Math.min(LIMITS.partBytes, left));
      left -= part.length;
      return decodePart(part, LIMITS.textBytes);
    };
    const types = zip.entries.find(({ name }) => name === '[Content_Types].xml');
    const said = types ? read(types) : '';
    if (
      /macroEnabled/i.test(said) ||
      zip.entries.some(({ name }) => /vbaproject|vbadata/i.test(name))
    )
      return refuse('word-template-macros');
    // A .dotx saved under another name is no document to Word.
    if (!said.includes('wordprocessingml.document.main+xml'))
      return refuse('word-template-not-docx');
    const parts = zip.entries
      .filter(({ name }) => TEXT.test(name))
      .map((entry) => ({ name: entry.name, xml: read(entry) }));
    return work(parts, zip);
  } catch (error) {
    const expected = refusalOf(error, LIMITS);
    if (expected) return { ok: false, refusal: expected };
    throw error;
  }
}

function packed(zip: Zip, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return archiveOf(
    zip.entries.map((entry) => {
      const { name, crc, size } = entry;
      const bytes = changed.get(name);
      if (!bytes)
        return { name, crc, size, method: entry.packed.method, packed: zip.packed(entry) };
      return { name, crc: crc32(bytes), size: bytes.length, method: 8, packed: deflateSync(bytes) };
    }),
  );
}

/** What was written in another encoding says so no longer. */
function asUtf8(xml: string): string {
  return xml.replace(
    /^\ufeff?(<\?xml[^>]*?)\s+encoding\s*=\s*("[^"]*"|'[^']*')/,
    '$1 encoding="UTF-8"',
  );
}

function unique(troubles: readonly TemplateTrouble[]): TemplateTrouble[] {
  const seen = new Map(troubles.map((one) => [`${one.kind} ${one.field}`, one]));
  return [...seen.values()];
}
