/**
 * Which rows of a table are those of an earlier one. A row is known by its labels, joined by a zero
 * character; numbered anew, or called otherwise, it is still the row it was, and what changed in it
 * is not hidden behind a row gone and a row come.
 */
export function sameRows(before: readonly string[], after: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (now: string, was: string) => {
    pairs.set(now, was);
    taken.add(was);
  };
  const left = () => ({
    old: before.filter((label) => !taken.has(label)),
    fresh: after.filter((label) => !pairs.has(label)),
  });
  const stood = new Set(before);
  for (const label of after) if (stood.has(label)) pair(label, label);
  for (const keysOf of [(label: string) => [wordsOf(label).join(BETWEEN)], wordsOf]) {
    const { old, fresh } = left();
    const only = (labels: readonly string[]) => onlyOnes(labels, keysOf);
    const [was, now] = [only(old), only(fresh)];
    for (const [key, label] of now) {
      const earlier = was.get(key);
      if (earlier !== undefined && !taken.has(earlier) && !pairs.has(label)) pair(label, earlier);
    }
  }
  const { old, fresh } = left();
  const gaps = gapsOf(before, new Set(old), (label) => label);
  for (const [gap, own] of gapsOf(after, new Set(fresh), (label) => pairs.get(label) ?? '')) {
    const earlier = gaps.get(gap) ?? [];
    if (earlier.length !== own.length) continue;
    own.forEach((label, index) => isAlike(earlier[index], label) && pair(label, earlier[index]));
  }
  return pairs;
}

const BETWEEN = '\u0000';

/** Numbers of rows follow the rows: they tell none. */
const ORDINAL = /^(?:\d+(?:\.\d+)*|[ivxlc]+|[a-zđ])[.)]?$/iu;

function wordsOf(label: string): string[] {
  return label.split(BETWEEN).filter((part) => !ORDINAL.test(part));
}

/** What tells one of the labels alone, and which. */
function onlyOnes(
  labels: readonly string[],
  keysOf: (label: string) => readonly string[],
): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const label of labels)
    for (const key of new Set(keysOf(label))) found.set(key, found.has(key) ? null : label);
  return new Map([...found].flatMap(([key, label]) => (label === null ? [] : [[key, label]])));
}

/** The labels that are left, by the known ones they stand between. */
function gapsOf(
  labels: readonly string[],
  left: ReadonlySet<string>,
  nameOf: (label: string) => string,
): Map<string, string[]> {
  const gaps = new Map<string, string[]>();
  let [above, own]: [string, string[]] = ['', []];
  const close = (below: string) => {
    if (own.length > 0) gaps.set([above, below].join('\n'), own);
    [above, own] = [below, []];
  };
  for (const label of labels) {
    if (left.has(label)) own.push(label);
    else close(nameOf(label));
  }
  close('');
  return gaps;
}

/** Of one name alone, or with a part in common: another code with another name is another row. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return (a.length === 1 && b.length === 1) || a.some((part) => b.includes(part));
}
