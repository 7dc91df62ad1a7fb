import type { CivilDate } from '../../text/date';
import type { Agency, Plan } from '../plan/plan';
import type { Period } from '../period/period';
import type { IndicatorReading } from '../submission/read-indicator';
import type { StatFormReading } from '../submission/read-stat-form';
import type { TaskReading } from '../submission/read-task';
import type { Observation } from '../submission/submission';
import type { Finding, FindingCode, Severity } from './finding';

/** A filled form as read: what rules look at. */
export interface FormReading {
  plan: Plan;
  agency: Agency;
  period: Period;
  cutOff: CivilDate;
  /** How many base periods of the year came before this one. */
  periodsBefore: number;
  indicators: IndicatorReading[];
  tasks: TaskReading[];
  forms: StatFormReading[];
}

/**
 * Takes a finding, the figures its error withholds, and the figures it is about where these are others: what is found of a figure
 * that is wrong already follows from that.
 */
export type Report = (
  finding: Finding,
  withheld: readonly (Observation | null)[],
  about?: readonly (Observation | null)[],
) => void;

/** One rule finds one defect; pure and linear in the form. Its findings carry its code. */
export interface Rule {
  code: FindingCode;
  severity: Severity;
  /** Numbers of the defects catalogue (docs/defects.md) it owns. */
  defects: readonly number[];
  check(form: FormReading, report: Report): void;
}

/** The numeric value of an observation that still counts, else null. */
export function numeric(observation: Observation | null): number | null {
  return observation?.state === 'ok' && typeof observation.value === 'number' ? observation.value : null;
}

export function placeOf(observation: Observation): { sheet: string; cell: string } {
  return { sheet: observation.sheet, cell: observation.cell };
}

/** Every typed figure of the statistics forms with the unit it is counted in. */
export function statFigures(form: FormReading): { observation: Observation; unit: string }[] {
  return form.forms.flatMap(({ form: { columns }, rows }) =>
    rows.flatMap(({ cells }) =>
      columns.flatMap(({ code, unit }) => {
        const observation = cells.get(code);
        return observation ? [{ observation, unit }] : [];
      }),
    ),
  );
}

/** Both parts of a ratio with the unit each is counted in. */
export function partsOf(reading: IndicatorReading): { observation: Observation; unit: string }[] {
  const { indicator, numerator, denominator, value } = reading;
  const parts: { observation: Observation; unit: string }[] = [];
  if (numerator) parts.push({ observation: numerator, unit: indicator.numerator.unit });
  if (denominator) parts.push({ observation: denominator, unit: indicator.denominator?.unit ?? '' });
  if (value && !indicator.denominator) parts.push({ observation: value, unit: indicator.numerator.unit });
  return parts;
}
