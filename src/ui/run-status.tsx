import { useEffect, useRef } from 'react';
import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import { watchElsewhere, type Elsewhere } from './elsewhere';
import { useFirstServices } from './services';
import { useStill } from './still';
import { useRunState, type RunState } from './use-run';
import { useStable } from './use-stable';

/**
 * Pinned at the foot of the pane: progress while something runs, what it asks, then how it ended
 * and how to take it back.
 */
export function RunStatus() {
  const run = useRunState();
  const foot = useRef<HTMLDivElement>(null);
  const { running } = run;
  useReturningFocus(running !== null, foot);
  return (
    <div className="foot" ref={foot} tabIndex={-1}>
      {running?.question ? (
        <Question text={running.text} question={running.question} />
      ) : running ? (
        <Progress running={running} cancel={run.cancel} />
      ) : (
        <Outcome run={run} />
      )}
    </div>
  );
}

type Running = NonNullable<RunState['running']>;

function Progress({ running, cancel }: { running: Running; cancel: () => void }) {
  const { texts } = useFirstServices();
  const { text, share, canCancel } = running;
  const said = useStill(text);
  return (
    <div className="run" role="status">
      <Field validationMessage={said} validationState="none">
        <ProgressBar value={share} />
      </Field>
      {canCancel && (
        <Button size="small" onClick={cancel}>
          {texts.cancel}
        </Button>
      )}
    </div>
  );
}

function Question({
  text,
  question,
}: {
  text: string;
  question: NonNullable<Running['question']>;
}) {
  const { texts } = useFirstServices();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" ref={first} onClick={() => question.answer(true)}>
          {question.yes}
        </Button>
        <Button size="small" onClick={() => question.answer(false)}>
          {texts.goBack}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Outcome({ run }: { run: RunState }) {
  const { texts } = useFirstServices();
  const { message } = run;
  if (!message) return null;
  return (
    <MessageBar intent={message.intent} layout="multiline">
      <MessageBarBody>{message.text}</MessageBarBody>
      {(run.undo ?? run.liftFilters) && (
        <MessageBarActions>
          {run.liftFilters && (
            <Button size="small" onClick={run.liftFilters}>
              {texts.liftFilters}
            </Button>
          )}
          {run.undo && (
            <Button size="small" onClick={run.undo}>
              {texts.undo}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/**
 * A button that started something is grey while it runs and loses the focus: it has it again, or
 * the answer has where it is gone.
 */
function useReturningFocus(isRunning: boolean, foot: React.RefObject<HTMLElement | null>): void {
  const origin = useRef<HTMLElement | null>(null);
  const elsewhere = useRef<Elsewhere | null>(null);
  const giveBack = useStable(() => {
    if (isRunning || elsewhere.current?.isElsewhere) return;
    const from = origin.current;
    origin.current = null;
    if (from === null || document.activeElement !== document.body) return;
    // What a person has scrolled to meanwhile, and is about to press, stays where it is.
    if (from.isConnected) from.focus({ preventScroll: true });
    // Gone, or grey for another reason.
    if (document.activeElement === document.body) foot.current?.focus();
  });
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && foot.current?.contains(event.target) !== true)
        origin.current = event.target;
    };
    const watched = watchElsewhere(giveBack);
    elsewhere.current = watched;
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
      watched.stop();
    };
  }, [foot, giveBack]);
  useEffect(() => giveBack(), [isRunning, giveBack]);
}
