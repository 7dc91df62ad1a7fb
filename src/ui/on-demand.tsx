import { createElement, useEffect, useReducer, useState, type FunctionComponent } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useServices } from './services';

/**
 * A part of the screen that is loaded when it is first shown: what a person sees first does not
 * wait for what they may never ask for. It is fetched ahead while the machine is at rest
 * (webpackPrefetch), so that it is there when it is wanted; where it cannot be fetched, the person
 * is told and tries again.
 */
export function onDemand<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | null = null;
  return function OnDemand(props: Props) {
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    const [reason, setReason] = useState<string | null>(null);
    const isWanted = known === null && reason === null;
    useEffect(() => {
      if (!isWanted) return;
      let isGone = false;
      load().then(
        (loaded) => {
          known = loaded;
          if (!isGone) redraw();
        },
        (error: unknown) => isGone || setReason(String(error)),
      );
      return () => {
        isGone = true;
      };
    }, [isWanted]);
    if (known !== null) return createElement(known, props);
    return <Coming reason={reason} onAgain={() => setReason(null)} />;
  };
}

function Coming({ reason, onAgain }: { reason: string | null; onAgain(): void }) {
  const { texts } = useServices();
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
