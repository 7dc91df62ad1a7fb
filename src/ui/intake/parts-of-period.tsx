import { useMemo } from 'react';
import { Button } from '@fluentui/react-components';
import type { PeriodId } from '../../domain/period/period';
import { expectedTiles } from '../../domain/plan/plan';
import { useDesk } from '../desk';
import { monthOf, type Month } from '../month/month';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';

interface PartsOfPeriodProps {
  month: Month;
  onPeriod(id: PeriodId): void;
}

/**
 * Files of a longer period come by its parts, and its list is that of the last one: how the others
 * stand is said beside it, and each is a press away.
 */
export function PartsOfPeriod({ month, onPeriod }: PartsOfPeriodProps) {
  const { texts } = useServices();
  const desk = useDesk();
  const isBusy = useIsBusy();
  const others = useMemo(
    () =>
      expectedTiles(desk.plan, month.period)
        .filter(({ id }) => id !== month.base.id)
        .map(({ id }) => monthOf(desk, id)),
    [desk, month],
  );
  return (
    <>
      <p className="quiet">{texts.month.filesOf(texts.month.inSentence(month.base))}</p>
      <div className="buttons">
        {others.map(({ period, taken, rows, open }) => (
          <Button
            key={period.id}
            size="small"
            disabled={isBusy}
            onClick={() => onPeriod(period.id)}
          >
            {texts.month.part(texts.periodName(period), taken, rows.length, open.length)}
          </Button>
        ))}
      </div>
    </>
  );
}
