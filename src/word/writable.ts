import { elementText } from '../xlsx/stamp/xml-text';

/** Stands around the place of a chart while a document is made; no text of a document holds it. */
export const CHART_MARK = '\ue000';

/** What XML cannot hold (XML 1.0, production 2), and what marks a chart's place, is left out. */
export function writable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000\ufffe\uffff]/g, '');
}

/** The content of an element of a part we write ourselves. */
export function partText(text: string): string {
  return elementText(writable(text));
}
