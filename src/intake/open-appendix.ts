import type { OpenedAppendix } from '../app/opened-appendix';
import { APPENDIX } from '../xlsx/read/limits';
import { readBytes } from '../xlsx/read/workbook';
import { readWord, wordPart } from '../xlsx/word/read';
import { openReceived } from './open-received';

/**
 * Opens the appendix of a decision, whole: a workbook of any kind somebody may send, or the
 * decision itself as a .docx.
 */
export async function openAppendix(bytes: Uint8Array): Promise<OpenedAppendix> {
  if (wordPart(bytes) === null) {
    const read = readBytes(bytes, (_source, { workbook }) => workbook, {
      limits: APPENDIX,
      forEditing: false,
      matters: null,
    });
    if (read.ok) return { ok: true, workbook: read.value, isWord: false };
    if (read.refusal.code !== 'file-old-format') return read;
    const opened = await openReceived(bytes, undefined, null);
    return opened.ok ? { ok: true, workbook: opened.value.workbook, isWord: false } : opened;
  }
  const read = readWord(bytes);
  return read.ok ? { ok: true, workbook: read.value, isWord: true } : read;
}
