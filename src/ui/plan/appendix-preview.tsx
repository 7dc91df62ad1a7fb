import { useState } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import type { AppendixPlan } from '../../app/plan-from-appendix';
import {
  COLUMN_ROLES,
  type AppendixColumn,
  type ColumnRole,
} from '../../domain/appendix/read-appendix';
import { doubtsOf } from '../../domain/plan-check/check-plan';
import { countKinds } from '../../domain/plan-check/doubt-kinds';
import { columnRoleWord } from '../../locale/column-role';
import { GoToCell } from '../go-to-cell';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';

/** So many questions are drawn at once. */
const PAGE = 25;

export interface AppendixPreviewProps {
  read: AppendixPlan;
  onRole(column: AppendixColumn, role: ColumnRole): void;
  /** Absent where the cells are in no open workbook. */
  onGoTo?: (place: { sheet: string; cell: string }) => void;
  onWrite(): void;
  onCancel(): void;
}

/**
 * What was understood of an appendix, before anything is written: counts, each column (which can be
 * said otherwise), each doubt at its cell.
 */
export function AppendixPreview({ read, onRole, onGoTo, onWrite, onCancel }: AppendixPreviewProps) {
  const { texts, language } = useServices();
  const isBusy = useIsBusy();
  const [shown, setShown] = useState(PAGE);
  const { plan, columns, questions } = read;
  const { indicators, targets, tasks, agencies } = plan;
  const rest = questions.length - shown;
  return (
    <section aria-label={texts.appendix.title}>
      <Text as="h2" weight="semibold" block>
        {texts.appendix.title}
      </Text>
      <Text block>{[plan.name, plan.number].filter(Boolean).join(' – ')}</Text>
      <Text block>
        {texts.appendix.counts(indicators.length, targets.length, tasks.length, agencies.length)}
      </Text>
      <Text as="h3" weight="semibold" block>
        {texts.appendix.columns}
      </Text>
      {columns.map((column) => {
        const { sheet, cell, heading, role, isGuessed } = column;
        const label = `${heading} (${sheet}, ${cell})`;
        return (
          <Field
            key={`${sheet}!${cell}`}
            size="small"
            label={label}
            validationState={isGuessed ? 'warning' : 'none'}
            validationMessage={isGuessed ? texts.appendix.guessed : undefined}
          >
            <Select
              size="small"
              disabled={isBusy}
              value={role}
              onChange={(_, { value }) => onRole(column, value as ColumnRole)}
            >
              {COLUMN_ROLES.map((one) => (
                <option key={one} value={one}>
                  {columnRoleWord(one, language)}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
      <Text as="h3" weight="semibold" block>
        {texts.appendix.questions(countKinds(doubtsOf(plan)).confirm, questions.length)}
      </Text>
      <ul className="findings">
        {questions.slice(0, shown).map(({ sheet, cell, text }, index) => (
          <li key={index} className="warning">
            {text}
            {onGoTo && <GoToCell sheet={sheet} cell={cell} onGoTo={onGoTo} />}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMoreDoubts(Math.min(rest, PAGE))}
        </Button>
      )}
      <Text block>{texts.appendix.afterWriting}</Text>
      <div className="buttons">
        <Button appearance="primary" size="small" disabled={isBusy} onClick={onWrite}>
          {texts.writePlan}
        </Button>
        <Button size="small" disabled={isBusy} onClick={onCancel}>
          {texts.appendix.back}
        </Button>
      </div>
    </section>
  );
}
