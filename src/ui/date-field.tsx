import { useState, type KeyboardEvent } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { addDays, formatDate, readTypedDate, type CivilDate } from '../text/date';
import { useNeeded } from './needed';
import { useServices } from './services';

interface DateFieldProps {
  label: string;
  /** "" where no day is stated. */
  value: CivilDate | '';
  hint?: string;
  onChange(day: CivilDate | ''): void;
}

const STEPS: Partial<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A day as people here write it, dd/mm/yyyy, whatever the browser's own language is. Read as it is
 * typed and written out when the field is left; the arrows go a day on or back. What is no day is
 * said at the field, states nothing, and acts around it wait for it.
 */
export function DateField({ label, value, hint, onChange }: DateFieldProps) {
  const { texts, today } = useServices();
  const [typed, setTyped] = useState<string | null>(null);
  /** Nobody is corrected in the middle of a day. */
  const [isLeft, setLeft] = useState(false);
  const shown = typed ?? (value ? formatDate(value) : '');
  const isBlank = shown.trim() === '';
  const read = typed === null || isBlank ? value || null : readTypedDate(typed, today());
  const isWrong = !isBlank && read === null;
  const { ref, said } = useNeeded(isWrong, texts.notADay(shown.trim()));
  const change = (text: string) => {
    setTyped(text);
    setLeft(false);
    onChange(text.trim() === '' ? '' : (readTypedDate(text, today()) ?? ''));
  };
  const leave = () => {
    setLeft(true);
    if (!isWrong) setTyped(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Enter') leave();
    if (step === undefined || read === null) return;
    event.preventDefault();
    setTyped(null);
    onChange(addDays(read, step));
  };
  return (
    <Field
      label={label}
      size="small"
      hint={hint}
      {...said}
      {...(isWrong &&
        isLeft && { validationState: 'error', validationMessage: texts.notADay(shown.trim()) })}
    >
      <Input
        ref={ref}
        size="small"
        inputMode="numeric"
        autoComplete="off"
        placeholder={texts.dayAsWritten}
        value={shown}
        onChange={(_, data) => change(data.value)}
        onBlur={leave}
        onKeyDown={press}
      />
    </Field>
  );
}
