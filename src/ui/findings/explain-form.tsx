import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { useServices } from '../services';

interface ExplainFormProps {
  isBusy: boolean;
  isNamed: boolean;
  onExplain(reason: string): void;
}

/** A warning is confirmed with a reason, which goes with the figure to the province's report. */
export function ExplainForm({ isBusy, isNamed, onExplain }: ExplainFormProps) {
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.explain}
      </Button>
      {isOpen && (
        <span className="repair" role="group" aria-label={texts.explain}>
          <Field label={texts.reason} size="small" hint={isNamed ? undefined : texts.whoMissing}>
            <Input size="small" maxLength={500} value={reason} onChange={(_, data) => setReason(data.value)} />
          </Field>
          <Button
            size="small"
            disabled={isBusy || !isNamed || reason.trim() === ''}
            onClick={() => {
              setOpen(false);
              onExplain(reason.trim());
            }}
          >
            {texts.confirmWarning}
          </Button>
        </span>
      )}
    </>
  );
}
