import { dateFromSerial, readDate, type CivilDate } from '../../text/date';
import { matchKey, tidy } from '../../text/normal-form';
import { readNumber } from '../../text/number';
import { findSheet, type Workbook } from '../../workbook/workbook';
import { agencyMatcher, type AgencyMatch } from '../agency/match-agency';
import { overAgenciesOf, scaleOf, type Scale } from '../measure/choices';
import { measureOf } from '../measure/measure';
import { readPeriodLabel } from '../period/period';
import { lastDay, type Holiday } from '../period/window';
import { accept, refuse, type Refusal, type Result } from '../result';
import type { Succession } from '../agency/succession';
import { finding, type FindingCode, type FindingFacts, type FindingOf } from '../finding/finding';
import type { Agency } from '../agency/agency';
import { withChoicesInWords } from './choices-in-words';
import {
  isFilledBy,
  PLAN_FORMAT,
  type Confirmation,
  type Filler,
  type Indicator,
  type IndicatorKind,
  type Operator,
  type Plan,
  type Standing,
  type Target,
  type Task,
} from './plan';
import {
  AGENCIES,
  ASSIGNMENTS,
  CONFIRMATIONS,
  FORM_COLUMNS,
  HOLIDAYS,
  INDICATOR_COLUMNS,
  ITEM,
  ITEM_COLUMNS,
  OPTIONAL_COLUMNS,
  OPTIONAL_SHEETS,
  PLAN_SHEETS,
  SUCCESSIONS,
  TARGET_COLUMNS,
  TASKS,
} from './plan-tables';
import { blocksOf, hasSums } from './stat-cells';
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
import { laterHeadings, SheetRow, type RowOf, type SheetTable } from '../table/sheet-table';
import { cellText, readTable, type Column, type TableCell, type TableRow } from '../table/table';
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

/** Whether a workbook holds a plan at all: it has the sheet Kế hoạch with a plan id. */
export function hasPlan(workbook: Workbook): boolean {
  const sheet = findSheet(workbook, PLAN_SHEETS.plan);
  return (
    !!sheet &&
    [...sheet.rows.values()].some(
      (row) => matchKey(cellText(row.get(0)?.value ?? null)) === matchKey(ITEM.id),
    )
  );
}

/** The words an owner may write in a cell. */
interface WordList<T extends string> {
  read(text: string): T | undefined;
  all: string[];
}

/** A form of more is no list somebody types. */
const MOST_LINES = 500;
/** Two of our sheets' names carry it beside a period. */
const FORM_CODE = 12;
/** Nothing of a plan is of another time: 2024 typed where a day belongs is of the year 1905. */
const DAYS = { first: '1990-01-01', last: '2100-12-31' };

/** From this format on a plan says itself what {@link withChoicesInWords} reads. */
const CHOICES_FORMAT = 3;

/** What may be asked of an answer. */
const ANSWERABLE: ReadonlySet<Operator> = new Set(['yes', '=', 'text']);

const SCALES: readonly Scale[] = [1, 100, 1000, 10000];

const LEFT_OPEN = '\u0000';

class PlanReader {
  private readonly faults: PlanFault[] = [];
  /** The code of the row that is being read. */
  private row = '';
  private match: (text: string) => AgencyMatch = () => ({ kind: 'unknown' });
  private agencies: readonly Agency[] = [];
  /** Codes of the register as they stand in it. */
  private codes: ReadonlySet<string> = new Set();

  constructor(private readonly workbook: Workbook) {}

  read(): PlanReading {
    const item = this.items();
    const format = this.integer(item(ITEM.format));
    if (this.faults.length === 0 && format > PLAN_FORMAT) {
      this.fault('plan-fault-newer-format', item(ITEM.format), {
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
    const year = this.year(item(ITEM.year));
    const indicators = this.rows(PLAN_SHEETS.indicators, INDICATOR_COLUMNS);
    const targets = this.rows(PLAN_SHEETS.targets, TARGET_COLUMNS);
    const tasks = this.table(TASKS);
    const plan: Plan = {
      id: this.code(item(ITEM.id)),
      name: this.text(item(ITEM.name)),
      number: this.text(item(ITEM.number)),
      date: item(ITEM.date).text === '' ? null : this.date(item(ITEM.date)),
      issuer: this.text(item(ITEM.issuer)),
      year,
      consolidator: this.agencyCode(item(ITEM.consolidator)),
      schedule: {
        kinds: this.kinds(item(ITEM.kinds)),
        window: this.word(words.windowWords, item(ITEM.window)),
        dueAfter: this.integer(item(ITEM.dueAfter)),
        from: this.firstPeriod(item(ITEM.from), year),
        ...this.quarterReplacesLastMonth(),
      },
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
    this.assign(plan);
    this.unique(this.rows(PLAN_SHEETS.plan, ITEM_COLUMNS), ['Mục']);
    this.unique(this.rowsOf(AGENCIES), ['Mã']);
    this.unique(this.rowsOf(ASSIGNMENTS), ['Mã', 'Bảng', 'Đơn vị']);
    this.unique(indicators, ['Mã', 'Từ ngày']);
    this.unique(this.rowsOf(TASKS), ['Mã', 'Từ ngày']);
    this.unique(targets, ['Mã chỉ tiêu', 'Cấp', 'Đơn vị', 'Từ ngày', 'Đến ngày']);
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
    const isKnown = this.faults.some(
      ({ finding: one }) => one.sheet === cell.sheet && one.cell === cell.cell,
    );
    if (!isKnown) this.faults.push({ row: this.row, finding: found });
  }

  /** As the owner meets them: sheet by sheet, in the order of the workbook's tables. */
  private inOrder(): PlanFault[] {
    const order: readonly string[] = Object.values(PLAN_SHEETS);
    const rank = ({ finding: { sheet } }: PlanFault) =>
      order.findIndex((name) => matchKey(name) === matchKey(sheet!));
    return [...this.faults].sort((a, b) => rank(a) - rank(b));
  }

  private items(): (name: string) => TableCell {
    const rows = this.rows(PLAN_SHEETS.plan, ITEM_COLUMNS);
    const found = new Map(rows.map((row) => [matchKey(row.get('Mục').text), row.get('Nội dung')]));
    return (name) => {
      this.row = name;
      const cell = found.get(matchKey(name));
      if (cell) return cell;
      const missing = { text: LEFT_OPEN, value: null, sheet: PLAN_SHEETS.plan, cell: 'A1' };
      // A sheet that is not there, or has no such columns, is one fault and not twelve.
      if (rows.length > 0) this.missing(name);
      return missing;
    };
  }

  private missing(name: string): void {
    if (
      this.faults.some(
        ({ row, finding: { code } }) => row === name && code === 'plan-fault-no-item',
      )
    )
      return;
    const place = { sheet: PLAN_SHEETS.plan, cell: 'A1' };
    this.faults.push({
      row: name,
      finding: finding('plan-fault-no-item', place, {
        item: name,
      }) as FindingOf<PlanFaultCode>,
    });
  }

  private readonly tables = new Map<string, TableRow[]>();

  private rowsOf<Row extends object>({ name, columns, fields }: SheetTable<Row>): TableRow[] {
    return this.rows(name, columns, laterHeadings(fields));
  }

  /** The rows of a table by its fields. */
  private table<Row extends object>(table: SheetTable<Row>): SheetRow<Row>[] {
    return this.rowsOf(table).map((row) => new SheetRow(table.fields, row, this.workbook.date1904));
  }

  /** What a cell says by its field; a bad one is a fault there. */
  private said<Row extends object, Key extends keyof Row>(row: SheetRow<Row>, key: Key): Row[Key] {
    const [cell, field] = [row.cell(key), row.fields[key]];
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

  private rows<Row>(
    name: string,
    columns: Column<Row>[],
    later: readonly string[] = [],
  ): TableRow[] {
    const known = this.tables.get(name);
    if (known) return known;
    const sheet = findSheet(this.workbook, name);
    let rows: TableRow[] = [];
    if (sheet) {
      const table = readTable(
        sheet,
        columns.map((column) => column.heading),
      );
      const missing = table.missing.filter(
        (heading) => !later.includes(heading) && !OPTIONAL_COLUMNS.includes(heading),
      );
      this.row = '';
      if (missing.length === 0) rows = table.rows;
      else if (!(OPTIONAL_SHEETS.includes(name) && table.rows.length === 0)) {
        const heading = { text: '', value: null, sheet: sheet.name, cell: table.headingCell };
        this.fault('plan-fault-no-column', heading, { column: missing.join(', ') });
      }
    } else if (!OPTIONAL_SHEETS.includes(name)) {
      this.row = '';
      this.fault(
        'plan-fault-no-sheet',
        { text: '', value: null, sheet: name, cell: 'A1' },
        { sheet: name },
      );
    }
    this.tables.set(name, rows);
    return rows;
  }

  private agency(row: SheetRow<Agency>): Agency {
    this.row = row.text('code');
    const agency = this.whole(row);
    const { validFrom, validTo } = agency;
    if (validFrom && validTo && validTo < validFrom)
      this.bad(row.cell('validTo'), `≥ ${row.fields.validFrom.heading}`);
    return agency;
  }

  private indicator(row: TableRow): Indicator {
    this.row = row.get('Mã').text;
    const taskCount = row.get('Cách tính từ nhiệm vụ');
    const denominator = {
      name: this.text(row.get('Mẫu số')),
      unit: this.text(row.get('ĐVT mẫu số')),
    };
    return {
      code: this.code(row.get('Mã')),
      stt: this.text(row.get('STT')),
      group: this.text(row.get('Nhóm')),
      heading: this.text(row.get('Tiêu đề nhóm')),
      name: this.required(row.get('Chỉ tiêu')),
      unit: this.required(row.get('ĐVT')),
      kind: this.word(words.indicatorKindWords, row.get('Loại')),
      overTime: this.word(words.overTimeWords, row.get('Cách cộng qua các kỳ')),
      ...(taskCount.text === '' ? {} : { taskCount: this.word(words.taskCountWords, taskCount) }),
      numerator: { name: this.text(row.get('Tử số')), unit: this.text(row.get('ĐVT tử số')) },
      denominator: denominator.name === '' && denominator.unit === '' ? null : denominator,
      partOfWhole: this.word(words.yesNoWords, row.get('Tử là một phần của mẫu')) === 'yes',
      ...this.choices(row),
      assess: this.word(words.assessWords, row.get('Đánh giá')),
      deadline: this.deadline(row.get('Thời hạn')),
      task: this.text(row.get('Thuộc nhiệm vụ')),
      lead: this.text(row.get('Cơ quan chủ trì')),
      coordinating: this.text(row.get('Cơ quan phối hợp')),
      implementing: this.text(row.get('Cơ quan thực hiện')),
      filledBy: this.fillers(row.get('Đơn vị điền số liệu')),
      sameAs: this.text(row.get('Trùng với')),
      proposedNames: this.word(words.namesWords, row.get('Định nghĩa tử, mẫu')) === 'yes',
      ...this.standing(row),
    };
  }

  /** What is chosen beyond the kind; a choice that contradicts another is a fault at its cell. */
  private choices(
    row: TableRow,
  ): Pick<Indicator, 'decimals' | 'sign' | 'overAgencies' | 'scale' | 'compared' | 'answers'> {
    const [decimals, sign] = [row.get('Số thập phân'), row.get('Có thể âm')];
    const mayBeNegative = sign.text !== '' && this.word(words.yesNoWords, sign) === 'yes';
    const isPart = words.yesNoWords.read(row.get('Tử là một phần của mẫu').text) === 'yes';
    if (mayBeNegative && isPart) this.bad(sign, 'Không (vì Tử là một phần của mẫu)');
    const kind = words.indicatorKindWords.read(row.get('Loại').text);
    const over = row.get('Cộng theo đơn vị');
    const compared = row.get('So với');
    if (kind === 'computed')
      for (const cell of [over, decimals, sign, row.get('Nhân với'), compared])
        if (cell.text !== '') this.bad(cell, 'để trống (Tính từ nhiệm vụ)');
    return {
      ...(decimals.text === '' ? {} : { decimals: this.word(words.decimalsWords, decimals) }),
      ...(mayBeNegative ? { sign: 'any' } : {}),
      ...this.overAgencies(over, kind),
      ...(kind === 'computed' ? {} : this.scale(row, kind)),
      ...this.answers(row.get('Các lựa chọn'), kind),
      ...(compared.text === '' || kind === 'computed'
        ? {}
        : { compared: this.word(words.comparedWords, compared) }),
    };
  }

  private answers(cell: TableCell, kind: IndicatorKind | undefined): Pick<Indicator, 'answers'> {
    const listed = words.splitList(this.text(cell));
    if (listed.length === 0) return {};
    const named = words.indicatorKindWords.write('yes-no');
    if (kind !== 'yes-no') this.bad(cell, `để trống (chỉ của Loại “${named}”)`);
    else if (listed.length < 2) this.bad(cell, 'Có; Không – hoặc 0 = trực tuyến; 1 = phát phiếu');
    return { answers: listed };
  }

  /**
   * What numerator ÷ denominator is multiplied by. Left open it is what the unit says where a kind
   * is one of shares: ‰ is of a thousand, "bác sĩ/vạn dân" of ten thousand unless people are
   * counted in ten thousands.
   */
  private scale(row: TableRow, kind: IndicatorKind | undefined): Pick<Indicator, 'scale'> {
    const cell = row.get('Nhân với');
    const unit = this.text(row.get('ĐVT'));
    const whole = this.text(row.get('ĐVT mẫu số'));
    const hasParts = whole !== '' || this.text(row.get('Mẫu số')) !== '';
    if (!hasParts) {
      if (cell.text !== '') this.bad(cell, 'để trống (không có Mẫu số)');
      return {};
    }
    if (kind === undefined) return {};
    const own = scaleOf(kind);
    const meant = scaleOfUnit(unit, whole);
    if (cell.text === '')
      return meant !== null && own === 100 && meant !== own ? { scale: meant } : {};
    const digits = cell.text.replace(/\./g, '');
    const scale = SCALES.find((one) => `${one}` === digits);
    if (scale === undefined) {
      this.bad(cell, words.scaleWords.all.join(' / '));
      return {};
    }
    if (meant !== null && scale !== meant)
      this.bad(cell, `${words.scaleWords.write(`${meant}`)} (ĐVT là ${unit})`);
    return scale === own ? {} : { scale };
  }

  /**
   * Absent where it is what the kind says; a kind that is one agency's or each one's own cannot be
   * added up.
   */
  private overAgencies(
    cell: TableCell,
    kind: IndicatorKind | undefined,
  ): Pick<Indicator, 'overAgencies'> {
    if (cell.text === '' || kind === undefined || kind === 'computed') return {};
    const [own, chosen] = [overAgenciesOf(kind), this.word(words.overAgenciesWords, cell)];
    if (chosen === own) return {};
    const answered = ['each', 'owner'] as const;
    if (kind === 'yes-no' && chosen !== 'owner')
      this.bad(cell, answered.map((one) => words.overAgenciesWords.write(one)).join(' / '));
    else if (kind !== 'yes-no' && own !== 'added')
      this.bad(cell, words.overAgenciesWords.write(own));
    return { overAgencies: chosen };
  }

  /** A rank that is added up, an index in two parts, one agency's figure that several fill in. */
  private ownFigures(rows: readonly TableRow[], plan: Plan): void {
    for (const [index, indicator] of plan.indicators.entries()) {
      const { kind, filledBy } = indicator;
      const measure = measureOf(indicator);
      this.row = indicator.code;
      if ((kind === 'rank' || kind === 'index') && measure.hasParts)
        this.bad(rows[index].get('Mẫu số'), '(để trống)');
      if ((kind === 'rank' || kind === 'index') && measure.isSummed)
        this.bad(rows[index].get('Cách cộng qua các kỳ'), words.overTimeWords.write('stock'));
      if (measure.together !== 'SUM') {
        // The longest wait of a month and of another are not added up; two shares have no larger.
        if (measure.hasParts) this.bad(rows[index].get('Mẫu số'), '(để trống)');
        if (measure.isSummed)
          this.bad(
            rows[index].get('Cách cộng qua các kỳ'),
            `${words.overTimeWords.write('stock')} / ${words.overTimeWords.write('cumulative')}`,
          );
      }
      if (kind === 'yes-no') this.answersFit(rows[index], indicator);
      const { compared } = measure.choices;
      const isOnBefore = compared === 'before-percent' || compared === 'before-difference';
      if (isOnBefore && isOfYear(indicator.assess))
        this.bad(
          rows[index].get('So với'),
          `${words.comparedWords.write('last-year-percent')} / ${words.comparedWords.write('last-year-difference')} (đánh giá theo năm)`,
        );
      if (kind === 'against-last-year' && compared !== null && isOnBefore)
        this.bad(rows[index].get('So với'), words.comparedWords.write('last-year-percent'));
      if (kind === 'increase' && indicator.compared !== undefined)
        this.bad(rows[index].get('So với'), 'để trống (Tăng so với kỳ trước)');
      if (measure.choices.overAgencies !== 'owner') continue;
      const filling = plan.agencies.filter(
        (agency) => agency.reports && isFilledBy({ filledBy }, agency),
      );
      if (filling.length > 1)
        this.bad(
          rows[index].get('Đơn vị điền số liệu'),
          'một đơn vị (số của riêng đơn vị chủ trì)',
        );
    }
  }

  /** Answers are neither parts nor amounts: not of two figures, not added up, not below 0. */
  private answersFit(row: TableRow, indicator: Indicator): void {
    const measure = measureOf(indicator);
    const values = measure.answers.map(({ value }) => value);
    if (indicator.denominator) this.bad(row.get('Mẫu số'), '(để trống)');
    if (measure.isSummed)
      this.bad(row.get('Cách cộng qua các kỳ'), words.overTimeWords.write('stock'));
    for (const heading of ['Có thể âm', 'Số thập phân', 'So với'])
      if (row.get(heading).text !== '') this.bad(row.get(heading), 'để trống (câu trả lời)');
    if (new Set(values).size < values.length)
      this.bad(
        row.get('Các lựa chọn'),
        'mỗi lựa chọn một số riêng: 0 = trực tuyến; 1 = phát phiếu',
      );
  }

  private target(row: TableRow): Target {
    this.row = row.get('Mã chỉ tiêu').text;
    const level = row.get('Cấp');
    const value = row.get('Mức');
    const agency = row.get('Đơn vị');
    const from = this.optionalDate(row.get('Từ ngày'));
    const operator = this.word(words.operatorWords, row.get('So sánh'));
    return {
      indicator: this.required(row.get('Mã chỉ tiêu')),
      level: level.text === '' ? null : this.word(words.levelWords, level),
      agency: agency.text === '' ? null : this.agencyCode(agency),
      raw: this.text(row.get('Ghi trong kế hoạch')),
      operator,
      value: value.text === '' ? null : this.number(value),
      ...this.upperEnd(row.get('Mức đến'), operator, value),
      ...this.judgement(row),
      confirmed: this.word(words.confirmedWords, row.get('Xác nhận')) === 'yes',
      ...(from === null ? {} : { from }),
    };
  }

  /** Whom a target is asked of, and when it is judged, where that is not as its indicator says. */
  private judgement(row: TableRow): Pick<Target, 'scope' | 'assess' | 'until'> {
    const [scope, assess] = [row.get('Phạm vi'), row.get('Cách đánh giá')];
    const isEach = scope.text !== '' && this.word(words.scopeWords, scope) === 'each';
    const until = this.lastDay(row.get('Đến ngày'));
    const from = this.optionalDate(row.get('Từ ngày'));
    if (from && until && until < from) this.bad(row.get('Đến ngày'), '≥ Từ ngày');
    return {
      ...(isEach ? { scope: 'each' } : {}),
      ...(assess.text === '' ? {} : { assess: this.word(words.assessWords, assess) }),
      ...(until === null ? {} : { until }),
    };
  }

  /** A day, or the last of a period that is named: "6 tháng đầu năm 2026". */
  private lastDay(cell: TableCell): CivilDate | null {
    const period = typeof cell.value === 'string' ? readPeriodLabel(this.text(cell)) : null;
    return period ? lastDay(period) : this.optionalDate(cell);
  }

  /** A year's pace is of an amount that grows with it: not of a share, a rank or an index. */
  private paces(rows: readonly TableRow[], plan: Plan): void {
    for (const [index, indicator] of plan.indicators.entries()) {
      this.row = indicator.code;
      if (indicator.assess === 'pace' && !hasPace(indicator))
        this.bad(rows[index].get('Đánh giá'), allowedAssess(indicator));
    }
  }

  /** A target that its indicator cannot be held against. */
  private targetsFit(rows: readonly TableRow[], plan: Plan): void {
    for (const [index, target] of plan.targets.entries()) {
      const indicator = plan.indicators.find(({ code }) => code === target.indicator);
      if (!indicator) continue;
      const row = rows[index];
      this.row = target.indicator;
      const { overAgencies } = measureOf(indicator).choices;
      const scope = row.get('Phạm vi');
      if (overAgencies === 'owner')
        for (const cell of [row.get('Đơn vị'), row.get('Cấp')])
          if (cell.text !== '') this.bad(cell, 'để trống (số của riêng đơn vị chủ trì)');
      if (target.scope === 'each' && overAgencies === 'owner')
        this.bad(scope, 'để trống (số của riêng đơn vị chủ trì)');
      else if (scope.text !== '' && target.agency !== null)
        this.bad(scope, 'để trống (mức này đã giao cho một đơn vị)');
      else if (scope.text !== '' && target.scope !== 'each' && overAgencies === 'each')
        this.bad(scope, words.scopeWords.write('each'));
      const isAnswer = indicator.kind === 'yes-no';
      if (target.operator === 'yes' && !isAnswer)
        this.bad(row.get('So sánh'), `so sánh với một số (“Có” chỉ của Loại “Có/Không”)`);
      if (isAnswer && !ANSWERABLE.has(target.operator))
        this.bad(
          row.get('So sánh'),
          [...ANSWERABLE].map((one) => words.operatorWords.write(one)).join(' / '),
        );
      if (
        isAnswer &&
        target.operator === '=' &&
        target.value !== null &&
        !measureOf(indicator).fits('value', target.value)
      )
        this.bad(
          row.get('Mức'),
          measureOf(indicator)
            .answers.map(({ value, word }) => `${value} (${word})`)
            .join(' / '),
        );
      if ((target.operator === 'yes' || target.operator === 'text') && row.get('Mức').text !== '')
        this.bad(row.get('Mức'), 'để trống');
      if (target.assess === 'pace' && (!hasPace(indicator) || target.operator === 'increase'))
        this.bad(row.get('Cách đánh giá'), allowedAssess(indicator));
    }
  }

  /** Of a range: above its lower end. Any other comparison has no second figure. */
  private upperEnd(cell: TableCell, operator: Operator, value: TableCell): Pick<Target, 'to'> {
    if (operator !== 'between') {
      if (cell.text !== '')
        this.bad(cell, `để trống (chỉ “${words.operatorWords.write('between')}” có hai mức)`);
      return {};
    }
    if (value.text === '' && cell.text === '') return {};
    const [low, high] = [this.number(value), this.number(cell)];
    if (high <= low) this.bad(cell, `lớn hơn Mức (${value.text})`);
    return { to: high };
  }

  private task(row: RowOf<typeof TASKS>): Task {
    this.row = row.text('code');
    const { fillers: _fillers, from, until, ...task } = this.whole(row);
    if (from && until && until < from) this.bad(row.cell('until'), `≥ ${row.fields.from.heading}`);
    return {
      ...task,
      filledBy: this.fillers(row.cell('fillers')),
      ...(from === null ? {} : { from }),
      ...(until === null ? {} : { until }),
    };
  }

  private standing(row: TableRow): Standing {
    const from = this.optionalDate(row.get('Từ ngày'));
    const until = this.optionalDate(row.get('Đến ngày'));
    if (from && until && until < from) this.bad(row.get('Đến ngày'), '≥ Từ ngày');
    return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
  }

  /** The forms of Biểu thống kê; their rows may stand in any order. */
  private forms(): StatForm[] {
    const rows = this.rows(PLAN_SHEETS.forms, FORM_COLUMNS);
    const forms = new Map<string, StatForm>();
    const places = new Map<string, TableRow>();
    for (const row of rows) {
      this.row = row.get('Mã biểu').text;
      const code = this.formCode(row.get('Mã biểu'));
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
      this.formPart(form, row);
    }
    for (const [code, form] of forms) {
      this.row = code;
      this.wholeForm(
        form,
        places.get(code)!,
        rows.filter((row) => row.get('Mã biểu').text === code),
      );
    }
    return [...forms.values()];
  }

  /**
   * A form's code stands in names of sheets, which have 31 characters and do not tell capitals
   * apart.
   */
  private formCode(cell: TableCell): string {
    const code = this.code(cell);
    if (code.length > FORM_CODE || /[[\]']/.test(code))
      this.bad(cell, `tối đa ${FORM_CODE} chữ, số, dấu chấm, gạch nối`);
    return code;
  }

  private formPart(form: StatForm, row: TableRow): void {
    const part = this.word(words.formPartWords, row.get('Loại dòng'));
    // A form is adjusted as a whole: a day at one of its columns would be read by nobody.
    if (part !== 'form')
      for (const heading of ['Từ ngày', 'Đến ngày'])
        if (row.get(heading).text !== '')
          this.bad(row.get(heading), '(để trống; ngày chỉ ghi ở dòng Biểu)');
    switch (part) {
      case 'form':
        if (form.title !== '')
          this.fault('plan-fault-duplicate-code', row.get('Mã biểu'), {
            code: form.code,
            first: form.title,
          });
        form.title = this.required(row.get('Nội dung'));
        form.rowHeading = this.text(row.get('Nhóm')) || 'Nội dung';
        form.filledBy = this.fillers(row.get('Đơn vị điền số liệu'));
        Object.assign(form, this.standing(row), this.formTotals(row), this.formLines(row));
        return;
      case 'column':
        this.formColumn(form, row);
        return;
      case 'row':
        this.formRow(form, row);
        return;
      case 'identity': {
        const identity = this.identity(
          row.get('Công thức'),
          '3 = 4 + 5 + 6; 8 ≤ 7; 6 = 11 kỳ trước; 4 ≤ [18]',
        );
        if (identity) form.identities.push(identity);
        return;
      }
      case 'row-identity': {
        const cell = row.get('Công thức');
        const identity = this.identity(cell, '3.1.1 ≤ 3.1; 1 = 1.1 + 1.2');
        if (identity && looksBack(identity))
          this.bad(cell, 'mã dòng của kỳ này (không ghi “kỳ trước”)');
        else if (identity) (form.rowIdentities ??= []).push(identity);
      }
    }
  }

  private formTotals(row: TableRow): Pick<StatForm, 'totals'> {
    const cell = row.get('Dòng cộng');
    return cell.text === '' ? {} : { totals: this.word(words.yesNoWords, cell) };
  }

  private formLines(row: TableRow): Pick<StatForm, 'lines'> {
    const cell = row.get('Số dòng để ghi');
    if (cell.text === '') return {};
    const lines = this.integer(cell, '20, 50');
    if (lines < 1 || lines > MOST_LINES) this.bad(cell, `1 đến ${MOST_LINES}`);
    return { lines: Math.min(Math.max(lines, 1), MOST_LINES) };
  }

  private formColumn(form: StatForm, row: TableRow): void {
    const code = this.required(row.get('Mã'));
    if (form.columns.some((column) => column.code === code))
      this.fault('plan-fault-duplicate-code', row.get('Mã'), { code, first: form.code });
    const over = this.text(row.get('Nhóm trên'));
    const choices = this.statChoices(row);
    const overTime = row.get('Cách cộng qua các kỳ');
    const isOpen =
      overTime.text === '' && choices.typed !== undefined && choices.typed !== 'number';
    form.columns.push({
      code,
      group: this.text(row.get('Nhóm')),
      ...(over === '' ? {} : { over }),
      name: this.required(row.get('Nội dung')),
      unit: this.text(row.get('ĐVT')),
      overTime: isOpen ? 'none' : this.word(words.columnOverTimeWords, overTime),
      ...choices,
    });
    if (over !== '' && this.text(row.get('Nhóm')) === '')
      this.bad(row.get('Nhóm'), 'tiêu đề dưới “Nhóm trên”');
    const formula = this.ownFormula(code, row.get('Công thức'), '3 = 4 + 5; 6 = 100 * 5 / 3');
    if (!formula) return;
    if (form.columns.at(-1)!.overTime !== 'computed')
      this.bad(overTime, words.columnOverTimeWords.write('computed'));
    form.identities.push(formula);
  }

  private formRow(form: StatForm, row: TableRow): void {
    const key = this.required(row.get('Mã'));
    if (form.rows.some((one) => one.key === key))
      this.fault('plan-fault-duplicate-code', row.get('Mã'), { code: key, first: form.code });
    const unit = this.text(row.get('ĐVT'));
    const formula = this.ownFormula(key, row.get('Công thức'), '1 = 1.1 + 1.2; 5 = 100 * 3 / 1');
    const filledBy = this.fillers(row.get('Đơn vị điền số liệu'));
    const choices = this.statChoices(row);
    if (formula && choices.typed !== undefined && choices.typed !== 'number')
      this.bad(row.get('Kiểu nhập'), words.statTypedWords.write('number'));
    if (formula && filledBy.length > 0)
      this.bad(row.get('Đơn vị điền số liệu'), 'để trống (dòng tính theo công thức)');
    form.rows.push({
      key,
      group: this.text(row.get('Nhóm')),
      name: this.required(row.get('Nội dung')),
      ...(unit === '' ? {} : { unit }),
      ...choices,
      ...this.rowOverTime(row.get('Cách cộng qua các kỳ')),
      ...(formula ? { formula } : {}),
      ...(filledBy.length === 0 ? {} : { filledBy }),
    });
  }

  private rowOverTime(cell: TableCell): Pick<StatRow, 'overTime'> {
    if (cell.text === '') return {};
    const overTime = this.word(words.columnOverTimeWords, cell);
    if (overTime !== 'computed') return { overTime };
    this.bad(cell, 'để trống (công thức của dòng ghi ở cột Công thức)');
    return {};
  }

  /**
   * What is chosen of a column's or row's cells; a choice that has no meaning beside another is a
   * fault at its cell.
   */
  private statChoices(row: TableRow): StatChoices {
    const [kind, answers, decimals] = ['Kiểu nhập', 'Các lựa chọn', 'Số thập phân'].map((one) =>
      row.get(one),
    );
    const [sign, over] = [row.get('Có thể âm'), row.get('Cộng theo đơn vị')];
    const typed = kind.text === '' ? undefined : this.word(words.statTypedWords, kind);
    const listed = words.splitList(this.text(answers));
    const isChoice = typed === 'choice' || (typed === undefined && listed.length > 0);
    if (isChoice && listed.length < 2)
      this.bad(answers, 'Có; Không – hoặc 0 = trực tuyến; 1 = phát phiếu');
    if (!isChoice && listed.length > 0)
      this.bad(answers, 'để trống (chỉ của Kiểu nhập “Lựa chọn”)');
    const isFigure = !isChoice && (typed === undefined || typed === 'number');
    for (const cell of [decimals, sign, over])
      if (!isFigure && cell.text !== '') this.bad(cell, 'để trống (chỉ của Kiểu nhập “Số”)');
    const mayBeNegative =
      isFigure && sign.text !== '' && this.word(words.yesNoWords, sign) === 'yes';
    return {
      ...(isChoice ? { typed: 'choice' } : typed === undefined ? {} : { typed }),
      ...(isChoice ? { answers: listed } : {}),
      ...(isFigure && decimals.text !== ''
        ? { decimals: this.word(words.decimalsWords, decimals) }
        : {}),
      ...(mayBeNegative ? { sign: 'any' } : {}),
      ...(isFigure && over.text !== ''
        ? { overAgencies: this.word(words.statOverAgenciesWords, over) }
        : {}),
    };
  }

  private identity(cell: TableCell, expected: string): StatIdentity | null {
    const identity = parseStatIdentity(this.text(cell));
    if (!identity) this.bad(cell, expected);
    return identity;
  }

  /** The formula of a column or row: "3 = 4 + 5", or what stands right of "=" alone. */
  private ownFormula(code: string, cell: TableCell, expected: string): StatIdentity | null {
    const text = this.text(cell);
    if (text === '') return null;
    const identity = this.identity(
      { ...cell, text: text.includes('=') ? text : `${code} = ${text}` },
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
  private wholeForm(form: StatForm, first: TableRow, rows: readonly TableRow[]): void {
    this.agreeing(form, rows);
    this.wholeList(form, rows);
    if (form.title === '' || form.columns.length === 0 || form.rows.length === 0)
      this.fault('plan-fault-form-incomplete', first.get('Mã biểu'), { code: form.code });
    const columns = new Set(form.columns.map((column) => column.code));
    const keys = new Set(form.rows.map(({ key }) => key));
    for (const row of rows) {
      const part = words.formPartWords.read(row.get('Loại dòng').text);
      const formula = row.get('Công thức');
      const own = row.get('Mã').text;
      const isOfRows = part === 'row' || part === 'row-identity';
      const text =
        (part === 'column' || part === 'row') && !formula.text.includes('=')
          ? `${own} = ${formula.text}`
          : formula.text;
      const identity = parseStatIdentity(text);
      const known = isOfRows ? keys : columns;
      const unknown =
        identity && [...identity.left, ...identity.right].find(({ column }) => !known.has(column));
      if (unknown && isOfRows)
        this.fault('plan-fault-unknown-row', formula, {
          code: unknown.column,
          table: `${PLAN_SHEETS.forms} ${form.code}`,
        });
      else if (unknown) this.fault('plan-fault-unknown-column', formula, { code: unknown.column });
      const scale = bareScale(text, known);
      if (scale !== null)
        this.bad(formula, `[${scale}] (hằng số ghi trong ngoặc vuông, vì có mã ${scale})`);
      if (part === 'column') this.wholeColumn(form, own, row.get('Mã'));
      if (part === 'row') this.wholeRow(form, own, row);
      if (
        part === 'form' &&
        form.totals === 'yes' &&
        !blocksOf(form).every((block) => hasSums(form, block.rows))
      )
        this.bad(
          row.get('Dòng cộng'),
          'để trống hoặc Không (các dòng khác đơn vị tính, hoặc dòng này đã gồm dòng kia)',
        );
    }
  }

  /** A list has no rows of its own: what stands in a line nobody knows before it is filled. */
  private wholeList(form: StatForm, rows: readonly TableRow[]): void {
    if (form.lines === undefined) return;
    for (const row of rows) {
      const part = words.formPartWords.read(row.get('Loại dòng').text);
      if (part === 'row' || part === 'row-identity')
        this.bad(row.get('Loại dòng'), 'Cột, Ràng buộc (biểu có “Số dòng để ghi” không có Dòng)');
      const identity = part === 'identity' ? parseStatIdentity(row.get('Công thức').text) : null;
      if (identity && looksBack(identity))
        this.bad(row.get('Công thức'), 'cột của kỳ này (không ghi “kỳ trước”)');
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

  private wholeRow(form: StatForm, key: string, row: TableRow): void {
    const own = form.rows.find((one) => one.key === key);
    if (own?.formula && isCircular(key, (part) => rowPartsOf(form, part)))
      this.bad(row.get('Công thức'), `công thức không nhắc lại dòng ${key}`);
    const fillers = row.get('Đơn vị điền số liệu');
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
  }

  /** Identities that no figures satisfy would make every form wrong. */
  private agreeing(form: StatForm, rows: readonly TableRow[]): void {
    for (const { identity, columns } of contradictions(form)) {
      const row = rows.find(
        (one) => parseStatIdentity(one.get('Công thức').text)?.text === identity.text,
      );
      const facts = { form: form.code, columns: columns.join(', ') };
      if (row) this.fault('plan-fault-identities-contradict', row.get('Công thức'), facts);
    }
  }

  private succession(row: SheetRow<Succession>): Succession {
    this.row = row.text('from');
    if (row.text('from') === row.text('to'))
      this.bad(row.cell('to'), `≠ ${row.fields.from.heading}`);
    return {
      from: this.agencyCode(row.cell('from')),
      to: this.agencyCode(row.cell('to')),
      kind: this.said(row, 'kind'),
      date: this.said(row, 'date'),
    };
  }

  private confirmation(row: SheetRow<Confirmation>): Confirmation {
    this.row = row.text('code');
    return this.whole(row);
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
    for (const row of this.table(ASSIGNMENTS)) {
      this.row = row.text('code');
      const [table, name] = [row.cell('table'), row.get('table')];
      const lists = { indicators: plan.indicators, tasks: plan.tasks, forms: plan.forms };
      if (!name) {
        this.bad(table, row.fields.table.takes);
        continue;
      }
      const wanted = (lists[name] as { code: string; filledBy: Filler[] }[]).filter(
        ({ code }) => code === row.text('code'),
      );
      if (wanted.length === 0)
        this.fault('plan-fault-unknown-row', row.cell('code'), {
          code: this.row,
          table: table.text,
        });
      const agency = this.agencyCode(row.cell('agency'));
      const isGiven = this.said(row, 'isGiven');
      for (const one of wanted)
        one.filledBy = [...one.filledBy, isGiven ? { agency } : { except: agency }];
    }
  }

  private unique(rows: readonly TableRow[], headings: readonly string[]): void {
    const first = new Map<string, TableRow>();
    for (const row of rows) {
      const [cell] = headings.map((heading) => row.get(heading));
      if (cell.text === '') continue;
      const key = headings
        .map((heading) => this.sameness(row.get(heading), heading))
        .join('\u0000');
      const before = first.get(key);
      this.row = cell.text;
      if (before)
        this.fault('plan-fault-duplicate-code', cell, {
          code: cell.text,
          first: before.get(headings[0]).cell,
        });
      else first.set(key, row);
    }
  }

  /** What two cells have in common that mean the same: a day however it is written. */
  private sameness(cell: TableCell, heading: string): string {
    if (heading !== 'Từ ngày' && heading !== 'Đến ngày') return tidy(cell.text);
    return (
      (typeof cell.value === 'number' ? this.dayOf(cell.value) : readDate(cell.text)) ?? cell.text
    );
  }

  private knownIndicators(targets: readonly TableRow[], plan: Plan): void {
    const known = new Set(plan.indicators.map(({ code }) => code));
    // Where the table of indicators itself could not be read, each target would only repeat it.
    if (known.size === 0) return;
    for (const row of this.rows(PLAN_SHEETS.indicators, INDICATOR_COLUMNS)) {
      const same = row.get('Trùng với');
      this.row = row.get('Mã').text;
      if (same.text !== '' && !known.has(same.text))
        this.fault('plan-fault-unknown-indicator', same, { code: same.text });
    }
    for (const row of targets) {
      const cell = row.get('Mã chỉ tiêu');
      this.row = cell.text;
      if (cell.text !== '' && !known.has(cell.text))
        this.fault('plan-fault-unknown-indicator', cell, { code: cell.text });
    }
    for (const row of this.table(AGENCIES)) {
      const parent = row.cell('parent');
      this.row = row.text('code');
      if (parent.text !== '' && !plan.agencies.some(({ code }) => code === parent.text))
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
  private agreeingVersions(rows: readonly TableRow[], plan: Plan): void {
    const first = new Map<string, Indicator>();
    for (const [index, indicator] of plan.indicators.entries()) {
      const before = first.get(indicator.code);
      first.set(indicator.code, before ?? indicator);
      // Two rows of one day are one code twice, and said as that.
      if (!before || before.from === indicator.from) continue;
      this.row = indicator.code;
      const same: [string, string, string][] = [
        ['ĐVT', indicator.unit, before.unit],
        ['Loại', indicator.kind, before.kind],
        ['Cách cộng qua các kỳ', indicator.overTime, before.overTime],
        ['Số thập phân', indicator.decimals ?? '', before.decimals ?? ''],
        ['Có thể âm', indicator.sign ?? '', before.sign ?? ''],
        ['Cộng theo đơn vị', indicator.overAgencies ?? '', before.overAgencies ?? ''],
        ['Nhân với', `${indicator.scale ?? ''}`, `${before.scale ?? ''}`],
        ['So với', indicator.compared ?? '', before.compared ?? ''],
        ['Các lựa chọn', (indicator.answers ?? []).join(';'), (before.answers ?? []).join(';')],
        ['ĐVT tử số', indicator.numerator.unit, before.numerator.unit],
        ['ĐVT mẫu số', indicator.denominator?.unit ?? '', before.denominator?.unit ?? ''],
      ];
      for (const [heading, own, other] of same)
        if (own !== other)
          this.bad(
            rows[index].get(heading),
            `như dòng trước cùng mã; cách đếm khác thì dùng mã mới`,
          );
    }
  }

  private fillers(cell: TableCell): Filler[] {
    return words.splitList(this.text(cell)).map((part): Filler => {
      const level = words.readLevelFiller(part);
      return level ? { level } : { agency: this.agencyCode({ ...cell, text: part }) };
    });
  }

  /** An agency by its code, or by a name that only it has; anything else is asked about. */
  private agencyCode(cell: TableCell): string {
    const written = this.required(cell);
    if (written === '' || this.tables.get(PLAN_SHEETS.agencies)!.length === 0) return written;
    // A code two rows have is the register's fault and said there.
    if (this.codes.has(written)) return written;
    const match = this.match(written);
    if (match.kind === 'code' || match.kind === 'name') return match.agency.code;
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
    if (cell.text !== LEFT_OPEN)
      this.fault('plan-fault-bad-cell', cell, { found: cell.text, expected });
  }

  /** Text that the owner typed; a formula there would change behind everybody's back. */
  private text(cell: TableCell): string {
    if (cell.text === LEFT_OPEN) return '';
    if (cell.formula !== undefined)
      this.fault('plan-fault-formula', cell, { formula: cell.formula });
    return cell.text;
  }

  private required(cell: TableCell): string {
    if (cell.text === '') this.fault('plan-fault-empty', cell, {});
    return this.text(cell);
  }

  /** A code stands in file names and in the identity of forms. */
  private code(cell: TableCell): string {
    const code = this.required(cell);
    if (/[\s/\\"<>:|?*]/.test(code)) this.bad(cell, 'A-Z, 0-9, dấu chấm, gạch nối');
    return code;
  }

  private word<T extends string>(list: WordList<T>, cell: TableCell): T {
    const text = this.text(cell);
    const found = list.read(text);
    if (found === undefined) this.bad(cell, list.all.join(' / '));
    return found ?? (list.read(list.all[0]) as T);
  }

  private number(cell: TableCell, expected = '80'): number {
    if (cell.text === LEFT_OPEN) return 0;
    if (typeof cell.value === 'number') return cell.value;
    const reading = readNumber(cell.text, { counted: false });
    if (reading.kind === 'number') return reading.value;
    this.bad(cell, expected);
    return 0;
  }

  private integer(cell: TableCell, expected = '1, 2, 3…'): number {
    const value = this.number(cell, expected);
    if (Number.isInteger(value)) return value;
    this.bad(cell, expected);
    return 0;
  }

  private year(cell: TableCell): number {
    const year = this.integer(cell, '2024');
    if (cell.text !== LEFT_OPEN && (year < 2000 || year > 2100)) this.bad(cell, '2024');
    return year;
  }

  private kinds(cell: TableCell): Plan['schedule']['kinds'] {
    const parts = words.splitList(this.text(cell));
    if (parts.length === 0) this.bad(cell, words.periodKindWords.all.join('; '));
    return parts.map((part) => this.word(words.periodKindWords, { ...cell, text: part }));
  }

  /** An item of its own that most plans do not have. */
  private quarterReplacesLastMonth(): Pick<Plan['schedule'], 'quarterReplacesLastMonth'> {
    const name = ITEM.quarterReplacesLastMonth;
    const row = this.rows(PLAN_SHEETS.plan, ITEM_COLUMNS).find(
      (one) => matchKey(one.get('Mục').text) === matchKey(name),
    );
    const cell = row?.get('Nội dung');
    if (!cell || cell.text === '') return {};
    this.row = name;
    return this.word(words.yesNoWords, cell) === 'yes' ? { quarterReplacesLastMonth: true } : {};
  }

  private firstPeriod(cell: TableCell, year: number): string {
    const period = readPeriodLabel(this.text(cell));
    // Of a year that is none, no period is right.
    const isYear = year >= 2000 && year <= 2100;
    if (isYear && (!period || period.year !== year))
      this.bad(cell, `Tháng 1/${year}, Quý I/${year}`);
    return period?.id ?? `${year}`;
  }

  private date(cell: TableCell): CivilDate {
    if (cell.text === '') this.bad(cell, '04/3/2024');
    return this.optionalDate(cell) ?? '1900-01-01';
  }

  private optionalDate(cell: TableCell): CivilDate | null {
    if (cell.text === '' || cell.text === LEFT_OPEN) return null;
    const read = typeof cell.value === 'number' ? this.dayOf(cell.value) : readDate(cell.text);
    if (read && read >= DAYS.first && read <= DAYS.last) return read;
    this.bad(cell, '04/3/2024');
    return null;
  }

  private dayOf(serial: number): CivilDate | null {
    return dateFromSerial(serial, this.workbook.date1904);
  }

  private deadline(cell: TableCell): Indicator['deadline'] {
    const read = words.readDeadline(this.text(cell));
    if (read === undefined)
      this.bad(
        cell,
        'Tháng 10/2024, Quý I/2024, Năm 2024, Ngày 09/8/2024, Hằng tháng, Thường xuyên',
      );
    return read ?? null;
  }
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
