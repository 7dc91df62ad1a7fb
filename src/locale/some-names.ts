/** Some names of many, in a sentence. */
export function namedSome(names: readonly string[], most = 5): string {
  return names.slice(0, most).join('; ') + (names.length > most ? '; …' : '');
}
