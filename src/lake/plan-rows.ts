import { knownAt } from '../known/known';
import type { Agency } from '../domain/agency/agency';
import { identifiersOf, type Identifier } from '../domain/agency/identifier';
import {
  coverage,
  cumulativeEntries,
  standingTiles,
  type Entry,
} from '../domain/consolidation/coverage';
import { grouped } from '../domain/grouped';
import type { InForce } from '../domain/ledger/in-force';
import { METHOD } from '../domain/consolidation/consolidation';
import { measureOf } from '../domain/measure/measure';
import {
  previousPeriod,
  sameLastYear,
  tiles,
  yearUpTo,
  type BaseKind,
  type Period,
} from '../domain/period/period';
import { lastDay } from '../domain/period/window';
import { askedAgencies } from '../domain/plan/assigned';
import { family } from '../domain/plan/family';
import {
  baseKind,
  consolidablePeriods,
  cutOff,
  deadlineDay,
  expectedTiles,
  isFilledBy,
  reportingAgencies,
  yearToDate,
  type Indicator,
  type Plan,
  type Target,
  type Task,
} from '../domain/plan/plan';
import { columnTimeRule, inputColumns, typedParts, type StatForm } from '../domain/plan/stat-form';
import { isAssessed, lastReportBy, YES } from '../domain/plan/target';
import { planFor, targetsOn } from '../domain/plan/plan-for';
import { withChosenPaths } from '../domain/plan/two-paths';
import { addDays } from '../text/date';
import { unscaled } from './decimals';
import { flag } from './figure-rows';
import { isPlain } from './plain-form';
import { LakeRefused } from './refused';
import type { Row, TableName } from './tables';

/**
 * The coverage of an indicator in a period, as the core has it: its own, the year's so far, the
 * period's before; and of what is compared with last year its same period and the year up to that.
 */
export interface Coverages {
  own: Entry[];
  year: Entry[];
  before: Entry[];
  lastYear: Entry[];
  lastYearToDate: Entry[];
}

/** A period a plan's figures are consolidated for, with the plan as it stands in it. */
export interface Asked {
  period: Period;
  plan: Plan;
  indicators: { indicator: Indicator; entries: Coverages }[];
}

/** One after the other: the entries of a year of periods together are the most a lake holds. */
export function* askedPeriods(whole: Plan, inForce: InForce): Generator<Asked> {
  for (const period of consolidablePeriods(whole)) {
    const plan = withChosenPaths(planFor(whole, period));
    const before = previousPeriod(period);
    const same = sameLastYear(period);
    const at = (indicator: Indicator, of: Period) =>
      coverage(plan, indicator, of, inForce, cutOff(plan, of));
    const ofLastYear = (indicator: Indicator, of: Period) =>
      measureOf(indicator).choices.comparedWith === 'last-year' ? at(indicator, of) : [];
    yield {
      period,
      plan,
      indicators: plan.indicators.map((indicator) => ({
        indicator,
        entries: {
          own: at(indicator, period),
          year: cumulativeEntries(plan, indicator, period, inForce, cutOff(plan, period)),
          before: at(indicator, before),
          lastYear: ofLastYear(indicator, same),
          lastYearToDate: ofLastYear(indicator, yearUpTo(same)),
        },
      })),
    };
  }
}

/**
 * What a plan says, so that nobody who reads the lake needs its calendar or its rules about who is
 * asked; told period by period.
 */
export class PlanRows {
  private readonly calendar = new Calendar();
  private readonly families: Row[] = [];

  constructor(private readonly plan: Plan) {
    const ofTasks = plan.indicators.find((one) => {
      const { isFromTasks, choices } = measureOf(one);
      return isFromTasks && choices.comparedWith === 'last-year';
    });
    // The tables know what became of a task in this year and the period before, not in last year.
    if (ofTasks)
      throw new LakeRefused({
        code: 'lake-tasks-compared',
        facts: { plan: plan.id, code: ofTasks.code },
      });
  }

  add(asked: Asked): void {
    this.calendar.add(asked);
    this.families.push(...familyRows(this.plan, asked.period));
  }

  tables(): [TableName, Row[]][] {
    const { plan } = this;
    return [
      ['plans', [planRow(plan)]],
      ['agencies', plan.agencies.map(agencyRow)],
      [
        'successions',
        plan.successions.map(({ from, to, kind, date }) => ({
          from_agency: from,
          to_agency: to,
          kind,
          day: date,
        })),
      ],
      ['families', this.families],
      ['targets', targetRows(plan)],
      ...this.calendar.tables(),
    ];
  }
}

function planRow(plan: Plan): Row {
  const { name, number, issuer, year } = plan;
  return {
    name,
    number,
    issuer,
    plan_year: year,
    base_kind: baseKind(plan.schedule),
    method: METHOD,
  };
}

function agencyRow(agency: Agency): Row {
  const { code, name, shortName, level, parent, validFrom, validTo, successor, reports } = agency;
  return {
    ...{ agency: code, name, short_name: shortName, level, parent: parent ?? '' },
    identifier: lastIdentifier(agency),
    ...{
      valid_from: validFrom ?? '',
      valid_to: validTo ?? '',
      successor: successor ?? '',
      reports: flag(reports),
    },
  };
}

/**
 * Mã định danh điện tử: of those the register has the one that stands longest; in a register
 * without them a code is one where it has the form the decree gives it.
 */
function lastIdentifier(agency: Agency): string {
  const until = (one: Identifier) => one.until ?? FOREVER;
  const last = identifiersOf(agency).sort((a, b) => (until(a) < until(b) ? 1 : -1))[0];
  if (last) return last.code;
  return /^[A-Z]\d{2}(\.\d{1,3}){0,3}$/.test(agency.code) ? agency.code : '';
}

/** Whose earlier figures an agency carries on, where that is more, or less, than its own. */
function familyRows(plan: Plan, period: Period): Row[] {
  return plan.agencies.flatMap(({ code }) =>
    [...(family(plan, code, lastDay(period)) ?? [])].map((member) => ({
      period: period.id,
      agency: code,
      member,
    })),
  );
}

/** Of the targets for the same level or agency the one in force, for each time in which it is. */
function targetRows(plan: Plan): Row[] {
  const groups = grouped(
    plan.targets,
    ({ indicator, level, agency }) => `${indicator} ${level} ${agency}`,
  );
  return [...groups.values()].flatMap((group) => {
    const turns = group.flatMap(({ from, until }) => [
      ...(from === undefined ? [] : [from]),
      ...(until === undefined ? [] : [addDays(until, 1)]),
    ]);
    const starts = [...new Set(['', ...turns])].sort();
    return starts.flatMap((start, index) =>
      targetsOn(group, start).map((target) => ({
        ...targetRow(plan, target),
        standing_from: start,
        standing_until: index + 1 < starts.length ? addDays(starts[index + 1], -1) : FOREVER,
      })),
    );
  });
}

function targetRow(plan: Plan, target: Target): Row {
  const { indicator, level, agency, operator, value, to, confirmed, raw, until } = target;
  const fit = (number: number | null | undefined): bigint | null => {
    if (number === null || number === undefined) return null;
    const digits = unscaled(number);
    if (typeof digits === 'bigint') return digits;
    throw new LakeRefused({
      code: 'lake-target-range',
      facts: { plan: plan.id, code: indicator, found: String(number) },
    });
  };
  return {
    ...{ code: indicator, level: level ?? '', agency: agency ?? '' },
    // "Có" is the number of that answer.
    operator: operator === 'yes' ? '=' : operator,
    value: fit(operator === 'yes' ? YES : value),
    ...{ value_to: fit(to), confirmed: flag(confirmed), raw },
    ...{ scope: target.scope === 'each' ? 'each' : '', assess: target.assess ?? '' },
    due: lastReportBy(plan, until) ?? '',
  };
}

const FOREVER = '9999-12-31';

/** Whether everybody tells the same whole periods. */
function areAlike(entries: readonly Entry[]): boolean {
  const wholes = grouped(entries, ({ agency }) => agency.code);
  const said = [...wholes.values()].map((own) =>
    own.flatMap(({ period, spans }) => (spans === undefined ? [] : period.id)).join(' '),
  );
  return new Set(said).size === 1;
}

/**
 * Of a whole period told as one: that it stands for fewer base periods than it has the tables
 * cannot say.
 */
function isShort(indicator: Indicator, { period, spans }: Entry, base: BaseKind): boolean {
  const { isSummed } = measureOf(indicator);
  return spans !== undefined && spans !== (isSummed ? tiles(period, base)?.length : 1);
}

/**
 * Which row of the plan, in which of its versions, is asked of whom in which base periods, and
 * which of those make a longer period's figure. A row that was adjusted in mid-year has a variant
 * for each way it stands in some period.
 */
class Calendar {
  private readonly variants = new Map<string, Map<string, number>>();
  private readonly rows = new Map<TableName, Row[]>(
    (
      [
        'indicators',
        'tasks',
        'forms',
        'form_rows',
        'form_columns',
        'form_parts',
        'asked',
        'spans',
        'expected',
      ] as const
    ).map((name) => [name, []]),
  );
  private readonly known = new Set<string>();

  tables(): [TableName, Row[]][] {
    return [...this.rows];
  }

  add({ period, plan, indicators }: Asked): void {
    for (const { indicator, entries } of indicators)
      this.indicator(plan, period, indicator, entries);
    for (const task of plan.tasks) this.task(plan, period, task);
    for (const form of plan.forms.filter(isPlain)) this.form(plan, period, form);
    const tiles = expectedTiles(plan, period);
    const variant = this.numberOf('hand-in', fillersOf(plan)).number;
    this.ask(period, 'hand-in', '', variant, 'own', cutOff(plan, period), true);
    this.span(period, 'hand-in', '', variant, 'own', 'period', tiles);
    for (const tile of tiles) this.expect('hand-in', '', variant, askedAgencies(plan, tile), tile);
  }

  private indicator(
    plan: Plan,
    period: Period,
    indicator: Indicator,
    { own, year, before, lastYear, lastYearToDate }: Coverages,
  ): void {
    const { code } = indicator;
    const told = () => ({ table: 'indicators' as const, row: indicatorRow(indicator) });
    const variant = this.variant('indicator', code, indicator, told);
    const day = cutOff(plan, period);
    const isDue = isAssessed(plan, indicator, null, day);
    const isEnded = isAssessed(plan, { ...indicator, assess: 'at-deadline' }, null, day);
    this.ask(period, 'indicator', code, variant, 'own', day, isDue, isEnded);
    if (measureOf(indicator).isFromTasks) return;
    const reaches = [
      ['own', 'period', own],
      ['own', 'year', year],
      ['before', 'period', before],
      ['last-year', 'period', lastYear],
      ['last-year', 'year', lastYearToDate],
    ] as const;
    for (const [context, reach, entries] of reaches) {
      const short = entries.find((one) => isShort(indicator, one, baseKind(plan.schedule)));
      if (short)
        throw new LakeRefused({
          code: 'lake-figure-of-longer',
          facts: { plan: plan.id, code, agency: short.agency.code, period: short.period.id },
        });
      // Who tells a whole quarter is asked its months elsewhere: here they are asked as here.
      const isMixed = entries.some(({ spans }) => spans !== undefined) && !areAlike(entries);
      const asked = isMixed
        ? this.variant('indicator', code, { ...indicator, of: [period.id, context, reach] }, told)
        : variant;
      const byTile = new Map<string, { tile: Period; agencies: Agency[] }>();
      for (const { agency, period: tile } of entries) {
        const at = byTile.get(tile.id);
        if (at) at.agencies.push(agency);
        else byTile.set(tile.id, { tile, agencies: [agency] });
      }
      const tiles = [...byTile.values()];
      this.span(
        period,
        'indicator',
        code,
        asked,
        context,
        reach,
        tiles.map(({ tile }) => tile),
      );
      for (const { tile, agencies } of tiles) this.expect('indicator', code, asked, agencies, tile);
    }
  }

  private task(plan: Plan, period: Period, task: Task): void {
    const { code } = task;
    const variant = this.variant('task', code, task, () => ({
      table: 'tasks',
      row: taskRow(plan, task),
    }));
    const contexts = [
      ['own', period],
      ['before', previousPeriod(period)],
    ] as const;
    for (const [context, of] of contexts) {
      this.ask(period, 'task', code, variant, context, cutOff(plan, of), true);
      const year = yearToDate(plan, of);
      this.span(period, 'task', code, variant, context, 'period', expectedTiles(plan, of));
      this.span(period, 'task', code, variant, context, 'year', year);
      for (const tile of year) {
        const agencies = reportingAgencies(plan, tile).filter((agency) => isFilledBy(task, agency));
        this.expect('task', code, variant, agencies, tile);
      }
    }
  }

  private form(plan: Plan, period: Period, form: StatForm): void {
    const { code } = form;
    const variant = this.variant('form', code, form, () => ({
      table: 'forms',
      row: {
        title: form.title,
        typed_columns: inputColumns(form).length,
        form_rows: form.rows.length,
      },
      more: (number) => this.formTables(form, number),
    }));
    this.ask(period, 'form', code, variant, 'own', cutOff(plan, period), true);
    const tiles = standingTiles(plan, form, period);
    this.span(period, 'form', code, variant, 'own', 'period', tiles);
    for (const tile of tiles) {
      const agencies = reportingAgencies(plan, tile).filter((agency) =>
        isFilledBy(form, agency, cutOff(plan, tile)),
      );
      this.expect('form', code, variant, agencies, tile);
    }
  }

  private formTables(form: StatForm, variant: number): void {
    const { code } = form;
    for (const { key, name } of form.rows)
      this.put('form_rows', { code, variant, form_row: key, name });
    for (const { code: column, name, unit, overTime } of form.columns) {
      const rule = columnTimeRule(overTime);
      const isTyped = flag(overTime !== 'computed');
      this.put('form_columns', {
        ...{
          code,
          variant,
          form_column: column,
          name,
          unit,
          over_time: overTime,
          rule,
          is_typed: isTyped,
        },
      });
      const times = grouped(typedParts(form, column), (part) => part);
      for (const [part, all] of times)
        this.put('form_parts', { code, variant, form_column: column, part, times: all.length });
    }
  }

  /** The number of the way a row of the plan stands; told once. */
  private variant(
    of: string,
    code: string,
    row: unknown,
    tell: () => { table: TableName; row: Row; more?: (variant: number) => void },
  ): number {
    const { number, isNew } = this.numberOf(`${of} ${code}`, row);
    if (!isNew) return number;
    const { table, row: told, more } = tell();
    this.put(table, { code, variant: number, ...told });
    more?.(number);
    return number;
  }

  private numberOf(key: string, what: unknown): { number: number; isNew: boolean } {
    const ways = this.variants.get(key) ?? new Map<string, number>();
    this.variants.set(key, ways);
    const way = JSON.stringify(what);
    const known = ways.get(way);
    if (known === undefined) ways.set(way, ways.size);
    return { number: known ?? ways.size - 1, isNew: known === undefined };
  }

  private ask(
    period: Period,
    of: string,
    code: string,
    variant: number,
    context: string,
    day: string,
    isDue: boolean,
    isEnded = isDue,
  ): void {
    this.put('asked', {
      ...{ period: period.id, of, code, variant, context, day, is_due: flag(isDue) },
      ...{ is_ended: flag(isEnded), months: period.lastMonth },
    });
  }

  private span(
    period: Period,
    of: string,
    code: string,
    variant: number,
    context: string,
    reach: string,
    tiles: readonly Period[],
  ): void {
    tiles.forEach((tile, index) =>
      this.put('spans', {
        ...{ period: period.id, of, code, variant, context, reach, base: tile.id },
        ordinal: tile.year * 12 + tile.lastMonth,
        is_first: flag(index === 0),
        is_last: flag(index === tiles.length - 1),
        is_quarter_end: flag(tile.lastMonth % 3 === 0),
      }),
    );
  }

  private expect(
    of: string,
    code: string,
    variant: number,
    agencies: readonly Agency[],
    tile: Period,
  ): void {
    // Whoever is asked in a base period is asked alike in every longer one.
    const key = [of, code, variant, tile.id].join('\u0000');
    if (this.known.has(key)) return;
    this.known.add(key);
    for (const { code: agency, level } of agencies)
      this.put('expected', { of, code, variant, agency, level, base: tile.id });
  }

  private put(table: TableName, row: Row): void {
    knownAt(this.rows, table).push(row);
  }
}

/** Who is asked anything, whatever it is. */
function fillersOf({ indicators, tasks, forms }: Plan): unknown {
  return [indicators, tasks, forms].map((rows) => rows.map(({ filledBy }) => filledBy));
}

function indicatorRow(indicator: Indicator): Row {
  const measure = measureOf(indicator);
  const { choices } = measure;
  const { stt, heading, name, unit, kind, assess, taskCount, numerator, denominator, from, until } =
    indicator;
  return {
    ...{ stt, heading, name, unit, kind, typed: choices.typed, has_parts: flag(measure.hasParts) },
    ...{ scale: choices.scale, decimals: choices.decimals, sign: choices.sign },
    ...{ over_agencies: choices.overAgencies, over_time: choices.overTime },
    numerator_rule: measure.timeRule('numerator'),
    denominator_rule: measure.timeRule('denominator'),
    part_of_whole: flag(choices.partOfWhole),
    ...{
      compared_with: choices.comparedWith,
      better: choices.better,
      assess,
      task_count: taskCount ?? '',
    },
    ...{ numerator_name: numerator.name, numerator_unit: numerator.unit },
    ...{ denominator_name: denominator?.name ?? '', denominator_unit: denominator?.unit ?? '' },
    ...{ standing_from: from ?? '', standing_until: until ?? FOREVER },
    compared: choices.compared ?? '',
  };
}

function taskRow(plan: Plan, { text, section, parent, deadline, deadlineText }: Task): Row {
  return {
    ...{ name: text, section, parent, deadline: deadline?.kind ?? '' },
    every: deadline?.kind === 'recurring' ? deadline.every : '',
    due: deadlineDay(plan, deadline) ?? '',
    deadline_text: deadlineText,
  };
}
