import type { RefObject } from 'react';
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { explainWarning, markChecked, repair } from '../../app/acts/settle-form';
import type { Agreed } from '../../app/sender';
import type { Finding } from '../../domain/finding/finding';
import type { Plan } from '../../domain/plan/plan';
import { isAskedDay } from '../../domain/reading/settle-dates';
import { choicesOf } from '../../domain/repair/choices';
import { FIRST } from '../../locale/first-language';
import { findingSentence } from '../../locale/sentence';
import { ExplainForm } from '../findings/explain-form';
import { FindingCards } from '../findings/finding-cards';
import { BLANKS } from '../../domain/finding/not-entered';
import { RepairPreview } from '../findings/repair-preview';
import { Asks } from '../needed';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { WhoField } from '../who-field';
import type { FormVerdict } from './form-verdict';
import { StampForm } from './stamp-form';

interface VerdictProps {
  plan: Plan;
  verdict: FormVerdict;
  /** The form was edited since. */
  isStale: boolean;
  /** Excel does not tell of edits: the verdict may be of what stood before. */
  isNotTold: boolean;
  /** The finding the person is led to. */
  current: number | null;
  /** Where the stamp is asked for. */
  stampPlace: RefObject<HTMLDivElement | null>;
  onGoTo(place: { sheet: string; cell: string }): void;
  /** The cells are coloured in the sheet. */
  isColoured: boolean;
  /** Checks the form anew; `colours`: and colours its cells again. */
  onLook(colours?: boolean): Promise<void>;
  /** Colours the cells of these findings, and no others. */
  onColour(found: readonly Finding[]): Promise<void>;
}

/** What was found in the form, how each of it is settled, and the stamp. */
export function Verdict(props: VerdictProps) {
  const { plan, verdict, isStale, isNotTold, isColoured, current, stampPlace } = props;
  const { onGoTo, onLook, onColour } = props;
  const { texts } = useServices();
  const perform = usePerform();
  const { file, repairs, errors, warnings, blanks, causes } = verdict;
  const { findings } = file;
  /** What the form is after a write of ours, and after it was taken back. */
  const lookAgain = { onDone: () => onLook(), onUndone: () => onLook() };
  const agree = (agreed: readonly Agreed[]) => perform(repair, agreed, lookAgain);
  const explain = (found: Finding, reason: string) =>
    perform(explainWarning, { found, warning: findingSentence(found, FIRST), reason }, lookAgain);
  const stamp = () =>
    perform(markChecked, plan, {
      onDone: ({ intent }) => onLook(intent === 'error'),
      onUndone: () => onLook(),
    });
  const ofCode = (code: Finding['code']): Agreed[] =>
    findings.flatMap((found, index): Agreed[] => {
      const own = repairs[index];
      return found.code === code && own.length === 1 ? [{ found, repair: own[0] }] : [];
    });
  const actions = (found: Finding, index: number) => {
    const own = repairs[index];
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
    <Asks>
      {isStale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.changedSinceCheck}</MessageBarBody>
        </MessageBar>
      )}
      {isNotTold && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.editsNotTold}</MessageBarBody>
        </MessageBar>
      )}
      <MessageBar
        intent={errors > 0 ? 'error' : warnings + blanks > 0 ? 'warning' : 'success'}
        layout="multiline"
      >
        <MessageBarBody>{texts.formVerdict(errors, warnings, causes, blanks)}</MessageBarBody>
      </MessageBar>
      {isColoured && (
        <p className="quiet">
          {texts.coloured}{' '}
          <Button size="small" appearance="transparent" onClick={() => void onColour([])}>
            {texts.uncolour}
          </Button>
        </p>
      )}
      <WhoField />
      <FindingCards file={file} onGoTo={onGoTo} actions={actions} current={current} />
      <div ref={stampPlace}>{errors === 0 && !isStale && <StampForm onStamp={stamp} />}</div>
    </Asks>
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
