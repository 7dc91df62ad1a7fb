import { useState } from 'react';
import { ActButton, Asks, NeededInput } from './needed';
import { useServices } from './services';
import { WhoField } from './who-field';

interface ReasonedButtonsProps<Choice> {
  choices: readonly Choice[];
  keyOf(choice: Choice): string;
  label(choice: Choice): string;
  onChoose(choice: Choice, reason: string): void;
}

/**
 * Choices that are one press each, once there is a name and a reason: they go to the ledger with
 * what is chosen.
 */
export function ReasonedButtons<Choice>({
  choices,
  keyOf,
  label,
  onChoose,
}: ReasonedButtonsProps<Choice>) {
  const { texts } = useServices();
  const [reason, setReason] = useState('');
  return (
    <Asks>
      <WhoField />
      <NeededInput
        label={texts.reason}
        missing={texts.needed.reason}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div className="buttons">
        {choices.map((choice) => (
          <ActButton key={keyOf(choice)} onAct={() => onChoose(choice, reason.trim())}>
            {label(choice)}
          </ActButton>
        ))}
      </div>
    </Asks>
  );
}
