import type { FirstTexts } from '../locale/ui-texts';

/** What went wrong in the person's words; Excel's own codes are known ones. */
export function faultSaid(error: unknown, texts: FirstTexts): string {
  if (isPartMissing(error)) return texts.actNotLoaded;
  return texts.failed(
    excelSaid(error, texts) ?? (error instanceof Error ? error.message : String(error)),
  );
}

/** Excel's own words are English: a code without a sentence of ours is named, with its place. */
function excelSaid(error: unknown, texts: FirstTexts): string | undefined {
  const { code, debugInfo } = (error ?? {}) as { code?: unknown; debugInfo?: DebugInfo };
  if (typeof code !== 'string') return undefined;
  const place = [code, debugInfo?.errorLocation].filter(Boolean).join(', ');
  return texts.excelErrors[code] ?? texts.excelError(place);
}

interface DebugInfo {
  errorLocation?: string;
}

/**
 * Whether a part of the software that is loaded when it is wanted could not be: the network is
 * away, or a newer edition stands where this one was. The bundler and each browser have their own
 * English for it.
 */
function isPartMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'ChunkLoadError' ||
    /dynamically imported module|importing a module script/i.test(error.message)
  );
}
