import type { UiTexts } from '../locale/ui-texts';

/** What went wrong in the person's words; Excel's own codes are known ones. */
export function faultSaid(error: unknown, texts: UiTexts): string {
  if (isPartMissing(error)) return texts.actNotLoaded;
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? texts.excelErrors[code] : undefined;
  return texts.failed(known ?? (error instanceof Error ? error.message : String(error)));
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
