import { knownAt } from '../../known/known';
import { matchKey, wordKey } from '../../text/normal-form';
import { civilDate } from '../../text/date';
import type { PeriodKind } from '../period/period';
import type { Level } from '../agency/agency';
import {
  comparedOf,
  isFilledBy,
  makesSum,
  type Deadline,
  type Filler,
  type Indicator,
  type Target,
  type Task,
} from '../plan/plan';
import { Codes, resolutionPrefix } from './codes';
import { readDeadlineText } from './deadline-text';
import {
  againstLastYear,
  answered,
  countedIn,
  defineIndicator,
  type Definition,
} from './definition';
import type { FillerReader } from './fillers';
import type { AppendixTable } from './find-tables';
import { readFrequency, scheduleOf } from './frequency';
import type { GridCell } from './grid';
import { isGrowth } from './growth-words';
import type { TargetScope } from './header';
import { namesIndicators, unitInName, withoutUnit, type Role } from './headings';
import { isOfEachUnit, UNIT_WORDS } from '../plan/each-unit-words';
import { withChoicesInWords } from '../plan/choices-in-words';
import type { AppendixMark, MarkReason } from './mark';
import { oneLine } from './one-line';
import type { Item } from './read-rows';
import { levelOfEach } from './each-unit';
import { isOfBothOwners, sharedOwners } from './shared-owners';
import { isRankUnit, readTargets, type ProposedTarget, type TargetsReading } from './read-targets';
import { momentOf, type Moment } from './target-moment';
import { contradicts, targetInSentence } from './target-text';

/** Columns of the plan tables a mark points to. */
const HEADING = {
  deadline: 'Thời hạn',
  filledBy: 'Đơn vị điền số liệu',
  unit: 'ĐVT',
  counted: 'ĐVT mẫu số',
  target: 'So sánh',
  value: 'Mức',
  kind: 'Loại',
  stt: 'STT',
  schedule: 'Kỳ báo cáo',
};

/**
 * What was reached before, beside an indicator's target: a plan has no place for it yet, the
 * reading shows it.
 */
export interface OpeningFigure {
  indicator: string;
  year: number | null;
  raw: string;
  sheet: string;
  cell: string;
}

/** An indicator its targets are read for. */
interface Measured extends Pick<
  Indicator,
  'code' | 'unit' | 'name' | 'heading' | 'filledBy' | 'compared'
> {
  /** Nothing else says when it is due: a target of a later year says so. */
  isOpenEnded: boolean;
  /** It is answered Có or Không. */
  isAnswered: boolean;
}

/** The first row of an indicator, for the other tables of the decision that speak of it. */
interface Known {
  indicator: Indicator;
  table: AppendixTable;
}

/** A row of a table whose rows are agencies. */
interface AgencyRow {
  row: number;
  scope: TargetScope | 'whole';
}

type AgencyMeasure = NonNullable<AppendixTable['byAgency']>['measures'][number];

/** A target of all as it is given: where, in which words, and what of it is to be asked. */
interface Given {
  at: GridCell | 'target';
  said: string;
  asked: MarkReason | null;
  mark: Marker;
  /** Its heading says that it is what the year is to bring. */
  isOfYear: boolean;
  /** Nothing of this year's is given: the first of the later ones holds already. */
  isInForce: boolean;
}

/** Makes rows of a plan out of the items of an appendix, and says what was not plain. */
export class PlanRows {
  readonly indicators: Indicator[] = [];
  readonly targets: Target[] = [];
  readonly tasks: Task[] = [];
  readonly marks: AppendixMark[] = [];
  readonly openings: OpeningFigure[] = [];
  /** How often each row is reported, where a column says it. */
  private readonly frequencies: { mark: Marker; text: string; kinds: PeriodKind[] }[] = [];
  private readonly codes = new Codes();
  private readonly taskCodes = new Map<Item, string>();
  private readonly known = new Map<string, Known[]>();
  private readonly taskOf = new Map<string, { task: Task; table: AppendixTable }>();
  private readonly sections = new Map<string, string>();
  private readonly targetAt = new Map<string, Target>();
  /** Indicators with a target for all. */
  private readonly whole = new Set<string>();
  private loose = 0;

  constructor(
    private readonly fillers: FillerReader,
    private readonly year: number | null,
    /** The document is the plan of that year alone. */
    private readonly isOfOneYear: boolean,
  ) {}

  /**
   * Milestones are of what was reached by their day, of figures that add up as of others; what an
   * indicator says itself its targets need not.
   */
  settle(): void {
    const indicators = new Map(this.indicators.map((one) => [one.code, one]));
    for (const target of this.targets) {
      const indicator = indicators.get(target.indicator);
      if (!indicator) continue;
      if (target.until !== undefined)
        target.assess ??= /^flow/.test(indicator.overTime) ? 'whole-year' : 'at-deadline';
      if (target.assess === indicator.assess) delete target.assess;
    }
  }

  /**
   * The periods the rows ask for together; a row reported less often than the shortest of them, or
   * in other words, is asked.
   */
  schedule(): PeriodKind[] {
    const schedule = scheduleOf(this.frequencies.map(({ kinds }) => kinds));
    for (const { mark, text, kinds } of this.frequencies)
      if (kinds[0] !== schedule[0]) mark('schedule', HEADING.schedule, text, 'schedule');
    return schedule;
  }

  private addFrequency(item: Item, mark: Marker): void {
    const text = textOf(item, 'schedule');
    if (text !== '') this.frequencies.push({ mark, text, kinds: readFrequency(text) });
  }

  add(item: Item): void {
    tellOwnersApart(item);
    if (!isIndicator(item)) return this.addTask(item, 'task');
    if (this.addToKnown(item)) return;
    // A measure that brings a product about is a piece of work as well: kept as both, and asked.
    const hasProduct = textOf(item, 'product') !== '';
    if (hasProduct) this.addTask(item, 'indicator-task');
    this.addIndicator(item, hasProduct ? knownAt(this.taskCodes, item) : '');
  }

  private addTask(item: Item, kind: Task['kind']): void {
    const dotted = item.section !== '' && item.stt.startsWith(`${item.section}.`);
    const own = textOf(item, 'code');
    const text = wordsOf(item);
    if (kind === 'task' && this.isSameTask(item, text)) return;
    const wanted =
      own !== ''
        ? own
        : ['PL', ...(item.section === '' || dotted ? [] : [item.section]), item.stt].join('-');
    const { code, isOwn } = this.codes.take(wanted);
    this.taskCodes.set(item, code);
    const mark = this.marker(item, code, 'tasks');
    this.markPlace(item, mark, isOwn || this.isOfAnotherSection(wanted, item));
    if (kind === 'task') markFigures(item, text, mark);
    else mark('target', HEADING.kind, textOf(item, 'target') || text, 'both');
    this.addFrequency(item, mark);
    const { deadline, deadlineText } = this.deadlineOf(item, mark);
    const task: Task = {
      code,
      stt: item.stt,
      section: item.section,
      sectionTitle: item.sectionTitle,
      parent: (item.parent && this.taskCodes.get(item.parent)) ?? '',
      kind,
      text,
      lead: textOf(item, 'lead'),
      coordinating: textOf(item, 'coordinating'),
      implementing: textOf(item, 'implementing'),
      product: textOf(item, 'product'),
      deadlineText,
      deadline,
      filledBy: this.filledBy(item, mark),
    };
    this.tasks.push(task);
    if (!this.taskOf.has(matchKey(text)))
      this.taskOf.set(matchKey(text), { task, table: item.table });
  }

  /**
   * The same words in another table of the decision are the same task; where the rest differs, it
   * is asked.
   */
  private isSameTask(item: Item, text: string): boolean {
    const before = this.taskOf.get(matchKey(text));
    if (
      !before ||
      before.table === item.table ||
      (before.table.grid === item.table.grid && item.table.isContinued)
    )
      return false;
    const { task } = before;
    const isLike = (['lead', 'product'] as const).every(
      (role) => matchKey(textOf(item, role)) === matchKey(task[role]),
    );
    if (!isLike) return false;
    this.taskCodes.set(item, task.code);
    if (oneLine(item.values.get('deadline')?.text ?? '') !== task.deadlineText)
      this.marker(item, task.code, 'tasks')('deadline', HEADING.deadline, text, 'same-row');
    return true;
  }

  /** A number that comes again in another section is that section's own, and nothing to ask. */
  private isOfAnotherSection(
    wanted: string,
    { section, sectionTitle, group, heading }: Item,
  ): boolean {
    const place = [section, sectionTitle, group, heading].join('\n');
    const before = this.sections.get(wanted);
    this.sections.set(wanted, place);
    return before !== undefined && before !== place;
  }

  private addIndicator(item: Item, task: string): void {
    const { code, isOwn } = this.codeOf(item, task);
    const mark = this.marker(item, code, 'indicators');
    this.markPlace(item, mark, isOwn);
    const name = wordsOf(item);
    const wording = wordingOf(item.heading, name);
    const filledBy = this.filledBy(item, mark);
    const { deadline } = this.deadlineOf(item, mark);
    const { unit, parts, whole, compared } = this.readFigures(
      item,
      code,
      wording,
      mark,
      filledBy,
      deadline === null,
    );
    const isOfChange = compared === 'last-year-percent' && /^%/.test(unit);
    const definition = definitionOf(withoutUnit(wording), unit, parts, { filledBy, isOfChange });
    markDefinition(definition, unit, name, mark);
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    const due = deadline ?? this.laterYear(whole);
    this.addOpenings(item, code);
    this.addFrequency(item, mark);
    const isApart = kind === 'count' && !makesSum(unit) && isOfSeveral(filledBy);
    const doubt = ownersDoubt({ kind, isApart, isRank: isRankUnit(unit, wording), filledBy });
    if (doubt !== null) mark(ownersColumn(item.table), HEADING.filledBy, name, doubt);
    const indicator = withChoicesInWords(
      {
        code,
        stt: item.stt,
        group: item.group,
        heading: item.heading,
        name,
        unit,
        kind,
        overTime,
        numerator,
        denominator,
        partOfWhole: partOfWhole && !parts.some(isOverWhole),
        ...(compared === undefined && parts.some(isBelowZero) ? { sign: 'any' as const } : {}),
        ...(compared === undefined || isOfChange ? {} : { compared }),
        assess: assessedBy(due),
        deadline: due,
        task,
        lead: textOf(item, 'lead'),
        coordinating: textOf(item, 'coordinating'),
        implementing: textOf(item, 'implementing'),
        filledBy,
        sameAs: '',
        proposedNames: true,
      },
      parts,
    );
    if (isApart) this.keepApart(indicator, this.marker(item, code, 'targets'));
    // "So với kỳ trước" is asked of every period.
    if (isOnPeriodBefore(compared)) indicator.assess = 'every-period';
    this.indicators.push(indicator);
    this.remember(indicator, item.table);
  }

  /** The decision's own code, else one of the resolution's number or of the plan's count. */
  private codeOf(item: Item, task: string): { code: string; isOwn: boolean } {
    const prefix = resolutionPrefix(item.group);
    const own = task === '' ? textOf(item, 'code') : '';
    const loose =
      prefix === '' ? `K${String(++this.loose).padStart(2, '0')}` : `${prefix}-${item.stt}`;
    const wanted = own !== '' ? own : loose;
    const { code, isOwn } = this.codes.take(wanted);
    return { code, isOwn: isOwn || this.isOfAnotherSection(wanted, item) };
  }

  /** "Đến năm 2030": due then, and nothing of this year's. */
  private laterYear(whole: readonly ProposedTarget[]): Deadline | null {
    const years = whole.map(({ year }) => year).filter((year) => !this.isBefore(year));
    if (years.length === 0 || years.some((year) => this.isOwnYear(year))) return null;
    return { kind: 'period', period: String(Math.min(...years.map(Number))) };
  }

  /**
   * A yield or an income a head that several report makes no sum: each reaches it by itself, which
   * is asked where the words do not say so.
   */
  private keepApart(indicator: Indicator, mark: Marker): void {
    const { code, name } = indicator;
    const open = this.targets.filter(
      (one) => one.indicator === code && one.agency === null && one.scope === undefined,
    );
    const isSaid = indicator.overAgencies === 'each';
    indicator.overAgencies = 'each';
    if (isSaid || (open.length === 0 && this.hasTarget(code))) return;
    for (const one of open) one.confirmed = false;
    mark('target', HEADING.value, open[0]?.raw ?? name, 'each-unit');
  }

  private addOpenings(item: Item, code: string): void {
    for (const { year, cell } of item.openings) {
      const place = item.table.grid.place(cell);
      this.openings.push({ indicator: code, year, raw: oneLine(cell.text), ...place });
    }
  }

  private remember(indicator: Indicator, table: AppendixTable): void {
    for (const key of new Set([
      nameKey(indicator.heading, indicator.name),
      nameKey('', indicator.name),
    ])) {
      const known = this.known.get(key) ?? [];
      this.known.set(key, [...known, { indicator, table }]);
    }
  }

  /** The one indicator of that name in another table, if there is one. */
  private knownIndicator(heading: string, name: string, table: AppendixTable): Indicator | null {
    for (const key of [nameKey(heading, name), nameKey('', name)]) {
      const known = (this.known.get(key) ?? []).filter((one) => one.table !== table);
      if (known.length === 1) return known[0].indicator;
    }
    return null;
  }

  /**
   * A row of a second table (lộ trình, giao theo đơn vị) that speaks of an indicator of the first:
   * its targets join that one's.
   */
  private addToKnown(item: Item): boolean {
    const name = wordsOf(item);
    const indicator = this.knownIndicator(item.heading, name, item.table);
    if (!indicator) return false;
    const mark = this.marker(item, indicator.code, 'indicators');
    const markTarget = this.marker(item, indicator.code, 'targets');
    const unit = this.unitOf(item);
    if (unit !== '' && matchKey(unit) !== matchKey(indicator.unit))
      mark('unit', HEADING.unit, unit, 'same-row');
    const of = measured(indicator);
    const said = item.values.get('target');
    if (said && said.text !== '') {
      const { isOfYear } = item.table;
      this.addWholeAgain(of, said, { indicator, isOfYear }, markTarget);
    }
    for (const { scope, cell } of item.scoped) this.addScoped(of, scope, cell, markTarget);
    this.addOpenings(item, indicator.code);
    this.completeOwners(indicator, item);
    return true;
  }

  /** What another table says of an indicator for all: its target, or the one that stands. */
  private addWholeAgain(
    of: Measured,
    cell: GridCell,
    { indicator, isOfYear }: { indicator: Indicator; isOfYear: boolean },
    mark: Marker,
  ): void {
    const reading = readTargets(cell.text, indicator.unit, indicator.name, this.year);
    const before = this.targetAt.get(keyOf({ ...WHOLE, indicator: indicator.code }));
    if (!before)
      return this.addWhole(of, cell, reading, mark, { said: oneLine(cell.text), isOfYear });
    const [part] = reading.parts;
    const isSame =
      reading.parts.length === 1 &&
      reading.compared === of.compared &&
      isSameFigure(before, part) &&
      // A bare figure says nothing of its bound.
      (!part.isPlain || part.operator === before.operator);
    if (isSame) return;
    before.confirmed = false;
    mark(cell, HEADING.value, oneLine(cell.text), 'same-row');
  }

  /** Owners only the second table names are the indicator's. */
  private completeOwners(indicator: Indicator, item: Item): void {
    const isOwned = indicator.lead !== '' || indicator.implementing !== '';
    if (isOwned || (textOf(item, 'lead') === '' && textOf(item, 'implementing') === '')) return;
    for (const role of ['lead', 'coordinating', 'implementing'] as const)
      indicator[role] = textOf(item, role);
    indicator.filledBy = this.filledBy(item, this.marker(item, indicator.code, 'indicators'));
    const isOpen = (one: AppendixMark): boolean =>
      one.code === indicator.code && one.why === 'agency' && one.found === '';
    for (const one of this.marks.filter(isOpen)) this.marks.splice(this.marks.indexOf(one), 1);
  }

  /** The cells of a table whose rows are agencies and whose columns are indicators. */
  addAgencyTable(table: AppendixTable): void {
    const named = this.agenciesNamed(table);
    let last: { indicator: Indicator; name: string } | null = null;
    for (const measure of table.byAgency!.measures) {
      const own = withoutUnit(measure.name);
      const name = own || table.title || oneLine(measure.path[0]);
      const isOfLast = measure.part !== null && last !== null && (own === '' || own === last.name);
      const indicator: Indicator = isOfLast
        ? last!.indicator
        : (this.knownIndicator('', name, table) ??
          this.indicatorOfColumn(table, measure, name, named));
      if (!isOfLast) last = { indicator, name: own };
      this.addColumn(table, measure, indicator, named);
    }
  }

  /** Whom the rows of such a table name; who is not known is asked. */
  private agenciesNamed(table: AppendixTable): AgencyRow[] {
    const { grid, byAgency } = table;
    const named: AgencyRow[] = [];
    for (const row of table.rows) {
      const own = grid.shown(row, byAgency!.column);
      // A total may stand where the numbers do.
      const first = grid.cells(row)[0];
      const cell = own.text === '' && first && isTotal(first.text) ? first : own;
      const text = oneLine(cell.text);
      const hasFigures = byAgency!.measures.some(
        ({ column }) => grid.shown(row, column).text !== '',
      );
      if (text === '' || !hasFigures || cell.row !== row) continue;
      if (isTotal(text)) named.push({ row, scope: 'whole' });
      else {
        const found = this.fillers.scopeOf(text);
        if (found) named.push({ row, scope: found.scope });
        if (!found?.isPlain)
          this.markCell(table, cell, '', 'targets', HEADING.filledBy, text, 'agency');
      }
    }
    return named;
  }

  /** What a column of such a table gives the agencies of an indicator. */
  private addColumn(
    table: AppendixTable,
    { column, part }: AgencyMeasure,
    indicator: Indicator,
    named: readonly AgencyRow[],
  ): void {
    const of = measured(indicator);
    for (const { row, scope } of named) {
      const cell = table.grid.shown(row, column);
      if (cell.text === '') continue;
      const mark: Marker = (at, heading, found, why) =>
        this.markCell(
          table,
          typeof at === 'string' ? cell : at,
          indicator.code,
          'targets',
          heading,
          found,
          why,
        );
      if (part !== null && part !== '')
        this.addScoped(of, scope === 'whole' ? { kind: 'part', part } : scope, cell, mark, part);
      else if (scope === 'whole')
        this.addWholeAgain(of, cell, { indicator, isOfYear: part === '' }, mark);
      else this.addScoped(of, scope, cell, mark);
    }
  }

  private indicatorOfColumn(
    table: AppendixTable,
    measure: { cell: GridCell; unit: string; name: string },
    name: string,
    named: readonly { scope: TargetScope | 'whole' }[],
  ): Indicator {
    const { code } = this.codes.take(`K${String(++this.loose).padStart(2, '0')}`);
    const { cell } = measure;
    const written = measure.unit || unitInName(name) || table.unit;
    const said = written || (countedIn(name) ?? '');
    const definition = defineIndicator(name, said, false);
    if (written === '') this.markCell(table, cell, code, 'indicators', HEADING.unit, name, 'unit');
    if (!definition.isKindKnown || !measure.name)
      this.markCell(table, cell, code, 'indicators', HEADING.kind, name, 'kind');
    const filledBy = named.flatMap(({ scope }): Filler[] =>
      scope === 'whole' ? [] : fillersOf(scope),
    );
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    const indicator = withChoicesInWords(
      {
        ...{ code, stt: String(this.loose), group: table.title, heading: '', name, unit: said },
        ...{
          kind,
          overTime,
          numerator,
          denominator,
          partOfWhole,
          assess: 'every-period',
          deadline: null,
          task: '',
        },
        ...{
          lead: '',
          coordinating: '',
          implementing: '',
          filledBy,
          sameAs: '',
          proposedNames: true,
        },
      },
      [],
    );
    this.indicators.push(indicator);
    this.remember(indicator, table);
    return indicator;
  }

  private unitOf(item: Item): string {
    const written = textOf(item, 'unit') || unitInName(textOf(item, 'text')) || item.table.unit;
    return /^(phần trăm|tỷ lệ \(?%\)?|tỉ lệ \(?%\)?|\(%\))$/i.test(written) ? '%' : written;
  }

  /** The unit and the targets: from their columns, else from the indicator's own words. */
  private readFigures(
    item: Item,
    code: string,
    wording: string,
    mark: Marker,
    filledBy: Filler[],
    isOpenEnded: boolean,
  ): Pick<Indicator, 'unit' | 'compared'> & { parts: ProposedTarget[]; whole: ProposedTarget[] } {
    const columnUnit = this.unitOf(item);
    const markTarget = this.marker(item, code, 'targets');
    const name = textOf(item, 'text');
    const scoped = item.scoped.map(({ scope, cell }) => ({
      scope,
      cell,
      reading: readTargets(cell.text, columnUnit, wording, this.year),
    }));
    const cell = writtenIn(item, 'target');
    const found = targetFound(item);
    const whole = readTargets(cell?.text ?? found, columnUnit, wording, this.year);
    const all = [...scoped.flatMap(({ reading }) => reading.parts), ...whole.parts];
    const readings = [...scoped.map(({ reading }) => reading), whole];
    const unitFound = firstUnit(readings);
    const isAnswered = areAnswers(all);
    const unit = isAnswered ? ANSWERED : columnUnit || unitFound;
    if (unit === '') mark('unit', HEADING.unit, name, 'unit');
    else if (isOtherUnit(unitFound, columnUnit, wording))
      mark('unit', HEADING.unit, columnUnit, 'unit');
    const compared = comparedTogether(readings);
    const of: Measured = {
      ...{ code, unit, name: wording, heading: name, filledBy, isOpenEnded, isAnswered },
      ...(compared === undefined ? {} : { compared }),
    };
    // In the order of time: what the months reach, the year, the years after it.
    for (const { scope, cell: at } of scoped.filter(isOfPart))
      this.addScoped(of, scope, at, markTarget);
    if (found !== '' || scoped.length === 0)
      this.addWhole(of, cell, whole, markTarget, {
        said: found || name,
        isOfYear: item.table.isOfYear,
      });
    for (const { scope, cell: at } of scoped.filter((one) => !isOfPart(one)))
      this.addScoped(of, scope, at, markTarget);
    return {
      unit,
      parts: all,
      whole: found === '' ? scoped.flatMap(partsOfTheirYear) : whole.parts,
      ...(compared === undefined ? {} : { compared }),
    };
  }

  /**
   * The target of all: one, or one for each part of the year or each year. `isOfYear`: its heading
   * says that it is what the year is to bring.
   */
  private addWhole(
    of: Measured,
    cell: GridCell | null,
    { parts, why, compared }: TargetsReading,
    mark: Marker,
    { said, isOfYear }: { said: string; isOfYear: boolean },
  ): void {
    const at = cell ?? 'target';
    // What a year before was given is no target of this plan.
    const own = parts.filter(({ year }) => !this.isBefore(year));
    const isWordsAlone = own.length === 0;
    const asked =
      why ??
      (isWordsAlone ? unsaid(cell) : this.openScope(own, said, of)) ??
      comparedOtherwise(compared, of);
    if (asked) mark(at, headingOf(asked), said, asked);
    if (isWordsAlone && said !== '' && cell !== null) this.push(words(of.code, said));
    const isOpenNow = of.isOpenEnded && !own.some(({ year }) => this.isOwnYear(year));
    for (const [index, proposed] of own.sort(inTime).entries())
      this.addPart(of, heldBy(of, proposed, compared), {
        ...{ at, said, asked, mark, isOfYear },
        isInForce: index === 0 && isOpenNow,
      });
  }

  /** One of the targets of all: for the communes of the kind it names, else for everyone. */
  private addPart(of: Measured, part: ProposedTarget, given: Given): void {
    const { at, said, asked, mark } = given;
    const agencies = this.givenTo(of, part);
    // A figure for communes of which none reports, or of a kind the province has not: its words
    // are kept.
    if (agencies.length === 0) {
      mark(at, HEADING.filledBy, part.raw, 'agency');
      this.keepWords(of.code, said);
      return;
    }
    const doubt = asked ?? this.doubtOfBound(of, part, part.isOwnPeriod === true);
    if (doubt !== null && asked === null) mark(at, headingOf(doubt), part.raw, doubt);
    const isThisYear = this.isOwnYear(part.year);
    const from = isThisYear || given.isInForce ? undefined : civilDate(part.year!, 1, 1);
    const isOfWholeYear = given.isOfYear && isThisYear && part.until === undefined;
    const assess = part.assess ?? (isOfWholeYear ? 'whole-year' : undefined);
    const target = {
      ...{ indicator: of.code, level: this.levelOf(part, of) },
      ...heldOf(asked === 'each-unit' ? { ...part, each: undefined } : part),
      confirmed: doubt === null,
      ...(from ? { from } : {}),
      ...(assess ? { assess } : {}),
    };
    const isNew = agencies.map((agency) => this.push({ ...target, agency }));
    if (isNew.includes(false)) mark(at, HEADING.value, part.raw, 'same-row');
  }

  /** The communes of the kind a target names that report it; `null` alone where it names none. */
  private givenTo(of: Measured, { communes }: ProposedTarget): (string | null)[] {
    if (!communes) return [null];
    return communes
      .flatMap((kind) => this.fillers.communesOf(kind))
      .filter((agency) => isFilledBy(of, agency))
      .map(({ code }) => code);
  }

  /** Nobody's words are lost: of whom or which time they are stays at their cell. */
  private keepWords(code: string, said: string): void {
    if (!this.hasTarget(code)) this.push(words(code, said));
  }

  private isOwnYear(year: number | undefined): boolean {
    return year === undefined || year === this.year;
  }

  private isBefore(year: number | undefined): boolean {
    return year !== undefined && this.year !== null && year < this.year;
  }

  /**
   * Whether it is open of what a figure is: of each unit where one of several reports it for all,
   * or a share that may count the units.
   */
  private openScope(
    parts: readonly ProposedTarget[],
    said: string,
    of: Measured,
  ): MarkReason | null {
    const isEachReporting = isOfSeveral(of.filledBy);
    if (parts.some(({ each }) => each !== undefined)) return isEachReporting ? null : 'each-unit';
    const isNamed = [of.name, of.heading].some((name) => levelOfEach(name) !== null);
    if (isNamed && isEachReporting && of.unit !== '' && !isOfUnits(of.unit)) return null;
    return [said, of.name, of.heading].some(isOfEachUnit) ? 'each-unit' : null;
  }

  /** The level of the units that are named, where others report as well. */
  private levelOf({ level, each }: ProposedTarget, { filledBy }: Measured): Level | null {
    if (level !== null || each === undefined || each === null || each === 'any') return level;
    const isAlone = filledBy.every((one) => 'level' in one && one.level === each);
    return isAlone || !filledBy.some((one) => 'level' in one && one.level === each) ? null : each;
  }

  /** A target for one level, agency, year or part of the year; of an agency also for a part. */
  private addScoped(
    of: Measured,
    scope: TargetScope,
    cell: GridCell,
    mark: Marker,
    inPart = partOf(scope),
  ): void {
    const said = oneLine(cell.text);
    // "-": nothing is given to that agency. "x" may be a tick as well.
    if (NOTHING_GIVEN.test(said)) return;
    if (TICK.test(said)) return mark(cell, HEADING.target, said, 'operator');
    const reading = readTargets(cell.text, of.unit, of.name, this.year);
    const { parts } = reading;
    const why = this.scopedDoubt(of, scope, reading, said);
    if (why !== null) mark(cell, HEADING.target, said, why);
    if (parts.length !== 1) return this.keepWords(of.code, said);
    const part = heldBy(of, parts[0], reading.compared);
    const moment = inPart === null ? null : this.momentOfPart(inPart);
    // Of a time nobody can name it is the target of no time, least of all of the whole year.
    if (inPart !== null && moment === null) return mark(cell, HEADING.value, said, 'time');
    const doubt = why ?? this.doubtOfBound(of, part, isOfOwnPeriod(moment, part));
    // A later year's bound is asked with this year's.
    const isAsked = this.isOfLaterYear(scope) && this.hasTarget(of.code);
    if (doubt !== null && doubt !== why && !isAsked) mark(cell, HEADING.target, said, doubt);
    const isNew = this.push({
      ...{ indicator: of.code, ...this.whose(of, scope, part) },
      ...scopedHeld(scope, part, why),
      confirmed: doubt === null,
      ...this.inForceFrom(of, scope),
      ...timeOf(moment, part),
    });
    if (!isNew) mark(cell, HEADING.value, said, 'same-row');
  }

  /** Why what a column gives is no target that is plain. */
  private scopedDoubt(
    of: Measured,
    scope: TargetScope,
    { why, parts, compared }: TargetsReading,
    said: string,
  ): MarkReason | null {
    if (why !== null) return why;
    const isEach = parts.some(({ each }) => each !== undefined);
    const open = isEach && scope.kind !== 'agency' ? this.openScope(parts, said, of) : null;
    return open ?? comparedOtherwise(compared, of) ?? (parts.length === 1 ? null : 'operator');
  }

  private isOfLaterYear(scope: TargetScope): boolean {
    return scope.kind === 'year' && this.year !== null && scope.year > this.year;
  }

  /** The level or the agency that a column gives it to. */
  private whose(
    of: Measured,
    scope: TargetScope,
    part: ProposedTarget,
  ): Pick<Target, 'level' | 'agency'> {
    return {
      level: scope.kind === 'level' ? scope.level : this.levelOf(part, of),
      agency: scope.kind === 'agency' ? scope.agency : null,
    };
  }

  /** A later year's target holds from then, unless it is the first that there is. */
  private inForceFrom(of: Measured, scope: TargetScope): Pick<Target, 'from'> {
    if (scope.kind !== 'year' || !this.isOfLaterYear(scope)) return {};
    const isFirst = !this.hasTarget(of.code) && of.isOpenEnded;
    return isFirst ? {} : { from: civilDate(scope.year, 1, 1) };
  }

  /** "Q2", "H1" of a heading; null where the plan's year is not known. */
  private momentOfPart(part: string): Moment | null {
    if (this.year === null) return null;
    return momentOf(PART_WORDS[part] ?? part, this.year);
  }

  /** What is to be asked of a figure alone: of which time it is, else whether it is the bound. */
  private doubtOfBound(of: Measured, part: ProposedTarget, isOpen: boolean): MarkReason | null {
    if (isOpen) return 'milestone';
    return this.isSaid(part, of) ? null : 'operator';
  }

  private hasTarget(code: string): boolean {
    return this.whole.has(code);
  }

  /**
   * Whether bound and value are written in full and nothing speaks against them: only then is a
   * target the decision's own.
   */
  private isSaid(part: ProposedTarget, of: Measured): boolean {
    const isAgainst = [of.name, of.heading].some((words) =>
      contradicts(words, part.operator, of.unit),
    );
    return part.isPlain && !isAgainst;
  }

  /**
   * One target for one scope and time. False where another one stands there already: which of the
   * two it is only a person knows, so neither is the decision's own until he says so.
   */
  private push(target: Target): boolean {
    const key = keyOf(target);
    const before = this.targetAt.get(key);
    if (before) {
      const isSame = isSameFigure(before, target) && before.operator === target.operator;
      if (!isSame || !target.confirmed) before.confirmed = false;
      return isSame;
    }
    this.targetAt.set(key, target);
    if (target.level === null && target.agency === null) this.whole.add(target.indicator);
    this.targets.push(target);
    return true;
  }

  private deadlineOf(
    item: Item,
    mark: Marker,
  ): { deadline: Deadline | null; deadlineText: string } {
    const raw = item.values.get('deadline')?.text ?? '';
    const { deadline, text, isPlain } = readDeadlineText(raw, this.year, this.isOfOneYear);
    if (!isPlain) mark('deadline', HEADING.deadline, text, 'deadline');
    return { deadline, deadlineText: text };
  }

  /**
   * The implementing agencies, else the lead; where only a source of figures is named that is no
   * agency, the lead as well.
   */
  private filledBy(item: Item, mark: Marker): Filler[] {
    const { table } = item;
    const role = textOf(item, 'implementing') === '' ? 'lead' : 'implementing';
    const raw = item.values.get(role)?.text ?? '';
    const { fillers, unknown, loose } = this.fillers.readFillers(raw);
    for (const name of [...unknown, ...loose]) mark(role, HEADING.filledBy, name, 'agency');
    const scoped = item.scoped.flatMap(({ scope, cell }): Filler[] => fillersOf(scope, cell));
    if (oneLine(raw) === '' && scoped.length > 0) return scoped;
    if (oneLine(raw) === '') mark(ownersColumn(table), HEADING.filledBy, '', 'agency');
    const isSource = role === 'implementing' && table.isFromSource && fillers.length === 0;
    return isSource
      ? [...this.fillers.readFillers(item.values.get('lead')?.text ?? '').fillers]
      : [...fillers];
  }

  private markPlace(item: Item, mark: Marker, isOwnCode: boolean): void {
    for (const cell of item.unclear) mark(cell, HEADING.stt, oneLine(cell.text), 'row');
    for (const { role, cell } of item.inherited)
      mark(
        cell,
        role === 'deadline' ? HEADING.deadline : HEADING.filledBy,
        oneLine(cell.text),
        'inherited',
      );
    if (!isOwnCode) mark('text', HEADING.stt, item.stt, 'row');
  }

  private markCell(
    table: AppendixTable,
    cell: { row: number; column: number },
    code: string,
    of: AppendixMark['table'],
    heading: string,
    found: string,
    why: MarkReason,
  ): void {
    this.marks.push({ ...table.grid.place(cell), code, heading, table: of, found, why });
  }

  private marker(item: Item, code: string, table: AppendixMark['table']): Marker {
    return (at, heading, found, why) => {
      // A column the appendix does not have: the mark stands at the row's words.
      const cell =
        typeof at === 'string' ? (item.values.get(at) ?? knownAt(item.values, 'text')) : at;
      this.markCell(item.table, cell, code, table, heading, found, why);
    };
  }
}

/** Parts of the year as headings are read, in words. */
const PART_WORDS: Readonly<Record<string, string>> = {
  '': 'cả năm',
  Q1: 'quý I',
  Q2: 'quý II',
  Q3: 'quý III',
  Q4: 'quý IV',
  H1: '6 tháng đầu năm',
  '9M': '9 tháng đầu năm',
};

type Marker = (
  at: Role | { row: number; column: number },
  heading: string,
  found: string,
  why: MarkReason,
) => void;

function textOf(item: Item, role: Role): string {
  return oneLine(item.values.get(role)?.text ?? '');
}

/** The cell of a column where something stands in it. */
function writtenIn({ values }: Item, role: Role): GridCell | null {
  const cell = values.get(role);
  return cell && cell.text !== '' ? cell : null;
}

/** The target's column, else the bound and figure in the indicator's own words. */
function targetFound(item: Item): string {
  const written = textOf(item, 'target');
  if (written !== '' || item.scoped.length > 0) return written;
  return targetInSentence(textOf(item, 'text')).raw;
}

/** Nothing is given to whoever has a dash there, and he reports nothing. */
function fillersOf(scope: TargetScope, cell?: GridCell): Filler[] {
  if (cell && NOTHING_GIVEN.test(oneLine(cell.text))) return [];
  if (scope.kind === 'agency') return [{ agency: scope.agency }];
  return scope.kind === 'level' ? [{ level: scope.level }] : [];
}

/** The unit of what is answered and not counted. */
const ANSWERED = 'Có/Không';

const NOTHING_GIVEN = /^[-–]$/;
const TICK = /^[xX✓✔]$/;

function isTotal(text: string): boolean {
  return /^(tổng|tổng số|tổng cộng|cộng|toàn (tỉnh|xã|huyện|phường|thành phố)|cả tỉnh)$/i.test(
    oneLine(text).normalize('NFC'),
  );
}

/** A cell that names who leads and who helps becomes the two cells it stands for. */
function tellOwnersApart({ values, table }: Item): void {
  for (const role of ['lead', 'implementing'] as const) {
    const cell = values.get(role);
    if (!cell || cell.text === '') continue;
    const heading = table.all.find(({ column }) => column === table.columns.get(role))?.path ?? [];
    const found = sharedOwners(cell.text, isOfBothOwners(heading.join(' ')));
    if (!found) continue;
    values.set(role, { ...cell, text: found.lead });
    if (found.coordinating === '') continue;
    const helping = values.get('coordinating');
    values.set(
      'coordinating',
      helping && helping.text !== ''
        ? { ...helping, text: `${helping.text}; ${found.coordinating}` }
        : { ...cell, text: found.coordinating },
    );
  }
}

/** A task whose words or whose result speak of a figure may be an indicator. */
function markFigures(item: Item, text: string, mark: Marker): void {
  if (targetInSentence(text).count > 0 || /(tăng|nâng) tỷ lệ/i.test(text))
    mark('text', HEADING.kind, text, 'kind');
  const result = textOf(item, 'result');
  if (/\d/.test(result)) mark('result', HEADING.kind, result, 'result');
}

/** What is measured: a row that says only for whom has its heading's words. */
function wordingOf(heading: string, name: string): string {
  const over = heading.replace(/^[\d.]+\s/, '');
  if (over !== '' && isOnlyForWhom(name)) return over;
  // Under a rate of growth each part is that rate as well.
  return isGrowth(over) && !isGrowth(name) ? `${over} – ${name}` : name;
}

function markDefinition(definition: Definition, unit: string, name: string, mark: Marker): void {
  if (!definition.isKindKnown) mark('text', HEADING.kind, name, 'kind');
  if (!definition.isUnitKnown && unit !== '') mark('text', HEADING.counted, name, 'unit');
}

/** A rank is one agency's; a count of which a few offices are named may be added up or not. */
function ownersDoubt({
  kind,
  isApart,
  isRank,
  filledBy,
}: {
  kind: Indicator['kind'];
  isApart: boolean;
  isRank: boolean;
  filledBy: readonly Filler[];
}): MarkReason | null {
  if (isRank && isOfSeveral(filledBy)) return 'one-owner';
  return kind === 'count' && !isApart && isOfFewOffices(filledBy) ? 'several-owners' : null;
}

function ownersColumn({ columns }: AppendixTable): Role {
  return columns.has('lead') ? 'lead' : 'implementing';
}

/** The words of a row without the dash that stands for its number. */
function wordsOf(item: Item): string {
  return textOf(item, 'text').replace(/^[-–+•]\s+/, '');
}

/**
 * A row with a unit or a target is an indicator; where a table has neither column its heading
 * decides.
 */
function isIndicator(item: Item): boolean {
  const { columns, scoped, namesIndicators: measures } = item.table;
  if (textOf(item, 'unit') !== '' || textOf(item, 'target') !== '' || item.scoped.length > 0)
    return true;
  const hasFigures = columns.has('target') || columns.has('unit') || scoped.length > 0;
  return measures && (hasFigures || !columns.has('product'));
}

/** "Đối với UBND cấp xã." says for whom; what is measured stands in the heading over it. */
function isOnlyForWhom(name: string): boolean {
  return (
    /^(đối với|cấp|tại|trong đó|ở|ubnd|các)\s/i.test(name.normalize('NFC')) &&
    !namesIndicators(name) &&
    name.length < 80
  );
}

function hasFigure({ value }: ProposedTarget): boolean {
  return value !== null;
}

function isBelowZero({ value }: ProposedTarget): boolean {
  return (value ?? 0) < 0;
}

function isOverWhole({ value }: ProposedTarget): boolean {
  return (value ?? 0) > 100;
}

function assessedBy(due: Deadline | null): Indicator['assess'] {
  return due?.kind === 'period' || due?.kind === 'date' ? 'at-deadline' : 'every-period';
}

function isOnPeriodBefore(compared: Indicator['compared']): boolean {
  return compared !== undefined && compared.startsWith('before');
}

function areAnswers(parts: readonly ProposedTarget[]): boolean {
  return parts.length > 0 && parts.every(({ operator }) => operator === 'yes');
}

function firstUnit(readings: readonly TargetsReading[]): string {
  return readings.map(({ unit }) => unit).find((unit) => unit !== '') ?? '';
}

function isOfPart({ scope }: { scope: TargetScope }): boolean {
  return scope.kind === 'part';
}

function partOf(scope: TargetScope): string | null {
  return scope.kind === 'part' ? scope.part : null;
}

/** "Quý II" may mean that quarter alone, and not what is reached by its end. */
function isOfOwnPeriod(moment: Moment | null, part: ProposedTarget): boolean {
  return (moment?.kind === 'by' && moment.isOwnPeriod) || part.isOwnPeriod === true;
}

/** The target's words name another unit than the column; two words for a rank are none. */
function isOtherUnit(found: string, ofColumn: string, wording: string): boolean {
  if (found === '' || ofColumn === '' || ofColumn.includes(found)) return false;
  return !(isRankUnit(found, '') && isRankUnit(ofColumn, wording));
}

/** A plan holds all targets of an indicator against the figure, or all against its change. */
function comparedTogether(readings: readonly TargetsReading[]): Indicator['compared'] {
  const figures = readings.filter(({ parts }) => parts.some(hasFigure));
  const isOne = figures.every((one) => one.compared === figures[0].compared);
  return isOne ? figures[0]?.compared : undefined;
}

function partsOfTheirYear({
  scope,
  reading,
}: {
  scope: TargetScope;
  reading: TargetsReading;
}): ProposedTarget[] {
  if (scope.kind !== 'year') return reading.parts;
  return reading.parts.map((part) => ({ ...part, year: scope.year }));
}

/** In the order of time, what the year brings after its milestones. */
function inTime(a: ProposedTarget, b: ProposedTarget): number {
  const order = ({ year, until }: ProposedTarget): string => `${year ?? 0} ${until ?? '9999'}`;
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
}

/** Words that give no figure, or a cell without any. */
function unsaid(cell: GridCell | null): MarkReason {
  return cell === null ? 'no-target' : 'operator';
}

type Held = Pick<Target, 'raw' | 'operator' | 'value' | 'to' | 'until' | 'scope'>;

/** What the sheet Mức giao holds of a target as it is proposed. */
function heldOf({ raw, operator, value, to, until, each }: ProposedTarget): Held {
  return {
    ...{ raw, operator, value },
    ...(to === undefined ? {} : { to }),
    ...(until === undefined ? {} : { until }),
    ...(each === undefined ? {} : { scope: 'each' }),
  };
}

/** What a column gives: whom each unit is asked of is left out where it is not plain. */
function scopedHeld(scope: TargetScope, part: ProposedTarget, why: MarkReason | null): Held {
  const { scope: each, ...held } = heldOf(
    why === 'each-unit' ? { ...part, each: undefined } : part,
  );
  return each && scope.kind !== 'agency' ? { ...held, scope: each } : held;
}

/** The part of the year of a column goes before what the words of the target say of time. */
function timeOf(moment: Moment | null, part: ProposedTarget): Pick<Target, 'until' | 'assess'> {
  const assess = moment?.kind === 'year' ? 'whole-year' : part.assess;
  return {
    ...(moment?.kind === 'by' ? { until: moment.until } : {}),
    ...(assess ? { assess } : {}),
  };
}

/** The column of Mức giao in which a doubt is settled. */
function headingOf(doubt: MarkReason): string {
  return doubt === 'operator' || doubt === 'range' ? HEADING.target : HEADING.value;
}

const WHOLE = { level: null, agency: null };

function keyOf({
  indicator,
  level,
  agency,
  from,
  until,
}: Pick<Target, 'indicator' | 'level' | 'agency' | 'from' | 'until'>): string {
  return [indicator, level, agency, from, until].join(' ');
}

function isSameFigure(a: Pick<Target, 'value' | 'to'>, b: Pick<Target, 'value' | 'to'>): boolean {
  return a.value === b.value && a.to === b.to;
}

/** Words that only a person can turn into a figure. */
function words(indicator: string, raw: string): Target {
  const open = { level: null, agency: null, value: null, confirmed: false };
  return { indicator, raw, operator: 'text', ...open };
}

/**
 * A change among figures, a figure among changes, an answer among either: its words are kept, a
 * person decides.
 */
function heldBy(
  of: Measured,
  part: ProposedTarget,
  compared: Indicator['compared'],
): ProposedTarget {
  if (compared === of.compared && (part.operator === 'yes') === of.isAnswered) return part;
  const { to: _, ...rest } = part;
  return { ...rest, operator: 'text', value: null, isPlain: false };
}

function measured(indicator: Indicator): Measured {
  // A kind may say it for its indicator.
  const compared = comparedOf(indicator);
  return {
    ...{ ...indicator, isOpenEnded: false, isAnswered: indicator.kind === 'yes-no' },
    ...(compared === null ? {} : { compared }),
  };
}

function isOfSeveral(filledBy: readonly Filler[]): boolean {
  return filledBy.length > 1 || filledBy.some((one) => 'level' in one);
}

/** "Sở Tài chính; Thuế tỉnh": named one by one, unlike "các sở, ban, ngành". */
function isOfFewOffices(filledBy: readonly Filler[]): boolean {
  return filledBy.length > 1 && filledBy.every((one) => 'agency' in one);
}

/** What is asked once of all is a rank; a bare "Có" is an answer. */
function definitionOf(
  wording: string,
  unit: string,
  parts: readonly ProposedTarget[],
  { filledBy, isOfChange }: { filledBy: readonly Filler[]; isOfChange: boolean },
): Definition {
  if (areAnswers(parts)) return answered(wording);
  if (isOfChange) return againstLastYear(wording);
  const definition = defineIndicator(wording, unit, parts[0]?.operator === 'increase');
  const isOwned = filledBy.length === 1 && 'agency' in filledBy[0];
  return isOwned && definition.kind === 'count' && isRankUnit(unit, wording)
    ? { ...definition, kind: 'rank', isKindKnown: true }
    : definition;
}

function comparedOtherwise(
  compared: Indicator['compared'],
  of: Pick<Measured, 'compared'>,
): MarkReason | null {
  return compared === of.compared ? null : 'relative';
}

const OF_UNITS = new RegExp(`^(?:%|${UNIT_WORDS}(?!\\p{L}))`, 'u');

/** "100%" or "10 xã" of what each commune does counts the communes. */
function isOfUnits(unit: string): boolean {
  return OF_UNITS.test(wordKey(unit));
}

/** Two tables of a decision write one name with other marks, units and numbers around it. */
function nameKey(heading: string, name: string): string {
  const words = (text: string): string =>
    matchKey(withoutUnit(text))
      .replace(/^[\d.]+\s+/, '')
      .replace(/\s*\((%|[^()]{1,20})\)$/, '')
      .replace(/ năm 20\d\d$/, '')
      .replace(/[.,;:\s]+$/, '');
  return `${heading === '' ? '' : words(heading)}\n${words(name)}`;
}
