import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { MarkedCopy } from '../app/whose-marked-copy';
import { useServices } from './services';

/** The open workbook is a copy in which we marked faults: it is to be looked at only. */
export function MarkedCopyNote({ copy }: { copy: MarkedCopy }) {
  const { texts } = useServices();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{texts.isMarkedCopy(copy.agency, copy.period)}</MessageBarBody>
    </MessageBar>
  );
}
