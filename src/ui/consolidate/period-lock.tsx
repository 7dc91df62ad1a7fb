import { Button, Text } from '@fluentui/react-components';
import { actOnPeriod, type Desk } from '../../app/consolidator';
import { periodLabel, tiles, type Period } from '../../domain/period/period';
import { baseKind } from '../../domain/plan/plan';
import { useServices } from '../services';
import type { Run } from '../use-run';
import { useWho, WhoField } from '../who';

interface PeriodLockProps {
  desk: Desk;
  onDesk(desk: Desk): void;
  run: Run;
  period: Period;
}

/** Khóa kỳ: nothing more is taken in for a period that was reported; Mở lại kỳ takes it back. Who and when is kept. */
export function PeriodLock({ desk, onDesk, run, period }: PeriodLockProps) {
  const { texts, port, now } = useServices();
  const who = useWho();
  const parts = tiles(period, baseKind(desk.plan.schedule)) ?? [];
  const isLocked = parts.length > 0 && parts.every(({ id }) => desk.locked.has(id));
  const act = () =>
    run.start(async () => {
      const kind = isLocked ? 'reopened' : 'locked';
      const done = await actOnPeriod(port, { period: period.id, kind, who, at: now().slice(0, 19) });
      onDesk(done.desk);
      const text = texts.periodActed(kind, periodLabel(period));
      return { message: { intent: 'success', text }, undo: done.undo, onUndo: () => onDesk(desk) };
    });
  return (
    <section aria-label={texts.periodLock(isLocked)}>
      {isLocked && <Text block>{texts.periodIsLocked(periodLabel(period))}</Text>}
      <WhoField />
      <Button size="small" disabled={run.running !== null || who === ''} onClick={act}>
        {texts.periodLock(isLocked)}
      </Button>
    </section>
  );
}
