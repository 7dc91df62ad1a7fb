/**
 * A formula as people see it: the prefixes files put before newer functions are not part of their
 * names.
 */
export function withoutPrefixes(formula: string): string {
  if (!formula.includes('_xl')) return formula;
  return formula.replace(/"(?:[^"]|"")*"|(?:_xlfn\.|_xlws\.|_xlpm\.)/g, (token) =>
    token.startsWith('"') ? token : '',
  );
}
