import type { Sheet } from '../../workbook/sheet';
import { LOOK } from '../page/page';
import type { Period } from '../period/period';
import type { Agency } from '../agency/agency';
import type { Plan } from '../plan/plan';

/** Parts of an indicator; of a count the denominator is 0. */
export interface Parts {
  numerator: number;
  denominator: number;
}

/**
 * By indicator: the figure of the last base period and the cumulative one before this period; null
 * where not known.
 */
export type PreviousFigures = Map<string, { last: Parts | null; cumulative: Parts | null }>;

/** What a form of one agency for one period asks and prints. */
export interface FormRequest {
  plan: Plan;
  agency: Agency;
  period: Period;
  /** Null when it is not known (no ledger): the cumulative columns stay empty rather than wrong. */
  previous: PreviousFigures | null;
  /**
   * Figures of the period before in statistics forms, by `previousFigureKey`; absent where nothing
   * is known.
   */
  previousForms?: ReadonlyMap<string, number>;
  /**
   * Whose part of the plan the form carries for its sender's check; its own agency's unless it is
   * for all.
   */
  carried?: readonly Agency[];
  /** Nothing of before can be compared: a part of another agency went over into this one. */
  isSplit?: boolean;
}

/** Where the headings of a form start, after the head of the page. */
export const HEADER_ROW = 3;
/** In forms of format 1. */
export const FORMER_HEADER_ROW = 8;

/** More rows that stay in view leave none to fill on a small screen. */
export const MOST_FROZEN = 6;

/**
 * Print area and signatures under the last row of a form; what is printed beyond `lastColumn` goes
 * on a second page beside the first, with the rows' names.
 */
export function closeForm(
  sheet: Sheet,
  row: number,
  lastColumn: number,
  lastPrinted = lastColumn,
): void {
  const right = Math.max(3, lastColumn - 3);
  sheet.put(row + 1, 2, 'Người lập biểu', LOOK.signature);
  sheet.put(row + 2, 2, '(Ký, ghi rõ họ tên)', LOOK.signatureNote);
  sheet.put(row + 1, right, 'THỦ TRƯỞNG ĐƠN VỊ', LOOK.signature);
  sheet.put(row + 2, right, '(Ký số)', LOOK.signatureNote);
  sheet.page = {
    ...sheet.page!,
    printArea: { top: 0, left: 0, bottom: row + 6, right: lastPrinted },
    ...(lastPrinted > lastColumn ? { pagesWide: 2, titleColumns: { first: 0, last: 2 } } : {}),
  };
}
