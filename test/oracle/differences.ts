/**
 * Where two JSON values differ; numbers are equal within a relative 1e-12 (the model's rule for two
 * results).
 */
export function differences(ours: unknown, theirs: unknown, path = ''): string[] {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const equal =
      ours === theirs ||
      Math.abs(ours - theirs) <= 1e-12 * Math.max(Math.abs(ours), Math.abs(theirs));
    return equal ? [] : [`${path}: ${ours} | ${theirs}`];
  }
  if (ours === null || theirs === null || typeof ours !== 'object' || typeof theirs !== 'object') {
    return Object.is(ours, theirs)
      ? []
      : [`${path}: ${JSON.stringify(ours)} | ${JSON.stringify(theirs)}`];
  }
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keys].flatMap((key) =>
    differences(
      (ours as Record<string, unknown>)[key],
      (theirs as Record<string, unknown>)[key],
      `${path}.${key}`,
    ),
  );
}
