/**
 * A text that only equal values share. Texts carry their length and everything else ends by itself,
 * so what stands in a text can never pass for structure, and descriptions may be put one after the
 * other.
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value !== 'object' || value === null) return `${String(value)};`;
  if (Array.isArray(value)) return items('[', value);
  if (value instanceof Map) return items('<', [...value].flat());
  if (value instanceof Set) return items('(', value);
  let text = '{';
  for (const key in value)
    text += `${key.length}"${key}${describe(value[key as keyof typeof value])}`;
  return `${text}}`;
}

function items(opening: string, values: Iterable<unknown>): string {
  let text = opening;
  for (const value of values) text += describe(value);
  return `${text}]`;
}
