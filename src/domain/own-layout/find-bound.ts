import { lastOf } from '../../known/known';
import { cellName, parseCell, type Position } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { JOINT, type BoundPlace } from './binding';
import { headingKey } from './period-named';
import { headingOver, labelKey, textAt } from './texts-over';

/** Where a bound cell stands now, by the texts that identify it. */
export type Found =
  /** With the heading as it reads now: the period it names may be another. */
  | { state: 'stands'; heading: string }
  /** Both texts are found once, elsewhere: the place they give now. */
  | { state: 'moved'; place: BoundPlace }
  | { state: 'missing' | 'ambiguous'; what: 'label' | 'heading' };

/**
 * Looks for bound cells in a sheet as it is now. A cell is where the row of its label meets the
 * column of its heading; a text that stands twice identifies nothing, so nothing is ever guessed.
 */
export function boundFinder(sheet: Sheet): (place: BoundPlace) => Found {
  const labels = indexOf(sheet, labelKey);
  const headings = indexOf(sheet, headingKey);

  /** The nearest row over the label that has the heading. */
  const headingOf = (place: BoundPlace, label: Position): Position | 'missing' | 'ambiguous' => {
    const own = lastOf(place.heading.split(JOINT));
    const over = (headings.get(headingKey(own)) ?? []).filter(
      ({ row, column }) =>
        row < label.row &&
        column !== label.column &&
        headingKey(headingOver(sheet, label.column, row, column)) === headingKey(place.heading),
    );
    const nearest = Math.max(...over.map(({ row }) => row));
    const there = over.filter(({ row }) => row === nearest);
    if (there.length === 0) return 'missing';
    return there.length === 1 ? there[0] : 'ambiguous';
  };

  return (place) => {
    const named = labels.get(labelKey(place.label)) ?? [];
    if (named.length === 0) return { state: 'missing', what: 'label' };
    const pairs = named.map((label) => ({ label, heading: headingOf(place, label) }));
    const under = pairs.filter(({ heading }) => heading !== 'missing');
    if (under.length === 0) return { state: 'missing', what: 'heading' };
    const stood = parseCell(place.labelCell);
    const isStanding = under.some(({ label }) => isSame(label, stood));
    // A title or a signature elsewhere may say the same; in the labels' own column it may not.
    const candidates = isStanding
      ? under.filter(({ label }) => label.column === stood!.column)
      : under;
    if (candidates.length > 1) return { state: 'ambiguous', what: 'label' };
    const { label, heading } = candidates[0];
    if (typeof heading === 'string') return { state: 'ambiguous', what: 'heading' };
    const now: BoundPlace = {
      ...place,
      cell: cellName(label.row, heading.column),
      labelCell: cellName(label.row, label.column),
      headingCell: cellName(heading.row, heading.column),
    };
    const stands =
      isSame({ row: label.row, column: heading.column }, parseCell(place.cell)) &&
      isStanding &&
      isSame(heading, parseCell(place.headingCell));
    return stands
      ? { state: 'stands', heading: headingOver(sheet, label.column, heading.row, heading.column) }
      : { state: 'moved', place: now };
  };
}

function isSame(a: Position, b: Position | null): boolean {
  return b !== null && a.row === b.row && a.column === b.column;
}

function indexOf(sheet: Sheet, key: (text: string) => string): Map<string, Position[]> {
  const index = new Map<string, Position[]>();
  for (const [row, cells] of sheet.rows) {
    for (const column of cells.keys()) {
      const text = textAt(sheet, row, column);
      if (text === '') continue;
      const at = index.get(key(text));
      if (at) at.push({ row, column });
      else index.set(key(text), [{ row, column }]);
    }
  }
  return index;
}
