import { useState } from 'react';
import { Button, Field, Link, Text, Textarea } from '@fluentui/react-components';
import { copyText } from './copy-text';
import { isWorkbook, type MadeFile } from './give-file';
import { useServices } from './services';
import { useRun } from './use-run';

const isText = ({ name }: MadeFile) => /\.(csv|json|txt)$/i.test(name);

/**
 * What stands in the pane after a file was given: that it is not seen whether it was saved, and the
 * ways that are left.
 */
export function FileOffer({ file }: { file: MadeFile }) {
  const run = useRun();
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
  if (!open) return <CopiedFile file={file} />;
  return (
    <Text block size={200}>
      {texts.files.opened(file.name)} {open}
    </Text>
  );
}

/**
 * A file that is neither text nor a workbook goes over the clipboard, byte by byte: what is pasted
 * in Terminal is the very file.
 */
function CopiedFile({ file }: { file: MadeFile }) {
  const { texts } = useServices();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await copyText(base64(file.bytes)));
  return (
    <div className="step">
      <Text block size={200}>
        {texts.files.elsewhere(file.name)}
      </Text>
      <Button size="small" onClick={() => void copy()}>
        {texts.files.copyFile(file.name)}
      </Button>
      {isCopied !== null && (
        <Text block size={200} role="status">
          {isCopied ? texts.files.fileCopied : texts.files.notCopied}
          {isCopied && <code>{`pbpaste | base64 -D > ~/Downloads/${file.name}`}</code>}
        </Text>
      )}
    </div>
  );
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
