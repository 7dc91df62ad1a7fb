import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import {
  checkLocks,
  lockPeriod,
  lockQuestion,
  reopenPeriod,
  type LockCheck,
} from '../../app/period-acts';
import { holdsLock, periodState } from '../../domain/ledger/period-states';
import { periodOf, tiles } from '../../domain/period/period';
import { baseKind } from '../../domain/plan/plan';
import { useAct, useDesk } from '../desk';
import type { Month } from '../month/month';
import { ActButton, Asks } from '../needed';
import { refusalSentence } from '../../locale/sentence';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { useWho, WhoField } from '../who';

interface PeriodLockProps {
  month: Month;
  /** The lock is the next thing of the period. */
  isNext: boolean;
}

/**
 * How a period stands, by whom and since when; *Khóa kỳ* keeps its tables as they are, *Mở lại kỳ*
 * takes in again.
 */
export function PeriodLock({ month, isNext }: PeriodLockProps) {
  const { period } = month;
  const { texts, port, now, today, language } = useServices();
  const who = useWho();
  const desk = useDesk();
  const act = useAct();
  const run = useRun();
  const isBusy = useIsBusy();
  const [checks, setChecks] = useState<LockCheck[] | null>(null);
  const { state, act: last } = periodState(desk.plan, desk.acts, period, today());
  const holds = holdsLock(desk.plan, desk.acts, period.id);
  // Its months may be locked with a longer period, or by themselves.
  const parts = tiles(period, baseKind(desk.plan.schedule)) ?? [];
  const isLocked = parts.some(({ id }) => desk.locked.has(id));
  const label = texts.periodName(period);
  const start = (kind: 'lock' | 'reopen') =>
    act(async (report) => {
      const [missing, open] = [month.missing.length, month.open.length];
      const named = texts.month.inSentence(period);
      const question = kind === 'lock' ? await lockQuestion(port, period.id, today()) : null;
      const said = [
        question && refusalSentence(question, language),
        kind === 'lock' && missing + open > 0 && texts.periods.lockWarning(named, missing, open),
      ].filter(Boolean);
      if (said.length > 0 && !(await report.ask(said.join(' '), texts.periods.lockAnyway(named))))
        return null;
      const actor = { who, at: now().slice(0, 19) };
      const progress = report.progress(() => texts.writing, false);
      const done =
        kind === 'reopen'
          ? await reopenPeriod(port, period.id, actor)
          : await lockPeriod(port, period.id, actor, progress);
      setChecks(null);
      const text = texts.periods.acted[kind](label);
      return { desk: done.desk, undo: done.undo, message: { intent: 'success', text } };
    });
  return (
    <section aria-label={texts.periods.title}>
      <Text as="h2" weight="semibold" block>
        {texts.periods.title}: {texts.periods.state[state]}
      </Text>
      {last && (
        <p className="quiet">
          {[texts.periods.by(last.who, last.at), last.note].filter(Boolean).join('; ')}
        </p>
      )}
      <p className="quiet">{isLocked ? texts.periods.isLocked(label) : texts.periods.lockHint}</p>
      <Asks>
        <WhoField />
        <div className="buttons">
          {!holds && (
            <ActButton appearance={isNext ? 'primary' : 'secondary'} onAct={() => start('lock')}>
              {texts.periods.act.lock}
            </ActButton>
          )}
          {isLocked && (
            <ActButton onAct={() => start('reopen')}>{texts.periods.act.reopen}</ActButton>
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
                  `${texts.periodName(periodOf(lock.period))} (${lock.at})`,
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
