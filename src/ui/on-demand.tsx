import { createElement, useEffect, useReducer, useState, type FunctionComponent } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useFirstServices } from './services';

/**
 * A part of the screen that is loaded when it is first shown, with the words it says: what a person
 * sees first does not wait for what they may never ask for. It is fetched ahead while the machine
 * is at rest (webpackPrefetch), so that it is there when it is wanted; where it cannot be fetched,
 * the person is told and tries again. A part that is itself a first screen says first words
 * only, and waits for no others.
 */
export function onDemand<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  says: 'all' | 'first-words' = 'all',
): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | null = null;
  return function OnDemand(props: Props) {
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    const [reason, setReason] = useState<string | null>(null);
    const services = useFirstServices();
    const restOfTexts = says === 'all' ? services.restOfTexts : undefined;
    const isHere = known !== null && restOfTexts === undefined;
    const isWanted = !isHere && reason === null;
    useEffect(() => {
      if (!isWanted) return;
      let isGone = false;
      Promise.all([load(), restOfTexts?.()]).then(
        ([loaded]) => {
          known = loaded;
          if (!isGone) redraw();
        },
        (error: unknown) => isGone || setReason(String(error)),
      );
      return () => {
        isGone = true;
      };
    }, [isWanted, restOfTexts]);
    if (known !== null && isHere) return createElement(known, props);
    return <Coming reason={reason} onAgain={() => setReason(null)} />;
  };
}

function Coming({ reason, onAgain }: { reason: string | null; onAgain(): void }) {
  const { texts } = useFirstServices();
  if (reason === null)
    return (
      <p className="quiet" role="status">
        {texts.loadingPart}
      </p>
    );
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{texts.partNotLoaded(reason)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAgain}>
          {texts.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
