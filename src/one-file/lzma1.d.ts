/**
 * What is used of lzma1: the package points TypeScript at its sources, which are not written to our
 * settings (tsconfig.json, paths).
 */
export function decompress(packed: Uint8Array): Uint8Array;
