/** `npm run test:all` goes every way (ALL_WAYS=1 .ci/matrix.sh); `npm test` one of each kind. */
export const IS_LONG = Boolean(process.env.ALL_WAYS);

/**
 * A test of `npm run test:all`: `npm test` has another of its kind. What is run outside jest (the
 * lake in engines of others) makes no tests.
 */
export const itLong: typeof it =
  IS_LONG || typeof it === 'undefined'
    ? (globalThis as unknown as { it: jest.It }).it
    : Object.assign(() => undefined, it);

/** How many times, or which ones: in `npm test`, and in `npm run test:all`. */
export function long<T>(short: T, whole: T): T {
  return IS_LONG ? whole : short;
}
