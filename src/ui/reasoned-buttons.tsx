import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { useServices } from './services';
import { useWho, WhoField } from './who';

interface ReasonedButtonsProps<Choice> {
  isBusy: boolean;
  choices: readonly Choice[];
  keyOf(choice: Choice): string;
  label(choice: Choice): string;
  onChoose(choice: Choice, reason: string): void;
}

/** Choices that are one press each, once there is a name and a reason: they go to the ledger with what is chosen. */
export function ReasonedButtons<Choice>({ isBusy, choices, keyOf, label, onChoose }: ReasonedButtonsProps<Choice>) {
  const { texts } = useServices();
  const who = useWho();
  const [reason, setReason] = useState('');
  return (
    <>
      <WhoField />
      <Field label={texts.reason} size="small">
        <Input size="small" maxLength={500} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className="buttons">
        {choices.map((choice) => (
          <Button
            key={keyOf(choice)}
            size="small"
            disabled={isBusy || who === '' || reason.trim() === ''}
            onClick={() => onChoose(choice, reason.trim())}
          >
            {label(choice)}
          </Button>
        ))}
      </div>
    </>
  );
}
