import { useMemo, useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { checkPlanIn } from '../../app/check-plan-in';
import { settleDoubt } from '../../app/acts/confirm-doubt';
import { doubtsOf, type PlanFinding } from '../../domain/plan-check/check-plan';
import { countKinds } from '../../domain/plan-check/doubt-kinds';
import { findingSentence } from '../../locale/sentence';
import { useDesk } from '../desk';
import { usePerform } from '../perform';
import { useServices } from '../services';
import type { Month } from '../month/month';
import { useIsBusy, useRun } from '../use-run';
import { IssueForms } from './issue-forms';
import { PlanDoubts } from './plan-doubts';
import { PlanTools } from './plan-tools';

interface PlanStepProps {
  month: Month;
  /** Its forms are the next thing of the period. */
  isNext: boolean;
  /** The forms of the period were made. */
  onIssued(): void;
}

/** The plan of this workbook, what is doubtful in it, and its forms. */
export function PlanStep({ month, isNext, onIssued }: PlanStepProps) {
  const { texts, port, today, language } = useServices();
  const { plan } = useDesk();
  const perform = usePerform();
  const run = useRun();
  const isBusy = useIsBusy();
  const [doubts, setDoubts] = useState<readonly PlanFinding[] | null>(null);
  const look = async () => {
    const found = await checkPlanIn(port);
    setDoubts(found);
    return found;
  };
  const countsIn = async () => countKinds((await look()).map(({ finding }) => finding));
  const check = () =>
    run.start(async () => {
      const counts = await countsIn();
      const isClean = counts.confirm + counts.review === 0;
      return {
        message: { intent: isClean ? 'success' : 'warning', text: texts.planChecked(counts) },
      };
    });
  const lookAgain = async () => void (await look());
  const agree = (found: PlanFinding) =>
    perform(
      settleDoubt,
      { found, day: today(), question: findingSentence(found.finding, 'vi') },
      { onDone: lookAgain, onUndone: lookAgain },
    );
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
      <Button size="small" disabled={isBusy} onClick={check}>
        {texts.checkPlan}
      </Button>
      <PlanTools />
      {doubts !== null && doubts.length > 0 && (
        <PlanDoubts
          found={doubts}
          onGoTo={(place) => run.aside(() => port.goTo(place.sheet, place.cell))}
          onConfirm={agree}
        />
      )}
    </section>
  );
}
