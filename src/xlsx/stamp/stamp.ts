import { openZip } from '../read/zip';
import { archiveOf, type PackedEntry } from './archive';
import type { Shape } from './shape';
import { TemplatePart } from './template-part';

/** The package of one shape: most parts are packed already, some wait for their values. */
export class Stamp {
  private constructor(private readonly parts: readonly (PackedEntry | TemplatePart)[]) {}

  /**
   * Learns from the file of a twin where the values go. Null unless each is found exactly once, in
   * a place where it is known how it is written: a shape of which that cannot be said is never
   * stamped.
   */
  static learn(file: Uint8Array, shape: Shape): Stamp | null {
    const zip = openZip(file, Infinity);
    const parts: (PackedEntry | TemplatePart)[] = [];
    const found = new Set<string>();
    let count = 0;
    for (const entry of zip.entries) {
      const part = TemplatePart.learn(
        entry.name,
        new TextDecoder().decode(zip.inflate(entry, Infinity)),
      );
      if (!part) return null;
      for (const { from, index } of part.sites) found.add(`${from}${index}`);
      count += part.sites.length;
      const { name, crc, size } = entry;
      const fixed = () => ({
        name,
        crc,
        size,
        method: entry.packed.method,
        packed: zip.packed(entry).slice(),
      });
      parts.push(part.sites.length > 0 ? part : fixed());
    }
    const wanted = shape.texts.length + shape.numbers.length + shape.constants.length;
    return count === wanted && found.size === wanted ? new Stamp(parts) : null;
  }

  write(shape: Shape): Uint8Array {
    return archiveOf(
      this.parts.map((part) => (part instanceof TemplatePart ? part.fill(shape) : part)),
    );
  }
}
