import { useState } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { checkPlanIn, packForms, putPlan, type Desk } from '../../app/consolidator';
import { BUILTIN_PLANS } from '../../domain/plan/builtin';
import { scheduledPeriods } from '../../domain/plan/plan';
import { periodOf } from '../../domain/period/period';
import type { PlanFinding } from '../../domain/plan-check/check-plan';
import { PeriodSelect } from '../period-select';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { useRun, type Run } from '../use-run';
import { PlanDoubts } from './plan-doubts';

/** Step 1: the plan of this workbook, and its forms. */
export function PlanStep({ desk, run }: { desk: Desk; run: Run }) {
  const { texts, port, write, download } = useServices();
  const { plan } = desk;
  const [doubts, setDoubts] = useState<readonly PlanFinding[] | null>(null);
  const periods = scheduledPeriods(plan);
  const [period, setPeriod] = useState(periods[0].id);
  const issue = () =>
    run.start(async (report) => {
      const progress = report.progress(texts.issuing, false);
      const packed = await packForms(desk, periodOf(period), write, progress);
      download(packed.name, packed.bytes);
      return { message: { intent: 'success', text: texts.formsIssued(packed.count, packed.name) } };
    });
  const check = () =>
    run.start(async () => {
      const found = await checkPlanIn(port);
      setDoubts(found);
      const isClean = found.every(({ finding }) => finding.severity === 'fixed');
      return { message: { intent: isClean ? 'success' : 'warning', text: texts.planChecked(found.length) } };
    });
  return (
    <section className="step" aria-label={texts.steps.plan}>
      <Text as="h2" weight="semibold" block>
        {plan.name}
      </Text>
      <Text block>{texts.planSummary(plan.number, plan.year)}</Text>
      <Text block>
        {texts.planCounts(
          plan.indicators.length,
          plan.tasks.length,
          plan.agencies.filter((agency) => agency.reports).length,
        )}
      </Text>
      <Button size="small" disabled={run.running !== null} onClick={check}>
        {texts.checkPlan}
      </Button>
      <PeriodSelect periods={periods} value={period} onChange={setPeriod} />
      <Button appearance="primary" size="small" disabled={run.running !== null} onClick={issue}>
        {texts.issueForms}
      </Button>
      {doubts !== null && doubts.length > 0 && (
        <PlanDoubts found={doubts} onGoTo={(place) => run.aside(() => port.goTo(place.sheet, place.cell))} />
      )}
    </section>
  );
}

/** A workbook without a plan: choose a built-in one. */
export function NoPlan({ onPlan }: { onPlan(): void }) {
  const { texts, port } = useServices();
  const [id, setId] = useState(BUILTIN_PLANS[0].id);
  const run = useRun();
  const put = () =>
    run.start(async () => {
      await putPlan(port, id);
      onPlan();
      return null;
    });
  return (
    <section className="step" aria-label={texts.steps.plan}>
      <Text block>{texts.noPlan}</Text>
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
      <RunStatus run={run} />
    </section>
  );
}
