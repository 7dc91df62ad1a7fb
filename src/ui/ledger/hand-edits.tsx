import { useState } from 'react';
import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { acceptEdit } from '../../app/acts/accept-edit';
import { isEdited } from '../../app/settle-edits';
import { isSettledByFile, submissionId } from '../../domain/ledger/ledger-tables';
import { placedSentence, refusalSentence } from '../../locale/sentence';
import { useDesk } from '../desk';
import { ActButton, Asks, NeededInput } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { WhoField } from '../who-field';
import { ShortList } from './short-list';

/** What somebody changed by hand in the ledger's sheets, each at its cell, and the ways out. */
export function HandEdits() {
  const desk = useDesk();
  const run = useRun();
  const isBusy = useIsBusy();
  const { texts, port, language } = useServices();
  if (desk.edits.length === 0) return null;
  const items = desk.edits.map(({ sheet, cell, said }) =>
    placedSentence(sheet, cell, refusalSentence(said, language), language),
  );
  // The others say their own way out.
  const isOfFile = desk.edits.some(({ said }) => isSettledByFile(said.code));
  const [first] = desk.edits;
  const named = new Set(desk.edits.map(({ said }) => said.facts.submission));
  const settled = desk.ledger.filter((one) => isEdited(one)).map(submissionId);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <ShortList title={texts.edits.title(desk.edits.length)} items={items} />
        {isOfFile && <p>{texts.edits.waysOut}</p>}
        <div className="buttons">
          <Button
            size="small"
            disabled={isBusy}
            onClick={() => run.aside(() => port.goTo(first.sheet, first.cell))}
          >
            {texts.goToCell}
          </Button>
        </div>
        <Accept ids={settled.filter((id) => named.has(id))} />
      </MessageBarBody>
    </MessageBar>
  );
}

/** *Chấp nhận là điều chỉnh*, with a reason and in somebody's name. */
function Accept({ ids }: { ids: readonly string[] }) {
  const perform = usePerform();
  const { texts } = useServices();
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const submission = ids.includes(chosen) ? chosen : ids[0];
  if (submission === undefined) return null;
  const accept = () =>
    perform(acceptEdit, { submission, reason: reason.trim() }, { onDone: () => setReason('') });
  return (
    <Asks>
      <Field label={texts.out.submission} size="small">
        <Select size="small" value={submission} onChange={(_, data) => setChosen(data.value)}>
          {ids.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </Select>
      </Field>
      <WhoField />
      <NeededInput
        label={texts.reason}
        missing={texts.needed.reason}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div className="buttons">
        <ActButton onAct={accept}>{texts.edits.accept}</ActButton>
      </div>
    </Asks>
  );
}
