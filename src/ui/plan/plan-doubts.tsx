import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { canConfirm } from '../../app/confirm-plan';
import type { PlanFinding } from '../../domain/plan-check/check-plan';
import { bySeverity, type Severity } from '../../domain/finding/finding';
import { findingSentence } from '../../locale/sentence';
import { GoToCell } from '../go-to-cell';
import { ActButton, Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who';

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
  const { texts, language } = useServices();
  const [shown, setShown] = useState(PAGE);
  const count = (severity: Severity) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  const sorted = [...found].sort((a, b) => bySeverity(a.finding, b.finding));
  const rest = sorted.length - shown;
  const confirms = onConfirm !== undefined && found.some(canConfirm);
  return (
    <section aria-label={texts.checkPlan}>
      <Text as="h2" weight="semibold" block>
        {texts.planDoubts(count('error'), count('warning'), count('fixed'))}
      </Text>
      <Asks>
        {confirms && <WhoField />}
        <ul className="findings">
          {sorted.slice(0, shown).map((one, index) => {
            const { row, finding } = one;
            return (
              <li key={index} className={finding.severity}>
                <span className="severity">
                  {texts.doubtSeverity[finding.severity]} –{' '}
                  {[finding.sheet ?? texts.steps.plan, row].filter(Boolean).join(', ')}:
                </span>{' '}
                {findingSentence(finding, language)}
                {finding.sheet && finding.cell && (
                  <GoToCell sheet={finding.sheet} cell={finding.cell} onGoTo={onGoTo} />
                )}
                {confirms && canConfirm(one) && (
                  <ActButton
                    appearance="transparent"
                    aria-label={`${texts.confirmDoubt} ${finding.sheet}, ${finding.cell}`}
                    onAct={() => onConfirm(one)}
                  >
                    {texts.confirmDoubt}
                  </ActButton>
                )}
              </li>
            );
          })}
        </ul>
      </Asks>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMoreDoubts(Math.min(rest, PAGE))}
        </Button>
      )}
    </section>
  );
}
