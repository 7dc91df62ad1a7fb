import { openReceived } from '../intake/open-received';
import { findingSentence } from '../locale/sentence';
import type { Language } from '../locale/language';
import type { OneFileTexts } from '../locale/one-file-texts';
import { finding } from '../domain/finding/finding';
import { lossSentence } from '../workbench';
import { readForEditing } from '../xlsx/read/for-editing';
import type { Workbook } from '../workbook/workbook';

export type OpenedFile =
  | { workbook: Workbook; losses: string[]; isOld: boolean }
  | { refusal: string };

/**
 * A file to be worked in: whole, with what saving would lose; one of an old kind as far as it tells
 * what it holds.
 */
export async function openFile(
  bytes: Uint8Array,
  texts: OneFileTexts,
  language: Language,
): Promise<OpenedFile> {
  const opened = readForEditing(bytes);
  if (opened.ok) {
    const { workbook, losses } = opened.value;
    return { workbook, losses: losses.map((loss) => lossSentence(loss, language)), isOld: false };
  }
  const old =
    opened.refusal.code === 'file-old-format' ? await openReceived(bytes, undefined, null) : opened;
  if (!old.ok) {
    const { code, facts } = old.refusal;
    return { refusal: findingSentence(finding(code, null, facts as never), language) };
  }
  return {
    workbook: old.value.workbook,
    losses: [texts.oldKind(String(old.value.converted))],
    isOld: true,
  };
}
