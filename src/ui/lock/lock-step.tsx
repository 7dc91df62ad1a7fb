import type { Desk } from '../../app/desk';
import type { Month } from '../month/month';
import { useServices } from '../services';
import type { Run } from '../use-run';
import { HistoryView } from './history-view';
import { PeriodLock } from './period-lock';

interface LockStepProps {
  desk: Desk;
  onDesk(desk: Desk): void;
  run: Run;
  month: Month;
  /** The lock is the next thing of the period. */
  isNext: boolean;
}

/** How the period stands, its lock, and what was done in this workbook. */
export function LockStep({ desk, onDesk, run, month, isNext }: LockStepProps) {
  const { texts } = useServices();
  return (
    <section className="step" aria-label={texts.steps.lock}>
      <PeriodLock desk={desk} onDesk={onDesk} run={run} month={month} isNext={isNext} />
      <HistoryView desk={desk} run={run} />
    </section>
  );
}
