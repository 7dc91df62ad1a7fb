import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import type { Desk } from '../app/desk';
import type { DeskRefusal } from '../app/desk-refused';
import type { OpenForm } from '../app/open-form';
import type { MarkedCopy } from '../app/whose-marked-copy';
import type { WorkbookPort } from '../app/ports';
import { whichWorkbook } from '../app/which-workbook';
import type { LastWrites } from '../workbook/workbook';
import { AFTER_FIRST } from '../locale/first-language';
import { Commands, useCommand, type Command, type WorkbookKind } from './commands';
import { faultSaid } from './fault-said';
import type { HelpScreen } from './help/help-view';
import { useKeptFocus } from './kept-focus';
import { useTabOnward } from './tab-onward';
import { onDemand } from './on-demand';
import { Start } from './plan/start';
import { useFirstServices } from './services';
import { useStill } from './still';
import { WhoProvider } from './who';

type State =
  | { kind: 'loading' }
  | { kind: 'no-plan'; seen?: LastWrites }
  | { kind: 'form'; form: OpenForm }
  | { kind: 'marked'; copy: MarkedCopy }
  | { kind: 'refused'; refusal: DeskRefusal }
  | { kind: 'failed'; error: unknown }
  | { kind: 'ready'; desk: Desk };

/** Reads the workbook; every ending is a state that is shown. */
async function readState(port: WorkbookPort): Promise<State> {
  try {
    const which = await whichWorkbook(port);
    if (which.kind === 'form') return which;
    if (which.kind === 'other') return { kind: 'no-plan', seen: which.workbook.lastWrites };
    if (which.kind === 'marked') {
      const { openMarkedCopy } = await import('../app/open-marked-copy');
      return { kind: 'marked', copy: await openMarkedCopy(port) };
    }
    const { openDesk } = await import(/* webpackPrefetch: true */ '../app/desk');
    const opened = await openDesk(port, which.workbook);
    return opened.ok
      ? { kind: 'ready', desk: opened.value }
      : { kind: 'refused', refusal: opened.refusal };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

const DeskScreen = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './month/desk-screen')).DeskScreen,
);
const RefusedDesk = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './refused-desk')).RefusedDesk,
);
const SenderStep = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './sender/sender-step')).SenderStep,
  'first-words',
);
const MarkedCopyNote = onDemand(async () => (await import('./marked-copy-note')).MarkedCopyNote);
const HelpView = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './help/help-view')).HelpView,
);
const SelfCheckView = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './self-check/self-check')).SelfCheckView,
);

/** The task pane: what the open workbook is, and its work. */
export function App({
  onLanguage,
  nextLanguage = AFTER_FIRST,
}: {
  onLanguage(): void;
  /** What the next language calls itself. */
  nextLanguage?: string;
}) {
  const { texts, port, selfCheck, ribbon, figures } = useFirstServices();
  const [beside, setBeside] = useState<'self-check' | 'help' | null>(null);
  const [unfit, setUnfit] = useState<Command | null>(null);
  const [screen, setScreen] = useState<HelpScreen | null>(null);
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [reading, readAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isCurrent = true;
    void readState(port).then((read) => isCurrent && setState(read));
    return () => {
      isCurrent = false;
    };
  }, [port, reading]);

  const pane = useRef<HTMLDivElement>(null);
  useKeptFocus(pane);
  useTabOnward();
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
        <div className="pane" ref={pane}>
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
                {nextLanguage}
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
            <Work state={state} onDesk={showDesk} readAgain={readAgain} onScreen={setScreen} />
          </div>
        </div>
      </Commands>
    </WhoProvider>
  );
}

interface WorkProps {
  state: State;
  onDesk(desk: Desk): void;
  readAgain(): void;
  onScreen(screen: HelpScreen | null): void;
}

/** The screen of what the open workbook is. */
function Work({ state, onDesk, readAgain, onScreen }: WorkProps) {
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'form':
      return <SenderStep form={state.form} />;
    case 'marked':
      return <MarkedCopyNote copy={state.copy} />;
    case 'no-plan':
      return <Start seen={state.seen} onPlan={readAgain} />;
    case 'failed':
      return <Failed error={state.error} onReadAgain={readAgain} />;
    case 'refused':
      return <RefusedDesk refusal={state.refusal} onReadAgain={readAgain} />;
    case 'ready':
      return (
        <DeskScreen desk={state.desk} onDesk={onDesk} readAgain={readAgain} onScreen={onScreen} />
      );
  }
}

function Failed({ error, onReadAgain }: { error: unknown; onReadAgain(): void }) {
  const { texts } = useFirstServices();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{faultSaid(error, texts)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onReadAgain}>
          {texts.readAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Loading() {
  const { texts } = useFirstServices();
  return <Spinner size="small" label={useStill(texts.loading)} />;
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
  const { ribbon } = useFirstServices();
  useCommand('help', () => {
    onHelp();
    void ribbon?.showPane();
  });
  return null;
}
