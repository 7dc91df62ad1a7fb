import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { copyText } from './copy-text';
import { useServices } from './services';

/** *Sao chép*, and whether it was. */
export function CopyButton({ text }: { text: string }) {
  const { texts } = useServices();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="buttons">
      <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
        {texts.selfCheck.copy}
      </Button>
      {isCopied !== null && (
        <span role="status">{isCopied ? texts.selfCheck.copied : texts.files.notCopied}</span>
      )}
    </div>
  );
}
