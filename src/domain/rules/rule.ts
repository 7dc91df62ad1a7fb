import type { CivilDate } from '../../text/date';
import { measureOf, type PartName } from '../measure/measure';
import type { Agency } from '../agency/agency';
import type { Plan } from '../plan/plan';
import { isWholeCell, placesOf, typedCells } from '../plan/stat-cells';
import type { Period } from '../period/period';
import type { IndicatorReading } from '../reading/read-indicator';
import type { StatFormReading } from '../reading/read-stat-form';
import type { TaskReading } from '../reading/read-task';
import type { Observation } from '../submission/submission';
import type { Finding, FindingCode, Severity } from '../finding/finding';
import type { ComparedForm } from './last-figures';

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
 * Takes a finding, the figures its error withholds, and the figures it is about where these are
 * others: what is found of a figure that is wrong already follows from that.
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

/**
 * A rule that looks at figures beside those of before: it can be asked with what the ledger knows
 * as with what the form prints.
 */
export interface PastRule extends Rule {
  check(form: ComparedForm, report: Report): void;
}

/** The numeric value of an observation that still counts, else null. */
export function numeric(observation: Observation | null): number | null {
  return observation?.state === 'ok' && typeof observation.value === 'number'
    ? observation.value
    : null;
}

export function placeOf(observation: Observation): { sheet: string; cell: string } {
  return { sheet: observation.sheet, cell: observation.cell };
}

/** A typed figure, the unit it is counted in, and what may stand in it. */
export interface TypedFigure {
  observation: Observation;
  unit: string;
  isWhole: boolean;
  mayBeNegative: boolean;
  /** So many decimals were chosen at most; null where any may stand, or its unit decides. */
  places: number | null;
}

/** Every typed figure of the statistics forms. */
export function statFigures(form: FormReading): TypedFigure[] {
  return form.forms.flatMap(({ form: own, rows }) =>
    rows.flatMap(({ key, cells }) =>
      typedCells(
        own,
        own.rows.find((row) => row.key === key)!,
      ).flatMap(({ column, cell }) => {
        const observation = cells.get(column.code);
        if (!observation || cell.typed !== 'number') return [];
        const { unit, mayBeNegative } = cell;
        return [
          { observation, unit, isWhole: isWholeCell(cell), mayBeNegative, places: placesOf(cell) },
        ];
      }),
    ),
  );
}

/** The figures typed of an indicator: both parts, or the one there is. */
export function partsOf({
  indicator,
  numerator,
  denominator,
  value,
}: IndicatorReading): TypedFigure[] {
  const measure = measureOf(indicator);
  const { mayBeNegative } = measure;
  const typed = (observation: Observation | null, part: PartName): TypedFigure[] => {
    const unit = indicator[part]?.unit ?? '';
    return observation
      ? [
          {
            observation,
            unit,
            isWhole: measure.isWhole(part),
            mayBeNegative,
            places: measure.places,
          },
        ]
      : [];
  };
  return measure.hasParts
    ? [...typed(numerator, 'numerator'), ...typed(denominator, 'denominator')]
    : typed(value, 'numerator');
}
