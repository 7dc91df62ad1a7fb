import { useState } from 'react';
import { Checkbox, Field, Text } from '@fluentui/react-components';
import { ActButton, Asks, useNeeded } from '../needed';
import { useServices } from '../services';

interface StampFormProps {
  onStamp(): void;
}

/**
 * *Đánh dấu đã kiểm tra*: only what no software can see is asked of the person first, that the
 * figures are those of the signed report.
 */
export function StampForm({ onStamp }: StampFormProps) {
  const { texts } = useServices();
  return (
    <section aria-label={texts.stamp}>
      <Text as="h2" weight="semibold" block>
        {texts.stamp}
      </Text>
      <Asks>
        <SameAsSigned />
        <ActButton appearance="primary" onAct={onStamp}>
          {texts.stamp}
        </ActButton>
      </Asks>
    </section>
  );
}

/** Nobody but the person can know it. */
function SameAsSigned() {
  const { texts } = useServices();
  const [isSame, setSame] = useState(false);
  const { ref, said } = useNeeded(!isSame, texts.needed.sameAsSigned);
  return (
    <Field {...said}>
      <Checkbox
        ref={ref}
        size="medium"
        label={texts.sameAsSigned}
        checked={isSame}
        onChange={(_, data) => setSame(data.checked === true)}
      />
    </Field>
  );
}
