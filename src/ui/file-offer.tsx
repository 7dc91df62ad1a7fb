import { useCallback } from 'react';
import { Field, Link, Text, Textarea } from '@fluentui/react-components';
import { useServices } from './services';
import type { Run } from './use-run';

/** A file the pane made for the person. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

const isWorkbook = ({ name }: MadeFile) => /\.xlsx$/i.test(name);
const isText = ({ name }: MadeFile) => /\.(csv|json|txt)$/i.test(name);

/** Gives a file by the way this Excel has: a download, else a workbook of its own. No way tells whether a file was saved. */
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

/** What stands in the pane after a file was given: that it is not seen whether it was saved, and the ways that are left. */
export function FileOffer({ file, run }: { file: MadeFile; run: Run }) {
  const { texts, lacks, port, download } = useServices();
  const open = isWorkbook(file) && (
    <Link as="button" onClick={() => run.aside(() => port.openWorkbook(file.bytes))}>
      {texts.openInExcel}
    </Link>
  );
  if (!lacks?.includes('download'))
    return (
      <Text block size={200}>
        {texts.files.asked(file.name)}{' '}
        <Link as="button" onClick={() => download(file.name, file.bytes)}>
          {texts.downloadAgain(file.name)}
        </Link>{' '}
        {open}
      </Text>
    );
  if (isText(file))
    return (
      <Field size="small" label={texts.files.copyText(file.name)}>
        <Textarea
          size="small"
          readOnly
          rows={6}
          value={new TextDecoder().decode(file.bytes)}
          onFocus={(event) => event.target.select()}
        />
      </Field>
    );
  return (
    <Text block size={200}>
      {open ? texts.files.opened(file.name) : texts.files.elsewhere(file.name)} {open}
    </Text>
  );
}
