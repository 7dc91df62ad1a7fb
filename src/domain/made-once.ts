/** What was made for a key before, or now. */
export function madeOnce<Key, Made>(
  known: { get(key: Key): Made | undefined; set(key: Key, made: Made): unknown },
  key: Key,
  make: () => Made,
): Made {
  let made = known.get(key);
  if (made === undefined) known.set(key, (made = make()));
  return made;
}
