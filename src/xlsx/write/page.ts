import type { WriteSheet } from 'hucre/xlsx';
import type { PageSetup } from '../../workbook/sheet';

const MM_PER_INCH = 25.4;

/** Excel looks at page breaks where a sheet is not fitted to pages. */
function isScaled({ scale, pagesWide = 1, columnBreaks = [] }: PageSetup): boolean {
  return scale !== undefined && (pagesWide === 1 || columnBreaks.length > 0);
}

/** The last row of each page but the last, as the library takes it. */
export function toRowBreaks(page: PageSetup | null): number[] | undefined {
  return page && isScaled(page) ? page.rowBreaks?.map((row) => row - 1) : undefined;
}

/** The last column of each page but the last. */
export function toColumnBreaks(page: PageSetup | null): number[] | undefined {
  return page && isScaled(page) ? page.columnBreaks?.map((column) => column - 1) : undefined;
}

export function toPageSetup(page: PageSetup): WriteSheet['pageSetup'] {
  const inches = (mm: number) => Number((mm / MM_PER_INCH).toFixed(3));
  const { top, bottom, left, right } = page.margins;
  return {
    paperSize: 'a4',
    orientation: page.landscape ? 'landscape' : 'portrait',
    ...(isScaled(page)
      ? { scale: page.scale }
      : { fitToPage: true, fitToWidth: page.pagesWide ?? 1, fitToHeight: 0 }),
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left),
      right: inches(right),
      header: 0.3,
      footer: 0.3,
    },
    horizontalCentered: true,
  };
}
