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
import { againstLastYear, answered, defineIndicator, type Definition } from './definition';
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
    if (kind === 'task' && (targetInSentence(text).count > 0 || /(tăng|nâng) tỷ lệ/i.test(text)))
      mark('text', HEADING.kind, text, 'kind');
    const result = textOf(item, 'result');
    if (kind === 'task' && /\d/.test(result)) mark('result', HEADING.kind, result, 'result');
    if (kind !== 'task') mark('target', HEADING.kind, textOf(item, 'target') || text, 'both');
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
    const prefix = resolutionPrefix(item.group);
    const own = task === '' ? textOf(item, 'code') : '';
    const loose =
      prefix === '' ? `K${String(++this.loose).padStart(2, '0')}` : `${prefix}-${item.stt}`;
    const wanted = own !== '' ? own : loose;
    const { code, isOwn } = this.codes.take(wanted);
    const mark = this.marker(item, code, 'indicators');
    this.markPlace(item, mark, isOwn || this.isOfAnotherSection(wanted, item));
    const name = wordsOf(item);
    const over = item.heading.replace(/^[\d.]+\s/, '');
    // Under a rate of growth each part is that rate as well.
    const wording =
      over !== '' && isOnlyForWhom(name)
        ? over
        : isGrowth(over) && !isGrowth(name)
          ? `${over} – ${name}`
          : name;
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
    if (!definition.isKindKnown) mark('text', HEADING.kind, name, 'kind');
    if (!definition.isUnitKnown && unit !== '') mark('text', HEADING.counted, name, 'unit');
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    // "Đến năm 2030": due then, and nothing of this year's.
    const years = whole.map(({ year }) => year).filter((year) => !this.isBefore(year));
    const later =
      deadline === null && years.length > 0 && !years.some((year) => this.isOwnYear(year))
        ? Math.min(...years.map(Number))
        : null;
    const due: Deadline | null =
      later === null ? deadline : { kind: 'period', period: String(later) };
    this.addOpenings(item, code);
    this.addFrequency(item, mark);
    const isApart = kind === 'count' && !makesSum(unit) && isOfSeveral(filledBy);
    if (isRankUnit(unit, wording) && isOfSeveral(filledBy))
      mark(
        item.table.columns.has('lead') ? 'lead' : 'implementing',
        HEADING.filledBy,
        name,
        'one-owner',
      );
    else if (kind === 'count' && !isApart && isOfFewOffices(filledBy))
      mark(
        item.table.columns.has('lead') ? 'lead' : 'implementing',
        HEADING.filledBy,
        name,
        'several-owners',
      );
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
        partOfWhole: partOfWhole && parts.every(({ value }) => (value ?? 0) <= 100),
        ...(parts.some(({ value }) => compared === undefined && (value ?? 0) < 0)
          ? { sign: 'any' as const }
          : {}),
        ...(compared === undefined || isOfChange ? {} : { compared }),
        assess: due?.kind === 'period' || due?.kind === 'date' ? 'at-deadline' : 'every-period',
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
    if (compared?.startsWith('before')) indicator.assess = 'every-period';
    this.indicators.push(indicator);
    this.remember(indicator, item.table);
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
    if (!before) return this.addWhole(of, cell, reading, mark, { isOfYear });
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
    const { grid, byAgency } = table;
    const named: { row: number; cell: GridCell; scope: TargetScope | 'whole' }[] = [];
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
      if (isTotal(text)) named.push({ row, cell, scope: 'whole' });
      else {
        const found = this.fillers.scopeOf(text);
        if (found) named.push({ row, cell, scope: found.scope });
        if (!found?.isPlain)
          this.markCell(table, cell, '', 'targets', HEADING.filledBy, text, 'agency');
      }
    }
    let last: { indicator: Indicator; name: string } | null = null;
    for (const measure of byAgency!.measures) {
      const own = withoutUnit(measure.name);
      const { part } = measure;
      const isOfLast = part !== null && last !== null && (own === '' || own === last.name);
      const name = own || table.title || oneLine(measure.path[0]);
      const indicator: Indicator = isOfLast
        ? last!.indicator
        : (this.knownIndicator('', name, table) ??
          this.indicatorOfColumn(table, measure, name, named));
      if (!isOfLast) last = { indicator, name: own };
      for (const { row, scope } of named) {
        const cell = grid.shown(row, measure.column);
        if (cell.text === '') continue;
        const of = measured(indicator);
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
  }

  private indicatorOfColumn(
    table: AppendixTable,
    measure: { cell: GridCell; unit: string; name: string },
    name: string,
    named: readonly { scope: TargetScope | 'whole' }[],
  ): Indicator {
    const { code } = this.codes.take(`K${String(++this.loose).padStart(2, '0')}`);
    const { cell } = measure;
    const said = measure.unit || unitInName(name) || table.unit;
    const definition = defineIndicator(name, said, false);
    if (said === '') this.markCell(table, cell, code, 'indicators', HEADING.unit, name, 'unit');
    if (!definition.isKindKnown || !measure.name)
      this.markCell(table, cell, code, 'indicators', HEADING.kind, name, 'kind');
    const filledBy = named.flatMap(({ scope }): Filler[] =>
      scope === 'whole' ? [] : fillersOf(scope),
    );
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    const written: Indicator = {
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
    };
    const indicator = withChoicesInWords(written, []);
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
    let found = textOf(item, 'target');
    const scoped = item.scoped.map(({ scope, cell }) => ({
      scope,
      cell,
      reading: readTargets(cell.text, columnUnit, wording, this.year),
    }));
    if (found === '' && scoped.length === 0) found = targetInSentence(name).raw;
    const cell = item.values.get('target');
    const isWritten = cell !== undefined && cell.text !== '';
    const whole = readTargets(isWritten ? cell.text : found, columnUnit, wording, this.year);
    const all = [...scoped.flatMap(({ reading }) => reading.parts), ...whole.parts];
    const readings = [...scoped.map(({ reading }) => reading), whole];
    const unitFound = readings.map(({ unit }) => unit).find((one) => one !== '') ?? '';
    const isAnswered = all.length > 0 && all.every(({ operator }) => operator === 'yes');
    const unit = isAnswered ? ANSWERED : columnUnit || unitFound;
    if (unit === '') mark('unit', HEADING.unit, name, 'unit');
    else if (
      unitFound !== '' &&
      columnUnit !== '' &&
      !columnUnit.includes(unitFound) &&
      !(isRankUnit(unitFound, '') && isRankUnit(columnUnit, wording))
    )
      mark('unit', HEADING.unit, columnUnit, 'unit');
    // A plan holds all targets of an indicator against the figure, or all against its change.
    const figures = readings.filter(({ parts }) => parts.some(hasFigure));
    const compared = figures.every((one) => one.compared === figures[0].compared)
      ? figures[0]?.compared
      : undefined;
    const of: Measured = {
      ...{ code, unit, name: wording, heading: name, filledBy, isOpenEnded, isAnswered },
      ...(compared === undefined ? {} : { compared }),
    };
    // In the order of time: what the months reach, the year, the years after it.
    for (const { scope, cell: at } of scoped)
      if (scope.kind === 'part') this.addScoped(of, scope, at, markTarget);
    if (found !== '' || scoped.length === 0)
      this.addWhole(of, isWritten ? cell : null, whole, markTarget, {
        said: found || name,
        isOfYear: item.table.isOfYear,
      });
    for (const { scope, cell: at } of scoped)
      if (scope.kind !== 'part') this.addScoped(of, scope, at, markTarget);
    const years = scoped.flatMap(({ scope, reading }) =>
      scope.kind === 'year'
        ? reading.parts.map((part) => ({ ...part, year: scope.year }))
        : reading.parts,
    );
    return {
      unit,
      parts: all,
      whole: found === '' ? years : whole.parts,
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
    { said = cell ? oneLine(cell.text) : '', isOfYear = false },
  ): void {
    const { code } = of;
    const at = cell ?? 'target';
    // What a year before was given is no target of this plan.
    const own = parts.filter(({ year }) => !this.isBefore(year));
    const reason = own.length === 0 ? (why ?? 'operator') : why;
    const asked = reason ?? this.openScope(own, said, of) ?? comparedOtherwise(compared, of);
    if (asked)
      mark(
        at,
        asked === 'operator' || asked === 'range' ? HEADING.target : HEADING.value,
        said,
        asked,
      );
    if (own.length === 0 && said !== '' && cell !== null) this.push(words(code, said));
    const hasThisYear = own.some(({ year }) => this.isOwnYear(year));
    for (const [index, proposed] of own.sort(inTime).entries()) {
      const part = heldBy(of, proposed, compared);
      const isOpen = part.isOwnPeriod === true;
      const agencies = part.communes
        ?.flatMap((kind) => this.fillers.communesOf(kind))
        .filter((agency) => isFilledBy(of, agency))
        .map(({ code: commune }) => commune) ?? [null];
      // A figure for communes of which none reports, or of a kind the province has not: its words
      // are kept.
      const isNobodys = agencies.length === 0;
      if (isNobodys) {
        mark(at, HEADING.filledBy, part.raw, 'agency');
        if (!this.hasTarget(code)) this.push(words(code, said));
      }
      const confirmed = this.isSaid(part, of) && asked === null && !isOpen && !isNobodys;
      if (!confirmed && asked === null && !isNobodys)
        mark(
          at,
          isOpen ? HEADING.value : HEADING.target,
          part.raw,
          isOpen ? 'milestone' : 'operator',
        );
      const isThisYear = this.isOwnYear(part.year);
      const isInForce = isThisYear || (index === 0 && !hasThisYear && of.isOpenEnded);
      const from = isInForce ? undefined : civilDate(part.year!, 1, 1);
      const assess =
        part.assess ??
        (isOfYear && isThisYear && part.until === undefined ? 'whole-year' : undefined);
      let isNew = true;
      for (const agency of agencies)
        isNew =
          this.push({
            ...{ indicator: code, level: this.levelOf(part, of), agency },
            ...heldOf(asked === 'each-unit' ? { ...part, each: undefined } : part),
            confirmed,
            ...(from ? { from } : {}),
            ...(assess ? { assess } : {}),
          }) && isNew;
      if (!isNew) mark(at, HEADING.value, part.raw, 'same-row');
    }
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
    inPart: string | null = scope.kind === 'part' ? scope.part : null,
  ): void {
    const said = oneLine(cell.text);
    const reading = readTargets(cell.text, of.unit, of.name, this.year);
    const { parts } = reading;
    // "-": nothing is given to that agency. "x" may be a tick as well.
    if (NOTHING_GIVEN.test(said)) return;
    if (TICK.test(said)) return mark(cell, HEADING.target, said, 'operator');
    const isLater = scope.kind === 'year' && this.year !== null && scope.year > this.year;
    const isEach = parts.some(({ each }) => each !== undefined);
    const why =
      reading.why ??
      (isEach && scope.kind !== 'agency' ? this.openScope(parts, said, of) : null) ??
      comparedOtherwise(reading.compared, of);
    if (parts.length !== 1 || why !== null) {
      mark(cell, HEADING.target, said, why ?? 'operator');
      if (parts.length !== 1) {
        // Nobody's words are lost: of whom or which time they are stays at their cell.
        if (!this.hasTarget(of.code)) this.push(words(of.code, said));
        return;
      }
    }
    const part = heldBy(of, parts[0], reading.compared);
    const moment = inPart === null ? null : this.momentOfPart(inPart);
    // Of a time nobody can name it is the target of no time, least of all of the whole year.
    if (inPart !== null && moment === null) return mark(cell, HEADING.value, said, 'time');
    const isOpen = (moment?.kind === 'by' && moment.isOwnPeriod) || part.isOwnPeriod === true;
    const confirmed = this.isSaid(part, of) && why === null && !isOpen;
    // A later year's bound is asked with this year's.
    if (!confirmed && why === null && !(isLater && this.hasTarget(of.code)))
      mark(cell, HEADING.target, said, isOpen ? 'milestone' : 'operator');
    const level: Level | null = scope.kind === 'level' ? scope.level : this.levelOf(part, of);
    const agency = scope.kind === 'agency' ? scope.agency : null;
    const from =
      scope.kind === 'year' && isLater && (this.hasTarget(of.code) || !of.isOpenEnded)
        ? civilDate(scope.year, 1, 1)
        : undefined;
    const { scope: each, ...held } = heldOf(
      why === 'each-unit' ? { ...part, each: undefined } : part,
    );
    const assess = moment?.kind === 'year' ? 'whole-year' : part.assess;
    const isNew = this.push({
      ...{ indicator: of.code, level, agency },
      ...held,
      ...(each && agency === null ? { scope: each } : {}),
      confirmed,
      ...(from ? { from } : {}),
      ...(moment?.kind === 'by' ? { until: moment.until } : {}),
      ...(assess ? { assess } : {}),
    });
    if (!isNew) mark(cell, HEADING.value, said, 'same-row');
  }

  /** "Q2", "H1" of a heading; null where the plan's year is not known. */
  private momentOfPart(part: string): Moment | null {
    if (this.year === null) return null;
    return momentOf(PART_WORDS[part] ?? part, this.year);
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
    if (oneLine(raw) === '')
      mark(table.columns.has('lead') ? 'lead' : 'implementing', HEADING.filledBy, '', 'agency');
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

/** In the order of time, what the year brings after its milestones. */
function inTime(a: ProposedTarget, b: ProposedTarget): number {
  const order = ({ year, until }: ProposedTarget): string => `${year ?? 0} ${until ?? '9999'}`;
  return order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0;
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
  const isAnswered = parts.length > 0 && parts.every(({ operator }) => operator === 'yes');
  if (isAnswered) return answered(wording);
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
