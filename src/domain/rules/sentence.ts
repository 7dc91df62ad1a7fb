import type { FindingCode, FindingFacts } from '../finding/finding';

/** Writes a number as the language does, with at most so many decimals: six, where none is said. */
export type WriteNumber = (value: number, decimals?: number) => string;

/**
 * What people read of a finding: where (`at` is "Ô H12: "), what, and what to do. Only `locale`
 * says it (docs/decisions/012-a-rule-is-a-folder.md).
 */
export type Sentence<Code extends FindingCode> = (
  facts: FindingFacts[Code],
  at: string,
  n: WriteNumber,
) => string;

/**
 * What columns must agree, so that their numbers are not taken for figures: "3 = 7 + 11" is column
 * (3) and columns (7) + (11).
 */
export function columnsSaid(identity: string): string {
  return identity.replace(/(?<=^|\s)[\p{L}\d.]+(?=\s[=+\-−≤≥<>]|$| kỳ trước)/gu, '($&)');
}
