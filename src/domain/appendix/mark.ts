/** Why a place of the appendix wants a look before the plan is used. */
export type MarkReason =
  /**
   * A deadline that is no day, period or frequency, or only read with something it does not say.
   */
  | 'deadline'
  /** No unit, or one the target contradicts, or a thing counted that could not be told. */
  | 'unit'
  /** A target without a bound, with several figures, or one its sentence contradicts. */
  | 'operator'
  /** An indicator to which the table gives no figure. */
  | 'no-target'
  /** A name the register does not have, or nobody at all. */
  | 'agency'
  /** A row whose place in the table was not plain. */
  | 'row'
  /** What is measured could not be told from the words, or a task that names a figure. */
  | 'kind'
  /** A column under a heading that is not known: its cells were not read. */
  | 'column'
  /** A column whose heading is not known and whose cells tell what it is. */
  | 'guessed-column'
  /** A row that may be a heading of the rows below it or ask for something itself. */
  | 'heading'
  /** A section that says more than its title. */
  | 'section-figure'
  /** An owner or a deadline that only the heading above says. */
  | 'inherited'
  /** A row with a figure to reach and a product to bring about: kept as both. */
  | 'both'
  /** What a task must reach has no column in a plan, and holds a figure. */
  | 'result'
  /** "28 - 30": two bounds. */
  | 'range'
  /** "Giảm 0,5": a change against a figure of before. */
  | 'relative'
  /** Several figures of one indicator, each for its part of the year. */
  | 'milestone'
  /** A figure under a heading that names no time of the plan's year. */
  | 'time'
  /** "Mỗi xã", "100% số xã": each unit, or how many units. */
  | 'each-unit'
  /** A rank or an index that several agencies would report. */
  | 'one-owner'
  /** A number that a few offices are named for: each its own part, or one figure of them all. */
  | 'several-owners'
  /** The same row in two tables of the decision, and not alike. */
  | 'same-row'
  /** How often a row is reported, where it is not the plan's schedule. */
  | 'schedule';

export interface AppendixMark {
  sheet: string;
  cell: string;
  /** Code of the plan row it became, "" if none. */
  code: string;
  /** Column of the plan table. */
  heading: string;
  table: 'indicators' | 'targets' | 'tasks';
  found: string;
  why: MarkReason;
}
