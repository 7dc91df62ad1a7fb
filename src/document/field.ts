import type { TextBlock } from './document';

/**
 * What a field of a template stands for: words within a line, blocks in place of a paragraph, or
 * whether something holds.
 */
export type FieldValue =
  | { kind: 'text'; text: string }
  | { kind: 'blocks'; blocks: TextBlock[] }
  | { kind: 'condition'; holds: boolean };
