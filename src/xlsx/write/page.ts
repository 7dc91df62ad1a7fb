import type { WriteSheet } from 'hucre/xlsx';
import type { PageSetup } from '../../workbook/sheet';

const MM_PER_INCH = 25.4;

export function toPageSetup(page: PageSetup): WriteSheet['pageSetup'] {
  const inches = (mm: number) => Number((mm / MM_PER_INCH).toFixed(3));
  const { top, bottom, left, right } = page.margins;
  return {
    paperSize: 'a4',
    orientation: page.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: page.pagesWide ?? 1,
    fitToHeight: 0,
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
