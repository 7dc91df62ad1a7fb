import { useEffect, useRef, useState } from 'react';
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
} from '@fluentui/react-components';
import type { OpenForm } from '../../app/open-form';
import type { Undo } from '../../app/ports';
import { explainWarning, markChecked, repair } from '../../app/acts/settle-form';
import { checkOpenForm, type Agreed, type CheckedForm } from '../../app/sender';
import { choicesOf } from '../../domain/repair/choices';
import type { Finding } from '../../domain/finding/finding';
import { isAskedDay } from '../../domain/reading/settle-dates';
import { findingSentence } from '../../locale/sentence';
import { BLANKS, causesOf, FindingCards, isNotEntered } from '../findings/finding-cards';
import { ExplainForm } from '../findings/explain-form';
import { RepairPreview } from '../findings/repair-preview';
import { Asks } from '../needed';
import { usePerform } from '../perform';
import { RunStatus } from '../run-status';
import { useCommand } from '../commands';
import { useServices } from '../services';
import { RunProvider, useInTurn, useIsBusy, useRun } from '../use-run';
import { WhoField } from '../who';
import { readPeriodLabel } from '../../domain/period/period';
import { dueDateOf } from '../../domain/plan/plan';
import { formatDate } from '../../text/date';
import { useEntries } from './use-entries';
import { StampForm } from './stamp-form';

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
  const { texts, port, ribbon, showFound } = useServices();
  const run = useRun();
  const isBusy = useIsBusy();
  const perform = usePerform();
  const [checked, setChecked] = useState<CheckedForm | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    let stop: Undo | null = null;
    let isGone = false;
    void port
      .onEdit(() => setStale(true))
      .then((end) => {
        stop = end;
        if (isGone) void end();
      });
    return () => {
      isGone = true;
      void stop?.();
    };
  }, [port]);

  const entries = useEntries(form.plan);
  const period = readPeriodLabel(form.period);
  const due = period && dueDateOf(form.plan, period);
  const look = async () => {
    const next = await checkOpenForm(port, form.plan);
    setChecked(next);
    showFound?.(next.file.findings);
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
  /** What the form is after a write of ours, and after it was taken back. */
  const lookAgain = { onDone: look, onUndone: look };
  const agree = (agreed: readonly Agreed[]) => perform(repair, agreed, lookAgain);
  const explain = (found: Finding, reason: string) =>
    perform(explainWarning, { found, warning: findingSentence(found, 'vi'), reason }, lookAgain);
  const stamp = () => perform(markChecked, form.plan, lookAgain);
  const findings = checked?.file.findings ?? [];
  const placed = causesOf(findings)
    .filter(
      ({ gravity, index }) =>
        gravity !== 'fixed' && findings[index].sheet !== null && findings[index].cell !== null,
    )
    .map(({ index }) => index);
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
    useInTurn(() => (checked === null || placed.length === 0 ? checkShown() : goToNext())),
  );
  const toStamp = () => {
    if (checked === null || isStale) return checkShown();
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

  const count = (severity: Finding['severity']) =>
    findings.filter((one) => one.severity === severity).length;
  const blanks = findings.filter(isNotEntered).length;
  const [errors, warnings] = [count('error'), count('warning') - blanks];
  const ofCode = (code: Finding['code']): Agreed[] =>
    findings.flatMap((found, index): Agreed[] => {
      const own = checked?.repairs[index] ?? [];
      return found.code === code && own.length === 1 ? [{ found, repair: own[0] }] : [];
    });
  const actions = (found: Finding, index: number) => {
    const own = checked?.repairs[index] ?? [];
    const isOpen = found.severity === 'warning' && found.reason === null && canBeExplained(found);
    return (
      <>
        <RepairPreview
          found={found}
          repairs={own}
          alike={own.length === 1 ? ofCode(found.code) : []}
          onAgree={agree}
        />
        {isOpen && <ExplainForm onExplain={(reason) => explain(found, reason)} />}
      </>
    );
  };
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
      {checked && (
        <Asks>
          {isStale && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{texts.changedSinceCheck}</MessageBarBody>
            </MessageBar>
          )}
          <MessageBar
            intent={errors > 0 ? 'error' : warnings + blanks > 0 ? 'warning' : 'success'}
            layout="multiline"
          >
            <MessageBarBody>
              {texts.formVerdict(
                errors,
                warnings,
                causesOf(findings).filter(({ gravity }) => gravity === 'error').length,
                blanks,
              )}
            </MessageBarBody>
          </MessageBar>
          <WhoField />
          <FindingCards file={checked.file} onGoTo={goTo} actions={actions} current={current} />
          <div ref={stampPlace}>{errors === 0 && !isStale && <StampForm onStamp={stamp} />}</div>
        </Asks>
      )}
      <RunStatus />
    </section>
  );
}

/**
 * Said of the whole file it is the consolidator's business; a blank or an unclear figure is filled
 * in, not explained.
 */
function canBeExplained(found: Finding): boolean {
  if (found.sheet === null || found.cell === null || NOT_EXPLAINED.has(found.code)) return false;
  return isAskedDay(found) || choicesOf(found).length === 0;
}

const NOT_EXPLAINED: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  ...BLANKS,
  'form-blank',
  'hidden-figures',
]);
