import type { Sheet } from '../../workbook/sheet';
import type { Attribute } from './xml';

const MM_PER_INCH = 25.4;
/** Excel's own margins where a file says nothing (ECMA-376 Part 1, 18.3.1.62). */
const DEFAULT = { top: 19.05, bottom: 19.05, left: 17.78, right: 17.78 };

/**
 * A page that somebody, or this software, has begin with a row or a column (manualBreak); those a
 * program reckoned itself it reckons anew.
 */
export function readBreak(
  { page }: Sheet,
  of: 'rowBreaks' | 'colBreaks',
  attribute: Attribute,
): void {
  const first = Number(attribute('id'));
  if (!page || attribute('man') !== '1' || !(first > 0)) return;
  const all = of === 'rowBreaks' ? (page.rowBreaks ??= []) : (page.columnBreaks ??= []);
  // There are no more in a file (ECMA-376 Part 1, 18.3.1.14), and nobody prints as many pages.
  if (all.length < MOST_BREAKS) all.push(first);
}
const MOST_BREAKS = 1023;

/**
 * Print set-up from pageMargins and pageSetup; of a sheet fitted to pages the scale means nothing.
 */
export function readPage(sheet: Sheet, tag: string, attribute: Attribute, isFitted: boolean): void {
  const page = (sheet.page ??= { landscape: false, margins: { ...DEFAULT } });
  if (tag === 'pageSetup') {
    page.landscape = attribute('orientation') === 'landscape';
    const wide = Number(attribute('fitToWidth') ?? 1);
    if (wide > 1) page.pagesWide = wide;
    const scale = Number(attribute('scale'));
    if (!isFitted && scale >= 10 && scale <= 400) page.scale = scale;
    const first = Number(attribute('firstPageNumber'));
    if (attribute('useFirstPageNumber') === '1' && first >= 0) page.firstPageNumber = first;
    return;
  }
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const inches = Number(attribute(side));
    if (attribute(side) !== undefined && inches >= 0)
      page.margins[side] = Math.round(inches * MM_PER_INCH * 10) / 10;
  }
}
