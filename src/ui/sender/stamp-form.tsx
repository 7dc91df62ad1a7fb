import { useState } from 'react';
import { Button, Checkbox, Text } from '@fluentui/react-components';
import { useServices } from '../services';

interface StampFormProps {
  isBusy: boolean;
  isNamed: boolean;
  onStamp(): void;
}

/** *Đánh dấu đã kiểm tra*: only what no software can see is asked of the person first, that the figures are those of the signed report. */
export function StampForm({ isBusy, isNamed, onStamp }: StampFormProps) {
  const { texts } = useServices();
  const [isSame, setSame] = useState(false);
  return (
    <section aria-label={texts.stamp}>
      <Text as="h2" weight="semibold" block>
        {texts.stamp}
      </Text>
      <Checkbox
        size="medium"
        label={texts.sameAsSigned}
        checked={isSame}
        onChange={(_, data) => setSame(data.checked === true)}
      />
      <Button appearance="primary" size="small" disabled={isBusy || !isNamed || !isSame} onClick={onStamp}>
        {texts.stamp}
      </Button>
    </section>
  );
}
