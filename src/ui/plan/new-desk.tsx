import { useState } from 'react';
import { Button, Field, Radio, RadioGroup, Select, Text } from '@fluentui/react-components';
import { putFirstPlan, type PlanSource } from '../../app/acts/put-plan';
import { DeskRefused } from '../../app/desk-refused';
import type { ReceivedFile } from '../../app/ports';
import { BUILTIN_PLANS, EXAMPLE_PLANS, OFFERED_PLANS } from '../../domain/plan/builtin';
import { ownFileSentence } from '../../locale/sentence';
import type { LastWrites } from '../../workbook/workbook';
import { FileButton } from '../ledger/file-button';
import { usePerform } from '../perform';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { RunProvider, useIsBusy } from '../use-run';
import { ReadAppendix } from './read-appendix';

type Source = 'builtin' | 'appendix' | 'last-year' | 'sample';
const SOURCES: readonly Source[] = ['builtin', 'appendix', 'last-year', 'sample'];

export interface NewDeskProps {
  seen?: LastWrites;
  onPlan(): void;
}

/** A plan for the consolidator's workbook: built-in, of an appendix, last year's, or made up. */
export function NewDesk(props: NewDeskProps) {
  return (
    <RunProvider>
      <FirstPlan {...props} />
    </RunProvider>
  );
}

function FirstPlan({ seen, onPlan }: NewDeskProps) {
  const perform = usePerform();
  const { texts, readBook, language } = useServices();
  const [source, setSource] = useState<Source>('builtin');
  const [ids, setIds] = useState({ builtin: BUILTIN_PLANS[0].id, sample: EXAMPLE_PLANS[0].id });
  const chosen = OFFERED_PLANS.find(
    ({ id }) => (source === 'builtin' || source === 'sample') && id === ids[source],
  );
  const isBusy = useIsBusy();
  const put = (from: PlanSource) =>
    perform(putFirstPlan, { source: from, seen }, { onDone: onPlan });
  const putLastYears = (file: ReceivedFile) =>
    put({
      workbook: async () => {
        const opened = await readBook(await file.bytes());
        if (opened.ok) return { name: file.path, workbook: opened.value.workbook };
        const reason = ownFileSentence(opened.refusal, language);
        throw new DeskRefused({
          code: 'plan-file-unreadable',
          facts: { file: file.path, reason },
        });
      },
    });
  return (
    <section className="step" aria-label={texts.steps.plan}>
      <Text block>{texts.noPlan}</Text>
      <RadioGroup value={source} onChange={(_, data) => setSource(data.value as Source)}>
        {SOURCES.map((one) => (
          <Radio key={one} value={one} label={texts.planSources[one]} />
        ))}
      </RadioGroup>
      {source === 'appendix' && <ReadAppendix seen={seen} onPlan={onPlan} />}
      {source === 'last-year' && (
        <>
          <Text block>{texts.start.lastYearHint}</Text>
          <FileButton
            label={texts.start.chooseLastYear}
            accept=".xlsx,.xlsm"
            onFile={putLastYears}
          />
        </>
      )}
      {(source === 'builtin' || source === 'sample') && (
        <>
          {source === 'sample' && <Text block>{texts.start.sampleHint}</Text>}
          <Field label={texts.choosePlan} size="small" hint={chosen?.name}>
            <Select
              size="small"
              value={ids[source]}
              onChange={(_, data) => setIds({ ...ids, [source]: data.value })}
            >
              {(source === 'builtin' ? BUILTIN_PLANS : EXAMPLE_PLANS).map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {plan.issuer}: {plan.number} – {plan.name}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            appearance="primary"
            size="small"
            disabled={isBusy}
            onClick={() => put({ builtin: ids[source] })}
          >
            {texts.writePlan}
          </Button>
        </>
      )}
      <RunStatus />
    </section>
  );
}
