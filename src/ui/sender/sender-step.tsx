import { useEffect, useRef, useState } from 'react';
import { Button, Field, ProgressBar, Text } from '@fluentui/react-components';
import { faultyCells } from '../../app/faulty-cells';
import type { OpenForm } from '../../app/open-form';
import type { Finding } from '../../domain/finding/finding';
import { readPeriodLabel } from '../../domain/period/period';
import { dueDateOf } from '../../domain/plan/plan';
import { formatDate } from '../../text/date';
import { useCommand } from '../commands';
import { onDemand } from '../on-demand';
import { RunStatus } from '../run-status';
import { useFirstServices } from '../services';
import { useToldOf } from '../told-of';
import { RunProvider, useInTurn, useIsBusy, useRun } from '../use-run';
import type { FormVerdict } from './form-verdict';
import { useEntries } from './use-entries';

const Verdict = onDemand(
  async () => (await import(/* webpackPrefetch: true */ './verdict')).Verdict,
);

/** The key that leads to the next finding. */
const NEXT_KEY = 'F8';

/** The sender's pane: one button, the verdict, what to mend and how, and the stamp. */
export function SenderStep(props: { form: OpenForm }) {
  return (
    <RunProvider>
      <Sender {...props} />
    </RunProvider>
  );
}

function Sender({ form }: { form: OpenForm }) {
  const { texts, port, ribbon, showFound } = useFirstServices();
  const run = useRun();
  const isBusy = useIsBusy();
  const [verdict, setVerdict] = useState<FormVerdict | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [isStale, setStale] = useState(false);
  const isNotTold = useToldOf('onEdit', () => setStale(true));

  const [isColoured, setColoured] = useState(false);
  /**
   * The check is told of before its cells are coloured, and whether or not they can be; colours
   * that could not be taken off can be tried again.
   */
  const colour = (found: readonly Finding[]): Promise<void> => {
    const shown = Promise.resolve(showFound?.(found));
    return shown.then(
      () => setColoured(showFound !== undefined && faultyCells(found).length > 0),
      () => undefined,
    );
  };
  useEffect(() => () => void Promise.resolve(showFound?.([])).catch(() => undefined), [showFound]);

  const entries = useEntries(form.plan);
  const period = readPeriodLabel(form.period);
  const due = period && dueDateOf(form.plan, period);
  /**
   * Of a form that was just marked as checked nothing is coloured: it goes out as it stands. Where
   * it could not be marked, its cells stay as they are.
   */
  const look = async (colours = true) => {
    // Before anything that may fail, and before the pane is free to save.
    if (!colours) await colour([]);
    const { formVerdict } = await import(/* webpackPrefetch: true */ './form-verdict');
    const next = await formVerdict(port, form.plan);
    setVerdict(next);
    if (colours) void colour(next.file.findings);
    setCurrent(null);
    setStale(false);
  };
  const check = () =>
    run.start(async () => {
      await look();
      return null;
    });
  /** Asked for from the ribbon, the answer is in a pane nobody may see. */
  const checkShown = () => {
    check();
    void ribbon?.showPane();
  };
  const goTo = (place: { sheet: string; cell: string }) =>
    run.aside(() => port.goTo(place.sheet, place.cell));
  const findings = verdict?.file.findings ?? [];
  const placed = verdict?.placed ?? [];
  const goToNext = () => {
    if (placed.length === 0) return;
    const next = placed[(placed.indexOf(current ?? -1) + 1) % placed.length];
    setCurrent(next);
    goTo({ sheet: findings[next].sheet!, cell: findings[next].cell! });
  };
  const onNext = useInTurn(goToNext);
  const stampPlace = useRef<HTMLDivElement>(null);
  useCommand('check', useInTurn(checkShown));
  useCommand(
    'next-finding',
    useInTurn(() => (placed.length === 0 ? checkShown() : goToNext())),
  );
  const toStamp = () => {
    if (verdict === null || isStale) return checkShown();
    const control = stampPlace.current?.querySelector('input');
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
    void ribbon?.showPane();
  };
  useCommand('mark-checked', useInTurn(toStamp));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== NEXT_KEY) return;
      event.preventDefault();
      onNext();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onNext]);

  return (
    <section className="step" aria-label={texts.checkForm}>
      <Text as="h2" weight="semibold" block>
        {form.agency || texts.commonForm}
      </Text>
      <Text block>
        {form.period} – {form.plan.number}
        {due && `, ${texts.month.due(formatDate(due))}`}
      </Text>
      {entries && (
        <Field
          validationMessage={texts.entered(entries.filled, entries.owed)}
          validationState="none"
        >
          <ProgressBar
            thickness="large"
            max={Math.max(1, entries.owed)}
            value={entries.filled}
            aria-label={texts.entered(entries.filled, entries.owed)}
          />
        </Field>
      )}
      <div className="buttons">
        <Button appearance="primary" size="small" disabled={isBusy} onClick={check}>
          {texts.checkForm}
        </Button>
        {placed.length > 0 && (
          <Button size="small" disabled={isBusy} aria-keyshortcuts={NEXT_KEY} onClick={goToNext}>
            {texts.nextFinding}
            <kbd aria-hidden>{NEXT_KEY}</kbd>
          </Button>
        )}
      </div>
      {verdict && (
        <Verdict
          plan={form.plan}
          verdict={verdict}
          isStale={isStale}
          isNotTold={isNotTold}
          current={current}
          stampPlace={stampPlace}
          onGoTo={goTo}
          isColoured={isColoured}
          onLook={look}
          onColour={colour}
        />
      )}
      <RunStatus />
    </section>
  );
}
