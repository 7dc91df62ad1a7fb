import { Button } from '@fluentui/react-components';
import type { PeriodId } from '../../domain/period/period';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import type { UiTexts } from '../../locale/ui-texts';
import type { Month, Next, Step } from './month';

interface NextThingProps {
  month: Month;
  next: Next;
  step: Step;
  /** The list of who is chased is open. */
  isChasing: boolean;
  onStep(step: Step): void;
  /** To the list of who is chased. */
  onChase(): void;
  onPeriod(id: PeriodId): void;
}

/**
 * Where the period stands in one sentence, and the one button that leads to what is next; on its
 * own step, that step has it.
 */
export function NextThing({
  month,
  next,
  step,
  isChasing,
  onStep,
  onChase,
  onPeriod,
}: NextThingProps) {
  const { texts } = useServices();
  const isBusy = useIsBusy();
  const { text, button } = said(month, next, texts);
  const go = () => {
    if (next.kind === 'locked') return next.after && onPeriod(next.after.id);
    if (next.kind === 'chase') return onChase();
    onStep(next.step);
  };
  // Who is chased is a page of its own on the step.
  const isHere = next.kind === 'chase' ? isChasing : next.kind !== 'locked' && next.step === step;
  return (
    <section className="next" aria-label={texts.month.line}>
      <p>{text}</p>
      {button !== null && !isHere && (
        <Button size="small" appearance="primary" disabled={isBusy} onClick={go}>
          {button}
        </Button>
      )}
      {next.kind === 'settle' && month.missing.length > 0 && !isChasing && (
        <Button size="small" appearance="transparent" disabled={isBusy} onClick={onChase}>
          {texts.month.next.toChase(month.missing.length)}
        </Button>
      )}
    </section>
  );
}

function said(
  month: Month,
  next: Next,
  { month: texts }: UiTexts,
): { text: string; button: string | null } {
  const words = texts.next;
  const period = texts.inSentence(month.period);
  switch (next.kind) {
    case 'locked':
      return {
        text: words.locked(period),
        button: next.after && words.toPeriod(texts.inSentence(next.after)),
      };
    case 'settle':
      return {
        text: words.settle(next.count, month.missing.length),
        button: words.toSettle(next.count),
      };
    case 'issue':
      return { text: words.issue, button: words.toIssue(month.rows.length) };
    case 'receive':
      return { text: words.receive, button: words.toReceive };
    case 'chase':
      return { text: words.chase(next.count), button: words.toChase(next.count) };
    case 'consolidate':
      return {
        text: words.consolidate(month.taken, month.rows.length),
        button: words.toConsolidate(period),
      };
    case 'lock':
      return { text: words.lock, button: words.toLock(period) };
  }
}
