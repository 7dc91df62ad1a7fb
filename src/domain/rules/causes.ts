import { parseCell } from '../../workbook/address';
import type { Observation } from '../submission/submission';
import type { Finding, FindingCode } from '../finding/finding';

/** The figures a rule's finding is about. */
export type About = ReadonlyMap<Finding, readonly (Observation | null)[]>;

/** Blanks of a form nobody has begun to fill. */
export const OF_BLANK: ReadonlySet<FindingCode> = new Set([
  'blank',
  'form-row-blank',
  'status-blank',
]);
/** What makes a whole row uncertain. */
const OF_ROW: ReadonlySet<FindingCode> = new Set([
  'row-duplicate',
  'row-label-differs',
  'cells-merged',
]);

/**
 * Folds what follows from something else under it: one cause, one card. Every finding stays in the
 * list and keeps its place; `cause` is the index of a finding that follows from none itself.
 */
export function foldCauses(findings: readonly Finding[], about: About): Finding[] {
  let blank: number | undefined;
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  const cells = new Map<string, number>();
  findings.forEach((found, index) => {
    const { code, sheet, cell, severity } = found;
    if (sheet === null || cell === null) return;
    const place = parseCell(cell);
    if (!place) return;
    if (code === 'form-blank') blank = index;
    if (code === 'cells-shifted') setOnce(columns, `${sheet} ${place.column}`, index);
    if (OF_ROW.has(code)) setOnce(rows, `${sheet} ${place.row}`, index);
    if (severity !== 'fixed') setOnce(cells, `${sheet} ${cell}`, index);
  });
  const causes = findings.map((found, index): number | null => {
    const { code, sheet, cell } = found;
    const place = cell === null ? null : parseCell(cell);
    if (sheet === null || !place) return null;
    const candidates = [
      OF_BLANK.has(code) ? blank : undefined,
      columns.get(`${sheet} ${place.column}`),
      OF_ROW.has(code) ? undefined : rows.get(`${sheet} ${place.row}`),
      ...(about.get(found) ?? []).map((one) => one && cells.get(`${one.sheet} ${one.cell}`)),
      about.has(found) ? cells.get(`${sheet} ${cell}`) : undefined,
    ];
    const earlier = candidates.filter(
      (one): one is number => typeof one === 'number' && one !== index,
    );
    // Of two that are about each other the later one follows.
    const known = earlier.filter(
      (one) => one < index || findings[one].code === 'form-blank' || OF_ROW.has(findings[one].code),
    );
    return known.length > 0 ? Math.min(...known) : null;
  });
  const rootOf = (index: number): number => {
    let root = index;
    for (let steps = 0; causes[root] !== null && steps < findings.length; steps++)
      root = causes[root]!;
    return root;
  };
  return findings.map((found, index) => ({
    ...found,
    cause: causes[index] === null ? null : rootOf(index),
  }));
}

function setOnce(map: Map<string, number>, key: string, index: number): void {
  if (!map.has(key)) map.set(key, index);
}

/** Findings of two lists as one; causes go on naming the same findings. */
export function joinFindings(first: readonly Finding[], second: readonly Finding[]): Finding[] {
  const moved = second.map((one) => ({
    ...one,
    cause: one.cause === null ? null : one.cause + first.length,
  }));
  return [...first, ...moved];
}

/**
 * Some of the findings, in the order given by their indexes. A finding whose cause is left out
 * stands for itself.
 */
export function pickFindings(findings: readonly Finding[], indexes: readonly number[]): Finding[] {
  const now = new Map(indexes.map((index, position) => [index, position]));
  return indexes.map((index) => {
    const one = findings[index];
    return { ...one, cause: one.cause === null ? null : (now.get(one.cause) ?? null) };
  });
}
