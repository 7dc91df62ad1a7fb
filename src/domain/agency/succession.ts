import type { CivilDate } from '../../text/date';

/**
 * How an agency ended in another. What is read from it is what may be added up: figures of a
 * `rename` go on, those of a `merge` or an `absorb` may be summed into the successor's, those of a
 * `split` may not be compared.
 * - `split`: the old one went to several, or only a part of it went over. Every row of that old one
 * is a split.
 * - `rename`: one old one became, whole and alone, the new one.
 * - `absorb`: the successor stood before that day and goes on.
 * - `merge`: the successor begins that day, out of several or with parts of others.
 */
export type SuccessionKind = 'merge' | 'split' | 'rename' | 'absorb';

/**
 * `from` ended the day before `date`; on `date` what it did is done by `to`. Both are codes of one
 * register.
 */
export interface Succession {
  from: string;
  to: string;
  kind: SuccessionKind;
  date: CivilDate;
}

/** The agencies that went over into another, wholly or in part. */
export function predecessors(successions: readonly Succession[], code: string): Succession[] {
  return successions.filter(({ to }) => to === code);
}

/**
 * The one agency that carries on all of another, if there is one: what the register shows as its
 * successor.
 */
export function soleSuccessor(successions: readonly Succession[], code: string): string | null {
  const [only, ...others] = successions.filter(({ from }) => from === code);
  return only && others.length === 0 && only.kind !== 'split' ? only.to : null;
}
