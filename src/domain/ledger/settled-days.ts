import { dateFromSerial, type CivilDate } from '../../text/date';
import { compareEnds, parsePeriod } from '../period/period';
import { settleDay } from '../reading/settle-dates';
import type { Observation, Submission } from '../submission/submission';

/**
 * Of submissions in force those in which a day that may have changed places with its month (defect
 * 38) stands after all: the agency gave the same day for the task, for certain, in a period that
 * ended before. Read from the figures alone, so it is the same whichever of the two came first.
 */
export function withSettledDays(inForce: Iterable<Submission>): Submission[] {
  const all = [...inForce];
  const doubtful = all.filter(({ observations }) =>
    observations.some((one) => doubtfulDay(one) !== null),
  );
  return doubtful.flatMap((submission) => {
    const earlier = all.filter(
      (one) => one.agency === submission.agency && endsBefore(one, submission),
    );
    const tasks = new Set(
      submission.observations.filter((one) => doubtfulDay(one) !== null).map(({ code }) => code),
    );
    const isAbout = ({ of, code }: Observation) => of === 'task' && tasks.has(code);
    const observations = submission.observations.map((one) => (isAbout(one) ? { ...one } : one));
    const known = observations.filter((one) => isDayKnown(earlier, one.code, doubtfulDay(one)));
    for (const date of known) settleDay(date, doubtfulDay(date)!, observations);
    return known.length === 0 ? [] : [{ ...submission, observations }];
  });
}

/** Whether one of the submissions gives that day for the task. */
export function isDayKnown(
  submissions: readonly Submission[],
  task: string,
  day: CivilDate | null,
): boolean {
  if (day === null) return false;
  return submissions.some(({ observations }) =>
    observations.some(
      (one) =>
        one.of === 'task' && one.code === task && one.measure === 'date' && one.value === day,
    ),
  );
}

/** The day of a cell that waits for a person, as it was typed; null for any other figure. */
function doubtfulDay({ of, measure, state, value, raw }: Observation): CivilDate | null {
  const waits = of === 'task' && measure === 'date' && state === 'undecided' && value === null;
  return waits && /^\d+(\.\d+)?$/.test(raw) ? dateFromSerial(Number(raw)) : null;
}

function endsBefore(one: Submission, other: Submission): boolean {
  const [a, b] = [parsePeriod(one.period), parsePeriod(other.period)];
  return a !== null && b !== null && compareEnds(a, b) < 0;
}
