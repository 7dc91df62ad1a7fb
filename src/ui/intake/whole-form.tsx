import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { enterWholeForm } from '../../app/acts/enter-form';
import {
  rowsAsked,
  type ToldField,
  type ToldFinding,
  type ToldRow,
} from '../../app/form-by-telephone';
import { findingSentence } from '../../locale/sentence';
import type { UiTexts } from '../../locale/ui-texts';
import { readTaskState } from '../../domain/template/task-states';
import type { Agency } from '../../domain/agency/agency';
import { agencyName } from '../agency-name';
import { useDesk } from '../desk';
import { GroundsFields } from '../grounds-fields';
import { ActButton, Asks, NeededGroup } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useStable } from '../use-stable';
import { useWho } from '../who';

interface WholeFormProps {
  agency: Agency;
  period: string;
  onBack(): void;
}

const NOTHING: readonly ToldFinding[] = [];

/**
 * Nhập hộ cả biểu: all rows an agency is asked on one page, told by telephone or in a letter; one
 * reason, the checks of a form that was sent, one undo.
 */
export function WholeForm({ agency, period, onBack }: WholeFormProps) {
  const { texts } = useServices();
  const desk = useDesk();
  const perform = usePerform();
  const who = useWho();
  const rows = useMemo(() => rowsAsked(desk, agency.code, period), [desk, agency.code, period]);
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const [findings, setFindings] = useState<readonly ToldFinding[]>(NOTHING);
  const [tried, setTried] = useState(0);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const top = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  // What was found is led to once it stands on the page.
  useEffect(() => {
    const at = page.current?.querySelector('.found');
    const marked = at?.querySelector<HTMLElement>('[aria-invalid=true]');
    (marked ?? at?.querySelector<HTMLElement>('input, select, li'))?.focus();
  }, [tried]);
  const say = useStable((row: ToldRow, key: string, text: string) => {
    setSaid(new Map(said).set(key, text));
    // What was found there was found in something else.
    const rest = findings.filter((one) => one.row !== null && one.row !== row.key);
    setFindings(rest.length === 0 ? NOTHING : rest);
  });
  const touched = rows.filter(({ fields }) => fields.some(({ key }) => isSaid(said, key)));
  const enter = () =>
    perform(
      enterWholeForm,
      {
        agency: agency.code,
        period,
        said,
        grounds: { reason: reason.trim(), document: document.trim(), who },
        seen: new Set(findings.map(({ id }) => id)),
      },
      {
        onDone: ({ found }) => {
          if (found.length === 0) return onBack();
          setFindings(found);
          setTried((times) => times + 1);
        },
      },
    );
  const ofRow = (key: string | null) => {
    const own = findings.filter(({ row }) => row === key);
    return own.length === 0 ? NOTHING : own;
  };
  return (
    <div className="agency" role="region" aria-label={texts.wholeForm.title} ref={page}>
      <Button size="small" appearance="subtle" onClick={onBack}>
        ‹ {agencyName(agency)}
      </Button>
      <h2 tabIndex={-1} ref={top}>
        {texts.wholeForm.title}
      </h2>
      <p className="quiet">{texts.wholeForm.emptyStays}</p>
      <Asks>
        <NeededGroup isMissing={touched.length === 0} missing={texts.needed.figure}>
          {groupsOf(rows).map(({ key, rows: own }, index) => (
            <details
              key={key}
              className="told"
              open={index === 0 || own.some((row) => ofRow(row.key) !== NOTHING)}
            >
              <summary>
                {texts.wholeForm.group(
                  own[0].of === 'form' ? own[0].code : own[0].of,
                  own.filter((row) => touched.includes(row)).length,
                  own.length,
                )}
              </summary>
              {own.map((row) => (
                <Row
                  key={row.key}
                  row={row}
                  said={textsOf(row, said)}
                  findings={ofRow(row.key)}
                  onSay={say}
                />
              ))}
            </details>
          ))}
        </NeededGroup>
        <Found findings={ofRow(null)} />
        <GroundsFields
          reason={reason}
          onReason={setReason}
          document={document}
          onDocument={setDocument}
        />
        <ActButton appearance="primary" onAct={enter}>
          {findings.length > 0 && findings.every(({ mustBeSettled }) => !mustBeSettled)
            ? texts.wholeForm.enterAsItIs(findings.length)
            : texts.wholeForm.enter(touched.length)}
        </ActButton>
      </Asks>
    </div>
  );
}

function isSaid(said: ReadonlyMap<string, string>, key: string): boolean {
  return (said.get(key) ?? '').trim() !== '';
}

/** What was typed in a row as one text: a row is drawn again where it changes. */
function textsOf({ fields }: ToldRow, said: ReadonlyMap<string, string>): string {
  return fields.map(({ key }) => said.get(key) ?? '').join(BETWEEN);
}

/** No key of a keyboard types it. */
const BETWEEN = '\u0000';

/** Indicators, tasks, and each statistics form. */
function groupsOf(rows: readonly ToldRow[]): { key: string; rows: ToldRow[] }[] {
  const groups = new Map<string, ToldRow[]>();
  for (const row of rows) {
    const key = row.of === 'form' ? `form ${row.code}` : row.of;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({ key, rows: own }));
}

interface RowProps {
  row: ToldRow;
  said: string;
  findings: readonly ToldFinding[];
  onSay(row: ToldRow, key: string, text: string): void;
}

const Row = memo(function Row({ row, said, findings, onSay }: RowProps) {
  const typed = said.split(BETWEEN);
  return (
    <fieldset className={findings === NOTHING ? undefined : 'found'}>
      <legend>
        {row.row ?? row.code} {row.name}
      </legend>
      <div className="pair">
        {row.fields.map((field, index) => (
          <OneField
            key={field.key}
            field={field}
            said={typed[index]}
            isFaulty={findings.some((one) => one.field === field.key && one.mustBeSettled)}
            onSay={(text) => onSay(row, field.key, text)}
          />
        ))}
      </div>
      <Found findings={findings} />
    </fieldset>
  );
});

function OneField({
  field,
  said,
  isFaulty,
  onSay,
}: {
  field: ToldField;
  said: string;
  isFaulty: boolean;
  onSay(text: string): void;
}) {
  const { texts } = useServices();
  const { measure, heading, typed, answers, counts } = field;
  const label = heading ?? texts.ledger.measures[measure];
  return (
    <Field
      label={label}
      size="small"
      className={typed === 'text' ? 'wide' : undefined}
      validationState={isFaulty ? 'error' : 'none'}
    >
      {typed === 'choice' ? (
        <Select size="small" value={said} onChange={(_, data) => onSay(data.value)}>
          <option value="">
            {counts === '' ? texts.ledger.chooseRow : `(${stateName(counts, texts)})`}
          </option>
          {answers.map((answer) => (
            <option key={answer} value={answer}>
              {stateName(answer, texts)}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          size="small"
          inputMode={typed === 'number' ? 'decimal' : 'text'}
          maxLength={500}
          placeholder={counts || (typed === 'date' ? texts.wholeForm.day : '')}
          value={said}
          onChange={(_, data) => onSay(data.value)}
        />
      )}
    </Field>
  );
}

/** A state of a task in the reader's language; any other answer as the form says it. */
function stateName(answer: string, { ledger }: UiTexts): string {
  const state = readTaskState(answer);
  return state ? ledger.taskStates[state] : answer;
}

function Found({ findings }: { findings: readonly ToldFinding[] }) {
  const { texts, language } = useServices();
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map(({ id, found, mustBeSettled }) => (
        <li key={id} className={mustBeSettled ? 'error' : 'warning'}>
          <span className="severity">{texts.severity[mustBeSettled ? 'error' : 'warning']}:</span>
          <span className="said">
            {findingSentence({ ...found, sheet: null, cell: null }, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
