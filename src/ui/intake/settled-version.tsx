import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Decision } from '../../domain/submission/submission';
import { useServices } from '../services';
import { DecisionForm } from './resubmission';

interface SettledVersionProps {
  /**
   * What can be said of it now: one that counts is returned, and the one before it counts; one that
   * was returned is accepted after all.
   */
  kind: Decision['kind'];
  onDecide(reason: string): void;
}

/** A version that was settled is decided about once more, with a reason of its own. */
export function SettledVersion({ kind, onDecide }: SettledVersionProps) {
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {texts.ledger.decideAgain[kind]}
      </Button>
      {isOpen && <DecisionForm kinds={[kind]} onDecide={(_, reason) => onDecide(reason)} />}
    </>
  );
}
