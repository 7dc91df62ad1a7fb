/** What a file holds that saving again would not write. */
export type LossKind =
  | 'macros'
  | 'pivot-tables'
  | 'pictures'
  | 'charts'
  | 'shapes'
  | 'external-links'
  | 'threaded-comments'
  | 'form-controls'
  | 'embedded-objects'
  | 'slicers'
  | 'queries'
  | 'custom-xml'
  | 'sparklines'
  | 'hyperlinks'
  | 'rich-text'
  | 'conditional-formats'
  | 'filters'
  | 'outlines'
  | 'theme-colours'
  | 'workbook-protection'
  | 'sheet-passwords';

export interface Loss {
  kind: LossKind;
  count: number;
  /** The sheets it is on, where that is known. */
  sheets: string[];
}
