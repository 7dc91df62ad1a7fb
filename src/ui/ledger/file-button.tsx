import { useRef } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReceivedFile } from '../../app/ports';
import { useIsBusy } from '../use-run';
import { toReceived } from '../intake/dropped-files';

interface FileButtonProps {
  label: string;
  /** Extensions offered first; any file can be chosen. */
  accept: string;
  /** It cannot be chosen now. */
  disabled?: boolean;
  onFile(file: ReceivedFile): void;
}

/** Chooses one file, by mouse or keyboard. */
export function FileButton({ label, accept, disabled, onFile }: FileButtonProps) {
  const isBusy = useIsBusy();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" disabled={isBusy || disabled} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(toReceived(file));
          target.value = '';
        }}
      />
    </>
  );
}
