import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DeskRefusal } from '../app/desk-refused';
import { refusalSentence } from '../locale/sentence';
import { PlanDoubts } from './plan/plan-doubts';
import { useServices } from './services';

/**
 * A workbook that has a plan and cannot be worked on. A plan with several faults is refused by
 * their number, since each is listed; anything else by its own sentence.
 */
export function RefusedDesk({ refusal }: { refusal: DeskRefusal }) {
  const { texts, language, port } = useServices();
  const count = refusal.faults?.length ?? 0;
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {count > 1 ? texts.planFaulty(count) : refusalSentence(refusal, language)}
        </MessageBarBody>
      </MessageBar>
      {refusal.faults && (
        <PlanDoubts
          found={refusal.faults}
          onGoTo={(place) => void port.goTo(place.sheet, place.cell)}
        />
      )}
    </>
  );
}
