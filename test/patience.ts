/** Times longer than on an idle machine, measured when the run began (.config/patience.mjs). */
const FACTOR = Number(process.env.TEST_PATIENCE ?? '2');

/**
 * How long to wait for something before it counts as never coming; `milliseconds` are what an idle
 * machine needs at most.
 */
export function patience(milliseconds: number): number {
  return milliseconds * FACTOR;
}
