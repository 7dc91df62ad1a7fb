import type { CivilDate } from '../../text/date';
import type { Finding, FindingOf } from '../finding/finding';
import type { Observation } from '../submission/submission';

/** A question about a day: who says why, or has said the same before, is believed. */
export type AskedDay = FindingOf<'date-swapped'> | FindingOf<'date-of-another-year'>;

export function isAskedDay(found: Finding): found is AskedDay & Finding {
  return found.code === 'date-swapped' || found.code === 'date-of-another-year';
}

/**
 * Days that were asked about stand as they were read, and with them the state of their task. In
 * place.
 */
export function settleDates(asked: readonly Finding[], observations: readonly Observation[]): void {
  for (const found of asked) {
    if (!isAskedDay(found)) continue;
    const { sheet, cell, facts } = found;
    const date = observations.find((one) => one.sheet === sheet && one.cell === cell);
    if (date) settleDay(date, facts.date, observations);
  }
}

/** One day stands, and with it the state of its task. In place. */
export function settleDay(
  date: Observation,
  day: CivilDate,
  observations: readonly Observation[],
): void {
  date.value = day;
  date.state = 'ok';
  const status = observations.find(
    (one) => one.of === 'task' && one.code === date.code && one.measure === 'status',
  );
  if (status?.state === 'undecided' && status.value !== null) status.state = 'ok';
}
