import { useState } from 'react';
import { Button, Textarea } from '@fluentui/react-components';
import { useServices } from '../services';

/** What goes back to a sender: a marked copy of the file, and a message to paste. */
export function ReturnFile(props: { message: string; isBusy: boolean; onCopy(): void }) {
  const { texts } = useServices();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="buttons">
        <Button size="small" disabled={props.isBusy} onClick={props.onCopy}>
          {texts.markedCopy}
        </Button>
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {texts.returnMessage}
        </Button>
      </div>
      {isShown && (
        <Textarea
          size="small"
          readOnly
          rows={8}
          aria-label={texts.returnMessage}
          value={props.message}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
