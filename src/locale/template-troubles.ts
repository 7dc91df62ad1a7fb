/** What of a Word template was left as it stands. */
export type TemplateTroubles = Record<
  'unknown' | 'not-alone' | 'not-closed' | 'torn',
  (field: string) => string
>;
