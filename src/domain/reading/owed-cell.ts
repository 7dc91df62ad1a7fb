import { finding, type Finding } from '../finding/finding';

/**
 * A cell a form asks to be filled, and whether it is blank. What is said of blank cells and how far
 * a form is filled both come from here. A note, a result in words, a line of a list nobody needed
 * are owed by nobody; a word beside a cell may fill it too ("Không phát sinh").
 */
export interface OwedCell {
  sheet: string;
  cell: string;
  isBlank: boolean;
}

/** Each blank one at its cell. */
export function blankFindings(owed: readonly OwedCell[]): Finding[] {
  return owed
    .filter(({ isBlank }) => isBlank)
    .map(({ sheet, cell }) => finding('blank', { sheet, cell }, {}));
}
