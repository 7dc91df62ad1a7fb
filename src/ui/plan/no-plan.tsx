import { useState } from 'react';
import { Button, Field, Radio, RadioGroup, Select, Text } from '@fluentui/react-components';
import { putPlan } from '../../app/consolidator';
import { OFFERED_PLANS } from '../../domain/plan/builtin';
import type { LastWrites } from '../../workbook/workbook';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { RunProvider, useIsBusy, useRun } from '../use-run';
import { ReadAppendix } from './read-appendix';

interface NoPlanProps {
  seen?: LastWrites;
  onPlan(): void;
}

type Source = 'builtin' | 'appendix';

/** A workbook without a plan: choose a built-in one, or read the appendix of a decision. */
export function NoPlan(props: NoPlanProps) {
  return (
    <RunProvider>
      <ChoosePlan {...props} />
    </RunProvider>
  );
}

function ChoosePlan({ seen, onPlan }: NoPlanProps) {
  const { texts, port } = useServices();
  const [source, setSource] = useState<Source>('builtin');
  const [id, setId] = useState(OFFERED_PLANS[0].id);
  const run = useRun();
  const isBusy = useIsBusy();
  const put = () =>
    run.start(async () => {
      await putPlan(port, id, seen);
      onPlan();
      return null;
    });
  return (
    <section className="step" aria-label={texts.steps.plan}>
      <Text block>{texts.noPlan}</Text>
      <RadioGroup
        layout="horizontal"
        value={source}
        onChange={(_, data) => setSource(data.value as Source)}
      >
        <Radio value="builtin" label={texts.planSources.builtin} />
        <Radio value="appendix" label={texts.planSources.appendix} />
      </RadioGroup>
      {source === 'builtin' ? (
        <>
          <Field label={texts.choosePlan} size="small">
            <Select size="small" value={id} onChange={(_, data) => setId(data.value)}>
              {OFFERED_PLANS.map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {plan.number}: {plan.name}
                </option>
              ))}
            </Select>
          </Field>
          <Button appearance="primary" size="small" disabled={isBusy} onClick={put}>
            {texts.writePlan}
          </Button>
        </>
      ) : (
        <ReadAppendix seen={seen} onPlan={onPlan} />
      )}
      <RunStatus />
    </section>
  );
}
