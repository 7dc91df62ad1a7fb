import { useState } from 'react';
import { Button, Textarea } from '@fluentui/react-components';
import type { ReceivedFile } from '../../app/ports';
import { FileButton } from '../ledger/file-button';
import { CopyButton } from '../copy-button';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';

interface ReturnFileProps {
  message: string;
  /** Makes the marked copy of a file that is at hand. */
  onCopy?(): void;
  /**
   * Makes it of the file given: one received before the workbook was opened is not at hand any
   * more.
   */
  onOriginal?(given: ReceivedFile): void;
}

/** What goes back to a sender: a marked copy of the file, and a message to paste. */
export function ReturnFile({ message, onCopy, onOriginal }: ReturnFileProps) {
  const { texts } = useServices();
  const isBusy = useIsBusy();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div className="buttons">
        {onCopy && (
          <Button size="small" disabled={isBusy} onClick={onCopy}>
            {texts.markedCopy}
          </Button>
        )}
        {onOriginal && (
          <FileButton
            label={texts.markedCopyFrom}
            accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.zip"
            onFile={onOriginal}
          />
        )}
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {texts.returnMessage}
        </Button>
      </div>
      {isShown && (
        <>
          <Textarea
            size="small"
            readOnly
            rows={8}
            aria-label={texts.returnMessage}
            value={message}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={message} />
        </>
      )}
    </>
  );
}
