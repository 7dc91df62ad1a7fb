import { submissionKey } from '../domain/ledger/in-force';
import type { Submission } from '../domain/submission/submission';
import { isEdited } from './settle-edits';
import type { TakenIn } from './take-in';

/** What a drop would do to the ledger, told before anything of it is written. */
export interface Entering {
  /** Forms the ledger does not have, of agencies of whom nothing counts yet. */
  adding: number;
  /** New versions of what counts: they take its place once somebody accepts them. */
  replacing: number;
  /** Rows somebody changed by hand, put back as their file says them. */
  restoring: number;
  /** Files the ledger has as they are. */
  keeping: number;
}

export function enteringOf(
  ledger: readonly Submission[],
  { files, added }: Pick<TakenIn, 'files' | 'added'>,
): Entering {
  const known = new Map(ledger.map((one) => [submissionKey(one), one]));
  const placed = files.flatMap(({ agency, period, version, ...file }) =>
    agency === null || period === null || version === 0 ? [] : [{ ...file, agency, period }],
  );
  const fresh = placed.filter((one) => !known.has(submissionKey(one)));
  const restored = added.filter((one) => {
    const before = known.get(submissionKey(one));
    return before !== undefined && isEdited(before);
  });
  const replacing = fresh.filter(({ awaits }) => awaits).length;
  return {
    adding: fresh.length - replacing,
    replacing,
    restoring: restored.length,
    keeping: placed.length - fresh.length - restored.length,
  };
}

/** A drop of fewer says by its rows what it is. */
const MANY = 10;

/**
 * Whether a person has to say yes first: rows somebody changed by hand would be put back, or most
 * of the drop would take the place of what counts, as a folder does that was taken in before and
 * saved anew. Single new versions wait for their own yes, each with its difference.
 */
export function asksFirst({ adding, replacing, restoring }: Entering): boolean {
  return restoring > 0 || (replacing >= MANY && replacing > adding);
}
