import { useEffect, useMemo, useState } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCommand, type Command } from '../commands';
import { DeskProvider, useDesk, type Shown } from '../desk';
import type { HelpScreen } from '../help/help-view';
import { unplacedOf, type SessionFile } from '../intake/session-files';
import { HandEdits } from '../ledger/hand-edits';
import { onDemand } from '../on-demand';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { RunProvider, useInTurn, useRun } from '../use-run';
import { monthOf, nextOf, workingPeriod, type Step } from './month';
import { MonthHead } from './month-head';
import { NextThing } from './next-thing';

const PlanStep = onDemand(
  async () => (await import(/* webpackPrefetch: true */ '../plan/plan-step')).PlanStep,
);
const IntakeStep = onDemand(
  async () => (await import(/* webpackPrefetch: true */ '../intake/intake-step')).IntakeStep,
);
const ChasePage = onDemand(
  async () => (await import(/* webpackPrefetch: true */ '../chase/chase-page')).ChasePage,
);
const ConsolidateStep = onDemand(
  async () =>
    (await import(/* webpackPrefetch: true */ '../consolidate/consolidate-step')).ConsolidateStep,
);
const LockStep = onDemand(
  async () => (await import(/* webpackPrefetch: true */ '../lock/lock-step')).LockStep,
);

/** The consolidator's workbook. */
export function DeskScreen({ onScreen, ...shown }: Shown & { onScreen(screen: HelpScreen): void }) {
  return (
    <DeskProvider {...shown}>
      <RunProvider>
        <Steps onScreen={onScreen} />
      </RunProvider>
    </DeskProvider>
  );
}

/** Leads to a step in the pane, after what runs there now. */
function useStepCommand(command: Command, lead: () => void): void {
  const { ribbon } = useServices();
  const inTurn = useInTurn(lead);
  useCommand(command, () => {
    inTurn();
    void ribbon?.showPane();
  });
}

/** A period's work, a step at a time. */
function Steps({ onScreen }: { onScreen(screen: HelpScreen): void }) {
  const { texts, today } = useServices();
  const desk = useDesk();
  const run = useRun();
  const [period, setPeriod] = useState(() => workingPeriod(desk, today()));
  const month = useMemo(() => monthOf(desk, period), [desk, period]);
  const [session, setSession] = useState<readonly SessionFile[]>([]);
  const atHand = useMemo(
    () => session.map(({ checked: { hash }, source }) => ({ hash, source })),
    [session],
  );
  const unplaced = useMemo(() => unplacedOf(session), [session]);
  const waiting = unplaced.filter(
    ({ checked }) => checked.verdict !== 'clean' || checked.claims,
  ).length;
  const [issued, setIssued] = useState<ReadonlySet<string>>(new Set());
  const [step, setStep] = useState<Step>(() =>
    month.taken + month.open.length > 0 ? 'intake' : 'issue',
  );
  const [isChasing, setChasing] = useState(false);
  useEffect(() => onScreen(isChasing ? 'chase' : step), [onScreen, isChasing, step]);
  const toPeriod = (id: string) => {
    setPeriod(id);
    setChasing(false);
    run.leave();
  };
  const toStep = (next: Step) => {
    setStep(next);
    setChasing(false);
    run.leave();
  };
  const toChase = () => {
    toStep('intake');
    setChasing(true);
  };
  const next = nextOf(month, desk.plan, {
    unplaced: waiting,
    isIssued: issued.has(month.issued.id),
  });
  const [isAsked, setAsked] = useState(false);
  const [isTracing, setTracing] = useState(false);
  useStepCommand('issue', () => toStep('issue'));
  useStepCommand('intake', () => toStep('intake'));
  useStepCommand('chase', toChase);
  useStepCommand('consolidate', () => {
    toStep('consolidate');
    setAsked(true);
  });
  useStepCommand('sources', () => {
    toStep('consolidate');
    setTracing(true);
  });
  const isNext = next.kind !== 'locked' && next.step === step;
  return (
    <>
      <MonthHead
        plan={desk.plan}
        month={month}
        unplaced={waiting}
        step={step}
        onPeriod={toPeriod}
        onStep={toStep}
      />
      {desk.ledger.some((submission) => submission.sample) && (
        <p className="sample" role="note">
          {texts.sample}
        </p>
      )}
      {desk.interrupted.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.interrupted(desk.interrupted.length)}</MessageBarBody>
        </MessageBar>
      )}
      {desk.strangers.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.strangers(desk.strangers.join(', '))}</MessageBarBody>
        </MessageBar>
      )}
      <HandEdits />
      <NextThing
        month={month}
        next={next}
        step={step}
        isChasing={isChasing}
        onStep={toStep}
        onChase={toChase}
        onPeriod={toPeriod}
      />
      {step === 'issue' && (
        <PlanStep
          month={month}
          isNext={isNext}
          onIssued={() => setIssued(new Set(issued).add(month.issued.id))}
        />
      )}
      {step === 'intake' && isChasing && (
        <ChasePage key={period} month={month} onBack={() => toStep('intake')} />
      )}
      {((step === 'intake' && !isChasing) || step === 'settle') && (
        <IntakeStep
          key={step}
          view={step}
          month={month}
          session={session}
          unplaced={unplaced}
          onSession={setSession}
          onPeriod={toPeriod}
        />
      )}
      {step === 'consolidate' && (
        <ConsolidateStep
          period={month.period}
          isNext={isNext}
          isAsked={isAsked}
          onAsked={() => setAsked(false)}
          isTracing={isTracing}
          onTracing={setTracing}
          session={atHand}
        />
      )}
      {step === 'lock' && (
        <LockStep key={period} month={month} unplaced={waiting} isNext={isNext} />
      )}
      <RunStatus />
    </>
  );
}
