/**
 * What one file may cost, decided before anything is inflated or parsed: a received file is hostile
 * until it has been read.
 */
export interface Limits {
  fileBytes: number;
  /** Entries of the zip directory. */
  entries: number;
  /** Inflated bytes of one part, and of all parts that are read. */
  partBytes: number;
  totalBytes: number;
  /**
   * Bytes of a part that is read as text: cells are read from bytes, rules, styles, names and odd
   * encodings are not.
   */
  textBytes: number;
  sheets: number;
  /** Cells that hold something, over all sheets. */
  cells: number;
  /** Texts of the table that cells share. */
  strings: number;
  /** Letters of the texts of all cells; a text that cells share counts once. */
  letters: number;
  /** Merged areas of one sheet. */
  merges: number;
}

const MB = 1 << 20;

/** A form somebody sent: a few hundred cells; with working sheets beside it some thousands. */
export const RECEIVED: Limits = {
  fileBytes: 32 * MB,
  entries: 5000,
  partBytes: 64 * MB,
  totalBytes: 96 * MB,
  textBytes: 16 * MB,
  sheets: 500,
  cells: 200_000,
  strings: 500_000,
  letters: 16_000_000,
  merges: 100_000,
};

/**
 * A received file that is looked at, or marked for its sender, where people wait for it; a form
 * takes a hundredth of this.
 */
export const SHOWN: Limits = {
  ...RECEIVED,
  partBytes: 16 * MB,
  totalBytes: 24 * MB,
  cells: 50_000,
};

/** The appendix of a decision: tables of texts, of which half of this is read at most. */
export const APPENDIX: Limits = { ...RECEIVED, letters: 6_000_000 };

/** A workbook of ours (plan, ledger, report) or one a person opens to work on. */
export const OWN: Limits = {
  ...RECEIVED,
  fileBytes: 64 * MB,
  partBytes: 192 * MB,
  totalBytes: 384 * MB,
  textBytes: 192 * MB,
  cells: 4_000_000,
  strings: 4_000_000,
  letters: 200_000_000,
};

/** Excel's own bound on the text of a cell. */
export const CELL_TEXT = 32_767;
