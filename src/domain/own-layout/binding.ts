import type { Actor } from '../actor';
import type { FigureSource } from './figure-source';

/**
 * A cell of the province's own sheet and the texts that say which it is: the label of its row, the
 * headings over its column.
 */
export interface BoundPlace {
  sheet: string;
  cell: string;
  label: string;
  labelCell: string;
  /** From the highest heading to the lowest, {@link JOINT} between; its cell is the lowest's. */
  heading: string;
  headingCell: string;
}

export interface Proposed extends BoundPlace {
  source: FigureSource;
}

/** What a person confirmed. */
export type Binding = Proposed & Actor;

export const JOINT = ' › ';

/** Of one cell there is one binding. */
export function cellKey({ sheet, cell }: Pick<BoundPlace, 'sheet' | 'cell'>): string {
  return `${sheet.normalize('NFC').toLowerCase()}!${cell.toUpperCase()}`;
}
