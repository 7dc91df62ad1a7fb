import { useCallback } from 'react';
import { useServices } from './services';

/** A file the pane made for the person. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

export const isWorkbook = ({ name }: MadeFile) => /\.xlsx$/i.test(name);

/**
 * Gives a file by the way this Excel has: a download, else a workbook of its own. No way tells
 * whether a file was saved.
 */
export function useGive(): (file: MadeFile) => Promise<void> {
  const { download, port, lacks } = useServices();
  return useCallback(
    async (file) => {
      if (!lacks?.includes('download')) download(file.name, file.bytes);
      else if (isWorkbook(file)) await port.openWorkbook(file.bytes);
    },
    [download, port, lacks],
  );
}
