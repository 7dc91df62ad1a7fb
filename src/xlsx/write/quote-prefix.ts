import type { CellStyle } from 'hucre/xlsx';

/**
 * Text that Excel would take for a formula as soon as somebody goes into the cell and out again. It
 * is written with the mark a person makes by an apostrophe (quotePrefix, ECMA-376 Part 1, 18.8.45),
 * so that it stays the text it is.
 */
export function wantsPrefix(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

/**
 * The library cannot say it; it stands for it a reading order, which no look of ours has, until the
 * styles are finished.
 */
export function prefixed(style: CellStyle | undefined): CellStyle {
  return { ...style, alignment: { ...style?.alignment, readingOrder: 'context' } };
}

/** The styles with the mark itself in the place of what stood for it. */
export function withPrefixMarks(styles: string): string {
  return styles.replace(
    /<xf ([^>]*)>(<alignment [^>]*?) ?readingOrder="0"/g,
    '<xf $1 quotePrefix="1">$2',
  );
}
