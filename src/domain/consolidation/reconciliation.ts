import { measureOf } from '../measure/measure';
import { periodsOf, type TimeRule } from '../measure/time-rule';
import { figureKey, type InForce } from '../ledger/in-force';
import { tiles, type Period, type PeriodId } from '../period/period';
import type { Agency } from '../agency/agency';
import { baseKind, cutOff, isFilledBy, reportsIn, scheduledPeriods, type Plan } from '../plan/plan';
import { formOf } from '../plan/assigned';
import { typedCells } from '../plan/stat-cells';
import type { Observation, Submission } from '../submission/submission';
import { usable } from './coverage';
import { sum } from '../decimal/decimal';

/** Where one figure of a reconciliation stands. */
export interface FigurePlace {
  period: PeriodId;
  file: string;
  sheet: string;
  cell: string;
}

/** One figure as the base periods make it, and as the report of the longer period says it. */
export interface Reconciliation {
  agency: Agency;
  /** The longer period. */
  period: Period;
  of: 'indicator' | 'form';
  code: string;
  /** Of a statistics form. */
  row?: string;
  measure: string;
  /** Summed, or the last one's; null where one of them is not known. */
  parts: number | null;
  partsAt: FigurePlace[];
  whole: number | null;
  wholeAt: FigurePlace | null;
  /**
   * `derived`: they agree, and a base period comes from its quarter's report. `cannot-compare`:
   * base periods are missing, or the report itself does not say a figure that counts.
   */
  outcome: 'agrees' | 'differs' | 'derived' | 'cannot-compare';
  /** Base periods whose figure is not known. */
  missing: PeriodId[];
}

/** A figure both sides may say. */
type Wanted = Pick<Reconciliation, 'of' | 'code' | 'row' | 'measure'> & { rule: TimeRule };

/**
 * Every report of a longer period that is in force within a period, held against its base periods,
 * by agency and row; exact, without any tolerance. What neither side says is left out.
 */
export function reconciliations(plan: Plan, within: Period, inForce: InForce): Reconciliation[] {
  const longer = scheduledPeriods(plan).filter(
    (one) =>
      one.kind !== baseKind(plan.schedule) &&
      one.firstMonth >= within.firstMonth &&
      one.lastMonth <= within.lastMonth,
  );
  return longer.flatMap((period) =>
    plan.agencies.flatMap((agency) => {
      const report = inForce.of(agency.code, period.id);
      return report ? reconciled(plan, agency, period, report, inForce) : [];
    }),
  );
}

function reconciled(
  plan: Plan,
  agency: Agency,
  period: Period,
  report: Submission,
  inForce: InForce,
): Reconciliation[] {
  const whole = figuresOf(report);
  const parts = (tiles(period, baseKind(plan.schedule)) ?? [])
    .filter((part) => reportsIn(agency, part))
    .map(({ id }) => {
      const submission = inForce.of(agency.code, id);
      return { id, submission, figures: figuresOf(submission) };
    });
  return wantedOf(plan, agency, period).flatMap(({ rule, ...wanted }): Reconciliation[] => {
    const key = figureKey(wanted);
    const own = whole.get(key);
    const used = periodsOf(rule, parts, ({ figures }) => usable(figures.get(key)) !== 0);
    const told = used.map(({ id, submission, figures }) => ({
      id,
      submission,
      figure: figures.get(key),
    }));
    if (!own && told.every(({ figure }) => !figure)) return [];
    const values = told.map(({ figure }) => usable(figure));
    const known = values.filter((value) => value !== null);
    const base = { agency, period, ...wanted, whole: usable(own), parts: null as number | null };
    if (values.length > 0 && known.length === values.length) base.parts = sum(known);
    const places = told.flatMap(({ id, submission, figure }) =>
      submission && figure ? [placeOf(id, submission, figure, inForce)] : [],
    );
    return [
      {
        ...base,
        partsAt: places,
        wholeAt: own ? placeOf(period.id, report, own, inForce) : null,
        outcome: outcomeOf(
          base,
          told.some(({ figure }) => inForce.isDerived(figure)),
        ),
        missing: told.filter((_, index) => values[index] === null).map(({ id }) => id),
      },
    ];
  });
}

function outcomeOf(
  { parts, whole }: Pick<Reconciliation, 'parts' | 'whole'>,
  isDerived: boolean,
): Reconciliation['outcome'] {
  if (parts === null || whole === null) return 'cannot-compare';
  if (parts !== whole) return 'differs';
  return isDerived ? 'derived' : 'agrees';
}

/** What the report says less what the base periods make; null where there is nothing to compare. */
export function differenceOf({
  parts,
  whole,
}: Pick<Reconciliation, 'parts' | 'whole'>): number | null {
  return parts === null || whole === null ? null : sum([whole, -parts]);
}

/** The figures a report of the longer period is asked for. */
function wantedOf(plan: Plan, agency: Agency, period: Period): Wanted[] {
  const day = cutOff(plan, period);
  const asked = <Row extends Parameters<typeof isFilledBy>[0]>(row: Row) =>
    isFilledBy(row, agency, day);
  return [
    ...plan.indicators
      .filter((indicator) => !measureOf(indicator).isFromTasks && asked(indicator))
      .flatMap((indicator) =>
        measureOf(indicator).asked.map((measure): Wanted => ({
          of: 'indicator',
          code: indicator.code,
          measure,
          rule: measureOf(indicator).timeRule(measure),
        })),
      ),
    ...plan.forms
      .filter((form) => asked(form) && form.lines === undefined)
      .flatMap((form) =>
        formOf(form, agency).rows.flatMap((row) =>
          typedCells(form, row).flatMap(({ column, cell }): Wanted[] =>
            // What is not added over time has nothing to be held against.
            cell.typed !== 'number' || cell.overTime === 'none'
              ? []
              : [
                  {
                    of: 'form',
                    code: form.code,
                    row: row.key,
                    measure: column.code,
                    rule: cell.overTime,
                  },
                ],
          ),
        ),
      ),
  ];
}

function figuresOf(submission: Submission | undefined): Map<string, Observation> {
  return new Map(submission?.observations.map((one) => [figureKey(one), one]));
}

function placeOf(
  period: PeriodId,
  submission: Submission,
  figure: Observation,
  inForce: InForce,
): FigurePlace {
  const { file } = inForce.sourceOf(submission, figure);
  return { period, file, sheet: figure.sheet, cell: figure.cell };
}
