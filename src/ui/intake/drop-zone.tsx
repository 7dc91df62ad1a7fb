import { useRef, useState, type DragEvent } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { useServices } from '../services';

/** Where received files are dropped; the button opens the same choice by keyboard. */
export function DropZone({ disabled, onFiles }: { disabled: boolean; onFiles(files: File[]): void }) {
  const { texts } = useServices();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text block>{texts.drop}</Text>
      <Button size="small" disabled={disabled} onClick={() => chooser.current?.click()}>
        {texts.chooseFiles}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={texts.chooseFiles}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
