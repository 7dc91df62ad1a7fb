import { decompress } from 'lzma1';

/** What the file carries beside its script, packed and in letters (.config/one-file.cjs). */
export type PartName = 'calculation' | 'notices' | 'national';

export function carriedPart(name: PartName): Uint8Array<ArrayBuffer> {
  const letters = document.getElementById(`part-${name}`)!.textContent.trim();
  return decompress(
    Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)),
  ) as Uint8Array<ArrayBuffer>;
}

/**
 * The script of the page itself, for its workers: made within the file, since nothing may be
 * loaded.
 */
export function ownScript(): string {
  const script = document.getElementById('app')!.textContent;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
