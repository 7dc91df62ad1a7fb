/**
 * What the work below takes on the machine that all waiting bounds were chosen on, when it is idle.
 */
const NOMINAL_MS = 40;
/** A machine that is idle now may be busy later: what is bearable is chosen for one that is. */
const MARGIN = 3;
const MOST = 30;

/** Texts made, parsed and sorted, as the tests themselves do. */
function work() {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    code: `K${(index * 7919) % 20_000}`,
    value: index / 3,
  }));
  return JSON.parse(JSON.stringify(rows)).sort((a, b) => (a.code < b.code ? -1 : 1)).length;
}

/**
 * How many times longer than on that idle machine a test may wait before it gives up: a fixed piece
 * of work, by the clock, so that a slow machine and a loaded one both count. Measured once when a
 * run begins, told to every worker; test/patience.ts multiplies by it.
 * It only says when to stop waiting for what should long be there: no test is slower by it, and
 * none asserts how long something took.
 */
export function measurePatience() {
  const slowness = [1, 2, 3].map(() => {
    const began = performance.now();
    work();
    return (performance.now() - began) / NOMINAL_MS;
  });
  process.env.TEST_PATIENCE ??= String(
    Math.min(MOST, Math.ceil(MARGIN * Math.max(1, ...slowness))),
  );
  return Number(process.env.TEST_PATIENCE);
}
