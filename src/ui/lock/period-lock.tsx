import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { lock } from '../../app/acts/lock-period';
import { reopen } from '../../app/acts/reopen-period';
import { checkLocks, type LockCheck } from '../../app/period-acts';
import { lockedParts, periodState } from '../../domain/ledger/period-states';
import { periodOf } from '../../domain/period/period';
import { useDesk, useFits } from '../desk';
import type { Month } from '../month/month';
import { ActButton, Asks } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { WhoField } from '../who-field';

interface PeriodLockProps {
  month: Month;
  /** Files of this session nobody could place. */
  unplaced: number;
  /** The lock is the next thing of the period. */
  isNext: boolean;
}

/**
 * How a period stands, by whom and since when; *Khóa kỳ* keeps its tables as they are, *Mở lại kỳ*
 * takes in again.
 */
export function PeriodLock({ month, unplaced, isNext }: PeriodLockProps) {
  const { period } = month;
  const { texts, port, today } = useServices();
  const desk = useDesk();
  const perform = usePerform();
  const run = useRun();
  const isBusy = useIsBusy();
  const [checks, setChecks] = useState<LockCheck[] | null>(null);
  const { state, act: last } = periodState(desk.plan, desk.acts, period, today());
  const label = texts.periodName(period);
  const locking = {
    period: period.id,
    missing: month.missing.length,
    open: month.open.length + unplaced,
    today: today(),
  };
  const isLocked = useFits(reopen, locking);
  const shut = lockedParts(desk.plan, desk.locked, period);
  const canLock = useFits(lock, locking);
  const onDone = () => setChecks(null);
  return (
    <section className="stacked" aria-label={texts.periods.title}>
      <Text as="h2" weight="semibold" block>
        {texts.periods.title}: {texts.periods.state[state]}
      </Text>
      {last && (
        <p className="quiet">
          {[texts.periods.by(last.who, last.at), last.note && texts.official(last.note)]
            .filter(Boolean)
            .join('; ')}
        </p>
      )}
      <p className="quiet">{isLocked ? texts.periods.isLocked(label) : texts.periods.lockHint}</p>
      {!isLocked && shut.length > 0 && (
        <p className="quiet">{texts.periods.partsLocked(shut.map(texts.periodName))}</p>
      )}
      <Asks>
        <WhoField />
        <div className="buttons">
          {canLock && (
            <ActButton
              appearance={isNext ? 'primary' : 'secondary'}
              onAct={() => perform(lock, locking, { onDone })}
            >
              {texts.periods.act.lock}
            </ActButton>
          )}
          {isLocked && (
            <ActButton onAct={() => perform(reopen, locking, { onDone })}>
              {texts.periods.act.reopen}
            </ActButton>
          )}
          <Button
            size="small"
            appearance="subtle"
            disabled={isBusy}
            onClick={() => run.aside(async () => setChecks(await checkLocks(port)))}
          >
            {texts.periods.checkLocks}
          </Button>
        </div>
      </Asks>
      {checks && (
        <div role="status">
          <ul className="effects">
            {checks.length === 0 && <li>{texts.periods.noLocks}</li>}
            {checks.map(({ act: lock, isSame, missing }) => (
              <li key={`${lock.period} ${lock.at}`}>
                {texts.periods.lockIs(
                  `${texts.periodName(periodOf(lock.period))} (${texts.moment(lock.at)})`,
                  isSame,
                  missing,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
