import { useMemo } from 'react';
import { Text } from '@fluentui/react-components';
import { differences, type Difference } from '../../app/decide';
import { submissionId } from '../../domain/ledger/ledger-tables';
import { measureOf } from '../../domain/measure/measure';
import { findIndicator, type Plan } from '../../domain/plan/plan';
import type {
  Decision,
  Observation,
  Submission,
  TaskState,
} from '../../domain/submission/submission';
import type { UiTexts } from '../../locale/ui-texts';
import { formatDate } from '../../text/date';
import { alike, formatNumber } from '../../text/number';
import { useDesk } from '../desk';
import { ReasonedButtons } from '../reasoned-buttons';
import { useServices } from '../services';

export type Decide = (kind: Decision['kind'], submission: Submission, reason: string) => void;

interface ResubmissionProps {
  agency: string;
  period: string;
  onDecide: Decide;
}

/** So many changed cells are listed; more is another form, and one looks at it as a whole. */
const SHOWN = 40;
/** More nobody types. */
const TYPED_DECIMALS = 6;

/**
 * A new version of what counts already: what it changes, what that does to the totals, and a yes or
 * no with its reason.
 */
export function Resubmission({ agency, period, onDecide }: ResubmissionProps) {
  const { texts } = useServices();
  const desk = useDesk();
  const waiting = useMemo(() => differences(desk, agency, period), [desk, agency, period]);
  return waiting.map((one) => (
    <section key={submissionId(one.waiting)} aria-label={texts.ledger.waits(one.waiting.version)}>
      <Text weight="semibold" block>
        {texts.ledger.waits(one.waiting.version)}
      </Text>
      <p className="quiet">{one.waiting.file}</p>
      <Changes difference={one} />
      <DecisionForm
        kinds={['accepted', 'returned']}
        onDecide={(kind, reason) => onDecide(kind, one.waiting, reason)}
      />
    </section>
  ));
}

function Changes({ difference: { changes, totals } }: { difference: Difference }) {
  const { texts } = useServices();
  const { plan } = useDesk();
  if (changes.length === 0) return <p>{texts.ledger.nothingChanges}</p>;
  return (
    <>
      <table className="results">
        <caption>{texts.ledger.changes(changes.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.ledger.cell}</th>
            <th scope="col">{texts.ledger.before}</th>
            <th scope="col">{texts.ledger.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, SHOWN).map(({ before, after }) => {
            const { code, measure, row } = (after ?? before)!;
            return (
              <tr key={`${code} ${row} ${measure}`}>
                <th scope="row" title={findIndicator(plan, code)?.name}>
                  {[code, row, texts.ledger.measures[measure] ?? measure].filter(Boolean).join(' ')}
                  <span className="quiet"> {after?.cell ?? before?.cell}</span>
                </th>
                <td className="figure">{typed(before, after, plan, texts)}</td>
                <td className="figure">{typed(after, before, plan, texts)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {changes.length > SHOWN && <p className="quiet">{texts.andMore(changes.length - SHOWN)}</p>}
      <Text size={200} weight="semibold" block>
        {texts.ledger.effect(totals.length)}
      </Text>
      {totals.length > 0 && (
        <ul className="effects">
          {totals.slice(0, SHOWN).map(({ before, after }) => (
            <li key={after.code}>
              {after.code}: {beside(before.value, after.value)} →{' '}
              <strong>{beside(after.value, before.value)}</strong> ({said(after.numerator)}/
              {said(after.denominator)}); {texts.statuses[before.status]} →{' '}
              {texts.statuses[after.status]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A figure with the decimals the one beside it has. */
function beside(value: number | null, other: number | null): string {
  return value === null ? '–' : alike([value, other])(value);
}

/**
 * What a cell says, in words: a state and a day are no codes. A figure is told with all its
 * decimals, as many as what it replaces or is replaced by: else a change in the third looks like
 * none.
 */
function typed(
  one: Observation | null | undefined,
  other: Observation | null | undefined,
  plan: Plan,
  texts: UiTexts,
): string {
  const indicator = one?.of === 'indicator' ? findIndicator(plan, one.code) : undefined;
  const word = indicator && measureOf(indicator).wordOf(one?.value);
  if (word) return word;
  if (typeof one?.value === 'number') {
    const values = [one.value, other?.value].filter((value) => typeof value === 'number');
    return alike(values, TYPED_DECIMALS)(one.value);
  }
  if (typeof one?.value !== 'string') return '–';
  if (one.measure === 'status') return texts.ledger.taskStates[one.value as TaskState] ?? one.value;
  return one.measure === 'date' ? formatDate(one.value) : one.value;
}

function said(value: number | null): string {
  return value === null ? '–' : formatNumber(value, 2);
}

interface DecisionFormProps {
  kinds: readonly Decision['kind'][];
  onDecide(kind: Decision['kind'], reason: string): void;
}

/** A decision is entered with its reason and a name. */
export function DecisionForm({ kinds, onDecide }: DecisionFormProps) {
  const { texts } = useServices();
  return (
    <ReasonedButtons
      choices={kinds}
      keyOf={(kind) => kind}
      label={(kind) => texts.ledger.decide[kind]}
      onChoose={onDecide}
    />
  );
}
