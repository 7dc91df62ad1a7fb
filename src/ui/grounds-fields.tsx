import { Field, Input } from '@fluentui/react-components';
import { NeededInput } from './needed';
import { useServices } from './services';
import { WhoField } from './who-field';

interface GroundsFieldsProps {
  reason: string;
  onReason(text: string): void;
  document: string;
  onDocument(text: string): void;
}

/** Why a figure without a file is entered, by which document, and who says so. */
export function GroundsFields({ reason, onReason, document, onDocument }: GroundsFieldsProps) {
  const { texts } = useServices();
  return (
    <>
      <NeededInput
        label={texts.reason}
        missing={texts.needed.reason}
        maxLength={500}
        value={reason}
        onChange={onReason}
      />
      <Field label={texts.ledger.document} size="small">
        <Input
          size="small"
          maxLength={200}
          value={document}
          onChange={(_, data) => onDocument(data.value)}
        />
      </Field>
      <WhoField />
    </>
  );
}
