import { choicesOf, typedChoice, type Choice } from '../../domain/repair/choices';
import type { Finding } from '../../domain/finding/finding';
import { formatDate } from '../../text/date';
import { formatNumber } from '../../text/number';
import { ActButton } from '../needed';
import { useServices } from '../services';

interface ReadingChoiceProps {
  found: Finding;
  onRead(choice: Choice): void;
}

/** An undecided cell waits until a person says what it means; who says so is kept. */
export function ReadingChoice({ found, onRead }: ReadingChoiceProps) {
  const { texts } = useServices();
  const choices = choicesOf(found);
  if (choices.length === 0) return null;
  return (
    <span className="repair" role="group" aria-label={texts.chooseReading}>
      <span className="change">
        {choices.map((choice) => (
          <ActButton key={typedChoice(choice)} onAct={() => onRead(choice)}>
            {shown(choice, texts.notApplicable)}
          </ActButton>
        ))}
      </span>
    </span>
  );
}

function shown(choice: Choice, notApplicable: string): string {
  if (choice.kind === 'not-applicable') return notApplicable;
  return choice.kind === 'date' ? formatDate(choice.value) : formatNumber(choice.value, 6);
}
