import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { useServices } from '../services';
import { DecisionForm } from './resubmission';

/** A version that counts is returned: it counts no longer, and the one before it does if there was one. */
export function ReturnVersion({ isBusy, onReturn }: { isBusy: boolean; onReturn(reason: string): void }) {
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.ledger.returnVersion}
      </Button>
      {isOpen && <DecisionForm isBusy={isBusy} kinds={['returned']} onDecide={(_, reason) => onReturn(reason)} />}
    </>
  );
}
