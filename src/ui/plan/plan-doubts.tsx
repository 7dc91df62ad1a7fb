import { useState, type ReactNode } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { canConfirm } from '../../app/confirm-plan';
import type { PlanFinding } from '../../domain/plan-check/check-plan';
import {
  countKinds,
  DOUBT_ORDER,
  ofKind,
  type DoubtKind,
} from '../../domain/plan-check/doubt-kinds';
import { findingSentence } from '../../locale/sentence';
import { GoToCell } from '../go-to-cell';
import { ActButton, Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who-field';

/** So many are drawn at once: a plan of 58 tasks raises as many remarks. */
const PAGE = 25;

export interface PlanDoubtsProps {
  found: readonly PlanFinding[];
  onGoTo(place: { sheet: string; cell: string }): void;
  /** Absent where nothing can be confirmed: the plan's tables have faults. */
  onConfirm?(found: PlanFinding): void;
}

/**
 * What is doubtful in the plan, the gravest first; each leads to its cell, and what a yes settles
 * can be confirmed.
 */
export function PlanDoubts({ found, onGoTo, onConfirm }: PlanDoubtsProps) {
  const { texts } = useServices();
  const confirms = onConfirm !== undefined && found.some(canConfirm);
  return (
    <section aria-label={texts.checkPlan}>
      <Text as="h2" weight="semibold" block>
        {texts.planDoubts(countKinds(found.map(({ finding }) => finding)))}
      </Text>
      <Asks>
        {confirms && <WhoField />}
        {DOUBT_ORDER.map((kind) => {
          const own = ofKind(found, kind);
          return own.length === 0 ? null : (
            <Doubts
              key={kind}
              kind={kind}
              found={own}
              onGoTo={onGoTo}
              act={(one) =>
                confirms &&
                canConfirm(one) && (
                  <ActButton
                    appearance="transparent"
                    aria-label={`${texts.confirmDoubt} ${one.finding.sheet}, ${one.finding.cell}`}
                    onAct={() => onConfirm(one)}
                  >
                    {texts.confirmDoubt}
                  </ActButton>
                )
              }
            />
          );
        })}
      </Asks>
    </section>
  );
}

interface DoubtsProps extends Pick<PlanDoubtsProps, 'found' | 'onGoTo'> {
  kind: DoubtKind;
  act(found: PlanFinding): ReactNode;
}

/** The doubts of one kind. */
function Doubts({ kind, found, onGoTo, act }: DoubtsProps) {
  const { texts, language } = useServices();
  const [shown, setShown] = useState(PAGE);
  const rest = found.length - shown;
  return (
    <details className="doubts" open={kind !== 'note'}>
      <summary>{texts.doubtHeading(kind, found.length)}</summary>
      <ul className="findings">
        {found.slice(0, shown).map((one, index) => {
          const { row, finding } = one;
          return (
            <li key={index} className={finding.severity}>
              <span className="severity">
                {texts.doubtKinds[kind]} –{' '}
                {[finding.sheet ?? texts.steps.plan, row].filter(Boolean).join(', ')}:
              </span>{' '}
              {findingSentence(finding, language)}
              {finding.sheet && finding.cell && (
                <GoToCell sheet={finding.sheet} cell={finding.cell} onGoTo={onGoTo} />
              )}
              {act(one)}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMoreDoubts(Math.min(rest, PAGE))}
        </Button>
      )}
    </details>
  );
}
