import type { Finding } from '../rules/finding';
import type { Observation } from './submission';

/** Days that were asked about stand as they were read, and with them the state of their task. In place. */
export function settleDates(asked: readonly Finding[], observations: readonly Observation[]): void {
  for (const found of asked) {
    if (found.code !== 'date-swapped') continue;
    const { sheet, cell, facts } = found;
    const date = observations.find((one) => one.sheet === sheet && one.cell === cell);
    if (!date) continue;
    date.value = facts.date;
    date.state = 'ok';
    const status = observations.find((one) => one.of === 'task' && one.code === date.code && one.measure === 'status');
    if (status?.state === 'undecided' && status.value !== null) status.state = 'ok';
  }
}
