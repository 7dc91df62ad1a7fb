import { useState } from 'react';
import { Button, MessageBar, MessageBarBody, MessageBarActions } from '@fluentui/react-components';
import { daysLate, doubtfulPart } from '../../app/received-day';
import { dueDateOf } from '../../domain/plan/plan';
import { formatDate, type CivilDate } from '../../text/date';
import { useDesk } from '../desk';
import type { Month } from '../month/month';
import { ActButton, Asks } from '../needed';
import { DateField } from '../date-field';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { WhoField } from '../who-field';

interface DoubtfulReceiptProps {
  month: Month;
  day: CivilDate;
  onTake(isRight: boolean): void;
}

/** Asked before a drop is entered: its day makes it so late that the day is likelier mistyped. */
export function DoubtfulReceipt({ month, day, onTake }: DoubtfulReceiptProps) {
  const { texts } = useServices();
  const { plan } = useDesk();
  const late = doubtfulPart(plan, month.period, day) ?? month.base;
  const due = formatDate(dueDateOf(plan, late));
  const text = texts.receipt.doubtful(formatDate(day), daysLate(plan, late, day), due);
  const isBusy = useIsBusy();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={isBusy} onClick={() => onTake(false)}>
          {texts.receipt.leaveOpen}
        </Button>
        <Button size="small" disabled={isBusy} onClick={() => onTake(true)}>
          {texts.receipt.isRight}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

interface ReceiptFieldProps {
  /** What stands for the agency; null: not known. */
  day: CivilDate | null;
  /** The file's own day, to compare with. */
  fileDay: CivilDate | null;
  /**
   * Its file is in the ledger: the day is entered there, in somebody's name. Else it holds for the
   * next drop.
   */
  isTaken: boolean;
  onState(day: CivilDate | null): void;
}

/** The day one agency's file came, before it is dropped or after. */
export function ReceiptField({ day, fileDay, isTaken, onState }: ReceiptFieldProps) {
  const texts = useServices().texts.receipt;
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? day ?? '';
  const hint = fileDay ? texts.fileDay(formatDate(fileDay)) : undefined;
  const change = (text: string) => {
    setTyped(text);
    if (!isTaken) onState(text || null);
  };
  return (
    <>
      <DateField label={texts.ofAgency} value={value} hint={hint} onChange={change} />
      {isTaken && value !== (day ?? '') && (
        <Asks>
          <WhoField />
          <ActButton onAct={() => onState(value || null)}>{texts.state}</ActButton>
        </Asks>
      )}
    </>
  );
}

interface ReceiptOfAllProps {
  day: CivilDate | null;
  count: number;
  onState(): void;
}

/** The day above, entered for every file of the period that was taken in with another. */
export function ReceiptOfAll({ day, count, onState }: ReceiptOfAllProps) {
  const texts = useServices().texts.receipt;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {texts.stateAll(count)}
      </Button>
      {isOpen && (
        <Asks>
          <WhoField />
          <ActButton onAct={onState}>
            {texts.stateAllAs(day ? formatDate(day) : texts.unknown)}
          </ActButton>
        </Asks>
      )}
    </>
  );
}
