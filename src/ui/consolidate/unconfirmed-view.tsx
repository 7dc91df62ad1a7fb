import { useMemo } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { doubtsOf } from '../../domain/plan-check/check-plan';
import { countKinds, kindOf } from '../../domain/plan-check/doubt-kinds';
import { useDesk } from '../desk';
import { PlanDoubts } from '../plan/plan-doubts';
import { useDoubts } from '../plan/use-doubts';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';

/**
 * What of the plan waits for a yes: until it is given, results are *cần xác nhận* and no more. Said
 * by the same number as where forms are issued, and confirmed here too.
 */
export function UnconfirmedView() {
  const { plan } = useDesk();
  const { texts, port } = useServices();
  const run = useRun();
  const isBusy = useIsBusy();
  const doubts = useDoubts();
  const count = useMemo(() => countKinds(doubtsOf(plan)).confirm, [plan]);
  if (count === 0) return null;
  const waiting = doubts.found?.filter(({ finding }) => kindOf(finding) === 'confirm');
  if (!waiting)
    return (
      <div className="buttons">
        <Text>{texts.waitsForYes(count)}</Text>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => run.aside(async () => void (await doubts.look()))}
        >
          {texts.toConfirm(count)}
        </Button>
      </div>
    );
  return (
    <PlanDoubts
      found={waiting}
      onGoTo={({ sheet, cell }) => run.aside(() => port.goTo(sheet, cell))}
      onConfirm={doubts.agree}
    />
  );
}
