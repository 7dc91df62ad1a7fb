/**
 * What must be there, since we put it there ourselves: looked up, or a fault that names it. What a
 * person or a file may have left out is asked for otherwise.
 */

/** A program's mistake: something of ours is not where it must be. */
export class NotThere extends Error {
  constructor(what: unknown) {
    super(`not there: ${String(what)}`);
  }
}

/** What stands under a key. */
export function knownAt<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new NotThere(key);
  return value;
}

/** The last of a list that is not empty. */
export function lastOf<T>(list: readonly T[]): T {
  if (list.length === 0) throw new NotThere('the last of an empty list');
  return list[list.length - 1];
}

/** The first of a list of which this holds. */
export function theOne<T, S extends T>(list: readonly T[], is: (one: T) => one is S): S;
export function theOne<T>(list: readonly T[], is: (one: T, at: number) => boolean): T;
export function theOne<T>(list: readonly T[], is: (one: T, at: number) => boolean): T {
  const found = list.findIndex(is);
  if (found < 0) throw new NotThere(is);
  return list[found];
}
