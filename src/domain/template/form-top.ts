import type { Style } from '../../workbook/cell';
import type { Sheet } from '../../workbook/sheet';
import { heightFor, LOOK } from '../page/page';
import type { FormColumn } from './columns';

/**
 * The head of a form, as statistics forms have it: which form by which document at the left, its
 * title and period in the middle, who reports to whom at the right. Three rows, so that it stays in
 * view with the headings.
 */
export interface FormTop {
  left: readonly [string, string, string];
  middle: readonly [string, string, string];
  right: readonly [string, string];
  /** The last line at the right is calculated: what is shown until then. */
  hint: { formula: string; value: string };
}

/** A part of the head, over some columns. */
export interface TopPart {
  first: number;
  last: number;
}

/** So many letters each part needs to be read. */
const LEAST = { left: 40, middle: 50, right: 36 };
/** A column beside the table has the width Excel gives it. */
const BESIDE = 8.43;

/** Where a table is a little too narrow for the head, its words take another line. */
const TIGHTER = [1, 0.9, 0.8, 0.7];

/**
 * Where the parts stand; the code, in the first column, is hidden. What stands beside the table is
 * not printed, so the head is as wide as the table where it can be.
 */
export function topParts(
  columns: readonly Pick<FormColumn<string>, 'width'>[],
): Record<keyof typeof LEAST, TopPart> {
  const tries = TIGHTER.map((share) => partsOf(columns, share));
  return tries.find(({ right }) => right.last < columns.length) ?? tries[0];
}

function partsOf(
  columns: readonly Pick<FormColumn<string>, 'width'>[],
  share: number,
): Record<keyof typeof LEAST, TopPart> {
  let next = 1;
  const part = (least: number): TopPart => {
    const first = next;
    let width = 0;
    while (width < least * share) width += columns[next++]?.width ?? BESIDE;
    return { first, last: next - 1 };
  };
  return { left: part(LEAST.left), middle: part(LEAST.middle), right: part(LEAST.right) };
}

/** How wide a part is; a column beside the table has a width too. */
export function widthOf(
  columns: readonly Pick<FormColumn<string>, 'width'>[],
  { first, last }: TopPart,
): number {
  let width = 0;
  for (let at = first; at <= last; at++) width += columns[at]?.width ?? BESIDE;
  return width;
}

export function writeTop(
  sheet: Sheet,
  columns: readonly Pick<FormColumn<string>, 'width'>[],
  top: FormTop,
): void {
  const parts = topParts(columns);
  const put = (row: number, part: TopPart, text: string, style: Style) => {
    sheet.put(row, part.first, text, style);
    sheet.merges.push({ top: row, bottom: row, left: part.first, right: part.last });
  };
  const looks = [
    { left: LOOK.note, middle: LOOK.title, right: LOOK.note },
    { left: LOOK.smallNote, middle: LOOK.subtitle, right: LOOK.note },
    { left: LOOK.note, middle: LOOK.mark, right: LOOK.smallNote },
  ];
  looks.forEach((look, row) => {
    put(row, parts.left, top.left[row], look.left);
    put(row, parts.middle, top.middle[row], look.middle);
    const right = top.right[row] ?? top.hint.value;
    put(row, parts.right, right, look.right);
    if (row === top.right.length)
      sheet.putFormula(row, parts.right.first, top.hint.formula, right, look.right);
    const size = (text: string, part: TopPart, style: Style) =>
      [text, widthOf(columns, part), style.fontSize ?? 12] as const;
    sheet.rowHeights.set(
      row,
      heightFor([
        size(top.left[row], parts.left, look.left),
        size(top.middle[row], parts.middle, look.middle),
        size(right, parts.right, look.right),
      ]),
    );
  });
}
