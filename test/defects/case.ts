import type { Form } from '../forms';

export interface Place {
  sheet: string;
  cell: string;
}

/**
 * A defect put into a sound form, and where it must be found; or something near it that must not
 * be.
 */
export interface DefectCase {
  /** The variant in words. */
  name: string;
  /**
   * Spoils the form in place, at the row that is picked; gives where the finding must stand, null
   * for the whole file.
   */
  spoil(form: Form, pick: number): Place | null;
  /** A borderline: the code must not be found. */
  silent?: true;
  base?: Base;
  /**
   * Programs that take the defect away, or put another in its place, when they save the file:
   * nothing can be found then.
   */
  lostBy?: readonly string[];
  /** Other codes of errors and warnings that rightly come with it. */
  also?: readonly string[];
}

/**
 * `month`: indicators, tasks and Biểu II.06a of a commune with the figures before; `linked`: a plan
 * that asks one figure twice; `chosen`: one with decimals and sign chosen; `before-day`: a task due
 * “trước ngày …”; `waiting`: a second quarter, with minutes and visits; `counts`: one that asks for
 * counts, which have no parts.
 */
export type Base = 'month' | 'linked' | 'chosen' | 'before-day' | 'waiting' | 'counts';

/** Where a column of an indicator's row stands. */
export function at(form: Form, code: string, column: Parameters<Form['cell']>[1]): Place {
  return form.row(code).place(column);
}
