import { useEffect, useReducer, useState } from 'react';
import { Button, MessageBar, MessageBarBody, Spinner, Tab, TabList } from '@fluentui/react-components';
import { openForm, type OpenForm } from '../app/open-form';
import { openMarkedCopy, type MarkedCopy } from '../app/open-marked-copy';
import { openDesk, type Desk, type DeskRefusal } from '../app/desk';
import type { WorkbookPort } from '../app/ports';
import { baseKind, consolidablePeriods } from '../domain/plan/plan';
import { periodOf } from '../domain/period/period';
import type { LastWrites } from '../workbook/workbook';
import { refusalSentence, type Language } from '../locale/sentence';
import type { UiTexts } from '../locale/ui-texts';
import { ConsolidateStep } from './consolidate/consolidate-step';
import { IntakeStep, type SessionFile } from './intake/intake-step';
import { HandEdits } from './ledger/hand-edits';
import { NoPlan } from './plan/no-plan';
import { PlanDoubts } from './plan/plan-doubts';
import { PlanStep } from './plan/plan-step';
import { SelfCheckView } from './self-check/self-check';
import { SenderStep } from './sender/sender-step';
import { RunStatus } from './run-status';
import { useServices } from './services';
import { useRun } from './use-run';
import { WhoProvider } from './who';

type Step = 'plan' | 'intake' | 'consolidate';

type State =
  | { kind: 'loading' }
  | { kind: 'no-plan'; seen?: LastWrites }
  | { kind: 'form'; form: OpenForm }
  | { kind: 'marked'; copy: MarkedCopy }
  | { kind: 'refused'; refusal: DeskRefusal }
  | { kind: 'failed'; reason: string }
  | { kind: 'ready'; desk: Desk };

/** Reads plan and ledger from the workbook; every ending is a state that is shown. */
async function readDesk(port: WorkbookPort): Promise<State> {
  try {
    const opened = await openDesk(port);
    if (opened.ok) return { kind: 'ready', desk: opened.value };
    if (opened.refusal.code !== 'no-plan-in-workbook') return { kind: 'refused', refusal: opened.refusal };
    const form = await openForm(port);
    if (form) return { kind: 'form', form };
    const copy = await openMarkedCopy(port);
    return copy ? { kind: 'marked', copy } : { kind: 'no-plan', seen: opened.refusal.lastWrites };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The task pane: three steps over the open workbook. */
export function App({ onLanguage }: { onLanguage(): void }) {
  const { texts, port, language, selfCheck } = useServices();
  const [isChecking, setChecking] = useState(false);
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [reading, readAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isCurrent = true;
    void readDesk(port).then((read) => isCurrent && setState(read));
    return () => {
      isCurrent = false;
    };
  }, [port, reading]);

  return (
    <WhoProvider>
      <div className="pane">
        <div className="title">
          <h1>{texts.product}</h1>
          <div>
            {selfCheck && (
              <Button size="small" appearance="transparent" onClick={() => setChecking(!isChecking)}>
                {isChecking ? texts.selfCheck.back : texts.selfCheck.title}
              </Button>
            )}
            <Button size="small" appearance="transparent" onClick={onLanguage}>
              {texts.language}
            </Button>
          </div>
        </div>
        {isChecking && <SelfCheckView />}
        <div className="pane-content" hidden={isChecking}>
          {state.kind === 'loading' && <Spinner size="small" label={texts.loading} />}
          {state.kind === 'form' && <SenderStep form={state.form} />}
          {state.kind === 'marked' && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{texts.isMarkedCopy(state.copy.agency, state.copy.period)}</MessageBarBody>
            </MessageBar>
          )}
          {state.kind === 'no-plan' && <NoPlan seen={state.seen} onPlan={readAgain} />}
          {(state.kind === 'refused' || state.kind === 'failed') && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                {state.kind === 'refused' ? refused(state.refusal, texts, language) : texts.failed(state.reason)}
              </MessageBarBody>
            </MessageBar>
          )}
          {(state.kind === 'refused' || state.kind === 'failed') && (
            <Button size="small" onClick={readAgain}>
              {texts.readAgain}
            </Button>
          )}
          {state.kind === 'refused' && state.refusal.faults && (
            <PlanDoubts
              found={state.refusal.faults}
              isBusy={false}
              onGoTo={(place) => void port.goTo(place.sheet, place.cell)}
            />
          )}
          {state.kind === 'ready' && (
            <Steps desk={state.desk} onDesk={(desk) => setState({ kind: 'ready', desk })} onPlan={readAgain} />
          )}
        </div>
      </div>
    </WhoProvider>
  );
}

/** A plan with several faults is refused by their number, since each is listed; anything else by its own sentence. */
function refused(refusal: DeskRefusal, texts: UiTexts, language: Language): string {
  const count = refusal.faults?.length ?? 0;
  return count > 1 ? texts.planFaulty(count) : refusalSentence(refusal, language);
}

function Steps({ desk, onDesk, onPlan }: { desk: Desk; onDesk(desk: Desk): void; onPlan(): void }) {
  const { texts } = useServices();
  const run = useRun();
  const [step, setStep] = useState<Step>('plan');
  const [session, setSession] = useState<readonly SessionFile[]>([]);
  const [intakePeriod, setIntakePeriod] = useState(() => currentPeriod(desk));
  // The period that is taken in, until another is chosen to be consolidated.
  const [chosenPeriod, setChosenPeriod] = useState<string | null>(null);
  return (
    <>
      <TabList size="small" selectedValue={step} onTabSelect={(_, data) => setStep(data.value as Step)}>
        {(['plan', 'intake', 'consolidate'] as const).map((one) => (
          <Tab key={one} value={one} disabled={run.running !== null && one !== step}>
            {texts.steps[one]}
          </Tab>
        ))}
      </TabList>
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
      <HandEdits desk={desk} onDesk={onDesk} run={run} />
      <RunStatus run={run} />
      {step === 'plan' && <PlanStep desk={desk} run={run} onPlan={onPlan} />}
      {step === 'intake' && (
        <IntakeStep
          desk={desk}
          run={run}
          onDesk={onDesk}
          period={intakePeriod}
          onPeriod={setIntakePeriod}
          session={session}
          onSession={setSession}
        />
      )}
      {step === 'consolidate' && (
        <ConsolidateStep
          desk={desk}
          onDesk={onDesk}
          run={run}
          period={chosenPeriod ?? intakePeriod}
          onPeriod={setChosenPeriod}
          received={session.map(({ source }) => source)}
        />
      )}
    </>
  );
}

/** The last period anything was received for, else the plan's first. */
function currentPeriod(desk: Desk): string {
  const periods = consolidablePeriods(desk.plan).filter((period) => period.kind === baseKind(desk.plan.schedule));
  const received = new Set(desk.ledger.map((submission) => submission.period));
  return (periods.filter((period) => received.has(period.id)).at(-1) ?? periodOf(periods[0].id)).id;
}
