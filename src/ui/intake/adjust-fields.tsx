import { useState } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import type { OfForm, OfIndicator, OfTask } from '../../app/adjust-figure';
import type { Indicator, Task } from '../../domain/plan/plan';
import { inputColumns, type StatForm } from '../../domain/plan/stat-form';
import { measureOf } from '../../domain/measure/measure';
import { isCounted } from '../../domain/measure/units';
import type { Submission, TaskState } from '../../domain/submission/submission';
import { TASK_STATES } from '../../domain/template/task-states';
import { readNumber } from '../../text/number';
import { useServices } from '../services';

/** What is entered so far; null while something is missing. */
interface FieldsProps<Row, Entered> {
  rows: readonly Row[];
  onEntered(entered: Entered | null): void;
}

/** So much of a long name is told apart in a list. */
const NAME = 60;

export function IndicatorFields({ rows, onEntered }: FieldsProps<Indicator, OfIndicator>) {
  const { texts } = useServices();
  const [code, setCode] = useState(rows[0].code);
  const [typed, setTyped] = useState({ numerator: '', denominator: '', value: '' });
  const told = (next: string, now: typeof typed) => {
    setCode(next);
    setTyped(now);
    const indicator = rows.find((one) => one.code === next)!;
    const figures = Object.fromEntries(
      partsOf(indicator)
        .filter((part) => now[part].trim() !== '')
        .map((part) => [
          part,
          figureOf(now[part], measureOf(indicator).isReadWhole(part === 'denominator' ? part : 'numerator')),
        ]),
    );
    onEntered(Object.keys(figures).length === 0 ? null : { indicator: next, figures });
  };
  return (
    <>
      <Field label={texts.indicator} size="small">
        <Select size="small" value={code} onChange={(_, data) => told(data.value, typed)}>
          {rows.map((one) => (
            <option key={one.code} value={one.code}>
              {one.code} – {one.name.slice(0, NAME)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="pair">
        {partsOf(rows.find((one) => one.code === code)!).map((part) => (
          <Field key={part} label={texts.ledger.measures[part]} size="small">
            <Input
              size="small"
              inputMode="decimal"
              value={typed[part]}
              onChange={(_, data) => told(code, { ...typed, [part]: data.value })}
            />
          </Field>
        ))}
      </div>
    </>
  );
}

function partsOf({ denominator }: Indicator): ('numerator' | 'denominator' | 'value')[] {
  return denominator ? ['numerator', 'denominator'] : ['value'];
}

/** A row of a statistics form: all its columns, as they count now. */
export function FormFields({
  rows,
  counts,
  onEntered,
}: FieldsProps<StatForm, OfForm> & { counts: Submission | undefined }) {
  const { texts } = useServices();
  const places = rows.flatMap((form) => form.rows.map((row) => ({ form, row })));
  const [place, setPlace] = useState(-1);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const chosen = places[place];
  const choose = (next: number) => {
    setPlace(next);
    const now = places[next] ? currentRow(counts, places[next].form, places[next].row.key) : {};
    setTyped(now);
    tell(places[next], now);
  };
  const tell = (at: (typeof places)[number] | undefined, now: Record<string, string>) => {
    const columns = at ? inputColumns(at.form) : [];
    const isWhole = columns.length > 0 && columns.every(({ code }) => (now[code] ?? '').trim() !== '');
    const figures = columns.map(({ code, unit }) => [code, figureOf(now[code] ?? '', isCounted(unit))] as const);
    onEntered(at && isWhole ? { form: at.form.code, row: at.row.key, figures: Object.fromEntries(figures) } : null);
  };
  return (
    <>
      <Field label={texts.ledger.formRow} size="small">
        <Select size="small" value={String(place)} onChange={(_, data) => choose(Number(data.value))}>
          <option value="-1">{texts.ledger.chooseRow}</option>
          {places.map(({ form, row }, index) => (
            <option key={`${form.code} ${row.key}`} value={String(index)}>
              {form.code} – {row.name.slice(0, NAME)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen &&
        inputColumns(chosen.form).map(({ code, group, name }) => (
          <Field key={code} label={`(${code}) ${[group, name].filter(Boolean).join(': ')}`} size="small">
            <Input
              size="small"
              inputMode="decimal"
              value={typed[code] ?? ''}
              onChange={(_, data) => {
                const now = { ...typed, [code]: data.value };
                setTyped(now);
                tell(chosen, now);
              }}
            />
          </Field>
        ))}
    </>
  );
}

function currentRow(counts: Submission | undefined, form: StatForm, row: string): Record<string, string> {
  const own =
    counts?.observations.filter((one) => one.of === 'form' && one.code === form.code && one.row === row) ?? [];
  return Object.fromEntries(
    own.flatMap(({ measure, value }) => (typeof value === 'number' ? [[measure, plainly(value)]] : [])),
  );
}

/** Ungrouped and unrounded: left as it stands it is read as the same number, whatever it counts. */
function plainly(value: number): string {
  return String(value).replace('.', ',');
}

export function TaskFields({ rows, onEntered }: FieldsProps<Task, OfTask>) {
  const { texts } = useServices();
  const [entered, setEntered] = useState<OfTask>({ task: '', status: 'done', date: null, text: '' });
  const tell = (change: Partial<OfTask>) => {
    const now = { ...entered, ...change };
    setEntered(now);
    onEntered(now.task === '' ? null : { ...now, date: now.status === 'done' ? now.date : null });
  };
  return (
    <>
      <Field label={texts.ledger.task} size="small">
        <Select size="small" value={entered.task} onChange={(_, data) => tell({ task: data.value })}>
          <option value="">{texts.ledger.chooseRow}</option>
          {rows.map((one) => (
            <option key={one.code} value={one.code}>
              {one.code} – {one.text.slice(0, NAME)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="pair">
        <Field label={texts.ledger.measures.status} size="small">
          <Select size="small" value={entered.status} onChange={(_, data) => tell({ status: data.value as TaskState })}>
            {(Object.keys(TASK_STATES) as TaskState[]).map((state) => (
              <option key={state} value={state}>
                {texts.ledger.taskStates[state]}
              </option>
            ))}
          </Select>
        </Field>
        {entered.status === 'done' && (
          <Field label={texts.ledger.measures.date} size="small">
            <Input
              size="small"
              type="date"
              value={entered.date ?? ''}
              onChange={(_, data) => tell({ date: data.value || null })}
            />
          </Field>
        )}
      </div>
      <Field label={texts.ledger.measures.text} size="small">
        <Input size="small" maxLength={300} value={entered.text} onChange={(_, data) => tell({ text: data.value })} />
      </Field>
    </>
  );
}

/** As people type figures; what is none is refused with what was typed. */
function figureOf(text: string, counted: boolean): number {
  const read = readNumber(text, { counted });
  return read.kind === 'number' ? read.value : NaN;
}
