import {
  columnIndex,
  columnName,
  MAX_COLUMNS,
  MAX_ROWS,
  unquoteSheet,
  type Area,
} from '../../workbook/address';

/** Cells put in or taken out of a sheet, and the way the others moved. */
export interface Shift {
  kind: 'insert' | 'delete';
  /** 'rows': what is below moves; 'columns': what is to the right moves. */
  axis: 'rows' | 'columns';
  area: Area;
}

/** Where an area of the sheet stands after the shift; null when all of it was deleted. */
export function moveArea(area: Area, shift: Shift): Area | null {
  const isRows = shift.axis === 'rows';
  const across = isRows ? ([area.left, area.right] as const) : ([area.top, area.bottom] as const);
  const [first, last] = isRows
    ? ([shift.area.left, shift.area.right] as const)
    : ([shift.area.top, shift.area.bottom] as const);
  // Only what stands wholly within the moved strip moves, as in Excel.
  if (across[0] < first || across[1] > last) return area;
  const line = isRows ? ([area.top, area.bottom] as const) : ([area.left, area.right] as const);
  const cut = isRows
    ? ([shift.area.top, shift.area.bottom] as const)
    : ([shift.area.left, shift.area.right] as const);
  const moved = shift.kind === 'insert' ? insertInto(line, cut) : deleteFrom(line, cut);
  if (!moved) return null;
  const limit = (isRows ? MAX_ROWS : MAX_COLUMNS) - 1;
  if (moved[0] > limit) return null;
  const end = Math.min(moved[1], limit);
  return isRows ? { ...area, top: moved[0], bottom: end } : { ...area, left: moved[0], right: end };
}

type Line = readonly [number, number];

function insertInto([start, end]: Line, [at, last]: Line): Line {
  const count = last - at + 1;
  return [start >= at ? start + count : start, end >= at ? end + count : end];
}

function deleteFrom([start, end]: Line, [from, to]: Line): Line | null {
  if (start >= from && end <= to) return null;
  const count = to - from + 1;
  const before = (at: number, whenInside: number) =>
    at > to ? at - count : at >= from ? whenInside : at;
  return [before(start, from), before(end, from - 1)];
}

const SHEET = `(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\d_.]*)!`;
const CELLS = `(\\$?)([A-Z]{1,3})(\\$?)([1-9]\\d{0,6})(?::(\\$?)([A-Z]{1,3})(\\$?)([1-9]\\d{0,6}))?`;
const COLUMNS = `(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})`;
const ROWS = `(\\$?)([1-9]\\d{0,6}):(\\$?)([1-9]\\d{0,6})`;
const REFERENCE = new RegExp(
  `"(?:[^"]|"")*"|(?<![\\p{L}\\d_.$'!])(${SHEET})?(?:${CELLS}|${COLUMNS}|${ROWS})(?![\\p{L}\\d_.(!])`,
  'gu',
);

/** What a reference of a formula becomes: another area, null for #REF!. */
export type MoveReference = (sheetName: string | null, area: Area) => Area | null;

/**
 * A formula with every reference moved. Texts stay; "$" marks stay; a deleted reference becomes
 * #REF!.
 */
export function moveReferences(formula: string, move: MoveReference): string {
  return formula.replace(REFERENCE, (token: string, ...groups: (string | undefined)[]) => {
    const [sheet, ...parts] = groups;
    const reference = parse(parts);
    if (!reference) return token;
    const name = sheet ? unquoteSheet(sheet.slice(0, -1)) : null;
    const moved = move(name, reference.area);
    if (moved === reference.area) return token;
    // As in Excel, what was deleted loses its sheet's name too.
    return moved ? (sheet ?? '') + reference.print(moved) : '#REF!';
  });
}

function parse(parts: (string | undefined)[]): { area: Area; print(area: Area): string } | null {
  const [
    c1,
    column1,
    r1,
    row1,
    c2,
    column2,
    r2,
    row2,
    cc1,
    columns1,
    cc2,
    columns2,
    rr1,
    rows1,
    rr2,
    rows2,
  ] = parts;
  if (column1 !== undefined) {
    const left = columnIndex(column1);
    const right = column2 === undefined ? left : columnIndex(column2);
    if (left === null || right === null) return null;
    const area = { top: Number(row1) - 1, left, bottom: Number(row2 ?? row1) - 1, right };
    const isOne = column2 === undefined;
    return {
      area,
      print: (to) => {
        const first = `${c1}${columnName(to.left)}${r1}${to.top + 1}`;
        return isOne ? first : `${first}:${c2}${columnName(to.right)}${r2}${to.bottom + 1}`;
      },
    };
  }
  if (columns1 !== undefined) {
    const left = columnIndex(columns1);
    const right = columnIndex(columns2!);
    if (left === null || right === null) return null;
    return {
      area: { top: 0, left, bottom: MAX_ROWS - 1, right },
      print: (to) => `${cc1}${columnName(to.left)}:${cc2}${columnName(to.right)}`,
    };
  }
  if (rows1 === undefined) return null;
  return {
    area: { top: Number(rows1) - 1, left: 0, bottom: Number(rows2) - 1, right: MAX_COLUMNS - 1 },
    print: (to) => `${rr1}${to.top + 1}:${rr2}${to.bottom + 1}`,
  };
}

const BARE = `[\\p{L}_][\\p{L}\\d_.]*`;
const ANY_SHEET = `(?:'(?:[^']|'')+'|${BARE}(?::${BARE})?)!`;
const PLACE = `(?:\\$?[A-Za-z]{1,3}\\$?\\d+(?::\\$?[A-Za-z]{1,3}\\$?\\d+)?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d+:\\$?\\d+|[\\p{L}\\p{M}\\d_.]+)?`;
const OF_SHEET = new RegExp(`"(?:[^"]|"")*"|(${ANY_SHEET})(${PLACE})`, 'gu');

/**
 * The formula after a sheet has a new name (null: it was deleted, its references are #REF!); ends
 * of a 3-D reference too.
 */
export function renameSheetIn(formula: string, before: string, after: string | null): string {
  if (!formula.includes('!')) return formula;
  const wanted = before.toLowerCase();
  return formula.replace(
    OF_SHEET,
    (token: string, sheet: string | undefined, place: string | undefined) => {
      if (sheet === undefined) return token;
      const names = unquoteSheet(sheet.slice(0, -1)).split(':');
      if (!names.some((name) => name.toLowerCase() === wanted)) return token;
      if (after === null) return '#REF!';
      const renamed = names.map((name) => (name.toLowerCase() === wanted ? after : name));
      return `${quoted(renamed)}!${place ?? ''}`;
    },
  );
}

function quoted(names: readonly string[]): string {
  const needsNone = names.every(
    (name) => /^[A-Za-z_][A-Za-z\d_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name),
  );
  return needsNone ? names.join(':') : `'${names.join(':').replace(/'/g, "''")}'`;
}

/** The formula after a table, or one of its columns, has a new name. */
export function renameTableIn(formula: string, before: string, after: string): string {
  return formula.replace(
    /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{M}\d_.\\]*)(?=\[)/gu,
    (token: string, name: string | undefined) =>
      name !== undefined && name.toLowerCase() === before.toLowerCase() ? after : token,
  );
}

export function renameColumnIn(
  formula: string,
  table: string,
  before: string,
  after: string,
): string {
  return formula.replace(
    /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{M}\d_.\\]*)\[([^[\]]*)\]/gu,
    (token: string, name?: string, column?: string) =>
      name?.toLowerCase() === table.toLowerCase() && column?.toLowerCase() === before.toLowerCase()
        ? `${name}[${after}]`
        : token,
  );
}
