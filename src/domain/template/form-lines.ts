/**
 * What stands in the rows under the headings of a form, in their order: known to whoever writes a
 * form and whoever reads it back.
 */
export interface FormLine {
  /** `input` and `sum` rows have a code. */
  kind: 'title' | 'input' | 'definition' | 'sum';
  code: string;
  /** What the column of names says. */
  text: string;
}
