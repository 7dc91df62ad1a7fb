import type { Observation } from '../submission/submission';

/** The numeric value of an observation that still counts, else null. */
export function numeric(observation: Observation | null): number | null {
  return observation?.state === 'ok' && typeof observation.value === 'number'
    ? observation.value
    : null;
}
