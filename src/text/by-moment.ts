/**
 * Lists of what people did are read by their moments: somebody who sorts the sheet, or copies a row
 * of it, changes nothing of what was done last.
 */

/** The rows in the order of their moments; one that tells none for certain keeps its place. */
export function byMoment<One>(rows: readonly One[], momentOf: (one: One) => string | null): One[] {
  let before = '';
  const placed = rows.map((one) => {
    const moment = momentIn(momentOf(one) ?? '');
    before = moment ?? before;
    return { one, moment: before };
  });
  return placed
    .sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0))
    .map(({ one }) => one);
}

/** The moment of what is done now: not before that of what it follows, whatever the clock says. */
export function momentAfter(at: string, done: readonly { at: string }[]): string {
  let last = at;
  for (const one of done) {
    const moment = momentIn(one.at);
    if (moment !== null && moment > (momentIn(last) ?? '')) last = one.at;
  }
  return last;
}

function momentIn(at: string): string | null {
  return MOMENT.test(at) ? at.slice(0, 19).replace('T', ' ') : null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/;
