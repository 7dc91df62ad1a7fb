import { partText } from './writable';

/** The part of a package that says what it is called, who made it and when. */
export const CORE = 'docProps/core.xml';

/** The same document gives the same bytes: files carry this moment instead of the clock's. */
const FIXED_MOMENT = '2024-01-01T00:00:00Z';

export function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${partText(title)}</dc:title><dc:creator>Tổng Hợp</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${FIXED_MOMENT}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${FIXED_MOMENT}</dcterms:modified></cp:coreProperties>`
  );
}
