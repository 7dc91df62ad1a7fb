/** Why a place of the appendix wants a look before the plan is used. */
export type MarkReason =
  /** A deadline that is no day, period or frequency, or only read with something it does not say. */
  | 'deadline'
  /** No unit, or one the target contradicts, or a thing counted that could not be told. */
  | 'unit'
  /** A target without a bound, with several figures, or one its sentence contradicts. */
  | 'operator'
  /** A name the register does not have, or nobody at all. */
  | 'agency'
  /** A row whose place in the table was not plain. */
  | 'row'
  /** What is measured could not be told from the words, or a task that names a figure. */
  | 'kind'
  /** A column under a heading that is not known: its cells were not read. */
  | 'column';

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
