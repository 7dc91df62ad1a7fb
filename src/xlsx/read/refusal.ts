import type { Limits } from './limits';
import type { ReadRefusal } from './package';
import { TooManyCells } from './rows';
import { TooManyLetters, TooManyStrings } from './shared-strings';
import { TooManyMerges } from './sheet';
import { TooMuchText } from './text-encoding';
import { MalformedXml } from './xml';
import { NotPlain } from './xml-bytes';
import { DamagedZip, EncryptedZip, TooLargeZip } from './zip';

/** What a file did wrong, as its refusal; null for a fault of ours. */
export function refusalOf(error: unknown, limits: Limits): ReadRefusal | null {
  const tooLarge = (most: number, of: string): ReadRefusal => ({
    code: 'file-too-large',
    facts: { most, of },
  });
  if (error instanceof TooLargeZip) return tooLarge(limits.totalBytes >> 20, 'MB');
  if (error instanceof TooManyCells) return tooLarge(limits.cells, 'cells');
  if (error instanceof TooManyStrings) return tooLarge(limits.strings, 'strings');
  if (error instanceof TooManyLetters) return tooLarge(limits.letters, 'letters');
  if (error instanceof TooManyMerges) return tooLarge(limits.merges, 'merges');
  if (error instanceof TooMuchText) return tooLarge(limits.textBytes >> 20, 'MB');
  if (error instanceof EncryptedZip) return { code: 'file-encrypted', facts: {} };
  // What could not even be made plain is no XML that anybody writes.
  if (error instanceof DamagedZip || error instanceof MalformedXml || error instanceof NotPlain)
    return { code: 'file-damaged', facts: {} };
  return null;
}
