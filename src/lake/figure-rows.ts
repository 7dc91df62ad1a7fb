import { inForceOf } from '../domain/consolidation/figures-in-force';
import { usable } from '../domain/consolidation/coverage';
import { grouped } from '../domain/grouped';
import type { InForce } from '../domain/ledger/in-force';
import { measureOf } from '../domain/measure/measure';
import { parsePeriod, periodOf, type PeriodId } from '../domain/period/period';
import {
  cutOff,
  findAgency,
  figureUnit,
  findIndicator,
  isFilledBy,
  reportsIn,
  type Plan,
} from '../domain/plan/plan';
import { planFor } from '../domain/plan/plan-for';
import type { Acceptance, Observation, Submission } from '../domain/submission/submission';
import { unscaled } from './decimals';
import { LakeRefused } from './refused';
import type { Row } from './tables';

/** The states of a value, never merged (model.md); only the first two are numeric. */
export type ValueState =
  | 'number'
  | 'zero'
  | 'not-applicable'
  | 'not-assigned'
  | 'not-reported'
  | 'undecided'
  | 'returned';

export type Entry = 'submission' | 'adjustment' | 'opening';

export interface FigureRows {
  figures: Row[];
  taskReports: Row[];
}

/** What one figure, or one task, stands as: its cells by what they say. */
type Cells = ReadonlyMap<string, Observation>;

/** The figures of one agency and base period, by what they are of. */
type Standing = ReadonlyMap<string, Cells>;

/** Figures that came in together: a form, the files that hold parts of one, or an adjustment. */
interface Layer {
  version: number;
  entry: Entry;
  accepted: Acceptance;
  isDerived: boolean;
  submission: Submission;
  standing: Standing;
}

/**
 * A row for each figure of each submission. What counts of a figure is the row of the highest
 * version among those that are accepted and not older than the last whole form; so an adjustment
 * and a file with some sheets of a form leave as what a figure is after them, also where it is
 * gone. A month that its quarter's report tells has version 0: any form takes its place, any
 * adjustment lies over it. Told month by month: a large province's year at once is a lot.
 */
export function* figureRows(plan: Plan, submissions: readonly Submission[]): Generator<FigureRows> {
  const byAgency = grouped(submissions, ({ agency }) => agency);
  const agencies = [...byAgency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([agency, own]) => new AgencyFigures(plan, agency, own));
  const months = new Set(agencies.flatMap((one) => one.periods.map(monthOf)));
  for (const month of [...months].sort()) {
    const rows: FigureRows = { figures: [], taskReports: [] };
    for (const one of agencies) one.write(month, rows);
    yield rows;
  }
}

/** The folder of a base period's rows: its year and its last month. */
export function monthOf(base: PeriodId): string {
  const { year, lastMonth } = periodOf(base);
  return `${year}-${lastMonth}`;
}

export function entryOf({ origin }: Submission): Entry {
  return origin ?? 'submission';
}

class AgencyFigures {
  /** Base periods it has figures of, also those its quarter's report tells. */
  readonly periods: readonly PeriodId[];
  private readonly inForce: InForce;
  private readonly byPeriod: ReadonlyMap<string, Submission[]>;
  private rows: FigureRows = { figures: [], taskReports: [] };

  constructor(
    private readonly plan: Plan,
    private readonly agency: string,
    private readonly own: readonly Submission[],
  ) {
    this.inForce = inForceOf(plan, own);
    this.byPeriod = grouped(own, ({ period }) => period);
    const derived = [...this.inForce.all()]
      .map(({ period }) => period)
      .filter((period) => !this.byPeriod.has(period));
    this.periods = [...this.byPeriod.keys(), ...derived].sort();
  }

  write(month: string, rows: FigureRows): void {
    this.rows = rows;
    for (const period of this.periods.filter((one) => monthOf(one) === month))
      this.period(period, [...(this.byPeriod.get(period) ?? [])].sort(inOrder));
  }

  private period(period: PeriodId, received: readonly Submission[]): void {
    const isDerived = this.inForce.quarterOf(this.agency, period) !== undefined;
    const counts = (one: Submission) => one.accepted !== 'none' && !one.isBlank;
    const isLaid = (one: Submission) =>
      counts(one) && (one.origin === 'adjustment' || one.part !== undefined);
    const laid = received.filter(isLaid);
    const layers = received.filter((one) => !isLaid(one)).map(layerOf);
    const whole = Math.max(
      0,
      ...layers.filter(({ submission }) => counts(submission)).map(({ version }) => version),
    );
    // An adjustment of before the form that counts changes nothing any more.
    layers.push(...laid.filter(({ version }) => version < whole).map(layerOf));
    const over = laid.filter(({ version }) => isDerived || version >= whole);
    if (isDerived || over.length > 0) layers.push(...this.laidOver(period, over, isDerived));
    const last = standingOf(this.inForce.of(this.agency, period)?.observations ?? []);
    const seen = new Map<string, number>();
    for (const { accepted, version, standing } of layers)
      if (accepted !== 'none' && version >= (isDerived ? 0 : whole))
        for (const key of standing.keys()) seen.set(key, Math.max(seen.get(key) ?? 0, version));
    for (const layer of layers)
      for (const [key, cells] of layer.standing) {
        const isInForce = layer.accepted !== 'none' && seen.get(key) === layer.version;
        // What stands is what the whole ledger makes of it: a day another month settles (defect
        // 38).
        this.row(period, layer, key, isInForce ? (last.get(key) ?? new Map()) : cells);
      }
  }

  /** Each version over those before it, as what the figures are that it changes. */
  private laidOver(period: PeriodId, over: readonly Submission[], isDerived: boolean): Layer[] {
    const others = this.own.filter((one) => !over.includes(one));
    const at = (count: number) => {
      const known = [...others, ...over.slice(0, count)];
      return standingOf(inForceOf(this.plan, known).of(this.agency, period)?.observations ?? []);
    };
    let before = at(0);
    const layers: Layer[] = [];
    const quarter = isDerived ? this.inForce.quarterOf(this.agency, period) : undefined;
    if (quarter) {
      const { accepted } = quarter;
      layers.push({
        version: 0,
        entry: 'submission',
        accepted,
        isDerived: true,
        submission: quarter,
        standing: before,
      });
    }
    over.forEach((submission, index) => {
      // The files of one version are one submission.
      if (over[index + 1]?.version === submission.version) return;
      const after = at(index + 1);
      const said = over
        .filter(({ version }) => version === submission.version)
        .flatMap((one) => one.observations);
      const touched = new Set(standingOf(said).keys());
      const changed = [...before.keys(), ...after.keys()].filter(
        (key) => touched.has(key) || !isSame(before.get(key), after.get(key)),
      );
      const standing = new Map(
        [...new Set(changed)].map((key) => [key, after.get(key) ?? new Map()]),
      );
      layers.push({ ...layerOf(submission), standing });
      before = after;
    });
    return layers;
  }

  private row(period: PeriodId, layer: Layer, key: string, cells: Cells): void {
    const [of, code, row, column] = key.split('\u0000');
    // Words of a form are no figure, and may be somebody's name.
    if (of === 'form' && typeof cells.get(column)?.value === 'string') return;
    const { version, entry, accepted, isDerived, submission } = layer;
    const common = {
      agency: this.agency,
      code,
      base: period,
      version,
      entry,
      accepted,
      derived: flag(isDerived),
    };
    if (of === 'task') this.rows.taskReports.push({ ...common, ...taskCells(cells, layer) });
    else {
      const figure = of === 'form' ? formCells(cells, column) : this.indicatorCells(code, cells);
      const state =
        accepted === 'none'
          ? 'returned'
          : this.isAsked(of, code, period)
            ? figure.state
            : 'not-assigned';
      this.rows.figures.push({
        ...common,
        ...{ of, form_row: row, form_column: column, value_state: state },
        ...this.digits(figure, period),
        ...{ percentage_only: flag(figure.isPercentageOnly), unit: this.unitOf(of, code, column) },
        ...placesOf(figure.first, figure.second),
        submission: submission.hash,
      });
    }
  }

  private isAsked(of: string, code: string, base: PeriodId): boolean {
    const period = parsePeriod(base);
    const agency = findAgency(this.plan, this.agency);
    if (!period || !agency) return false;
    const plan = planFor(this.plan, period);
    const row =
      of === 'form' ? plan.forms.find((one) => one.code === code) : findIndicator(plan, code);
    return (
      row !== undefined &&
      reportsIn(agency, period) &&
      isFilledBy(row, agency, cutOff(plan, period))
    );
  }

  private unitOf(of: string, code: string, column: string): string {
    const indicator = of === 'indicator' ? findIndicator(this.plan, code) : undefined;
    if (of === 'indicator') return indicator ? figureUnit(indicator) : '';
    const form = this.plan.forms.find((one) => one.code === code);
    return form?.columns.find((one) => one.code === column)?.unit ?? '';
  }

  private indicatorCells(code: string, cells: Cells): FigureCells {
    const indicator = findIndicator(this.plan, code);
    const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map(
      (one) => cells.get(one) ?? null,
    );
    const hasParts = indicator
      ? measureOf(indicator).hasParts
      : numerator !== null || denominator !== null;
    if (!hasParts) {
      const counted = value?.state === 'not-applicable' ? null : usable(value);
      return { state: stateOf([value]), value: counted, first: value };
    }
    const parts = [usable(numerator), usable(denominator)];
    const isPercentageOnly = parts.every((part) => part === null) && usable(value) !== null;
    // A percentage beside its parts is held against them when it is read, and never used.
    const state =
      numerator === null && denominator === null
        ? stateOf([isPercentageOnly ? null : value])
        : null;
    return {
      state: state ?? stateOf([numerator, denominator]),
      numerator: parts[0],
      denominator: parts[1],
      first: numerator ?? value,
      second: denominator,
      isPercentageOnly,
    };
  }

  private digits(
    { numerator, denominator, value, first, second }: FigureCells,
    period: PeriodId,
  ): Row {
    const fit = (
      number: number | null | undefined,
      at: Observation | null | undefined,
    ): bigint | null => {
      if (number === null || number === undefined) return null;
      const digits = unscaled(number);
      if (typeof digits === 'bigint') return digits;
      const { code, raw, sheet, cell } = at!;
      const facts = {
        plan: this.plan.id,
        agency: this.agency,
        period,
        code,
        found: raw || number,
        sheet,
        cell,
      };
      throw new LakeRefused({
        code: digits === 'places' ? 'lake-figure-places' : 'lake-figure-range',
        facts,
      });
    };
    return {
      numerator: fit(numerator, first),
      denominator: fit(denominator, second),
      value: fit(value, first),
    };
  }
}

interface FigureCells {
  state: ValueState;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
  first: Observation | null;
  second?: Observation | null;
  isPercentageOnly?: boolean;
}

function formCells(cells: Cells, column: string): FigureCells {
  const one = cells.get(column) ?? null;
  const counts = one !== null && (one.state === 'ok' || one.state === 'not-applicable');
  return {
    state: stateOf([one]),
    value: counts && typeof one.value === 'number' ? one.value : null,
    first: one,
  };
}

function taskCells(cells: Cells, { submission, accepted, entry }: Layer): Row {
  const said = (measure: string) => {
    const one = cells.get(measure);
    return one?.state === 'ok' ? one : undefined;
  };
  const status = cells.get('status') ?? null;
  const state = said('status');
  const text = (measure: string) =>
    state ? ((said(measure)?.value as string | null | undefined) ?? null) : null;
  return {
    entered: flag(
      entry === 'adjustment' && state !== undefined && submission.observations.includes(state),
    ),
    state: (state?.value as string | null | undefined) ?? null,
    value_state: accepted === 'none' ? 'returned' : state ? 'number' : stateOf([status]),
    done_on: text('date'),
    note: text('text'),
    ...one(status ?? [...cells.values()][0] ?? null),
    submission: submission.hash,
  };
}

/** Of the cells that make one figure: what is wrong with the worst of them. */
function stateOf(cells: readonly (Observation | null)[]): ValueState {
  if (cells.some((cell) => cell?.state === 'withheld')) return 'returned';
  if (cells.some((cell) => cell?.state === 'undecided')) return 'undecided';
  if (cells.some((cell) => cell === null || usable(cell) === null)) return 'not-reported';
  if (cells.some((cell) => cell?.state === 'not-applicable')) return 'not-applicable';
  const [first, second] = cells;
  // Nothing of nothing: không phát sinh.
  if (second?.value === 0) return 'not-applicable';
  return first?.value === 0 ? 'zero' : 'number';
}

function placesOf(first: Observation | null, second: Observation | null = null): Row {
  const own = one(second);
  return {
    ...one(first),
    denominator_sheet: own.sheet,
    denominator_cell: own.cell,
    denominator_raw: own.raw,
  };
}

function one(cell: Observation | null): { sheet: string; cell: string; raw: string } {
  return { sheet: cell?.sheet ?? '', cell: cell?.cell ?? '', raw: cell?.raw ?? '' };
}

function layerOf(submission: Submission): Layer {
  const { version, accepted, isBlank, observations } = submission;
  return {
    ...{
      version,
      entry: entryOf(submission),
      accepted: isBlank ? 'none' : accepted,
      isDerived: false,
      submission,
    },
    standing: standingOf(observations),
  };
}

/** By kind, code, row and (of a statistics form) column; the cells of one figure together. */
function standingOf(observations: readonly Observation[]): Standing {
  const standing = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    const { of, code, row = '', measure } = observation;
    const key = [of, code, row, of === 'form' ? measure : ''].join('\u0000');
    const cells = standing.get(key);
    // The first of two that say the same is the one that is read.
    if (!cells) standing.set(key, new Map([[measure, observation]]));
    else if (!cells.has(measure)) cells.set(measure, observation);
  }
  return standing;
}

function isSame(a: Cells | undefined, b: Cells | undefined): boolean {
  return a?.size === b?.size && [...(a ?? [])].every(([measure, cell]) => b?.get(measure) === cell);
}

function inOrder(a: Submission, b: Submission): number {
  return a.version - b.version || (a.part ?? 0) - (b.part ?? 0);
}

export function flag(is: boolean | undefined): number {
  return is ? 1 : 0;
}
