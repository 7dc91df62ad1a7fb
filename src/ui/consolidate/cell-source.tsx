import { useState } from 'react';
import { Field, Select } from '@fluentui/react-components';
import {
  MEASURE_WORDS,
  SPAN_WORDS,
  TASK_MEASURE_WORDS,
  writeScope,
  type FigureSource,
  type IndicatorMeasure,
  type Scope,
  type Span,
  type TaskMeasure,
} from '../../domain/own-layout/figure-source';
import { isGiven } from '../../domain/own-layout/propose';
import { LEVELS } from '../../domain/agency/agency';
import type { Plan } from '../../domain/plan/plan';
import { hasChoices } from '../../domain/plan/stat-cells';
import type { StatForm } from '../../domain/plan/stat-form';
import { ActButton, Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who-field';

interface CellSourceProps {
  plan: Plan;
  onBind(source: FigureSource): void;
}

/** Which figure the cell a person has selected shows. */
export function CellSource({ plan, onBind }: CellSourceProps) {
  const { texts } = useServices();
  const own = texts.ownLayout;
  const [row, setRow] = useState(`indicator ${plan.indicators[0]?.code ?? ''}`);
  const [scopeAt, setScopeAt] = useState(0);
  const [span, setSpan] = useState<Span>('period');
  const [measure, setMeasure] = useState<IndicatorMeasure>('value');
  const [taskMeasure, setTaskMeasure] = useState<TaskMeasure>('done');
  const [column, setColumn] = useState('');
  const scopes: { scope: Scope; text: string }[] = [
    { scope: { kind: 'province' }, text: own.province },
    ...LEVELS.map((level) => ({
      scope: { kind: 'level' as const, level },
      text: texts.official(writeScope({ kind: 'level', level })),
    })),
    ...plan.agencies.map(({ code, name }) => ({
      scope: { kind: 'agency' as const, agency: code },
      text: name,
    })),
  ];
  const formRows = formRowsOf(plan);
  const [of, code] = [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)];
  const isTask = of === 'task';
  const ofForm = of === 'form' ? formRows[Number(code)] : undefined;
  const { scope } = scopes[scopeAt];
  const columns = ofForm ? ofForm.form.columns : [];
  const formColumn = columns.some((one) => one.code === column) ? column : columns[0]?.code;
  const plain: FigureSource = isTask
    ? { of: 'task', code, measure: taskMeasure }
    : { of: 'indicator', code, scope, span, measure };
  const source: FigureSource = ofForm
    ? { of: 'form', code: ofForm.form.code, row: ofForm.row, column: formColumn, scope }
    : plain;
  const said = (words: Record<string, string>) =>
    Object.entries(words).map(([key, word]): [string, string] => [key, texts.official(word)]);
  return (
    <>
      <p className="quiet">{own.cellHint}</p>
      <Choice label={own.row} value={row} onChange={setRow}>
        {[
          ...plan.indicators.map((one): [string, string] => [
            `indicator ${one.code}`,
            `${one.code}. ${one.name}`,
          ]),
          ...plan.tasks.map((one): [string, string] => [
            `task ${one.code}`,
            `${one.code}. ${one.text}`,
          ]),
          ...formRows.map(({ text }, at): [string, string] => [`form ${at}`, text]),
        ]}
      </Choice>
      {!isTask && (
        <>
          <Choice
            label={own.scope}
            value={String(scopeAt)}
            onChange={(value) => setScopeAt(Number(value))}
          >
            {scopes.map(({ text }, index): [string, string] => [String(index), text])}
          </Choice>
          {!ofForm && (
            <Choice label={own.span} value={span} onChange={(value) => setSpan(value as Span)}>
              {said(SPAN_WORDS)}
            </Choice>
          )}
        </>
      )}
      {ofForm ? (
        <Choice label={own.measure} value={formColumn ?? ''} onChange={setColumn}>
          {columns.map((one): [string, string] => [
            one.code,
            `(${one.code}) ${[one.over, one.group, one.name].filter(Boolean).join(' – ')}`,
          ])}
        </Choice>
      ) : (
        <Choice
          label={own.measure}
          value={isTask ? taskMeasure : measure}
          onChange={(value) =>
            isTask ? setTaskMeasure(value as TaskMeasure) : setMeasure(value as IndicatorMeasure)
          }
        >
          {said(isTask ? TASK_MEASURE_WORDS : MEASURE_WORDS)}
        </Choice>
      )}
      {!isGiven(plan, source) && (
        <p className="quiet">{own.undecidedCell['no-such-figure'](source.code, '')}</p>
      )}
      <Asks>
        <WhoField />
        <ActButton disabled={!isGiven(plan, source)} onAct={() => onBind(source)}>
          {own.bindCell}
        </ActButton>
      </Asks>
    </>
  );
}

/** The rows of the plan's forms; of one whose rows are added up the form itself. */
function formRowsOf(plan: Plan): { form: StatForm; row: string; text: string }[] {
  return plan.forms
    .filter(({ lines }) => lines === undefined)
    .flatMap((form) =>
      hasChoices(form)
        ? form.rows.map(({ key, name }) => ({
            ...{ form, row: key },
            text: `${form.code} – ${key}. ${name}`,
          }))
        : [{ form, row: '', text: `${form.code}. ${form.title}` }],
    );
}

/** A list to choose from: each value with its text. */
function Choice(props: {
  label: string;
  value: string;
  onChange(value: string): void;
  children: readonly [string, string][];
}) {
  return (
    <Field label={props.label} size="small">
      <Select size="small" value={props.value} onChange={(_, data) => props.onChange(data.value)}>
        {props.children.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
