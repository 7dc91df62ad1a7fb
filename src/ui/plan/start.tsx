import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { onDemand } from '../on-demand';
import { useFirstServices } from '../services';
import type { NewDeskProps } from './new-desk';

const NewDesk = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './new-desk')).NewDesk,
);

const SenderSteps = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './sender-steps')).SenderSteps,
);

/** A workbook without a form or a plan: who is it that opens it, and where do they begin. */
export function Start(props: NewDeskProps) {
  const { texts, startsAs } = useFirstServices();
  const [role, setRole] = useState<'sender' | 'desk' | null>(startsAs ?? null);
  const own = texts.start;
  if (role === 'desk') return <NewDesk {...props} />;
  return (
    <section className="step" aria-label={own.title}>
      <Text as="h2" weight="semibold" block>
        {own.title}
      </Text>
      <div className="buttons">
        <Button
          appearance={role === 'sender' ? 'secondary' : 'primary'}
          size="small"
          aria-expanded={role === 'sender'}
          onClick={() => setRole(role === 'sender' ? null : 'sender')}
        >
          {own.sender}
        </Button>
        <Button appearance="primary" size="small" onClick={() => setRole('desk')}>
          {own.desk}
        </Button>
      </div>
      {role === 'sender' && <SenderSteps />}
    </section>
  );
}
