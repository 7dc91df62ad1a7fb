import { periodLabel, periodOf, type PeriodId } from '../../domain/period/period';
import type { PeriodAct } from '../../domain/ledger/period-states';
import { readDesk, type Desk } from '../desk';
import { DeskRefused } from '../desk-refused';
import type { Undo, WorkbookPort } from '../ports';
import { restatedTables } from '../restated-tables';
import { actKey, sharePeriods } from './taking-back';

/**
 * Locked is asked again once something is written: somebody else may have locked its period between
 * the reading and the write. A lock made after the write has in its tables what was written, and
 * that stays; one made before it was of other figures.
 */
export async function isLockedWithout(
  port: WorkbookPort,
  period: PeriodId,
  { before, after: read }: Record<'before' | 'after', Desk>,
): Promise<boolean> {
  if (!read.locked.has(period) || before.locked.has(period)) return false;
  // Locked while this was read: its tables were seen, and its row not yet.
  const isHalf = read.acts.some(({ isRebuilt }) => isRebuilt);
  const after = isHalf ? await readDesk(port) : read;
  const known = new Set(before.acts.map(actKey));
  const isNew = (act: PeriodAct) => act.kind === 'locked' && !known.has(actKey(act));
  const own = after.acts.filter(
    (act) => isNew(act) && sharePeriods(after.plan, act.period, period),
  );
  // A lock that keeps no tables cannot say what was locked with it.
  if (own.length === 0 || own.some(({ sheets }) => sheets === undefined)) return true;
  const acts = after.acts.filter((act) => act.kind !== 'locked' || own.includes(act));
  return (await restatedTables(port, { ...after, acts })).length > 0;
}

/** Draws back what was entered in a period that somebody locked without it. */
export async function mustBeOpenStill(
  port: WorkbookPort,
  period: PeriodId,
  desks: Record<'before' | 'after', Desk>,
  exact: Undo,
): Promise<void> {
  if (!(await isLockedWithout(port, period, desks))) return;
  await exact();
  throw new DeskRefused({
    code: 'period-is-locked',
    facts: { period: periodLabel(periodOf(period)) },
  });
}
