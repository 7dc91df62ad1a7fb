import { lastOf, theOne } from '../../known/known';
import { useState } from 'react';
import { Field, Input, Select } from '@fluentui/react-components';
import type { OfForm, OfIndicator, OfTask } from '../../app/adjust-figure';
import type { Indicator, Task } from '../../domain/plan/plan';
import {
  isNeeded,
  isShownWhole,
  readAnswer,
  typedCells,
  type StatCell,
} from '../../domain/plan/stat-cells';
import type { StatForm } from '../../domain/plan/stat-form';
import { measureOf } from '../../domain/measure/measure';
import type { Submission, TaskState } from '../../domain/submission/submission';
import { TASK_STATES } from '../../domain/template/task-states';
import { formatDate, isCivilDate, readDate } from '../../text/date';
import { readNumber } from '../../text/number';
import { DateField } from '../date-field';
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
  const [typed, setTyped] = useState(NOTHING);
  // A word of one list says nothing of another indicator, nor does a figure of an answer.
  const choose = (next: string) => {
    const lists = [code, next].map((own) => measureOf(theOne(rows, (one) => one.code === own)));
    const isKept = lists.every(({ answers: { length } }) => length === 0);
    told(next, isKept ? typed : NOTHING);
  };
  const told = (next: string, now: typeof typed) => {
    setCode(next);
    setTyped(now);
    const indicator = theOne(rows, (one) => one.code === next);
    const figures = Object.fromEntries(
      partsOf(indicator)
        .filter((part) => now[part].trim() !== '')
        .map((part) => [part, typedIn(indicator, part, now[part])]),
    );
    onEntered(Object.keys(figures).length === 0 ? null : { indicator: next, figures });
  };
  const chosen = theOne(rows, (one) => one.code === code);
  const { answers } = measureOf(chosen);
  return (
    <>
      <Field label={texts.indicator} size="small">
        <Select size="small" value={code} onChange={(_, data) => choose(data.value)}>
          {rows.map((one) => (
            <option key={one.code} value={one.code}>
              {one.code} – {one.name.slice(0, NAME)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="pair">
        {partsOf(chosen).map((part) => (
          <Field key={part} label={texts.ledger.measures[part]} size="small">
            {answers.length > 0 ? (
              <Select
                size="small"
                value={typed[part]}
                onChange={(_, data) => told(code, { ...typed, [part]: data.value })}
              >
                <option value="" />
                {answers.map(({ word }) => (
                  <option key={word} value={word}>
                    {word}
                  </option>
                ))}
              </Select>
            ) : (
              <Input
                size="small"
                inputMode="decimal"
                value={typed[part]}
                onChange={(_, data) => told(code, { ...typed, [part]: data.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

const NOTHING = { numerator: '', denominator: '', value: '' };

/** An answer by its word, a figure as it is read in the form. */
function typedIn(indicator: Indicator, part: keyof typeof NOTHING, text: string): number {
  const measure = measureOf(indicator);
  if (measure.answers.length > 0) return measure.answerSaid(text) ?? NaN;
  return figureOf(text, measure.isReadWhole(part === 'denominator' ? part : 'numerator'));
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
  const places = rows.flatMap((form) =>
    form.rows.flatMap((row) => (row.formula ? [] : [{ form, row }])),
  );
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
    const cells = at ? typedCells(at.form, at.row) : [];
    const said = cells.filter(({ column }) => (now[column.code] ?? '').trim() !== '');
    const isWhole =
      said.length > 0 && cells.every((one) => said.includes(one) || !isNeeded(one.cell));
    const figures = said.map(
      ({ column: { code }, cell }) => [code, enteredIn(cell, now[code])] as const,
    );
    onEntered(
      at && isWhole
        ? { form: at.form.code, row: at.row.key, figures: Object.fromEntries(figures) }
        : null,
    );
  };
  return (
    <>
      <Field label={texts.ledger.formRow} size="small">
        <Select
          size="small"
          value={String(place)}
          onChange={(_, data) => choose(Number(data.value))}
        >
          <option value="-1">{texts.ledger.chooseRow}</option>
          {places.map(({ form, row }, index) => (
            <option key={`${form.code} ${row.key}`} value={String(index)}>
              {form.code} – {row.name.slice(0, NAME)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen &&
        typedCells(chosen.form, chosen.row).map(({ column: { code, group, name }, cell }) => (
          <Field key={code} label={labelOf(code, group, name, cell)} size="small">
            <Input
              size="small"
              inputMode={cell.typed === 'number' ? 'decimal' : 'text'}
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

function currentRow(
  counts: Submission | undefined,
  form: StatForm,
  row: string,
): Record<string, string> {
  const own =
    counts?.observations.filter(
      (one) => one.of === 'form' && one.code === form.code && one.row === row,
    ) ?? [];
  return Object.fromEntries(
    own.flatMap(({ measure, value }) =>
      value === null
        ? []
        : [[measure, typeof value === 'number' ? plainly(value) : shownText(value)]],
    ),
  );
}

/** A day as people write it; any other text as it is. */
function shownText(value: string): string {
  return isCivilDate(value) ? formatDate(value) : value;
}

function labelOf(code: string, group: string, name: string, cell: StatCell): string {
  const answers = cell.answers.map(({ said }) => lastOf(said)).join('; ');
  return `(${code}) ${[group, name].filter(Boolean).join(': ')}${answers ? ` – ${answers}` : ''}`;
}

/**
 * What a person entered, as the ledger keeps it; what is none of a list stays what it is, to be
 * refused by name.
 */
function enteredIn(cell: StatCell, text: string): number | string {
  if (cell.typed === 'number') return figureOf(text, isShownWhole(cell));
  if (cell.typed === 'choice') return readAnswer(cell, text) ?? text;
  return cell.typed === 'date' ? (readDate(text) ?? text) : text.trim();
}

/** Ungrouped and unrounded: left as it stands it is read as the same number, whatever it counts. */
function plainly(value: number): string {
  return String(value).replace('.', ',');
}

export function TaskFields({ rows, onEntered }: FieldsProps<Task, OfTask>) {
  const { texts } = useServices();
  const [entered, setEntered] = useState<OfTask>({
    task: '',
    status: 'done',
    date: null,
    text: '',
  });
  const tell = (change: Partial<OfTask>) => {
    const now = { ...entered, ...change };
    setEntered(now);
    onEntered(now.task === '' ? null : { ...now, date: now.status === 'done' ? now.date : null });
  };
  return (
    <>
      <Field label={texts.ledger.task} size="small">
        <Select
          size="small"
          value={entered.task}
          onChange={(_, data) => tell({ task: data.value })}
        >
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
          <Select
            size="small"
            value={entered.status}
            onChange={(_, data) => tell({ status: data.value as TaskState })}
          >
            {(Object.keys(TASK_STATES) as TaskState[]).map((state) => (
              <option key={state} value={state}>
                {texts.ledger.taskStates[state]}
              </option>
            ))}
          </Select>
        </Field>
        {entered.status === 'done' && (
          <DateField
            label={texts.ledger.measures.date ?? ''}
            value={entered.date ?? ''}
            onChange={(day) => tell({ date: day || null })}
          />
        )}
      </div>
      <Field label={texts.ledger.measures.text} size="small">
        <Input
          size="small"
          maxLength={300}
          value={entered.text}
          onChange={(_, data) => tell({ text: data.value })}
        />
      </Field>
    </>
  );
}

/** As people type figures; what is none is refused with what was typed. */
function figureOf(text: string, counted: boolean): number {
  const read = readNumber(text, { counted });
  return read.kind === 'number' ? read.value : NaN;
}
