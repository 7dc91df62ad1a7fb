import { Button, Select, Tab, TabList } from '@fluentui/react-components';
import type { Plan } from '../../domain/plan/plan';
import { consolidablePeriods } from '../../domain/plan/plan';
import type { PeriodId } from '../../domain/period/period';
import { formatDate } from '../../text/date';
import type { UiTexts } from '../../locale/ui-texts';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { STEPS, type Month, type Step } from './month';

interface MonthHeadProps {
  plan: Plan;
  month: Month;
  /** Files of this session nobody could place. */
  unplaced: number;
  step: Step;
  onPeriod(id: PeriodId): void;
  onStep(step: Step): void;
}

/** Plan and period, which hold for every step, and the period's work as a line. */
export function MonthHead({ plan, month, unplaced, step, onPeriod, onStep }: MonthHeadProps) {
  const { texts } = useServices();
  const isBusy = useIsBusy();
  const periods = consolidablePeriods(plan);
  const alike = periods.filter(({ kind }) => kind === month.period.kind);
  const at = alike.findIndex(({ id }) => id === month.period.id);
  const [before, after] = [alike[at - 1], alike[at + 1]];
  const counts = countsOf(month, unplaced, texts);
  return (
    <div className="month">
      <p className="plan-name" title={plan.name}>
        {plan.name}
      </p>
      <div className="period">
        <Button
          size="small"
          appearance="subtle"
          aria-label={texts.month.before}
          disabled={isBusy || !before}
          onClick={() => onPeriod(before.id)}
        >
          ‹
        </Button>
        <Select
          size="small"
          aria-label={texts.period}
          disabled={isBusy}
          value={month.period.id}
          onChange={(_, data) => onPeriod(data.value)}
        >
          {periods.map((one) => (
            <option key={one.id} value={one.id}>
              {texts.periodName(one)}
            </option>
          ))}
        </Select>
        <Button
          size="small"
          appearance="subtle"
          aria-label={texts.month.after}
          disabled={isBusy || !after}
          onClick={() => onPeriod(after.id)}
        >
          ›
        </Button>
        <span className="due">{texts.month.due(formatDate(month.due))}</span>
      </div>
      <TabList
        size="small"
        className="month-line"
        aria-label={texts.month.line}
        selectedValue={step}
        onTabSelect={(_, data) => onStep(data.value as Step)}
      >
        {STEPS.map((one) => (
          <Tab
            key={one}
            value={one}
            disabled={isBusy && one !== step}
            className={counts[one].isDone ? 'done' : ''}
          >
            <span className="step-name">{texts.steps[one]}</span>{' '}
            <span className="step-count">{counts[one].text}</span>
          </Tab>
        ))}
      </TabList>
    </div>
  );
}

/** Under each step how far it is. */
function countsOf(
  month: Month,
  unplaced: number,
  texts: UiTexts,
): Record<Step, { text: string; isDone: boolean }> {
  const asked = month.rows.length;
  const open = month.open.length + unplaced;
  const mark = (isDone: boolean) => ({ text: isDone ? '✓' : '–', isDone });
  return {
    issue: { text: texts.month.toAgencies(asked), isDone: month.taken > 0 },
    intake: { text: `${month.taken}/${asked}`, isDone: asked > 0 && month.taken === asked },
    settle: { text: String(open), isDone: month.taken > 0 && open === 0 },
    consolidate: mark(month.isConsolidated),
    lock: mark(month.isLocked),
  };
}
