import { annotated } from '../app/annotate';
import type { CheckedFile } from '../domain/submission/submission';
import { openToShow, type Loading } from '../intake/open-received';
import { findingSentence } from '../locale/sentence';
import { writeWorkbook } from '../xlsx/write/workbook';
import { FIRST } from '../locale/first-language';

/**
 * The marked copy of a checked file; null where the file is too large to be shown. It goes to an
 * office: official, so Vietnamese.
 */
export async function markedCopy(
  file: CheckedFile,
  bytes: Uint8Array,
  loading: Loading,
): Promise<Uint8Array | null> {
  const opened = await openToShow(bytes, loading);
  if (!opened.ok) return null;
  return writeWorkbook(
    annotated(opened.value.workbook, file, (found) => findingSentence(found, FIRST)),
  );
}
