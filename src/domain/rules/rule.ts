import { theOne } from '../../known/known';
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
import {
  findingOf,
  type Finding,
  type FindingCode,
  type FindingFacts,
  type Severity,
} from '../finding/finding';
import type { ComparedForm } from './last-figures';

export { numeric } from './numeric';

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

/** What a rule reports with: the finding's place and facts, as of `Report`. */
export type ReportOf<Code extends FindingCode> = (
  place: Place,
  facts: FindingFacts[Code],
  withheld?: readonly (Observation | null)[],
  about?: readonly (Observation | null)[],
) => void;

interface Place {
  sheet: string;
  cell: string;
}

/** What the folder of a rule says of it. One rule finds one defect; pure and linear in the form. */
interface RuleFolder<Code extends FindingCode, Form> {
  /** The code of its findings, stable for ever, and the name of its folder. */
  code: Code;
  severity: Severity;
  /** Where facts make it another than it mostly is. */
  severityOf?(facts: FindingFacts[Code]): Severity;
  /** Numbers of the defects catalogue (docs/defects.md) it owns. */
  defects: readonly number[];
  /** Facts its sentence is shown with where the rules are listed. */
  example: FindingFacts[Code];
  /**
   * Where in the run it stands: first what one cell says, then what cells say together. Of two
   * findings at one cell the later follows from the earlier.
   */
  order: number;
  check(form: Form, report: ReportOf<Code>): void;
}

/** A rule as it is run. */
export interface Rule {
  code: FindingCode;
  severity: Severity;
  defects: readonly number[];
  example: FindingFacts[FindingCode];
  order: number;
  check(form: FormReading, report: Report): void;
}

/**
 * A rule that looks at figures beside those of before: it can be asked with what the ledger knows
 * as with what the form prints.
 */
export interface PastRule extends Rule {
  isPast: true;
  check(form: ComparedForm, report: Report): void;
}

/** Makes what others find of the same kind: the finding has the rule's code and severity. */
interface Finder<Code extends FindingCode> {
  found(place: Place, facts: FindingFacts[Code]): Finding;
}

export function rule<Code extends FindingCode>(
  folder: RuleFolder<Code, FormReading>,
): Rule & Finder<Code> {
  return made(folder);
}

export function pastRule<Code extends FindingCode>(
  folder: RuleFolder<Code, ComparedForm>,
): PastRule & Finder<Code> {
  return { ...made(folder), isPast: true };
}

function made<Code extends FindingCode, Form>(folder: RuleFolder<Code, Form>) {
  const { code } = folder;
  const found = (place: Place, facts: FindingFacts[Code]) =>
    findingOf(code, folder.severityOf?.(facts) ?? folder.severity, place, facts);
  return {
    ...folder,
    found,
    check(form: Form, report: Report) {
      folder.check(form, (place, facts, withheld = [], about) =>
        report(found(place, facts), withheld, about),
      );
    },
  };
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
        theOne(own.rows, (row) => row.key === key),
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
