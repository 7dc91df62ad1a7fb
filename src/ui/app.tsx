import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import { openForm, type OpenForm } from '../app/open-form';
import { openMarkedCopy, type MarkedCopy } from '../app/open-marked-copy';
import { openDesk, type Desk, type DeskRefusal } from '../app/desk';
import type { WorkbookPort } from '../app/ports';
import type { LastWrites } from '../workbook/workbook';
import { refusalSentence, type Language } from '../locale/sentence';
import type { UiTexts } from '../locale/ui-texts';
import { Commands, useCommand, type Command, type WorkbookKind } from './commands';
import { ConsolidateStep } from './consolidate/consolidate-step';
import { DeskProvider, useDesk } from './desk';
import { HelpView, type HelpScreen } from './help/help-view';
import { ChasePage } from './chase/chase-page';
import { IntakeStep, unplacedOf, type SessionFile } from './intake/intake-step';
import { HandEdits } from './ledger/hand-edits';
import { LockStep } from './lock/lock-step';
import { monthOf, nextOf, workingPeriod, type Step } from './month/month';
import { MonthHead } from './month/month-head';
import { NextThing } from './month/next-thing';
import { NoPlan } from './plan/no-plan';
import { PlanDoubts } from './plan/plan-doubts';
import { PlanStep } from './plan/plan-step';
import { SelfCheckView } from './self-check/self-check';
import { SenderStep } from './sender/sender-step';
import { RunStatus } from './run-status';
import { useServices } from './services';
import { RunProvider, useInTurn, useRun } from './use-run';
import { WhoProvider } from './who';

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
    if (opened.refusal.code !== 'no-plan-in-workbook')
      return { kind: 'refused', refusal: opened.refusal };
    const form = await openForm(port);
    if (form) return { kind: 'form', form };
    const copy = await openMarkedCopy(port);
    return copy ? { kind: 'marked', copy } : { kind: 'no-plan', seen: opened.refusal.lastWrites };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The task pane: what the open workbook is, and its work. */
export function App({ onLanguage }: { onLanguage(): void }) {
  const { texts, port, language, selfCheck, ribbon, figures } = useServices();
  const [beside, setBeside] = useState<'self-check' | 'help' | null>(null);
  const [unfit, setUnfit] = useState<Command | null>(null);
  const [screen, setScreen] = useState<HelpScreen | null>(null);
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [reading, readAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isCurrent = true;
    void readDesk(port).then((read) => isCurrent && setState(read));
    return () => {
      isCurrent = false;
    };
  }, [port, reading]);

  const showDesk = useCallback((desk: Desk) => setState({ kind: 'ready', desk }), []);
  const kind = kindOf(state);
  const desk = state.kind === 'ready' ? state.desk : null;
  useEffect(() => {
    if (kind !== null) figures?.stand(desk);
  }, [figures, kind, desk]);
  const toggle = (which: 'self-check' | 'help') => setBeside(beside === which ? null : which);

  return (
    <WhoProvider>
      <Commands ribbon={ribbon} kind={kind} onUnfit={setUnfit}>
        <OnHelp onHelp={() => setBeside('help')} />
        <div className="pane">
          <div className="title">
            <h1>{texts.product}</h1>
            <div>
              <Button
                size="small"
                appearance="transparent"
                className="help"
                aria-label={beside === 'help' ? texts.selfCheck.back : texts.help.title}
                title={texts.help.title}
                onClick={() => toggle('help')}
              >
                {beside === 'help' ? texts.selfCheck.back : '?'}
              </Button>
              {selfCheck && (
                <Button size="small" appearance="transparent" onClick={() => toggle('self-check')}>
                  {beside === 'self-check' ? texts.selfCheck.back : texts.selfCheck.title}
                </Button>
              )}
              <Button size="small" appearance="transparent" onClick={onLanguage}>
                {texts.language}
              </Button>
            </div>
          </div>
          {unfit !== null && kind !== null && (
            <MessageBar intent="info" layout="multiline" role="alert">
              <MessageBarBody>{texts.unfit(texts.commands[unfit], kind)}</MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => setUnfit(null)}>
                  {texts.agree}
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {beside === 'self-check' && <SelfCheckView />}
          {beside === 'help' && (
            <HelpView kind={kind ?? 'other'} screen={screenOf(state, screen)} />
          )}
          <div className="pane-content" hidden={beside !== null}>
            {state.kind === 'loading' && <Spinner size="small" label={texts.loading} />}
            {state.kind === 'form' && <SenderStep form={state.form} />}
            {state.kind === 'marked' && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  {texts.isMarkedCopy(state.copy.agency, state.copy.period)}
                </MessageBarBody>
              </MessageBar>
            )}
            {state.kind === 'no-plan' && <NoPlan seen={state.seen} onPlan={readAgain} />}
            {(state.kind === 'refused' || state.kind === 'failed') && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>
                  {state.kind === 'refused'
                    ? refused(state.refusal, texts, language)
                    : texts.failed(state.reason)}
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
                onGoTo={(place) => void port.goTo(place.sheet, place.cell)}
              />
            )}
            {state.kind === 'ready' && (
              <DeskProvider desk={state.desk} onDesk={showDesk} readAgain={readAgain}>
                <RunProvider>
                  <Steps onScreen={setScreen} />
                </RunProvider>
              </DeskProvider>
            )}
          </div>
        </div>
      </Commands>
    </WhoProvider>
  );
}

function kindOf({ kind }: State): WorkbookKind | null {
  if (kind === 'loading') return null;
  if (kind === 'form') return 'form';
  return kind === 'ready' ? 'desk' : 'other';
}

/** What help is asked about: a form has one screen, the consolidator's workbook its steps. */
function screenOf({ kind }: State, step: HelpScreen | null): HelpScreen | null {
  if (kind === 'form' || kind === 'marked') return 'form';
  return kind === 'ready' ? step : 'start';
}

/** Help fits every workbook. */
function OnHelp({ onHelp }: { onHelp(): void }) {
  const { ribbon } = useServices();
  useCommand('help', () => {
    onHelp();
    void ribbon?.showPane();
  });
  return null;
}

/**
 * A plan with several faults is refused by their number, since each is listed; anything else by its
 * own sentence.
 */
function refused(refusal: DeskRefusal, texts: UiTexts, language: Language): string {
  const count = refusal.faults?.length ?? 0;
  return count > 1 ? texts.planFaulty(count) : refusalSentence(refusal, language);
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
      {step === 'lock' && <LockStep key={period} month={month} isNext={isNext} />}
      <RunStatus />
    </>
  );
}
