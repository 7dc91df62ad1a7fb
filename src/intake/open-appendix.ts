import type { Opened } from '../app/check-file';
import { readWord, wordPart } from '../xlsx/word/read';
import { openReceived } from './open-received';

/** Opens the appendix of a decision, whole: a workbook of any kind somebody may send, or the decision itself as a .docx. */
export async function openAppendix(bytes: Uint8Array): Promise<Opened & { isWord: boolean }> {
  if (wordPart(bytes) === null) return { ...(await openReceived(bytes, undefined, null)), isWord: false };
  const read = readWord(bytes);
  return read.ok
    ? { ok: true, value: { workbook: read.value, converted: null }, isWord: true }
    : { ...read, isWord: true };
}
