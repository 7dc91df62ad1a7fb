import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { PlanFinding } from '../../domain/plan-check/check-plan';
import { bySeverity, type Severity } from '../../domain/rules/finding';
import { findingSentence } from '../../locale/sentence';
import { useServices } from '../services';

/** So many are drawn at once: a plan of 58 tasks raises as many remarks. */
const PAGE = 25;

export interface PlanDoubtsProps {
  found: readonly PlanFinding[];
  onGoTo(place: { sheet: string; cell: string }): void;
}

/** What is doubtful in the plan, the gravest first; each leads to its cell. */
export function PlanDoubts({ found, onGoTo }: PlanDoubtsProps) {
  const { texts, language } = useServices();
  const [shown, setShown] = useState(PAGE);
  const count = (severity: Severity) => found.filter(({ finding }) => finding.severity === severity).length;
  const sorted = [...found].sort((a, b) => bySeverity(a.finding, b.finding));
  const rest = sorted.length - shown;
  return (
    <section aria-label={texts.checkPlan}>
      <Text as="h2" weight="semibold" block>
        {texts.planDoubts(count('error'), count('warning'), count('fixed'))}
      </Text>
      <ul className="findings">
        {sorted.slice(0, shown).map(({ row, finding }, index) => (
          <li key={index} className={finding.severity}>
            <span className="severity">
              {texts.doubtSeverity[finding.severity]} – {finding.sheet ?? texts.steps.plan}, {row}:
            </span>{' '}
            {findingSentence(finding, language)}
            {finding.sheet && finding.cell && (
              <Button
                size="small"
                appearance="transparent"
                aria-label={`${texts.goToCell} ${finding.cell}, ${finding.sheet}`}
                onClick={() => onGoTo({ sheet: finding.sheet!, cell: finding.cell! })}
              >
                {texts.goToCell}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMoreDoubts(Math.min(rest, PAGE))}
        </Button>
      )}
    </section>
  );
}
