import type { Month } from '../month/month';
import { useServices } from '../services';
import { HistoryView } from './history-view';
import { PeriodLock } from './period-lock';

interface LockStepProps {
  month: Month;
  /** Files of this session nobody could place. */
  unplaced: number;
  /** The lock is the next thing of the period. */
  isNext: boolean;
}

/** How the period stands, its lock, and what was done in this workbook. */
export function LockStep({ month, unplaced, isNext }: LockStepProps) {
  const { texts } = useServices();
  return (
    <section className="step" aria-label={texts.steps.lock}>
      <PeriodLock month={month} unplaced={unplaced} isNext={isNext} />
      <HistoryView />
    </section>
  );
}
