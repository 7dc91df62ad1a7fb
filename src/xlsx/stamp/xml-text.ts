/**
 * Texts as the library writes them into the parts of a package; control characters never come here
 * (variable.ts).
 */

const SPECIAL = /[&<>\r]/g;
const WRITTEN: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' };

/** The content of an element. */
export function elementText(text: string): string {
  return text.replace(SPECIAL, (character) => WRITTEN[character]);
}

/** A string of the shared strings. A literal "_x000D_" in it stays one. */
export function sharedString(text: string): string {
  if (text === '') return '<si><t/></si>';
  const space = /^ | $|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<si><t${space}>${elementText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t></si>`;
}
