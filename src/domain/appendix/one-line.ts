/** A cell's words in one line, verbatim: unlike `tidy` dashes stay as they were written. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}
