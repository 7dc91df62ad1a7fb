import { MAX_COLUMNS, MAX_ROWS, parseArea, unquoteSheet, type Area } from '../../workbook/address';
import { invalidArgument } from './errors';

/** Excel accepts addresses up to 8,192 characters. */
const ADDRESS_LENGTH = 8192;

/**
 * An address of one sheet ("B2", "B2:D9", "B:D", "2:9", with "$" and with or without a sheet's
 * name); else InvalidArgument.
 */
export function areaOf(address: unknown, location: string): Area {
  if (typeof address !== 'string' || address.length > ADDRESS_LENGTH)
    throw invalidArgument(location);
  const bare = address
    .trim()
    .replace(/^(?:'(?:[^']|'')*'|[^!']+)!/, '')
    .replace(/\$/g, '');
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(bare);
  const rows = /^(\d+):(\d+)$/.exec(bare);
  const found = columns
    ? parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`)
    : rows
      ? parseArea(`A${rows[1]}:XFD${rows[2]}`)
      : parseArea(bare);
  if (!found) throw invalidArgument(location);
  return found;
}

/** The sheet an address names ("'Sở A'!B2" → "Sở A"); null when it names none. */
export function sheetNamedIn(address: string): string | null {
  const written = /^('(?:[^']|'')*'|[^!']+)!/.exec(address)?.[1];
  return written === undefined ? null : unquoteSheet(written);
}

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

/** The range a formula such as 'Sheet'!$A$1:$B$2 stands for, or null. */
export function parseReference(
  formula: string,
): { sheetName: string | null; address: string } | null {
  const match =
    /^(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)$/u.exec(
      formula,
    );
  if (!match) return null;
  return { sheetName: match[1] === undefined ? null : unquoteSheet(match[1]), address: match[2] };
}

/** Takes an area out of rules: what reaches further is cut into the parts that stay. */
export function cutOut<T extends { area: Area }>(rules: T[], hole: Area): void {
  const kept = rules.flatMap((one) => (overlaps(one.area, hole) ? partsOutside(one, hole) : [one]));
  rules.splice(0, rules.length, ...kept);
}

function partsOutside<T extends { area: Area }>(one: T, hole: Area): T[] {
  const { top, bottom, left, right } = one.area;
  const parts = [
    { top, bottom: hole.top - 1, left, right },
    { top: hole.bottom + 1, bottom, left, right },
    {
      top: Math.max(top, hole.top),
      bottom: Math.min(bottom, hole.bottom),
      left,
      right: hole.left - 1,
    },
    {
      top: Math.max(top, hole.top),
      bottom: Math.min(bottom, hole.bottom),
      left: hole.right + 1,
      right,
    },
  ];
  return parts
    .filter((part) => part.top <= part.bottom && part.left <= part.right)
    .map((area) => ({ ...one, area }));
}
