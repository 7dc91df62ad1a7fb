import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ActButton, Asks, NeededInput } from '../needed';
import { useServices } from '../services';

interface ExplainFormProps {
  onExplain(reason: string): void;
}

/** A warning is confirmed with a reason, which goes with the figure to the province's report. */
export function ExplainForm({ onExplain }: ExplainFormProps) {
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {texts.explain}
      </Button>
      {isOpen && (
        <span className="repair" role="group" aria-label={texts.explain}>
          <Asks>
            <NeededInput
              label={texts.reason}
              missing={texts.needed.reason}
              maxLength={500}
              value={reason}
              onChange={setReason}
            />
            <ActButton
              onAct={() => {
                setOpen(false);
                onExplain(reason.trim());
              }}
            >
              {texts.confirmWarning}
            </ActButton>
          </Asks>
        </span>
      )}
    </>
  );
}
