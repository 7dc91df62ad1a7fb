import { lastOf } from '../known/known';
import { formatMoment } from '../text/date';
import { figureKey, submissionKey } from '../domain/ledger/in-force';
import { submissionId } from '../domain/ledger/ledger-tables';
import { periodLabel, periodOf } from '../domain/period/period';
import type { Decision, Observation, Submission } from '../domain/submission/submission';
import { decisionKey } from './acts/taking-back';
import type { Desk } from './desk';
import { remark, type Offered, type RowRemark } from './import-source';

/**
 * Two desks that went on from one ledger: what was decided there about a submission that is here
 * too. What agrees is quiet, what is only said there is taken with a remark, and of what
 * contradicts neither side is taken: both are shown, and a person decides. So it comes to the same
 * whichever of the two desks takes in the other.
 */
export interface Merged {
  /** Submissions as they stand here, and as they are with what was decided there. */
  changes: { before: Submission; after: Submission }[];
  decisions: Decision[];
  refused: RowRemark[];
  remarks: RowRemark[];
}

/**
 * `isTheirBase`: all that counts here of an agency and period is there too, so that what was
 * accepted there was accepted in sight of it.
 */
export function mergeKnown(
  desk: Desk,
  offered: readonly Offered[],
  decisions: readonly Decision[],
  isTheirBase: (one: Submission) => boolean,
): Merged {
  const merged: Merged = { changes: [], decisions: [], refused: [], remarks: [] };
  const here = new Map(desk.ledger.map((one) => [submissionKey(one), one]));
  for (const { submission: there, place } of offered) {
    const own = here.get(submissionKey(there));
    if (!own || own.edited || there.edited) continue;
    const id = submissionId(own);
    const say = (code: 'import-taken' | 'import-contradicts', facts: Record<string, string>) =>
      merged.remarks.push(remark(place, code, { submission: id, ...facts }));
    const found: Found = { taken: [], said: [] };
    const said = { here: about(desk.decisions, own), there: about(decisions, there) };
    const decided = mergeDecisions(own, said, isTheirBase(own), found);
    const after = mergeDay(mergePart(mergeReadings(own, there, found), there, found), there, found);
    const isChanged = after !== own || decided.length > 0;
    if (isChanged && desk.locked.has(own.period)) {
      merged.refused.push(
        remark(place, 'period-is-locked', { period: periodLabel(periodOf(own.period)) }),
      );
      continue;
    }
    if (after !== own) merged.changes.push({ before: own, after });
    merged.decisions.push(...decided);
    for (const facts of found.taken) say('import-taken', facts);
    for (const facts of found.said) say('import-contradicts', facts);
  }
  return merged;
}

/** What is taken from the other desk, and what both say otherwise. */
interface Found {
  taken: { what: string; there: string }[];
  said: { what: string; here: string; there: string }[];
}

function about(decisions: readonly Decision[], { hash, agency, period }: Submission): Decision[] {
  return decisions.filter(
    (one) => one.hash === hash && one.submission.startsWith(`${agency}/${period}/`),
  );
}

/** The decisions there that go on from those here; none where each desk went its own way. */
function mergeDecisions(
  own: Submission,
  { here, there }: Record<'here' | 'there', readonly Decision[]>,
  isNewer: boolean,
  found: Found,
): Decision[] {
  const key = (one: Decision) => decisionKey({ ...one, submission: '' });
  const known = new Set(here.map(key));
  const more = there.filter((one) => !known.has(key(one)));
  if (more.length === 0) return [];
  const [last, theirs] = [here.at(-1), lastOf(there)];
  if (theirs.kind === 'accepted' && own.accepted === 'none' && !isNewer) {
    found.said.push({ what: 'version', here: 'bản khác đang được tính', there: saidBy(theirs) });
    return [];
  }
  if (there.length - more.length === here.length) {
    found.taken.push({ what: 'decision', there: saidBy(theirs) });
    return more.map((one) => ({ ...one, submission: submissionId(own), hash: own.hash }));
  }
  if (last && last.kind !== theirs.kind)
    found.said.push({ what: 'decision', here: saidBy(last), there: saidBy(theirs) });
  return [];
}

function saidBy({ kind, who, at }: Decision): string {
  return `${kind === 'accepted' ? 'Chấp nhận' : 'Trả lại'} (${who}, ${formatMoment(at)})`;
}

/** Cells nobody has decided here, as they were decided there, each with its explanation. */
function mergeReadings(own: Submission, there: Submission, found: Found): Submission {
  const theirs = new Map(there.observations.map((one) => [figureKey(one), one]));
  const taken: Observation[] = [];
  const observations = own.observations.map((one) => {
    const other = theirs.get(figureKey(one));
    if (
      !other ||
      (other.value === one.value && other.state === one.state) ||
      other.state === 'undecided'
    )
      return one;
    if (other.state === 'withheld' || one.state === 'withheld') return one;
    if (one.state === 'undecided') {
      taken.push(other);
      return other;
    }
    found.said.push({ what: one.code, here: String(one.value), there: String(other.value) });
    return one;
  });
  if (taken.length === 0) return own;
  const isTaken = (sheet: string, cell: string) =>
    taken.some((one) => one.sheet === sheet && one.cell === cell);
  const known = new Set(own.explanations.map((one) => JSON.stringify(one)));
  const explanations = there.explanations.filter(
    (one) => isTaken(one.sheet, one.cell) && !known.has(JSON.stringify(one)),
  );
  for (const { code, value } of taken) found.taken.push({ what: code, there: String(value) });
  return { ...own, observations, explanations: [...own.explanations, ...explanations] };
}

/** The sound part of a file with errors, which a person took in there. */
function mergePart(own: Submission, there: Submission, found: Found): Submission {
  const [mine, theirs] = [own.entered ?? own, there.entered ?? there];
  const isOpen = mine.accepted === 'none' && !mine.awaits;
  if (!isOpen || theirs.accepted === 'none') return own;
  found.taken.push({ what: 'part', there: there.file });
  const { accepted, verdict, errors, observations } = { ...there, accepted: theirs.accepted };
  return {
    ...own,
    accepted,
    verdict,
    errors,
    observations,
    ...(own.entered ? { entered: { accepted } } : {}),
  };
}

/** The day it came, as a person said it. */
function mergeDay(own: Submission, there: Submission, found: Found): Submission {
  if (there.receivedBy === undefined || there.receivedBy === own.receivedBy) return own;
  const { received, late, receivedBy } = there;
  if (own.receivedBy === undefined) {
    found.taken.push({ what: 'day', there: receivedBy });
    return { ...own, received, late, receivedBy };
  }
  if (own.received !== received)
    found.said.push({ what: 'day', here: own.receivedBy, there: receivedBy });
  return own;
}
