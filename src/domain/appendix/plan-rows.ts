import { matchKey } from '../../text/normal-form';
import { civilDate } from '../../text/date';
import { periodOf, type PeriodKind } from '../period/period';
import type { Level } from '../agency/agency';
import type { Deadline, Filler, Indicator, Target, Task } from '../plan/plan';
import { Codes, resolutionPrefix } from './codes';
import { readDeadlineText } from './deadline-text';
import { defineIndicator } from './definition';
import type { FillerReader } from './fillers';
import type { AppendixTable } from './find-tables';
import { readFrequency, scheduleOf } from './frequency';
import type { GridCell } from './grid';
import type { TargetScope } from './header';
import { namesIndicators, unitInName, withoutUnit, type Role } from './headings';
import { withChoicesInWords } from '../plan/choices-in-words';
import type { AppendixMark, MarkReason } from './mark';
import { oneLine } from './one-line';
import type { Item } from './read-rows';
import { isOfEachUnit, isRankUnit, readTargets, type ProposedTarget } from './read-targets';
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
interface Measured extends Pick<Indicator, 'code' | 'unit' | 'name' | 'heading'> {
  /** Nothing else says when it is due: a target of a later year says so. */
  isOpenEnded: boolean;
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
  private readonly targetKeys = new Set<string>();
  /** Indicators with a target for all. */
  private readonly whole = new Set<string>();
  private loose = 0;

  constructor(
    private readonly fillers: FillerReader,
    private readonly year: number | null,
  ) {}

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
    if (!isIndicator(item)) return this.addTask(item, 'task');
    if (this.addToKnown(item)) return;
    // A measure that brings a product about is a piece of work as well: kept as both, and asked.
    const hasProduct = textOf(item, 'product') !== '';
    if (hasProduct) this.addTask(item, 'indicator-task');
    this.addIndicator(item, hasProduct ? this.taskCodes.get(item)! : '');
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
    const wording =
      item.heading !== '' && isOnlyForWhom(name) ? item.heading.replace(/^[\d.]+\s/, '') : name;
    const filledBy = this.filledBy(item, mark);
    const { deadline } = this.deadlineOf(item, mark);
    const { unit, parts, whole } = this.readFigures(item, code, wording, mark, deadline === null);
    const definition = defineIndicator(
      withoutUnit(wording),
      unit,
      parts[0]?.operator === 'increase',
    );
    if (!definition.isKindKnown) mark('text', HEADING.kind, name, 'kind');
    if (!definition.isUnitKnown && unit !== '') mark('text', HEADING.counted, name, 'unit');
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    // "Đến năm 2030": due then, and nothing of this year's.
    const later =
      deadline === null && whole.length > 0 && whole.every(({ year }) => year !== undefined)
        ? whole[0].year!
        : null;
    const due: Deadline | null =
      later === null ? deadline : { kind: 'period', period: String(later) };
    this.addOpenings(item, code);
    this.addFrequency(item, mark);
    if (
      isRankUnit(unit, wording) &&
      (filledBy.length > 1 || filledBy.some((one) => 'level' in one))
    )
      mark(
        item.table.columns.has('lead') ? 'lead' : 'implementing',
        HEADING.filledBy,
        name,
        'one-owner',
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
    this.indicators.push(indicator);
    this.remember(indicator, item.table);
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
    const of: Measured = { ...indicator, isOpenEnded: false };
    const said = textOf(item, 'target');
    if (said !== '') {
      const before = this.targets.find(
        ({ indicator: code, level, agency, from }) =>
          code === indicator.code && level === null && agency === null && from === undefined,
      );
      const { parts } = readTargets(said, indicator.unit, indicator.name, this.year);
      const isSame = before !== undefined && parts.length === 1 && parts[0].value === before.value;
      if (!before)
        this.addWhole(indicator.code, of, item.values.get('target')!, parts, markTarget, null);
      else if (!isSame) markTarget('target', HEADING.value, said, 'same-row');
    }
    for (const { scope, cell } of item.scoped) this.addScoped(of, scope, cell, markTarget);
    this.addOpenings(item, indicator.code);
    this.completeOwners(indicator, item);
    return true;
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
      const cell = grid.shown(row, byAgency!.column);
      const text = oneLine(cell.text);
      const hasFigures = byAgency!.measures.some(
        ({ column }) => grid.shown(row, column).text !== '',
      );
      if (text === '' || !hasFigures || cell.row !== row) continue;
      if (
        /^(tổng|tổng số|tổng cộng|cộng|toàn (tỉnh|xã|huyện|phường|thành phố)|cả tỉnh)$/i.test(
          text.normalize('NFC'),
        )
      )
        named.push({ row, cell, scope: 'whole' });
      else {
        const found = this.fillers.scopeOf(text);
        if (found) named.push({ row, cell, scope: found.scope });
        if (!found?.isPlain)
          this.markCell(table, cell, '', 'targets', HEADING.filledBy, text, 'agency');
      }
    }
    for (const measure of byAgency!.measures) {
      const name = withoutUnit(measure.name) || table.title;
      const indicator =
        this.knownIndicator('', name, table) ?? this.indicatorOfColumn(table, measure, name, named);
      for (const { row, scope } of named) {
        const cell = grid.shown(row, measure.column);
        if (cell.text === '') continue;
        const of: Measured = { ...indicator, isOpenEnded: false };
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
        if (scope === 'whole') {
          const isKnown = this.hasTarget(indicator.code);
          const { parts, why } = readTargets(cell.text, indicator.unit, name, this.year);
          if (!isKnown) this.addWhole(indicator.code, of, cell, parts, mark, why);
        } else this.addScoped(of, scope, cell, mark);
      }
    }
  }

  private indicatorOfColumn(
    table: AppendixTable,
    { cell, unit }: { cell: GridCell; unit: string },
    name: string,
    named: readonly { scope: TargetScope | 'whole' }[],
  ): Indicator {
    const { code } = this.codes.take(`K${String(++this.loose).padStart(2, '0')}`);
    const said = unit || unitInName(name) || table.unit;
    const definition = defineIndicator(name, said, false);
    if (said === '') this.markCell(table, cell, code, 'indicators', HEADING.unit, name, 'unit');
    if (!definition.isKindKnown || name === table.title)
      this.markCell(table, cell, code, 'indicators', HEADING.kind, name, 'kind');
    const filledBy = named.flatMap(({ scope }): Filler[] => {
      if (scope === 'whole') return [];
      return scope.kind === 'agency'
        ? [{ agency: scope.agency }]
        : scope.kind === 'level'
          ? [{ level: scope.level }]
          : [];
    });
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    const indicator: Indicator = {
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
    isOpenEnded: boolean,
  ): { unit: string; parts: ProposedTarget[]; whole: ProposedTarget[] } {
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
    const raw = cell && cell.text !== '' ? cell.text : found;
    const whole = readTargets(raw, columnUnit, wording, this.year);
    const all = [...scoped.flatMap(({ reading }) => reading.parts), ...whole.parts];
    const unitFound =
      [...scoped.map(({ reading }) => reading.unit), whole.unit].find((one) => one !== '') ?? '';
    const unit = columnUnit || unitFound;
    if (unit === '') mark('unit', HEADING.unit, name, 'unit');
    else if (unitFound !== '' && columnUnit !== '' && !columnUnit.includes(unitFound))
      mark('unit', HEADING.unit, columnUnit, 'unit');
    const of: Measured = { code, unit, name: wording, heading: name, isOpenEnded };
    // In the order of time: what the months reach, the year, the years after it.
    for (const { scope, cell: at } of scoped)
      if (scope.kind === 'part') this.addScoped(of, scope, at, markTarget);
    if (found !== '' || scoped.length === 0)
      this.addWhole(
        code,
        of,
        cell && cell.text !== '' ? cell : null,
        whole.parts,
        markTarget,
        whole.parts.length === 0 ? 'operator' : whole.why,
        found || name,
      );
    for (const { scope, cell: at } of scoped)
      if (scope.kind !== 'part') this.addScoped(of, scope, at, markTarget);
    const years = scoped.flatMap(({ scope, reading }) =>
      scope.kind === 'year'
        ? reading.parts.map((part) => ({ ...part, year: scope.year }))
        : reading.parts,
    );
    return { unit, parts: all, whole: found === '' ? years : whole.parts };
  }

  /** The target of all: one, or one for each part of the year or each year. */
  private addWhole(
    code: string,
    of: Measured,
    cell: GridCell | null,
    parts: readonly ProposedTarget[],
    mark: Marker,
    why: MarkReason | null,
    said = cell ? oneLine(cell.text) : '',
  ): void {
    const at = cell ?? 'target';
    const isOpen = isOfEachUnit(said) || isOfEachUnit(of.name) || isOfEachUnit(of.heading);
    const asked = why ?? (isOpen ? 'each-unit' : this.parts.has(code) ? 'milestone' : null);
    if (asked)
      mark(
        at,
        asked === 'operator' || asked === 'range' ? HEADING.target : HEADING.value,
        said,
        asked,
      );
    if (parts.length === 0 && said !== '' && why !== null && cell !== null)
      this.push({
        indicator: code,
        level: null,
        agency: null,
        raw: said,
        operator: '>=',
        value: null,
        confirmed: false,
      });
    const ordered = [...parts].sort((a, b) => orderOf(a) - orderOf(b));
    for (const [index, part] of ordered.entries()) {
      const confirmed = this.isSaid(part, of) && asked === null;
      if (!confirmed && asked === null) mark(at, HEADING.target, part.raw, 'operator');
      const from =
        this.firstDay(ordered[index - 1], part, index === 0 && of.isOpenEnded) ??
        (index === 0 ? this.afterParts(code) : undefined);
      const { level, raw, operator, value, to } = part;
      const range = to === undefined ? {} : { to };
      this.push({
        ...{ indicator: code, level, agency: null, raw, operator, value, confirmed },
        ...range,
        ...(from ? { from } : {}),
      });
    }
  }

  /** A target for one level, agency, year or part of the year. */
  private addScoped(of: Measured, scope: TargetScope, cell: GridCell, mark: Marker): void {
    const said = oneLine(cell.text);
    const { parts, why } = readTargets(cell.text, of.unit, of.name, this.year);
    // "-" or "x": nothing is given to that agency.
    if (/^[-–xX]$/.test(said)) return;
    const isLater = scope.kind === 'year' && this.year !== null && scope.year > this.year;
    if (parts.length !== 1 || why !== null) {
      mark(cell, HEADING.target, said, why ?? 'operator');
      if (parts.length !== 1) return;
    }
    const [part] = parts;
    const isMilestone = scope.kind === 'part';
    const confirmed = this.isSaid(part, of) && why === null && !isMilestone;
    // A later year's bound is asked with this year's.
    if (!confirmed && why === null && !isLater)
      mark(cell, HEADING.target, said, isMilestone ? 'milestone' : 'operator');
    const level: Level | null = scope.kind === 'level' ? scope.level : part.level;
    const agency = scope.kind === 'agency' ? scope.agency : null;
    const from =
      scope.kind === 'year' && isLater && (this.hasTarget(of.code) || !of.isOpenEnded)
        ? civilDate(scope.year, 1, 1)
        : scope.kind === 'part'
          ? this.afterParts(of.code)
          : undefined;
    this.push({
      indicator: of.code,
      level,
      agency,
      raw: part.raw,
      operator: part.operator,
      value: part.value,
      ...(part.to === undefined ? {} : { to: part.to }),
      confirmed,
      ...(from ? { from } : {}),
    });
    if (scope.kind === 'part') this.parts.set(of.code, scope.part);
  }

  /** The last part of the year an indicator has a target for: the next one follows it. */
  private readonly parts = new Map<string, string>();

  private afterParts(code: string): string | undefined {
    const before = this.parts.get(code);
    return before === undefined ? undefined : this.dayAfter(before);
  }

  private dayAfter(part: string): string | undefined {
    if (this.year === null) return undefined;
    const { lastMonth } = periodOf(part === '' ? String(this.year) : `${this.year}-${part}`);
    return lastMonth === 12 ? undefined : civilDate(this.year, lastMonth + 1, 1);
  }

  private hasTarget(code: string): boolean {
    return this.whole.has(code);
  }

  private firstDay(
    before: ProposedTarget | undefined,
    part: ProposedTarget,
    isFirst: boolean,
  ): string | undefined {
    if (before?.part !== undefined && part.part !== undefined) return this.dayAfter(before.part);
    const isThisYear = part.year === undefined || part.year === this.year;
    return isThisYear || isFirst ? undefined : civilDate(part.year!, 1, 1);
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
   * One target for one scope and time; a second one of the same is said where it stands and not
   * written.
   */
  private push(target: Target): void {
    const key = [target.indicator, target.level, target.agency, target.from].join(' ');
    if (this.targetKeys.has(key)) return;
    this.targetKeys.add(key);
    if (target.level === null && target.agency === null) this.whole.add(target.indicator);
    this.targets.push(target);
  }

  private deadlineOf(
    item: Item,
    mark: Marker,
  ): { deadline: Deadline | null; deadlineText: string } {
    const raw = item.values.get('deadline')?.text ?? '';
    const { deadline, text, isPlain } = readDeadlineText(raw, this.year);
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
    const scoped = item.scoped.flatMap(({ scope }): Filler[] =>
      scope.kind === 'agency' ? [{ agency: scope.agency }] : [],
    );
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
      const cell = typeof at === 'string' ? (item.values.get(at) ?? item.values.get('text')!) : at;
      this.markCell(item.table, cell, code, table, heading, found, why);
    };
  }
}

type Marker = (
  at: Role | { row: number; column: number },
  heading: string,
  found: string,
  why: MarkReason,
) => void;

function textOf(item: Item, role: Role): string {
  return oneLine(item.values.get(role)?.text ?? '');
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

function orderOf({ year, part }: ProposedTarget): number {
  return (
    (year ?? 0) * 100 +
    (part === undefined || part === '' ? 12 : periodOf(`2000-${part}`).lastMonth)
  );
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
