import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { DeskRefusal } from '../app/desk-refused';
import { refusalSentence } from '../locale/sentence';
import { PlanDoubts } from './plan/plan-doubts';
import { RunStatus } from './run-status';
import { useServices } from './services';
import { RunProvider, useRun } from './use-run';

export interface RefusedDeskProps {
  refusal: DeskRefusal;
  onReadAgain(): void;
}

/** A workbook that has a plan and cannot be worked on. */
export function RefusedDesk(props: RefusedDeskProps) {
  return (
    <RunProvider>
      <Refused {...props} />
      <RunStatus />
    </RunProvider>
  );
}

/**
 * A plan with several faults is refused by their number, since each is listed; anything else by its
 * own sentence.
 */
function Refused({ refusal, onReadAgain }: RefusedDeskProps) {
  const { texts, language, port } = useServices();
  const run = useRun();
  const count = refusal.faults?.length ?? 0;
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {count > 1 ? texts.planFaulty(count) : refusalSentence(refusal, language)}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onReadAgain}>
            {texts.readAgain}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {refusal.faults && (
        <PlanDoubts
          found={refusal.faults}
          onGoTo={({ sheet, cell }) => run.aside(() => port.goTo(sheet, cell))}
        />
      )}
    </>
  );
}
