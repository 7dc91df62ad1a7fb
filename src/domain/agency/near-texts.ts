import { editDistance } from './edit-distance';

/**
 * At most so many letters wrong; in a text of three letters or fewer one, or every such text would
 * be near.
 */
const MOST_EDITS = 2;
/** Texts that are near have beginnings that are: enough of one to leave few to measure. */
const BEGINNING = 7;

/**
 * Finds those of many texts that are up to two edits from a given one. Two near texts become the
 * same when up to two letters are left out of each, so the texts stand in an index under all that
 * leaving out makes of their beginnings.
 */
export function nearTexts(texts: Iterable<string>): (text: string) => Map<string, number> {
  const index = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    for (const trace of traces(text)) {
      const under = index.get(trace);
      if (under) under.push(text);
      else index.set(trace, [text]);
    }
  }
  return (text) => {
    const near = new Map<string, number>();
    const measured = new Set<string>();
    const most = text.length <= 3 ? 1 : MOST_EDITS;
    for (const trace of traces(text)) {
      for (const other of index.get(trace) ?? []) {
        if (measured.has(other) || Math.abs(other.length - text.length) > most) continue;
        measured.add(other);
        const distance = editDistance(text, other);
        if (distance <= most) near.set(other, distance);
      }
    }
    return near;
  };
}

function traces(text: string): Set<string> {
  const made = new Set([text.slice(0, BEGINNING)]);
  let last = [...made];
  for (let edit = 0; edit < MOST_EDITS; edit++) {
    last = last.flatMap((one) => Array.from(one, (_, at) => one.slice(0, at) + one.slice(at + 1)));
    for (const one of last) made.add(one);
  }
  return made;
}
