import { useRef, useState, type DragEvent } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { ReceivedFile } from '../../app/ports';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { droppedFiles, toReceived } from './dropped-files';

/** Where received files and folders are dropped; the buttons open the same choice by keyboard. */
export function DropZone({ onFiles }: { onFiles(files: ReceivedFile[]): void }) {
  const isBusy = useIsBusy();
  const { texts, lacks } = useServices();
  const choosesFolders = !lacks?.includes('folder');
  const [over, setOver] = useState(false);
  /** Why the last drop was not taken. */
  const [missed, setMissed] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const folderChooser = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].map((file) => toReceived(file));
    input.value = '';
    setMissed(null);
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setMissed(isBusy ? texts.files.dropTooEarly : null);
    if (isBusy) return;
    droppedFiles(event.dataTransfer).then(
      (files) => (files.length > 0 ? onFiles(files) : setMissed(texts.files.dropNotRead)),
      () => setMissed(texts.files.dropNotRead),
    );
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
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={() => chooser.current?.click()}>
          {texts.chooseFiles}
        </Button>
        {choosesFolders && (
          <Button size="small" disabled={isBusy} onClick={() => folderChooser.current?.click()}>
            {texts.chooseFolder}
          </Button>
        )}
      </div>
      {missed !== null && (
        <Text block role="alert">
          {missed}
        </Text>
      )}
      {!choosesFolders && (
        <Text block size={200}>
          {texts.files.noFolder}
        </Text>
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={texts.chooseFiles}
        onChange={(event) => chosen(event.target)}
      />
      {choosesFolders && (
        <input
          ref={folderChooser}
          type="file"
          hidden
          aria-label={texts.chooseFolder}
          // React's typings lack it; every browser an Office pane runs in has it.
          {...{ webkitdirectory: '' }}
          onChange={(event) => chosen(event.target)}
        />
      )}
    </div>
  );
}
