import { Button, Field, MessageBar, MessageBarActions, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useServices } from './services';
import type { Run } from './use-run';

/** Progress while something runs, then how it ended and how to take it back. */
export function RunStatus({ run }: { run: Run }) {
  const { texts } = useServices();
  const { running, message } = run;
  if (running) {
    return (
      <div className="run" role="status">
        <Field validationMessage={running.text} validationState="none">
          <ProgressBar value={running.share} />
        </Field>
        {running.canCancel && (
          <Button size="small" onClick={run.cancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    );
  }
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
