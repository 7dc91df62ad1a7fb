import type { ReactNode } from 'react';
import { Text } from '@fluentui/react-components';

/** One thing that can be done with the ledger: its name, what it is for, and its acts. */
export function ToolSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <section className="step" aria-label={title}>
      <Text as="h3" weight="semibold" block>
        {title}
      </Text>
      <p className="quiet">{hint}</p>
      {children}
    </section>
  );
}
