import { knownAt } from '../../known/known';
import { byMoment } from '../../text/by-moment';
import { matchKey, tidy } from '../../text/normal-form';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { agencyMatcher, type AgencyMatch } from '../agency/match-agency';
import { overAgenciesOf, scaleOf, type Choices, type Scale } from '../measure/choices';
import { grouped } from '../grouped';
import { measureOf, type Measure } from '../measure/measure';
import { isPlace, powerOfDong } from '../measure/units';
import { periodOf, readPeriodLabel } from '../period/period';
import type { Holiday } from '../period/window';
import { accept, refuse, type Refusal, type Result } from '../result';
import type { Succession } from '../agency/succession';
import { finding, type FindingCode, type FindingFacts, type FindingOf } from '../finding/finding';
import type { Agency } from '../agency/agency';
import { IDENTIFIERS_TAKE, identifiersOf, overlap } from '../agency/identifier';
import { withChoicesInWords } from './choices-in-words';
import { FORMS } from './form-table';
import { INDICATORS } from './indicator-table';
import { isPlanYear, ITEMS } from './plan-items';
import { OPTIONAL_SHEETS, PLAN_SHEETS } from './plan-sheets';
import {
  isFilledBy,
  PLAN_FORMAT,
  type Confirmation,
  type Filler,
  type Indicator,
  type IndicatorKind,
  type Operator,
  type Plan,
  type PrintedIn,
  type Standing,
  type Target,
  type Task,
} from './plan';
import {
  AGENCIES,
  agencyOf,
  ASSIGNMENTS,
  CONFIRMATIONS,
  HOLIDAYS,
  PATHS,
  SUCCESSIONS,
  TASKS,
} from './plan-tables';
import { blocksOf, cellOf, hasSums } from './stat-cells';
import {
  defines,
  listRows,
  looksBack,
  parseStatIdentity,
  partsOf,
  rowPartsOf,
  type StatChoices,
  type StatForm,
  type StatIdentity,
  type StatRow,
} from './stat-form';
import { contradictions } from './stat-identities';
import { isOfYear } from './target';
import { TARGETS } from './target-table';
import type { SheetRow, RowOf, SheetTable, ValuesOf } from '../table/sheet-table';
import { saying, type TableCell } from '../table/table';
import * as words from './words';

/**
 * What is wrong with a plan's tables: nothing is issued, received or consolidated by such a plan.
 */
export type PlanFaultCode = Extract<FindingCode, `plan-fault-${string}`>;

/** A fault at its cell, with the code of its row. */
export interface PlanFault {
  row: string;
  finding: FindingOf<PlanFaultCode>;
}

export interface PlanReading {
  /** Null where anything is wrong: half a plan would silently ask less of somebody. */
  plan: Plan | null;
  faults: PlanFault[];
}

/** The first fault, where it stands, and how many more there are. */
export function readPlan(workbook: Workbook): Result<Plan, Refusal<PlanFaultCode>> {
  const { plan, faults } = readPlanTables(workbook);
  if (plan) return accept(plan);
  const { code, facts, sheet, cell } = faults[0].finding;
  return refuse(code, { ...facts, sheet: sheet ?? '', cell: cell ?? '', more: faults.length - 1 });
}

/**
 * Reads a plan from its tables and lists everything that is not as expected, each once at its cell.
 */
export function readPlanTables(workbook: Workbook): PlanReading {
  return new PlanReader(workbook).read();
}

/** From this format on a plan says itself what {@link withChoicesInWords} reads. */
const CHOICES_FORMAT = 3;

/** What versions of one indicator share, by the column that says it. */
const HOW_IT_IS_COUNTED: readonly (readonly [
  keyof ValuesOf<typeof INDICATORS>,
  (indicator: Indicator) => string,
])[] = [
  ['unit', ({ unit }) => unit],
  ['kind', ({ kind }) => kind],
  ['overTime', ({ overTime }) => overTime],
  ['decimals', ({ decimals }) => decimals ?? ''],
  ['mayBeNegative', ({ sign }) => sign ?? ''],
  ['overAgencies', ({ overAgencies }) => overAgencies ?? ''],
  ['scale', ({ scale }) => `${scale ?? ''}`],
  ['compared', ({ compared }) => compared ?? ''],
  ['answers', ({ answers }) => (answers ?? []).join(';')],
  ['numeratorUnit', ({ numerator }) => numerator.unit],
  ['denominatorUnit', ({ denominator }) => denominator?.unit ?? ''],
];

/** What may be asked of an answer. */
const ANSWERABLE: ReadonlySet<Operator> = new Set(['yes', '=', 'text']);

type ItemRow = Parameters<typeof ITEMS.write>[0];
type IndicatorRow = RowOf<typeof INDICATORS>;
type TargetRow = RowOf<typeof TARGETS>;
type FormRow = RowOf<typeof FORMS>;
type Days = Pick<ValuesOf<typeof INDICATORS>, 'from' | 'until'>;

/** What is chosen of figures people type; a computed indicator has none. */
const OF_TYPED_FIGURES = [
  'overAgencies',
  'decimals',
  'mayBeNegative',
  'scale',
  'compared',
] as const;

/** What "Tăng" has no room for. */
const BY_HOW_MUCH =
  'để trống (“Tăng” chỉ xét có tăng; tăng bao nhiêu: So với “Kỳ trước, chênh lệch” ở trang Chỉ tiêu, So sánh “Tối thiểu”)';

/** The format the sheet Kế hoạch says; null where it says none. */
export function planFormat(workbook: Workbook): number | null {
  const lines = ITEMS.lines.rowsOf(workbook);
  return ITEMS.read(lines, workbook.date1904).record.get('format') ?? null;
}

class PlanReader {
  private readonly faults: PlanFault[] = [];
  private readonly faulty = new Set<string>();
  /** The code of the row that is being read. */
  private row = '';
  private match: (text: string) => AgencyMatch = () => ({ kind: 'unknown' });
  private agencies: readonly Agency[] = [];
  /** Codes of the register as they stand in it. */
  private codes: ReadonlySet<string> = new Set();

  constructor(private readonly workbook: Workbook) {}

  read(): PlanReading {
    const lines = this.table(ITEMS.lines);
    const item = this.items(lines);
    const format = this.item(item, 'format');
    if (this.faults.length === 0 && format > PLAN_FORMAT) {
      this.fault('plan-fault-newer-format', item.cell('format'), {
        found: format,
        known: PLAN_FORMAT,
      });
      return { plan: null, faults: this.faults };
    }
    const register = this.table(AGENCIES);
    const agencies = register.map((row) => this.agency(row));
    this.codes = new Set(register.map((row) => row.text('code')));
    this.match = agencyMatcher(agencies);
    this.agencies = agencies;
    const indicators = this.table(INDICATORS);
    const targets = this.table(TARGETS);
    const tasks = this.table(TASKS);
    const plan: Plan = {
      ...this.head(item),
      agencies,
      indicators: indicators.map((row) => this.indicator(row)),
      targets: targets.map((row) => this.target(row)),
      tasks: tasks.map((row) => this.task(row)),
      forms: this.forms(),
      successions: this.table(SUCCESSIONS).map((row) => this.succession(row)),
      confirmations: this.table(CONFIRMATIONS).map((row) => this.confirmation(row)),
      holidays: this.table(HOLIDAYS).map((row) => this.holiday(row)),
    };
    if (format < CHOICES_FORMAT) {
      const targetsOf = ({ code }: Indicator) =>
        plan.targets.filter(({ indicator }) => indicator === code);
      plan.indicators = plan.indicators.map((one) => withChoicesInWords(one, targetsOf(one)));
    }
    Object.assign(plan, this.paths(plan));
    this.assign(plan);
    const codeIn = (row: { text(key: 'code'): string }) => tidy(row.text('code'));
    this.unique(lines, 'name', (line) => [matchKey(line.text('name'))]);
    this.unique(register, 'code', (row) => [codeIn(row)]);
    this.identifiersApart(plan);
    this.unique(this.table(ASSIGNMENTS), 'code', (row) => [
      ...[codeIn(row), row.get('table') ?? row.text('table'), this.codeOf(row.text('agency'))],
    ]);
    this.unique(indicators, 'code', (row, at) => [codeIn(row), plan.indicators[at].from]);
    this.unique(tasks, 'code', (row, at) => [codeIn(row), plan.tasks[at].from]);
    this.unique(targets, 'indicator', (row, at) => {
      const { level, agency, from, until } = plan.targets[at];
      return [tidy(row.text('indicator')), level, agency, from, until];
    });
    this.knownIndicators(targets, plan);
    this.agreeingVersions(indicators, plan);
    this.ownFigures(indicators, plan);
    this.paces(indicators, plan);
    this.targetsFit(targets, plan);
    return { plan: this.faults.length === 0 ? plan : null, faults: this.inOrder() };
  }

  private fault<Code extends PlanFaultCode>(
    code: Code,
    cell: TableCell,
    facts: FindingFacts[Code],
  ): void {
    const place = { sheet: cell.sheet, cell: cell.cell };
    const found = finding(code, place, facts) as FindingOf<PlanFaultCode>;
    // One cell, one fault: what follows from it would only repeat it.
    const at = `${cell.sheet}!${cell.cell}`;
    if (this.faulty.has(at)) return;
    this.faulty.add(at);
    this.faults.push({ row: this.row, finding: found });
  }

  /** As the owner meets them: sheet by sheet, in the order of the workbook's tables. */
  private inOrder(): PlanFault[] {
    const order: readonly string[] = Object.values(PLAN_SHEETS);
    const rank = ({ finding: { sheet } }: PlanFault) =>
      order.findIndex((name) => matchKey(name) === matchKey(sheet!));
    return [...this.faults].sort((a, b) => rank(a) - rank(b));
  }

  /** The lines of the plan as a whole; each that is not there is a fault. */
  private items(lines: readonly SheetRow<ValuesOf<typeof ITEMS.lines>>[]): SheetRow<ItemRow> {
    const { record, missing } = ITEMS.read(lines, this.workbook.date1904);
    // A sheet that is not there, or has no such columns, is one fault and not twelve.
    for (const name of lines.length > 0 ? missing : []) {
      const place = { sheet: PLAN_SHEETS.plan, cell: 'A1' };
      const found = finding('plan-fault-no-item', place, { item: name });
      this.faults.push({ row: name, finding: found as FindingOf<PlanFaultCode> });
    }
    return record;
  }

  private item<Key extends keyof ItemRow>(items: SheetRow<ItemRow>, key: Key): ItemRow[Key] {
    this.row = ITEMS.fields[key].heading;
    return this.said(items, key);
  }

  private head(items: SheetRow<ItemRow>): Omit<Plan, Exclude<keyof typeof PLAN_SHEETS, 'plan'>> {
    const of = <Key extends keyof ItemRow>(key: Key) => this.item(items, key);
    const oneFileAt = of('oneFileAt');
    return {
      id: of('id'),
      name: of('name'),
      number: of('number'),
      date: of('date'),
      issuer: of('issuer'),
      year: of('year'),
      consolidator: this.agencyAt(items, 'consolidator'),
      schedule: {
        kinds: of('kinds'),
        window: of('window'),
        dueAfter: of('dueAfter'),
        from: this.firstPeriod(items),
        ...(of('quarterReplacesLastMonth') ? { quarterReplacesLastMonth: true } : {}),
      },
      ...(oneFileAt ? { oneFileAt } : {}),
    };
  }

  private readonly tables = new Map<string, SheetRow<never>[]>();

  /** The rows of a table by its fields; none where it is not there as it should be. */
  private table<Row extends object>(table: SheetTable<Row>): SheetRow<Row>[] {
    const known = this.tables.get(table.name);
    if (known) return known as unknown as SheetRow<Row>[];
    const rows = this.rowsOf(table);
    this.tables.set(table.name, rows as unknown as SheetRow<never>[]);
    return rows;
  }

  private rowsOf<Row extends object>(table: SheetTable<Row>): SheetRow<Row>[] {
    const { name } = table;
    const sheet = findSheet(this.workbook, name);
    const isOptional = OPTIONAL_SHEETS.includes(name);
    const at = (own: string, cell: string) => ({ text: '', value: null, sheet: own, cell });
    this.row = '';
    if (!sheet) {
      if (!isOptional) this.fault('plan-fault-no-sheet', at(name, 'A1'), { sheet: name });
      return [];
    }
    const { rows, missing, headingCell } = table.read(sheet, this.workbook.date1904);
    if (missing.length === 0) return rows;
    if (!(isOptional && rows.length === 0)) {
      const facts = { column: missing.join(', ') };
      this.fault('plan-fault-no-column', at(sheet.name, headingCell), facts);
    }
    return [];
  }

  /** What a cell says by its field; a bad one is a fault there. */
  private said<Row extends object, Key extends keyof Row>(row: SheetRow<Row>, key: Key): Row[Key] {
    const [cell, field] = [row.cell(key), row.fields[key]];
    if (cell.isAbsent && !field.isLater) return field.standIn(cell);
    if (field.isNeeded && cell.text === '') this.fault('plan-fault-empty', cell, {});
    if (field.isTyped && cell.formula !== undefined)
      this.fault('plan-fault-formula', cell, { formula: cell.formula });
    const value = row.get(key);
    if (value !== undefined) return value;
    this.bad(cell, field.takes);
    return field.standIn(cell);
  }

  /** All that a row says. */
  private whole<Row extends object>(row: SheetRow<Row>): Row {
    const keys = Object.keys(row.fields) as (keyof Row)[];
    return Object.fromEntries(keys.map((key) => [key, this.said(row, key)])) as Row;
  }

  private agency(row: RowOf<typeof AGENCIES>): Agency {
    this.row = row.text('code');
    const agency = agencyOf(this.whole(row));
    const { validFrom, validTo } = agency;
    if (validFrom && validTo && validTo < validFrom)
      this.bad(row.cell('validTo'), `≥ ${row.fields.validFrom.heading}`);
    return agency;
  }

  /** On one day an identifier is one agency's, and an agency has one. */
  private identifiersApart(plan: Plan): void {
    const rows = this.table(AGENCIES);
    const all = plan.agencies.flatMap((agency, index) =>
      identifiersOf(agency).map((one) => ({ agency, row: rows[index], ...one })),
    );
    const [known, held] = [new Map<string, typeof all>(), new Map<Agency, typeof all>()];
    for (const one of all) {
      const sameCode = known.get(one.code) ?? [];
      const own = held.get(one.agency) ?? [];
      known.set(one.code, [...sameCode, one]);
      held.set(one.agency, [...own, one]);
      this.row = one.agency.code;
      const cell = one.row.cell('identifiers');
      const other = sameCode.find((each) => each.agency !== one.agency && overlap(each, one));
      if (other) this.bad(cell, `mã khác (${one.code} đang là mã của ${other.agency.name})`);
      else if (own.some((each) => overlap(each, one)))
        this.bad(cell, `mỗi thời gian một mã: ${IDENTIFIERS_TAKE}`);
    }
  }

  private indicator(row: IndicatorRow): Indicator {
    this.row = row.text('code');
    const said = this.whole(row);
    const denominator = {
      name: said.denominator ?? '',
      unit: said.denominatorUnit ?? '',
    };
    return {
      code: said.code,
      stt: said.stt,
      group: said.group,
      heading: said.heading,
      name: said.name,
      unit: said.unit,
      kind: said.kind,
      overTime: said.overTime,
      ...(said.taskCount === null ? {} : { taskCount: said.taskCount }),
      numerator: { name: said.numerator, unit: said.numeratorUnit },
      denominator: denominator.name === '' && denominator.unit === '' ? null : denominator,
      partOfWhole: said.partOfWhole,
      ...this.choices(row, said),
      assess: said.assess,
      deadline: said.deadline,
      task: said.task,
      lead: said.lead,
      coordinating: said.coordinating,
      implementing: said.implementing,
      filledBy: this.fillers(row.cell('fillers')),
      sameAs: said.sameAs,
      proposedNames: said.proposedNames,
      ...this.standing(said, row.cell('until')),
    };
  }

  /** What is chosen beyond the kind; a choice that contradicts another is a fault at its cell. */
  private choices(
    row: IndicatorRow,
    said: ValuesOf<typeof INDICATORS>,
  ): Pick<
    Indicator,
    'decimals' | 'sign' | 'overAgencies' | 'scale' | 'compared' | 'answers' | 'printedIn'
  > {
    if (said.mayBeNegative && row.get('partOfWhole'))
      this.bad(row.cell('mayBeNegative'), 'Không (vì Tử là một phần của mẫu)');
    const kind = row.get('kind');
    const isComputed = kind === 'computed';
    for (const key of isComputed ? OF_TYPED_FIGURES : [])
      if (row.text(key) !== '') this.bad(row.cell(key), 'để trống (Tính từ nhiệm vụ)');
    return {
      ...(said.decimals === null ? {} : { decimals: said.decimals }),
      ...(said.mayBeNegative ? { sign: 'any' } : {}),
      ...this.overAgencies(row, kind),
      ...(isComputed ? {} : this.scale(row, kind)),
      ...this.answers(row.cell('answers'), said.answers ?? [], kind),
      ...(said.compared === null || isComputed ? {} : { compared: said.compared }),
      ...this.printedIn(row.cell('printedIn'), said.printedIn, [
        ...[said.unit, said.numeratorUnit],
        said.denominatorUnit ?? '',
      ]),
    };
  }

  /** Only money, and only in a larger unit than it is reported in. */
  private printedIn(
    cell: TableCell,
    printedIn: PrintedIn | null,
    units: readonly string[],
  ): { printedIn?: PrintedIn } {
    if (printedIn === null) return {};
    const powers = units.flatMap((one) => powerOfDong(one) ?? []);
    if (!powers.some((power) => power < powerOfDong(printedIn)!))
      this.bad(cell, 'để trống (chỉ của số tiền báo cáo bằng đơn vị nhỏ hơn)');
    return { printedIn };
  }

  private answers(
    cell: TableCell,
    answers: string[],
    kind: IndicatorKind | undefined,
  ): Pick<Indicator, 'answers'> {
    if (answers.length === 0) return {};
    const named = words.indicatorKindWords.write('yes-no');
    if (kind !== 'yes-no') this.bad(cell, `để trống (chỉ của Loại “${named}”)`);
    else if (answers.length < 2) this.bad(cell, 'Có; Không – hoặc 0 = trực tuyến; 1 = phát phiếu');
    return { answers };
  }

  /**
   * What numerator ÷ denominator is multiplied by. Left open it is what the unit says where a kind
   * is one of shares: ‰ is of a thousand, "bác sĩ/vạn dân" of ten thousand unless people are
   * counted in ten thousands.
   */
  private scale(row: IndicatorRow, kind: IndicatorKind | undefined): Pick<Indicator, 'scale'> {
    const cell = row.cell('scale');
    const unit = row.text('unit');
    const whole = row.text('denominatorUnit');
    const hasParts = whole !== '' || row.text('denominator') !== '';
    if (!hasParts) {
      if (cell.text !== '') this.bad(cell, 'để trống (không có Mẫu số)');
      return {};
    }
    if (kind === undefined) return {};
    const own = scaleOf(kind);
    const meant = scaleOfUnit(unit, whole);
    if (cell.text === '')
      return meant !== null && own === 100 && meant !== own ? { scale: meant } : {};
    const scale = row.get('scale') ?? null;
    if (scale === null) return {};
    if (meant !== null && scale !== meant)
      this.bad(cell, `${words.scaleWords.write(`${meant}`)} (ĐVT là ${unit})`);
    return scale === own ? {} : { scale };
  }

  /**
   * Absent where it is what the kind says; a kind that is one agency's or each one's own cannot be
   * added up.
   */
  private overAgencies(
    row: IndicatorRow,
    kind: IndicatorKind | undefined,
  ): Pick<Indicator, 'overAgencies'> {
    const [cell, chosen] = [row.cell('overAgencies'), row.get('overAgencies') ?? null];
    if (chosen === null || kind === undefined || kind === 'computed') return {};
    const own = overAgenciesOf(kind);
    if (chosen === own) return {};
    const answered = ['each', 'owner'] as const;
    if (kind === 'yes-no' && chosen !== 'owner')
      this.bad(cell, answered.map((one) => words.overAgenciesWords.write(one)).join(' / '));
    else if (kind !== 'yes-no' && own !== 'added')
      this.bad(cell, words.overAgenciesWords.write(own));
    return { overAgencies: chosen };
  }

  /** A rank that is added up, an index in two parts, one agency's figure that several fill in. */
  private ownFigures(rows: readonly IndicatorRow[], plan: Plan): void {
    for (const [index, indicator] of plan.indicators.entries()) {
      const { kind, filledBy } = indicator;
      const measure = measureOf(indicator);
      this.row = indicator.code;
      if (kind === 'rank' || kind === 'index')
        this.undivided(rows[index], measure, words.overTimeWords.write('stock'));
      // The longest wait of a month and of another are not added up; two shares have no larger.
      if (measure.together !== 'SUM')
        this.undivided(
          rows[index],
          measure,
          `${words.overTimeWords.write('stock')} / ${words.overTimeWords.write('cumulative')}`,
        );
      if (kind === 'yes-no') this.answersFit(rows[index], indicator);
      if (kind === 'count' && indicator.denominator)
        this.bad(rows[index].cell('denominator'), 'để trống (Số lượng)');
      this.comparedFits(rows[index].cell('compared'), indicator);
      if (measure.choices.overAgencies !== 'owner') continue;
      const filling = plan.agencies.filter(
        (agency) => agency.reports && isFilledBy({ filledBy }, agency),
      );
      if (filling.length > 1)
        this.bad(rows[index].cell('fillers'), 'một đơn vị (số của riêng đơn vị chủ trì)');
    }
  }

  /** What is no sum is of one figure, and not added up over time. */
  private undivided(row: IndicatorRow, measure: Measure, overTime: string): void {
    if (measure.hasParts) this.bad(row.cell('denominator'), '(để trống)');
    if (measure.isSummed) this.bad(row.cell('overTime'), overTime);
  }

  /** A change is on a figure that the year's judgement and the kind leave room for. */
  private comparedFits(cell: TableCell, indicator: Indicator): void {
    const { kind, assess } = indicator;
    const { compared } = measureOf(indicator).choices;
    const isOnBefore = compared === 'before-percent' || compared === 'before-difference';
    if (isOnBefore && isOfYear(assess))
      this.bad(
        cell,
        `${words.comparedWords.write('last-year-percent')} / ${words.comparedWords.write('last-year-difference')} (đánh giá theo năm)`,
      );
    if (isOnBefore && kind === 'against-last-year')
      this.bad(cell, words.comparedWords.write('last-year-percent'));
    if (kind === 'increase' && indicator.compared !== undefined)
      this.bad(cell, 'để trống (Tăng so với kỳ trước)');
  }

  /** Answers are neither parts nor amounts: not of two figures, not added up, not below 0. */
  private answersFit(row: IndicatorRow, indicator: Indicator): void {
    const measure = measureOf(indicator);
    const values = measure.answers.map(({ value }) => value);
    if (indicator.denominator) this.bad(row.cell('denominator'), '(để trống)');
    if (measure.isSummed) this.bad(row.cell('overTime'), words.overTimeWords.write('stock'));
    for (const key of ['mayBeNegative', 'decimals', 'compared'] as const)
      if (row.text(key) !== '') this.bad(row.cell(key), 'để trống (câu trả lời)');
    if (new Set(values).size < values.length)
      this.bad(row.cell('answers'), 'mỗi lựa chọn một số riêng: 0 = trực tuyến; 1 = phát phiếu');
  }

  private target(row: TargetRow): Target {
    this.row = row.text('indicator');
    const said = this.whole(row);
    const { from, until } = this.standing(said, row.cell('until'));
    return {
      indicator: said.indicator,
      level: said.level,
      agency: said.agency === null ? null : this.agencyCode(row.cell('agency')),
      raw: said.raw,
      operator: said.operator,
      value: said.value,
      ...this.upperEnd(row, said),
      // Whom it is asked of, and when it is judged, where that is not as its indicator says.
      ...(said.scope === null ? {} : { scope: said.scope }),
      ...(said.assess === null ? {} : { assess: said.assess }),
      ...(until === undefined ? {} : { until }),
      confirmed: said.confirmed,
      ...(from === undefined ? {} : { from }),
    };
  }

  /** A year's pace is of an amount that grows with it: not of a share, a rank or an index. */
  private paces(rows: readonly IndicatorRow[], plan: Plan): void {
    for (const [index, indicator] of plan.indicators.entries()) {
      this.row = indicator.code;
      if (indicator.assess === 'pace' && !hasPace(indicator))
        this.bad(rows[index].cell('assess'), allowedAssess(indicator));
    }
  }

  /** A target that its indicator cannot be held against. */
  private targetsFit(rows: readonly TargetRow[], plan: Plan): void {
    const byCode = grouped(plan.indicators, ({ code }) => code);
    for (const [index, target] of plan.targets.entries()) {
      const indicator = byCode.get(target.indicator)?.[0];
      if (!indicator) continue;
      const row = rows[index];
      this.row = target.indicator;
      this.scopeFits(row, target, measureOf(indicator).choices);
      if (indicator.kind === 'yes-no') this.answerTarget(row, target, measureOf(indicator));
      else if (target.operator === 'yes')
        this.bad(row.cell('operator'), `so sánh với một số (“Có” chỉ của Loại “Có/Không”)`);
      this.valueFits(row, target);
      if (target.until !== undefined && Number(target.until.slice(0, 4)) < plan.year)
        this.bad(row.cell('until'), `từ năm ${plan.year}`);
      if (target.assess === 'pace' && (!hasPace(indicator) || target.operator === 'increase'))
        this.bad(row.cell('assess'), allowedAssess(indicator));
    }
  }

  /** What is said in words, and what only has to grow, has no figure. */
  private valueFits(row: TargetRow, { operator, value }: Target): void {
    const cell = row.cell('value');
    const isInWords = operator === 'yes' || operator === 'text';
    if (isInWords && cell.text !== '') this.bad(cell, 'để trống');
    if (operator === 'increase' && value !== null) this.bad(cell, BY_HOW_MUCH);
  }

  /** Whom a target is given to, beside what its indicator says of whose the figure is. */
  private scopeFits(row: TargetRow, target: Target, { overAgencies }: Choices): void {
    const scope = row.cell('scope');
    if (overAgencies === 'owner')
      for (const cell of [row.cell('agency'), row.cell('level')])
        if (cell.text !== '') this.bad(cell, 'để trống (số của riêng đơn vị chủ trì)');
    if (target.scope === 'each' && overAgencies === 'owner')
      this.bad(scope, 'để trống (số của riêng đơn vị chủ trì)');
    else if (scope.text !== '' && target.agency !== null)
      this.bad(scope, 'để trống (mức này đã giao cho một đơn vị)');
    else if (scope.text !== '' && target.scope !== 'each' && overAgencies === 'each')
      this.bad(scope, words.scopeWords.write('each'));
  }

  /** The target of what is answered is one of its answers. */
  private answerTarget(row: TargetRow, { operator, value }: Target, measure: Measure): void {
    if (!ANSWERABLE.has(operator))
      this.bad(
        row.cell('operator'),
        [...ANSWERABLE].map((one) => words.operatorWords.write(one)).join(' / '),
      );
    if (operator === '=' && value !== null && !measure.fits('value', value))
      this.bad(
        row.cell('value'),
        measure.answers.map((one) => `${one.value} (${one.word})`).join(' / '),
      );
  }

  /** Of a range: above its lower end. Any other comparison has no second figure. */
  private upperEnd(row: TargetRow, said: ValuesOf<typeof TARGETS>): Pick<Target, 'to'> {
    const [value, to] = [row.cell('value'), row.cell('to')];
    if (said.operator !== 'between') {
      if (to.text !== '')
        this.bad(to, `để trống (chỉ “${words.operatorWords.write('between')}” có hai mức)`);
      return {};
    }
    if (value.text === '' && to.text === '') return {};
    if (value.text === '') this.bad(value, row.fields.value.takes);
    if (to.text === '') this.bad(to, row.fields.to.takes);
    const [low, high] = [said.value ?? 0, said.to ?? 0];
    if (high <= low) this.bad(to, `lớn hơn Mức (${value.text})`);
    return { to: high };
  }

  private task(row: RowOf<typeof TASKS>): Task {
    this.row = row.text('code');
    const { fillers: _fillers, from, until, ...task } = this.whole(row);
    return {
      ...task,
      filledBy: this.fillers(row.cell('fillers')),
      ...this.standing({ from, until }, row.cell('until')),
    };
  }

  private standing({ from, until }: Days, cell: TableCell): Standing {
    if (from && until && until < from) this.bad(cell, `≥ ${INDICATORS.fields.from.heading}`);
    return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
  }

  /** The forms of Biểu thống kê; their rows may stand in any order. */
  private forms(): StatForm[] {
    const rows = this.table(FORMS);
    const forms = new Map<string, StatForm>();
    const places = new Map<string, FormRow>();
    for (const row of rows) {
      this.row = row.text('form');
      const said = this.whole(row);
      const code = said.form;
      const form = forms.get(code) ?? {
        code,
        title: '',
        rowHeading: '',
        columns: [],
        rows: [],
        identities: [],
        filledBy: [],
      };
      forms.set(code, form);
      if (!places.has(code)) places.set(code, row);
      this.formPart(form, row, said);
    }
    const rowsOf = grouped(rows, (row) => row.text('form'));
    for (const [code, form] of forms) {
      this.row = code;
      this.wholeForm(form, knownAt(places, code), rowsOf.get(code) ?? []);
    }
    return [...forms.values()];
  }

  private formPart(form: StatForm, row: FormRow, said: ValuesOf<typeof FORMS>): void {
    const { part } = said;
    // A form is adjusted as a whole: a day at one of its columns would be read by nobody.
    if (part !== 'form')
      for (const key of ['from', 'until'] as const)
        if (row.text(key) !== '') this.bad(row.cell(key), '(để trống; ngày chỉ ghi ở dòng Biểu)');
    switch (part) {
      case 'form':
        this.formHead(form, row, said);
        return;
      case 'column':
        this.formColumn(form, row, said);
        return;
      case 'row':
        this.formRow(form, row, said);
        return;
      case 'identity': {
        const identity = this.identity(
          row.cell('formula'),
          '3 = 4 + 5 + 6; 8 ≤ 7; 6 = 11 kỳ trước; 4 ≤ [18]',
        );
        if (identity) form.identities.push(identity);
        return;
      }
      case 'row-identity': {
        const cell = row.cell('formula');
        const identity = this.identity(cell, '3.1.1 ≤ 3.1; 1 = 1.1 + 1.2');
        if (identity && looksBack(identity))
          this.bad(cell, 'mã dòng của kỳ này (không ghi “kỳ trước”)');
        else if (identity) (form.rowIdentities ??= []).push(identity);
      }
    }
  }

  private formHead(form: StatForm, row: FormRow, said: ValuesOf<typeof FORMS>): void {
    if (form.title !== '')
      this.fault('plan-fault-duplicate-code', row.cell('form'), {
        code: form.code,
        first: form.title,
      });
    form.title = this.needed(row, 'name');
    form.rowHeading = said.group || row.fields.name.heading;
    form.filledBy = this.fillers(row.cell('fillers'));
    Object.assign(
      form,
      this.standing(said, row.cell('until')),
      said.totals === null ? {} : { totals: said.totals ? 'yes' : 'no' },
      said.lines === null ? {} : { lines: said.lines },
    );
  }

  private formColumn(form: StatForm, row: FormRow, said: ValuesOf<typeof FORMS>): void {
    const code = this.needed(row, 'code');
    if (form.columns.some((column) => column.code === code))
      this.fault('plan-fault-duplicate-code', row.cell('code'), { code, first: form.code });
    const choices = this.statChoices(row, said);
    const overTime = row.cell('overTime');
    const isOpen = choices.typed !== undefined && choices.typed !== 'number';
    if (overTime.text === '' && !isOpen) this.bad(overTime, row.fields.overTime.takes);
    form.columns.push({
      code,
      group: said.group,
      ...(said.over === null ? {} : { over: said.over }),
      name: this.needed(row, 'name'),
      unit: said.unit,
      overTime: said.overTime ?? 'none',
      ...choices,
    });
    const formula = this.ownFormula(code, row.cell('formula'), '3 = 4 + 5; 6 = 100 * 5 / 3');
    if (!formula) return;
    if (said.overTime !== 'computed')
      this.bad(overTime, words.columnOverTimeWords.write('computed'));
    form.identities.push(formula);
  }

  private formRow(form: StatForm, row: FormRow, said: ValuesOf<typeof FORMS>): void {
    const key = this.needed(row, 'code');
    if (form.rows.some((one) => one.key === key))
      this.fault('plan-fault-duplicate-code', row.cell('code'), { code: key, first: form.code });
    const formula = this.ownFormula(key, row.cell('formula'), '1 = 1.1 + 1.2; 5 = 100 * 3 / 1');
    const filledBy = this.fillers(row.cell('fillers'));
    const choices = this.statChoices(row, said);
    if (formula && choices.typed !== undefined && choices.typed !== 'number')
      this.bad(row.cell('typed'), words.statTypedWords.write('number'));
    if (formula && filledBy.length > 0)
      this.bad(row.cell('fillers'), 'để trống (dòng tính theo công thức)');
    form.rows.push({
      key,
      group: said.group,
      name: this.needed(row, 'name'),
      ...(said.unit === '' ? {} : { unit: said.unit }),
      ...choices,
      ...this.rowOverTime(row, said),
      ...(formula ? { formula } : {}),
      ...(filledBy.length === 0 ? {} : { filledBy }),
    });
  }

  private rowOverTime(
    row: FormRow,
    { overTime }: ValuesOf<typeof FORMS>,
  ): Pick<StatRow, 'overTime'> {
    if (overTime === null) return {};
    if (overTime !== 'computed') return { overTime };
    this.bad(row.cell('overTime'), 'để trống (công thức của dòng ghi ở cột Công thức)');
    return {};
  }

  /**
   * What is chosen of a column's or row's cells; a choice that has no meaning beside another is a
   * fault at its cell.
   */
  private statChoices(row: FormRow, said: ValuesOf<typeof FORMS>): StatChoices {
    const listed = said.answers ?? [];
    const typed = said.typed ?? (listed.length > 0 ? 'choice' : undefined);
    const isChoice = typed === 'choice';
    this.answersListed(row.cell('answers'), isChoice, listed.length);
    const isFigure = typed === undefined || typed === 'number';
    for (const key of ['decimals', 'mayBeNegative', 'overAgencies'] as const)
      if (!isFigure && row.text(key) !== '')
        this.bad(row.cell(key), 'để trống (chỉ của Kiểu nhập “Số”)');
    return {
      ...(typed === undefined ? {} : { typed }),
      ...(isChoice ? { answers: listed } : {}),
      ...(isFigure ? figureChoices(said) : {}),
      ...this.printedIn(row.cell('printedIn'), said.printedIn, isFigure ? [said.unit] : []),
    };
  }

  private answersListed(cell: TableCell, isChoice: boolean, count: number): void {
    if (isChoice && count < 2) this.bad(cell, 'Có; Không – hoặc 0 = trực tuyến; 1 = phát phiếu');
    if (!isChoice && count > 0) this.bad(cell, 'để trống (chỉ của Kiểu nhập “Lựa chọn”)');
  }

  private identity(cell: TableCell, expected: string): StatIdentity | null {
    const identity = parseStatIdentity(cell.text);
    if (!identity) this.bad(cell, expected);
    return identity;
  }

  /** The formula of a column or row: "3 = 4 + 5", or what stands right of "=" alone. */
  private ownFormula(code: string, cell: TableCell, expected: string): StatIdentity | null {
    const text = cell.text;
    if (text === '') return null;
    const identity = this.identity(
      saying(cell, text.includes('=') ? text : `${code} = ${text}`),
      expected,
    );
    if (!identity || defines(identity, code)) return identity;
    this.bad(cell, expected);
    return null;
  }

  /**
   * What can only be said of a form as a whole: all that a formula names is there, and nothing is
   * made of itself.
   */
  private wholeForm(form: StatForm, first: FormRow, rows: readonly FormRow[]): void {
    this.agreeing(form, rows);
    this.wholeList(form, rows);
    if (form.title === '' || form.columns.length === 0 || form.rows.length === 0)
      this.fault('plan-fault-form-incomplete', first.cell('form'), { code: form.code });
    const columns = new Set(form.columns.map((column) => column.code));
    const keys = new Set(form.rows.map(({ key }) => key));
    for (const row of rows) {
      const part = row.get('part');
      const own = row.text('code');
      this.formulaKnows(form, row, part === 'row' || part === 'row-identity' ? keys : columns);
      if (part === 'column') this.wholeColumn(form, own, row.cell('code'));
      if (part === 'row') this.wholeRow(form, own, row);
      if (part === 'form') this.totalsFit(form, row.cell('totals'));
    }
  }

  /** All that a formula names is one of the form's columns, or of its rows. */
  private formulaKnows(form: StatForm, row: FormRow, known: ReadonlySet<string>): void {
    const part = row.get('part');
    const formula = row.cell('formula');
    const isOwn = (part === 'column' || part === 'row') && !formula.text.includes('=');
    const text = isOwn ? `${row.text('code')} = ${formula.text}` : formula.text;
    const identity = parseStatIdentity(text);
    const unknown =
      identity && [...identity.left, ...identity.right].find(({ column }) => !known.has(column));
    if (unknown && (part === 'row' || part === 'row-identity'))
      this.fault('plan-fault-unknown-row', formula, {
        code: unknown.column,
        table: `${PLAN_SHEETS.forms} ${form.code}`,
      });
    else if (unknown) this.fault('plan-fault-unknown-column', formula, { code: unknown.column });
    const scale = bareScale(text, known);
    if (scale !== null)
      this.bad(formula, `[${scale}] (hằng số ghi trong ngoặc vuông, vì có mã ${scale})`);
  }

  private totalsFit(form: StatForm, cell: TableCell): void {
    if (form.totals !== 'yes') return;
    if (!blocksOf(form).every((block) => hasSums(form, block.rows)))
      this.bad(
        cell,
        'để trống hoặc Không (các dòng khác đơn vị tính, hoặc dòng này đã gồm dòng kia)',
      );
  }

  /** A list has no rows of its own: what stands in a line nobody knows before it is filled. */
  private wholeList(form: StatForm, rows: readonly FormRow[]): void {
    if (form.lines === undefined) return;
    for (const row of rows) {
      const part = row.get('part');
      if (part === 'row' || part === 'row-identity')
        this.bad(row.cell('part'), 'Cột, Ràng buộc (biểu có “Số dòng để ghi” không có Dòng)');
      const identity = part === 'identity' ? parseStatIdentity(row.text('formula')) : null;
      if (identity && looksBack(identity))
        this.bad(row.cell('formula'), 'cột của kỳ này (không ghi “kỳ trước”)');
    }
    form.rows = listRows(form.lines);
  }

  private wholeColumn(form: StatForm, code: string, cell: TableCell): void {
    const column = form.columns.find((one) => one.code === code);
    if (column?.overTime !== 'computed') return;
    const isDefined =
      form.identities.some((one) => defines(one, code)) &&
      !isCircular(code, (part) => partsOf(form, part));
    if (!isDefined) this.fault('plan-fault-column-undefined', cell, { code });
    if (column.typed !== undefined && column.typed !== 'number')
      this.fault('plan-fault-column-undefined', cell, { code });
  }

  private wholeRow(form: StatForm, key: string, row: FormRow): void {
    const own = form.rows.find((one) => one.key === key);
    if (own?.formula && isCircular(key, (part) => rowPartsOf(form, part)))
      this.bad(row.cell('formula'), `công thức không nhắc lại dòng ${key}`);
    if (own?.formula) this.rowAddsUp(form, own, row.cell('formula'));
    const fillers = row.cell('fillers');
    const isOwner = own?.overAgencies === 'owner';
    const filling = this.agencies.filter(
      (agency) =>
        agency.reports &&
        isFilledBy(form, agency) &&
        (!own?.filledBy || isFilledBy({ filledBy: own.filledBy }, agency)),
    );
    if (isOwner && filling.length > 1)
      this.bad(fillers, 'một đơn vị (số của riêng đơn vị chủ trì)');
    if (own?.filledBy && filling.length === 0)
      this.bad(fillers, 'đơn vị có điền biểu này (dòng Biểu)');
    const isAdded = form.columns.some((column) => {
      const cell = own && cellOf(form, own, column);
      return cell?.typed === 'number' && cell.overAgencies === 'added' && isPlace(cell.unit);
    });
    if (isAdded && filling.length > 1)
      this.bad(
        row.cell('overAgencies'),
        `${words.statOverAgenciesWords.write('each')} / ${words.statOverAgenciesWords.write('owner')} (thứ hạng không cộng)`,
      );
  }

  /** What a row is made of are figures; what it adds up has its unit. */
  private rowAddsUp(form: StatForm, own: StatRow, cell: TableCell): void {
    const parts = form.rows.filter(({ key }) => rowPartsOf(form, own.key).includes(key));
    const isSum = !/[*/×÷]/u.test(own.formula!.text);
    for (const part of parts) {
      const isFigure = (part.typed ?? 'number') === 'number' && part.answers === undefined;
      if (!isFigure)
        return this.bad(cell, `các dòng có Kiểu nhập Số (dòng ${part.key} không phải)`);
      const [unit, ofPart] = [own.unit ?? '', part.unit ?? ''];
      if (isSum && unit !== '' && ofPart !== '' && matchKey(unit) !== matchKey(ofPart))
        return this.bad(
          cell,
          `các dòng cùng ĐVT (dòng ${part.key}: ${ofPart}; dòng ${own.key}: ${unit})`,
        );
    }
  }

  /** Identities that no figures satisfy would make every form wrong. */
  private agreeing(form: StatForm, rows: readonly FormRow[]): void {
    for (const { identity, columns } of contradictions(form)) {
      const row = rows.find(
        (one) => parseStatIdentity(one.text('formula'))?.text === identity.text,
      );
      const facts = { form: form.code, columns: columns.join(', ') };
      if (row) this.fault('plan-fault-identities-contradict', row.cell('formula'), facts);
    }
  }

  private succession(row: SheetRow<Succession>): Succession {
    this.row = row.text('from');
    if (row.text('from') === row.text('to'))
      this.bad(row.cell('to'), `≠ ${row.fields.from.heading}`);
    return {
      from: this.agencyAt(row, 'from'),
      to: this.agencyAt(row, 'to'),
      kind: this.said(row, 'kind'),
      date: this.said(row, 'date'),
    };
  }

  private confirmation(row: SheetRow<Confirmation>): Confirmation {
    this.row = row.text('code');
    return this.whole(row);
  }

  /** Whose figures count in which period, each of a row the plan has. */
  private paths(plan: Plan): Pick<Plan, 'paths'> {
    const known = {
      indicators: new Set(plan.indicators.map(({ code }) => code)),
      forms: new Set(plan.forms.map(({ code }) => code)),
    };
    const paths = this.table(PATHS).map((row) => {
      this.row = row.text('code');
      const choice = this.whole(row);
      const facts = { code: choice.code, table: row.text('table') };
      if (!known[choice.table]?.has(choice.code))
        this.fault('plan-fault-unknown-row', row.cell('code'), facts);
      // One that nobody can read is a fault already.
      const period = row.get('period');
      if (period !== undefined && periodOf(period).year !== plan.year)
        this.bad(row.cell('period'), `kỳ của năm ${plan.year}`);
      return choice;
    });
    return paths.length > 0 ? { paths: byMoment(paths, ({ at }) => at) } : {};
  }

  private holiday(row: SheetRow<Holiday>): Holiday {
    this.row = row.text('date');
    return this.whole(row);
  }

  /**
   * Phân công gives a row to an agency, or takes it from one, beyond what the row's own column
   * says.
   */
  private assign(plan: Plan): void {
    const byCode = (rows: readonly { code: string; filledBy: Filler[] }[]) =>
      grouped(rows, ({ code }) => code);
    const lists = {
      indicators: byCode(plan.indicators),
      tasks: byCode(plan.tasks),
      forms: byCode(plan.forms),
    };
    for (const row of this.table(ASSIGNMENTS)) {
      this.row = row.text('code');
      const [table, name] = [row.cell('table'), row.get('table')];
      if (!name) {
        this.bad(table, row.fields.table.takes);
        continue;
      }
      const wanted = lists[name].get(row.text('code')) ?? [];
      if (wanted.length === 0)
        this.fault('plan-fault-unknown-row', row.cell('code'), {
          code: this.row,
          table: table.text,
        });
      const agency = this.agencyAt(row, 'agency');
      const isGiven = this.said(row, 'isGiven');
      for (const one of wanted) one.filledBy.push(isGiven ? { agency } : { except: agency });
    }
  }

  /** Rows that say the same thing twice: alike in all that tells rows of this table apart. */
  private unique<Row extends object>(
    rows: readonly SheetRow<Row>[],
    code: keyof Row,
    same: (row: SheetRow<Row>, at: number) => readonly unknown[],
  ): void {
    const first = new Map<string, TableCell>();
    for (const [at, row] of rows.entries()) {
      const cell = row.cell(code);
      if (cell.text === '') continue;
      const key = JSON.stringify(same(row, at).map((one) => one ?? null));
      const before = first.get(key);
      this.row = cell.text;
      if (before)
        this.fault('plan-fault-duplicate-code', cell, { code: cell.text, first: before.cell });
      else first.set(key, cell);
    }
  }

  private knownIndicators(targets: readonly TargetRow[], plan: Plan): void {
    const known = new Set(plan.indicators.map(({ code }) => code));
    // Where the table of indicators itself could not be read, each target would only repeat it.
    if (known.size === 0) return;
    for (const row of this.table(INDICATORS)) {
      const same = row.cell('sameAs');
      this.row = row.text('code');
      if (same.text !== '' && !known.has(same.text))
        this.fault('plan-fault-unknown-indicator', same, { code: same.text });
    }
    for (const row of targets) {
      const cell = row.cell('indicator');
      this.row = cell.text;
      if (cell.text !== '' && !known.has(cell.text))
        this.fault('plan-fault-unknown-indicator', cell, { code: cell.text });
    }
    const standing = new Set(plan.agencies.map(({ code }) => code));
    for (const row of this.table(AGENCIES)) {
      const parent = row.cell('parent');
      this.row = row.text('code');
      if (parent.text !== '' && !standing.has(parent.text))
        this.fault('plan-fault-unknown-agency', parent, {
          found: parent.text,
          suggestion: this.suggestion(parent.text),
        });
    }
  }

  /**
   * Versions of one indicator are added up over the year: what is counted differently is another
   * indicator.
   */
  private agreeingVersions(rows: readonly IndicatorRow[], plan: Plan): void {
    const first = new Map<string, Indicator>();
    for (const [index, indicator] of plan.indicators.entries()) {
      const before = first.get(indicator.code);
      first.set(indicator.code, before ?? indicator);
      // Two rows of one day are one code twice, and said as that.
      if (!before || before.from === indicator.from) continue;
      this.row = indicator.code;
      for (const [key, said] of HOW_IT_IS_COUNTED)
        if (said(indicator) !== said(before))
          this.bad(rows[index].cell(key), `như dòng trước cùng mã; cách đếm khác thì dùng mã mới`);
    }
  }

  private fillers(cell: TableCell): Filler[] {
    return words.splitList(cell.text).map((part): Filler => {
      const level = words.readLevelFiller(part);
      return level ? { level } : { agency: this.agencyCode(saying(cell, part)) };
    });
  }

  /** An agency by its code, or by a name that only it has; null for anything else. */
  private known(written: string): string | null {
    // A code two rows have is the register's fault and said there.
    if (this.codes.has(written)) return written;
    const match = this.match(written);
    return match.kind === 'code' || match.kind === 'name' ? match.agency.code : null;
  }

  private codeOf(written: string): string {
    return this.known(written) ?? tidy(written);
  }

  private agencyAt<Row extends object>(row: SheetRow<Row>, key: keyof Row): string {
    this.said(row, key);
    return this.agencyCode(row.cell(key));
  }

  /** What no agency is called is asked about. */
  private agencyCode(cell: TableCell): string {
    const written = cell.text;
    if (written === '' || this.table(AGENCIES).length === 0) return written;
    const known = this.known(written);
    if (known !== null) return known;
    this.fault('plan-fault-unknown-agency', cell, {
      found: written,
      suggestion: this.suggestion(written),
    });
    return written;
  }

  private suggestion(text: string): string {
    const match = this.match(text);
    const names = match.kind === 'suggestions' ? match.agencies : [];
    return names
      .slice(0, 3)
      .map(({ code, name }) => `${name} (${code})`)
      .join(', ');
  }

  private bad(cell: TableCell, expected: string): void {
    if (!cell.isAbsent) this.fault('plan-fault-bad-cell', cell, { found: cell.text, expected });
  }

  /** Text that only some rows of its table need. */
  private needed<Row extends object>(row: SheetRow<Row>, key: keyof Row): string {
    const cell = row.cell(key);
    if (cell.text === '') this.fault('plan-fault-empty', cell, {});
    return cell.text;
  }

  private firstPeriod(items: SheetRow<ItemRow>): string {
    const period = readPeriodLabel(this.item(items, 'from'));
    const year = items.get('year');
    // Of a year that is none, no period is right.
    if (year !== undefined && isPlanYear(year) && (!period || period.year !== year))
      this.bad(items.cell('from'), `Tháng 1/${year}, Quý I/${year}`);
    return period?.id ?? `${year}`;
  }
}

/** What is chosen of a cell of figures alone. */
function figureChoices({
  decimals,
  mayBeNegative,
  overAgencies,
}: ValuesOf<typeof FORMS>): StatChoices {
  return {
    ...(decimals === null ? {} : { decimals }),
    ...(mayBeNegative ? { sign: 'any' } : {}),
    ...(overAgencies === null ? {} : { overAgencies }),
  };
}

/** What a unit says a quotient is multiplied by; null where it says nothing. */
function scaleOfUnit(unit: string, whole: string): Scale | null {
  const key = matchKey(unit);
  if (key === '%') return 100;
  if (key === '‰') return 1000;
  if (!/vạn (dân|người)|10[.]?000 (dân|người)/u.test(key)) return null;
  return /vạn|10[.]?000/u.test(matchKey(whole)) ? 1 : 10000;
}

/** An amount that a year brings bit by bit. */
function hasPace(indicator: Indicator): boolean {
  const measure = measureOf(indicator);
  const isStanding = ['rank', 'index', 'yes-no'].includes(indicator.kind);
  const isCompared = measure.choices.compared !== null;
  return !measure.hasParts && !isStanding && !isCompared && !measure.mayBeNegative;
}

function allowedAssess(indicator: Indicator): string {
  const allowed = words.assessWords.all.filter(
    (word) => hasPace(indicator) || words.assessWords.read(word) !== 'pace',
  );
  return allowed.join(' / ');
}

function isCircular(own: string, partsOfOne: (one: string) => string[]): boolean {
  const reaches = (one: string, seen: readonly string[]): boolean =>
    partsOfOne(one).some((part) => seen.includes(part) || reaches(part, [...seen, part]));
  return reaches(own, [own]);
}

/** "100 * 3": a constant without brackets that is the code of a column or row as well. */
function bareScale(text: string, known: ReadonlySet<string>): string | null {
  const found = /(?<![[\p{L}\p{N}.,])(10{2,4})\s*[*×]|[*×]\s*(10{2,4})(?![\]\p{N}.,])/u.exec(text);
  const scale = found ? (found[1] ?? found[2]) : null;
  return scale !== null && known.has(scale) ? scale : null;
}
