import { useMemo } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { doubtsOf } from '../../domain/plan-check/check-plan';
import { countKinds } from '../../domain/plan-check/doubt-kinds';
import { useDesk } from '../desk';
import { useServices } from '../services';
import type { Month } from '../month/month';
import { useIsBusy, useRun } from '../use-run';
import { IssueForms } from './issue-forms';
import { PlanDoubts } from './plan-doubts';
import { PlanTools } from './plan-tools';
import { useDoubts } from './use-doubts';

interface PlanStepProps {
  month: Month;
  /** Its forms are the next thing of the period. */
  isNext: boolean;
  /** The forms of the period were made. */
  onIssued(): void;
}

/** The plan of this workbook, what is doubtful in it, and its forms. */
export function PlanStep({ month, isNext, onIssued }: PlanStepProps) {
  const { texts, port, language } = useServices();
  const { plan } = useDesk();
  const run = useRun();
  const isBusy = useIsBusy();
  const doubts = useDoubts();
  const countsIn = async () => countKinds((await doubts.look()).map(({ finding }) => finding));
  const check = () =>
    run.start(async () => {
      const counts = await countsIn();
      const isClean = counts.confirm + counts.review === 0;
      return {
        message: { intent: isClean ? 'success' : 'warning', text: texts.planChecked(counts) },
      };
    });
  const open = useMemo(() => countKinds(doubtsOf(plan)), [plan]);
  return (
    <section className="step" aria-label={texts.steps.issue} lang={language}>
      <Text block>{texts.planSummary(plan.number, plan.year)}</Text>
      <Text block>
        {texts.planCounts(
          plan.indicators.length,
          plan.tasks.length,
          plan.agencies.filter((agency) => agency.reports).length,
        )}
      </Text>
      {open.confirm + open.review > 0 && <Text block>{texts.openDoubts(open)}</Text>}
      <IssueForms
        key={month.issued.id}
        month={month}
        isNext={isNext}
        check={countsIn}
        onIssued={onIssued}
      />
      <Text as="h2" weight="semibold" block>
        {texts.steps.plan}
      </Text>
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={check}>
          {texts.checkPlan}
        </Button>
      </div>
      <PlanTools />
      {doubts.found !== null && doubts.found.length > 0 && (
        <PlanDoubts
          found={doubts.found}
          onGoTo={(place) => run.aside(() => port.goTo(place.sheet, place.cell))}
          onConfirm={doubts.agree}
        />
      )}
    </section>
  );
}
