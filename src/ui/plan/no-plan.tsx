import { useState } from 'react';
import { Button, Field, Input, Radio, RadioGroup, Select, Text } from '@fluentui/react-components';
import { putPlan } from '../../app/consolidator';
import { putAppendixPlan } from '../../app/plan-changes';
import { BUILTIN_PLANS } from '../../domain/plan/builtin';
import type { LastWrites } from '../../workbook/workbook';
import { refusalSentence } from '../../locale/sentence';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { useRun } from '../use-run';
import { ProvinceSelect, type Province } from './province-select';

type Source = 'builtin' | 'appendix';

/** A workbook without a plan: choose a built-in one, or read the appendix of a decision. */
export function NoPlan({ seen, onPlan }: { seen?: LastWrites; onPlan(): void }) {
  const { texts, port, national, language } = useServices();
  const [source, setSource] = useState<Source>('builtin');
  const [id, setId] = useState(BUILTIN_PLANS[0].id);
  const [year, setYear] = useState('');
  const [province, setProvince] = useState<Province | null>(null);
  const run = useRun();
  const put = () =>
    run.start(async () => {
      await putPlan(port, id, seen);
      onPlan();
      return null;
    });
  const read = () =>
    run.start(async () => {
      const options = { year: /^20\d\d$/.test(year) ? Number(year) : null, province };
      const made = await putAppendixPlan(port, await national(), options, seen);
      if (!made.ok) return { message: { intent: 'error', text: refusalSentence(made.refusal, language) } };
      onPlan();
      return null;
    });
  const isYear = year === '' || /^20\d\d$/.test(year);
  return (
    <section className="step" aria-label={texts.steps.plan}>
      <Text block>{texts.noPlan}</Text>
      <RadioGroup layout="horizontal" value={source} onChange={(_, data) => setSource(data.value as Source)}>
        <Radio value="builtin" label={texts.planSources.builtin} />
        <Radio value="appendix" label={texts.planSources.appendix} />
      </RadioGroup>
      {source === 'builtin' ? (
        <>
          <Field label={texts.choosePlan} size="small">
            <Select size="small" value={id} onChange={(_, data) => setId(data.value)}>
              {BUILTIN_PLANS.map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {plan.number}: {plan.name}
                </option>
              ))}
            </Select>
          </Field>
          <Button appearance="primary" size="small" disabled={run.running !== null} onClick={put}>
            {texts.writePlan}
          </Button>
        </>
      ) : (
        <>
          <Text block>{texts.appendixHint}</Text>
          <Field label={texts.planYear} size="small" validationState={isYear ? 'none' : 'error'}>
            <Input size="small" inputMode="numeric" value={year} onChange={(_, data) => setYear(data.value.trim())} />
          </Field>
          <ProvinceSelect value={province} blank={texts.provinceOfDocument} onChange={setProvince} />
          <Button appearance="primary" size="small" disabled={run.running !== null || !isYear} onClick={read}>
            {texts.readAppendix}
          </Button>
        </>
      )}
      <RunStatus run={run} />
    </section>
  );
}
