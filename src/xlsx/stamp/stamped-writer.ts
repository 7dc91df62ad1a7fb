import type { Workbook } from '../../workbook/workbook';
import { shapeOf } from './shape';
import { Stamp } from './stamp';
import { twinOf } from './twin';

type Write = (workbook: Workbook) => Promise<Uint8Array>;

/** Shapes that are remembered at a time, those used last. */
const REMEMBERED = 20;

/**
 * A writer with a memory: the first workbook of a shape is laid out by the library with tokens for
 * its values; from then on only the parts are packed again in which a value is another one. What
 * comes out reads as the file that `write` gives, whatever the workbook is, and the same workbook
 * always gives the same bytes, whatever was written before.
 */
export function stampedWriter(write: Write): Write {
  const stamps = new Map<string, Promise<Stamp | null>>();
  return async (workbook) => {
    const shape = shapeOf(workbook);
    if (!shape) return write(workbook);
    // What cannot be written with tokens is not stamped; why, it says itself when it is written.
    const learning =
      stamps.get(shape.key) ??
      write(twinOf(workbook, shape)).then(
        (file) => Stamp.learn(file, shape),
        () => null,
      );
    stamps.delete(shape.key);
    stamps.set(shape.key, learning);
    if (stamps.size > REMEMBERED) stamps.delete(stamps.keys().next().value!);
    return (await learning)?.write(shape) ?? write(workbook);
  };
}
